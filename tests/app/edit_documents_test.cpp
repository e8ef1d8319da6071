// SPDX-License-Identifier: EUPL-1.2
#include "app/edit_documents.h"

#include "app/city_fixture.h"

namespace koers::test {
namespace {

const Reference kEntree{Kind::effort, "entree"};

class EditTest : public CityTest {
 protected:
  [[nodiscard]] Effort entree() const { return *city().all<Effort>().find("entree"); }
  Result<Revision> create(const Effort& effort, Role role = Role::officer) {
    return create_document(workspace(), Kind::effort, tree_of(to_json_text(effort)), as(role));
  }
  Result<Revision> replace(const Effort& effort, int based_on, Role role = Role::officer) {
    return replace_document(workspace(), {Kind::effort, effort.id.str()}, tree_of(to_json_text(effort)), based_on, as(role));
  }
  template <class T>
  void expect_refused(const Result<T>& result, ErrorCode code) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, code) << result.error().message;
    EXPECT_EQ(store().ledger().head().seq, head_) << "something was written";
  }
  std::int64_t head_ = store().ledger().head().seq;
};

TEST_F(EditTest, AnOfficerAddsAnEffort) {
  const auto made = create(small_effort("nieuw"));
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->rev, 1);
  EXPECT_EQ(made->actor, "a-officer");
  ASSERT_TRUE(city().contains({Kind::effort, "nieuw"}));
  EXPECT_EQ(*city().all<Effort>().find("nieuw"), small_effort("nieuw"));
}

TEST_F(EditTest, ANewDocumentBeginsWhereNoDecisionLeads) {
  for (const std::string& name : names_of<EffortState>()) {
    const auto state = enum_from<EffortState>(name).value();
    const auto made = create(small_effort("begin-" + name, state));
    EXPECT_EQ(made.has_value(), state == EffortState::proposed) << name;
    if (!made) {
      EXPECT_EQ(made.error().code, ErrorCode::conflict) << made.error().message;
    }
  }
}

TEST_F(EditTest, AnIdIsGivenOnce) { expect_refused(create(entree()), ErrorCode::conflict); }

TEST_F(EditTest, WhoMayNotCreateIsRefused) { expect_refused(create(small_effort("x"), Role::councillor), ErrorCode::forbidden); }

TEST_F(EditTest, ANewDocumentThatDoesNotFitNamesTheField) {
  Effort effort = small_effort("x");
  effort.challenges = {Id<Challenge>("bestaat-niet")};
  const auto made = create(effort);
  expect_refused(made, ErrorCode::bad_input);
  EXPECT_EQ(rules_of(made.error()), std::vector<std::string>{"unknown_reference"});
  EXPECT_EQ(made.error().faults.front().path, "challenges[0]");
}

TEST_F(EditTest, ATextThatIsMissingInALanguageIsAFault) {
  Effort effort = small_effort("x");
  effort.title.by_language.erase("en");
  const auto made = create(effort);
  expect_refused(made, ErrorCode::bad_input);
  EXPECT_EQ(rules_of(made.error()), std::vector<std::string>{"missing_text"});
}

TEST_F(EditTest, ADocumentThatIsNotWellFormedNamesEveryFault) {
  const auto made =
      create_document(workspace(), Kind::effort, tree_of(R"({"id":"x","form":"huge","unknown":1})"), as(Role::officer));
  expect_refused(made, ErrorCode::bad_input);
  EXPECT_GE(made.error().faults.size(), 4U);
}

TEST_F(EditTest, AChangeBecomesTheNextRevision) {
  Effort changed = entree();
  changed.owner = "Projectbureau";
  const auto written = replace(changed, 1);
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(written->rev, 2);
  EXPECT_EQ(entree().owner, "Projectbureau");
  EXPECT_EQ(revision_of(kEntree), 2);
}

TEST_F(EditTest, AChangeBasedOnAnOlderRevisionIsStale) {
  Effort changed = entree();
  changed.owner = "Eerste";
  ASSERT_TRUE(replace(changed, 1));
  head_ = store().ledger().head().seq;
  changed.owner = "Tweede";
  expect_refused(replace(changed, 1), ErrorCode::stale);
}

TEST_F(EditTest, WhoEditsAnOlderRevisionHearsThatItIsStaleAlsoWhenItsStateMovedOn) {
  const Effort older = small_effort("x");
  ASSERT_TRUE(create(older));
  Effort moved = older;
  moved.state = EffortState::adopted;
  put(moved, 1);
  head_ = store().ledger().head().seq;
  Effort edit = older;
  edit.owner = "Projectbureau";
  expect_refused(replace(edit, 1), ErrorCode::stale);
}

TEST_F(EditTest, AStateDoesNotChangeByEditing) {
  Effort changed = entree();
  changed.state = EffortState::closed;
  expect_refused(replace(changed, 1), ErrorCode::conflict);
}

TEST_F(EditTest, TheIdOfADocumentDoesNotChange) {
  const Tree body = tree_of(to_json_text(small_effort("iets-anders")));
  expect_refused(replace_document(workspace(), kEntree, body, 1, as(Role::officer)), ErrorCode::bad_input);
}

TEST_F(EditTest, ADocumentThatIsNotThereIsNotFound) { expect_refused(replace(small_effort("nergens"), 1), ErrorCode::not_found); }

TEST_F(EditTest, AChangeThatDoesNotFitTheCityIsRefused) {
  Effort changed = entree();
  changed.links.push_back({{Kind::effort, "bestaat-niet"}, LinkNature::needs, {}, {}});
  expect_refused(replace(changed, 1), ErrorCode::bad_input);
}

TEST_F(EditTest, AControllerKeepsThePeopleOfAnEffort) {
  Effort changed = entree();
  changed.staffing.push_back(
      {Id<Team>(city().all<Team>().front().id), Year{2023}, Fte{150}, Status::illustrative, changed.sources});
  EXPECT_TRUE(replace(changed, 1, Role::controller));
}

TEST_F(EditTest, AControllerMayNotTouchTheContentOfAnEffort) {
  Effort changed = entree();
  changed.owner = "Financiën";
  expect_refused(replace(changed, 1, Role::controller), ErrorCode::forbidden);
}

TEST_F(EditTest, AControllerMayNotSlipContentInWithThePeople) {
  Effort changed = entree();
  changed.staffing.push_back(
      {Id<Team>(city().all<Team>().front().id), Year{2023}, Fte{150}, Status::illustrative, changed.sources});
  changed.summary.by_language["nl"] = "Anders.";
  expect_refused(replace(changed, 1, Role::controller), ErrorCode::forbidden);
}

TEST_F(EditTest, WhatOthersReferToCannotBeWithdrawn) {
  const auto done = withdraw_document(workspace(), {Kind::challenge, "sociale-basis"}, 1, as(Role::programme_manager));
  expect_refused(done, ErrorCode::conflict);
  EXPECT_FALSE(done.error().faults.empty());
}

TEST_F(EditTest, WithdrawingKeepsTheHistory) {
  ASSERT_TRUE(create(small_effort("x")));
  const auto gone = withdraw_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer));
  ASSERT_TRUE(gone) << gone.error().message;
  EXPECT_FALSE(city().contains({Kind::effort, "x"}));
  EXPECT_EQ(store().ledger().history(Kind::effort, "x", 10).size(), 2U);
}

TEST_F(EditTest, AWithdrawnDocumentComesBackAsItsNextRevision) {
  ASSERT_TRUE(create(small_effort("x")));
  ASSERT_TRUE(withdraw_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer)));
  const auto back = create(small_effort("x"));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->rev, 3);
}

TEST_F(EditTest, AWithdrawnDocumentIsBroughtBackAsItWas) {
  const Effort before = entree();
  ASSERT_EQ(before.state, EffortState::running) << "a state in which no new document may begin";
  Effort lonely = before;
  lonely.id = Id<Effort>("x");
  put(lonely);
  const auto gone = withdraw_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer));
  ASSERT_TRUE(gone) << gone.error().message;
  const auto back = restore_document(workspace(), {Kind::effort, "x"}, 2, as(Role::officer));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->rev, 3);
  EXPECT_EQ(*city().all<Effort>().find("x"), lonely);
}

TEST_F(EditTest, OnlyWhatIsWithdrawnComesBackAndOnlyOnce) {
  expect_refused(restore_document(workspace(), kEntree, 1, as(Role::officer)), ErrorCode::conflict);
  expect_refused(restore_document(workspace(), {Kind::effort, "nooit"}, 1, as(Role::officer)), ErrorCode::not_found);
  ASSERT_TRUE(create(small_effort("x")));
  ASSERT_TRUE(withdraw_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer)));
  head_ = store().ledger().head().seq;
  expect_refused(restore_document(workspace(), {Kind::effort, "x"}, 2, as(Role::councillor)), ErrorCode::forbidden);
  expect_refused(restore_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer)), ErrorCode::stale);
  ASSERT_TRUE(restore_document(workspace(), {Kind::effort, "x"}, 2, as(Role::officer)));
  head_ = store().ledger().head().seq;
  expect_refused(restore_document(workspace(), {Kind::effort, "x"}, 2, as(Role::officer)), ErrorCode::conflict);
}

TEST_F(EditTest, WhatNoLongerFitsDoesNotComeBack) {
  Partner partner = *city().all<Partner>().begin();
  partner.id = Id<Partner>("p");
  put(partner);
  Effort effort = small_effort("x");
  effort.partners.push_back({Id<Partner>("p"), PartnerRole::partner});
  ASSERT_TRUE(create(effort));
  ASSERT_TRUE(withdraw_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer)));
  ASSERT_TRUE(withdraw_document(workspace(), {Kind::partner, "p"}, 1, as(Role::officer)));
  head_ = store().ledger().head().seq;
  const auto back = restore_document(workspace(), {Kind::effort, "x"}, 2, as(Role::officer));
  expect_refused(back, ErrorCode::bad_input);
  EXPECT_EQ(rules_of(back.error()), std::vector<std::string>{"unknown_reference"});
}

TEST_F(EditTest, WithdrawingAnOlderRevisionIsStale) {
  ASSERT_TRUE(create(small_effort("x")));
  Effort changed = small_effort("x");
  changed.owner = "Iemand";
  ASSERT_TRUE(replace(changed, 1));
  head_ = store().ledger().head().seq;
  expect_refused(withdraw_document(workspace(), {Kind::effort, "x"}, 1, as(Role::officer)), ErrorCode::stale);
}

TEST_F(EditTest, EveryRoleMayEditExactlyWhatTheTableSays) {
  for (const std::string& name : names_of<Role>()) {
    const Role role = enum_from<Role>(name).value();
    Effort changed = entree();
    changed.owner = "Door " + name;
    const auto done = replace(changed, revision_of(kEntree), role);
    EXPECT_EQ(done.has_value(), may_change_field({role}, Kind::effort, "running", "owner")) << name;
    if (!done) {
      EXPECT_EQ(done.error().code, ErrorCode::forbidden) << name;
    }
  }
}

}  // namespace
}  // namespace koers::test
