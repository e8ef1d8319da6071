// SPDX-License-Identifier: EUPL-1.2
#include "store/observations.h"

#include "store/store_fixture.h"

namespace koers {
namespace {

Observation observation(const std::string& indicator, const std::string& area, const std::string& period,
                        const std::string& value, Kind kind = Kind::neighbourhood) {
  return {Id<Indicator>(indicator),
          {kind, area},
          *parse_period(period),
          parse_decimal(value),
          std::nullopt,
          value.empty() ? ObservationStatus::suppressed : ObservationStatus::final_,
          {Id<Source>("cbs"), "85984NED"},
          "note <b>"};
}

class ObservationsTest : public StoreTest {
 protected:
  [[nodiscard]] Observations& observations() { return store().observations(); }
  [[nodiscard]] std::vector<std::string> values(const ObservationFilter& filter) {
    std::vector<std::string> found;
    for (const Observation& each : observations().find(filter)) found.push_back(each.value ? to_string(*each.value) : "-");
    EXPECT_EQ(observations().count(filter), static_cast<std::int64_t>(found.size()));
    return found;
  }
};
KOERS_ON_BOTH_DATABASES(ObservationsTest);
using Texts = std::vector<std::string>;

TEST_P(ObservationsTest, ADenominatorComesBack) {
  Observation survey = observation("a", "WK1", "2021", "7.4");
  survey.denominator = parse_decimal("213");
  ASSERT_TRUE(store().observations().replace("survey", std::vector{survey}, by("anna", 1)));
  const auto found = store().observations().find({});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front(), survey);
}

TEST_P(ObservationsTest, come_back_as_imported_and_in_that_order) {
  const std::vector<Observation> rows{observation("z", "BU2", "2021", "-3.250"), observation("a", "BU1", "2020-06", ""),
                                      observation("m", "GM1", "2019-01-05", "0.000000001", Kind::municipality)};
  const auto batch = observations().replace("core.csv", rows, by("anna", 100));
  ASSERT_TRUE(batch) << batch.error().message;
  EXPECT_EQ(*batch, (ObservationBatch{1, Instant{100}, "anna", "core.csv", 3, {}, {}}));
  EXPECT_EQ(observations().find({}), rows);
}

TEST_P(ObservationsTest, are_written_together_with_documents_or_not_at_all) {
  const auto write_both = [&](const std::string& source) {
    return store().all_or_nothing([&]() -> Result<void> {
      if (auto written = append_one(store().ledger(), "one", "1", 0); !written) return std::unexpected(written.error());
      EXPECT_EQ(store().ledger().head().seq, 0) << "seen before it was committed";
      auto batch = observations().replace(source, std::vector{observation("a", "X", "2019", "1")}, by("anna", 1));
      if (!batch) return std::unexpected(batch.error());
      return {};
    });
  };
  EXPECT_EQ(write_both("").error().code, ErrorCode::bad_input);
  EXPECT_EQ(store().ledger().head().seq, 0);
  EXPECT_THROW(static_cast<void>(store().all_or_nothing([&]() -> Result<void> {
                 static_cast<void>(append_one(store().ledger(), "one", "1", 0));
                 throw std::runtime_error("on purpose");
               })),
               std::runtime_error);
  EXPECT_EQ(store().ledger().head().seq, 0);
  ASSERT_TRUE(write_both("core.csv"));
  EXPECT_EQ(store().ledger().head().seq, 1);
  EXPECT_EQ(values({}), Texts{"1"});
  EXPECT_TRUE(store().verify()->is_whole());
}

TEST_P(ObservationsTest, are_found_by_any_condition) {
  ASSERT_TRUE(observations().replace(
      "one",
      std::vector{observation("a", "X", "2019", "1"), observation("a", "X", "2020", "2"), observation("a", "Y", "2021-03", "3"),
                  observation("b", "X", "2020", "4", Kind::district)},
      by("anna", 1)));
  ASSERT_TRUE(observations().replace("two", std::vector{observation("b", "Y", "2022", "5")}, by("anna", 2)));
  EXPECT_EQ(values({}), (Texts{"1", "2", "3", "4", "5"}));
  EXPECT_EQ(values({.indicators = {Id<Indicator>("b")}}), (Texts{"4", "5"}));
  EXPECT_EQ(values({.indicators = {Id<Indicator>("b"), Id<Indicator>("a")}}).size(), 5U);
  EXPECT_EQ(values({.areas = {{Kind::neighbourhood, "X"}}}), (Texts{"1", "2"}));
  EXPECT_EQ(values({.areas = {{Kind::neighbourhood, "X"}, {Kind::district, "X"}}}), (Texts{"1", "2", "4"}));
  EXPECT_EQ(values({.areas = {{Kind::vision, "X"}}}), Texts{});
  EXPECT_EQ(values({.from = Date{2020, 0, 0}, .to = Date{2021, 0, 0}}), (Texts{"2", "3", "4"}));
  EXPECT_EQ(values({.to = Date{2021, 3, 30}}), (Texts{"1", "2", "4"}));
  EXPECT_EQ(values({.to = Date{2021, 3, 31}}), (Texts{"1", "2", "3", "4"}));
  EXPECT_EQ(values({.sources = {"two"}}), (Texts{"5"}));
  EXPECT_EQ(values({.indicators = {Id<Indicator>("'; --")}}), Texts{});
}

TEST_P(ObservationsTest, are_replaced_per_source_and_come_back_when_undone) {
  const auto put = [&](const std::string& source, const std::string& value, std::int64_t at) {
    return observations().replace(source, std::vector{observation("a", "X", "2020", value)}, by("anna", at))->id;
  };
  put("one", "1", 100);
  put("two", "9", 110);
  const auto version = observations().version();
  const auto second = put("one", "2", 200);
  const auto third = put("one", "3", 300);
  EXPECT_NE(observations().version(), version);
  EXPECT_EQ(values({}), (Texts{"9", "3"}));
  const auto undone = observations().undo(third, by("bert", 400));
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->undone_at, Instant{400});
  EXPECT_EQ(undone->undone_by, "bert");
  EXPECT_EQ(values({}), (Texts{"9", "2"}));
  EXPECT_EQ(values({.as_of = Instant{399}}), (Texts{"9", "3"}));
  EXPECT_EQ(values({.as_of = Instant{150}}), (Texts{"1", "9"}));
  EXPECT_EQ(values({.as_of = Instant{99}}), Texts{});
  ASSERT_TRUE(observations().undo(second, by("bert", 500)));
  EXPECT_EQ(values({}), (Texts{"1", "9"}));
  EXPECT_EQ(observations().undo(second, by("bert", 500)).error().code, ErrorCode::conflict);
  EXPECT_EQ(observations().undo(77, by("bert", 500)).error().code, ErrorCode::not_found);
  ASSERT_TRUE(observations().replace("one", {}, by("anna", 600)));
  EXPECT_EQ(values({}), (Texts{"9"}));
  const auto batches = observations().batches(2);
  ASSERT_EQ(batches.size(), 2U);
  EXPECT_EQ(batches[0].count, 0);
  EXPECT_EQ(batches[1], *observations().batches(1, batches[0].id).begin());
}

TEST_P(ObservationsTest, are_refused_as_a_whole) {
  std::vector<Observation> rows{observation("a", "X", "2020", "1"), observation("a", "X", "2021", "1")};
  rows[1].note = "\xff";
  EXPECT_EQ(observations().replace("one", rows, by("anna", 1)).error().code, ErrorCode::bad_input);
  EXPECT_EQ(observations().replace("", rows, by("anna", 1)).error().code, ErrorCode::bad_input);
  EXPECT_TRUE(observations().batches(9).empty());
}

TEST_P(ObservationsTest, can_be_walked_without_holding_them_all) {
  std::vector<Observation> rows;
  for (int n = 0; n < 5000; ++n) rows.push_back(observation("a", "X", "2020", std::to_string(n)));
  ASSERT_TRUE(observations().replace("one", rows, by("anna", 1)));
  int seen = 0;
  observations().visit({}, [&](const Observation& each) {
    EXPECT_EQ(each, rows[static_cast<std::size_t>(seen)]);
    return ++seen < 4500;
  });
  EXPECT_EQ(seen, 4500);
  EXPECT_EQ(observations().count({}), 5000);
}

}  // namespace
}  // namespace koers
