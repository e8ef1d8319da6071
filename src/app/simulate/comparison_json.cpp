// SPDX-License-Identifier: EUPL-1.2
// A plan beside another one, as JSON.
#include "app/simulate/compare_plans.h"
#include "app/simulate/result_json.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

Json mechanism_json(const MechanismEffect& each) {
  Json members = Json::array();
  for (const MemberEffect& member : each.members) {
    members.push_back({{"indicator", member.indicator.str()},
                       {"weight", number_json(member.weight)},
                       {"change", estimate_json(member.change)}});
  }
  Json not_simulated = Json::array();
  for (const Id<Indicator>& indicator : each.not_simulated) not_simulated.push_back(indicator.str());
  return {{"mechanism", each.mechanism.str()},
          {"isSpread", each.is_spread},
          {"effect", each.effect ? estimate_json(*each.effect) : Json()},
          {"members", members},
          {"notSimulated", not_simulated},
          {"weightSimulated", number_json(each.weight_simulated)}};
}

}  // namespace

Json mechanisms_json(const std::vector<MechanismEffect>& mechanisms) {
  Json out = Json::array();
  for (const MechanismEffect& each : mechanisms) out.push_back(mechanism_json(each));
  return out;
}

Json crowded_json(const std::vector<CrowdedArea>& crowded) {
  Json out = Json::array();
  for (const CrowdedArea& each : crowded) {
    out.push_back({{"area", each.area},
                   {"dwellings", number_json(each.dwellings)},
                   {"landKm2", number_json(each.land_km2)},
                   {"densestDistrictPerKm2", kDensestDistrict}});
  }
  return out;
}

Json escalators_json(const CityComparison& comparison) {
  return {{"baseline", escalator_json(comparison.baseline_escalator)},
          {"plan", escalator_json(comparison.plan_escalator)},
          {"difference", escalator_json(comparison.escalator_difference)}};
}

Json all_chains_json(const CityComparison& comparison) {
  return {{"baseline", chains_json(comparison.baseline_chains)},
          {"plan", chains_json(comparison.plan_chains)},
          {"ofPlan", plan_chains_json(comparison.chains_of_plan, comparison.start->population.districts)}};
}

Json to_json(const CityComparison& comparison) {
  return {{"plan", facts_json(comparison.plan)},
          {"baseline", facts_json(comparison.baseline)},
          {"replicates", comparison.replicates},
          {"ownStarts", {{"plan", comparison.plan_own_starts}, {"baseline", comparison.baseline_own_starts}}},
          {"crowded", crowded_json(comparison.crowded)},
          {"indicators", indicators_json()},
          {"difference", series_json(comparison.difference)},
          {"planSeries", series_json(comparison.plan_series)},
          {"baselineSeries", series_json(comparison.baseline_series)},
          {"escalator", escalators_json(comparison)},
          {"chains", all_chains_json(comparison)},
          {"mechanisms", mechanisms_json(comparison.mechanisms)}};
}

}  // namespace koers
