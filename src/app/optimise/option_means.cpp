// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/option_means.h"

#include <algorithm>
#include <cstdlib>

namespace koers {
namespace {

std::int64_t whole(Euro amount) { return amount.cents; }
std::int64_t whole(Fte amount) { return amount.hundredths; }

using ByYear = std::map<std::string, std::vector<std::int64_t>>;

template <class Amount>
std::int64_t amount_in(const std::vector<Amount>& amounts, std::size_t year) {
  return whole(amounts.size() == 1 ? amounts.front() : amounts[year]);
}

/// Adds the years `first` … `last` − 1 of a series that starts in year `start`.
template <class Amount>
void add(ByYear& to, const std::string& name, const std::vector<Amount>& amounts, int start, int first, int last, int years) {
  if (amounts.empty()) return;
  auto& series = to[name];
  series.resize(static_cast<std::size_t>(years));
  for (int year = first; year < last; ++year) {
    series[static_cast<std::size_t>(year)] += amount_in(amounts, static_cast<std::size_t>(year - start));
  }
}

void add_option(OptionMeans& means, const AppraisalOption& option, int start, int until, int years) {
  const int last = std::min({start + option.years, until, years});
  for (const OptionCost& each : option.costs) add(means.money, each.fund.str(), each.amounts, start, start, last, years);
  for (const OptionPeople& each : option.people) add(means.people, each.team.str(), each.amounts, start, start, last, years);
}

}  // namespace

OptionMeans option_means(const AppraisalOption* keep, const AppraisalOption& option, int start, int years) {
  OptionMeans means;
  if (keep != nullptr && start > 0) add_option(means, *keep, 0, start, years);
  add_option(means, option, start, years, years);
  return means;
}

optimise::Cents shifted_money(const OptionMeans& means, const OptionMeans& baseline) {
  optimise::Cents sum = 0;
  for (const auto& [fund, amounts] : means.money) {
    const auto before = baseline.money.find(fund);
    for (std::size_t year = 0; year < amounts.size(); ++year) {
      sum += std::abs(amounts[year] - (before == baseline.money.end() ? 0 : before->second[year]));
    }
  }
  for (const auto& [fund, amounts] : baseline.money) {
    if (means.money.contains(fund)) continue;
    for (const optimise::Cents amount : amounts) sum += amount;
  }
  return sum;
}

optimise::Cents total_money(const OptionMeans& means) { return shifted_money(means, {}); }

}  // namespace koers
