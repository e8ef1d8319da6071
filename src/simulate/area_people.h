// SPDX-License-Identifier: EUPL-1.2
// From a table of persons to persons in households: who lives with whom.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/home_tables.h"
#include "simulate/people_table.h"

namespace koers::simulate {

/// A person that is not yet in a row.
struct Ticket {
  std::int16_t age = -1;  ///< on 1 January; −1: nobody
  Sex sex = Sex::man;
  std::uint32_t luck = 0;  ///< random bits of its own
};

/// A household that is being made. `type` is one of the four of `PeopleTable::households`, or `kInstitution`.
struct HouseholdDraft {
  static constexpr std::uint8_t kInstitution = kTypes4;
  Ticket head;
  Ticket partner;
  std::uint32_t first_child = 0;  ///< in `AreaPeople::children`
  std::uint8_t children = 0;
  std::uint8_t type = 0;
  std::uint8_t tenure = kTenures;  ///< of its dwelling; kTenures: none
  std::uint8_t income = 0;         ///< class
  std::uint32_t dwelling = kNone;  ///< place in the area

  [[nodiscard]] int adults() const { return partner.age < 0 ? 1 : 2; }
  [[nodiscard]] int members() const { return adults() + children; }
};

struct AreaPeople {
  std::vector<HouseholdDraft> households;  ///< private ones first, by type
  std::vector<Ticket> children;
  std::size_t private_households = 0;
  std::size_t unlikely_parents = 0;  ///< children whose mother (else parent) is not 16 to 50 years older
};

/// Couples are men and women in order of age, a man some years older; those of whom there are too many are couples of one sex.
/// Children go to mothers in order of the age that their number in the family makes likely. The elder of two is the head.
[[nodiscard]] AreaPeople people_in_households(const PeopleTable& table, std::uint64_t hash, Stream stream);

[[nodiscard]] HouseholdRows rows_of(const AreaPeople& people);

/// Hands the tenures and income classes of each row of the table to its households, in random order.
void assign_situations(AreaPeople& people, const HouseholdTable& table, std::uint64_t hash, Stream stream);

}  // namespace koers::simulate
