// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/option_series.h"

#include <algorithm>
#include <tuple>

namespace koers {
namespace {

// Money and people are the same thing here but for their names.
const Id<Fund>& means_of(const OptionCost& each) { return each.fund; }
const Id<Team>& means_of(const OptionPeople& each) { return each.team; }
Reference reference_of(const OptionCost& each) { return {Kind::fund, each.fund.str()}; }
Reference reference_of(const OptionPeople& each) { return {Kind::team, each.team.str()}; }
std::int64_t hundredths(Euro amount) { return amount.cents; }
std::int64_t hundredths(Fte amount) { return amount.hundredths; }

template <class Amount>
std::vector<std::int64_t> for_every_year(const std::vector<Amount>& amounts, std::size_t years) {
  std::vector<std::int64_t> out(years, amounts.size() == 1 ? hundredths(amounts.front()) : 0);
  if (amounts.size() > 1) {
    for (std::size_t i = 0; i < std::min(years, amounts.size()); ++i) out[i] = hundredths(amounts[i]);
  }
  return out;
}

void join(OptionSeries& one, const OptionSeries& other) {
  for (std::size_t i = 0; i < one.amounts.size(); ++i) one.amounts[i] = saturating_sum(one.amounts[i], other.amounts[i]);
  one.status = std::max(one.status, other.status);
  if (one.sources != other.sources) one.sources.clear();
}

template <class List>
void add_series(std::vector<OptionSeries>& out, const List& list, std::size_t years) {
  for (const auto& each : list) {
    OptionSeries series{reference_of(each), for_every_year(each.amounts, years), each.status, each.sources};
    const auto same = std::find_if(out.begin(), out.end(), [&](const OptionSeries& held) { return held.means == series.means; });
    if (same == out.end()) {
      out.push_back(std::move(series));
    } else {
      join(*same, series);
    }
  }
}

template <class Amount>
std::vector<Amount> as_amounts(const std::vector<std::int64_t>& hundredths) {
  const bool is_level = std::adjacent_find(hundredths.begin(), hundredths.end(), std::not_equal_to<>()) == hundredths.end();
  std::vector<Amount> out;
  for (const std::int64_t each : hundredths) {
    out.push_back(Amount{each});
    if (is_level) break;
  }
  return out;
}

template <class Entry>
void put(std::vector<Entry>& list, Entry entry) {
  const auto is_same = [&](const Entry& each) { return means_of(each) == means_of(entry); };
  const auto first = std::find_if(list.begin(), list.end(), is_same);
  if (first == list.end()) {
    list.push_back(std::move(entry));
    return;
  }
  list.erase(std::remove_if(first + 1, list.end(), is_same), list.end());
  *first = std::move(entry);
}

}  // namespace

std::vector<OptionSeries> series_of(const AppraisalOption& option) {
  const auto years = static_cast<std::size_t>(std::max(option.years, 0));
  std::vector<OptionSeries> out;
  add_series(out, option.costs, years);
  add_series(out, option.people, years);
  return out;
}

void put_series(AppraisalOption& option, const OptionSeries& series) {
  if (series.means.kind == Kind::fund) {
    put(option.costs, {Id<Fund>(series.means.id), as_amounts<Euro>(series.amounts), series.status, series.sources});
  } else {
    put(option.people, {Id<Team>(series.means.id), as_amounts<Fte>(series.amounts), series.status, series.sources});
  }
}

YearSpan start_years(const Appraisal& appraisal, const AppraisalOption& option, const YearSpan& agenda) {
  if (option.form == OptionForm::keep) return {agenda.from, agenda.from};
  const int first = option.starts ? option.starts->from.value : agenda.from.value;
  const int free = appraisal.bound_until ? appraisal.bound_until->value + 1 : first;
  const int last = option.starts ? option.starts->to.value : agenda.to.value;
  const Year from{std::max({first, free, std::min(agenda.from.value, last)})};
  return {from, {std::max(from.value, last)}};
}

Decimal decimal_of(std::int64_t hundredths) {
  Decimal out{hundredths, 2};
  while (out.places > 0 && out.units % 10 == 0) {
    out.units /= 10;
    --out.places;
  }
  return out;
}

}  // namespace koers
