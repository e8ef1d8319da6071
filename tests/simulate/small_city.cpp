// SPDX-License-Identifier: EUPL-1.2
#include "small_city.h"

#include "simulate/demography.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

constexpr int kYear = 2022;
constexpr std::uint16_t kNeighbourhoodsPerRegion = 3;

class Builder {
 public:
  Builder(Stream stream, std::uint16_t regions) : stream_(stream) {
    city_.year = kYear;
    for (std::uint16_t region = 0; region < regions; ++region) {
      city_.regions.push_back("R" + std::to_string(region));
      for (std::uint16_t i = 0; i < kNeighbourhoodsPerRegion; ++i) add_neighbourhood(region, i);
    }
  }

  void add_household(std::uint32_t number) {
    const Block bits = draw(stream_, number, 0, DrawSite::synthesis);
    const Block more = draw(stream_, number, 0, DrawSite::synthesis, 1);
    const int age = 20 + static_cast<int>(bits[0] % 65);
    const HouseholdIndex household = found_household(city_, add(number, 0, age, bits[1]), 0, kYear);
    const bool couple = bits[1] % 5 < 3;
    if (couple)
      join_household(city_, household, add(number, 1, age + static_cast<int>(bits[2] % 7) - 3, ~bits[1]), Role::partner);
    const std::uint32_t children = age > 24 && age < 58 ? bits[3] % (couple ? 4 : 2) : 0;
    for (std::uint32_t i = 0; i < children; ++i) {
      join_household(city_, household, add(number, 2 + i, std::max(0, age - 26 - static_cast<int>(3 * i)), more[0] + i),
                     Role::child);
    }
    const DwellingIndex dwelling = add_dwelling(number, more);
    city_.households.wealth[household] = static_cast<float>(more[1] % 60);
    city_.households.registered[household] = static_cast<std::int16_t>(kYear - static_cast<int>(more[2] % 12));
    settle(city_, household, dwelling, kYear - static_cast<int>(more[3] % 20));
  }

  DwellingIndex add_dwelling(std::uint32_t number, const Block& bits) {
    Dwellings& dwellings = city_.dwellings;
    const auto tenure = static_cast<Tenure>(bits[0] % 10 < 5 ? 0 : (bits[0] % 10 < 8 ? 1 : 2));
    const auto rooms = static_cast<std::uint8_t>(1 + bits[1] % kMaxRooms);
    dwellings.key.push_back(derived_key(0xd0, 0, number));
    dwellings.neighbourhood.push_back(static_cast<std::uint16_t>(bits[2] % city_.neighbourhoods.size()));
    dwellings.type.push_back(static_cast<DwellingType>(bits[3] % kDwellingTypes));
    dwellings.rooms.push_back(rooms);
    dwellings.tenure.push_back(tenure);
    dwellings.status.push_back(DwellingStatus::standing);
    dwellings.built.push_back(static_cast<std::int16_t>(1960 + bits[3] % 60));
    dwellings.price.push_back(tenure == Tenure::owner_occupied
                                  ? 120.0F + 50.0F * rooms
                                  : (tenure == Tenure::social_rent ? 420.0F + 40.0F * rooms : 650.0F + 110.0F * rooms));
    dwellings.occupant.push_back(kNone);
    return static_cast<DwellingIndex>(dwellings.rows() - 1);
  }

  [[nodiscard]] Stream stream() const { return stream_; }
  [[nodiscard]] Population city() && { return std::move(city_); }

 private:
  void add_neighbourhood(std::uint16_t region, std::uint16_t i) {
    Neighbourhood out;
    out.code = "N" + std::to_string(region) + std::to_string(i);
    out.district = static_cast<std::uint16_t>(city_.districts.size());
    out.region = region;
    out.x_km = static_cast<float>(10 * region + i);
    out.y_km = static_cast<float>((i * i) % 5);
    out.public_space = 0.3F * static_cast<float>(i) - 0.3F;
    city_.districts.push_back("D" + out.code);
    city_.neighbourhoods.push_back(out);
  }

  PersonIndex add(std::uint32_t household, std::uint32_t number, int age, std::uint32_t bits) {
    NewPerson person;
    person.key = derived_key(0x9e, number, household);
    person.birth_year = static_cast<std::int16_t>(kYear - age);
    person.sex = static_cast<Sex>(bits & 1U);
    person.education = static_cast<Education>((bits >> 3U) % 3);
    person.work = age >= 67 ? Work::retired : (age >= 18 && (bits >> 6U) % 4 != 0 ? Work::working : Work::none);
    person.talent = talent_of(bits);
    return add_person(city_.persons, person);
  }

  Stream stream_;
  Population city_;
};

}  // namespace

Population small_city(std::uint32_t households, Stream stream, std::uint16_t regions) {
  Builder builder(stream, regions);
  for (std::uint32_t i = 0; i < households; ++i) builder.add_household(i);
  for (std::uint32_t i = 0; i < households / 30; ++i) {
    builder.add_dwelling(households + i, draw(stream, households + i, 0, DrawSite::synthesis, 2));
  }
  return std::move(builder).city();
}

}  // namespace koers::simulate
