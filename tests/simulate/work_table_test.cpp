// SPDX-License-Identifier: EUPL-1.2
#include "simulate/work_table.h"

#include <gtest/gtest.h>

#include "simulate/demography.h"
#include "simulate/labour.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

/// Of those of 18–59 four fifths work, of those older two fifths.
Population working_city() {
  Population city = small_city(20'000, {21, 4});
  for (PersonIndex i = 0; i < city.persons.rows(); ++i) {
    const int age = city.year - 1 - city.persons.birth_year[i];
    if (age < 18 || age >= kRetirementAge) continue;
    const double share = age < 60 ? 0.8 : 0.4;
    city.persons.work[i] =
        unit(draw({5, 0}, city.persons.key[i], 0, DrawSite::synthesis)[0]) < share ? Work::working : Work::none;
  }
  return city;
}

double share_of(const Population& city, int year, int from, int below) {
  double people = 0;
  double working = 0;
  for (PersonIndex i = 0; i < city.persons.rows(); ++i) {
    const int age = year - city.persons.birth_year[i];
    if (age < from || age >= below) continue;
    ++people;
    working += city.persons.work[i] == Work::working ? 1 : 0;
  }
  return working / people;
}

TEST(WorkTable, HasTheSharesOfTheStartByAge) {
  const Population city = working_city();
  const WorkTable table = work_table(city, city.year - 1);
  double middle_aged = 0;
  double older = 0;
  for (std::size_t cell = 0; cell < kWorkCells; ++cell) {
    middle_aged += table.share[42][cell] / kWorkCells;
    older += table.share[62][cell] / kWorkCells;
  }
  EXPECT_NEAR(middle_aged, share_of(city, city.year - 1, 40, 45), 0.005);
  EXPECT_NEAR(older, share_of(city, city.year - 1, 60, 65), 0.005);
  const auto high = work_cell(Education::high, Sex::man);
  EXPECT_GT(table.share[42][high], table.share[42][work_cell(Education::low, Sex::man)]);
}

TEST(WorkTable, KeepsSharesByAgeAsTheYearsGoBy) {
  Population city = working_city();
  const WorkTable table = work_table(city, city.year - 1);
  for (std::uint32_t year = 1; year <= 15; ++year) {
    update_work(city, table, Parameters{}, {}, {}, {{7, 0}, year, city.year + static_cast<int>(year) - 1, 1});
  }
  const int last = city.year + 14;
  EXPECT_NEAR(share_of(city, last, 40, 55), 0.8, 0.02);
  EXPECT_NEAR(share_of(city, last, 63, 67), 0.4, 0.05) << "who passes 60 stops as those before did";
}

TEST(WorkTable, OfATownWhereNobodyIsOfWorkingAgeIsThatOfNoPlaceInParticular) {
  Population city;
  city.year = 2022;
  const WorkTable table = work_table(city, 2021);
  for (const double share : table.share[40]) {
    EXPECT_GT(share, 0.4);
    EXPECT_LT(share, 0.95);
  }
}

}  // namespace
}  // namespace koers::simulate
