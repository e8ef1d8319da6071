// SPDX-License-Identifier: EUPL-1.2
// The rules of indicators and of what is done with them.
#include <algorithm>
#include <set>
#include <tuple>

#include "model/check.h"
#include "model/personal_data.h"

namespace koers {
namespace {

constexpr double kRoundingOfShares = 0.02;  // published shares are rounded

/// Characters of UTF-8 in the first `bytes`.
std::size_t count_characters(const std::string& text, std::size_t bytes) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bytes),
                                                [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool ascends(const ReferenceDistribution& each) {
  const std::array order{each.p5, each.p10, each.p25, each.p50, each.p75, each.p90, each.p95};
  return std::is_sorted(order.begin(), order.end(),
                        [](const Decimal& a, const Decimal& b) { return a.to_double() < b.to_double(); });
}

}  // namespace

void CityCheck::check_own_rules(const Indicator& indicator) {
  const Reference self{Kind::indicator, indicator.id.str()};
  check_unit(indicator.unit, self, "unit");
  if (indicator.decimals < 0 || indicator.decimals > kMaxDecimalPlaces) {
    fault("type", self, "decimals", std::to_string(indicator.decimals), "0 to 9 decimals");
  }
  if (indicator.range && indicator.range->highest.to_double() <= indicator.range->lowest.to_double()) {
    fault("range", self, "range.highest", to_string(indicator.range->highest), "more than " + to_string(indicator.range->lowest));
  }
  if (indicator.relevant_step && indicator.relevant_step->units <= 0) {
    fault("range", self, "relevant_step", to_string(*indicator.relevant_step), "more than 0");
  }
  if (indicator.disclosure && (indicator.disclosure->threshold < 0 || indicator.disclosure->rounding < 1)) {
    fault("range", self, "disclosure", "a negative threshold or a rounding below 1", "a threshold from 0, a rounding from 1");
  }
}

void CityCheck::check_own_rules(const IndicatorSet& set) {
  const Reference self{Kind::indicator_set, set.id.str()};
  std::set<std::string> seen;
  double total = 0;
  for (std::size_t i = 0; i < set.members.size(); ++i) {
    const WeightedIndicator& member = set.members[i];
    const std::string path = "members[" + std::to_string(i) + ']';
    if (!seen.insert(member.indicator.str()).second) {
      fault("double_id", self, path + ".indicator", member.indicator.str(), "every indicator once");
    }
    if (member.weight.units < 0) fault("range", self, path + ".weight", to_string(member.weight), "a weight from 0");
    total += member.weight.to_double();
  }
  if (!set.members.empty() && total <= 0) fault("sum", self, "members", "weights that add up to 0", "a weight above 0");
  const bool needs_subject = set.purpose == SetPurpose::mechanism;
  const bool is_mechanism = set.subject && set.subject->kind == Kind::mechanism;
  if (needs_subject && !is_mechanism) {
    fault("type", self, "subject", set.subject ? to_string(*set.subject) : "nothing", "the mechanism that it measures");
  }
}

void CityCheck::check_own_rules(const Target& target) {
  const Reference self{Kind::target, target.id.str()};
  check_area(target.area, self, "area");
  if (target.relative_to) check_area(*target.relative_to, self, "relative_to");
}

void CityCheck::check_own_rules(const ReferenceDistribution& distribution) {
  const Reference self{Kind::reference_distribution, distribution.id.str()};
  if (distribution.count < 1) fault("range", self, "count", std::to_string(distribution.count), "at least one area");
  if (distribution.standard_deviation.units < 0) {
    fault("range", self, "standard_deviation", to_string(distribution.standard_deviation), "a number from 0");
  }
  if (!ascends(distribution)) fault("range", self, "p50", "percentiles out of order", "p5 ≤ p10 ≤ p25 ≤ p50 ≤ p75 ≤ p90 ≤ p95");
}

void CityCheck::check_own_rules(const Crosswalk& crosswalk) {
  const Reference self{Kind::crosswalk, crosswalk.id.str()};
  std::map<std::string, double> totals;
  for (std::size_t i = 0; i < crosswalk.shares.size(); ++i) {
    const CrosswalkShare& share = crosswalk.shares[i];
    const std::string path = "shares[" + std::to_string(i) + ']';
    check_area(share.to, self, path + ".to");
    const double weight = share.weight.to_double();
    if (weight <= 0 || weight > 1) fault("range", self, path + ".weight", to_string(share.weight), "a share above 0, at most 1");
    totals[share.from] += weight;
  }
  for (const auto& [from, total] : totals) {
    if (total <= 1 + kRoundingOfShares) continue;
    fault("sum", self, "shares", "shares of " + from + " that add up to " + std::to_string(total), "at most 1");
  }
}

void CityCheck::check_own_rules(const Signal& signal) {
  const Reference self{Kind::signal, signal.id.str()};
  check_area(signal.area, self, "area");
  if (signal.upper.to_double() < signal.lower.to_double()) {
    fault("range", self, "upper", to_string(signal.upper), "not less than " + to_string(signal.lower));
  }
  const double probability = signal.probability.to_double();
  if (probability < 0 || probability > 1) {
    fault("range", self, "probability", to_string(signal.probability), "a number from 0 to 1");
  }
  if (signal.answer.has_value() != signal.answered_on.has_value() || signal.answer.has_value() != signal.reason.has_value()) {
    fault("missing_field", self, "answer", "an answer, reason or date alone", "answer, reason and answered_on together");
  }
  check_signal_dates(signal);
  const int year = signal.raised_on.year;
  check_impersonal(signal.reviewer, year, self, "reviewer");
  if (signal.reason) check_impersonal(*signal.reason, year, self, "reason");
  for (std::size_t i = 0; i < signal.replies.size(); ++i) {
    const std::string path = "replies[" + std::to_string(i) + ']';
    check_impersonal(signal.replies[i].from, signal.replies[i].date.year, self, path + ".from");
    check_impersonal(signal.replies[i].text, signal.replies[i].date.year, self, path + ".text");
  }
}

/// A figure comes before the question about it, and the question before what is said to it.
void CityCheck::check_signal_dates(const Signal& signal) {
  const Reference self{Kind::signal, signal.id.str()};
  check_order(signal.period.from, signal.raised_on, self, "raised_on");
  if (signal.deadline.last_day() <= signal.raised_on.first_day()) {
    fault("years_out_of_order", self, "deadline", to_string(signal.deadline), "after " + to_string(signal.raised_on));
  }
  if (signal.answered_on) check_order(signal.raised_on, *signal.answered_on, self, "answered_on");
  for (std::size_t i = 0; i < signal.replies.size(); ++i) {
    check_order(signal.raised_on, signal.replies[i].date, self, "replies[" + std::to_string(i) + "].date");
  }
}

/// One question about one figure: a second would be counted twice among hits and false alarms.
void CityCheck::check_signals_once() {
  std::set<std::tuple<std::string, Reference, Period>> seen;
  for (const Signal& each : city_.all<Signal>()) {
    if (seen.emplace(each.indicator.str(), each.area, each.period).second) continue;
    fault("double_id", {Kind::signal, each.id.str()}, "indicator",
          each.indicator.str() + " of " + to_string(each.area) + " in " + to_string(each.period) + " a second time",
          "one signal about a figure");
  }
}

void CityCheck::check_own_rules(const FieldNote& note) {
  const Reference self{Kind::field_note, note.id.str()};
  check_area(note.area, self, "area");
  if (note.month.month == 0 || note.month.day != 0) {
    fault("type", self, "month", to_string(note.month), "a month such as 2022-03: a day says too much of a person");
  }
  check_impersonal(note.text, note.month.year, self, "text");
  check_impersonal(note.profession, note.month.year, self, "profession");
}

/// Names the kind and the place, never the data itself: a fault is shown, logged and kept.
void CityCheck::check_impersonal(const std::string& text, int year, const Reference& document, const std::string& path) {
  for (const PersonalData& each : find_personal_data(text, year)) {
    fault("personal_data", document, path,
          std::string(name_of(each.kind)) + " at character " + std::to_string(count_characters(text, each.offset) + 1),
          "what is seen, without anybody in it");
  }
}

/// Why a figure cannot be true, as far as its indicator tells.
std::optional<std::string> CityCheck::wrong_value(const Observation& observation) const {
  const Indicator* indicator = city_.find(observation.indicator);
  if (indicator == nullptr || !observation.value || !indicator->range) return std::nullopt;
  const double value = observation.value->to_double();
  const Range& range = *indicator->range;
  if (value >= range.lowest.to_double() && value <= range.highest.to_double()) return std::nullopt;
  return to_string(range.lowest) + " to " + to_string(range.highest) + " " + indicator->unit;
}

}  // namespace koers
