// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_words.h"

#include <algorithm>
#include <array>

namespace koers {
namespace {

using optimise::kNoColumn;
using optimise::RowKind;

constexpr std::array kLanguages{"nl", "en"};
constexpr int kPointDecimals = 3;
constexpr double kNear = 0.001;  // a gap below it would show as nothing

}  // namespace

std::string AgendaWords::points(optimise::Value value) const {
  return say_.number(static_cast<double>(value) / static_cast<double>(optimise::kUnitsPerPoint), kPointDecimals);
}

std::string AgendaWords::title(std::size_t item) const {
  return say_.text(problem_.city->title_of(problem_.items[item].appraisal->subject));
}

std::string AgendaWords::titles(const std::vector<std::size_t>& items) const {
  std::string out;
  for (const std::size_t item : items) out += (out.empty() ? "" : "; ") + title(item);
  return out;
}

std::string AgendaWords::percent(double share, int decimals) const { return say_.number(100 * share, decimals) + "%"; }

std::string AgendaWords::fte(optimise::CentiFte amount) const { return say_.number(static_cast<double>(amount) / 100, 2); }

std::string AgendaWords::name_of_row(RowKind row, std::size_t index) const {
  const Reference reference = row == RowKind::people ? Reference{Kind::team, problem_.portfolio.teams[index].id}
                                                     : Reference{Kind::fund, problem_.portfolio.sources[index].id};
  return say_.text(problem_.city->title_of(reference));
}

std::string AgendaWords::excess(RowKind row, std::size_t index, int year, std::int64_t amount) const {
  const std::string in = std::to_string(problem_.first_year() + year);
  if (row == RowKind::shift) return say_("agenda.overrun.shift", {{"amount", say_.euro({amount})}});
  if (row == RowKind::people)
    return say_("agenda.overrun.people", {{"amount", fte(amount)}, {"team", name_of_row(row, index)}, {"year", in}});
  return say_("agenda.overrun.money", {{"amount", say_.euro({amount})}, {"fund", name_of_row(row, index)}, {"year", in}});
}

std::string AgendaWords::quality(const optimise::Solution& solution) const {
  if (solution.outcome == optimise::Outcome::impossible) return say_("agenda.quality.impossible");
  if (solution.outcome == optimise::Outcome::not_found) return say_("agenda.quality.not_found");
  const std::string value = points(solution.objective);
  if (!solution.is_proved && solution.gap && *solution.gap < kNear) return say_("agenda.quality.near", {{"value", value}});
  if (solution.is_proved) return say_("agenda.quality.proved", {{"value", value}});
  if (!solution.bound || !solution.gap) return say_("agenda.quality.found_only", {{"value", value}});
  return say_("agenda.quality.found", {{"value", value}, {"bound", points(*solution.bound)}, {"gap", percent(*solution.gap, 1)}});
}

std::string AgendaWords::overruns(const std::optional<optimise::SmallestOverruns>& overruns) const {
  if (!overruns) return say_("agenda.overrun.none");
  std::string list;
  for (const optimise::Excess& each : overruns->overruns)
    list += (list.empty() ? "" : "; ") + excess(each.row, each.index, each.year, each.amount);
  return say_("agenda.overrun.lead") + ' ' + list + '.';
}

std::string AgendaWords::why_not(std::size_t item, const optimise::WhyNot& why, bool is_in) const {
  if (!why.with) return say_("agenda.why_not.impossible", {{"item", title(item)}});
  if (why.belongs())
    return say_(is_in ? "agenda.why_not.in" : "agenda.why_not.even", {{"item", title(item)}, {"value", points(*why.with)}});
  std::string out = say_("agenda.why_not.threshold",
                         {{"item", title(item)}, {"threshold", points(why.threshold.value_or(0))}, {"worth", points(why.worth)}});
  out += ' ' + say_("agenda.why_not.cost", {{"points", points(*why.without - *why.with)}});
  out += ' ' + (why.displaced.empty() ? say_("agenda.why_not.nothing_displaced")
                                      : say_("agenda.why_not.displaced", {{"items", titles(why.displaced)}}));
  if (!why.brought_in.empty()) out += ' ' + say_("agenda.why_not.brought_in", {{"items", titles(why.brought_in)}});
  std::string changes;
  for (const optimise::Extra& each : why.smallest)
    changes += (changes.empty() ? "" : say_("agenda.or")) + excess(each.row, each.index, each.year, each.amount);
  return out + ' ' +
         (changes.empty() ? say_("agenda.why_not.no_change") : say_("agenda.why_not.smallest", {{"changes", changes}}));
}

std::string AgendaWords::standing(std::size_t item, const optimise::ItemStanding& standing) const {
  const char* key = standing.standing == optimise::Standing::core         ? "agenda.standing.core"
                    : standing.standing == optimise::Standing::borderline ? "agenda.standing.borderline"
                                                                          : "agenda.standing.exterior";
  return say_(key, {{"item", title(item)}, {"share", percent(standing.acceptability, 0)}});
}

std::string AgendaWords::noise(const optimise::Robustness& robustness) const {
  return say_("agenda.standing.noise",
              {{"draws", std::to_string(robustness.feasible_draws)}, {"noise", percent(robustness.noise_floor, 1)}});
}

std::string AgendaWords::need(const optimise::DataNeed& need, const optimise::ItemStanding& standing) const {
  return say_("agenda.need",
              {{"item", title(need.item)}, {"share", percent(standing.acceptability, 0)}, {"money", say_.euro({need.at_stake})}});
}

std::string AgendaWords::price(const Wish& wish, const std::optional<optimise::Value>& price, optimise::Value best) const {
  const std::string item = say_.text(problem_.city->title_of(wish.item));
  if (!price) return say_("agenda.price.unknown", {{"item", item}});
  if (*price <= 0) return say_("agenda.price.free", {{"item", item}});
  const double share = best == 0 ? 0 : static_cast<double>(*price) / static_cast<double>(std::abs(best));
  return say_(wish.kind == WishKind::must ? "agenda.price.must" : "agenda.price.ban",
              {{"item", item}, {"points", points(*price)}, {"share", percent(share, 1)}});
}

std::string AgendaWords::marginal(const optimise::Marginal& marginal) const {
  const std::string share = percent(marginal.percent / 100.0, 0);
  const std::string name = name_of_row(marginal.row, marginal.index);
  if (marginal.gain <= 0) return say_("agenda.marginal.none", {{"percent", share}, {"name", name}});
  const bool is_money = marginal.row == RowKind::money;
  return say_(is_money ? "agenda.marginal.money" : "agenda.marginal.people",
              {{"percent", share},
               {"name", name},
               {"extra", is_money ? say_.euro({marginal.extra}) : fte(marginal.extra)},
               {"gain", points(marginal.gain)}});
}

std::string AgendaWords::curve(const optimise::CurvePoint& point) const {
  return say_("agenda.curve", {{"percent", percent(point.percent / 100.0, 0)}, {"value", points(point.value.value_or(0))}});
}

std::string AgendaWords::tempo(const SolvedAgenda& agenda) const {
  const std::string name = say_.name("agenda.tempo", *agenda.problem->request.tempo);
  if (agenda.solution.outcome != optimise::Outcome::found) return say_("agenda.tempo.not_found", {{"tempo", name}});
  const optimise::Choice& choice = agenda.solution.choice;
  return say_("agenda.tempo.words", {{"tempo", name},
                                     {"value", points(agenda.solution.objective)},
                                     {"changed", std::to_string(changed_items(*agenda.problem, choice))},
                                     {"shift", say_.euro({shift_of(*agenda.problem, choice)})}});
}

std::string AgendaWords::repair(const AgendaRepair& repair, const optimise::Choice& before) const {
  if (!repair.repair.best) return say_("agenda.quality.not_found") + ' ' + overruns(repair.overruns);
  if (repair.repair.changed.empty()) return say_("agenda.repair.same");
  std::vector<std::size_t> others;
  std::vector<std::size_t> wished;
  for (const std::size_t item : repair.repair.changed) {
    const bool is_wish = std::ranges::any_of(problem_.portfolio.impositions, [&](const auto& each) { return each.item == item; });
    (is_wish ? wished : others).push_back(item);
  }
  std::string out;
  if (others.empty()) {
    out = say_("agenda.repair.only", {{"item", titles(wished)}});
  } else if (others.size() == 1) {
    out = say_("agenda.repair.changed_one", {{"items", titles(others)}});
  } else {
    out = say_("agenda.repair.changed", {{"count", std::to_string(others.size())}, {"items", titles(others)}});
  }
  optimise::Portfolio free = problem_.portfolio;
  free.impositions.clear();
  const auto was = optimise::verify(free, before);
  return out + ' ' +
         say_("agenda.repair.value", {{"value", points(repair.repair.verification.value)}, {"before", points(was.value)}});
}

std::string AgendaWords::front(const std::vector<optimise::FrontPoint>& front) const {
  if (front.size() < 2 || problem_.both.size() < 2) return {};
  return say_("agenda.front", {{"first", say_.text(problem_.both[0]->title)},
                               {"low", points(front.front().first)},
                               {"high", points(front.back().first)},
                               {"second", say_.text(problem_.both[1]->title)},
                               {"high_second", points(front.front().second)},
                               {"low_second", points(front.back().second)}});
}

Text in_languages(const AgendaProblem& problem, const std::function<std::string(const AgendaWords&)>& sentence) {
  Text out;
  for (const char* language : kLanguages) {
    const reports::Say say(**reports::word_table(language), language, *problem.city);
    out.by_language[language] = sentence(AgendaWords(problem, say));
  }
  return out;
}

optimise::Cents shift_of(const AgendaProblem& problem, const optimise::Choice& choice) {
  optimise::Cents sum = 0;
  for (const std::int32_t column : choice) {
    if (column != kNoColumn) sum += problem.portfolio.columns[static_cast<std::size_t>(column)].shift;
  }
  return sum;
}

int changed_items(const AgendaProblem& problem, const optimise::Choice& choice) {
  int count = 0;
  for (std::size_t item = 0; item < choice.size(); ++item) {
    const bool is_kept = problem.portfolio.items[item].running
                             ? choice[item] == static_cast<std::int32_t>(problem.items[item].baseline)
                             : choice[item] == kNoColumn;
    count += is_kept ? 0 : 1;
  }
  return count;
}

}  // namespace koers
