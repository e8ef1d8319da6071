// SPDX-License-Identifier: EUPL-1.2
// The state of a run: columns of persons, households, dwellings and neighbourhoods. A row is an index; rows that hold nobody are
// free and are used again. Who a row is, is its key: draws are made for keys, so that rows may move.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace koers::simulate {

using PersonIndex = std::uint32_t;
using HouseholdIndex = std::uint32_t;
using DwellingIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

enum class Sex : std::uint8_t { man = 0, woman = 1 };
/// Of a person in its household. A head is the one that the household's draws are made for.
enum class Role : std::uint8_t { head = 0, partner = 1, child = 2, resident_of_institution = 3 };
enum class Education : std::uint8_t { low = 0, middle = 1, high = 2 };
enum class Work : std::uint8_t { none = 0, working = 1, retired = 2 };

enum class Tenure : std::uint8_t { owner_occupied = 0, social_rent = 1, private_rent = 2 };
enum class DwellingType : std::uint8_t { flat = 0, terraced = 1, semi_detached = 2, detached = 3 };
enum class DwellingStatus : std::uint8_t { planned = 0, standing = 1, gone = 2 };

inline constexpr std::size_t kTenures = 3;
inline constexpr std::size_t kDwellingTypes = 4;
/// Rooms of a dwelling, 1…6 (6: six or more).
inline constexpr std::uint8_t kMaxRooms = 6;

/// Steps of the escalator.
enum class LifeStage : std::uint8_t {
  starter = 0,       ///< a head of 18–24
  single = 1,        ///< one person of 25–54
  couple = 2,        ///< two without children at home, head under 55
  young_family = 3,  ///< two with children, head under 40
  one_parent_family = 4,
  older_family = 5,  ///< two with children at home, head of 40 or over
  empty_nest = 6,    ///< head of 55–74 without children at home
  oldest = 7         ///< head of 75 or over
};
inline constexpr std::size_t kLifeStages = 8;

struct Persons {
  std::vector<std::uint64_t> key;
  std::vector<std::int16_t> birth_year;
  std::vector<Sex> sex;
  std::vector<Role> role;
  std::vector<Education> education;
  std::vector<Work> work;
  std::vector<HouseholdIndex> household;  ///< kNone: the row is free
  std::vector<PersonIndex> next;          ///< the next member of the household; the head is first, a partner second
  std::vector<float> talent;              ///< ln of what this person earns relative to others of that age and education
  std::vector<PersonIndex> free_rows;

  [[nodiscard]] std::size_t rows() const { return key.size(); }
};

struct Households {
  std::vector<PersonIndex> first;  ///< the head; kNone: the row is free
  std::vector<std::uint8_t> members;
  std::vector<std::uint8_t> children;  ///< members with the role of child
  std::vector<LifeStage> stage;
  std::vector<float> income;                 ///< thousands of euros a year after tax, of all members, in prices of the start year
  std::vector<float> wealth;                 ///< thousands of euros that can go into a dwelling, beside the present one
  std::vector<DwellingIndex> dwelling;       ///< kNone: without one of its own, staying with others or in an institution
  std::vector<std::uint16_t> neighbourhood;  ///< where it lives, or where those live with whom it stays
  std::vector<std::int16_t> since;           ///< the year in which it came to live there
  std::vector<std::int16_t> registered;      ///< since when it is registered for social rent
  std::vector<HouseholdIndex> free_rows;

  [[nodiscard]] std::size_t rows() const { return first.size(); }
};

struct Dwellings {
  std::vector<std::uint64_t> key;
  std::vector<std::uint16_t> neighbourhood;
  std::vector<DwellingType> type;
  std::vector<std::uint8_t> rooms;
  std::vector<Tenure> tenure;
  std::vector<DwellingStatus> status;
  std::vector<std::int16_t> built;       ///< the year
  std::vector<float> price;              ///< thousands of euros of value when owned, euros a month when rented; start-year prices
  std::vector<HouseholdIndex> occupant;  ///< kNone: vacant

  [[nodiscard]] std::size_t rows() const { return key.size(); }
};

/// An area of the smallest level that the run tells apart.
struct Neighbourhood {
  std::string code;            ///< of Statistics Netherlands
  std::uint16_t district = 0;  ///< index in `Population::districts`
  std::uint16_t region = 0;    ///< index of the housing market it belongs to: the municipality
  float x_km = 0;              ///< its centre on the national grid
  float y_km = 0;
  float access = 0;        ///< z score of what can be reached from here
  float public_space = 0;  ///< z score of the quality of the public space
  float score = 0;         ///< socio-economic score S, z over the neighbourhoods of the start year
};

struct Population {
  int year = 0;  ///< the state is that of 1 January of this year
  Persons persons;
  Households households;
  Dwellings dwellings;
  std::vector<Neighbourhood> neighbourhoods;
  std::vector<std::string> districts;  ///< codes
  std::vector<std::string> regions;    ///< codes
};

[[nodiscard]] constexpr bool is_adult_role(Role role) { return role == Role::head || role == Role::partner; }

/// The step of the escalator of a household by its head's age, the number of adults (1 or 2) and of children at home.
[[nodiscard]] LifeStage life_stage(int age_of_head, int adults, int children);

}  // namespace koers::simulate
