// SPDX-License-Identifier: EUPL-1.2
#include "app/views/signals.h"

#include "app/city_fixture.h"
#include "app/monitor_city.h"

namespace koers::test {
namespace {

using namespace std::chrono_literals;
constexpr auto kToday = 2022y / 3 / 1;

Signal signal_of(const std::string& area, std::optional<SignalAnswer> answer, Date deadline = {2022, 4, 1}) {
  Signal signal{};
  signal.id = Id<Signal>("s-" + area);
  signal.indicator = Id<Indicator>("safe");
  signal.area = {Kind::district, area};
  signal.period = *parse_period("2021");
  signal.level = SignalLevel::watch;
  signal.reviewer = "Wijkregie";
  signal.raised_on = {2022, 1, 10};
  signal.deadline = deadline;
  signal.answer = answer;
  if (answer) {
    signal.reason = "Gezien.";
    signal.answered_on = Date{2022, 2, 1};
  }
  return signal;
}

MonitorCity city_of(const std::vector<Signal>& signals) {
  MonitorCity made;
  made.indicator("safe", Polarity::more_is_better);
  for (const Signal& each : signals) made->all<Signal>().add(each);
  return made;
}

TEST(SignalQuality, CountsWhatWasFoundAndWhatIsLate) {
  const auto made =
      city_of({signal_of("WK1", SignalAnswer::real), signal_of("WK2", SignalAnswer::acted_on),
               signal_of("WK3", SignalAnswer::explained), signal_of("WK4", {}), signal_of("WK5", {}, {2022, 2, 28})});
  const auto quality = views::quality_of(made.city(), kToday);
  EXPECT_EQ(quality.hits, 2);
  EXPECT_EQ(quality.false_alarms, 1);
  EXPECT_EQ(quality.open, 1);
  EXPECT_EQ(quality.overdue, 1);
  ASSERT_TRUE(quality.hit_rate);
  EXPECT_NEAR(quality.hit_rate->value, 2.0 / 3, 1e-12);
  EXPECT_LT(quality.hit_rate->lower, 2.0 / 3);
  EXPECT_GT(quality.hit_rate->upper, 2.0 / 3);
  EXPECT_EQ(quality.status, Status::derived);
}

TEST(SignalQuality, IsAsMadeUpAsTheMostMadeUpOfItsAnswersAndHasNoRateWithoutAny) {
  Signal made_up = signal_of("WK1", SignalAnswer::real);
  made_up.status = Status::illustrative;
  EXPECT_EQ(views::quality_of(city_of({made_up, signal_of("WK2", SignalAnswer::real)}).city(), kToday).status,
            Status::illustrative);
  EXPECT_FALSE(views::quality_of(city_of({signal_of("WK1", {})}).city(), kToday).hit_rate);
}

TEST(SignalBoard, PutsFirstWhatIsLateAndLastWhatWasAnswered) {
  const auto made = city_of({signal_of("WK1", SignalAnswer::real), signal_of("WK2", {}), signal_of("WK3", {}, {2022, 2, 28})});
  std::vector<std::string> order;
  for (const auto& each : views::signal_board(made.city(), kToday).signals) order.push_back(each.area.id);
  EXPECT_EQ(order, (std::vector<std::string>{"WK3", "WK2", "WK1"}));
}

TEST(SignalBoard, OfADeadlineTheWholeDayCounts) {
  EXPECT_EQ(views::state_of(signal_of("WK1", {}, {2022, 3, 1}), kToday), views::SignalState::open);
  EXPECT_EQ(views::state_of(signal_of("WK1", {}, {2022, 2, 28}), kToday), views::SignalState::overdue);
}

TEST(SignalBoard, OfAnAreaHoldsWhatLiesInItAndTheQualityOfTheWholeCity) {
  auto made = city_of({signal_of("WK1", SignalAnswer::real), signal_of("WK2", {})});
  made->all<Neighbourhood>().add({Id<Neighbourhood>("BU11"), "Buurt", Id<District>("WK1"), {}});
  Signal inside = signal_of("BU11", {});
  inside.area.kind = Kind::neighbourhood;
  made->all<Signal>().add(inside);
  const auto board = views::signal_board(made.city(), kToday);
  EXPECT_EQ(views::signals_of(board, made.city(), "WK1")->signals.size(), 2U);
  EXPECT_EQ(views::signals_of(board, made.city(), "BU11")->signals.size(), 1U);
  EXPECT_EQ(views::signals_of(board, made.city(), "GM1")->signals.size(), 3U);
  EXPECT_EQ(views::signals_of(board, made.city(), "WK2")->quality.hits, 1);
  EXPECT_EQ(views::signals_of(board, made.city(), "WK9").error().code, ErrorCode::not_found);
}

TEST(SignalBoard, NamesASignalByItsFigureWithinTheLengthOfAName) {
  const Id<Indicator> longest(std::string(64, 'x'));
  const auto id = signal_id(longest, {Kind::neighbourhood, "BU06370100"}, *parse_period("2020/2021"));
  EXPECT_TRUE(is_valid_id(id.str())) << id.str();
  EXPECT_TRUE(id.str().ends_with("-BU06370100-2020-2021"));
}

}  // namespace
}  // namespace koers::test
