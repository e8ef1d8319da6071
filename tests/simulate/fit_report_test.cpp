// SPDX-License-Identifier: EUPL-1.2
#include "simulate/fit_report.h"

#include <cmath>

#include <gtest/gtest.h>

#include "small_town.h"

namespace koers::simulate {
namespace {

AreaCounts counts(std::vector<double> tenures) {
  AreaCounts out;
  out.found[static_cast<std::size_t>(MarginKind::tenures)] = std::move(tenures);
  out.vacant = 3;
  return out;
}

const TableFit& table(const FitReport& report, const std::string& name) {
  for (const TableFit& fit : report.tables) {
    if (fit.name == name) return fit;
  }
  throw std::logic_error("no table " + name);
}

TEST(FitReport, ComparesSharesOnTheTotalThatWasFound) {
  Margins margins;
  margins.areas.resize(1);
  margins.areas[0][MarginKind::tenures].values = {2, 1, 1};
  const FitReport report = fit_report(margins, std::vector{counts({52, 24, 24})}, {});
  EXPECT_EQ(table(report, "tenures").tae, 4);
  EXPECT_NEAR(table(report, "tenures").srmse, std::sqrt(6.0 / 3) / (100.0 / 3), 1e-12);
  EXPECT_TRUE(table(report, "tenures").controlled);
  EXPECT_EQ(report.vacant, 3U);
}

TEST(FitReport, SaysWhatWasHeldOut) {
  Margins margins;
  margins.areas.resize(1);
  margins.areas[0][MarginKind::tenures].values = {2, 1, 1};
  const FitReport report = fit_report(margins, std::vector{counts({52, 24, 24})}, std::vector{MarginKind::tenures});
  EXPECT_FALSE(table(report, "tenures").controlled);
}

TEST(FitReport, ListsEstimatesWithTheirMeanError) {
  Margins margins = small_town();
  for (AreaMargins& area : margins.areas) {
    area[MarginKind::work] = {{0.6}, Standing::estimated, ErrorKind::percentage_points, area.x_km > 0 ? 4.0 : 2.0, "A guess."};
  }
  const FitReport report = fit_report(margins, std::vector<AreaCounts>(2), {});
  ASSERT_EQ(report.estimated.size(), 1U);
  EXPECT_EQ(report.estimated[0].kind, MarginKind::work);
  EXPECT_EQ(report.estimated[0].areas, 2U);
  EXPECT_EQ(report.estimated[0].mean_error, 3);
  EXPECT_EQ(report.estimated[0].source, "A guess.");
}

}  // namespace
}  // namespace koers::simulate
