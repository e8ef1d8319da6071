// SPDX-License-Identifier: EUPL-1.2
// A figure of too few persons leaves by no door: every address, every role, also of days before the rule was there.
#include "api/api_fixture.h"
#include "model/write_record.h"

namespace koers::test {
namespace {

const std::string kFew = "37.31337";     // of seven persons
const std::string kBeside = "41.81843";  // what would give it away
const std::string kOpen = "52.65432";
const std::string kIndicator = "schulden-eigen-telling";

class DisclosureTest : public ApiTest {
 protected:
  DisclosureTest() {
    write(draft_of(own_count({})));
    std::vector<Observation> figures{figure("WK063700", kFew, "7"), figure("WK063701", kBeside, "4000"),
                                     figure("WK063702", kOpen, "900000")};
    figures.push_back({Id<Indicator>(kIndicator),
                       {Kind::municipality, "GM0637"},
                       *parse_period("2021"),
                       parse_decimal("52.6"),
                       parse_decimal("904007"),
                       ObservationStatus::final_,
                       source(),
                       ""});
    const auto batch = served_.store().observations().replace("eigen-telling", figures, {served_.now(), "test", {}});
    EXPECT_TRUE(batch);
    served_.advance(48 * kHour);
    write(draft_of(own_count(Disclosure{10, 5}), 1));
    served_.advance(48 * kHour);
  }

  static Citation source() { return {Id<Source>("visie-2040"), "test"}; }
  static Indicator own_count(std::optional<Disclosure> rule) {
    Indicator indicator;
    indicator.id = Id<Indicator>(kIndicator);
    indicator.title = {{{"nl", "Schulden"}, {"en", "Debts"}}};
    indicator.definition = indicator.title;
    indicator.unit = "%";
    indicator.decimals = 5;
    indicator.kind = IndicatorKind::outcome;
    indicator.polarity = Polarity::less_is_better;
    indicator.disclosure = rule;
    indicator.sources = {source()};
    return indicator;
  }
  static Observation figure(const std::string& district, const std::string& value, const std::string& persons) {
    return {Id<Indicator>(kIndicator),
            {Kind::district, district},
            *parse_period("2021"),
            parse_decimal(value),
            parse_decimal(persons),
            ObservationStatus::final_,
            source(),
            "value " + value};
  }

  std::set<std::string> all_paths() {
    std::set<std::string> paths;
    for (const auto& route : served_.routes()) {
      if (route->method == http::Method::get) paths.insert(example_path(*route));
    }
    for (const std::string& tail :
         {"/observations?limit=1000&indicator=" + kIndicator, "/indicator-profiles/" + kIndicator,
          std::string("/area-profiles/WK063700"), std::string("/observations?area=district/WK063700")}) {
      paths.insert(kApi + tail);
      for (const char* day : {"2022-03-01", "2022-03-03", "2022-03-05"}) {
        paths.insert(kApi + tail + (tail.find('?') == std::string::npos ? "?asOf=" : "&asOf=") + day);
      }
    }
    paths.insert(kApi + "/exports?asOf=2022-03-03");
    return paths;
  }
};

TEST_F(DisclosureTest, NoAddressGivesAFigureOfTooFewAway) {
  bool saw_open = false;
  for (const Role role : {Role::resident, Role::partner, Role::researcher, Role::officer, Role::administrator}) {
    Client client = role == Role::resident ? anonymous() : logged_in(role);
    for (const std::string& path : all_paths()) {
      if (path.ends_with("/events")) continue;
      const std::string body = client.get(path).body;
      EXPECT_EQ(body.find(kFew), std::string::npos) << name_of(role) << " reads it at " << path;
      EXPECT_EQ(body.find(kBeside), std::string::npos) << name_of(role) << " can work it out at " << path;
      saw_open = saw_open || body.find(kOpen) != std::string::npos;
    }
  }
  EXPECT_TRUE(saw_open) << "the figure beside it is there";
}

TEST_F(DisclosureTest, ItIsThereAsKeptBackAndNotAsZero) {
  const auto page = anonymous().get(kApi + "/observations?indicator=" + kIndicator + "&area=district/WK063700").json();
  ASSERT_EQ(page["items"].size(), 1U);
  EXPECT_EQ(page["items"][0]["status"], "suppressed");
  EXPECT_FALSE(page["items"][0].contains("value"));
  EXPECT_FALSE(page["items"][0].contains("denominator"));
  EXPECT_FALSE(page["items"][0].contains("note"));
}

TEST_F(DisclosureTest, WithoutTheRuleItComesBack) {
  write(draft_of(own_count({}), 2));
  const auto page = anonymous().get(kApi + "/observations?indicator=" + kIndicator + "&area=district/WK063700").json();
  EXPECT_EQ(page["items"][0]["status"], "final");
}

}  // namespace
}  // namespace koers::test
