// SPDX-License-Identifier: EUPL-1.2
#include "model/permissions.h"

#include <gtest/gtest.h>

#include "packages.h"

namespace koers {
namespace {

std::vector<Role> all_roles() {
  std::vector<Role> roles;
  for (const std::string& name : names_of<Role>()) roles.push_back(enum_from<Role>(name).value());
  return roles;
}

std::vector<Action> all_actions() {
  std::vector<Action> actions;
  for (const std::string& name : names_of<Action>()) actions.push_back(enum_from<Action>(name).value());
  return actions;
}

template <class F>
void for_each_kind_or_none(F check) {
  check(std::nullopt);
  for_each_kind([&]<class T>(RecordTag<T>) { check(std::optional(kKindOf<T>)); });
}

std::set<Role> roles_that_may(Action action, std::optional<Kind> kind = std::nullopt) {
  std::set<Role> out;
  for (const Role role : all_roles()) {
    if (may({role}, action, kind)) out.insert(role);
  }
  return out;
}

TEST(Permissions, are_denied_to_whoever_has_no_role) {
  for (const Action action : all_actions()) {
    for_each_kind_or_none([&](std::optional<Kind> kind) { EXPECT_FALSE(may({}, action, kind)) << name_of(action); });
    EXPECT_FALSE(may_somewhere({}, action));
  }
}

TEST(Permissions, are_denied_to_a_role_without_a_row) {
  for (const Role role : all_roles()) {
    for (const Action action : all_actions()) {
      const auto rows = all_permissions();
      const bool has_row =
          std::any_of(rows.begin(), rows.end(), [&](const Permission& row) { return row.role == role && row.action == action; });
      EXPECT_EQ(may_somewhere({role}, action), has_row) << name_of(role) << ' ' << name_of(action);
      if (!has_row) for_each_kind_or_none([&](std::optional<Kind> kind) { EXPECT_FALSE(may({role}, action, kind)); });
    }
  }
}

TEST(Permissions, let_a_resident_read_what_is_public_export_it_and_ask_the_escalator_and_nothing_else) {
  for (const Action action : all_actions()) {
    const bool expected = action == Action::read_public || action == Action::export_package || action == Action::simulate;
    for_each_kind_or_none(
        [&](std::optional<Kind> kind) { EXPECT_EQ(may({Role::resident}, action, kind), expected) << name_of(action); });
  }
}

TEST(Permissions, let_those_who_work_with_figures_import_them) {
  EXPECT_EQ(roles_that_may(Action::import_statistics), (std::set<Role>{Role::officer, Role::researcher, Role::administrator}));
}

TEST(Permissions, let_only_the_administrator_administer) {
  for (const Action action : {Action::administer_accounts, Action::import_package, Action::read_audit}) {
    EXPECT_EQ(roles_that_may(action), std::set<Role>{Role::administrator}) << name_of(action);
  }
}

TEST(Permissions, let_the_administrator_write_no_document) {
  for (const Action action : {Action::create, Action::edit, Action::withdraw, Action::transition}) {
    EXPECT_FALSE(may_somewhere({Role::administrator}, action)) << name_of(action);
  }
}

TEST(Permissions, let_only_the_clerk_record_decisions) {
  for (const Action action : {Action::create, Action::edit, Action::withdraw}) {
    EXPECT_EQ(roles_that_may(action, Kind::decision), std::set<Role>{Role::clerk});
  }
}

TEST(Permissions, let_only_clerk_and_programme_manager_move_documents) {
  for (const Kind kind : {Kind::vision, Kind::agenda, Kind::effort, Kind::policy_document, Kind::framework, Kind::process}) {
    EXPECT_EQ(roles_that_may(Action::transition, kind), (std::set<Role>{Role::clerk, Role::programme_manager}));
  }
  EXPECT_TRUE(roles_that_may(Action::transition, Kind::budget).empty());
  EXPECT_TRUE(roles_that_may(Action::transition).empty()) << "of no kind in particular";
}

TEST(Permissions, let_only_the_controller_write_about_money) {
  for (const Kind kind : {Kind::budget, Kind::fund, Kind::team}) {
    EXPECT_EQ(roles_that_may(Action::edit, kind), std::set<Role>{Role::controller});
  }
}

TEST(Permissions, let_a_controller_change_only_the_staffing_of_an_effort) {
  for_each_field(Effort{}, [](const char* name, const auto&) {
    EXPECT_EQ(may_change_field({Role::controller}, Kind::effort, "running", name), std::string_view(name) == "staffing") << name;
    EXPECT_TRUE(may_change_field({Role::officer}, Kind::effort, "running", name));
    EXPECT_FALSE(may_change_field({Role::resident}, Kind::effort, "running", name));
  });
  EXPECT_FALSE(may({Role::controller}, Action::create, Kind::effort));
  EXPECT_TRUE(may_change_field({Role::controller, Role::officer}, Kind::effort, "running", "title"));
}

TEST(Permissions, let_nobody_make_up_a_signal_or_take_one_away) {
  EXPECT_TRUE(roles_that_may(Action::create, Kind::signal).empty());
  EXPECT_TRUE(roles_that_may(Action::withdraw, Kind::signal).empty());
  for (const Role role : all_roles()) {
    for (const char* field : {"value", "expected", "lower", "upper", "probability", "level", "raised_on"}) {
      EXPECT_FALSE(may_change_field({role}, Kind::signal, "", field)) << name_of(role) << ' ' << field;
    }
  }
}

TEST(Permissions, let_staff_ask_and_answer_signals_and_the_neighbourhood_reply) {
  EXPECT_EQ(roles_that_may(Action::raise, Kind::signal), (std::set<Role>{Role::officer, Role::researcher}));
  EXPECT_EQ(roles_that_may(Action::answer, Kind::signal), (std::set<Role>{Role::officer, Role::programme_manager}));
  EXPECT_EQ(roles_that_may(Action::reply, Kind::signal), (std::set<Role>{Role::officer, Role::participant, Role::partner}));
  EXPECT_FALSE(may_change_field({Role::participant}, Kind::signal, "", "replies")) << "a reply changes nobody else's";
}

TEST(Permissions, are_the_union_over_the_roles_of_somebody) {
  EXPECT_FALSE(may({Role::researcher}, Action::edit, Kind::effort));
  EXPECT_TRUE(may({Role::researcher, Role::officer}, Action::edit, Kind::effort));
  EXPECT_TRUE(may({Role::researcher, Role::officer}, Action::edit, Kind::indicator));
}

City city_with_effort(EffortState state) {
  City city;
  Effort effort{};
  effort.id = Id<Effort>("e");
  effort.state = state;
  city.all<Effort>().add(effort);
  return city;
}

TEST(Drafts, are_hidden_from_residents_and_partners_and_shown_to_staff) {
  const Reference effort{Kind::effort, "e"};
  for (const EffortState state : {EffortState::framed, EffortState::drafted}) {
    const City city = city_with_effort(state);
    EXPECT_FALSE(is_public(city, effort));
    for (const Role role : {Role::resident, Role::participant, Role::partner, Role::researcher, Role::councillor}) {
      EXPECT_FALSE(may_read({role}, city, effort)) << name_of(role);
    }
    for (const Role role : {Role::officer, Role::alderman, Role::clerk})
      EXPECT_TRUE(may_read({role}, city, effort)) << name_of(role);
    EXPECT_FALSE(may_read({}, city, effort));
  }
}

TEST(Drafts, become_public_when_the_council_has_consented) {
  const Reference effort{Kind::effort, "e"};
  for (const EffortState state : {EffortState::proposed, EffortState::consented, EffortState::adopted, EffortState::withdrawn}) {
    EXPECT_TRUE(may_read({Role::resident}, city_with_effort(state), effort)) << name_of(state);
  }
}

TEST(Drafts, are_the_states_of_five_kinds) {
  EXPECT_TRUE(is_hidden_state(Kind::vision, "draft"));
  EXPECT_TRUE(is_hidden_state(Kind::policy_document, "in_preparation"));
  EXPECT_TRUE(is_hidden_state(Kind::framework, "in_preparation"));
  EXPECT_FALSE(is_hidden_state(Kind::vision, "on_display"));
  EXPECT_FALSE(is_hidden_state(Kind::agenda, "proposed"));
  EXPECT_FALSE(is_hidden_state(Kind::process, "plan"));
}

}  // namespace
}  // namespace koers
