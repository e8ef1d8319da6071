// SPDX-License-Identifier: EUPL-1.2
// The long-term vision (mission C1) and its causal system (C2).
#pragma once
#include "model/kind.h"
#include "model/lifecycle_states.h"
#include "model/provenance.h"

namespace koers {

struct Decision;
struct Indicator;

/// A span of whole years, both ends included.
struct YearSpan {
  Year from;
  Year to;
  bool operator==(const YearSpan&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearSpan, (), (from, to))

struct Vision {
  Id<Vision> id;
  Text title;
  Text summary;
  YearSpan horizon;
  VisionState state{};
  int review_after_years{};   ///< not before this many years after adoption
  int review_before_years{};  ///< and not later than this many
  std::optional<Id<Decision>> adopted_by;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  bool operator==(const Vision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Vision, (),
                      (id, title, summary, horizon, state, review_after_years, review_before_years, adopted_by, figures, sources))

/// One of the main lines of the vision.
struct Guideline {
  Id<Guideline> id;
  int number{};
  Id<Vision> vision;
  Text title;
  Text summary;
  Text ambition;  ///< what is to be true at the horizon
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  bool operator==(const Guideline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Guideline, (), (id, number, vision, title, summary, ambition, figures, sources))

/// A task under a guideline: what there is to do.
struct Challenge {
  Id<Challenge> id;
  int number{};  ///< over the whole vision, 1…17
  Id<Guideline> guideline;
  Text title;
  Text summary;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  bool operator==(const Challenge&) const = default;
};
BOOST_DESCRIBE_STRUCT(Challenge, (), (id, number, guideline, title, summary, figures, sources))

/// Which way a mechanism must turn for the vision to come true.
enum class Direction : std::uint8_t { up = 1, down = 2 };
BOOST_DESCRIBE_ENUM(Direction, up, down)

/// A self-driving development of the city, the thing that the vision wants to turn.
struct Mechanism {
  Id<Mechanism> id;
  int number{};
  Text title;
  Text summary;
  Direction desired{};
  Text state_at_baseline;  ///< what the baseline study saw
  std::vector<Id<Indicator>> measured_by;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  bool operator==(const Mechanism&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mechanism, (), (id, number, title, summary, desired, state_at_baseline, measured_by, figures, sources))

/// A steering principle, with the question that a proposal must be able to answer.
struct Principle {
  Id<Principle> id;
  int number{};
  Text title;
  Text summary;
  Text test;
  std::vector<Citation> sources;
  bool operator==(const Principle&) const = default;
};
BOOST_DESCRIBE_STRUCT(Principle, (), (id, number, title, summary, test, sources))

struct Outcome {
  Id<Outcome> id;
  int number{};
  Text title;
  Text summary;
  Year target_year;
  std::vector<Id<Mechanism>> mechanisms;
  std::vector<Citation> sources;
  bool operator==(const Outcome&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (id, number, title, summary, target_year, mechanisms, sources))

struct Pillar {
  Id<Pillar> id;
  int number{};
  Text title;
  Text summary;
  std::vector<Id<Challenge>> challenges;
  std::vector<Citation> sources;
  bool operator==(const Pillar&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pillar, (), (id, number, title, summary, challenges, sources))

/// A part of the city where the first steps are concentrated.
struct FocusArea {
  Id<FocusArea> id;
  Text title;
  Text summary;
  std::optional<Id<Pillar>> pillar;
  std::vector<Reference> areas;  ///< district/… or neighbourhood/…
  std::vector<Id<Challenge>> challenges;
  std::vector<Figure> figures;
  std::vector<Citation> sources;
  bool operator==(const FocusArea&) const = default;
};
BOOST_DESCRIBE_STRUCT(FocusArea, (), (id, title, summary, pillar, areas, challenges, figures, sources))

enum class Sign : std::uint8_t { positive = 1, negative = 2 };
BOOST_DESCRIBE_ENUM(Sign, positive, negative)
enum class Strength : std::uint8_t { weak = 1, moderate = 2, strong = 3 };
BOOST_DESCRIBE_ENUM(Strength, weak, moderate, strong)
enum class Confidence : std::uint8_t { low = 1, moderate = 2, high = 3 };
BOOST_DESCRIBE_ENUM(Confidence, low, moderate, high)

/// A signed causal edge. Positive: more of `from` gives more of `to` than there would otherwise have been; negative: less
/// (Sterman, Business Dynamics, 2000, ch. 5). `to` is always a mechanism; `from` a guideline, challenge or mechanism.
struct Influence {
  Id<Influence> id;
  Reference from;
  Id<Mechanism> to;
  Sign sign{};
  Strength strength{};
  int lag_years_min{};
  int lag_years_max{};
  Confidence confidence{};
  Text evidence;
  std::optional<Year> retest;  ///< the year in which the edge is to be tested against the statistics again
  Status status = Status::derived;
  std::vector<Citation> sources;
  bool operator==(const Influence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Influence, (),
                      (id, from, to, sign, strength, lag_years_min, lag_years_max, confidence, evidence, retest, status, sources))

}  // namespace koers
