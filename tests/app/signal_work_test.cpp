// SPDX-License-Identifier: EUPL-1.2
#include "app/signal_work.h"

#include "app/city_fixture.h"
#include "app/views/signals.h"

namespace koers::test {
namespace {

const std::string kSafety = "leefbaarometer-safety-BU06370100-2018";

/// Zoetermeer, in one neighbourhood of which safety collapsed.
class SignalWorkTest : public EmptyStoreTest {
 protected:
  SignalWorkTest() {
    const auto files =
        zoetermeer_with("statistics/leefbaarometer-2018.csv", "leefbaarometer-safety,neighbourhood/BU06370100,2018,-0.045,",
                        "leefbaarometer-safety,neighbourhood/BU06370100,2018,-0.745,");
    const auto done = import_city(store(), files, {now_, "test", {}}, ImportMode::apply);
    if (!done) throw std::runtime_error(done.error().message);
    workspace_ = std::make_unique<Workspace>(store());
  }
  [[nodiscard]] Editor as(Role role) const { return {{Role::resident, role}, "a-" + std::string(name_of(role)), now_}; }
  [[nodiscard]] const Signal* kept() const { return workspace_->snapshot()->city.all<Signal>().find(kSafety); }
  [[nodiscard]] views::SignalBoard board() const {
    return views::signal_board(workspace_->snapshot()->city, std::chrono::year(2022) / 3 / 1);
  }
  [[nodiscard]] views::SignalView view() const {
    for (const auto& each : board().signals) {
      if (each.id == kSafety) return each;
    }
    ADD_FAILURE() << "the figures do not ask " << kSafety;
    return {};
  }
  void raise() { ASSERT_TRUE(raise_signals(*workspace_, {{kSafety}, {}, {}}, as(Role::officer))); }
  template <class T>
  void expect_refused(const Result<T>& result, ErrorCode code, const std::string& path = "") {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, code) << result.error().message;
    if (!path.empty()) {
      ASSERT_FALSE(result.error().faults.empty());
      EXPECT_EQ(result.error().faults.front().path, path);
    }
  }

  std::unique_ptr<Workspace> workspace_;
};

TEST_F(SignalWorkTest, ACollapseIsFoundWithWhatWasExpectedAndWhatRunsThere) {
  const auto found = view();
  EXPECT_EQ(found.state, views::SignalState::fresh);
  EXPECT_EQ(to_string(found.value), "-0.745");
  EXPECT_GT(found.expected.lower, -0.3);
  EXPECT_GT(found.probability, 0.95);
  EXPECT_EQ(found.parent->id, "WK063701");
  EXPECT_EQ(found.history.size(), 4U);
  ASSERT_TRUE(found.same_kind);
  EXPECT_EQ(to_string(found.same_kind->lowest), "-0.745");
  ASSERT_TRUE(found.same_district);
  EXPECT_LT(found.same_district->count, found.same_kind->count);
  EXPECT_EQ(found.reviewer, "Onderzoek & Statistiek") << "the owner of the indicator";
  EXPECT_FALSE(found.running.empty()) << "Meerzicht is to be transformed";
}

TEST_F(SignalWorkTest, AQuestionGoesToTheOwnerWithSixWeeksToAnswer) {
  const auto raised = raise_signals(*workspace_, {{kSafety}, {}, {}}, as(Role::officer));
  ASSERT_TRUE(raised) << raised.error().message;
  ASSERT_NE(kept(), nullptr);
  EXPECT_EQ(kept()->reviewer, "Onderzoek & Statistiek");
  EXPECT_EQ(to_string(kept()->raised_on), "2022-03-01");
  EXPECT_EQ(to_string(kept()->deadline), "2022-04-12");
  EXPECT_EQ(view().state, views::SignalState::open);
  EXPECT_TRUE(view().is_found);
}

TEST_F(SignalWorkTest, AnOfficerMayNameAnotherTeamAndDay) {
  ASSERT_TRUE(raise_signals(*workspace_, {{kSafety}, "Wijkregie Meerzicht", Date{2022, 3, 15}}, as(Role::officer)));
  EXPECT_EQ(kept()->reviewer, "Wijkregie Meerzicht");
  EXPECT_EQ(to_string(kept()->deadline), "2022-03-15");
}

TEST_F(SignalWorkTest, AReviewerWhoIsAPersonIsRefused) {
  expect_refused(raise_signals(*workspace_, {{kSafety}, "Mevrouw Jansen", {}}, as(Role::officer)), ErrorCode::bad_input,
                 "reviewer");
  EXPECT_EQ(kept(), nullptr);
}

TEST_F(SignalWorkTest, ADeadlineInThePastIsRefused) {
  expect_refused(raise_signals(*workspace_, {{kSafety}, {}, Date{2022, 2, 1}}, as(Role::officer)), ErrorCode::bad_input,
                 "deadline");
}

TEST_F(SignalWorkTest, NothingIsRaisedThatTheFiguresDoNotAskOrThatWasAskedBefore) {
  expect_refused(raise_signals(*workspace_, {{kSafety, "verzonnen"}, {}, {}}, as(Role::officer)), ErrorCode::not_found);
  EXPECT_EQ(kept(), nullptr) << "all or nothing";
  expect_refused(raise_signals(*workspace_, {{}, {}, {}}, as(Role::officer)), ErrorCode::bad_input, "signals");
  raise();
  expect_refused(raise_signals(*workspace_, {{kSafety}, {}, {}}, as(Role::officer)), ErrorCode::conflict);
}

TEST_F(SignalWorkTest, OnlyWhoMayRaisesAnswersAndReplies) {
  expect_refused(raise_signals(*workspace_, {{kSafety}, {}, {}}, as(Role::councillor)), ErrorCode::forbidden);
  raise();
  expect_refused(answer_signal(*workspace_, kSafety, {SignalAnswer::real, "Ja.", {}}, as(Role::partner)), ErrorCode::forbidden);
  expect_refused(reply_to_signal(*workspace_, kSafety, {"Buurtraad", "Nee."}, as(Role::researcher)), ErrorCode::forbidden);
}

TEST_F(SignalWorkTest, AnAnswerHasAReasonAndIsGivenOnce) {
  raise();
  expect_refused(answer_signal(*workspace_, kSafety, {SignalAnswer::real, "  ", {}}, as(Role::officer)), ErrorCode::bad_input,
                 "reason");
  expect_refused(answer_signal(*workspace_, kSafety, {SignalAnswer::real, "Ja.", Date{2022, 2, 1}}, as(Role::officer)),
                 ErrorCode::bad_input, "answered_on");
  ASSERT_TRUE(answer_signal(*workspace_, kSafety, {SignalAnswer::explained, "De straat lag open.", {}}, as(Role::officer)));
  EXPECT_EQ(to_string(*kept()->answered_on), "2022-03-01");
  EXPECT_EQ(view().state, views::SignalState::answered);
  expect_refused(answer_signal(*workspace_, kSafety, {SignalAnswer::real, "Toch.", {}}, as(Role::officer)), ErrorCode::conflict);
  expect_refused(answer_signal(*workspace_, "verzonnen", {SignalAnswer::real, "Ja.", {}}, as(Role::officer)),
                 ErrorCode::not_found);
}

TEST_F(SignalWorkTest, RepliesStandOneAfterTheOtherAndHoldNobody) {
  raise();
  ASSERT_TRUE(reply_to_signal(*workspace_, kSafety, {"Bewonersraad", "Wij zien het ook."}, as(Role::participant)));
  ASSERT_TRUE(reply_to_signal(*workspace_, kSafety, {"Winkeliers", "Wij niet."}, as(Role::partner)));
  EXPECT_EQ(kept()->replies.size(), 2U);
  const auto refused = reply_to_signal(*workspace_, kSafety, {"Bewonersraad", "Bel 06-12345678."}, as(Role::participant));
  expect_refused(refused, ErrorCode::bad_input, "replies[2].text");
  EXPECT_EQ(refused.error().faults.front().found, "phone at character 5");
  expect_refused(reply_to_signal(*workspace_, kSafety, {"Mevrouw Jansen", "Ik zie het."}, as(Role::participant)),
                 ErrorCode::bad_input, "replies[2].from");
  EXPECT_EQ(kept()->replies.size(), 2U);
}

TEST_F(SignalWorkTest, ASignalStaysWithWhatItSaidWhenItsFigureIsCorrected) {
  raise();
  ASSERT_TRUE(answer_signal(*workspace_, kSafety, {SignalAnswer::data_fault, "Verschreven.", {}}, as(Role::officer)));
  City corrected = workspace_->snapshot()->city;
  for (Observation& each : corrected.observations) {
    if (to_string(*each.value) == "-0.745") each.value = parse_decimal("-0.045");
  }
  const auto board = views::signal_board(corrected, std::chrono::year(2022) / 3 / 1);
  const auto kept = std::find_if(board.signals.begin(), board.signals.end(), [](const auto& each) { return each.id == kSafety; });
  ASSERT_NE(kept, board.signals.end());
  EXPECT_FALSE(kept->is_found);
  EXPECT_EQ(to_string(kept->value), "-0.745");
}

}  // namespace
}  // namespace koers::test
