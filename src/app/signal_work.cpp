// SPDX-License-Identifier: EUPL-1.2
#include "app/signal_work.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "app/monitor/found_signals.h"
#include "model/write_record.h"

namespace koers {
namespace {

Date day_of(Instant now) {
  const std::chrono::sys_time<std::chrono::microseconds> moment{std::chrono::microseconds{now.microseconds}};
  return to_date(std::chrono::floor<std::chrono::days>(moment));
}

Date weeks_after(const Date& date, int weeks) {
  return to_date(std::chrono::sys_days(date.first_day()) + std::chrono::weeks(weeks));
}

std::unexpected<Error> not_allowed(Action action) {
  return failure(ErrorCode::forbidden, std::string("You may not ") + name_of(action) + " a signal; ask for a role that may.");
}

Result<void> require_words(const std::string& words, const char* field, const char* expected) {
  const bool is_blank = words.find_first_not_of(" \t\r\n") == std::string::npos;
  if (!is_blank && words.size() <= kMaxTextBytes) return {};
  const std::string found = is_blank ? "nothing" : std::to_string(words.size()) + " bytes";
  return failure(ErrorCode::bad_input, std::string("`") + field + "` must be " + expected + '.',
                 {{"missing_field", {}, field, found, expected}});
}

/// What an engine computed, with one digit more than the indicator shows.
Decimal rounded(double value, int places) {
  const double scale = std::pow(10.0, places);
  Decimal out{std::llround(value * scale), places};
  while (out.places > 0 && out.units % 10 == 0) {
    out.units /= 10;
    --out.places;
  }
  return out;
}

Signal signal_from(const FoundSignal& found, const RaiseWish& wish, const Date& today) {
  const Observation& figure = *found.observation;
  const int places = std::min(found.indicator->decimals + 1, kMaxDecimalPlaces);
  Signal signal{};
  signal.id = signal_id(figure.indicator, figure.area, figure.period);
  signal.indicator = figure.indicator;
  signal.area = figure.area;
  signal.period = figure.period;
  signal.level = found.level;
  signal.value = *figure.value;
  signal.expected = rounded(found.expected, places);
  signal.lower = rounded(found.lower, places);
  signal.upper = rounded(found.upper, places);
  signal.probability = rounded(found.probability, 4);
  signal.reviewer = wish.reviewer ? *wish.reviewer : found.indicator->owner.value_or("");
  signal.raised_on = today;
  signal.deadline = wish.deadline.value_or(weeks_after(today, kWeeksToAnswer));
  return signal;
}

/// The signals of the wish, as they will be kept.
Result<std::vector<Signal>> signals_to_raise(const City& city, const RaiseWish& wish, const Date& today) {
  const SeriesIndex series(city);
  const SignalSearch search = find_signals(city, series);
  std::vector<Signal> out;
  for (const std::string& id : wish.signals) {
    if (city.all<Signal>().find(id) != nullptr) return failure(ErrorCode::conflict, "signal/" + id + " was raised before.");
    const auto found = std::find_if(search.found.begin(), search.found.end(), [&](const FoundSignal& each) {
      return signal_id(each.indicator->id, each.observation->area, each.observation->period).str() == id;
    });
    if (found == search.found.end()) return failure(ErrorCode::not_found, "The figures ask no signal `" + id + "`.");
    out.push_back(signal_from(*found, wish, today));
    const std::string who = "a function or team that answers for " + found->indicator->id.str() + ", which has no owner";
    if (auto named = require_words(out.back().reviewer, "reviewer", who.c_str()); !named) return std::unexpected(named.error());
  }
  return out;
}

/// Changes one signal that is there, on top of its latest revision.
template <class Change>
Result<Revision> change_signal(Workspace& workspace, const std::string& id, const Editor& editor, Change change) {
  const auto snapshot = workspace.refresh();
  const Reference document{Kind::signal, id};
  const Signal* held = snapshot->city.all<Signal>().find(id);
  if (held == nullptr) return failure(ErrorCode::not_found, "There is no " + to_string(document) + '.');
  Signal signal = *held;
  if (Result<void> changed = change(signal); !changed) return std::unexpected(changed.error());
  City after = snapshot->city;
  after.all<Signal>().put(signal);
  if (auto fit = require_fit(snapshot->city, after, document); !fit) return std::unexpected(fit.error());
  const int based_on = snapshot->versions.at(document).revision;
  auto written = append_drafts(workspace, std::array{Draft{Kind::signal, id, to_json_text(signal), based_on}}, editor);
  if (!written) return std::unexpected(written.error());
  return std::move(written->front());
}

}  // namespace

Result<std::vector<Revision>> raise_signals(Workspace& workspace, const RaiseWish& wish, const Editor& editor) {
  if (!may(editor.roles, Action::raise, Kind::signal)) return not_allowed(Action::raise);
  if (wish.signals.empty()) {
    return failure(ErrorCode::bad_input, "Say which signals to raise.", {{"empty", {}, "signals", "none", "at least one"}});
  }
  const auto snapshot = workspace.refresh();
  const auto signals = signals_to_raise(snapshot->city, wish, day_of(editor.now));
  if (!signals) return std::unexpected(signals.error());
  City after = snapshot->city;
  std::vector<Draft> drafts;
  for (const Signal& signal : *signals) {
    after.all<Signal>().put(signal);
    drafts.push_back({Kind::signal, signal.id.str(), to_json_text(signal), 0});
  }
  if (auto fit = require_fit(snapshot->city, after, {Kind::signal, signals->front().id.str()}); !fit) {
    return std::unexpected(fit.error());
  }
  return append_drafts(workspace, drafts, editor);
}

Result<Revision> answer_signal(Workspace& workspace, const std::string& id, const AnswerWish& wish, const Editor& editor) {
  if (!may(editor.roles, Action::answer, Kind::signal)) return not_allowed(Action::answer);
  if (auto said = require_words(wish.reason, "reason", "why, in a few words"); !said) return std::unexpected(said.error());
  return change_signal(workspace, id, editor, [&](Signal& signal) -> Result<void> {
    if (signal.answer)
      return failure(ErrorCode::conflict, "signal/" + id + " was answered on " + to_string(*signal.answered_on) + '.');
    signal.answer = wish.answer;
    signal.reason = wish.reason;
    signal.answered_on = wish.answered_on.value_or(day_of(editor.now));
    return {};
  });
}

Result<Revision> reply_to_signal(Workspace& workspace, const std::string& id, const ReplyWish& wish, const Editor& editor) {
  if (!may(editor.roles, Action::reply, Kind::signal)) return not_allowed(Action::reply);
  if (auto named = require_words(wish.from, "from", "a group or body"); !named) return std::unexpected(named.error());
  if (auto said = require_words(wish.text, "text", "what it says"); !said) return std::unexpected(said.error());
  return change_signal(workspace, id, editor, [&](Signal& signal) -> Result<void> {
    signal.replies.push_back({day_of(editor.now), wish.from, wish.text});
    return {};
  });
}

}  // namespace koers
