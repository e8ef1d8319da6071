// SPDX-License-Identifier: EUPL-1.2
// What calls for attention in a neighbourhood: signals from the figures, and what people who work there see (mission F2).
#pragma once
#include "model/indicator.h"

namespace koers {

enum class SignalLevel : std::uint8_t { watch = 1, act = 2 };
BOOST_DESCRIBE_ENUM(SignalLevel, watch, act)

/// What the reviewer found. `real` and `acted_on` count as hits, `explained` and `data_fault` as false alarms.
enum class SignalAnswer : std::uint8_t { real = 1, explained = 2, data_fault = 3, acted_on = 4 };
BOOST_DESCRIBE_ENUM(SignalAnswer, real, explained, data_fault, acted_on)

/// What the neighbourhood itself says to a signal.
struct Reply {
  Date date;
  std::string from;  ///< a group or body, never a person
  std::string text;
  bool operator==(const Reply&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (date, from, text))

/// A question, not a label: a figure of an area is worse than what is expected by more than chance. Goes to a reviewer with a
/// deadline; the answer is kept and is the truth against which signals are judged.
struct Signal {
  Id<Signal> id;
  Id<Indicator> indicator;
  Reference area;
  Period period;
  SignalLevel level{};
  Decimal value;
  Decimal expected;
  Decimal lower;  ///< of the 90 % interval of what is expected
  Decimal upper;
  Decimal probability;   ///< that it is worse than expected by more than the relevant step
  std::string reviewer;  ///< a function or team
  Date raised_on;
  Date deadline;
  std::optional<SignalAnswer> answer;
  std::optional<std::string> reason;
  std::optional<Date> answered_on;
  std::vector<Reply> replies;
  Status status = Status::derived;
  bool operator==(const Signal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Signal, (),
                      (id, indicator, area, period, level, value, expected, lower, upper, probability, reviewer, raised_on,
                       deadline, answer, reason, answered_on, replies, status))

enum class Audience : std::uint8_t { staff = 1, everybody = 2 };
BOOST_DESCRIBE_ENUM(Audience, staff, everybody)

/// What somebody who works in an area sees there. Holds no personal data: an address, a name or a number of a person is refused.
struct FieldNote {
  Id<FieldNote> id;
  Id<IndicatorSet> theme;
  Reference area;
  Date month;
  std::string profession;  ///< of who saw it, such as youth worker
  std::string text;
  Audience audience{};
  Status status = Status::source;  ///< `source`: somebody who works there says so
  bool operator==(const FieldNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldNote, (), (id, theme, area, month, profession, text, audience, status))

}  // namespace koers
