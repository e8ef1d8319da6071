// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_json.h"

#include <algorithm>

#include "app/optimise/agenda_parts_json.h"
#include "app/optimise/agenda_words.h"

namespace koers {
namespace {

using namespace agenda_parts;
using optimise::kNoColumn;
using optimise::RowKind;

Json words(const AgendaProblem& problem, const std::function<std::string(const AgendaWords&)>& sentence) {
  return text(in_languages(problem, sentence));
}

std::int64_t amount_in(const std::vector<optimise::Excess>& list, RowKind row, std::size_t index, int year) {
  std::int64_t sum = 0;
  for (const optimise::Excess& each : list) {
    if (each.row == row && each.index == index && each.year == year) sum += each.amount;
  }
  return sum;
}

std::int64_t beyond(const optimise::Verification& verification, RowKind row, std::size_t index, int year) {
  return amount_in(verification.overruns, row, index, year) + amount_in(verification.violations, row, index, year);
}

Json fund_json(const AgendaProblem& problem, const optimise::Verification& verification, std::size_t index) {
  const optimise::Source& source = problem.portfolio.sources[index];
  Json years = Json::array();
  for (int year = 0; year < problem.years(); ++year) {
    const auto at = static_cast<std::size_t>(year);
    years.push_back({{"year", problem.first_year() + year},
                     {"budget", euros(source.budget[at])},
                     {"spent", euros(verification.spent[index][at])},
                     {"reserve", euros(verification.reserve[index][at])},
                     {"beyond", euros(beyond(verification, RowKind::money, index, year))}});
  }
  return {{"fund", source.id}, {"years", std::move(years)}};
}

Json team_json(const AgendaProblem& problem, const optimise::Verification& verification, std::size_t index) {
  const optimise::Team& team = problem.portfolio.teams[index];
  Json years = Json::array();
  for (int year = 0; year < problem.years(); ++year) {
    const auto at = static_cast<std::size_t>(year);
    years.push_back({{"year", problem.first_year() + year},
                     {"capacity", fte(team.capacity[at])},
                     {"occupied", fte(verification.occupied[index][at])},
                     {"hired", fte(amount_in(verification.hired, RowKind::people, index, year))},
                     {"beyond", fte(beyond(verification, RowKind::people, index, year))}});
  }
  return {{"team", team.id}, {"years", std::move(years)}};
}

Json amounts_json(const std::map<std::string, std::vector<std::int64_t>>& amounts, const char* key) {
  Json out = Json::array();
  for (const auto& [name, series] : amounts) {
    out.push_back({{key, name}, {"years", list(series, [](std::int64_t each) { return static_cast<double>(each) / 100; })}});
  }
  return out;
}

Json line_json(const AgendaProblem& problem, const optimise::Choice& choice, std::size_t item) {
  const std::string& id = problem.portfolio.items[item].id;
  const auto wish = std::ranges::find_if(problem.portfolio.impositions, [&](const auto& each) { return each.item == item; });
  Json out{{"item", id}, {"option", nullptr}, {"starts", nullptr}, {"active", false}, {"changed", false}, {"wish", nullptr}};
  if (wish != problem.portfolio.impositions.end()) out["wish"] = wish->kind == optimise::Imposed::must ? "must" : "ban";
  if (choice[item] == kNoColumn) {
    out.update(
        {{"worth", 0}, {"pillars", {0, 0}}, {"money", 0}, {"people", 0}, {"funds", Json::array()}, {"teams", Json::array()}});
    return out;
  }
  const auto column = static_cast<std::size_t>(choice[item]);
  const AgendaColumn& facts = problem.columns[column];
  const auto total = [](const std::vector<std::int64_t>& series) {
    std::int64_t sum = 0;
    for (const std::int64_t each : series) sum += each;
    return sum;
  };
  out["option"] = name_of(facts.option->form);
  out["starts"] = problem.first_year() + facts.start;
  out["active"] = problem.portfolio.columns[column].active;
  out["changed"] = facts.option->form != OptionForm::keep;
  out["worth"] = points(problem.portfolio.columns[column].value);
  out["pillars"] = problem.pillars.first.empty()
                       ? Json({0, 0})
                       : Json({points(problem.pillars.first[column]), points(problem.pillars.second[column])});
  out["money"] = euros(total(by_year(facts.means.money, problem.years())));
  out["people"] = fte(total(by_year(facts.means.people, problem.years())));
  out["funds"] = amounts_json(facts.means.money, "fund");
  out["teams"] = amounts_json(facts.means.people, "team");
  return out;
}

Json excess_json(const AgendaProblem& problem, const optimise::Excess& each) {
  const bool is_money = each.row == RowKind::money;
  const bool is_people = each.row == RowKind::people;
  return {{"row", is_money    ? "money"
                  : is_people ? "people"
                              : "tempo"},
          {"id", is_money    ? Json(problem.portfolio.sources[each.index].id)
                 : is_people ? Json(problem.portfolio.teams[each.index].id)
                             : Json()},
          {"year", is_money || is_people ? Json(problem.first_year() + each.year) : Json()},
          {"amount", is_people ? fte(each.amount) : euros(each.amount)}};
}

/// Within the hard rows of money and people. What runs now may break other rows, such as a wish for something new.
bool keeps_means(const optimise::Verification& verification) {
  return std::ranges::none_of(verification.violations, [](const optimise::Excess& each) {
    return each.row == RowKind::money || each.row == RowKind::people;
  });
}

Json overruns_json(const AgendaProblem& problem, const std::optional<optimise::SmallestOverruns>& overruns) {
  Json out{{"words", words(problem, [&](const AgendaWords& say) { return say.overruns(overruns); })},
           {"rows", Json::array()},
           {"choice", nullptr}};
  if (!overruns) return out;
  out["rows"] = list(overruns->overruns, [&](const optimise::Excess& each) { return excess_json(problem, each); });
  out["choice"] = choice_json(problem, overruns->choice, optimise::verify(problem.portfolio, overruns->choice));
  return out;
}

const char* name_of_outcome(optimise::Outcome outcome) {
  return outcome == optimise::Outcome::found ? "found" : outcome == optimise::Outcome::not_found ? "not_found" : "impossible";
}

Json solved_json(const SolvedAgenda& solved) {
  const AgendaProblem& problem = *solved.problem;
  const optimise::Solution& solution = solved.solution;
  const bool is_found = solution.outcome == optimise::Outcome::found;
  Json out{{"tempo", problem.request.tempo ? Json(name_of(*problem.request.tempo)) : Json()},
           {"outcome", name_of_outcome(solution.outcome)},
           {"value", is_found ? Json(points(solution.objective)) : Json()},
           {"bound", solution.bound ? Json(points(*solution.bound)) : Json()},
           {"gap", solution.gap ? Json(*solution.gap) : Json()},
           {"isProved", solution.is_proved},
           {"rounds", solution.rounds},
           {"moves", solution.moves},
           {"words", words(problem, [&](const AgendaWords& say) { return say.quality(solution); })}};
  out["choice"] = is_found ? choice_json(problem, solution.choice, solution.verification) : Json();
  out["overruns"] = is_found ? Json() : overruns_json(problem, solved.overruns);
  return out;
}

Json tempo_json(const SolvedAgenda& solved) {
  Json out = solved_json(solved);
  out["summary"] = words(*solved.problem, [&](const AgendaWords& say) { return say.tempo(solved); });
  return out;
}

Json front_json(const AgendaProblem& problem, const std::vector<optimise::FrontPoint>& front) {
  Json out{{"words", words(problem, [&](const AgendaWords& say) { return say.front(front); })},
           {"pillars", list(problem.both, [](const Pillar* each) { return Json(each->id.str()); })}};
  out["points"] = list(front, [&](const optimise::FrontPoint& point) {
    return Json{{"first", points(point.first)},
                {"second", points(point.second)},
                {"lines", list(lines_of(problem, point.choice), [&](const AgendaLine& line) {
                   return Json{{"item", to_string(line.item)}, {"option", name_of(line.option)}, {"starts", line.starts.value}};
                 })}};
  });
  return out;
}

const char* name_of_standing(optimise::Standing standing) {
  return standing == optimise::Standing::core ? "core" : standing == optimise::Standing::borderline ? "borderline" : "exterior";
}

Json standing_json(const AgendaProblem& problem, const optimise::Robustness& found,
                   const std::vector<optimise::DataNeed>& needs) {
  Json items = Json::array();
  for (std::size_t item = 0; item < found.items.size(); ++item) {
    const optimise::ItemStanding& each = found.items[item];
    items.push_back({{"item", problem.portfolio.items[item].id},
                     {"acceptability", each.acceptability},
                     {"noise", each.noise},
                     {"standing", name_of_standing(each.standing)},
                     {"words", words(problem, [&](const AgendaWords& say) { return say.standing(item, each); })}});
  }
  return {{"draws", found.feasible_draws},
          {"noiseFloor", found.noise_floor},
          {"words", words(problem, [&](const AgendaWords& say) { return say.noise(found); })},
          {"items", std::move(items)},
          {"needs", list(needs, [&](const optimise::DataNeed& need) {
             return Json{
                 {"item", problem.portfolio.items[need.item].id},
                 {"doubt", need.doubt},
                 {"atStake", euros(need.at_stake)},
                 {"words", words(problem, [&](const AgendaWords& say) { return say.need(need, found.items[need.item]); })}};
           })}};
}

Json budget_json(const AgendaAnswer& answer) {
  const AgendaProblem& problem = *answer.agenda.problem;
  return {{"curve", list(answer.curve,
                         [&](const optimise::CurvePoint& point) {
                           return Json{{"percent", point.percent},
                                       {"value", point.value ? Json(points(*point.value)) : Json()},
                                       {"words", words(problem, [&](const AgendaWords& say) { return say.curve(point); })}};
                         })},
          {"marginals", list(answer.marginals, [&](const optimise::Marginal& each) {
             const bool is_money = each.row == RowKind::money;
             return Json{{"row", is_money ? "money" : "people"},
                         {"id", is_money ? problem.portfolio.sources[each.index].id : problem.portfolio.teams[each.index].id},
                         {"percent", each.percent},
                         {"extra", is_money ? euros(each.extra) : fte(each.extra)},
                         {"gain", points(each.gain)},
                         {"words", words(problem, [&](const AgendaWords& say) { return say.marginal(each); })}};
           })}};
}

Json prices_json(const AgendaAnswer& answer) {
  const AgendaProblem& problem = *answer.agenda.problem;
  Json out = Json::array();
  for (std::size_t i = 0; i < answer.prices.size(); ++i) {
    const Wish& wish = problem.wishes[i];
    const auto& price = answer.prices[i];
    out.push_back({{"item", to_string(wish.item)},
                   {"kind", name_of(wish.kind)},
                   {"price", price ? Json(points(*price)) : Json()},
                   {"words", words(problem, [&](const AgendaWords& say) {
                      return say.price(wish, price, answer.agenda.solution.objective);
                    })}});
  }
  return out;
}

Json why_not_json(const AgendaAnswer& answer) {
  const AgendaProblem& problem = *answer.agenda.problem;
  const optimise::WhyNot& why = *answer.why_not;
  const std::int32_t column = answer.agenda.solution.choice[answer.item];
  const bool is_in = column != kNoColumn && problem.portfolio.columns[static_cast<std::size_t>(column)].active;
  const auto ids = [&](const std::vector<std::size_t>& items) {
    return list(items, [&](std::size_t item) { return Json(problem.portfolio.items[item].id); });
  };
  return {{"item", problem.portfolio.items[answer.item].id},
          {"belongs", why.belongs()},
          {"with", why.with ? Json(points(*why.with)) : Json()},
          {"without", why.without ? Json(points(*why.without)) : Json()},
          {"worth", points(why.worth)},
          {"threshold", why.threshold ? Json(points(*why.threshold)) : Json()},
          {"displaced", ids(why.displaced)},
          {"broughtIn", ids(why.brought_in)},
          {"smallest", list(why.smallest,
                            [&](const optimise::Extra& each) {
                              return excess_json(problem, {each.row, each.index, each.year, each.amount});
                            })},
          {"words", words(problem, [&](const AgendaWords& say) { return say.why_not(answer.item, why, is_in); })}};
}

}  // namespace

Json choice_json(const AgendaProblem& problem, const optimise::Choice& choice, const optimise::Verification& verification) {
  Json items = Json::array();
  for (std::size_t item = 0; item < choice.size(); ++item) items.push_back(line_json(problem, choice, item));
  Json funds = Json::array();
  for (std::size_t i = 0; i < problem.portfolio.sources.size(); ++i) funds.push_back(fund_json(problem, verification, i));
  Json teams = Json::array();
  for (std::size_t i = 0; i < problem.portfolio.teams.size(); ++i) teams.push_back(team_json(problem, verification, i));
  const auto limit = problem.portfolio.shift_limit;
  return {
      {"value", points(verification.value)},
      {"prices", points(verification.prices)},
      {"isFeasible", keeps_means(verification)},
      {"changed", changed_items(problem, choice)},
      {"shift",
       {{"moved", euros(shift_of(problem, choice))},
        {"limit", limit ? Json(euros(*limit)) : Json()},
        {"baseline", euros(problem.baseline_money)}}},
      {"items", std::move(items)},
      {"funds", std::move(funds)},
      {"teams", std::move(teams)},
      {"findings", list(findings_of_choice(problem, choice), [&](const Finding& each) { return finding(*problem.city, each); })}};
}

Json answer_json(const AgendaAnswer& answer) {
  const AgendaQuestion& question = answer.question;
  Json out{{"ask", name_of(question.ask)}, {"weighing", question.request.weighing},
           {"seed", question.seed},        {"thoroughness", name_of(question.thoroughness)},
           {"version", KOERS_VERSION},     {"agenda", solved_json(answer.agenda)}};
  const bool is_found = answer.agenda.solution.outcome == optimise::Outcome::found;
  if (question.ask == AgendaAsk::tempos) out["tempos"] = list(answer.tempos, tempo_json);
  if (!is_found) return out;
  if (question.ask == AgendaAsk::front) out["front"] = front_json(*answer.agenda.problem, answer.front);
  if (answer.standing) out["standing"] = standing_json(*answer.agenda.problem, *answer.standing, answer.needs);
  if (question.ask == AgendaAsk::budget) out["budget"] = budget_json(answer);
  if (question.ask == AgendaAsk::prices) out["prices"] = prices_json(answer);
  if (answer.why_not) out["whyNot"] = why_not_json(answer);
  return out;
}

Json repair_json(const AgendaRepair& repair, const optimise::Choice& before) {
  const AgendaProblem& problem = *repair.problem;
  const bool is_found = repair.repair.best.has_value();
  return {{"outcome", is_found ? "found" : "not_found"},
          {"changed", list(repair.repair.changed, [&](std::size_t item) { return Json(problem.portfolio.items[item].id); })},
          {"words", words(problem, [&](const AgendaWords& say) { return say.repair(repair, before); })},
          {"choice", is_found ? choice_json(problem, repair.repair.choice, repair.repair.verification) : Json()},
          {"overruns", is_found ? Json() : overruns_json(problem, repair.overruns)}};
}

}  // namespace koers
