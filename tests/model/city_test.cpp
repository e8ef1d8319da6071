// SPDX-License-Identifier: EUPL-1.2
#include "model/city.h"

#include <gtest/gtest.h>

#include "packages.h"

namespace koers {
namespace {

Fund fund(const std::string& id, const std::string& title) { return {Id<Fund>(id), Text{{{"nl", title}}}, {}, {}}; }

std::vector<std::string> ids(const Documents<Fund>& funds) {
  std::vector<std::string> out;
  for (const Fund& each : funds) out.push_back(each.id.str());
  return out;
}

TEST(Documents, keep_their_order_and_refuse_a_second_with_the_same_id) {
  Documents<Fund> funds;
  EXPECT_TRUE(funds.add(fund("b", "B")));
  EXPECT_TRUE(funds.add(fund("a", "A")));
  EXPECT_FALSE(funds.add(fund("b", "other")));
  EXPECT_EQ(ids(funds), (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(funds.find("b")->title.by_language.at("nl"), "B");
  EXPECT_EQ(funds.find("c"), nullptr);
}

TEST(Documents, are_replaced_in_place_and_found_after_a_removal) {
  Documents<Fund> funds;
  for (const char* id : {"a", "b", "c"}) funds.put(fund(id, id));
  funds.put(fund("b", "new"));
  funds.remove("a");
  funds.remove("nothing");
  EXPECT_EQ(ids(funds), (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(funds.find("b")->title.by_language.at("nl"), "new");
  EXPECT_EQ(funds.find("c")->id.str(), "c");
  EXPECT_EQ(funds.find("a"), nullptr);
}

TEST(City, knows_what_it_contains_and_what_it_is_called) {
  const City& city = small_city();
  EXPECT_TRUE(city.contains({Kind::district, "WK000100"}));
  EXPECT_FALSE(city.contains({Kind::neighbourhood, "WK000100"}));
  EXPECT_EQ(city.title_of({Kind::guideline, "mijn-thuis"}).by_language.at("en"), "My home");
  EXPECT_EQ(city.title_of({Kind::district, "WK000100"}).by_language,
            (std::map<std::string, std::string>{{"en", "Noord"}, {"nl", "Noord"}}));
  EXPECT_EQ(city.title_of({Kind::verdict, "oordeel-woonvisie"}).by_language.at("nl"), "oordeel-woonvisie");
  EXPECT_TRUE(city.title_of({Kind::verdict, "none"}).by_language.empty());
  EXPECT_EQ(city.languages(), (std::vector<std::string>{"nl", "en"}));
  EXPECT_EQ(City{}.manifest(), nullptr);
}

TEST(City, names_every_reference_of_a_record_with_its_path) {
  std::map<std::string, std::string> found;
  for_each_reference(*small_city().all<Effort>().find("bouwprogramma"),
                     [&](const std::string& path, const Reference& to) { found[path] = to_string(to); });
  const std::map<std::string, std::string> expected{
      {"pillar", "pillar/wijken"},
      {"challenges[0]", "challenge/genoeg-woningen"},
      {"focus_areas[0]", "focus_area/noord"},
      {"areas[0]", "district/WK000100"},
      {"milestones[0].sources[0].source", "source/visie"},
      {"links[0].to", "policy_document/woonvisie"},
      {"partners[0].partner", "partner/corporatie"},
      {"indicators[0]", "indicator/inwoners"},
      {"staffing[0].team", "team/wonen"},
      {"staffing[0].sources[0].source", "source/visie"},
      {"sources[0].source", "source/visie"},
  };
  EXPECT_EQ(found, expected);
}

TEST(City, counts_a_reference_to_its_own_kind_but_not_its_own_id) {
  std::vector<std::string> found;
  for_each_reference(*small_city().all<Agenda>().find("agenda-2"),
                     [&](const std::string& path, const Reference& to) { found.push_back(path + " " + to_string(to)); });
  EXPECT_EQ(found, (std::vector<std::string>{"succeeds agenda/agenda-1", "sources[0].source source/visie"}));
}

}  // namespace
}  // namespace koers
