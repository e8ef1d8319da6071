// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/sheet_city.h"

#include <stdexcept>

#include "model/package.h"

namespace koers::test {
namespace {

const std::vector<PackageFile> kFiles{
    {"city.yaml", R"(id: kleinstad
format: 1
name: Kleinstad
municipality: GM0001
languages: [nl, en]
licence: CC0-1.0
)"},
    {"municipalities.yaml", R"(- id: GM0001
  name: Kleinstad
  role: own
  sources: [{source: visie, section: "1"}]
)"},
    {"boundaries.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"area":"municipality/GM0001","version":2022,"sources":[{"source":"begroting","section":"1"}]},
"geometry":{"type":"MultiPolygon","coordinates":[[[[4.4,52],[4.5,52],[4.5,52.1],[4.4,52]]]]}}]}
)"},
    {"sources.yaml", R"(- id: begroting
  title: Begroting 2023
  publisher: Gemeente Kleinstad
  published: 2022-11
  summary: {en: The budget., nl: De begroting.}
- id: visie
  title: Visie
  publisher: Gemeente Kleinstad
  published: 2022-01
  summary: {en: The vision., nl: De visie.}
)"},
    {"policy-documents.yaml", R"(- id: woonvisie
  title: {en: Housing vision, nl: Woonvisie}
  sector: housing
  year: 2015
  state: in_force
  adopted_by: council
  summary: {en: Old., nl: Oud.}
  sources: [{source: visie, section: "4"}]
)"},
    {"efforts.yaml", R"(- id: bouwprogramma
  title: {en: Building programme, nl: Bouwprogramma É}
  form: project
  state: running
  summary: {en: We build., nl: We bouwen.}
  sources: [{source: visie, section: "7"}]
- id: eerste-plan
  title: {en: First plan, nl: Eerste plan}
  form: project
  state: proposed
  summary: {en: One street., nl: Eén straat.}
  sources: [{source: visie, section: "7"}]
- id: woonvisie
  title: {en: Housing vision, nl: Woonvisie}
  form: project
  state: proposed
  summary: {en: Writing it., nl: Schrijven.}
  sources: [{source: visie, section: "7"}]
- id: later
  title: {en: Later, nl: Later}
  form: project
  state: proposed
  summary: {en: Not weighed., nl: Niet gewogen.}
  sources: [{source: visie, section: "7"}]
)"},
    {"funds.yaml", R"(- id: reserve
  title: {en: Reserve, nl: Reserve}
  summary: {en: Savings., nl: Spaargeld.}
  sources: [{source: visie, section: "6"}]
- id: wonen
  title: {en: Housing, nl: Wonen}
  summary: {en: Fund., nl: Fonds.}
  sources: [{source: visie, section: "6"}]
)"},
    {"teams.yaml", R"(- id: wonen
  title: {en: Housing, nl: Wonen}
  summary: {en: Team., nl: Team.}
  sources: [{source: visie, section: "6"}]
)"},
    {"appraisals.yaml", R"(- id: bouwprogramma
  subject: effort/bouwprogramma
  bound_until: 2023
  options:
    - form: keep
      years: 4
      costs:
        - fund: reserve
          amounts: [100000]
          sources: [{source: visie, section: "6"}]
      people:
        - team: wonen
          amounts: [0.5, 0.5, 0.25, 0.25]
    - form: stop
      starts: {from: 2024, to: 2025}
      years: 1
      costs:
        - fund: reserve
          amounts: [50000.55]
          status: illustrative
          sources: [{source: visie, section: "6"}, {source: begroting, section: "2"}]
  sources: [{source: visie, section: "7"}]
- id: eerste-plan
  subject: effort/eerste-plan
  options:
    - form: base
      starts: {from: 2023, to: 2024}
      years: 2
      costs:
        - fund: reserve
          amounts: [80000, 60000]
          sources: [{source: visie, section: "=8"}]
      people:
        - team: wonen
          amounts: [0.25, 0.5]
          status: illustrative
    - form: plus
      years: 3
  sources: [{source: visie, section: "7"}]
- id: woonvisie
  subject: policy_document/woonvisie
  options:
    - form: keep
      years: 1
      costs:
        - fund: wonen
          amounts: [10]
        - fund: wonen
          amounts: [5]
  sources: [{source: visie, section: "7"}]
)"},
    {"weighings.yaml", R"(- id: agenda-2023
  title: {en: Agenda from 2023, nl: Agenda vanaf 2023}
  summary: {en: What to do first., nl: Wat eerst.}
  years: {from: 2023, to: 2026}
  discount_percent: 2
  criteria:
    - {to: mechanism/kracht, weight: 1, least: 1, most: 1}
  exchange: {supports: 0, overlaps: 0, overrun_million: 5, overrun_fte: 0.5, hired_fte: 0.1}
  sources: [{source: visie, section: "7"}]
)"},
    {"mechanisms.yaml", R"(- id: kracht
  number: 1
  title: {en: Strength, nl: Kracht}
  summary: {en: How strong., nl: Hoe sterk.}
  desired: up
  state_at_baseline: {en: Falling., nl: Dalend.}
  sources: [{source: visie, section: "3"}]
)"},
};

ForeignCell cell_of(std::string_view text) {
  ForeignCell cell;
  while (text.starts_with('^') || text.starts_with('~')) {
    (text.front() == '^' ? cell.merged : cell.hidden) = true;
    text.remove_prefix(1);
  }
  if (text.empty()) return cell;
  const auto sign = std::string_view("'#@?").find(text.front());
  constexpr CellKind kKinds[] = {CellKind::text, CellKind::error, CellKind::date, CellKind::boolean};
  if (sign == std::string_view::npos) {
    cell.kind = parse_decimal(text) ? CellKind::number : CellKind::text;
  } else {
    cell.kind = kKinds[sign];
    text.remove_prefix(1);
  }
  cell.text = text;
  return cell;
}

}  // namespace

const City& sheet_city() {
  static const City kCity = [] {
    PackageReading reading = read_package(kFiles);
    std::string faults;
    for (const Fault& each : reading.faults) faults += to_string(each) + '\n';
    if (!faults.empty()) throw std::runtime_error(faults);
    return std::move(reading.city);
  }();
  return kCity;
}

ForeignSheet sheet_of(const std::vector<std::string_view>& rows) {
  ForeignSheet sheet{"begroting.xlsx", "Blad1", false, {}};
  for (const std::string_view text : rows) {
    ForeignRow row{std::ssize(sheet.rows) + 1, {}};
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find('|', from), text.size());
      row.cells.push_back(cell_of(text.substr(from, end - from)));
      from = end + 1;
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace koers::test
