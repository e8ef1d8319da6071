// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/published.h"

#include <array>

#include <gtest/gtest.h>

#include "app/monitor_city.h"

namespace koers::test {
namespace {

/// Counts of persons by district, as our own registration has them.
class PublishedTest : public ::testing::Test {
 protected:
  MonitorCity made;

  void own_count(const std::string& id, const std::string& total = "") {
    made.indicator(id, Polarity::less_is_better);
    Indicator indicator = *made.city().all<Indicator>().find(id);
    indicator.unit = "persons";
    indicator.disclosure = Disclosure{10, 5};
    if (!total.empty()) indicator.part_of = Id<Indicator>(total);
    made->all<Indicator>().put(indicator);
  }
  void counts(const std::string& id, const std::vector<int>& districts) {
    int sum = 0;
    for (std::size_t i = 0; i < districts.size(); ++i) {
      made.figure(id, "WK" + std::to_string(i + 1), "2022", std::to_string(districts[i]));
      sum += districts[i];
    }
    made.figure(id, "GM1", "2022", std::to_string(sum));
  }
  [[nodiscard]] static std::string shown(const Observation& each) { return each.value ? to_string(*each.value) : "-"; }
  [[nodiscard]] std::string all() const {
    std::string out;
    for (const Observation& each : published_observations(made.city())) out += (out.empty() ? "" : " ") + shown(each);
    return out;
  }
};

TEST_F(PublishedTest, WithoutRulesFiguresAreWhatTheyAre) {
  made.indicator("share", Polarity::less_is_better);
  made.figure("share", "WK1", "2022", "3");
  EXPECT_FALSE(has_disclosure_rules(made.city()));
  EXPECT_EQ(published_observations(made.city()), made.city().observations);
}

TEST_F(PublishedTest, ASmallCountIsKeptBackWithAnotherThatHidesIt) {
  own_count("debts");
  counts("debts", {3, 22, 48, 101, 76});
  EXPECT_EQ(all(), "- - 50 100 75 250");
}

TEST_F(PublishedTest, WhatIsKeptBackSaysNothingAtAll) {
  own_count("debts");
  counts("debts", {3, 22, 48, 101, 76});
  made->observations[0].note = "three families in one street";
  made->observations[0].denominator = parse_decimal("900");
  const auto found = published_observations(made.city());
  EXPECT_EQ(found[0].status, ObservationStatus::suppressed);
  EXPECT_TRUE(found[0].note.empty());
  EXPECT_FALSE(found[0].denominator);
  EXPECT_EQ(found[0].area, made.city().observations[0].area) << "that it exists is no secret";
}

TEST_F(PublishedTest, WomenAreNotToldByMenAndAll) {
  own_count("all");
  own_count("women", "all");
  own_count("men", "all");
  counts("women", {4, 40, 50});
  counts("men", {60, 70, 80});
  counts("all", {64, 110, 130});
  EXPECT_EQ(all(), "- - 50 95 - - 80 210 65 110 130 305");
}

TEST_F(PublishedTest, WomenAreNotHiddenBehindTheYoung) {  // who add up to all with the old, not with the women
  own_count("all");
  for (const auto& [part, division] : {std::pair{"women", "sex"}, {"men", "sex"}, {"young", "age"}, {"old", "age"}}) {
    own_count(part, "all");
    Indicator indicator = *made.city().all<Indicator>().find(part);
    indicator.part_by = division;
    made->all<Indicator>().put(indicator);
  }
  counts("women", {4, 40, 50});
  counts("men", {60, 70, 80});
  counts("young", {12, 50, 60});
  counts("old", {52, 60, 70});
  counts("all", {64, 110, 130});
  EXPECT_EQ(all(), "- - 50 95 - - 80 210 10 50 60 120 50 60 70 180 65 110 130 305");
}

TEST_F(PublishedTest, AMonthIsNotToldByTheYear) {
  own_count("debts");
  for (const auto& [period, value] :
       {std::pair{"2022", "124"}, {"2022-01/2022-04", "4"}, {"2022-05/2022-08", "50"}, {"2022-09/2022-12", "70"}}) {
    made.figure("debts", "WK1", period, value);
  }
  EXPECT_EQ(all(), "125 - - 70");
}

TEST_F(PublishedTest, AShareDoesNotTellTheCountThatItIs) {
  own_count("debts");
  counts("debts", {3, 22, 48, 101, 76});
  made.indicator("share", Polarity::less_is_better);
  Indicator share = *made.city().all<Indicator>().find("share");
  share.unit = "%";
  share.part_of = Id<Indicator>("debts");
  made->all<Indicator>().put(share);
  made.figure("share", "WK1", "2022", "0.3").figure("share", "WK2", "2022", "2.2").figure("share", "WK3", "2022", "4.8");
  EXPECT_EQ(all(), "- - 50 100 75 250 - - 4.8");
}

TEST_F(PublishedTest, TwoDaysDoNotTellTogetherWhatNeitherTellsAlone) {
  own_count("debts");
  counts("debts", {3, 48, 101});
  MonitorCity today = made;
  today.figure("debts", "WK4", "2022", "22");
  today->observations[3].value = parse_decimal("174");
  today->observations = published_observations(today.city());
  EXPECT_TRUE(today.city().observations[1].value) << "the new district hides the first today";
  EXPECT_FALSE(today.city().observations[4].value);
  const auto past = published_observations(made.city(), &today.city());
  EXPECT_FALSE(past[0].value);
  EXPECT_FALSE(past[1].value);
  EXPECT_TRUE(past[3].value);
}

TEST_F(PublishedTest, AShareOfTooFewIsKeptBackAndOneOfUnknownManyToo) {
  made.indicator("share", Polarity::less_is_better);
  Indicator share = *made.city().all<Indicator>().find("share");
  share.disclosure = Disclosure{100, 5};
  made->all<Indicator>().put(share);
  for (const auto& [area, behind] : {std::pair{"WK1", "60"}, {"WK2", "900"}, {"WK3", "800"}, {"WK4", ""}}) {
    made.figure("share", area, "2022", "50");
    made->observations.back().denominator = parse_decimal(behind);
  }
  EXPECT_EQ(all(), "- 50 50 -") << "no rounding of a share, and no city from which to subtract";
}

TEST_F(PublishedTest, SevenPersonsAreHiddenByOneOtherDistrictAndNotByAll) {
  made.indicator("share", Polarity::less_is_better);
  Indicator share = *made.city().all<Indicator>().find("share");
  share.disclosure = Disclosure{10, 5};
  made->all<Indicator>().put(share);
  made.figure("share", "WK1", "2022", "37.3").figure("share", "WK2", "2022", "41.8").figure("share", "WK3", "2022", "52.7");
  made.figure("share", "GM1", "2022", "52.6");
  for (std::size_t i = 0; i < 4; ++i) {
    made->observations[i].denominator = parse_decimal(std::array{"7", "4000", "900000", "904007"}[i]);
  }
  EXPECT_EQ(all(), "- - 52.7 52.6");
}

TEST_F(PublishedTest, ARuleOfTodayGuardsYesterdayToo) {
  made.indicator("debts", Polarity::less_is_better);
  made.figure("debts", "WK1", "2022", "3");
  MonitorCity today;
  today.indicator("debts", Polarity::less_is_better);
  Indicator guarded = *today.city().all<Indicator>().find("debts");
  guarded.disclosure = Disclosure{10, 1};
  today->all<Indicator>().put(guarded);
  EXPECT_TRUE(published_observations(made.city())[0].value);
  EXPECT_FALSE(published_observations(made.city(), &today.city())[0].value);
}

TEST_F(PublishedTest, PeriodsDoNotHideEachOther) {
  own_count("debts");
  made.figure("debts", "WK1", "2021", "40").figure("debts", "WK2", "2021", "50").figure("debts", "GM1", "2021", "90");
  made.figure("debts", "WK1", "2022", "3").figure("debts", "WK2", "2022", "50").figure("debts", "GM1", "2022", "53");
  EXPECT_EQ(all(), "40 50 90 - - 55");
}

TEST_F(PublishedTest, TwoSourcesAboutOneCellAreKeptBackTogether) {
  own_count("debts");
  counts("debts", {3, 22, 48});
  made.figure("debts", "WK1", "2022", "12", "other");
  EXPECT_EQ(all(), "- - 50 75 -");
}

}  // namespace
}  // namespace koers::test
