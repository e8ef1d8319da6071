// SPDX-License-Identifier: EUPL-1.2
// The effect table as JSON and as CSV.
#include <cmath>

#include "app/simulate/compare_plans.h"
#include "app/simulate/effect_table.h"
#include "app/simulate/result_json.h"
#include "base/table.h"
#include "model/record.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

Json changes_json(const std::vector<CityChange>& changes) {
  Json out = Json::array();
  for (const CityChange& each : changes)
    out.push_back({{"indicator", each.indicator}, {"unit", each.unit}, {"change", estimate_json(each.change)}});
  return out;
}

Json row_json(const ScenarioEffects& row) {
  return {{"scenario", row.facts.request.scenario->id.str()},
          {"effort", row.effort ? Json(row.effort->str()) : Json()},
          {"status", name_of(row.status)},
          {"facts", facts_json(row.facts)},
          {"replicates", row.replicates},
          {"ownStarts", row.own_starts},
          {"mechanisms", mechanisms_json(row.mechanisms)},
          {"changes", changes_json(row.changes)},
          {"dwellings", estimate_json(row.dwellings)},
          {"othersFreedPerDwelling", estimate_json(row.others_freed)},
          {"othersFreedAnywhere", estimate_json(row.others_freed_anywhere)}};
}

/// As in JSON; nothing where there is no number.
std::string cell(double value) {
  const Json number = number_json(value);
  return number.is_null() ? "" : number.dump();
}

class Csv {
 public:
  explicit Csv(const EffectTable& table) : table_(table) {}

  std::string write() {
    text_ =
        "scenario,effort,status,about,name,unit,mean,low,high,weight_simulated,start_year,years,replicates,seed,version,inputs_"
        "hash\n";
    for (const ScenarioEffects& row : table_.rows) {
      for (const MechanismEffect& each : row.mechanisms) {
        if (each.effect)
          add(row, "mechanism", each.mechanism.str(), "standard_deviations", *each.effect, cell(each.weight_simulated));
      }
      for (const CityChange& each : row.changes) add(row, "city", each.indicator, each.unit, each.change, "");
      add(row, "chains", "dwellings", "dwellings", row.dwellings, "");
      add(row, "chains", "others_freed_per_dwelling", "dwellings", row.others_freed, "");
      add(row, "chains", "others_freed_anywhere", "dwellings", row.others_freed_anywhere, "");
    }
    return std::move(text_);
  }

 private:
  void add(const ScenarioEffects& row, const char* about, const std::string& name, const std::string& unit,
           const simulate::Estimate& each, const std::string& weight) {
    const RunFacts& facts = row.facts;
    const std::vector<std::string> cells{facts.request.scenario->id.str(),
                                         row.effort ? row.effort->str() : "",
                                         name_of(row.status),
                                         about,
                                         name,
                                         unit,
                                         cell(each.mean),
                                         cell(each.low),
                                         cell(each.high),
                                         weight,
                                         std::to_string(facts.start_year),
                                         std::to_string(facts.request.years),
                                         std::to_string(row.replicates),
                                         std::to_string(facts.request.synthesis.seed),
                                         KOERS_VERSION,
                                         facts.inputs_hash};
    for (std::size_t i = 0; i < cells.size(); ++i) text_ += (i > 0 ? "," : "") + csv_cell(cells[i]);
    text_ += '\n';
  }

  const EffectTable& table_;
  std::string text_;
};

}  // namespace

Json to_json(const EffectTable& table) {
  Json rows = Json::array();
  for (const ScenarioEffects& row : table.rows) rows.push_back(row_json(row));
  return {{"baseline", facts_json(table.baseline)}, {"replicates", table.replicates}, {"scenarios", rows}};
}

std::string to_csv(const EffectTable& table) { return Csv(table).write(); }

}  // namespace koers
