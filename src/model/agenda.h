// SPDX-License-Identifier: EUPL-1.2
// Agendas (mission C3), their tracks and verdicts (C4), budgets and capacity (R4).
#pragma once
#include "model/effort.h"

namespace koers {

struct Budget;

enum class AgendaForm : std::uint8_t { strategic = 1, action = 2 };
BOOST_DESCRIBE_ENUM(AgendaForm, strategic, action)

/// One of the lines along which an agenda is worked out.
struct Track {
  int number{};
  Text title;
  Text summary;
  std::vector<Text> questions;
  bool operator==(const Track&) const = default;
};
BOOST_DESCRIBE_STRUCT(Track, (), (number, title, summary, questions))

/// What can be done with something that runs (`keep` … `supplement`), or in what size something new comes (`light` … `plus`).
enum class OptionForm : std::uint8_t {
  keep = 1,
  stop = 2,
  bend = 3,
  speed_up = 4,
  supplement = 5,
  light = 6,
  base = 7,
  plus = 8
};
BOOST_DESCRIBE_ENUM(OptionForm, keep, stop, bend, speed_up, supplement, light, base, plus)

[[nodiscard]] constexpr bool is_for_new(OptionForm form) { return form >= OptionForm::light; }

struct AgendaItem {
  Reference item;  ///< effort/… or policy_document/…
  std::optional<int> track;
  std::optional<OptionForm> option;  ///< that was chosen
  std::optional<Year> starts;        ///< the year from which it holds
  std::optional<Text> note;
  bool operator==(const AgendaItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (item, track, option, starts, note))

struct Agenda {
  Id<Agenda> id;
  Text title;
  AgendaForm form{};
  AgendaState state{};
  int version{};
  YearSpan term;
  Text summary;
  std::optional<Id<Decision>> adopted_by;
  std::optional<Id<Agenda>> succeeds;
  std::vector<Track> tracks;
  std::vector<AgendaItem> items;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  bool operator==(const Agenda&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agenda, (),
                      (id, title, form, state, version, term, summary, adopted_by, succeeds, tracks, items, figures, sources))

enum class VerdictKind : std::uint8_t {
  keep = 1,
  stop = 2,
  bend = 3,
  speed_up = 4,
  supplement = 5,
  merge = 6,
  scrap = 7,
  make_rule = 8
};
BOOST_DESCRIBE_ENUM(VerdictKind, keep, stop, bend, speed_up, supplement, merge, scrap, make_rule)

/// A judgement on an effort or policy document: a record with its reason and the owner's reply, never a status of the item.
struct Verdict {
  Id<Verdict> id;
  Reference subject;
  VerdictKind verdict{};
  Date given_on;
  Text reason;
  std::optional<Text> reply;
  std::optional<Id<Decision>> decided_by;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Verdict&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (id, subject, verdict, given_on, reason, reply, decided_by, status, sources))

struct Fund {
  Id<Fund> id;
  Text title;
  Text summary;
  std::vector<Citation> sources;
  bool operator==(const Fund&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fund, (), (id, title, summary, sources))

struct Capacity {
  Year year;
  Fte fte;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Capacity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Capacity, (), (year, fte, status, sources))

struct Team {
  Id<Team> id;
  Text title;
  Text summary;
  std::vector<Capacity> capacity;
  std::vector<Citation> sources;
  bool operator==(const Team&) const = default;
};
BOOST_DESCRIBE_STRUCT(Team, (), (id, title, summary, capacity, sources))

enum class BudgetLineKind : std::uint8_t { cost = 1, cover = 2 };
BOOST_DESCRIBE_ENUM(BudgetLineKind, cost, cover)

/// One line of a budget. No amount: the source says "to be determined" (PM) or that it is covered elsewhere; the note says which.
struct BudgetLine {
  BudgetLineKind kind{};
  Text label;
  std::optional<Id<Effort>> effort;
  std::optional<Id<Fund>> fund;
  std::optional<Year> year;  ///< absent: the whole period of the budget
  std::optional<Euro> amount;
  std::optional<Text> note;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const BudgetLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetLine, (), (kind, label, effort, fund, year, amount, note, status, sources))

/// Costs and cover of an agenda or effort. `koers check` holds the totals against the lines:
/// total_costs = Σ cost, total_cover = Σ cover, shortfall = total_costs − total_cover.
struct Budget {
  Id<Budget> id;
  Text title;
  Reference subject;
  YearSpan years;
  std::vector<BudgetLine> lines;
  Euro total_costs;
  Euro total_cover;
  Euro shortfall;
  std::optional<Euro> extra_requested;
  std::optional<Text> note;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Budget&) const = default;
};
BOOST_DESCRIBE_STRUCT(Budget, (),
                      (id, title, subject, years, lines, total_costs, total_cover, shortfall, extra_requested, note, status,
                       sources))

}  // namespace koers
