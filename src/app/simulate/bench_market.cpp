// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/bench_market.h"

#include <limits>

#include "simulate/market.h"

namespace koers {
namespace {

using simulate::Block;
using simulate::DrawSite;
using simulate::Searcher;
using simulate::Vacancy;

constexpr std::uint16_t kNeighbourhoodsAcross = 12;
constexpr std::uint16_t kNeighbourhoods = kNeighbourhoodsAcross * kNeighbourhoodsAcross;
constexpr double kAlternatives = 30;
constexpr double kVacanciesPerMover = 1.25;

std::vector<simulate::Neighbourhood> square_of_neighbourhoods(simulate::Stream stream) {
  std::vector<simulate::Neighbourhood> out(kNeighbourhoods);
  for (std::uint16_t i = 0; i < kNeighbourhoods; ++i) {
    const Block bits = simulate::draw(stream, i, 0, DrawSite::country, 2);
    out[i].x_km = static_cast<float>(i % kNeighbourhoodsAcross);
    out[i].y_km = static_cast<float>(i / kNeighbourhoodsAcross);
    out[i].access = static_cast<float>(2 * simulate::unit(bits[0]) - 1);
    out[i].public_space = static_cast<float>(2 * simulate::unit(bits[1]) - 1);
    out[i].score = static_cast<float>(2 * simulate::unit(bits[2]) - 1);
  }
  return out;
}

Searcher made_searcher(std::uint32_t number, simulate::Stream stream) {
  const Block bits = simulate::draw(stream, number, 0, DrawSite::country, 0);
  Searcher out;
  out.key = simulate::derived_key(1, 0, number);
  out.who = number;
  const double spread = simulate::unit(bits[0]);
  const double income = 16 + 90 * spread * spread;
  out.demand.income = static_cast<float>(income);
  out.demand.status = static_cast<float>(2 * spread - 1);
  out.demand.neighbourhood = static_cast<std::uint16_t>(bits[1] % kNeighbourhoods);
  out.demand.has_origin = true;
  out.demand.rooms = static_cast<std::uint8_t>(1 + bits[2] % 5);
  out.demand.stage = static_cast<simulate::LifeStage>(bits[3] % simulate::kLifeStages);
  out.buys_to = std::numeric_limits<float>::max();
  out.reservation = -std::numeric_limits<float>::infinity();
  out.waiting = static_cast<float>((bits[3] >> 8U) % 15);
  out.may_rent_social = true;
  return out;
}

Vacancy made_vacancy(std::uint32_t number, simulate::Stream stream) {
  const Block bits = simulate::draw(stream, number, 0, DrawSite::country, 1);
  // Half for sale, three in ten social.
  const std::uint32_t tenth = bits[0] % 10;
  const auto tenure = static_cast<simulate::Tenure>(tenth < 5 ? 0 : (tenth < 8 ? 1 : 2));
  constexpr std::array<double, simulate::kTenures> kCheapest{6, 4.5, 7};  // thousands of euros a year
  constexpr std::array<double, simulate::kTenures> kDearest{24, 8.5, 18};
  const auto at = static_cast<std::size_t>(tenure);
  Vacancy out;
  out.offer.dwelling = number;
  out.offer.cost = static_cast<float>(kCheapest[at] + (kDearest[at] - kCheapest[at]) * simulate::unit(bits[1]));
  out.offer.neighbourhood = static_cast<std::uint16_t>(bits[2] % kNeighbourhoods);
  out.offer.rooms = static_cast<std::uint8_t>(1 + bits[3] % simulate::kMaxRooms);
  out.offer.segment =
      simulate::segment_of(tenure, static_cast<simulate::DwellingType>((bits[3] >> 8U) % simulate::kDwellingTypes));
  out.offer.key = static_cast<std::uint32_t>(simulate::derived_key(2, 0, number));
  return out;
}

simulate::MarketSetting setting_of_one_region() {
  simulate::MarketSetting out;
  for (std::uint16_t i = 0; i < kNeighbourhoods; ++i) out.district_of.push_back(i / kNeighbourhoodsAcross);
  out.income_bounds = {20, 30, 48, 74};
  return out;
}

}  // namespace

MarketBench bench_market(std::uint32_t movers, simulate::Stream stream, int threads, const Stopwatch& stopwatch) {
  simulate::Parameters parameters;
  parameters.alternatives = kAlternatives;
  parameters.rent_to_income = 1;
  const auto neighbourhoods = square_of_neighbourhoods(stream);
  simulate::Worth worth(parameters, neighbourhoods);
  worth.update(neighbourhoods, std::vector<float>(neighbourhoods.size(), 0));
  std::vector<Searcher> searchers;
  for (std::uint32_t i = 0; i < movers; ++i) searchers.push_back(made_searcher(i, stream));
  std::vector<Vacancy> vacancies;
  const auto number = static_cast<std::uint32_t>(movers * kVacanciesPerMover);
  for (std::uint32_t i = 0; i < number; ++i) vacancies.push_back(made_vacancy(i, stream));
  std::vector<std::uint32_t> taken(number, 0);
  const auto settle = [&](const Searcher&, const Vacancy& vacancy) -> std::optional<Vacancy> {
    ++taken[vacancy.offer.dwelling];
    return std::nullopt;
  };
  const simulate::MarketSetting setting = setting_of_one_region();
  MarketBench out;
  simulate::MarketResult result;
  out.elapsed = stopwatch([&] {
    result = simulate::clear_market(std::move(searchers), std::move(vacancies), parameters, worth, setting,
                                    {stream, 1, 2022, threads}, settle);
  });
  for (const std::uint32_t times : taken) {
    out.matched += times > 0 ? 1 : 0;
    out.double_booked += times > 1 ? 1 : 0;
  }
  out.rounds = result.filled.size();
  return out;
}

}  // namespace koers
