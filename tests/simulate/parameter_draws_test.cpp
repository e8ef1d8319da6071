// SPDX-License-Identifier: EUPL-1.2
#include "simulate/parameter_draws.h"

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

const ParameterDraws kTwo{{"birth_scale", "worth_cost"}, {{0.9, -4.25}, {1.1, -6}}};

TEST(ParameterDraws, AreReadBackAsTheyWereWritten) {
  EXPECT_EQ(to_csv(kTwo), "birth_scale,worth_cost\n0.9,-4.25\n1.1,-6\n");
  EXPECT_EQ(draws_from_csv(to_csv(kTwo), "draws.csv").value(), kTwo);
}

TEST(ParameterDraws, ThatCannotBeSayWhere) {
  const auto fault_of = [](std::string_view text) { return draws_from_csv(text, "draws.csv").error().faults.at(0); };
  EXPECT_EQ(fault_of("birth_scale,gravity\n1,2\n"),
            (Fault{"unknown_parameter", {"draws.csv", 1, 0}, "gravity", "gravity", "a name of the parameter table"}));
  EXPECT_EQ(fault_of("birth_scale\n1\n7\n"), (Fault{"range", {"draws.csv", 3, 0}, "birth_scale", "7", "a number from 0 to 3"}));
  for (const char* wrong : {"birth_scale\nnan\n", "birth_scale\n1 \n", "birth_scale\n\"\"\n", "birth_scale\n1e\n"})
    EXPECT_EQ(fault_of(wrong).rule, "range") << wrong;
  EXPECT_EQ(fault_of("birth_scale\n").rule, "missing");
}

TEST(ParameterDraws, EachIsResampledAsOftenAsItsWeightSays) {
  const std::vector<std::vector<double>> rows{{1}, {2}, {3}};
  EXPECT_EQ(resampled(rows, {0.5, 0, 0.5}, 4), (std::vector<std::vector<double>>{{1}, {1}, {3}, {3}}));
  EXPECT_EQ(resampled(rows, {2, 1, 1}, 4), (std::vector<std::vector<double>>{{1}, {1}, {2}, {3}}));
  EXPECT_EQ(resampled(rows, {0.1, 0.1, 0.1}, 7).size(), 7U);
}

TEST(ParameterDraws, ReplicateZeroIsTheEstimateAndOthersTakeARowEach) {
  const Parameters estimate;
  EXPECT_EQ(with_draw(estimate, kTwo, 0).worth_cost, estimate.worth_cost);
  EXPECT_EQ(with_draw(estimate, kTwo, 1).worth_cost, -4.25);
  EXPECT_EQ(with_draw(estimate, kTwo, 2).birth_scale, 1.1);
  EXPECT_EQ(with_draw(estimate, kTwo, 3).birth_scale, 0.9);
  EXPECT_EQ(with_draw(estimate, kTwo, 1).move_threshold, estimate.move_threshold);
}

TEST(ParameterDraws, ColumnsCanBeLeftOut) {
  EXPECT_EQ(without(kTwo, {"birth_scale", "gravity"}), (ParameterDraws{{"worth_cost"}, {{-4.25}, {-6}}}));
}

TEST(ParameterDraws, OfTheShippedCalibrationAreEnoughAndAllowed) {
  const ParameterDraws& draws = calibrated_draws();
  EXPECT_GE(draws.rows.size(), 50U);
  EXPECT_GE(draws.names.size(), 12U);
  for (std::uint32_t i = 0; i <= draws.rows.size(); ++i) EXPECT_TRUE(check(with_draw({}, draws, i)).empty()) << i;
}

}  // namespace
}  // namespace koers::simulate
