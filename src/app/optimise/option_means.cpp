// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/option_means.h"

#include <algorithm>
#include <cstdlib>

#include "app/optimise/option_series.h"

namespace koers {
namespace {

/// Adds the years `start` … `until` − 1 of an option, of which no year is after the agenda.
void add_option(OptionMeans& means, const AppraisalOption& option, int start, int until, int years) {
  const int last = std::min({start + option.years, until, years});
  for (const OptionSeries& each : series_of(option)) {
    auto& series = (each.means.kind == Kind::fund ? means.money : means.people)[each.means.id];
    series.resize(static_cast<std::size_t>(years));
    for (int year = start; year < last; ++year)
      series[static_cast<std::size_t>(year)] += each.amounts[static_cast<std::size_t>(year - start)];
  }
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
