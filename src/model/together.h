// SPDX-License-Identifier: EUPL-1.2
// Partners, networks and participation processes (mission T1, T6, R5).
#pragma once
#include "model/effort.h"

namespace koers {

enum class PartnerType : std::uint8_t {
  resident_group = 1,
  association = 2,
  business = 3,
  care = 4,
  education = 5,
  housing_corporation = 6,
  safety = 7,
  government = 8,
  knowledge = 9,
  culture_and_sport = 10
};
BOOST_DESCRIBE_ENUM(PartnerType, resident_group, association, business, care, education, housing_corporation, safety, government,
                    knowledge, culture_and_sport)

struct Partner {
  Id<Partner> id;
  std::string name;
  PartnerType type{};
  Text summary;
  std::vector<Citation> sources;
  bool operator==(const Partner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Partner, (), (id, name, type, summary, sources))

struct Membership {
  Id<Partner> partner;
  std::optional<Text> takes_up;
  bool operator==(const Membership&) const = default;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (partner, takes_up))

/// A platform on which parties unite on a theme.
struct Network {
  Id<Network> id;
  Text title;
  Text summary;
  std::vector<Membership> members;
  std::optional<Date> since;
  std::vector<Id<Challenge>> challenges;
  std::optional<Text> bundled_means;
  std::optional<Text> progress;
  std::vector<Citation> sources;
  bool operator==(const Network&) const = default;
};
BOOST_DESCRIBE_STRUCT(Network, (), (id, title, summary, members, since, challenges, bundled_means, progress, sources))

enum class Weight : std::uint8_t { none = 1, some = 2, much = 3 };
BOOST_DESCRIBE_ENUM(Weight, none, some, much)

/// A step of a participation process with its mix of puzzling (thinking together), powering (weighing interests) and
/// participating (who takes part).
struct Phase {
  int number{};
  Text title;
  Text summary;
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::optional<Weight> puzzling;
  std::optional<Weight> powering;
  std::optional<Weight> participating;
  std::optional<Text> exit_test;       ///< what must be there before the next phase begins
  Status mix_status = Status::source;  ///< of the three weights
  std::vector<Citation> sources;
  bool operator==(const Phase&) const = default;
};
BOOST_DESCRIBE_STRUCT(Phase, (),
                      (number, title, summary, starts, ends, puzzling, powering, participating, exit_test, mix_status, sources))

struct Process {
  Id<Process> id;
  Text title;
  Text summary;
  ProcessState state{};
  std::vector<Reference> areas;
  std::optional<Text> open_to_influence;
  std::optional<Text> place_of_the_council;
  std::vector<Phase> phases;
  std::vector<Involvement> partners;
  std::vector<Text> lessons;
  std::vector<Citation> sources;
  bool operator==(const Process&) const = default;
};
BOOST_DESCRIBE_STRUCT(Process, (),
                      (id, title, summary, state, areas, open_to_influence, place_of_the_council, phases, partners, lessons,
                       sources))

}  // namespace koers
