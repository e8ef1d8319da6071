// SPDX-License-Identifier: EUPL-1.2
// Choices of the market beside the logit that they stand for.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <string_view>

#include <gtest/gtest.h>

#include "simulate/market.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

constexpr std::array<double, 4> kWorths{1, .5, 0, -.3};
// e^V over the sum of e^V, and the logarithm of that sum, worked out by hand.
constexpr std::array<double, 4> kShares{.445049, .269936, .163725, .121290};
constexpr double kLogsum = 1.809570;

double standard_error(double share, double number) { return std::sqrt(share * (1 - share) / number); }

TEST(LargestOfGumbels, IsALogit) {
  constexpr std::uint64_t kDraws = 400'000;
  std::array<double, 4> chosen{};
  double sum = 0;
  for (std::uint64_t i = 0; i < kDraws; ++i) {
    const Block bits = draw({4, 2}, i, 3, DrawSite::taste);
    std::array<double, 4> seen{};
    for (std::size_t k = 0; k < 4; ++k) seen[k] = kWorths[k] + static_cast<double>(gumbel_of(bits[k]));
    const auto best = std::ranges::max_element(seen);
    ++chosen[static_cast<std::size_t>(best - seen.begin())];
    sum += *best;
  }
  for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(chosen[k] / kDraws, kShares[k], 4 * standard_error(kShares[k], kDraws)) << k;
  // The largest of them is a Gumbel variate around the logsum.
  const double error = std::numbers::pi / std::sqrt(6.0 * kDraws);
  EXPECT_NEAR(sum / kDraws, kLogsum + std::numbers::egamma, 4 * error);
}

TEST(Logsum, IsTheOneWorkedOutByHand) {
  double sum = 0;
  for (const double worth : kWorths) sum += exp_of(worth);
  EXPECT_NEAR(ln(sum), kLogsum, 5e-7);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(exp_of(kWorths[k]) / sum, kShares[k], 5e-7);
}

/// Cost alone counts, one for one: a dwelling of cost c has worth −c.
Parameters only_cost(double alternatives) {
  Parameters out;
  for (const ParameterDescription& row : parameter_table()) {
    if (row.name.starts_with("worth_")) out.*row.member = 0;
  }
  out.worth_cost = -10;
  out.taste_segment = 0;
  out.rent_to_income = 1;
  out.viewers = 10'000;
  out.rounds = 1;
  out.alternatives = alternatives;
  return out;
}

std::vector<Vacancy> private_rents(const std::vector<double>& worths) {
  std::vector<Vacancy> out;
  for (std::uint32_t i = 0; i < worths.size(); ++i) {
    const std::uint32_t key = draw({8, 8}, i, 0, DrawSite::synthesis)[0];
    out.push_back(
        {{i, static_cast<float>(2 - worths[i]), 0, 3, segment_of(Tenure::private_rent, DwellingType::flat), key}, i, 0});
  }
  return out;
}

/// How often each of these dwellings is taken by somebody who comes alone, many times.
std::vector<double> taken(const std::vector<double>& worths, double alternatives, std::uint64_t times) {
  const Parameters parameters = only_cost(alternatives);
  const Worth worth(parameters, std::vector<Neighbourhood>(1));
  const MarketSetting setting{{0}, {}, {}, 1};
  const std::vector<Vacancy> vacancies = private_rents(worths);
  const Year year{{5, 6}, 2, 2024, 1};
  std::vector<double> out(worths.size(), 0);
  const Settle settle = [&](const Searcher&, const Vacancy& vacancy) -> std::optional<Vacancy> {
    ++out[vacancy.offer.dwelling];
    return std::nullopt;
  };
  Searcher searcher;
  searcher.demand.income = 10;
  searcher.reservation = -std::numeric_limits<float>::infinity();
  for (std::uint64_t i = 0; i < times; ++i) {
    searcher.key = derived_key(i, 1, 2);
    static_cast<void>(clear_market({searcher}, vacancies, parameters, worth, setting, year, settle));
  }
  return out;
}

TEST(ChoiceInTheMarket, IsALogitWhenAllIsSeen) {
  constexpr std::uint64_t kTimes = 60'000;
  const std::vector<double> found = taken({kWorths.begin(), kWorths.end()}, 20, kTimes);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(found[k] / kTimes, kShares[k], 4 * standard_error(kShares[k], kTimes)) << k;
}

double chi_square(const std::vector<double>& counts, double expected) {
  double sum = 0;
  for (const double count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

TEST(Sampling, ShowsEachOfferEquallyOften) {
  constexpr std::uint64_t kTimes = 40'000;
  // Numbers of offers that are and are not multiples of what is looked at, and one just above it.
  for (const auto& [offers, looks] : {std::pair{40U, 20.0}, {25U, 20.0}, {21U, 20.0}, {33U, 7.0}, {10U, 3.0}, {9U, 1.0}}) {
    const std::vector<double> found = taken(std::vector<double>(offers, 0), looks, kTimes);
    const double freedom = offers - 1;
    EXPECT_LT(chi_square(found, static_cast<double>(kTimes) / offers), freedom + 4 * std::sqrt(2 * freedom))
        << looks << " of " << offers;
  }
}

/// How far the shares of three dwellings of each worth are from a logit among all of them, when so many are seen.
double distance_from_logit(double alternatives) {
  constexpr std::uint64_t kTimes = 40'000;
  std::vector<double> worths;
  for (const double worth : kWorths) worths.insert(worths.end(), 3, worth);
  const std::vector<double> found = taken(worths, alternatives, kTimes);
  double distance = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    distance += std::abs((found[3 * k] + found[3 * k + 1] + found[3 * k + 2]) / kTimes - kShares[k]);
  }
  return distance;
}

TEST(Sampling, ComesToTheLogitAsMoreIsSeen) {
  const double of_one = distance_from_logit(1);
  const double of_two = distance_from_logit(2);
  const double of_all = distance_from_logit(12);
  // Who sees one takes it: a quarter of them each.
  EXPECT_NEAR(of_one, .445049 + .269936 - .163725 - .121290, 0.02);
  EXPECT_LT(of_two, 0.8 * of_one);
  EXPECT_LT(of_all, 0.016);
  EXPECT_LT(distance_from_logit(6), 0.5 * of_one);
}

}  // namespace
}  // namespace koers::simulate
