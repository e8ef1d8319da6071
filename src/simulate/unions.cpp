// SPDX-License-Identifier: EUPL-1.2
#include "simulate/unions.h"

#include <algorithm>
#include <tuple>

#include "simulate/demography.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

/// Illustrative: how many look for somebody of their own sex.
constexpr std::uint64_t kOwnSex = odds_of(0.04);
constexpr int kManIsOlder = 2;
constexpr int kAgesPerBin = 2;
/// The age one looks for lies this many years around the expected one: the sum of two even draws.
constexpr std::uint32_t kAgeSpread = 6;

struct Seeker {
  std::uint16_t region;
  std::uint8_t pool;  ///< 0: men and women; 1: men, 2: women among themselves
  std::uint8_t bin;   ///< of age
  std::uint32_t order;
  PersonIndex person;
};

bool goes_before(const Seeker& a, const Seeker& b) {
  return std::tie(a.region, a.pool, a.bin, a.order, a.person) < std::tie(b.region, b.pool, b.bin, b.order, b.person);
}
bool same_bin(const Seeker& a, const Seeker& b) { return a.region == b.region && a.pool == b.pool && a.bin == b.bin; }

Seeker seeker(const Population& population, PersonIndex person, const Year& year) {
  const Persons& persons = population.persons;
  const std::uint64_t key = persons.key[person];
  const Block bits = draw(year.stream, key, year.index, DrawSite::union_formation);
  const bool own_sex = happens(draw(year.stream, key, 0, DrawSite::union_formation, 1)[0], kOwnSex);  // for life
  const bool woman = persons.sex[person] == Sex::woman;
  const auto wobble = static_cast<int>(bits[1] % kAgeSpread + bits[2] % kAgeSpread) - static_cast<int>(kAgeSpread) + 1;
  const int age = static_cast<int>(age_in(year.calendar, persons.birth_year[person]));
  const int sought = std::max(0, age + (woman && !own_sex ? kManIsOlder : 0) + wobble);
  const std::uint16_t place = population.households.neighbourhood[persons.household[person]];
  return {population.neighbourhoods[place].region, static_cast<std::uint8_t>(own_sex ? (woman ? 2 : 1) : 0),
          static_cast<std::uint8_t>(sought / kAgesPerBin), bits[0], person};
}

/// How much a household's dwelling has to offer to two: more is better; nothing for who has none of its own.
int standing_of(const Population& population, PersonIndex person) {
  if (population.persons.role[person] == Role::child) return 0;
  const DwellingIndex dwelling = population.households.dwelling[population.persons.household[person]];
  if (dwelling == kNone) return 1;
  const bool owned = population.dwellings.tenure[dwelling] == Tenure::owner_occupied;
  return 2 + (owned ? 1 + kMaxRooms : 0) + population.dwellings.rooms[dwelling];
}

class Unions {
 public:
  Unions(Population& population, const Year& year, std::vector<Opening>& openings, std::vector<std::uint8_t>& settled)
      : population_(population), year_(year), openings_(openings), settled_(settled) {}

  /// Both of them live together now, or look for a dwelling together.
  void unite(PersonIndex a, PersonIndex b) {
    if (population_.persons.household[a] == population_.persons.household[b]) return;  // kin
    const int of_a = standing_of(population_, a);
    const int of_b = standing_of(population_, b);
    if (of_a == 0 && of_b == 0) {
      pairs_.push_back({a, b});
    } else if (of_a > of_b || (of_a == of_b && population_.persons.key[a] < population_.persons.key[b])) {
      move_in(a, b);
    } else {
      move_in(b, a);
    }
    settled_[a] = settled_[b] = 1;
  }

  [[nodiscard]] std::uint32_t formed() const { return formed_; }
  [[nodiscard]] const std::vector<Leaver>& pairs() const { return pairs_; }

 private:
  void move_in(PersonIndex host, PersonIndex guest) {
    const HouseholdIndex into = population_.persons.household[host];
    const HouseholdIndex from = population_.persons.household[guest];
    if (population_.persons.role[guest] == Role::child) {
      leave_household(population_, guest, year_.calendar);
      join_household(population_, into, guest, Role::partner);
    } else {
      const DwellingIndex left = population_.households.dwelling[from];
      vacate(population_, from);
      if (left != kNone) openings_.push_back({left, VacancyOrigin::union_formed});
      merge_households(population_, into, from);
    }
    ++formed_;
  }

  Population& population_;
  const Year& year_;
  std::vector<Opening>& openings_;
  std::vector<std::uint8_t>& settled_;
  std::vector<Leaver> pairs_;
  std::uint32_t formed_ = 0;
};

/// Men and women of one bin, each in their order; among one's own sex the first with the second and so on.
void pair_bin(const Population& population, std::vector<Seeker>::const_iterator first, std::vector<Seeker>::const_iterator last,
              Unions& unions) {
  if (first->pool != 0) {
    for (; last - first >= 2; first += 2) unions.unite(first[0].person, first[1].person);
    return;
  }
  const auto is_man = [&](const Seeker& seeker) { return population.persons.sex[seeker.person] == Sex::man; };
  auto man = std::find_if(first, last, is_man);
  auto woman = std::find_if_not(first, last, is_man);
  while (man != last && woman != last) {
    unions.unite(woman->person, man->person);
    man = std::find_if(man + 1, last, is_man);
    woman = std::find_if_not(woman + 1, last, is_man);
  }
}

bool still_seeks(const Population& population, std::uint8_t events, PersonIndex person) {
  if ((events & kSeeksPartner) == 0 || (events & (kDies | kGoesToInstitution)) != 0) return false;
  const HouseholdIndex household = population.persons.household[person];
  if (household == kNone) return false;
  return population.persons.role[person] == Role::child ? (events & kLeavesHome) != 0 : !has_partner(population, household);
}

std::vector<Seeker> seekers_of(const Population& population, std::span<const std::uint8_t> events, const Year& year) {
  std::vector<Seeker> out;
  for (PersonIndex i = 0; i < events.size(); ++i) {
    if (still_seeks(population, events[i], i)) out.push_back(seeker(population, i, year));
  }
  std::ranges::sort(out, goes_before);
  return out;
}

/// Only a child of the household it is in leaves it: a parent's death may have made it the head.
bool still_leaves(const Population& population, std::uint8_t events, PersonIndex person) {
  return (events & kLeavesHome) != 0 && (events & kDies) == 0 && population.persons.household[person] != kNone &&
         population.persons.role[person] == Role::child;
}

}  // namespace

std::uint32_t form_unions(Population& population, std::span<const std::uint8_t> events, const Year& year,
                          std::vector<Opening>& openings, std::vector<Leaver>& leavers) {
  std::vector<std::uint8_t> settled(population.persons.rows(), 0);
  Unions unions(population, year, openings, settled);
  const std::vector<Seeker> seekers = seekers_of(population, events, year);
  for (auto first = seekers.begin(); first != seekers.end();) {
    const auto last = std::find_if_not(first, seekers.end(), [&](const Seeker& other) { return same_bin(*first, other); });
    pair_bin(population, first, last, unions);
    first = last;
  }
  leavers = unions.pairs();
  for (PersonIndex i = 0; i < events.size(); ++i) {
    if (settled[i] == 0 && still_leaves(population, events[i], i)) leavers.push_back({i, kNone});
  }
  return unions.formed();
}

}  // namespace koers::simulate
