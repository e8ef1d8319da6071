// SPDX-License-Identifier: EUPL-1.2
#include "model/lifecycle.h"

#include <gtest/gtest.h>

#include <set>

#include "packages.h"

namespace koers {
namespace {

template <class T>
const Id<T> kSubject("subject");

Id<Decision> decision_id(Body body) { return Id<Decision>(name_of(body)); }

Reference subject(Kind kind) { return {kind, "subject"}; }

/// A city with one document of `kind` in `state`, and a decision of every body about it.
City city_with(Kind kind, std::string_view state, EffortForm form = EffortForm::project) {
  City city;
  visit_kind(kind, [&]<class T>(RecordTag<T>) {
    if constexpr (requires(T record) { record.state; }) {
      T record{};
      record.id = kSubject<T>;
      record.state = enum_from<decltype(record.state)>(state).value();
      if constexpr (std::is_same_v<T, Effort>) record.form = form;
      city.all<T>().add(std::move(record));
    }
  });
  for (const Body body : {Body::council, Body::college, Body::alderman, Body::director}) {
    Decision decision{};
    decision.id = decision_id(body);
    decision.body = body;
    decision.subjects = {subject(kind)};
    city.all<Decision>().add(std::move(decision));
  }
  return city;
}

City city_for(const Transition& step) {
  return city_with(step.kind, step.from, step.programmes_only ? EffortForm::area_programme : EffortForm::project);
}

ErrorCode refusal(const City& city, const Reference& document, std::string_view to, const Id<Decision>& decision) {
  const auto result = check_transition(city, document, to, decision);
  EXPECT_FALSE(result) << to_string(document) << " may become " << to;
  return result ? ErrorCode::broken_world : result.error().code;
}

std::string name_of_step(const Transition& step) {
  return std::string(name_of(step.kind)) + '_' + std::string(step.from) + "_to_" + std::string(step.to) +
         (step.programmes_only ? "_of_programmes" : "") + (step.others_only ? "_of_others" : "");
}

class Step : public testing::TestWithParam<Transition> {};

TEST_P(Step, is_allowed_with_a_decision_of_the_right_body) {
  const Transition& step = GetParam();
  const auto result = check_transition(city_for(step), subject(step.kind), step.to, decision_id(step.body));
  EXPECT_TRUE(result) << result.error().message;
}

TEST_P(Step, is_refused_with_a_decision_of_another_body_and_says_why) {
  const Transition& step = GetParam();
  const City city = city_for(step);
  for (const Body body : {Body::council, Body::college, Body::alderman, Body::director}) {
    if (body == step.body) continue;
    EXPECT_EQ(refusal(city, subject(step.kind), step.to, decision_id(body)), ErrorCode::forbidden);
    const auto message = check_transition(city, subject(step.kind), step.to, decision_id(body)).error().message;
    EXPECT_NE(message.find(step.reason), std::string::npos) << message;
  }
}

TEST_P(Step, is_refused_with_a_decision_about_another_document) {
  const Transition& step = GetParam();
  City city = city_for(step);
  Decision other = *city.find(decision_id(step.body));
  other.subjects = {{step.kind, "another"}, {Kind::fund, "subject"}};
  city.all<Decision>().put(other);
  EXPECT_EQ(refusal(city, subject(step.kind), step.to, decision_id(step.body)), ErrorCode::forbidden);
}

TEST_P(Step, is_refused_without_a_decision) {
  const Transition& step = GetParam();
  EXPECT_EQ(refusal(city_for(step), subject(step.kind), step.to, Id<Decision>("none")), ErrorCode::not_found);
}

TEST_P(Step, goes_between_states_that_exist) {
  const Transition& step = GetParam();
  City city = city_for(step);
  EXPECT_EQ(state_of(city, subject(step.kind)), step.from);
  EXPECT_EQ(state_of(city_with(step.kind, step.to), subject(step.kind)), step.to);
}

INSTANTIATE_TEST_SUITE_P(each, Step, testing::ValuesIn(all_transitions().begin(), all_transitions().end()),
                         [](const auto& each) { return name_of_step(each.param); });

template <class T, class F>
void for_each_pair_of_states(Kind kind, EffortForm form, F check) {
  for (const std::string& from : names_of<T>()) {
    for (const std::string& to : names_of<T>()) check(city_with(kind, from, form), from, to);
  }
}

/// Every pair of states of a kind: allowed exactly when the table has it for this form.
template <class T>
void expect_only_steps_of_the_table(Kind kind, EffortForm form) {
  const bool programme = form == EffortForm::policy_programme || form == EffortForm::area_programme;
  for_each_pair_of_states<T>(kind, form, [&](const City& city, const std::string& from, const std::string& to) {
    const Transition* row = nullptr;
    for (const Transition& step : all_transitions()) {
      const bool fits = !(step.programmes_only && !programme) && !(step.others_only && programme);
      if (step.kind == kind && step.from == from && step.to == to && fits) row = &step;
    }
    for (const Body body : {Body::council, Body::college, Body::alderman, Body::director}) {
      const auto result = check_transition(city, subject(kind), to, decision_id(body));
      EXPECT_EQ(result.has_value(), row != nullptr && row->body == body) << name_of(kind) << ' ' << from << " → " << to;
      if (row == nullptr) {
        EXPECT_EQ(result.error().code, ErrorCode::conflict);
      }
    }
  });
}

TEST(Lifecycle, has_no_step_that_is_not_in_the_table) {
  expect_only_steps_of_the_table<VisionState>(Kind::vision, {});
  expect_only_steps_of_the_table<AgendaState>(Kind::agenda, {});
  expect_only_steps_of_the_table<DocumentState>(Kind::policy_document, {});
  expect_only_steps_of_the_table<DocumentState>(Kind::framework, {});
  expect_only_steps_of_the_table<ProcessState>(Kind::process, {});
  for (int form = 1; form <= 5; ++form) expect_only_steps_of_the_table<EffortState>(Kind::effort, static_cast<EffortForm>(form));
}

TEST(Lifecycle, lets_no_programme_be_adopted_without_the_consent_of_the_council) {
  for (const EffortForm form : {EffortForm::policy_programme, EffortForm::area_programme}) {
    for (const std::string& from : names_of<EffortState>()) {
      const City city = city_with(Kind::effort, from, form);
      for (const Transition& step : next_transitions(city, subject(Kind::effort))) {
        if (step.to == "adopted") {
          EXPECT_EQ(from, "consented");
        }
        if (step.to == "consented") {
          EXPECT_EQ(step.body, Body::council);
          EXPECT_EQ(from, "drafted");
        }
      }
    }
  }
}

/// All states that can be reached from `from` over steps whose decision is not the council's.
std::set<std::string> reachable_without_council(EffortForm form, const std::string& from) {
  std::set<std::string> reached{from};
  std::vector<std::string> open{from};
  while (!open.empty()) {
    const City city = city_with(Kind::effort, open.back(), form);
    open.pop_back();
    for (const Transition& step : next_transitions(city, subject(Kind::effort))) {
      if (step.body != Body::council && reached.emplace(step.to).second) open.emplace_back(step.to);
    }
  }
  return reached;
}

TEST(Lifecycle, lets_the_college_alone_only_withdraw_a_programme) {
  EXPECT_EQ(reachable_without_council(EffortForm::policy_programme, "proposed"),
            (std::set<std::string>{"proposed", "withdrawn"}));
  EXPECT_EQ(reachable_without_council(EffortForm::area_programme, "framed"),
            (std::set<std::string>{"framed", "drafted", "withdrawn"}));
  EXPECT_TRUE(reachable_without_council(EffortForm::project, "proposed").contains("closed"));
}

TEST(Lifecycle, refuses_to_skip_a_step_and_names_those_that_are_open) {
  const City city = city_with(Kind::effort, "proposed", EffortForm::policy_programme);
  const auto result = check_transition(city, subject(Kind::effort), "adopted", decision_id(Body::college));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::conflict);
  EXPECT_EQ(result.error().message, "effort/subject is `proposed` and cannot become `adopted`; from here: framed, withdrawn.");
}

TEST(Lifecycle, has_nothing_after_an_end) {
  for (const char* state : {"closed", "withdrawn"}) {
    EXPECT_TRUE(next_transitions(city_with(Kind::effort, state), subject(Kind::effort)).empty()) << state;
  }
}

TEST(Lifecycle, knows_no_state_of_what_does_not_exist_or_has_none) {
  EXPECT_FALSE(state_of(small_city(), {Kind::effort, "none"}));
  EXPECT_FALSE(state_of(small_city(), {Kind::guideline, "mijn-thuis"}));
  EXPECT_EQ(state_of(small_city(), {Kind::effort, "bouwprogramma"}), "running");
  EXPECT_EQ(refusal(small_city(), {Kind::guideline, "mijn-thuis"}, "adopted", Id<Decision>("raad-visie")), ErrorCode::not_found);
}

TEST(Lifecycle, leaves_vision_agenda_and_frameworks_to_the_council) {
  for (const Kind kind : {Kind::vision, Kind::agenda, Kind::framework}) EXPECT_EQ(adopting_body(kind), Body::council);
  for (const Kind kind : {Kind::effort, Kind::policy_document, Kind::fund}) EXPECT_FALSE(adopting_body(kind));
}

}  // namespace
}  // namespace koers
