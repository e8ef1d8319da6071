// SPDX-License-Identifier: EUPL-1.2
#include "monitor/evaluate.h"

#include <gtest/gtest.h>

namespace koers::monitor {
namespace {

const EqualFooting& at_ten(const Evaluation& found) { return found.at_equal_false_alarms.at(2); }

TEST(EvaluateSignals, FindsMoreThanTheNaiveRuleAtEqualFalseAlarms) {
  const auto found = evaluate_signals();
  ASSERT_EQ(at_ten(found).false_alarms_per_1000, 10);
  EXPECT_GE(at_ten(found).power, 1.5 * at_ten(found).naive_power);
}

TEST(EvaluateSignals, ALargerShiftIsFoundMoreOften) {
  const auto found = evaluate_signals();
  EXPECT_LT(found.by_shift[0].power, found.by_shift[1].power);
  EXPECT_LT(found.by_shift[1].power, found.by_shift[2].power);
}

TEST(EvaluateSignals, WithoutShiftsHardlyAsksAnything) {
  EvaluationParameters nothing;
  nothing.shifted = 0;
  const auto found = evaluate_signals(nothing);
  EXPECT_EQ(found.rule.power, 0);
  EXPECT_LT(found.rule.false_alarms_per_1000, 1);
  EXPECT_GT(found.naive.false_alarms_per_1000, 50);
}

TEST(EvaluateSignals, FalseDiscoveriesStayNearWhatIsPromised) { EXPECT_LT(evaluate_signals().rule.false_discoveries, 0.12); }

TEST(EvaluateSignals, WithAHugeShiftFindsAll) {
  EvaluationParameters huge;
  huge.shifts = {30};
  EXPECT_DOUBLE_EQ(evaluate_signals(huge).rule.power, 1);
}

TEST(EvaluateSignals, IsAFunctionOfItsSeed) {
  EvaluationParameters other;
  other.seed = 1;
  EXPECT_EQ(evaluate_signals().rule.power, evaluate_signals().rule.power);
  EXPECT_NE(evaluate_signals().rule.power, evaluate_signals(other).rule.power);
}

}  // namespace
}  // namespace koers::monitor
