// SPDX-License-Identifier: EUPL-1.2
// RiskPaths: the teaching model of Statistics Canada and OpenM++ (openmpp.org, MIT) of first pregnancies and union careers, as
// the yardstick that other engines have run as well. Continuous time; every woman is followed alone, from birth to exact age 100.
//
// While childless she may become pregnant (hazard: by age class × relative risk of her union status), form a first union (by age
// class), end it (by its duration), form a second (by the time since), and end that (by its duration). After the pregnancy
// nothing happens any more.
//
// What of a life is certain is not played out but worked out: nobody dies, so birthdays, changes of age class and of duration
// class have times that are known beforehand. Hazards between them are constant, so that a waiting time drawn anew at every such
// change is the same, by the lack of memory of the exponential, as one unit exponential that is used up by the cumulative hazard
// (the time change of point processes: Brémaud, Point Processes and Queues, 1981, chapter II.6). A life is then at most five
// draws, each put through the inverse of a piecewise linear function; the distribution of every event is that of the model.
//
// Time is counted in whole ticks, rounded down, and tables are sums of integers: 1, 2 and 16 threads give the same bytes.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "simulate/draws.h"

namespace koers::simulate {

enum class UnionStatus : std::uint8_t {
  never = 0,
  first_early = 1,  ///< in a first union, in its first years
  first_late = 2,
  after_first = 3,
  second = 4,
  after_second = 5
};
inline constexpr std::size_t kUnionStatuses = 6;
[[nodiscard]] constexpr std::size_t index_of(UnionStatus status) { return static_cast<std::size_t>(status); }

/// About two seconds: 100 years fit in 32 bits.
using Ticks = std::int32_t;
inline constexpr Ticks kTicksPerYear = 1 << 24;
inline constexpr int kLifeYears = 100;
/// As an age: the end of life, and what never comes.
inline constexpr Ticks kLifeTicks = kLifeYears * kTicksPerYear;
/// Most classes of an age or a duration.
inline constexpr std::size_t kMostClasses = 16;

/// Hazards are per year, bounds in years. `n` bounds make n + 1 classes; the first class begins at 0, the last has no end.
/// Defaults: as published with OpenM++.
struct RiskPathsParameters {
  std::vector<double> age_bounds{15, 17.5, 20, 22.5, 25, 27.5, 30, 32.5, 35, 37.5, 40};
  std::vector<double> pregnancy_hazards{0, 0.2869, 0.7591, 0.8458, 0.8167, 0.6727, 0.5105, 0.4882, 0.2562, 0.2597, 0.1542, 0};
  std::array<double, kUnionStatuses> pregnancy_risks{0.0648, 1, 0.2523, 0.0648, 0.8048, 0.0648};  ///< factors, by union status
  std::vector<double> first_union_hazards{0,       0.030898, 0.134066, 0.167197, 0.165551, 0.147390,
                                          0.10847, 0.080378, 0.033944, 0.045454, 0.040038, 0};
  double early_union_years = 3;  ///< after which `first_early` becomes `first_late`
  std::vector<double> union_bounds{1, 3, 5, 9, 13};
  std::vector<double> first_union_end_hazards{0.0096017, 0.0199994, 0.0199994, 0.0213172, 0.0150836, 0.0110791};
  std::vector<double> second_union_bounds{2, 6, 10, 15};  ///< time since the end of the first
  std::vector<double> second_union_hazards{0.1995702, 0.1353028, 0.1099149, 0.0261186, 0.0456905};
  std::vector<double> second_union_end_hazards{0.0370541, 0.0370541, 0.012775, 0.012775, 0.0661157, 0.0661157};
};

/// Of a hazard per year, and of a relative risk: waiting times far below a tick mean nothing more.
inline constexpr double kMostHazard = 1e9;

/// Every hazard and risk between 0 and `kMostHazard`, bounds rising between 0 and 100, at most `kMostClasses` classes, one hazard
/// per class; otherwise `bad_input` with a fault for each that is not.
[[nodiscard]] Result<void> check(const RiskPathsParameters& parameters);

/// Which women: numbers `first` … `first + count − 1`. A woman's life is a function of parameters, stream and number.
struct CaseRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};
/// The sums of so many lives fit in 64 bits.
inline constexpr std::uint64_t kMostCases = 1ULL << 31U;

/// Ages at which a woman enters each status and becomes pregnant; `kLifeTicks`: never.
struct RiskPathsLife {
  std::array<Ticks, kUnionStatuses> entered{0, kLifeTicks, kLifeTicks, kLifeTicks, kLifeTicks, kLifeTicks};
  Ticks pregnancy = kLifeTicks;
  UnionStatus last = UnionStatus::never;  ///< when she becomes pregnant, or else at the end
  bool operator==(const RiskPathsLife&) const = default;
};

/// What happened to some women, and how long it could have.
struct Occurrences {
  std::int64_t events = 0;
  std::int64_t ticks = 0;
  [[nodiscard]] double years() const { return static_cast<double>(ticks) / kTicksPerYear; }
  [[nodiscard]] double per_year() const { return ticks == 0 ? 0 : static_cast<double>(events) / years(); }
  bool operator==(const Occurrences&) const = default;
};

using OccurrencesByAge = std::array<Occurrences, kLifeYears>;

/// By single year of age (0 … 99), by age class (0 … number of bounds) and by union status.
struct RiskPathsTables {
  std::int64_t cases = 0;
  std::array<std::int64_t, kLifeYears + 1> survivors{};  ///< life table: women alive at exact age 0 … 100
  OccurrencesByAge deaths{};                             ///< life table: deaths and time lived
  OccurrencesByAge pregnancies{};                        ///< in the time of all women; published for 15 … 40
  OccurrencesByAge pregnancies_of_childless{};           ///< in the time of women still childless
  std::vector<std::array<Occurrences, kUnionStatuses>> pregnancies_by_class;  ///< of the childless, by age class and status
  std::vector<Occurrences> first_unions_by_class;                             ///< of the childless who never lived in a union
  std::array<std::int64_t, kUnionStatuses> pregnancies_by_status{};
  std::int64_t pregnant = 0;        ///< women with a pregnancy
  std::int64_t pregnancy_ages = 0;  ///< sum of the ages at it, in ticks

  [[nodiscard]] double share_pregnant() const;
  [[nodiscard]] double share_childless() const;
  [[nodiscard]] double mean_age_at_pregnancy() const;  ///< years; 0 when there was none
  bool operator==(const RiskPathsTables&) const = default;
};

/// The tables of these women, on that many threads. Fails as `check` does, and on more than `kMostCases`.
[[nodiscard]] Result<RiskPathsTables> run_risk_paths(const RiskPathsParameters& parameters, CaseRange cases, Stream stream,
                                                     int threads);

/// The lives themselves, in order of number. Fails as `run_risk_paths` does.
[[nodiscard]] Result<std::vector<RiskPathsLife>> risk_paths_lives(const RiskPathsParameters& parameters, CaseRange cases,
                                                                  Stream stream);

}  // namespace koers::simulate
