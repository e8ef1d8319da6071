// SPDX-License-Identifier: EUPL-1.2
// What is known of the areas of which a starting population is made: one-way tables with where they come from and how wrong they
// may be.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/draws.h"
#include "simulate/population.h"

namespace koers::simulate {

enum class Standing : std::uint8_t { published = 0, estimated = 1 };
enum class ErrorKind : std::uint8_t { relative = 0, percentage_points = 1 };

/// One-way tables of an area. Append only.
enum class MarginKind : std::uint8_t {
  people = 0,          ///< persons: 20 age groups of men (0–4 … 90–94, 95 and over), then 20 of women
  households = 1,      ///< private households: one person, two without children, with children
  dwelling_types = 2,  ///< dwellings by `DwellingType`; their sum is the number of dwellings
  rooms = 3,           ///< shares of dwellings with 1 … 6 rooms (6: or more)
  tenures = 4,         ///< shares of dwellings by `Tenure`
  periods = 5,         ///< shares of dwellings by `kBuilt`
  incomes = 6,         ///< shares of persons with income: lowest 40 %, middle 40 %, highest 20 % of the country
  education = 7,       ///< one value: share of those of 15–74 with high education
  work = 8,            ///< one value: share of those of 15–74 with paid work
  value = 9            ///< one value: mean value of the dwellings, thousands of euros
};
inline constexpr std::size_t kMarginKinds = 10;

inline constexpr std::size_t kAgeGroups = 20;  ///< of five years, the last is open
inline constexpr std::size_t kHouseholdTypes = 3;
inline constexpr std::size_t kIncomeClasses = 3;

/// First and last year of building of a class of `MarginKind::periods`.
struct Built {
  std::int16_t from;
  std::int16_t to;
};
/// The last class runs to the year of the state.
inline constexpr std::array<Built, 5> kBuilt{{{1900, 1944}, {1945, 1964}, {1965, 1984}, {1985, 2004}, {2005, 2022}}};
inline constexpr std::size_t kPeriods = kBuilt.size();

struct MarginDescription {
  std::string_view name;  ///< stable, for machines
  std::size_t cells;
  bool counts;  ///< else shares, of which only the proportions count, or a single value
  bool required;
};
[[nodiscard]] const MarginDescription& describe(MarginKind kind);

/// A margin without values is not known: the national pattern decides within what else is known of the area. Only `people`,
/// `households` and `dwelling_types` must be there.
struct Margin {
  std::vector<double> values;
  Standing standing = Standing::published;
  ErrorKind error_kind = ErrorKind::relative;
  double error = 0;     ///< one standard error: a fraction of the value, or percentage points of the total
  std::string source;   ///< a sentence: where it comes from or how it was estimated
  int latest_year = 0;  ///< of the figures that it is made of; 0: not told

  [[nodiscard]] double total() const;
};

struct AreaMargins {
  std::string code;            ///< of Statistics Netherlands
  std::uint16_t district = 0;  ///< index in `Margins::districts`
  std::uint16_t region = 0;    ///< index in `Margins::regions`
  float x_km = 0;              ///< centre on the national grid
  float y_km = 0;
  float access = 0;        ///< z score, taken over as it is
  float public_space = 0;  ///< z score, taken over as it is
  int scores_year = 0;     ///< the latest of the figures that these two are made of; 0: of none
  std::array<Margin, kMarginKinds> margins;

  [[nodiscard]] Margin& operator[](MarginKind kind) { return margins[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const Margin& operator[](MarginKind kind) const { return margins[static_cast<std::size_t>(kind)]; }
};

struct Margins {
  int year = 0;  ///< of 1 January
  std::vector<AreaMargins> areas;
  std::vector<std::string> districts;  ///< codes
  std::vector<std::string> regions;    ///< codes
};

/// The same margins, with every estimated one moved by its error: normal, independent per cell, never below zero, its total kept
/// (a single value is just moved). Published ones stay. A function of the replicate and the codes of the areas, for the
/// uncertainty analysis: replicate 0 is the estimate itself.
[[nodiscard]] Margins perturbed(Margins margins, Stream stream);

/// A number for a code of an area: FNV-1a, 64 bits (Fowler, Noll, Vo). Keys of persons and dwellings derive from it.
[[nodiscard]] std::uint64_t area_hash(std::string_view code);

}  // namespace koers::simulate
