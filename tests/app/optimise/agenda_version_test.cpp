// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_version.h"

#include <gtest/gtest.h>

#include "app/optimise/agenda_bundle.h"
#include "app/optimise/weighed_city.h"

namespace koers {
namespace {

using namespace koers::test;

const AgendaLine kPark{{Kind::effort, "park"}, OptionForm::light, Year{2023}};
const NewVersion kNew{Id<Agenda>("volgende"), {{{"nl", "Volgende"}, {"en", "Next"}}}};

TEST(AgendaVersion, HasEveryLineOfTheChoiceAndSucceedsTheAgendaThatItPrepares) {
  const auto city = weighed_city([](City& each) {
    Agenda previous;
    previous.id = Id<Agenda>("vorige");
    previous.version = 3;
    previous.items = {{{Kind::effort, "school"}, 2, {}, {}, {}}};
    each.all<Agenda>().add(std::move(previous));
    Weighing frame = *each.all<Weighing>().find("kader");
    frame.agenda = Id<Agenda>("vorige");
    each.all<Weighing>().put(std::move(frame));
  });
  const AgendaProblem problem = problem_of(city);
  const Agenda agenda = agenda_version(problem, *choice_of(problem, {kPark}), kNew);
  EXPECT_EQ(agenda.version, 4);
  EXPECT_EQ(agenda.succeeds, Id<Agenda>("vorige"));
  EXPECT_EQ(agenda.state, AgendaState::proposed);
  ASSERT_EQ(agenda.items.size(), 3U) << "school and paper are kept, the bridge is not there";
  EXPECT_EQ(agenda.items[0].track, 2);
  EXPECT_EQ(agenda.items[0].option, OptionForm::keep);
  EXPECT_EQ(agenda.items[1].item, kPark.item);
  EXPECT_EQ(agenda.items[1].starts, Year{2023});
  EXPECT_EQ(to_string(agenda.figures.at(0).value), "320") << "4 × 60 and 2 × 40";
}

TEST(AgendaComparison, TellsWhatWasAddedRemovedAndChanged) {
  const AgendaProblem problem = problem_of(weighed_city());
  const Agenda before = agenda_version(problem, *choice_of(problem, {kPark}), kNew);
  const AgendaLine bridge{{Kind::effort, "bridge"}, OptionForm::base, Year{2025}};
  const AgendaLine bent{{Kind::effort, "school"}, OptionForm::bend, Year{2024}};
  const Agenda after = agenda_version(problem, *choice_of(problem, {bridge, bent}), kNew);
  std::map<std::string, LineChange> changes;
  for (const ComparedLine& line : compare_agendas(before, after)) changes[to_string(line.item)] = line.change;
  EXPECT_EQ(changes, (std::map<std::string, LineChange>{{"effort/bridge", LineChange::added},
                                                        {"effort/park", LineChange::removed},
                                                        {"effort/school", LineChange::changed},
                                                        {"policy_document/paper", LineChange::same}}));
}

TEST(AgendaBundle, HoldsNumbersDocumentsAndAHashOverWhatWentIn) {
  AgendaQuestion question;
  question.request.weighing = "kader";
  question.thoroughness = Thoroughness::quick;
  const auto answer = answer_agenda(weighed_city(), question);
  ASSERT_TRUE(answer);
  const auto bundle = agenda_bundle(*answer);
  EXPECT_EQ(bundle["problem"]["columns"].size(), answer->agenda.problem->columns.size());
  EXPECT_EQ(bundle["documents"]["appraisals"][0]["id"], "school");
  EXPECT_EQ(bundle["choice"].size(), 4U);
  EXPECT_EQ(bundle["inputsHash"].get<std::string>().size(), 64U);
  question.seed = 2;
  EXPECT_NE(agenda_bundle(*answer_agenda(weighed_city(), question))["inputsHash"], bundle["inputsHash"]);
}

}  // namespace
}  // namespace koers
