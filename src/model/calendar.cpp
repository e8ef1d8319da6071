// SPDX-License-Identifier: EUPL-1.2
#include "model/calendar.h"

#include <algorithm>

namespace koers {
namespace {

namespace chrono = std::chrono;
using chrono::sys_days;
using chrono::year_month_day;

year_month_day first_of(int year, int month) {
  return {chrono::year{year}, chrono::month{static_cast<unsigned>(month)}, chrono::day{1}};
}

Date last_of_month(int year, int month) { return to_date(Date{year, month, 0}.last_day()); }

DueState judge(year_month_day today, year_month_day from, year_month_day by) {
  if (by < today) return DueState::late;
  if (from <= today) return DueState::due;
  return (sys_days{from} - sys_days{today}).count() <= kUpcomingDays ? DueState::upcoming : DueState::not_yet;
}

struct Due {
  DueReason reason{};
  Date from;
  Date by;
};

DueItem item(const Reference& document, Text title, Quadrant quadrant, year_month_day today, const Due& when) {
  const auto [reason, from, by] = when;
  const DueState state = judge(today, from.first_day(), by.last_day());
  DueItem due{document, std::move(title), quadrant, state, reason, from, by, 0, {}, {}, {}};
  due.days = static_cast<int>((sys_days{by.last_day()} - sys_days{today}).count());
  return due;
}

/// Never done: at the next (or this) turn of its month; without a month, this year.
Due first_turn(const CycleActivity& activity, year_month_day today) {
  const int year = int(today.year());
  if (!activity.month) return {DueReason::never_done, to_date(first_of(year, 1)), last_of_month(year, 12)};
  const int turn = static_cast<int>(unsigned(today.month())) > *activity.month ? year + 1 : year;
  return {DueReason::never_done, to_date(first_of(turn, *activity.month)), last_of_month(turn, *activity.month)};
}

Due next_turn(const CycleActivity& activity, const Date& done) {
  // In the month that it always has; else in the month in which it was done; else any time in the year.
  const int month = activity.month.value_or(done.month);
  const int from = done.year + activity.every_years_min;
  const int by = done.year + activity.every_years_max;
  return {DueReason::comes_round, to_date(first_of(from, month == 0 ? 1 : month)), last_of_month(by, month == 0 ? 12 : month)};
}

DueItem due_of(const CycleActivity& activity, year_month_day today) {
  const Due when = activity.last_done ? next_turn(activity, *activity.last_done) : first_turn(activity, today);
  DueItem due = item({Kind::cycle_activity, activity.id.str()}, activity.title, activity.quadrant, today, when);
  due.subject = activity.subject;
  due.status = activity.status;
  due.sources = activity.sources;
  return due;
}

DueReason review_reason(const PolicyDocument& document) {
  if (document.review_due) return DueReason::own_review;
  return document.runs_until ? DueReason::end_of_term : DueReason::review_rule;
}

std::optional<DueItem> due_of(const PolicyDocument& document, year_month_day today) {
  const auto year = review_year(document);
  if (document.state != DocumentState::in_force || !year) return std::nullopt;
  DueItem due = item({Kind::policy_document, document.id.str()}, document.title, Quadrant::frameworks, today,
                     {review_reason(document), to_date(first_of(year->value, 1)), last_of_month(year->value, 12)});
  due.status = due.reason == DueReason::own_review ? document.status : Status::derived;
  due.sources = document.sources;
  return due;
}

std::optional<DueItem> due_of(const Effort& effort, year_month_day today) {
  if (effort.state != EffortState::running || !effort.ends) return std::nullopt;
  DueItem due = item({Kind::effort, effort.id.str()}, effort.title, Quadrant::realisation, today,
                     {DueReason::planned_end, to_date(effort.ends->first_day()), to_date(effort.ends->last_day())});
  due.status = effort.status;
  due.sources = effort.sources;
  return due;
}

}  // namespace

std::optional<Year> review_year(const PolicyDocument& document) {
  if (document.review_due) return document.review_due;
  if (document.runs_until) return document.runs_until;
  if (document.year) return Year{document.year->value + kPolicyReviewYears};
  return std::nullopt;
}

std::vector<DueItem> calendar(const City& city, year_month_day today) {
  std::vector<DueItem> items;
  for (const CycleActivity& activity : city.all<CycleActivity>()) items.push_back(due_of(activity, today));
  for (const PolicyDocument& document : city.all<PolicyDocument>()) {
    if (auto due = due_of(document, today)) items.push_back(std::move(*due));
  }
  for (const Effort& effort : city.all<Effort>()) {
    if (auto due = due_of(effort, today)) items.push_back(std::move(*due));
  }
  std::stable_sort(items.begin(), items.end(), [](const DueItem& a, const DueItem& b) { return a.due_by < b.due_by; });
  return items;
}

}  // namespace koers
