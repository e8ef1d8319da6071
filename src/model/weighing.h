// SPDX-License-Identifier: EUPL-1.2
// What there is to weigh of an effort or policy document, and the frame in which an agenda is chosen (mission C3, C4, R4, R6).
#pragma once
#include "model/agenda.h"
#include "model/scenario.h"

namespace koers {

enum class Degree : std::uint8_t { low = 1, medium = 2, high = 3 };
BOOST_DESCRIBE_ENUM(Degree, low, medium, high)

/// Who or what a contribution comes from: people who score beside each other, the screening of a document, the escalator's effect
/// table, or one person's estimate.
enum class Basis : std::uint8_t { panel = 1, screening = 2, escalator = 3, estimate = 4 };
BOOST_DESCRIBE_ENUM(Basis, panel, screening, escalator, estimate)

/// Money of an option from one fund. One amount stands for every year; otherwise as many as the option has years, from its start.
struct OptionCost {
  Id<Fund> fund;
  std::vector<Euro> amounts;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const OptionCost&) const = default;
};
BOOST_DESCRIBE_STRUCT(OptionCost, (), (fund, amounts, status, sources))

/// People of an option from one team, with amounts as for money.
struct OptionPeople {
  Id<Team> team;
  std::vector<Fte> amounts;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const OptionPeople&) const = default;
};
BOOST_DESCRIBE_STRUCT(OptionPeople, (), (team, amounts, status, sources))

/// How much an option, when it works in full, brings a guideline or mechanism further: from −3 (works strongly against it) by 0
/// to 3 (decisive for it). Several of one criterion are a panel: each assessor has one.
struct Contribution {
  Reference to;
  Decimal low;
  Decimal likely;
  Decimal high;
  Basis basis{};
  std::optional<std::string> assessor;   ///< of a panel: a function, never a name
  std::optional<Id<Scenario>> scenario;  ///< of the escalator: the question that was put to it
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Contribution&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contribution, (), (to, low, likely, high, basis, assessor, scenario, status, sources))

struct AppraisalOption {
  OptionForm form{};
  std::optional<YearSpan> starts;  ///< absent: any year of the agenda that contracts allow; `keep` runs from its first year
  int years{};                     ///< that it takes, from its start; until then something that runs is kept
  std::optional<Text> note;
  std::vector<OptionCost> costs;
  std::vector<OptionPeople> people;
  std::vector<Contribution> contributions;
  bool operator==(const AppraisalOption&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppraisalOption, (), (form, starts, years, note, costs, people, contributions))

/// What can be done with one effort or policy document, and what each of it costs and brings.
struct Appraisal {
  Id<Appraisal> id;
  Reference subject;                ///< effort/… or policy_document/…
  std::optional<Year> bound_until;  ///< the last year in which contracts hold it: nothing changes before the next
  std::optional<Text> bound_by;
  std::optional<Degree> willingness;  ///< of partners, to change along
  std::optional<Degree> freedom;      ///< that contracts leave
  std::vector<AppraisalOption> options;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Appraisal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Appraisal, (), (id, subject, bound_until, bound_by, willingness, freedom, options, status, sources))

/// A guideline or mechanism with its part of the whole, and how far people disagree about that part.
struct Criterion {
  Reference to;
  Decimal weight;  ///< of all together 1
  Decimal least;   ///< least ≤ weight ≤ most
  Decimal most;
  std::optional<int> rank;  ///< one with a lower rank weighs at least as much as one with a higher
  bool operator==(const Criterion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (to, weight, least, most, rank))

/// What a fund has for the agenda. `budget` has an amount for each year.
struct FundFrame {
  Id<Fund> fund;
  std::vector<Euro> budget;
  bool carries_over{};                   ///< what is left goes on to the next year
  std::optional<Euro> reserve_at_start;  ///< when it carries over
  std::optional<Euro> reserve_most;
  bool hard{};  ///< can never be exceeded; otherwise exceeding it costs points
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const FundFrame&) const = default;
};
BOOST_DESCRIBE_STRUCT(FundFrame, (), (fund, budget, carries_over, reserve_at_start, reserve_most, hard, status, sources))

/// Whom a team has for the agenda. `capacity` has an amount for each year.
struct TeamFrame {
  Id<Team> team;
  std::vector<Fte> capacity;
  int hire_percent{};  ///< of the capacity, that can be hired in: 0 … 20
  bool hard{};
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const TeamFrame&) const = default;
};
BOOST_DESCRIBE_STRUCT(TeamFrame, (), (team, capacity, hire_percent, hard, status, sources))

enum class Tempo : std::uint8_t { slow = 1, medium = 2, fast = 3 };
BOOST_DESCRIBE_ENUM(Tempo, slow, medium, fast)

/// How much may change: money moved away from what happens by itself, in per cent of what that costs.
struct TempoLimit {
  Tempo tempo{};
  int shift_percent{};
  bool operator==(const TempoLimit&) const = default;
};
BOOST_DESCRIBE_STRUCT(TempoLimit, (), (tempo, shift_percent))

/// Of all items of a group at least so many must be in.
struct CoverageRule {
  Reference group;  ///< pillar/…, guideline/…, challenge/… or an area
  int least_items{};
  bool operator==(const CoverageRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoverageRule, (), (group, least_items))

enum class WishKind : std::uint8_t { must = 1, ban = 2 };
BOOST_DESCRIBE_ENUM(WishKind, must, ban)

/// What is decided beforehand, whatever the weighing says; its price is always shown.
struct Wish {
  Reference item;
  WishKind kind{};
  std::optional<OptionForm> option;  ///< absent: any option but `stop`
  Text reason;
  bool operator==(const Wish&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (item, kind, option, reason))

/// Points that things are worth beside the contributions of the items, on the scale of those (an item that is decisive for
/// everything, from the first year on, is worth 3).
struct Exchange {
  Decimal supports;                  ///< gained when both ends of a link `supports` are in
  Decimal overlaps;                  ///< lost when both ends of a link `overlaps` are in
  std::optional<Decimal> conflicts;  ///< lost when both ends of a link `conflicts` are in; absent: they exclude each other
  Decimal overrun_million;           ///< lost for a million euros beyond a fund that is not hard
  Decimal overrun_fte;               ///< lost for a year of one fte beyond a team that is not hard
  Decimal hired_fte;                 ///< lost for a year of one fte hired in
  bool operator==(const Exchange&) const = default;
};
BOOST_DESCRIBE_STRUCT(Exchange, (), (supports, overlaps, conflicts, overrun_million, overrun_fte, hired_fte))

/// The frame in which an agenda is chosen: years, criteria, money, people, pace and wishes.
struct Weighing {
  Id<Weighing> id;
  Text title;
  Text summary;
  YearSpan years;
  std::optional<Id<Agenda>> agenda;  ///< that it prepares the next version of
  std::vector<Reference> items;      ///< that are weighed; none: everything that is appraised
  Decimal discount_percent;          ///< by which a later year counts less, a year
  std::vector<Criterion> criteria;
  Exchange exchange;
  std::vector<FundFrame> funds;
  std::vector<TeamFrame> teams;
  std::vector<TempoLimit> tempos;
  std::vector<CoverageRule> coverage;
  std::vector<Wish> wishes;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Weighing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Weighing, (),
                      (id, title, summary, years, agenda, items, discount_percent, criteria, exchange, funds, teams, tempos,
                       coverage, wishes, status, sources))

}  // namespace koers
