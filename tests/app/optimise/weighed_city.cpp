// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/weighed_city.h"

#include <algorithm>
#include <stdexcept>

namespace koers::test {
namespace {

const Reference kGuideline{Kind::guideline, "lijn"};
const Reference kMechanism{Kind::mechanism, "kracht"};

Text text(const std::string& words) { return {{{"nl", words}, {"en", words}}}; }
Decimal points(int whole) { return {whole, 0}; }
Euro euros(std::int64_t whole) { return {whole * 100}; }
Contribution worth(const Reference& to, int score) {
  return {to, points(score), points(score), points(score), Basis::estimate, {}, {}, Status::source, {}};
}

AppraisalOption option(OptionForm form, int years, std::int64_t each_year, std::vector<Contribution> contributions) {
  AppraisalOption out;
  out.form = form;
  out.years = years;
  if (each_year > 0) out.costs.push_back({Id<Fund>("geld"), {euros(each_year)}, Status::source, {}});
  out.contributions = std::move(contributions);
  return out;
}

void add_item(City& city, Reference subject, std::vector<AppraisalOption> options) {
  Appraisal appraisal;
  appraisal.id = Id<Appraisal>(subject.id);
  appraisal.subject = std::move(subject);
  appraisal.options = std::move(options);
  city.all<Appraisal>().add(std::move(appraisal));
}

void add_effort(City& city, const std::string& id, EffortState state, const std::string& challenge) {
  Effort effort;
  effort.id = Id<Effort>(id);
  effort.title = text(id);
  effort.state = state;
  effort.form = EffortForm::project;
  effort.challenges = {Id<Challenge>(challenge)};
  city.all<Effort>().add(std::move(effort));
}

void add_vision(City& city) {
  CityManifest manifest;
  manifest.id = Id<CityManifest>("stad");
  manifest.languages = {"nl", "en"};
  city.all<CityManifest>().add(std::move(manifest));
  Guideline guideline;
  guideline.id = Id<Guideline>("lijn");
  guideline.title = text("lijn");
  city.all<Guideline>().add(std::move(guideline));
  Mechanism mechanism;
  mechanism.id = Id<Mechanism>("kracht");
  mechanism.title = text("kracht");
  city.all<Mechanism>().add(std::move(mechanism));
  for (const char* id : {"opgave", "andere"}) {
    Challenge challenge;
    challenge.id = Id<Challenge>(id);
    challenge.guideline = Id<Guideline>("lijn");
    challenge.title = text(id);
    city.all<Challenge>().add(std::move(challenge));
  }
  for (int number = 1; number <= 2; ++number) {
    Pillar pillar;
    pillar.id = Id<Pillar>(number == 1 ? "pijler" : "tweede");
    pillar.number = number;
    pillar.title = text(pillar.id.str());
    pillar.challenges = {Id<Challenge>(number == 1 ? "opgave" : "andere")};
    city.all<Pillar>().add(std::move(pillar));
  }
}

void add_frame(City& city) {
  Fund fund;
  fund.id = Id<Fund>("geld");
  fund.title = text("geld");
  city.all<Fund>().add(std::move(fund));
  Team team;
  team.id = Id<Team>("ploeg");
  team.title = text("ploeg");
  city.all<Team>().add(std::move(team));
  Weighing frame;
  frame.id = Id<Weighing>("kader");
  frame.title = text("kader");
  frame.years = {Year{2023}, Year{2026}};
  for (const Reference& to : {kGuideline, kMechanism}) frame.criteria.push_back({to, {5, 1}, {2, 1}, {8, 1}, std::nullopt});
  frame.exchange = {{1, 1}, {2, 1}, std::nullopt, points(10), points(1), {5, 1}};
  frame.funds.push_back(
      {Id<Fund>("geld"), {euros(100), euros(100), euros(100), euros(100)}, false, {}, {}, true, Status::source, {}});
  frame.teams.push_back({Id<Team>("ploeg"), {{100}, {100}, {100}, {100}}, 0, true, Status::source, {}});
  frame.tempos = {{Tempo::slow, 10}, {Tempo::fast, 100}};
  city.all<Weighing>().add(std::move(frame));
}

}  // namespace

std::shared_ptr<const City> weighed_city(const std::function<void(City&)>& change) {
  auto city = std::make_shared<City>();
  add_vision(*city);
  add_frame(*city);
  add_effort(*city, "school", EffortState::running, "opgave");
  add_effort(*city, "park", EffortState::proposed, "opgave");
  add_effort(*city, "bridge", EffortState::proposed, "andere");
  PolicyDocument paper;
  paper.id = Id<PolicyDocument>("paper");
  paper.title = text("paper");
  city->all<PolicyDocument>().add(std::move(paper));
  add_item(*city, {Kind::effort, "school"},
           {option(OptionForm::keep, 4, 60, {worth(kGuideline, 1), worth(kMechanism, 1)}), option(OptionForm::stop, 1, 10, {}),
            option(OptionForm::bend, 2, 30, {worth(kGuideline, 2), worth(kMechanism, 2)})});
  AppraisalOption base = option(OptionForm::base, 2, 50, {worth(kGuideline, 3)});
  base.people.push_back({Id<Team>("ploeg"), {{100}}, Status::source, {}});
  add_item(*city, {Kind::effort, "park"}, {base, option(OptionForm::light, 2, 40, {worth(kGuideline, 2)})});
  add_item(*city, {Kind::effort, "bridge"}, {option(OptionForm::base, 1, 45, {worth(kMechanism, 3)})});
  add_item(*city, {Kind::policy_document, "paper"}, {option(OptionForm::keep, 4, 0, {}), option(OptionForm::stop, 1, 0, {})});
  Appraisal school = changed(*city, "school", [](Appraisal& each) { each.bound_until = Year{2023}; });
  city->all<Appraisal>().put(std::move(school));
  if (change) change(*city);
  return city;
}

Appraisal changed(const City& city, const std::string& id, const std::function<void(Appraisal&)>& change) {
  Appraisal out = *city.all<Appraisal>().find(id);
  change(out);
  return out;
}

AgendaProblem problem_of(const std::shared_ptr<const City>& city, AgendaRequest request) {
  auto problem = agenda_problem(city, std::move(request));
  if (problem) return std::move(*problem);
  std::string message = problem.error().message;
  for (const Fault& fault : problem.error().faults) message += '\n' + to_string(fault);
  throw std::runtime_error(message);
}

std::size_t column_of(const AgendaProblem& problem, const std::string& item, OptionForm option, int year) {
  for (std::size_t c = 0; c < problem.columns.size(); ++c) {
    const AgendaColumn& column = problem.columns[c];
    if (problem.portfolio.items[problem.portfolio.columns[c].item].id == item && column.option->form == option &&
        problem.first_year() + column.start == year)
      return c;
  }
  throw std::out_of_range("no such column of " + item);
}

}  // namespace koers::test
