// SPDX-License-Identifier: EUPL-1.2
// What a run told, as JSON.
#include "app/simulate/result_json.h"
#include "app/simulate/simulate_city.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;
using simulate::kMarginKinds;
using simulate::MarginKind;

const char* name_of(simulate::ErrorKind kind) { return kind == simulate::ErrorKind::relative ? "relative" : "percentagePoints"; }
std::string name_of(MarginKind kind) { return std::string(simulate::describe(kind).name); }

Json parameters_json(const RunRequest& request) {
  Json out = Json::object();
  for (const auto& [name, value] : request.parameters) out[name] = value;
  return out;
}

}  // namespace

Json facts_json(const RunFacts& facts) {
  return {{"version", KOERS_VERSION},
          {"city", facts.city},
          {"municipality", facts.municipality},
          {"scenario", facts.request.scenario ? facts.request.scenario->id.str() : "baseline"},
          {"startYear", facts.start_year},
          {"years", facts.request.years},
          {"seed", facts.request.synthesis.seed},
          {"parameters", parameters_json(facts.request)},
          {"uncertainty", name_of(facts.request.uncertainty)},
          {"inputsHash", facts.inputs_hash}};
}

Json estimated_margins_json(const simulate::Margins& margins) {
  Json out = Json::array();
  for (const simulate::AreaMargins& area : margins.areas) {
    for (std::size_t i = 0; i < kMarginKinds; ++i) {
      const simulate::Margin& margin = area.margins[i];
      if (margin.values.empty() || margin.standing == simulate::Standing::published) continue;
      out.push_back({{"area", area.code},
                     {"margin", name_of(static_cast<MarginKind>(i))},
                     {"errorKind", name_of(margin.error_kind)},
                     {"error", number_json(margin.error)},
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
                      {"tae", number_json(table.tae)},
                      {"srmse", number_json(table.srmse)}});
  }
  return {{"tables", tables},
          {"residentsOfInstitutions", report.residents_of_institutions},
          {"withoutDwelling", report.without_dwelling},
          {"vacant", report.vacant},
          {"unlikelyParents", report.unlikely_parents}};
}

Json to_json(const CityRun& run) {
  Json out = facts_json(run.facts);
  out["replicates"] = run.facts.request.replicates;
  out["ownStarts"] = run.own_starts;
  out["fit"] = fit_json(run.start->report);
  out["estimatedMargins"] = estimated_margins_json(run.start->margins);
  out["unknownMargins"] = unknown_margins(run.start->margins);
  out["indicators"] = indicators_json();
  out["series"] = series_json(run.series);
  out["escalator"] = escalator_json(run.escalator);
  out["chains"] = chains_json(run.chains);
  return out;
}

}  // namespace koers
