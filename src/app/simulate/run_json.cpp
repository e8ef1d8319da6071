// SPDX-License-Identifier: EUPL-1.2
// What a run told, as JSON.
#include <cmath>

#include "app/simulate/simulate_city.h"
#include "simulate/market.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;
using simulate::Estimate;
using simulate::kMarginKinds;
using simulate::MarginKind;

/// Append as `simulate::LifeStage`.
constexpr std::array<const char*, simulate::kLifeStages> kStages{
    "starter", "single", "couple", "young_family", "one_parent_family", "older_family", "empty_nest", "oldest"};
constexpr std::array<const char*, simulate::kVacancyOrigins> kOrigins{"start",       "new_building", "death",
                                                                      "institution", "union_formed", "departure"};
constexpr std::array<const char*, simulate::kChainEnds> kEnds{"open", "newcomer", "starter", "withdrawn"};
constexpr std::array<const char*, 3> kLevels{"city", "district", "neighbourhood"};

/// Four decimals are more than any figure of a run is worth; infinite and no number become null.
Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::round(value * 1e4) / 1e4;
  return rounded == 0 ? 0.0 : rounded;  // no negative zero
}

Json json_of(const Estimate& each) {
  return {{"mean", number(each.mean)}, {"low", number(each.low)}, {"high", number(each.high)}};
}

const char* name_of(simulate::ErrorKind kind) { return kind == simulate::ErrorKind::relative ? "relative" : "percentagePoints"; }
std::string name_of(MarginKind kind) { return std::string(simulate::describe(kind).name); }

Json values_of(const simulate::AreaSeries& series) {
  Json out = Json::object();
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    Json mean = Json::array();
    Json low = Json::array();
    Json high = Json::array();
    for (const Estimate& each : series.values[i]) {
      mean.push_back(number(each.mean));
      low.push_back(number(each.low));
      high.push_back(number(each.high));
    }
    out[simulate::indicators()[i].name] = {{"mean", mean}, {"low", low}, {"high", high}};
  }
  return out;
}

Json series_json(const std::vector<simulate::AreaSeries>& all) {
  Json out = Json::array();
  for (const simulate::AreaSeries& series : all) {
    out.push_back({{"level", kLevels.at(static_cast<std::size_t>(series.level))},
                   {"area", series.code},
                   {"years", series.years},
                   {"values", values_of(series)}});
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
                     {"arrived", json_of(step.arrived)},
                     {"departed", json_of(step.departed)},
                     {"departedUnmet", json_of(step.departed_unmet)},
                     {"moved", json_of(step.moved)},
                     {"started", json_of(step.started)},
                     {"searched", json_of(step.searched)}});
  }
  return {{"steps", steps},
          {"breadth", json_of(escalator.breadth)},
          {"lengthYears", json_of(escalator.length)},
          {"staysInCity", json_of(escalator.stays_in_city)},
          {"leak", json_of(escalator.leak)}};
}

Json chains_json(const std::vector<simulate::ChainSummary>& chains) {
  Json out = Json::array();
  for (const simulate::ChainSummary& chain : chains) {
    Json ends = Json::object();
    for (std::size_t i = 0; i < chain.ends.size(); ++i) ends[kEnds.at(i)] = json_of(chain.ends[i]);
    out.push_back({{"origin", kOrigins.at(static_cast<std::size_t>(chain.origin))},
                   {"chainsPerYear", json_of(chain.chains)},
                   {"movesPerChain", json_of(chain.moves)},
                   {"ends", ends}});
  }
  return out;
}

Json parameters_json(const RunRequest& request) {
  Json out = Json::object();
  for (const auto& [name, value] : request.parameters) out[name] = value;
  return out;
}

Json run_facts(const CityRun& run) {
  return {{"version", KOERS_VERSION},
          {"city", run.city},
          {"municipality", run.municipality},
          {"scenario", run.request.plan.empty() ? "baseline" : "plan"},
          {"startYear", run.start_year},
          {"years", run.request.years},
          {"replicates", run.request.replicates},
          {"seed", run.request.synthesis.seed},
          {"parameters", parameters_json(run.request)},
          {"inputsHash", run.inputs_hash}};
}

}  // namespace

Json estimated_margins_json(const simulate::Margins& margins) {
  Json out = Json::array();
  for (const simulate::AreaMargins& area : margins.areas) {
    for (std::size_t i = 0; i < kMarginKinds; ++i) {
      const simulate::Margin& margin = area.margins[i];
      if (margin.values.empty() || margin.standing == simulate::Standing::published) continue;
      out.push_back({{"area", area.code},
                     {"margin", name_of(static_cast<MarginKind>(i))},
                     {"errorKind", name_of(margin.error_kind)},
                     {"error", number(margin.error)},
                     {"source", margin.source}});
    }
  }
  return out;
}

std::vector<std::string> unknown_margins(const simulate::Margins& margins) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < kMarginKinds; ++i) {
    bool known = false;
    for (const simulate::AreaMargins& area : margins.areas) known = known || !area.margins[i].values.empty();
    if (!known) out.push_back(name_of(static_cast<MarginKind>(i)));
  }
  return out;
}

Json fit_json(const simulate::FitReport& report) {
  Json tables = Json::array();
  for (const simulate::TableFit& table : report.tables) {
    tables.push_back({{"name", table.name},
                      {"controlled", table.controlled},
                      {"areas", table.areas},
                      {"tae", number(table.tae)},
                      {"srmse", number(table.srmse)}});
  }
  return {{"tables", tables},
          {"residentsOfInstitutions", report.residents_of_institutions},
          {"withoutDwelling", report.without_dwelling},
          {"vacant", report.vacant},
          {"unlikelyParents", report.unlikely_parents}};
}

Json to_json(const CityRun& run) {
  Json out = run_facts(run);
  out["fit"] = fit_json(run.report);
  out["estimatedMargins"] = estimated_margins_json(run.margins);
  out["unknownMargins"] = unknown_margins(run.margins);
  out["indicators"] = indicators_json();
  out["series"] = series_json(run.series);
  out["escalator"] = escalator_json(run.escalator);
  out["chains"] = chains_json(run.chains);
  return out;
}

}  // namespace koers
