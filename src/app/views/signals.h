// SPDX-License-Identifier: EUPL-1.2
// Signals as work: what the figures ask now, joined with what was asked before, who must answer, and what came of it.
#pragma once
#include "app/monitor/found_signals.h"
#include "app/views/indicator_state.h"

namespace koers::views {

/// Where a signal stands. `fresh`: found in the figures and asked of nobody yet.
enum class SignalState : std::uint8_t { fresh = 1, open = 2, overdue = 3, answered = 4 };
BOOST_DESCRIBE_ENUM(SignalState, fresh, open, overdue, answered)

struct PastFigure {
  Period period;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(PastFigure, (), (period, value))

struct SignalView {
  std::string id;  ///< of the document, or the one that it gets when it is raised
  SignalState state{};
  SignalLevel level{};
  Mentioned indicator;
  Text definition;
  std::string unit;
  int decimals = 0;
  Polarity polarity{};
  Mentioned area;
  std::optional<Mentioned> parent;
  std::vector<Mentioned> themes;
  Period period;
  Decimal value;
  Estimate expected;
  double probability = 0;
  bool is_found = false;                ///< do the figures of now still ask it?
  std::optional<Spread> same_district;  ///< areas of its kind in the same district, in the same period
  std::optional<Spread> same_kind;      ///< all areas of its kind in the city
  std::vector<PastFigure> history;      ///< of this area, ascending
  std::vector<Mentioned> running;       ///< efforts that touch the area
  std::optional<ObservationStatus> figure_status;
  std::optional<Citation> source;
  std::optional<std::string> reviewer;  ///< of a fresh one: who would get it
  std::optional<Date> raised_on;
  std::optional<Date> deadline;
  std::optional<SignalAnswer> answer;
  std::optional<std::string> reason;
  std::optional<Date> answered_on;
  std::vector<Reply> replies;
  Status status = Status::derived;
};
BOOST_DESCRIBE_STRUCT(SignalView, (),
                      (id, state, level, indicator, definition, unit, decimals, polarity, area, parent, themes, period, value,
                       expected, probability, is_found, same_district, same_kind, history, running, figure_status, source,
                       reviewer, raised_on, deadline, answer, reason, answered_on, replies, status))

/// How good the signals were, by the answers of the reviewers: the truth that they are judged against.
struct SignalQuality {
  int hits = 0;
  int false_alarms = 0;
  int open = 0;  ///< asked, not answered, not late
  int overdue = 0;
  int fresh = 0;
  std::optional<Estimate> hit_rate;  ///< share of the answers, with a 90 % interval; none without answers
  Status status = Status::derived;   ///< of the answers: illustrative when one of them is
};
BOOST_DESCRIBE_STRUCT(SignalQuality, (), (hits, false_alarms, open, overdue, fresh, hit_rate, status))

struct SignalBoard {
  Date date;
  int tested = 0;  ///< pairs of area and indicator that could be judged
  std::vector<SignalView> signals;
  SignalQuality quality;  ///< of the whole city, also when `signals` are those of an area
};
BOOST_DESCRIBE_STRUCT(SignalBoard, (), (date, tested, signals, quality))

/// First what waits for somebody: overdue, fresh, open; then what was answered, the latest first.
[[nodiscard]] SignalBoard signal_board(const City& city, std::chrono::year_month_day today);

/// The part of it about an area and the areas within it; `not_found` for an unknown code.
[[nodiscard]] Result<SignalBoard> signals_of(const SignalBoard& board, const City& city, const std::string& area);

[[nodiscard]] SignalState state_of(const Signal& signal, std::chrono::year_month_day today);
[[nodiscard]] SignalQuality quality_of(const City& city, std::chrono::year_month_day today);

}  // namespace koers::views
