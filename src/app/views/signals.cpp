// SPDX-License-Identifier: EUPL-1.2
#include "app/views/signals.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/monitor/population.h"
#include "monitor/proportion.h"

namespace koers::views {
namespace {

bool is_hit(SignalAnswer answer) { return answer == SignalAnswer::real || answer == SignalAnswer::acted_on; }

/// The district of a neighbourhood; a district itself.
Reference district_of(const City& city, const Reference& area) {
  return area.kind == Kind::neighbourhood ? parent_of(city, area).value_or(area) : area;
}

std::vector<Mentioned> themes_of(const City& city, const Id<Indicator>& indicator) {
  std::vector<Mentioned> out;
  for (const IndicatorSet& set : city.all<IndicatorSet>()) {
    const auto is_it = [&](const WeightedIndicator& each) { return each.indicator == indicator && each.weight.units != 0; };
    if (set.purpose != SetPurpose::theme || std::none_of(set.members.begin(), set.members.end(), is_it)) continue;
    out.push_back(mentioned(city, set.id));
  }
  return out;
}

/// Values of areas of one kind in one period.
std::optional<Spread> spread_beside(const MonitorContext& context, const SignalView& view, bool in_district) {
  const Reference self{view.area.kind, view.area.id};
  const Reference district = district_of(context.city, self);
  std::vector<Decimal> values;
  for (const auto& [area, series] : context.series.areas_of(Id<Indicator>(view.indicator.id))) {
    if (area.kind != self.kind || (in_district && district_of(context.city, area) != district)) continue;
    const Moment* moment = context.series.at(Id<Indicator>(view.indicator.id), area, view.period);
    if (moment != nullptr && moment->value()) values.push_back(*moment->observation->value);
  }
  return spread_of(std::move(values));
}

/// Efforts in the area, in a part of it, or in the district that it lies in; those of the whole city say nothing about it.
std::vector<Mentioned> running_in(const City& city, const Reference& area) {
  return mentioned_where<Effort>(city, [&](const Effort& effort) {
    return effort.state < EffortState::evaluated &&
           std::any_of(effort.areas.begin(), effort.areas.end(), [&](const Reference& at) {
             const bool is_around = at.kind == Kind::district && parent_of(city, area) == at;
             return at == area || is_around || parent_of(city, at) == area;
           });
  });
}

/// What is the same for a signal that is only found and one that is kept.
SignalView frame_of(const MonitorContext& context, const Indicator& indicator, const Reference& area, const Period& period) {
  SignalView view;
  view.id = signal_id(indicator.id, area, period).str();
  view.indicator = mentioned(context.city, indicator.id);
  view.definition = indicator.definition;
  view.unit = indicator.unit;
  view.decimals = indicator.decimals;
  view.polarity = indicator.polarity;
  view.area = mentioned(context.city, area);
  if (const auto parent = parent_of(context.city, area)) view.parent = mentioned(context.city, *parent);
  view.themes = themes_of(context.city, indicator.id);
  view.period = period;
  if (area.kind == Kind::neighbourhood) view.same_district = spread_beside(context, view, true);
  view.same_kind = spread_beside(context, view, false);
  for (const Moment& each : context.series.of(indicator.id, area)) {
    if (each.value()) view.history.push_back({each.period(), *each.observation->value});
  }
  if (const Moment* moment = context.series.at(indicator.id, area, period)) {
    view.figure_status = moment->observation->status;
    view.source = moment->observation->source;
  }
  view.running = running_in(context.city, area);
  return view;
}

SignalView view_of(const MonitorContext& context, const FoundSignal& found) {
  SignalView view = frame_of(context, *found.indicator, found.observation->area, found.observation->period);
  view.state = SignalState::fresh;
  view.level = found.level;
  view.value = *found.observation->value;
  view.expected = {found.expected, found.lower, found.upper};
  view.probability = found.probability;
  view.is_found = true;
  view.reviewer = found.indicator->owner;
  return view;
}

/// The document says what was seen when it was raised; the figures may have been corrected since.
SignalView view_of(const MonitorContext& context, const Signal& signal) {
  const Indicator& indicator = *context.city.find(signal.indicator);
  SignalView view = frame_of(context, indicator, signal.area, signal.period);
  view.id = signal.id.str();
  view.state = state_of(signal, context.today);
  view.level = signal.level;
  view.value = signal.value;
  view.expected = {signal.expected.to_double(), signal.lower.to_double(), signal.upper.to_double()};
  view.probability = signal.probability.to_double();
  view.reviewer = signal.reviewer;
  view.raised_on = signal.raised_on;
  view.deadline = signal.deadline;
  view.answer = signal.answer;
  view.reason = signal.reason;
  view.answered_on = signal.answered_on;
  view.replies = signal.replies;
  view.status = signal.status;
  return view;
}

int place_of(SignalState state) {
  constexpr std::array kOrder{SignalState::overdue, SignalState::fresh, SignalState::open, SignalState::answered};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), state) - kOrder.begin());
}

bool comes_before(const SignalView& a, const SignalView& b) {
  if (a.state != b.state) return place_of(a.state) < place_of(b.state);
  if (a.state == SignalState::answered) return *b.answered_on < *a.answered_on;
  if (a.level != b.level) return b.level < a.level;
  return a.probability > b.probability;
}

bool lies_in(const City& city, const Reference& area, const std::string& code) {
  if (area.id == code) return true;
  const auto parent = parent_of(city, area);
  return parent && lies_in(city, *parent, code);
}

}  // namespace

SignalState state_of(const Signal& signal, std::chrono::year_month_day today) {
  if (signal.answer) return SignalState::answered;
  return signal.deadline.last_day() < today ? SignalState::overdue : SignalState::open;
}

SignalQuality quality_of(const City& city, std::chrono::year_month_day today) {
  SignalQuality out;
  for (const Signal& signal : city.all<Signal>()) {
    if (signal.answer) {
      ++(is_hit(*signal.answer) ? out.hits : out.false_alarms);
      out.status = std::max(out.status, signal.status);
    }
    if (state_of(signal, today) == SignalState::open) ++out.open;
    if (state_of(signal, today) == SignalState::overdue) ++out.overdue;
  }
  const int answered = out.hits + out.false_alarms;
  if (answered > 0) out.hit_rate = view_of(monitor::wilson_interval(out.hits, answered));
  return out;
}

SignalBoard signal_board(const City& city, std::chrono::year_month_day today) {
  const SeriesIndex series(city);
  const MonitorContext context{city, series, today};
  SignalBoard board{to_date(today), 0, {}, quality_of(city, today)};
  std::map<std::string, std::size_t> kept;  // place in `signals`, by the name of what it is about
  for (const Signal& signal : city.all<Signal>()) {
    kept[signal_id(signal.indicator, signal.area, signal.period).str()] = board.signals.size();
    board.signals.push_back(view_of(context, signal));
  }
  const SignalSearch search = find_signals(city, series);
  board.tested = search.tested;
  for (const FoundSignal& found : search.found) {
    const auto held = kept.find(signal_id(found.indicator->id, found.observation->area, found.observation->period).str());
    if (held != kept.end()) {
      board.signals[held->second].is_found = true;
      continue;
    }
    board.signals.push_back(view_of(context, found));
    ++board.quality.fresh;
  }
  std::stable_sort(board.signals.begin(), board.signals.end(), comes_before);
  return board;
}

Result<SignalBoard> signals_of(const SignalBoard& board, const City& city, const std::string& area) {
  const bool is_known = city.contains({Kind::municipality, area}) || city.contains({Kind::district, area}) ||
                        city.contains({Kind::neighbourhood, area});
  if (!is_known) return failure(ErrorCode::not_found, "There is no area `" + area + "`.");
  SignalBoard out{board.date, board.tested, {}, board.quality};
  std::copy_if(board.signals.begin(), board.signals.end(), std::back_inserter(out.signals), [&](const SignalView& each) {
    return lies_in(city, {each.area.kind, each.area.id}, area);
  });
  return out;
}

}  // namespace koers::views
