// SPDX-License-Identifier: EUPL-1.2
#include "model/package.h"

#include <gtest/gtest.h>

#include "model/package_statistics.h"
#include "model/write_record.h"
#include "packages.h"

namespace koers {
namespace {

void expect_same(const Files& before, const Files& after) {
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(after[i].name, before[i].name);
    EXPECT_EQ(after[i].text, before[i].text) << before[i].name;
  }
}

TEST(Package, of_zoetermeer_is_written_as_it_was_read) { expect_same(zoetermeer_files(), by_name(write_package(zoetermeer()))); }

TEST(Package, of_the_small_city_says_the_same_when_it_is_written_and_read) {
  const PackageReading again = read_package(write_package(small_city()));
  EXPECT_TRUE(again.faults.empty());
  EXPECT_EQ(again.city, small_city());
}

TEST(Package, is_the_same_bytes_every_time) {
  const Files first = write_package(small_city());
  expect_same(first, write_package(small_city()));
  expect_same(first, write_package(read_package(first).city));
}

TEST(Package, has_a_document_of_every_kind_in_the_small_city) {
  for_each_kind([&]<class T>(RecordTag<T>) { EXPECT_FALSE(small_city().all<T>().empty()) << name_of(kKindOf<T>); });
}

TEST(Package, has_no_file_for_a_kind_without_documents) {
  City city;
  city.all<CityManifest>().add(*small_city().manifest());
  const Files files = write_package(city);
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].name, "city.yaml");
  EXPECT_TRUE(files[0].text.starts_with("# SPDX-License-Identifier: CC0-1.0\nid: kleinstad\n")) << files[0].text;
}

TEST(Package, can_be_read_in_any_order_of_its_files) {
  Files files = small_city_files();
  std::reverse(files.begin(), files.end());
  const PackageReading reading = read_package(files);
  EXPECT_TRUE(reading.faults.empty());
  EXPECT_EQ(reading.city.all<Effort>(), small_city().all<Effort>());
}

TEST(Package, reads_a_row_of_statistics_as_an_observation) {
  const Observation& third = small_city().observations.at(2);
  EXPECT_EQ(third.indicator, Id<Indicator>("inwoners"));
  EXPECT_EQ(third.area, (Reference{Kind::district, "WK000101"}));
  EXPECT_EQ(third.value, (Decimal{200, 0}));
  EXPECT_EQ(third.status, ObservationStatus::provisional);
  EXPECT_EQ(third.source, (Citation{Id<Source>("telling"), "tabel 1, rij 3"}));
  EXPECT_EQ(third.note, "zegt \"circa\"");
  EXPECT_FALSE(small_city().observations.at(4).value);
}

TEST(Package, names_the_status_of_an_observation_in_plain_words) {
  EXPECT_EQ(name_of_status(ObservationStatus::final_), "final");
  EXPECT_EQ(name_of_status(ObservationStatus::missing), "missing");
}

TEST(Package, keeps_the_boundaries_of_its_areas) {
  const Boundary* north = small_city().all<Boundary>().find("WK000100");
  ASSERT_NE(north, nullptr);
  EXPECT_EQ(north->version, Year{2024});
  EXPECT_EQ(north->polygons, (MultiPolygon{{{{4.5, 52.05}, {4.51, 52.05}, {4.51, 52.06}, {4.5, 52.05}}}}));
}

TEST(PackagePlaces, lead_up_to_the_nearest_thing_that_was_written) {
  const PackageReading reading = read_package(small_city_files());
  const Reference agenda{Kind::agenda, "agenda-1"};
  EXPECT_EQ(reading.places.of(agenda, ""), (Place{"agendas.yaml", 2, 3}));
  EXPECT_EQ(reading.places.of(agenda, "tracks[0].questions"), (Place{"agendas.yaml", 15, 9}));
  EXPECT_EQ(reading.places.of(agenda, "tracks[0].nothing.at[3].all"), (Place{"agendas.yaml", 11, 7}));
  EXPECT_EQ(reading.places.of({Kind::agenda, "none"}, "title"), Place{});
  EXPECT_EQ(reading.places.observations.at(2), (Place{"statistics/telling.csv", 4, 1}));
}

}  // namespace
}  // namespace koers
