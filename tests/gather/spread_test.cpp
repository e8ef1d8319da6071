// SPDX-License-Identifier: EUPL-1.2
#include "gather/spread.h"

#include <gtest/gtest.h>

#include "gather/gather_city.h"

namespace koers::test {
namespace {

gather::ForeignFigure figure(const std::string& area, const std::string& indicator, std::optional<Decimal> value,
                             std::optional<Decimal> denominator = {}) {
  gather::ForeignFigure out{area, {}};
  out.figure.indicator = Id<Indicator>(indicator);
  out.figure.period = *parse_period("2022");
  out.figure.value = value;
  out.figure.denominator = denominator;
  out.figure.status = value ? ObservationStatus::final_ : ObservationStatus::suppressed;
  return out;
}

std::vector<Observation> spread(const std::vector<gather::ForeignFigure>& figures) {
  const City city = gather_city();
  return gather::spread(figures, *city.find(Id<Crosswalk>("postcodes")), city);
}

TEST(Spread, CountsAreDividedAndAddUp) {
  EXPECT_EQ(lines_of(spread({figure("1000", "people", Decimal{400, 0}), figure("1001", "people", Decimal{50, 0})})),
            (std::vector<std::string>{"people WK000100 2022 300 estimated", "people WK000101 2022 150 estimated"}));
}

TEST(Spread, SharesAreMeansWeightedByTheirDenominators) {
  // WK000101: (0.25·1000·10 + 1·250·30) / (0.25·1000 + 1·250) = 20.
  const auto out = spread(
      {figure("1000", "share", Decimal{10, 0}, Decimal{1000, 0}), figure("1001", "share", Decimal{30, 0}, Decimal{250, 0})});
  EXPECT_EQ(lines_of(out), (std::vector<std::string>{"share WK000100 2022 10 estimated", "share WK000101 2022 20 estimated"}));
  EXPECT_EQ(out[1].denominator, (Decimal{500, 0}));
}

TEST(Spread, WithoutDenominatorsOnlyTheSharesWeigh) {
  // WK000101: (0.25·10 + 1·30) / 1.25 = 26.
  EXPECT_EQ(
      lines_of(spread({figure("1000", "share", Decimal{10, 0}), figure("1001", "share", Decimal{30, 0}, Decimal{250, 0})})).at(1),
      "share WK000101 2022 26 estimated");
}

TEST(Spread, APartWithoutAValueGivesNone) {
  EXPECT_EQ(lines_of(spread({figure("1000", "people", Decimal{400, 0}), figure("1001", "people", std::nullopt)})),
            (std::vector<std::string>{"people WK000100 2022 300 estimated", "people WK000101 2022 - missing"}));
}

TEST(Spread, AnAreaOfWhichAPartIsNotThereIsLeftOut) {
  EXPECT_EQ(lines_of(spread({figure("1000", "people", Decimal{400, 0})})),
            std::vector<std::string>{"people WK000100 2022 300 estimated"});
}

}  // namespace
}  // namespace koers::test
