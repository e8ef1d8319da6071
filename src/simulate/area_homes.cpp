// SPDX-License-Identifier: EUPL-1.2
#include "simulate/area_homes.h"

#include <algorithm>
#include <cmath>

#include "simulate/synthesis_draws.h"
#include "simulate/transport.h"

namespace koers::simulate {
namespace {

using Places = std::vector<std::uint32_t>;

constexpr int kMostMembers = 6;
constexpr std::size_t kSizes = 8;  // of a household: lone or couple × 0 … 3 children and more
constexpr std::array<int, 3> kAges{25, 50, 75};
constexpr std::size_t kHouseholdClasses = kSizes * kAges.size() * kIncomeClasses;
constexpr std::uint32_t kDwellingKeys = 1;

struct ClassOfHousehold {
  int adults;
  int children;
  std::size_t age;
  std::size_t income;
};

ClassOfHousehold class_at(std::size_t index) {
  const std::size_t size = index / (kAges.size() * kIncomeClasses);
  return {1 + static_cast<int>(size / 4), static_cast<int>(size % 4), index / kIncomeClasses % kAges.size(),
          index % kIncomeClasses};
}

std::size_t class_of(const HouseholdDraft& household) {
  const auto size = static_cast<std::size_t>((household.adults() - 1) * 4 + std::min<int>(household.children, 3));
  const std::size_t age = household.head.age < 35 ? 0 : (household.head.age < 65 ? 1 : 2);
  return (size * kAges.size() + age) * kIncomeClasses + household.income;
}

std::size_t kind_of(const DwellingDraft& dwelling) {
  return static_cast<std::size_t>(dwelling.type) * kMaxRooms + dwelling.rooms - 1;
}

std::vector<int> misfits() {
  std::vector<int> costs;
  for (std::size_t i = 0; i < kHouseholdClasses; ++i) {
    const ClassOfHousehold household = class_at(i);
    for (std::size_t kind = 0; kind < kDwellingKinds; ++kind) {
      costs.push_back(misfit(household.adults + household.children, household.adults, kAges[household.age], household.income,
                             static_cast<DwellingType>(kind / kMaxRooms), static_cast<int>(kind % kMaxRooms) + 1));
    }
  }
  return costs;
}

/// In an order that is a function of keys.
void shuffle(Places& places, std::uint64_t hash, std::uint32_t key, Stream stream) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  order.reserve(places.size());
  for (const std::uint32_t place : places) {
    order.emplace_back(draw(stream, derived_key(hash, key, place), 0, DrawSite::synthesis, item_of(SynthesisItem::housing))[0],
                       place);
  }
  std::ranges::sort(order);
  std::ranges::transform(order, places.begin(), [](const auto& pair) { return pair.second; });
}

class Housing {
 public:
  Housing(std::vector<HouseholdDraft>& households, std::vector<DwellingDraft>& dwellings)
      : households_(households), dwellings_(dwellings) {}

  /// Both lists are of one tenure, in random order, and equally long.
  void match(const Places& seekers, const Places& homes) {
    const auto by_chance = static_cast<std::size_t>(std::llround(kByChance * static_cast<double>(seekers.size())));
    for (std::size_t i = 0; i < by_chance; ++i) move_in(seekers[i], homes[i]);
    std::vector<Places> by_class(kHouseholdClasses);
    std::vector<Places> by_kind(kDwellingKinds);
    for (std::size_t i = by_chance; i < seekers.size(); ++i) {
      by_class[class_of(households_[seekers[i]])].push_back(seekers[i]);
      by_kind[kind_of(dwellings_[homes[i]])].push_back(homes[i]);
    }
    match_classes(by_class, by_kind);
  }

 private:
  static std::vector<std::int64_t> sizes(const std::vector<Places>& lists) {
    std::vector<std::int64_t> out;
    for (const Places& list : lists) out.push_back(static_cast<std::int64_t>(list.size()));
    return out;
  }

  void match_classes(std::vector<Places>& by_class, std::vector<Places>& by_kind) {
    static const std::vector<int> kMisfits = misfits();
    const auto amounts = transport(sizes(by_class), sizes(by_kind), kMisfits);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      Places& seekers = by_class[i / kDwellingKinds];
      Places& homes = by_kind[i % kDwellingKinds];
      for (std::int64_t n = 0; n < amounts[i]; ++n) {
        move_in(seekers.back(), homes.back());
        seekers.pop_back();
        homes.pop_back();
      }
    }
  }

  void move_in(std::uint32_t household, std::uint32_t dwelling) {
    households_[household].dwelling = dwelling;
    dwellings_[dwelling].occupant = household;
  }

  std::vector<HouseholdDraft>& households_;
  std::vector<DwellingDraft>& dwellings_;
};

}  // namespace

std::vector<DwellingDraft> dwellings_of(const DwellingTable& table) {
  std::vector<DwellingDraft> dwellings;
  dwellings.reserve(static_cast<std::size_t>(table.dwellings));
  for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
    const std::size_t kind = cell / (kTenures * kPeriods);
    const DwellingDraft dwelling{static_cast<DwellingType>(kind / kMaxRooms), static_cast<std::uint8_t>(kind % kMaxRooms + 1),
                                 static_cast<Tenure>(cell / kPeriods % kTenures), static_cast<std::uint8_t>(cell % kPeriods),
                                 kNone};
    dwellings.insert(dwellings.end(), static_cast<std::size_t>(table.counts[cell]), dwelling);
  }
  return dwellings;
}

int misfit(int members, int adults, int age_of_head, std::size_t income, DwellingType type, int rooms) {
  const int needed = std::min(kMostMembers, 2 + members - adults);
  const int short_of = std::max(0, needed - rooms);
  // One more than needed is what most people have.
  const int over = std::max(0, rooms - needed - 1);
  const bool is_flat = type == DwellingType::flat;
  const int above_flat = static_cast<int>(type);
  int points = kRoomShort * short_of * short_of + kRoomOver * over;
  if (is_flat && members > adults) points += kFamilyInFlat;
  if (!is_flat && age_of_head >= 65) points += kOldInHouse;
  if (!is_flat && age_of_head < 35 && members == adults) points += kYoungInHouse;
  if (income == 0) points += kDearForLow * above_flat;
  if (income == kIncomeClasses - 1) points += kPlainForHigh * (static_cast<int>(kDwellingTypes) - 1 - above_flat);
  return points;
}

void house(std::vector<HouseholdDraft>& households, std::vector<DwellingDraft>& dwellings,
           const std::array<std::int64_t, kTenures>& vacant, std::uint64_t hash, Stream stream) {
  Housing housing(households, dwellings);
  for (std::size_t tenure = 0; tenure < kTenures; ++tenure) {
    Places seekers;
    for (std::uint32_t i = 0; i < households.size(); ++i) {
      if (households[i].tenure == tenure && households[i].type != HouseholdDraft::kInstitution) seekers.push_back(i);
    }
    Places homes;
    for (std::uint32_t i = 0; i < dwellings.size(); ++i) {
      if (dwellings[i].tenure == static_cast<Tenure>(tenure)) homes.push_back(i);
    }
    shuffle(seekers, hash, 0, stream);
    shuffle(homes, hash, kDwellingKeys, stream);
    homes.resize(homes.size() - static_cast<std::size_t>(vacant[tenure]));
    housing.match(seekers, homes);
  }
}

}  // namespace koers::simulate
