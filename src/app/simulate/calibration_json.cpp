// SPDX-License-Identifier: EUPL-1.2
// What a calibration told, as JSON.
#include <cmath>

#include "app/simulate/calibrate_city.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

/// Six decimals; no number becomes null.
Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::round(value * 1e6) / 1e6;
  return rounded == 0 ? 0.0 : rounded;  // no negative zero
}

Json moments_json(const CityCalibration& calibration) {
  Json out = Json::array();
  for (std::size_t m = 0; m < calibration.targets.used.size(); ++m) {
    const CityTarget& each = calibration.targets.used[m];
    const simulate::MomentDescription& description = simulate::describe(each.kind);
    const double simulated = calibration.calibration.moments[m];
    out.push_back({{"name", description.name},
                   {"unit", description.unit},
                   {"target", number(each.target.value)},
                   {"error", number(each.target.error)},
                   {"atStart", number(calibration.calibration.start_moments[m])},
                   {"simulated", number(simulated)},
                   {"deviation", number((simulated - each.target.value) / each.target.error)},
                   {"sentence", description.sentence},
                   {"source", each.source}});
  }
  return out;
}

Json parameters_json(const CityCalibration& calibration) {
  Json out = Json::array();
  for (std::size_t p = 0; p < calibration.free.size(); ++p) {
    const simulate::Interval& interval = calibration.posterior.intervals[p];
    out.push_back({{"name", calibration.free[p].name},
                   {"lowest", number(calibration.free[p].range.lowest)},
                   {"highest", number(calibration.free[p].range.highest)},
                   {"start", number(calibration.start[p])},
                   {"estimate", number(calibration.calibration.estimate[p])},
                   {"low", number(interval.low)},
                   {"median", number(interval.middle)},
                   {"high", number(interval.high)},
                   {"drawnFrom", number(calibration.posterior_box[p].lowest)},
                   {"drawnTo", number(calibration.posterior_box[p].highest)},
                   {"remaining", number(calibration.identification.remaining[p])},
                   {"verdict", name_of(calibration.identification.verdicts[p])}});
  }
  return out;
}

Json directions_json(const CityCalibration& calibration) {
  Json out = Json::array();
  for (const simulate::Direction& each : calibration.identification.directions) {
    Json parts = Json::object();
    for (std::size_t p = 0; p < each.parts.size(); ++p) parts[std::string(calibration.free[p].name)] = number(each.parts[p]);
    out.push_back({{"singularValue", number(each.singular_value)}, {"parts", parts}});
  }
  return out;
}

Json effects_json(const CityCalibration& calibration) {
  Json out = Json::array();
  for (std::size_t m = 0; m < calibration.effects.size(); ++m) {
    for (std::size_t p = 0; p < calibration.free.size(); ++p) {
      out.push_back({{"moment", simulate::describe(calibration.targets.used[m].kind).name},
                     {"parameter", calibration.free[p].name},
                     {"meanSize", number(calibration.effects[m][p].mean_size)},
                     {"deviation", number(calibration.effects[m][p].deviation)}});
    }
  }
  return out;
}

Json indices_json(const CityCalibration& calibration) {
  Json out = Json::array();
  for (std::size_t m = 0; m < calibration.indices.size(); ++m) {
    for (std::size_t i = 0; i < calibration.screened.size(); ++i) {
      out.push_back({{"moment", simulate::describe(calibration.targets.used[m].kind).name},
                     {"parameter", calibration.free[calibration.screened[i]].name},
                     {"first", number(calibration.indices[m][i].first)},
                     {"total", number(calibration.indices[m][i].total)}});
    }
  }
  return out;
}

}  // namespace

nlohmann::ordered_json to_json(const CityCalibration& calibration) {
  return {{"version", KOERS_VERSION},
          {"city", calibration.city},
          {"startYear", calibration.start_year},
          {"years", calibration.request.years},
          {"replicates", calibration.request.replicates},
          {"seed", calibration.request.synthesis.seed},
          {"evaluations", calibration.evaluations},
          {"newDwellings", number(calibration.new_dwellings)},
          {"inputsHash", calibration.inputs_hash},
          {"distanceAtStart", number(calibration.calibration.start_distance)},
          {"distance", number(calibration.calibration.distance)},
          {"moments", moments_json(calibration)},
          {"missingMoments", calibration.targets.missing},
          {"parameters", parameters_json(calibration)},
          {"directions", directions_json(calibration)},
          {"elementaryEffects", effects_json(calibration)},
          {"sobolIndices", indices_json(calibration)}};
}

}  // namespace koers
