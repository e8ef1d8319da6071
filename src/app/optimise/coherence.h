// SPDX-License-Identifier: EUPL-1.2
// Where an agenda does not hang together: conflicts, double work, gaps, broken order, promises without money (mission R5).
#pragma once
#include "app/optimise/agenda_problem.h"

namespace koers {

enum class FindingKind : std::uint8_t {
  conflict = 1,     ///< two items that exclude each other are both in
  double_work = 2,  ///< two items work on the same goals, in the same area and years, with the same partners; or say they overlap
  gap = 3,          ///< a challenge or district that nothing works on
  order = 4,        ///< an item needs another that is not in, or that starts later
  unfunded = 5      ///< an item without any amount, or a budget with a shortfall
};
BOOST_DESCRIBE_ENUM(FindingKind, conflict, double_work, gap, order, unfunded)

struct Finding {
  FindingKind kind{};
  std::vector<Reference> items;
  std::vector<Reference> about;          ///< challenges, areas, partners shared; or the challenge or district that has nothing
  std::optional<optimise::Cents> cents;  ///< of a shortfall
  std::optional<Text> note;              ///< what the papers say of it
};

/// Of what is proposed or under way, without any choice. By kind, then as the documents come.
[[nodiscard]] std::vector<Finding> findings_of_city(const City& city);

/// Of a choice: what is stopped or not taken up is not there, starts are those of the choice.
[[nodiscard]] std::vector<Finding> findings_of_choice(const AgendaProblem& problem, const optimise::Choice& choice);

}  // namespace koers
