// SPDX-License-Identifier: EUPL-1.2
#include "gather/gather_city.h"

#include <gtest/gtest.h>

#include "model/package_statistics.h"

namespace koers::test {
namespace {

Text both(const std::string& words) { return {{{"nl", words}, {"en", words}}}; }

Indicator indicator(const std::string& id, const std::string& unit, int decimals) {
  Indicator out;
  out.id = Id<Indicator>(id);
  out.title = both(id);
  out.unit = unit;
  out.decimals = decimals;
  return out;
}

ForeignCell cell_of(const std::string& text) {
  if (text.empty()) return {};
  return {text, parse_decimal(text) ? CellKind::number : CellKind::text};
}

}  // namespace

City gather_city() {
  City city;
  CityManifest manifest;
  manifest.id = Id<CityManifest>("kleinstad");
  manifest.municipality = Id<Municipality>("GM0001");
  manifest.languages = {"nl", "en"};
  city.all<CityManifest>().add(manifest);
  city.all<Municipality>().add({Id<Municipality>("GM0001"), "Kleinstad", MunicipalityRole::own, {}});
  city.all<Municipality>().add({Id<Municipality>("GM0002"), "Elders", MunicipalityRole::neighbour, {}});
  city.all<District>().add({Id<District>("WK000100"), "Noord", Id<Municipality>("GM0001"), {}, {}});
  city.all<District>().add({Id<District>("WK000101"), "Zuid", Id<Municipality>("GM0001"), {}, {}});
  city.all<Neighbourhood>().add({Id<Neighbourhood>("BU00010000"), "Hoogbuurt", Id<District>("WK000100"), {}});
  city.all<Indicator>().add(indicator("people", "persons", 0));
  city.all<Indicator>().add(indicator("share", "%", 1));
  city.all<Indicator>().add(indicator("mark", "mark", 1));
  city.all<Indicator>().add(indicator("young", "%", 0));
  Indicator income = indicator("income", "EUR", 0);
  income.range = Range{{0, 0}, {100'000, 0}};
  city.all<Indicator>().add(income);
  Crosswalk crosswalk;
  crosswalk.id = Id<Crosswalk>("postcodes");
  crosswalk.shares = {{"1000", {Kind::district, "WK000100"}, {75, 2}},
                      {"1000", {Kind::district, "WK000101"}, {25, 2}},
                      {"1001", {Kind::district, "WK000101"}, {1, 0}}};
  city.all<Crosswalk>().add(crosswalk);
  return city;
}

ForeignTable table_of(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  ForeignTable table{"figures.csv", "", columns, {}};
  for (const auto& row : rows) {
    ForeignRow& out = table.rows.emplace_back();
    out.number = static_cast<std::int64_t>(table.rows.size()) + 1;
    for (const std::string& text : row) out.cells.push_back(cell_of(text));
  }
  return table;
}

std::string mapping_text(const std::string& figures, const std::string& more) {
  return "id: a-feed\n"
         "title: {nl: Tellingen, en: Counts}\n"
         "source: {id: counts-2022, title: Counts 2022, publisher: Bureau}\n"
         "missing: [\".\"]\n"
         "secret: [x]\n"
         "area: {code: [code], name: [name]}\n"
         "period: {fixed: \"2022-01-01\"}\n" +
         more + "figures:\n" + figures;
}

gather::Mapping mapping_of(const std::string& figures, const std::string& more) {
  const auto mapping = gather::read_mapping(mapping_text(figures, more), "feed.yaml", gather_city());
  if (!mapping) {
    ADD_FAILURE() << to_string(mapping.error().faults.front());
    return {};
  }
  return *mapping;
}

gather::StagingTask a_task() {
  gather::StagingTask task;
  task.table = "counts";
  task.today = {2023, 5, 1};
  return task;
}

gather::Staged staged(const ForeignTable& table, const gather::Mapping& mapping, const gather::StagingTask& task) {
  auto out = gather::stage(table, mapping, gather_city(), task);
  if (out) return std::move(*out);
  ADD_FAILURE() << out.error().message;
  return {};
}

std::vector<std::string> lines_of(const std::vector<Fault>& faults) {
  std::vector<std::string> lines;
  for (const Fault& each : faults) {
    lines.push_back(each.rule + ' ' + std::to_string(each.place.line) + ':' + std::to_string(each.place.column) + ' ' +
                    each.found);
  }
  return lines;
}

std::vector<std::string> lines_of(const std::vector<Observation>& figures) {
  std::vector<std::string> lines;
  for (const Observation& each : figures) {
    lines.push_back(each.indicator.str() + ' ' + each.area.id + ' ' + to_string(each.period) + ' ' +
                    (each.value ? to_string(*each.value) : "-") + ' ' + std::string(name_of_status(each.status)));
  }
  return lines;
}

}  // namespace koers::test
