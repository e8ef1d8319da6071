// SPDX-License-Identifier: EUPL-1.2
// What a back-test found, as JSON.
#include <cmath>

#include "app/simulate/validate_city.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, kJudgedAges> kAges{"0-14", "15-24", "25-44", "45-64", "65+"};

/// Four decimals are more than any figure of a back-test is worth; infinite and no number become null.
Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::round(value * 1e4) / 1e4;
  return rounded == 0 ? 0.0 : rounded;  // no negative zero
}

Json numbers(const auto& values) {
  Json out = Json::array();
  for (const double value : values) out.push_back(number(value));
  return out;
}

Json json_of(const simulate::ForecastScores& scores, const std::vector<std::string>& districts) {
  return {{"mape", number(scores.mape)},
          {"wape", number(scores.wape)},
          {"malpe", number(scores.malpe)},
          {"mae", number(scores.mae)},
          {"rmse", number(scores.rmse)},
          {"total", number(scores.total)},
          {"worst", {{"area", districts.at(scores.worst)}, {"error", number(scores.worst_error)}}}};
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
              {"start", number(validation.start[i])},
              {"observed", number(validation.observed[i])}};
    if (!validation.dwelling_change.empty()) area["dwellingChange"] = number(validation.dwelling_change[i]);
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
  for (const simulate::Estimate& each : forecast)
    out.push_back({{"mean", number(each.mean)}, {"low", number(each.low)}, {"high", number(each.high)}});
  return out;
}

Json models_json(const CityValidation& validation) {
  Json out = Json::array();
  for (const JudgedModel& model : validation.models) {
    out.push_back({{"knows", name_of(model.knowledge)},
                   {"uncertainty", name_of(model.uncertainty)},
                   {"scores", json_of(model.scores, validation.districts)},
                   {"coverage", number(model.coverage)},
                   {"crps", number(model.crps)},
                   {"bestBaseline", model.best_baseline},
                   {"ratio", number(model.ratio)},
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
                      {"start", number(each.start[i])},
                      {"observed", number(each.observed[i])},
                      {"forecast", number(each.forecast[i])},
                      {"error", number(100 * (each.forecast[i] / each.observed[i] - 1))},
                      {"errorOfPersistence", number(100 * (each.start[i] / each.observed[i] - 1))}});
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
                   {"measured", number(target.measured)},
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
