// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_answer.h"

#include <gtest/gtest.h>

#include "app/optimise/agenda_json.h"
#include "app/optimise/agenda_words.h"
#include "app/optimise/coherence.h"
#include "app/optimise/review_order.h"
#include "app/optimise/weighed_city.h"

namespace koers {
namespace {

using namespace koers::test;

AgendaQuestion asking(AgendaAsk ask = AgendaAsk::choice) {
  AgendaQuestion question;
  question.request.weighing = "kader";
  question.ask = ask;
  question.thoroughness = Thoroughness::quick;
  question.draws = 40;
  return question;
}

Wish wish(const char* item, WishKind kind) { return {{Kind::effort, item}, kind, {}, {}}; }

/// By item, `option year`; `-` for what is not taken up.
std::map<std::string, std::string> lines(const AgendaProblem& problem, const optimise::Choice& choice) {
  std::map<std::string, std::string> out;
  for (const auto& item : problem.portfolio.items) out[item.id] = "-";
  for (const AgendaLine& line : lines_of(problem, choice))
    out[to_string(line.item)] = std::string(name_of(line.option)) + ' ' + to_string(line.starts);
  return out;
}

TEST(AgendaAnswer, FindsWhatIsBestByHand) {
  // Money: school takes 60 in 2023, so that the park's 50 does not fit beside it, nor the bridge with the park in one year. The
  // light park (40) does; bent from 2024 the school leaves 70 a year.
  const auto answer = answer_agenda(weighed_city(), asking());
  ASSERT_TRUE(answer) << answer.error().message;
  const AgendaProblem& problem = *answer->agenda.problem;
  auto found = lines(problem, answer->agenda.solution.choice);
  EXPECT_EQ(found["effort/school"], "bend 2024");
  EXPECT_TRUE(answer->agenda.solution.verification.is_feasible());
  EXPECT_GE(*answer->agenda.solution.bound, answer->agenda.solution.objective);
  // All choices of so small an agenda.
  optimise::Value best = 0;
  optimise::Choice choice(4, optimise::kNoColumn);
  const auto try_all = [&](auto&& self, std::size_t item) -> void {
    if (item == choice.size()) {
      const auto verified = optimise::verify(problem.portfolio, choice);
      if (verified.is_feasible()) best = std::max(best, verified.value);
      return;
    }
    if (!problem.portfolio.items[item].running) {
      choice[item] = optimise::kNoColumn;
      self(self, item + 1);
    }
    for (const std::size_t column : problem.items[item].columns) {
      choice[item] = static_cast<std::int32_t>(column);
      self(self, item + 1);
    }
  };
  try_all(try_all, 0);
  EXPECT_EQ(answer->agenda.solution.objective, best);
}

TEST(AgendaAnswer, IsTheSameAnswerOnOneAndMoreThreads) {
  AgendaQuestion question = asking(AgendaAsk::standing);
  const auto one = answer_agenda(weighed_city(), question);
  question.threads = 3;
  const auto three = answer_agenda(weighed_city(), question);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(answer_json(*one).dump(), answer_json(*three).dump());
}

TEST(AgendaAnswer, ExplainsWhyNotInBothLanguages) {
  AgendaQuestion question = asking(AgendaAsk::why_not);
  question.item = Reference{Kind::effort, "bridge"};
  const auto in = answer_agenda(weighed_city(), question);
  ASSERT_TRUE(in) << in.error().message;
  ASSERT_TRUE(in->why_not);
  const auto json = answer_json(*in)["whyNot"];
  EXPECT_EQ(json["item"], "effort/bridge");
  EXPECT_TRUE(json["belongs"]);
  EXPECT_EQ(json["words"]["en"].get<std::string>().find("bridge already belongs"), 0U);
  EXPECT_EQ(json["words"]["nl"].get<std::string>().find("bridge hoort al"), 0U);
  // The school as it is leaves 40 a year, and the bridge costs 45.
  question.request.wishes = {{{Kind::effort, "school"}, WishKind::must, OptionForm::keep, {}}};
  const auto out = answer_agenda(weighed_city(), question);
  ASSERT_TRUE(out && out->why_not);
  EXPECT_FALSE(out->why_not->with);
  EXPECT_EQ(answer_json(*out)["whyNot"]["words"]["en"], "bridge does not fit, whatever gives way.");
}

TEST(AgendaAnswer, RefusesAWhyNotAboutNothing) {
  AgendaQuestion question = asking(AgendaAsk::why_not);
  EXPECT_EQ(answer_agenda(weighed_city(), question).error().code, ErrorCode::bad_input);
  question.item = Reference{Kind::effort, "tower"};
  EXPECT_EQ(answer_agenda(weighed_city(), question).error().faults.at(0).found, "effort/tower");
  question.item = Reference{Kind::effort, "park"};
  question.request.wishes = {wish("park", WishKind::ban)};
  EXPECT_EQ(answer_agenda(weighed_city(), question).error().code, ErrorCode::bad_input) << "a wish decides it already";
}

TEST(AgendaAnswer, NamesTheSmallestOverrunsOfWishesThatDoNotFit) {
  AgendaQuestion question = asking();
  question.request.wishes = {{{Kind::effort, "school"}, WishKind::must, OptionForm::keep, {}},
                             {{Kind::effort, "park"}, WishKind::must, OptionForm::base, {}}};
  question.thoroughness = Thoroughness::normal;  // with a tree that can prove it
  const auto answer = answer_agenda(weighed_city(), question);
  ASSERT_TRUE(answer);
  EXPECT_NE(answer->agenda.solution.outcome, optimise::Outcome::found);
  ASSERT_TRUE(answer->agenda.overruns);
  optimise::Cents beyond = 0;
  for (const auto& each : answer->agenda.overruns->overruns) beyond += each.amount;
  EXPECT_EQ(beyond, 1'000) << "60 + 50 of 100, in one year only when the park starts in the last";
  const auto json = answer_json(*answer);
  EXPECT_EQ(json["agenda"]["outcome"], "impossible");
  EXPECT_NE(json["agenda"]["overruns"]["words"]["nl"].get<std::string>().find("€ 10 uit geld in 2026"), std::string::npos)
      << json["agenda"]["overruns"]["words"]["nl"];
}

TEST(AgendaAnswer, AsksEveryTempo) {
  const auto answer = answer_agenda(weighed_city(), asking(AgendaAsk::tempos));
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->tempos.size(), 2U);
  EXPECT_LE(answer->tempos[0].solution.objective, answer->tempos[1].solution.objective) << "more may change";
  EXPECT_LE(shift_of(*answer->tempos[0].problem, answer->tempos[0].solution.choice), 2'400);
}

TEST(AgendaAnswer, HasAFrontACurveAndPrices) {
  const auto front = answer_agenda(weighed_city(), asking(AgendaAsk::front));
  ASSERT_TRUE(front);
  ASSERT_FALSE(front->front.empty());
  for (std::size_t i = 1; i < front->front.size(); ++i) {
    EXPECT_GT(front->front[i].first, front->front[i - 1].first);
    EXPECT_LT(front->front[i].second, front->front[i - 1].second);
  }
  const auto curve = answer_agenda(weighed_city(), asking(AgendaAsk::budget));
  ASSERT_TRUE(curve);
  for (std::size_t i = 1; i < curve->curve.size(); ++i)
    EXPECT_GE(curve->curve[i].value.value_or(0), curve->curve[i - 1].value.value_or(0)) << "more money never lowers it";
  AgendaQuestion question = asking(AgendaAsk::prices);
  question.request.wishes = {{{Kind::effort, "school"}, WishKind::must, OptionForm::keep, {}}};
  const auto prices = answer_agenda(weighed_city(), question);
  ASSERT_TRUE(prices);
  ASSERT_EQ(prices->prices.size(), 1U);
  EXPECT_GT(*prices->prices[0], 0) << "bending is better";
}

TEST(AgendaAnswer, StopsWhenItIsToldTo) {
  const auto answer = answer_agenda(weighed_city(), asking(), [](auto, auto) { return false; });
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::cancelled);
}

TEST(AgendaRepair, ChangesNothingWithoutAWishAndLittleWithOne) {
  const auto city = weighed_city();
  const auto answer = answer_agenda(city, asking());
  ASSERT_TRUE(answer);
  const auto before = lines_of(*answer->agenda.problem, answer->agenda.solution.choice);
  const auto same = repair_agenda(city, asking(), before);
  ASSERT_TRUE(same);
  EXPECT_TRUE(same->repair.changed.empty());
  AgendaQuestion without = asking();
  without.request.wishes = {wish("park", WishKind::ban)};
  const auto repaired = repair_agenda(city, without, before);
  ASSERT_TRUE(repaired);
  EXPECT_EQ(lines(*repaired->problem, repaired->repair.choice)["effort/park"], "-");
  const auto json = repair_json(*repaired, *choice_of(*repaired->problem, before));
  EXPECT_EQ(json["outcome"], "found");
  EXPECT_EQ(repair_agenda(city, asking(), {{{Kind::effort, "tower"}, OptionForm::base, Year{2023}}}).error().code,
            ErrorCode::bad_input);
}

TEST(AgendaWords, SayThatAnAgendaIsBestOnlyWhenThatIsProved) {
  const AgendaProblem problem = problem_of(weighed_city());
  optimise::Solution solution;
  solution.objective = 2 * optimise::kUnitsPerPoint;
  solution.bound = 2 * optimise::kUnitsPerPoint;
  solution.gap = 0;
  solution.is_proved = true;
  const auto words = [&] { return in_languages(problem, [&](const AgendaWords& say) { return say.quality(solution); }); };
  EXPECT_NE(words().by_language.at("en").find("proved"), std::string::npos);
  solution.is_proved = false;
  solution.bound = 2 * optimise::kUnitsPerPoint + optimise::kUnitsPerPoint / 10;
  solution.gap = 0.05;
  EXPECT_EQ(words().by_language.at("en"),
            "The best agenda found: 2.000 points. No agenda can be worth more than 2.100, so at most 5.0% more.");
}

TEST(ReviewOrder, PutsWillingPartnersAndFreeContractsFirst) {
  const auto city = weighed_city([](City& each) {
    each.all<Appraisal>().put(changed(each, "school", [](Appraisal& school) {
      school.willingness = Degree::high;
      school.freedom = Degree::low;
    }));
  });
  const AgendaProblem problem = problem_of(city);
  const auto steps = review_order(problem);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].item, 0U);
  const double most = std::abs((1.0 + 0 + 0 + 0) / 4 - 1);  // stopping it at once costs more than bending brings
  EXPECT_NEAR(steps[0].impact, most, 1e-9);
  EXPECT_NEAR(steps[0].score, most * 1 / 3, 1e-9);
  EXPECT_EQ(steps[1].impact, 0);
}

TEST(Coherence, FindsConflictsDoubleWorkGapsOrderAndPromisesWithoutMoney) {
  const auto city = weighed_city([](City& each) {
    const auto put = [&](const char* id, const std::function<void(Effort&)>& change) {
      Effort effort = *each.all<Effort>().find(id);
      change(effort);
      each.all<Effort>().put(std::move(effort));
    };
    const auto district = Reference{Kind::district, "WK1"};
    District place;
    place.id = Id<District>("WK1");
    each.all<District>().add(place);
    place.id = Id<District>("WK2");
    each.all<District>().add(place);
    put("school", [&](Effort& effort) {
      effort.areas = {district};
      effort.partners = {{Id<Partner>("buurt"), PartnerRole::partner}};
      effort.links = {{{Kind::effort, "bridge"}, LinkNature::conflicts, {}, {}}};
    });
    put("park", [&](Effort& effort) {
      effort.areas = {district};
      effort.partners = {{Id<Partner>("buurt"), PartnerRole::lead}};
      effort.links = {{{Kind::effort, "tower"}, LinkNature::needs, {}, {}}};
    });
    for (const char* id : {"tower", "a", "b", "c", "d", "e"}) {
      Effort effort;
      effort.id = Id<Effort>(id);
      effort.state = std::string(id) == "tower" ? EffortState::withdrawn : EffortState::proposed;
      each.all<Effort>().add(std::move(effort));
    }
  });
  std::map<FindingKind, int> counts;
  for (const Finding& each : findings_of_city(*city)) ++counts[each.kind];
  EXPECT_EQ(counts[FindingKind::conflict], 1);
  EXPECT_EQ(counts[FindingKind::double_work], 1) << "school and park: same goal, area, years and partner";
  EXPECT_EQ(counts[FindingKind::gap], 1) << "nobody works in WK2";
  EXPECT_EQ(counts[FindingKind::order], 1) << "the park needs a tower that was withdrawn";
  EXPECT_EQ(counts[FindingKind::unfunded], 5) << "a … e have no amount anywhere";
}

TEST(Coherence, JudgesAChoiceByWhatIsInIt) {
  const auto city = weighed_city([](City& each) {
    Effort park = *each.all<Effort>().find("park");
    park.links = {{{Kind::effort, "bridge"}, LinkNature::conflicts, {}, {}}};
    each.all<Effort>().put(std::move(park));
  });
  const AgendaProblem problem = problem_of(city);
  const auto conflicts = [&](const std::vector<AgendaLine>& in) {
    const auto findings = findings_of_choice(problem, *choice_of(problem, in));
    return std::ranges::count(findings, FindingKind::conflict, &Finding::kind);
  };
  const AgendaLine park{{Kind::effort, "park"}, OptionForm::light, Year{2023}};
  const AgendaLine bridge{{Kind::effort, "bridge"}, OptionForm::base, Year{2025}};
  EXPECT_EQ(conflicts({park}), 0);
  EXPECT_EQ(conflicts({park, bridge}), 1);
}

}  // namespace
}  // namespace koers
