// SPDX-License-Identifier: EUPL-1.2
// Policy in force and its upkeep (mission C8), frameworks and deviations from them (C7), decisions (C6), the cycle (C9).
#pragma once
#include "model/effort.h"

namespace koers {

enum class Sector : std::uint8_t {
  vision = 1,
  housing = 2,
  space = 3,
  economy = 4,
  education = 5,
  social = 6,
  health = 7,
  safety = 8,
  mobility = 9,
  green = 10,
  sustainability = 11,
  culture = 12,
  sport = 13,
  finance = 14,
  governance = 15
};
BOOST_DESCRIBE_ENUM(Sector, vision, housing, space, economy, education, social, health, safety, mobility, green, sustainability,
                    culture, sport, finance, governance)

struct PolicyDocument {
  Id<PolicyDocument> id;
  Text title;
  Sector sector{};
  std::optional<Year> year;  ///< of adoption or publication; absent when no source says it
  DocumentState state{};
  std::optional<Body> adopted_by;
  std::optional<Year> runs_until;  ///< the last year that it says it is about
  std::optional<Year> review_due;  ///< absent: the rule of the cycle applies
  std::optional<Id<PolicyDocument>> replaced_by;
  std::optional<std::string> owner;
  Text summary;
  std::vector<Id<Challenge>> challenges;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const PolicyDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(PolicyDocument, (),
                      (id, title, sector, year, state, adopted_by, runs_until, review_due, replaced_by, owner, summary,
                       challenges, status, sources))

enum class FrameworkForm : std::uint8_t { environment_plan = 1, ordinance = 2, scheme = 3, guiding_framework = 4 };
BOOST_DESCRIBE_ENUM(FrameworkForm, environment_plan, ordinance, scheme, guiding_framework)

struct Framework {
  Id<Framework> id;
  Text title;
  FrameworkForm form{};
  DocumentState state{};
  Text summary;
  std::optional<Text> deviation_rule;  ///< when may an initiative depart from it
  std::optional<Id<Decision>> adopted_by;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Framework&) const = default;
};
BOOST_DESCRIBE_STRUCT(Framework, (), (id, title, form, state, summary, deviation_rule, adopted_by, status, sources))

/// A departure from a framework: only for something that demonstrably helps to turn the mechanisms it names.
struct Deviation {
  Id<Deviation> id;
  Id<Framework> framework;
  Reference subject;
  std::vector<Id<Mechanism>> mechanisms;
  Text reason;
  Id<Decision> decided_by;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Deviation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deviation, (), (id, framework, subject, mechanisms, reason, decided_by, status, sources))

struct Votes {
  int in_favour{};
  int against{};
  bool operator==(const Votes&) const = default;
};
BOOST_DESCRIBE_STRUCT(Votes, (), (in_favour, against))

/// What a body decided, and which step of which document rests on it.
struct Decision {
  Id<Decision> id;
  Date date;
  Body body{};
  Text title;
  Text summary;
  std::optional<std::string> reference;  ///< the body's own file number
  std::optional<Votes> votes;
  std::vector<Reference> subjects;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Decision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (id, date, body, title, summary, reference, votes, subjects, status, sources))

/// A quadrant of the policy cycle, in its order.
enum class Quadrant : std::uint8_t { vision_and_agenda = 1, frameworks = 2, realisation = 3, feedback = 4 };
BOOST_DESCRIBE_ENUM(Quadrant, vision_and_agenda, frameworks, realisation, feedback)

/// Something that comes back in the cycle: due between `every_years_min` and `every_years_max` after it was last done,
/// in `month` when it has a fixed one.
struct CycleActivity {
  Id<CycleActivity> id;
  Text title;
  Text summary;
  Quadrant quadrant{};
  int every_years_min{};
  int every_years_max{};
  std::optional<int> month;
  std::optional<Date> last_done;
  std::optional<Reference> subject;
  std::optional<Body> body;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const CycleActivity&) const = default;
};
BOOST_DESCRIBE_STRUCT(CycleActivity, (),
                      (id, title, summary, quadrant, every_years_min, every_years_max, month, last_done, subject, body, status,
                       sources))

}  // namespace koers
