// SPDX-License-Identifier: EUPL-1.2
// Steps of the life cycle, through the door by which people take them.
#include "app/city_fixture.h"
#include "model/lifecycle.h"

namespace koers::test {
namespace {

const Reference kPlan{Kind::effort, "plan"};

class TransitionTest : public CityTest {
 protected:
  TransitionTest() {
    put(small_effort("plan"));
    put(decision_about("college-plan", Body::college, {kPlan}));
    put(decision_about("raad-plan", Body::council, {kPlan}));
    put(decision_about("college-ander", Body::college, {{Kind::effort, "entree"}}));
  }
  Result<Revision> move(const std::string& to, const std::string& decision, int based_on = 1, Role role = Role::clerk) {
    return transition_document(workspace(), kPlan, to, Id<Decision>(decision), based_on, as(role));
  }
  [[nodiscard]] static ErrorCode code_of(const Result<Revision>& result) {
    return result ? ErrorCode::broken_world : result.error().code;
  }
};

TEST_F(TransitionTest, AStepRestsOnADecisionOfTheRightBody) {
  const auto done = move("adopted", "college-plan");
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->decision, "college-plan");
  EXPECT_EQ(state_of(city(), kPlan), "adopted");
}

TEST_F(TransitionTest, ADecisionOfAnotherBodyDoesNotDo) {
  EXPECT_EQ(code_of(move("adopted", "raad-plan")), ErrorCode::forbidden);
}

TEST_F(TransitionTest, ADecisionAboutSomethingElseDoesNotDo) {
  EXPECT_EQ(code_of(move("adopted", "college-ander")), ErrorCode::forbidden);
}

TEST_F(TransitionTest, ADecisionThatIsNotThereDoesNotDo) { EXPECT_EQ(code_of(move("adopted", "geen")), ErrorCode::not_found); }

TEST_F(TransitionTest, AStepThatDoesNotFollowIsAConflict) {
  EXPECT_EQ(code_of(move("closed", "college-plan")), ErrorCode::conflict);
}

TEST_F(TransitionTest, AnOfficerTakesNoSteps) {
  EXPECT_EQ(code_of(move("adopted", "college-plan", 1, Role::officer)), ErrorCode::forbidden);
}

TEST_F(TransitionTest, AStepOnAnOlderRevisionIsStale) {
  Effort changed = small_effort("plan");
  changed.owner = "Iemand";
  put(changed, 1);
  EXPECT_EQ(code_of(move("adopted", "college-plan", 1)), ErrorCode::stale);
}

TEST_F(TransitionTest, TheSameStepTwiceIsStaleTheSecondTime) {
  ASSERT_TRUE(move("adopted", "college-plan"));
  EXPECT_EQ(code_of(move("adopted", "college-plan")), ErrorCode::stale);
}

TEST_F(TransitionTest, WhatNeedsTheCouncilTakesTheCouncilAlsoForAProgramme) {
  Effort programme = small_effort("programma");
  programme.form = EffortForm::policy_programme;
  put(programme);
  const Reference document{Kind::effort, "programma"};
  put(decision_about("college-programma", Body::college, {document}));
  put(decision_about("raad-programma", Body::council, {document}));
  const auto step = [&](const std::string& to, const std::string& decision) {
    return transition_document(workspace(), document, to, Id<Decision>(decision), revision_of(document), as(Role::clerk));
  };
  EXPECT_EQ(code_of(step("adopted", "college-programma")), ErrorCode::conflict);
  EXPECT_EQ(code_of(step("framed", "college-programma")), ErrorCode::forbidden);
  ASSERT_TRUE(step("framed", "raad-programma"));
  ASSERT_TRUE(step("drafted", "college-programma"));
  EXPECT_EQ(code_of(step("consented", "college-programma")), ErrorCode::forbidden);
  ASSERT_TRUE(step("consented", "raad-programma"));
  ASSERT_TRUE(step("adopted", "college-programma"));
}

TEST_F(TransitionTest, AdoptingAFrameworkFillsInByWhichDecision) {
  Framework framework;
  framework.id = Id<Framework>("kader");
  framework.title.by_language = framework.summary.by_language = {{"nl", "Kader"}, {"en", "Framework"}};
  framework.form = FrameworkForm::guiding_framework;
  framework.state = DocumentState::in_preparation;
  framework.sources = {{Id<Source>("visie-2040"), "4.2"}};
  put(framework);
  const Reference document{Kind::framework, "kader"};
  put(decision_about("raad-kader", Body::council, {document}));
  const auto done = transition_document(workspace(), document, "in_force", Id<Decision>("raad-kader"), 1, as(Role::clerk));
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(city().all<Framework>().find("kader")->adopted_by, Id<Decision>("raad-kader"));
}

TEST_F(TransitionTest, ADocumentWithoutStatesTakesNoSteps) {
  const Reference district{Kind::district, "WK063701"};
  const auto done = transition_document(workspace(), district, "adopted", Id<Decision>("college-plan"), 1, as(Role::clerk));
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::forbidden);  // no row of the table lets anybody
}

}  // namespace
}  // namespace koers::test
