// SPDX-License-Identifier: EUPL-1.2
// What is measured, what it is compared with and what it should become (mission F1–F4).
#pragma once
#include "model/area.h"

namespace koers {

/// Outcome: how the population fares, which the city and its partners answer for together. Performance: what a programme
/// delivers, which its owner answers for. Context: neither. Never mixed in one index.
enum class IndicatorKind : std::uint8_t { outcome = 1, performance = 2, context = 3 };
BOOST_DESCRIBE_ENUM(IndicatorKind, outcome, performance, context)

/// More is better, less is better, or neither.
enum class Polarity : std::uint8_t { more_is_better = 1, less_is_better = 2, neutral = 3 };
BOOST_DESCRIBE_ENUM(Polarity, more_is_better, less_is_better, neutral)

enum class AreaLevel : std::uint8_t { municipality = 1, district = 2, neighbourhood = 3, region = 4 };
BOOST_DESCRIBE_ENUM(AreaLevel, municipality, district, neighbourhood, region)

/// When a figure of a small area is kept back on every way out.
struct Disclosure {
  int threshold{};  ///< a value that stands for fewer persons, households or dwellings than this is not shown
  int rounding{};   ///< counts are shown as multiples of this; 1: as they are
  bool operator==(const Disclosure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Disclosure, (), (threshold, rounding))

/// Between which values a figure must lie, both included.
struct Range {
  Decimal lowest;
  Decimal highest;
  bool operator==(const Range&) const = default;
};
BOOST_DESCRIBE_STRUCT(Range, (), (lowest, highest))

/// What a run of the escalator tells of an area that a figure can be compared with; by the names of `simulate::indicators()`.
enum class SimulatedMeasure : std::uint8_t {
  persons = 1,
  households,
  dwellings,
  persons_0_14_share,
  persons_15_24_share,
  persons_25_44_share,
  persons_45_64_share,
  persons_65_plus_share,
  owner_occupied_share,
  social_rent_share,
  private_rent_share,
  vacant_share,
  lowest_income_share,
  highest_income_share,
  high_education_share,
  working_share,
  mean_income
};
BOOST_DESCRIBE_ENUM(SimulatedMeasure, persons, households, dwellings, persons_0_14_share, persons_15_24_share,
                    persons_25_44_share, persons_45_64_share, persons_65_plus_share, owner_occupied_share, social_rent_share,
                    private_rent_share, vacant_share, lowest_income_share, highest_income_share, high_education_share,
                    working_share, mean_income)

struct Indicator {
  Id<Indicator> id;
  Text title;
  Text definition;
  std::string unit;
  int decimals{};
  IndicatorKind kind{};
  Polarity polarity{};
  std::optional<AreaLevel> level;      ///< the finest at which it is published
  std::optional<std::string> owner;    ///< who answers for it
  std::optional<Date> next_due;        ///< when the next figure is expected
  std::optional<std::string> licence;  ///< SPDX identifier; the source's when absent
  std::optional<Range> range;
  std::optional<Decimal> relevant_step;  ///< the smallest change that matters, in its unit
  std::optional<Id<Indicator>> part_of;  ///< the total that it adds up to with the other parts, such as women to residents
  std::optional<std::string> part_by;  ///< by what that total is divided, such as `sex`: parts with the same word make the whole
  std::optional<Disclosure> disclosure;
  std::optional<SimulatedMeasure> simulated_by;  ///< what the escalator says of it
  std::vector<Citation> sources;
  bool operator==(const Indicator&) const = default;
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (id, title, definition, unit, decimals, kind, polarity, level, owner, next_due, licence, range,
                       relevant_step, part_of, part_by, disclosure, simulated_by, sources))

struct WeightedIndicator {
  Id<Indicator> indicator;
  Decimal weight;
  bool operator==(const WeightedIndicator&) const = default;
};
BOOST_DESCRIBE_STRUCT(WeightedIndicator, (), (indicator, weight))

enum class SetPurpose : std::uint8_t { core = 1, mechanism = 2, action_line = 3, theme = 4, collection = 5 };
BOOST_DESCRIBE_ENUM(SetPurpose, core, mechanism, action_line, theme, collection)

/// Indicators that are read together: a core indicator of the city, a mechanism, an action line, a theme of signals, a
/// publication.
struct IndicatorSet {
  Id<IndicatorSet> id;
  int number{};
  Text title;
  Text summary;
  SetPurpose purpose{};
  std::optional<Reference> subject;  ///< the mechanism or effort that they measure
  std::vector<WeightedIndicator> members;
  std::optional<Text> gap;  ///< what it should hold and no public figure gives
  Status status = Status::derived;
  std::vector<Citation> sources;
  bool operator==(const IndicatorSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorSet, (), (id, number, title, summary, purpose, subject, members, gap, status, sources))

/// What an indicator should be in a year: a value, or a distance from what it is in another area then.
struct Target {
  Id<Target> id;
  Id<Indicator> indicator;
  Reference area;
  Year year;
  Decimal value;                         ///< in the unit of the indicator
  std::optional<Reference> relative_to;  ///< an area: `value` is then the wanted difference with it
  std::optional<Text> summary;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Target&) const = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (id, indicator, area, year, value, relative_to, summary, status, sources))

/// How an indicator is spread over all areas of a level in a region: what a single value is held against.
struct ReferenceDistribution {
  Id<ReferenceDistribution> id;
  Id<Indicator> indicator;
  Id<Region> region;
  AreaLevel level{};
  Period period;
  int count{};   ///< areas with a value
  Decimal mean;  ///< each area counts as one
  Decimal standard_deviation;
  Decimal p5;
  Decimal p10;
  Decimal p25;
  Decimal p50;
  Decimal p75;
  Decimal p90;
  Decimal p95;
  Status status = Status::derived;
  std::vector<Citation> sources;
  bool operator==(const ReferenceDistribution&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferenceDistribution, (),
                      (id, indicator, region, level, period, count, mean, standard_deviation, p5, p10, p25, p50, p75, p90, p95,
                       status, sources))

struct CrosswalkShare {
  std::string from;
  Reference to;
  Decimal weight;  ///< share of `from` that lies in `to`
  bool operator==(const CrosswalkShare&) const = default;
};
BOOST_DESCRIBE_STRUCT(CrosswalkShare, (), (from, to, weight))

/// How areas of another system, or of other years, lie over those of the package. What is mapped with it is an estimate.
struct Crosswalk {
  Id<Crosswalk> id;
  Text title;
  Text summary;
  std::vector<CrosswalkShare> shares;
  Status status = Status::derived;
  std::vector<Citation> sources;
  bool operator==(const Crosswalk&) const = default;
};
BOOST_DESCRIBE_STRUCT(Crosswalk, (), (id, title, summary, shares, status, sources))

enum class ObservationStatus : std::uint8_t { final_ = 1, provisional = 2, estimated = 3, suppressed = 4, missing = 5 };

/// A number with a place, a period and a source; a row of statistics/*.csv.
struct Observation {
  Id<Indicator> indicator;
  Reference area;
  Period period;
  std::optional<Decimal> value;        ///< absent when suppressed or missing
  std::optional<Decimal> denominator;  ///< persons, households or answers behind the value, where the source says
  ObservationStatus status{};
  Citation source;
  std::string note;
  bool operator==(const Observation&) const = default;
};

}  // namespace koers
