// SPDX-License-Identifier: EUPL-1.2
// The registers: policy documents, efforts, decisions.
#pragma once
#include <chrono>

#include "app/views/parts.h"

namespace koers::views {

enum class ReviewState : std::uint8_t { late = 1, due = 2, current = 3, not_applicable = 4, unknown = 5 };
BOOST_DESCRIBE_ENUM(ReviewState, late, due, current, not_applicable, unknown)

struct PolicyRow {
  std::string id;
  Text title;
  Text summary;
  Sector sector{};
  std::optional<Year> year;
  std::optional<int> age_years;
  DocumentState state{};
  std::optional<Body> adopted_by;
  std::optional<Year> runs_until;
  std::optional<Year> review_due;
  ReviewState review_state{};
  std::optional<Mentioned> replaced_by;
  std::optional<std::string> owner;
  std::vector<Mentioned> challenges;
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (),
                      (id, title, summary, sector, year, age_years, state, adopted_by, runs_until, review_due, review_state,
                       replaced_by, owner, challenges, status, sources))

struct PolicyRegister {
  Date date;
  std::vector<PolicyRow> rows;
};
BOOST_DESCRIBE_STRUCT(PolicyRegister, (), (date, rows))

struct EffortRow {
  std::string id;
  Text title;
  Text summary;
  EffortForm form{};
  EffortState state{};
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::optional<std::string> owner;
  std::vector<Mentioned> areas;
  std::vector<Mentioned> challenges;
  std::vector<Mentioned> partners;
  std::optional<Euro> costs;
  std::optional<Status> costs_status;
  std::optional<Euro> cover;
  std::optional<Status> cover_status;
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(EffortRow, (),
                      (id, title, summary, form, state, starts, ends, owner, areas, challenges, partners, costs, costs_status,
                       cover, cover_status, status, sources))

struct EffortRegister {
  std::vector<EffortRow> rows;
};
BOOST_DESCRIBE_STRUCT(EffortRegister, (), (rows))

struct DecisionRow {
  std::string id;
  Date date;
  Body body{};
  Text title;
  Text summary;
  std::optional<std::string> reference;
  std::optional<Votes> votes;
  std::vector<Mentioned> subjects;
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (id, date, body, title, summary, reference, votes, subjects, status, sources))

struct DecisionRegister {
  std::vector<DecisionRow> rows;
};
BOOST_DESCRIBE_STRUCT(DecisionRegister, (), (rows))

[[nodiscard]] PolicyRegister policy_register(const City& city, std::chrono::year_month_day today);
[[nodiscard]] EffortRegister effort_register(const City& city);
/// The latest first.
[[nodiscard]] DecisionRegister decision_register(const City& city);

}  // namespace koers::views
