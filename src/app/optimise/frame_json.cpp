// SPDX-License-Identifier: EUPL-1.2
// The frame of an agenda as JSON: all that there is to choose from.
#include <algorithm>

#include "app/optimise/agenda_json.h"
#include "app/optimise/agenda_parts_json.h"
#include "app/optimise/item_groups.h"
#include "app/optimise/option_scores.h"
#include "app/optimise/programme_proposals.h"
#include "app/optimise/review_order.h"

namespace koers {
namespace {

using namespace agenda_parts;

Json id_list(const auto& ids) {
  Json out = Json::array();
  for (const auto& each : ids) out.push_back(each.str());
  return out;
}

Json sources_json(const std::vector<Citation>& sources) {
  return list(sources, [](const Citation& each) { return Json{{"source", each.source.str()}, {"section", each.section}}; });
}

Json degree_json(const std::optional<Degree>& degree) { return degree ? Json(name_of(*degree)) : Json(); }

Json score_json(const AppraisalOption& option, const Criterion& criterion) {
  const CombinedScore score = combined_score(option, criterion.to);
  Json given = Json::array();
  for (const Contribution& each : option.contributions) {
    if (each.to != criterion.to) continue;
    given.push_back({{"low", each.low.to_double()},
                     {"likely", each.likely.to_double()},
                     {"high", each.high.to_double()},
                     {"basis", name_of(each.basis)},
                     {"assessor", each.assessor ? Json(*each.assessor) : Json()},
                     {"scenario", each.scenario ? Json(each.scenario->str()) : Json()},
                     {"status", name_of(each.status)},
                     {"sources", sources_json(each.sources)}});
  }
  return {{"to", to_string(criterion.to)},
          {"low", score.estimate.low},
          {"likely", score.estimate.likely},
          {"high", score.estimate.high},
          {"agreement", score.agreement ? Json(*score.agreement) : Json()},
          {"given", std::move(given)}};
}

Json series_json(const AppraisalOption& option) {
  const auto money = list(option.costs, [](const OptionCost& each) {
    return Json{{"fund", each.fund.str()},
                {"amounts", list(each.amounts, [](Euro amount) { return euros(amount.cents); })},
                {"status", name_of(each.status)},
                {"sources", sources_json(each.sources)}};
  });
  const auto people = list(option.people, [](const OptionPeople& each) {
    return Json{{"team", each.team.str()},
                {"amounts", list(each.amounts, [](Fte amount) { return fte(amount.hundredths); })},
                {"status", name_of(each.status)},
                {"sources", sources_json(each.sources)}};
  });
  return {{"money", money}, {"people", people}};
}

/// An option with its columns: one for each year in which it can start.
Json option_json(const AgendaProblem& problem, std::size_t item, const AppraisalOption& option) {
  Json starts = Json::array();
  for (const std::size_t column : problem.items[item].columns) {
    const AgendaColumn& facts = problem.columns[column];
    if (facts.option != &option) continue;
    starts.push_back({{"year", problem.first_year() + facts.start},
                      {"worth", points(problem.portfolio.columns[column].value)},
                      {"money", euros(total_money(facts.means))},
                      {"shift", euros(problem.portfolio.columns[column].shift)}});
  }
  Json scores = Json::array();
  for (const Criterion& each : problem.weighing->criteria) {
    if (combined_score(option, each.to).assessors > 0) scores.push_back(score_json(option, each));
  }
  Json out{{"form", name_of(option.form)},
           {"years", option.years},
           {"note", option.note ? text(*option.note) : Json()},
           {"starts", std::move(starts)},
           {"scores", std::move(scores)}};
  out.update(series_json(option));
  return out;
}

std::optional<int> track_of(const City& city, const Reference& item) {
  for (const Agenda& agenda : city.all<Agenda>()) {
    if (agenda.form != AgendaForm::strategic) continue;
    const auto found = std::ranges::find(agenda.items, item, &AgendaItem::item);
    if (found != agenda.items.end() && found->track) return found->track;
  }
  return std::nullopt;
}

Json item_json(const AgendaProblem& problem, std::size_t item) {
  const AgendaItemFacts& facts = problem.items[item];
  const Reference& subject = facts.appraisal->subject;
  const City& city = *problem.city;
  const PolicyDocument* document = facts.effort == nullptr ? city.all<PolicyDocument>().find(subject.id) : nullptr;
  const auto track = track_of(city, subject);
  Json out{
      {"item", to_string(subject)},
      {"appraisal", facts.appraisal->id.str()},
      {"title", text(city.title_of(subject))},
      {"form", facts.effort != nullptr ? Json(name_of(facts.effort->form)) : Json("policy_document")},
      {"state", facts.effort != nullptr ? Json(name_of(facts.effort->state))
                : document != nullptr   ? Json(name_of(document->state))
                                        : Json()},
      {"running", problem.portfolio.items[item].running},
      {"track", track ? Json(*track) : Json()},
      {"challenges", id_list(challenges_of(city, subject))},
      {"areas", facts.effort == nullptr ? Json::array()
                                        : list(facts.effort->areas, [](const Reference& each) { return Json(to_string(each)); })},
      {"pillars", list(problem.both, [&](const Pillar* each) { return Json(part_of_pillar(city, subject, *each)); })},
      {"boundUntil", facts.appraisal->bound_until ? Json(facts.appraisal->bound_until->value) : Json()},
      {"boundBy", facts.appraisal->bound_by ? text(*facts.appraisal->bound_by) : Json()},
      {"willingness", degree_json(facts.appraisal->willingness)},
      {"freedom", degree_json(facts.appraisal->freedom)},
      {"status", name_of(facts.appraisal->status)},
      {"sources", sources_json(facts.appraisal->sources)}};
  out["options"] =
      list(facts.appraisal->options, [&](const AppraisalOption& option) { return option_json(problem, item, option); });
  out["links"] = facts.effort == nullptr ? Json::array() : list(facts.effort->links, [](const Link& link) {
    return Json{{"to", to_string(link.to)}, {"nature", name_of(link.nature)}, {"note", link.note ? text(*link.note) : Json()}};
  });
  return out;
}

Json weighing_json(const AgendaProblem& problem) {
  const Weighing& weighing = *problem.weighing;
  return {{"id", weighing.id.str()},
          {"title", text(weighing.title)},
          {"summary", text(weighing.summary)},
          {"years", {{"from", weighing.years.from.value}, {"to", weighing.years.to.value}}},
          {"agenda", weighing.agenda ? Json(weighing.agenda->str()) : Json()},
          {"discountPercent", weighing.discount_percent.to_double()},
          {"criteria", list(weighing.criteria,
                            [&](const Criterion& each) {
                              return Json{{"to", to_string(each.to)},          {"title", text(problem.city->title_of(each.to))},
                                          {"weight", each.weight.to_double()}, {"least", each.least.to_double()},
                                          {"most", each.most.to_double()},     {"rank", each.rank ? Json(*each.rank) : Json()}};
                            })},
          {"tempos", list(weighing.tempos,
                          [](const TempoLimit& each) {
                            return Json{{"tempo", name_of(each.tempo)}, {"shiftPercent", each.shift_percent}};
                          })},
          {"wishes", list(weighing.wishes,
                          [](const Wish& each) {
                            return Json{{"item", to_string(each.item)},
                                        {"kind", name_of(each.kind)},
                                        {"option", each.option ? Json(name_of(*each.option)) : Json()},
                                        {"reason", text(each.reason)}};
                          })},
          {"coverage", list(weighing.coverage,
                            [&](const CoverageRule& each) {
                              return Json{{"group", to_string(each.group)},
                                          {"title", text(problem.city->title_of(each.group))},
                                          {"leastItems", each.least_items}};
                            })},
          {"status", name_of(weighing.status)},
          {"sources", sources_json(weighing.sources)}};
}

Json funds_json(const AgendaProblem& problem) {
  return list(problem.weighing->funds, [&](const FundFrame& each) {
    return Json{{"id", each.fund.str()},
                {"title", text(problem.city->title_of({Kind::fund, each.fund.str()}))},
                {"budget", list(each.budget, [](Euro amount) { return euros(amount.cents); })},
                {"carriesOver", each.carries_over},
                {"hard", each.hard},
                {"status", name_of(each.status)},
                {"sources", sources_json(each.sources)}};
  });
}

Json teams_json(const AgendaProblem& problem) {
  return list(problem.weighing->teams, [&](const TeamFrame& each) {
    return Json{{"id", each.team.str()},
                {"title", text(problem.city->title_of({Kind::team, each.team.str()}))},
                {"capacity", list(each.capacity, [](Fte amount) { return fte(amount.hundredths); })},
                {"hirePercent", each.hire_percent},
                {"hard", each.hard},
                {"status", name_of(each.status)},
                {"sources", sources_json(each.sources)}};
  });
}

Json review_json(const AgendaProblem& problem) {
  return list(review_order(problem), [&](const ReviewStep& each) {
    return Json{{"item", problem.portfolio.items[each.item].id},
                {"impact", each.impact},
                {"option", name_of(problem.columns[each.column].option->form)},
                {"willingness", degree_json(each.willingness)},
                {"freedom", degree_json(each.freedom)},
                {"isBound", each.is_bound},
                {"score", each.score}};
  });
}

Json effort_ids(const std::vector<const Effort*>& efforts) {
  return list(efforts, [](const Effort* each) { return Json(each->id.str()); });
}

Json evidence_json(const ChallengeEvidence& each) {
  return {{"challenge", each.challenge->id.str()},
          {"title", text(each.challenge->title)},
          {"influences", list(each.influences,
                              [](const Influence* influence) {
                                return Json{{"mechanism", influence->to.str()},
                                            {"sign", name_of(influence->sign)},
                                            {"strength", name_of(influence->strength)},
                                            {"evidence", text(influence->evidence)}};
                              })},
          {"proposed", effort_ids(each.proposed)},
          {"underWay", effort_ids(each.under_way)}};
}

Json district_json(const views::PriorityRow& row) {
  std::vector<views::ThemeProblem> themes = row.themes;
  std::ranges::stable_sort(themes, std::greater(), &views::ThemeProblem::size);
  return {
      {"id", row.area.id},
      {"title", text(row.area.title)},
      {"size", row.size},
      {"themes", list(themes, [](const views::ThemeProblem& each) {
         return Json{{"title", text(each.theme.title)}, {"score", each.score ? Json(*each.score) : Json()}, {"size", each.size}};
       })}};
}

Json proposals_json(const City& city, std::chrono::year_month_day today) {
  return list(programme_proposals(city, today), [](const ProgrammeProposal& each) {
    return Json{{"pillar", each.pillar->id.str()},
                {"title", text(each.pillar->title)},
                {"challenges", list(each.challenges, evidence_json)},
                {"districts", list(each.districts, district_json)},
                {"programmes", effort_ids(each.programmes)}};
  });
}

optimise::Choice baseline_of(const AgendaProblem& problem) {
  const auto choice = choice_of(problem, {});
  return *choice;  // no lines, so no line that could be wrong
}

}  // namespace

Json frame_json(const AgendaProblem& problem, std::chrono::year_month_day today) {
  Json items = Json::array();
  for (std::size_t item = 0; item < problem.items.size(); ++item) items.push_back(item_json(problem, item));
  Json weighings = Json::array();
  for (const Weighing& each : problem.city->all<Weighing>())
    weighings.push_back({{"id", each.id.str()}, {"title", text(each.title)}});
  const optimise::Choice baseline = baseline_of(problem);
  return {{"weighing", weighing_json(problem)},
          {"weighings", std::move(weighings)},
          {"pillars", list(problem.both,
                           [](const Pillar* each) {
                             return Json{{"id", each->id.str()}, {"title", text(each->title)}};
                           })},
          {"funds", funds_json(problem)},
          {"teams", teams_json(problem)},
          {"items", std::move(items)},
          {"review", review_json(problem)},
          {"findings", list(findings_of_city(*problem.city), [&](const Finding& each) { return finding(*problem.city, each); })},
          {"proposals", proposals_json(*problem.city, today)},
          {"baseline", choice_json(problem, baseline, optimise::verify(problem.portfolio, baseline))}};
}

}  // namespace koers
