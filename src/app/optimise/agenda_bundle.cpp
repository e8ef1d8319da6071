// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_bundle.h"

#include "app/optimise/agenda_json.h"
#include "app/optimise/agenda_parts_json.h"
#include "model/write_record.h"
#include "store/token.h"

namespace koers {
namespace {

using namespace agenda_parts;

Json overrun_json(const optimise::Overrun& each) { return each.allowed ? Json(each.price) : Json(); }

Json column_json(const optimise::Column& column) {
  return {{"item", column.item},
          {"option", column.option},
          {"firstYear", column.first_year},
          {"years", column.years},
          {"active", column.active},
          {"value", column.value},
          {"shift", column.shift},
          {"money", list(column.money,
                         [](const auto& use) {
                           return Json{use.source, use.year, use.amount};
                         })},
          {"people", list(column.people, [](const auto& use) {
             return Json{use.team, use.year, use.amount};
           })}};
}

Json source_json(const optimise::Source& source) {
  return {{"id", source.id},
          {"budget", source.budget},
          {"carriesOver", source.carries_over},
          {"reserveAtStart", source.reserve_at_start},
          {"reserveMost", source.reserve_cap},
          {"overrunPrice", overrun_json(source.overrun)}};
}

Json team_json(const optimise::Team& team) {
  return {{"id", team.id},
          {"capacity", team.capacity},
          {"hirePercent", team.hire_percent},
          {"hirePrice", team.hire_price},
          {"overrunPrice", overrun_json(team.overrun)}};
}

Json wish_json(const Wish& wish) {
  return {{"item", to_string(wish.item)},
          {"kind", name_of(wish.kind)},
          {"option", wish.option ? Json(name_of(*wish.option)) : Json()}};
}

Json question_json(const AgendaQuestion& question) {
  return {{"weighing", question.request.weighing},
          {"tempo", question.request.tempo ? Json(name_of(*question.request.tempo)) : Json()},
          {"wishes", list(question.request.wishes, wish_json)},
          {"setAside", list(question.request.set_aside, [](const Reference& each) { return Json(to_string(each)); })},
          {"ask", name_of(question.ask)},
          {"seed", question.seed},
          {"thoroughness", name_of(question.thoroughness)},
          {"draws", question.draws}};
}

template <Record R>
Json document_json(const R& record) {
  return Json::parse(to_json_text(record, KeyStyle::snake));
}

}  // namespace

Json portfolio_json(const optimise::Portfolio& problem) {
  return {{"years", problem.years},
          {"items", list(problem.items,
                         [](const auto& item) {
                           return Json{{"id", item.id}, {"running", item.running}};
                         })},
          {"columns", list(problem.columns, column_json)},
          {"funds", list(problem.sources, source_json)},
          {"teams", list(problem.teams, team_json)},
          {"shiftLimit", problem.shift_limit ? Json(*problem.shift_limit) : Json()},
          {"orders", list(problem.orders,
                          [](const auto& each) {
                            return Json{each.before, each.after, each.lag};
                          })},
          {"pairs", list(problem.pairs,
                         [](const auto& each) {
                           return Json{each.first, each.second, each.bonus};
                         })},
          {"conflicts", list(problem.conflicts, [](const auto& each) { return Json(each.items); })},
          {"coverage", list(problem.coverages,
                            [](const auto& each) {
                              return Json{{"group", each.name}, {"items", each.items}, {"leastItems", each.least_items}};
                            })},
          {"impositions", list(problem.impositions, [](const auto& each) {
             return Json{
                 {"kind", each.kind == optimise::Imposed::must ? "must" : "ban"}, {"item", each.item}, {"columns", each.columns}};
           })}};
}

Json agenda_bundle(const AgendaAnswer& answer) {
  const AgendaProblem& problem = *answer.agenda.problem;
  Json appraisals = Json::array();
  for (const AgendaItemFacts& item : problem.items) appraisals.push_back(document_json(*item.appraisal));
  Json inputs{{"question", question_json(answer.question)},
              {"problem", portfolio_json(problem.portfolio)},
              {"documents", {{"weighing", document_json(*problem.weighing)}, {"appraisals", std::move(appraisals)}}}};
  const std::string hash = hash_token(inputs.dump());
  Json out{{"program", std::string("Koers ") + KOERS_VERSION}, {"inputsHash", hash}};
  out.update(inputs);
  out["choice"] = answer.agenda.solution.choice;
  out["answer"] = answer_json(answer);
  return out;
}

}  // namespace koers
