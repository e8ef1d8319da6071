// SPDX-License-Identifier: EUPL-1.2
#include "monitor/signals.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

TEST(SelectSignals, OfManyTestsOnlyWhatChanceCannotExplain) {
  std::vector<double> p_values(100, 0.5);
  p_values[7] = 0.0001;
  p_values[8] = 0.03;  // five of these come by chance alone
  const auto selected = select_signals(p_values);
  EXPECT_TRUE(selected[7]);
  EXPECT_FALSE(selected[8]);
}

TEST(SelectSignals, NeedsTheProbabilityTooWhenNearlyAllAreBad) {
  const std::vector<double> p_values{0.001, 0.002, 0.06};
  EXPECT_EQ(select_signals(p_values), (std::vector<bool>{true, true, false})) << "0.06 is below 10 % and not above 95 %";
}

TEST(Alerts, WatchOnceActWhenItStays) {
  const std::vector<Tested> tested{{0, 0, 1, true, false}, {1, 0, 1, true, true}, {2, 0, 1, false, true}};
  EXPECT_EQ(alerts(tested), (std::vector<Alert>{Alert::watch, Alert::act, Alert::none}));
}

TEST(Alerts, ActOnTwoIndicatorsOfOneTheme) {
  const std::vector<Tested> tested{
      {0, 0, 1, true, false}, {0, 1, 1, true, false}, {1, 0, 1, true, false}, {1, 2, 2, true, false}};
  EXPECT_EQ(alerts(tested), (std::vector<Alert>{Alert::act, Alert::act, Alert::watch, Alert::watch}));
}

TEST(Alerts, TheSameIndicatorInOneThemeTwiceIsStillOne) {
  const std::vector<Tested> tested{{0, 0, 1, true, false}, {0, 0, 1, true, false}};
  EXPECT_EQ(alerts(tested), (std::vector<Alert>{Alert::watch, Alert::watch}));
}

}  // namespace
}  // namespace koers::monitor
