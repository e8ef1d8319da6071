// SPDX-License-Identifier: EUPL-1.2
// What a back-test found, as JSON.
#include "app/simulate/result_json.h"
#include "app/simulate/validate_city.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, kJudgedAges> kAges{"0-14", "15-24", "25-44", "45-64", "65+"};

Json numbers(const auto& values) {
  Json out = Json::array();
  for (const double value : values) out.push_back(number_json(value));
  return out;
}

Json json_of(const simulate::ForecastScores& scores, const std::vector<std::string>& districts) {
  return {{"mape", number_json(scores.mape)},
          {"wape", number_json(scores.wape)},
          {"malpe", number_json(scores.malpe)},
          {"mae", number_json(scores.mae)},
          {"rmse", number_json(scores.rmse)},
          {"total", number_json(scores.total)},
          {"worst", {{"area", districts.at(scores.worst)}, {"error", number_json(scores.worst_error)}}}};
}

Json leaks_json(const CityValidation& validation) {
  Json out = Json::array();
  for (const Leak& leak : validation.leaks) {
    out.push_back(
        {{"what", leak.what}, {"latestYear", leak.latest_year}, {"neighbourhoods", leak.areas}, {"source", leak.source}});
  }
  return out;
}

Json areas_json(const CityValidation& validation) {
  Json out = Json::array();
  for (std::size_t i = 0; i < validation.districts.size(); ++i) {
    Json area{{"area", validation.districts[i]},
              {"name", validation.names[i]},
              {"start", number_json(validation.start[i])},
              {"observed", number_json(validation.observed[i])}};
    if (!validation.dwelling_change.empty()) area["dwellingChange"] = number_json(validation.dwelling_change[i]);
    out.push_back(std::move(area));
  }
  return out;
}

Json methods_json(const CityValidation& validation) {
  Json out = Json::array();
  for (const JudgedMethod& method : validation.methods) {
    out.push_back({{"name", method.name},
                   {"knows", name_of(method.knowledge)},
                   {"scores", json_of(method.scores, validation.districts)},
                   {"forecast", numbers(method.forecast)}});
  }
  return out;
}

Json forecast_json(const std::vector<simulate::Estimate>& forecast) {
  Json out = Json::array();
  for (const simulate::Estimate& each : forecast) out.push_back(estimate_json(each));
  return out;
}

Json models_json(const CityValidation& validation) {
  Json out = Json::array();
  for (const JudgedModel& model : validation.models) {
    out.push_back({{"knows", name_of(model.knowledge)},
                   {"uncertainty", name_of(model.uncertainty)},
                   {"scores", json_of(model.scores, validation.districts)},
                   {"coverage", number_json(model.coverage)},
                   {"crps", number_json(model.crps)},
                   {"bestBaseline", model.best_baseline},
                   {"ratio", number_json(model.ratio)},
                   {"forecast", forecast_json(model.forecast)},
                   {"dwellings", numbers(model.dwellings)}});
  }
  return out;
}

Json ages_json(const CityValidation& validation) {
  Json out = Json::array();
  for (const JudgedAges& each : validation.ages) {
    Json ages = Json::array();
    for (std::size_t i = 0; i < kJudgedAges; ++i) {
      ages.push_back({{"age", kAges[i]},
                      {"start", number_json(each.start[i])},
                      {"observed", number_json(each.observed[i])},
                      {"forecast", number_json(each.forecast[i])},
                      {"error", number_json(100 * (each.forecast[i] / each.observed[i] - 1))},
                      {"errorOfPersistence", number_json(100 * (each.start[i] / each.observed[i] - 1))}});
    }
    out.push_back({{"year", each.year}, {"knows", name_of(each.knowledge)}, {"ages", std::move(ages)}});
  }
  return out;
}

Json targets_json(const CityValidation& validation) {
  Json out = Json::array();
  for (const TargetOutcome& target : validation.targets) {
    out.push_back({{"name", target.name},
                   {"knows", name_of(target.knowledge)},
                   {"lowest", target.lowest},
                   {"highest", target.highest},
                   {"measured", number_json(target.measured)},
                   {"met", target.is_met()}});
  }
  return out;
}

}  // namespace

Json to_json(const CityValidation& validation) {
  Json left_out = Json::array();
  for (const MethodLeftOut& each : validation.left_out) left_out.push_back({{"name", each.name}, {"reason", each.reason}});
  return {{"version", KOERS_VERSION},
          {"city", validation.city},
          {"from", validation.request.from},
          {"to", validation.request.to},
          {"replicates", validation.request.replicates},
          {"seed", validation.request.seed},
          {"strict", validation.request.strict},
          {"inputsHash", validation.inputs_hash},
          {"leaks", leaks_json(validation)},
          {"constants", validation.constants},
          {"areas", areas_json(validation)},
          {"dwellingSources", validation.dwelling_origins},
          {"methods", methods_json(validation)},
          {"leftOut", std::move(left_out)},
          {"models", models_json(validation)},
          {"ages", ages_json(validation)},
          {"targets", targets_json(validation)}};
}

}  // namespace koers
