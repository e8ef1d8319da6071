// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/result_json.h"

#include <array>
#include <cmath>

#include "simulate/market.h"
#include "simulate/parameters.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;
using simulate::Estimate;

/// Append as `simulate::LifeStage`.
constexpr std::array<const char*, simulate::kLifeStages> kStages{
    "starter", "single", "couple", "young_family", "one_parent_family", "older_family", "empty_nest", "oldest"};
constexpr std::array<const char*, simulate::kVacancyOrigins> kOrigins{"start",       "new_building", "death",
                                                                      "institution", "union_formed", "departure"};
constexpr std::array<const char*, simulate::kChainEnds> kEnds{"open", "newcomer", "starter", "withdrawn"};
/// Append as `simulate::Tenure` and `simulate::DwellingType`.
constexpr std::array<const char*, simulate::kTenures> kTenureNames{"owner", "social_rent", "private_rent"};
constexpr std::array<const char*, simulate::kDwellingTypes> kTypeNames{"flat", "terraced", "semi_detached", "detached"};
constexpr std::array<const char*, 3> kLevels{"city", "district", "neighbourhood"};

}  // namespace

Json number_json(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::round(value * 1e4) / 1e4;
  return rounded == 0 ? 0.0 : rounded;  // no negative zero
}

Json estimate_json(const Estimate& each) {
  return {{"mean", number_json(each.mean)}, {"low", number_json(each.low)}, {"high", number_json(each.high)}};
}

Json values_json(const simulate::AreaSeries& series) {
  Json out = Json::object();
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    Json mean = Json::array();
    Json low = Json::array();
    Json high = Json::array();
    for (const Estimate& each : series.values[i]) {
      mean.push_back(number_json(each.mean));
      low.push_back(number_json(each.low));
      high.push_back(number_json(each.high));
    }
    out[simulate::indicators()[i].name] = {{"mean", mean}, {"low", low}, {"high", high}};
  }
  return out;
}

Json series_json(const std::vector<simulate::AreaSeries>& all) {
  Json out = Json::array();
  for (const simulate::AreaSeries& series : all) {
    out.push_back(
        {{"level", name_of(series.level)}, {"area", series.code}, {"years", series.years}, {"values", values_json(series)}});
  }
  return out;
}

const char* name_of(simulate::VacancyOrigin origin) { return kOrigins.at(static_cast<std::size_t>(origin)); }
const char* name_of(simulate::ChainEnd end) { return kEnds.at(static_cast<std::size_t>(end)); }
const char* name_of(simulate::AreaLevel level) { return kLevels.at(static_cast<std::size_t>(level)); }

Json parameter_table_json() {
  Json out = Json::array();
  const simulate::Parameters defaults;
  for (const simulate::ParameterDescription& row : simulate::parameter_table()) {
    out.push_back({{"name", row.name},
                   {"default", defaults.*row.member},
                   {"unit", row.unit},
                   {"lowest", row.lowest},
                   {"highest", row.highest},
                   {"status", simulate::name_of(row.status)},
                   {"sentence", row.sentence},
                   {"source", row.source}});
  }
  return out;
}

Json indicators_json() {
  Json out = Json::array();
  for (const simulate::Indicator& each : simulate::indicators())
    out.push_back({{"name", each.name}, {"unit", each.unit}, {"sentence", each.sentence}});
  return out;
}

Json escalator_json(const simulate::EscalatorSummary& escalator) {
  Json steps = Json::array();
  for (const simulate::StepSummary& step : escalator.steps) {
    steps.push_back({{"stage", kStages.at(static_cast<std::size_t>(step.stage))},
                     {"arrived", estimate_json(step.arrived)},
                     {"departed", estimate_json(step.departed)},
                     {"departedUnmet", estimate_json(step.departed_unmet)},
                     {"moved", estimate_json(step.moved)},
                     {"started", estimate_json(step.started)},
                     {"searched", estimate_json(step.searched)}});
  }
  return {{"steps", steps},
          {"breadth", estimate_json(escalator.breadth)},
          {"lengthYears", estimate_json(escalator.length)},
          {"staysInCity", estimate_json(escalator.stays_in_city)},
          {"leak", estimate_json(escalator.leak)}};
}

Json chains_json(const std::vector<simulate::ChainSummary>& chains) {
  Json out = Json::array();
  for (const simulate::ChainSummary& chain : chains) {
    Json ends = Json::object();
    for (std::size_t i = 0; i < chain.ends.size(); ++i) ends[kEnds.at(i)] = estimate_json(chain.ends[i]);
    out.push_back({{"origin", kOrigins.at(static_cast<std::size_t>(chain.origin))},
                   {"chainsPerYear", estimate_json(chain.chains)},
                   {"movesPerChain", estimate_json(chain.moves)},
                   {"ends", ends}});
  }
  return out;
}

Json plan_chains_json(const simulate::PlanChains& chains, const std::vector<std::string>& districts) {
  Json ends = Json::object();
  for (std::size_t i = 0; i < chains.ends.size(); ++i) ends[kEnds.at(i)] = estimate_json(chains.ends[i]);
  Json stages = Json::array();
  for (std::size_t i = 0; i < chains.taken_by_stage.size(); ++i)
    stages.push_back({{"stage", kStages.at(i)}, {"households", estimate_json(chains.taken_by_stage[i])}});
  Json by_district = Json::array();
  for (std::size_t i = 0; i < districts.size(); ++i) {
    by_district.push_back(
        {{"area", districts[i]}, {"cameFrom", estimate_json(chains.came_from[i])}, {"freed", estimate_json(chains.freed_in[i])}});
  }
  Json segments = Json::array();
  for (std::size_t i = 0; i < chains.freed_by_segment.size(); ++i) {
    segments.push_back({{"tenure", kTenureNames.at(i / simulate::kDwellingTypes)},
                        {"type", kTypeNames.at(i % simulate::kDwellingTypes)},
                        {"freed", estimate_json(chains.freed_by_segment[i])}});
  }
  return {{"dwellings", estimate_json(chains.dwellings)},
          {"othersFreedPerDwelling", estimate_json(chains.others_freed)},
          {"othersFreedAnywhere", estimate_json(chains.others_freed_anywhere)},
          {"ends", ends},
          {"takenBy", stages},
          {"cameFromOutside", estimate_json(chains.came_from_outside)},
          {"cameFromNoDwelling", estimate_json(chains.came_from_nowhere)},
          {"districts", by_district},
          {"segments", segments}};
}

}  // namespace koers
