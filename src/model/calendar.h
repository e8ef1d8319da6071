// SPDX-License-Identifier: EUPL-1.2
// The calendar of the policy cycle (mission C9): what is due or late on a given day. A function of the city and the day only.
#pragma once
#include <chrono>

#include "model/city.h"

namespace koers {

enum class DueState : std::uint8_t { late = 1, due = 2, upcoming = 3, not_yet = 4 };
BOOST_DESCRIBE_ENUM(DueState, late, due, upcoming, not_yet)

/// Why something is in the calendar.
enum class DueReason : std::uint8_t {
  comes_round = 1,  ///< so many years after it was last done
  never_done = 2,   ///< nobody has written down that it was ever done
  own_review = 3,   ///< the policy document names the year of its review
  end_of_term = 4,  ///< the policy document names the year until which it runs
  review_rule = 5,  ///< the policy document names no year: `kPolicyReviewYears`
  planned_end = 6   ///< the effort was to end
};
BOOST_DESCRIBE_ENUM(DueReason, comes_round, never_done, own_review, end_of_term, review_rule, planned_end)

/// `due`: between its first and last day. `upcoming`: its first day is at most a quarter away.
struct DueItem {
  Reference document;  ///< the cycle activity, policy document, effort or vision that it is about
  Text title;
  Quadrant quadrant{};
  DueState state{};
  DueReason reason{};
  Date due_from;
  Date due_by;
  int days = 0;  ///< from the day to `due_by`; negative: late
  std::optional<Reference> subject;
  Status status = Status::source;
  std::vector<Citation> sources;
};

inline constexpr int kUpcomingDays = 92;
/// A policy document that names no term is looked at again after this many years (our own rule; shown as `derived`).
inline constexpr int kPolicyReviewYears = 5;

/// The earliest `due_by` first; activities that never were done and have no fixed month are due at once.
[[nodiscard]] std::vector<DueItem> calendar(const City& city, std::chrono::year_month_day today);

/// The year in which a policy document in force is to be reviewed, by its own word or by the rule; none when unknown.
[[nodiscard]] std::optional<Year> review_year(const PolicyDocument& document);

}  // namespace koers
