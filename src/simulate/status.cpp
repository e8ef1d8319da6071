// SPDX-License-Identifier: EUPL-1.2
#include "simulate/status.h"

#include <algorithm>
#include <cmath>

#include "simulate/family.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

constexpr double kIncomeWeight = 0.5;
constexpr double kEducationWeight = 0.3;
constexpr double kWorkWeight = 0.2;
constexpr double kLeastIncome = 1;  // thousand euros: ln of nothing would outweigh all else
/// Sums in whole numbers do not depend on their order.
constexpr double kFixedPoint = 0x1.0p24;

double ln_income(double income, int members) { return ln(std::max(income, kLeastIncome)) - 0.5 * ln(members); }

Education highest_of_adults(const Population& population, HouseholdIndex household) {
  const PersonIndex head = population.households.first[household];
  const PersonIndex partner = partner_of(population, household);
  const Education own = population.persons.education[head];
  return partner == kNone ? own : std::max(own, population.persons.education[partner]);
}

struct Spread {
  double mean = 0;
  double deviation = 1;
};

Spread spread_of(const std::vector<double>& values) {
  if (values.empty()) return {};
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
  return {mean, deviation > 0 ? deviation : 1};
}

void set_quintiles(std::vector<float> incomes, IncomeBounds& bounds) {
  if (incomes.empty()) return;
  std::ranges::sort(incomes);
  for (std::size_t i = 0; i < bounds.size(); ++i) bounds[i] = incomes[(i + 1) * incomes.size() / kQuintiles];
}

void set_scale_of_neighbourhoods(const Population& start, const Year& year, StatusScale& scale) {
  std::vector<float> status;
  update_status(start, scale, year, status);
  const std::vector<float> mean = mean_status(start, status);
  std::vector<std::uint8_t> lived_in(mean.size(), 0);
  for (HouseholdIndex i = 0; i < start.households.rows(); ++i) {
    if (start.households.first[i] != kNone && start.households.dwelling[i] != kNone)
      lived_in[start.households.neighbourhood[i]] = 1;
  }
  std::vector<double> of_lived_in;
  for (std::size_t i = 0; i < mean.size(); ++i) {
    if (lived_in[i] != 0) of_lived_in.push_back(static_cast<double>(mean[i]));
  }
  const Spread spread = spread_of(of_lived_in);
  scale.mean = spread.mean;
  scale.deviation = spread.deviation;
}

}  // namespace

double status_of(const StatusScale& scale, double income, int members, Education highest, Work work) {
  return kIncomeWeight * (ln_income(income, members) - scale.income_mean) / scale.income_deviation +
         kEducationWeight * (static_cast<int>(highest) - 1) - (work == Work::none ? kWorkWeight : 0);
}

double status_of(const StatusScale& scale, const Population& population, HouseholdIndex household) {
  const Households& households = population.households;
  return status_of(scale, static_cast<double>(households.income[household]), households.members[household],
                   highest_of_adults(population, household), population.persons.work[households.first[household]]);
}

StatusScale status_scale(const Population& start, const Year& year) {
  StatusScale scale;
  std::vector<double> ln_incomes;
  std::vector<float> incomes;
  for (HouseholdIndex i = 0; i < start.households.rows(); ++i) {
    if (start.households.first[i] == kNone || start.households.dwelling[i] == kNone) continue;
    incomes.push_back(start.households.income[i]);
    ln_incomes.push_back(ln_income(static_cast<double>(incomes.back()), start.households.members[i]));
  }
  const Spread spread = spread_of(ln_incomes);
  scale.income_mean = spread.mean;
  scale.income_deviation = spread.deviation;
  set_quintiles(std::move(incomes), scale.quintiles);
  set_scale_of_neighbourhoods(start, year, scale);
  return scale;
}

void update_status(const Population& population, const StatusScale& scale, const Year& year, std::vector<float>& status) {
  status.resize(population.households.rows());
  for_each_range(status.size(), year.threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const auto household = static_cast<HouseholdIndex>(i);
      status[i] = population.households.first[i] == kNone ? 0.0F : static_cast<float>(status_of(scale, population, household));
    }
  });
}

std::vector<float> mean_status(const Population& population, const std::vector<float>& status) {
  std::vector<std::int64_t> sum(population.neighbourhoods.size(), 0);
  std::vector<std::int64_t> count(population.neighbourhoods.size(), 0);
  for (std::size_t i = 0; i < status.size(); ++i) {
    if (population.households.first[i] == kNone || population.households.dwelling[i] == kNone) continue;
    const std::uint16_t place = population.households.neighbourhood[i];
    sum[place] += static_cast<std::int64_t>(static_cast<double>(status[i]) * kFixedPoint);
    ++count[place];
  }
  std::vector<float> mean(sum.size(), 0);
  for (std::size_t i = 0; i < sum.size(); ++i) {
    if (count[i] > 0) mean[i] = static_cast<float>(static_cast<double>(sum[i]) / static_cast<double>(count[i]) / kFixedPoint);
  }
  return mean;
}

void update_scores(Population& population, const StatusScale& scale, const std::vector<float>& mean) {
  for (std::size_t i = 0; i < mean.size(); ++i) {
    population.neighbourhoods[i].score = static_cast<float>((static_cast<double>(mean[i]) - scale.mean) / scale.deviation);
  }
}

}  // namespace koers::simulate
