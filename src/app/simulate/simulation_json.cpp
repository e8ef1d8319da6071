// SPDX-License-Identifier: EUPL-1.2
// What the pages show of a simulation.
#include <algorithm>

#include "app/simulate/register_entry.h"
#include "app/simulate/result_json.h"
#include "app/simulate/simulations.h"
#include "model/write_record.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;
using simulate::AreaSeries;

Json wire(const std::optional<Scenario>& scenario) {
  return scenario ? Json::parse(to_json_text(*scenario, KeyStyle::camel)) : Json();
}

/// The same area in both and in their difference: all three are in the same order.
struct AreaOfAll {
  const AreaSeries& baseline;
  const AreaSeries& plan;
  const AreaSeries& difference;
};

Json ends_json(const AreaOfAll& area) {
  Json out = Json::object();
  for (std::size_t i = 0; i < simulate::indicators().size(); ++i) {
    out[simulate::indicators()[i].name] = {{"start", number_json(area.baseline.values[i].front().mean)},
                                           {"baseline", estimate_json(area.baseline.values[i].back())},
                                           {"plan", estimate_json(area.plan.values[i].back())},
                                           {"difference", estimate_json(area.difference.values[i].back())}};
  }
  return out;
}

Json areas_json(const CityComparison& comparison) {
  Json out = Json::array();
  for (std::size_t i = 0; i < comparison.difference.size(); ++i) {
    const AreaOfAll area{comparison.baseline_series[i], comparison.plan_series[i], comparison.difference[i]};
    out.push_back({{"level", name_of(area.difference.level)}, {"area", area.difference.code}, {"values", ends_json(area)}});
  }
  return out;
}

/// What stands in an area at the start.
struct Stock {
  std::uint32_t persons = 0;
  std::array<std::uint32_t, simulate::kTenures> dwellings{};

  void add(const Stock& other) {
    persons += other.persons;
    for (std::size_t i = 0; i < dwellings.size(); ++i) dwellings[i] += other.dwellings[i];
  }
};

std::vector<Stock> stocks_of(const simulate::Population& start) {
  std::vector<Stock> out(start.neighbourhoods.size());
  for (std::size_t i = 0; i < start.households.rows(); ++i) {
    if (start.households.first[i] != simulate::kNone)
      out[start.households.neighbourhood[i]].persons += start.households.members[i];
  }
  for (std::size_t i = 0; i < start.dwellings.rows(); ++i) {
    if (start.dwellings.status[i] == simulate::DwellingStatus::standing)
      ++out[start.dwellings.neighbourhood[i]].dwellings[static_cast<std::size_t>(start.dwellings.tenure[i])];
  }
  return out;
}

Json stock_json(simulate::AreaLevel level, const std::string& code, const std::string& name, const Stock& stock) {
  return {
      {"level", name_of(level)},
      {"area", code},
      {"name", name},
      {"persons", stock.persons},
      {"dwellings", {{"owner", stock.dwellings[0]}, {"social_rent", stock.dwellings[1]}, {"private_rent", stock.dwellings[2]}}}};
}

template <class T>
std::string area_name(const City& city, const std::string& code) {
  const T* found = city.all<T>().find(code);
  return found == nullptr ? code : found->name;
}

Json stocks_json(const City& city, const simulate::Population& start) {
  const std::vector<Stock> stocks = stocks_of(start);
  std::vector<Stock> of_districts(start.districts.size());
  Stock of_city;
  for (std::size_t i = 0; i < stocks.size(); ++i) {
    of_districts[start.neighbourhoods[i].district].add(stocks[i]);
    of_city.add(stocks[i]);
  }
  Json out = Json::array();
  const std::string code = start.regions.empty() ? "" : start.regions.front();
  out.push_back(stock_json(simulate::AreaLevel::city, code, area_name<Municipality>(city, code), of_city));
  for (std::size_t i = 0; i < of_districts.size(); ++i) {
    const std::string name = area_name<District>(city, start.districts[i]);
    out.push_back(stock_json(simulate::AreaLevel::district, start.districts[i], name, of_districts[i]));
  }
  for (std::size_t i = 0; i < stocks.size(); ++i) {
    const simulate::Neighbourhood& each = start.neighbourhoods[i];
    Json row = stock_json(simulate::AreaLevel::neighbourhood, each.code, area_name<Neighbourhood>(city, each.code), stocks[i]);
    row["district"] = start.districts[each.district];
    out.push_back(std::move(row));
  }
  return out;
}

Json mechanism_names(const City& city) {
  Json out = Json::array();
  for (const Mechanism& each : city.all<Mechanism>()) {
    out.push_back(
        {{"id", each.id.str()}, {"number", each.number}, {"title", each.title.by_language}, {"desired", name_of(each.desired)}});
  }
  return out;
}

Json scenarios_json(const City& city) {
  Json out = Json::array();
  for (const Scenario& each : city.all<Scenario>()) out.push_back(wire(each));
  return out;
}

}  // namespace

Json answer_json(const SimulationStatus& status, const CityComparison& comparison) {
  return {{"id", status.id},
          {"replicates", comparison.replicates},
          {"ownStarts", {{"plan", comparison.plan_own_starts}, {"baseline", comparison.baseline_own_starts}}},
          {"replicatesAsked", status.replicates_asked},
          {"plan", facts_json(comparison.plan)},
          {"baseline", facts_json(comparison.baseline)},
          {"scenario", wire(comparison.plan.request.scenario)},
          {"against", wire(comparison.baseline.request.scenario)},
          {"crowded", crowded_json(comparison.crowded)},
          {"areas", areas_json(comparison)},
          {"escalator", escalators_json(comparison)},
          {"chains", all_chains_json(comparison)},
          {"mechanisms", mechanisms_json(comparison.mechanisms)}};
}

Json effects_json(const SimulationStatus& status, const EffectTable& table) {
  Json out{{"id", status.id}, {"replicatesAsked", status.replicates_asked}};
  out.update(to_json(table));
  return out;
}

Result<Json> area_json(const CityComparison& comparison, const std::string& area) {
  const auto found = std::ranges::find(comparison.difference, area, &AreaSeries::code);
  if (found == comparison.difference.end()) return failure(ErrorCode::not_found, "The simulation has no area `" + area + "`.");
  const auto i = static_cast<std::size_t>(found - comparison.difference.begin());
  Json values = Json::object();
  const Json baseline = values_json(comparison.baseline_series[i]);
  const Json plan = values_json(comparison.plan_series[i]);
  const Json difference = values_json(*found);
  for (const auto& [name, of_baseline] : baseline.items())
    values[name] = {{"baseline", of_baseline}, {"plan", plan[name]}, {"difference", difference[name]}};
  return Json{{"area", area}, {"replicates", comparison.replicates}, {"years", found->years}, {"values", values}};
}

Json escalator_card_json(const City& city, const CitySynthesis& start) {
  return {{"version", KOERS_VERSION},
          {"startYear", start.margins.year},
          {"scenarios", scenarios_json(city)},
          {"areas", stocks_json(city, start.population)},
          {"mechanisms", mechanism_names(city)},
          {"indicators", indicators_json()},
          {"parameters", parameter_table_json()},
          {"estimatedMargins", estimated_margins_json(start.margins)},
          {"unknownMargins", unknown_margins(start.margins)},
          {"fit", fit_json(start.report)},
          {"registerEntry",
           {{"nl", register_entry_json(city, start.margins.year, "nl")},
            {"en", register_entry_json(city, start.margins.year, "en")}}}};
}

}  // namespace koers
