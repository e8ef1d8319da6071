// SPDX-License-Identifier: EUPL-1.2
#include "base/national_grid.h"

#include <gtest/gtest.h>

namespace koers {
namespace {

TEST(NationalGrid, ThePublishedPointsComeOutWherePublished) {
  // Amersfoort is the origin of the polynomials; the two towers are the example of their paper.
  struct Known {
    double x, y, latitude, longitude;
  };
  for (const Known& known :
       {Known{155'000, 463'000, 52.15517440, 5.38720621}, Known{120'700.723, 487'525.502, 52.37453253, 4.88352559},
        Known{233'883.131, 582'065.167, 53.21938317, 6.56820053}}) {
    const auto degrees = from_national_grid(known.x, known.y);
    ASSERT_TRUE(degrees);
    EXPECT_NEAR(degrees->latitude, known.latitude, 2e-7);
    EXPECT_NEAR(degrees->longitude, known.longitude, 2e-7);
  }
}

TEST(NationalGrid, ThereAndBackIsTheSamePlaceToAMetre) {
  for (double x = 20'000; x <= 280'000; x += 26'000) {
    for (double y = 320'000; y <= 610'000; y += 29'000) {
      const auto back = to_national_grid(from_national_grid(x, y).value());
      ASSERT_TRUE(back);
      EXPECT_NEAR(back->x, x, 1);
      EXPECT_NEAR(back->y, y, 1);
    }
  }
  EXPECT_FALSE(to_national_grid({13.4, 52.5})) << "Berlin";
}

TEST(NationalGrid, NothingOutsideTheGridIsConverted) {
  EXPECT_FALSE(from_national_grid(4.48, 52.06));
  EXPECT_FALSE(from_national_grid(463'000, 155'000));
}

TEST(NationalGrid, AgreesWithTheExactTransformationToAboutAMetre) {
  struct Known {
    double x, y, longitude, latitude;
  };
  // By PROJ 9.1 (`gdaltransform -s_srs EPSG:28992 -t_srs EPSG:4326`): the middle, and the four ends of the country.
  for (const Known& known : {Known{93'000, 452'000, 4.48327893606906, 52.0528365969962},
                             {250'000, 590'000, 6.81177356816287, 53.2880442036685},
                             {180'000, 320'000, 5.74232690149093, 50.8692656322648},
                             {20'000, 390'000, 3.44355502066572, 51.4828458049478}}) {
    EXPECT_NEAR(from_national_grid(known.x, known.y)->longitude, known.longitude, 1.5e-5);
    EXPECT_NEAR(from_national_grid(known.x, known.y)->latitude, known.latitude, 1e-5);
  }
}

}  // namespace
}  // namespace koers
