// SPDX-License-Identifier: EUPL-1.2
// Staging of a full table of neighbourhoods, every area and every column known, and the comparison with what is held already:
// the most that an import can be; `gather_bench [ROWS] [COLUMNS]`. One JSON object.
#include <sys/resource.h>

#include <chrono>
#include <iostream>
#include <string>

#include "gather/staging.h"

namespace koers {
namespace {

using Clock = std::chrono::steady_clock;
double seconds(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

std::string code_of(int row) { return "BU" + std::to_string(10'000'000 + row); }

City city_with(int areas, int indicators) {
  City city;
  city.all<Municipality>().add({Id<Municipality>("GM1000"), "Land", MunicipalityRole::own, {}});
  city.all<District>().add({Id<District>("WK100000"), "Alles", Id<Municipality>("GM1000"), {}, {}});
  for (int row = 0; row < areas; ++row) {
    city.all<Neighbourhood>().add(
        {Id<Neighbourhood>(code_of(row)), "Buurt met nummer " + std::to_string(row), Id<District>("WK100000"), {}});
  }
  for (int n = 0; n < indicators; ++n) {
    Indicator indicator;
    indicator.id = Id<Indicator>("an-indicator-" + std::to_string(n));
    indicator.unit = n % 2 == 0 ? "persons" : "%";
    indicator.decimals = 1;
    city.all<Indicator>().add(indicator);
  }
  return city;
}

gather::Mapping mapping_with(int indicators) {
  gather::Mapping mapping;
  mapping.id = "bench";
  mapping.source = {"bench", "Bench", "Bench", {}, {}};
  mapping.missing = {"."};
  mapping.area.code = {"WijkenEnBuurten"};
  mapping.area.name = {"WijkenEnBuurten.title"};
  mapping.period.fixed = "2022-01-01";
  for (int n = 0; n < indicators; ++n) {
    gather::FigureColumn figure;
    figure.indicator = Id<Indicator>("an-indicator-" + std::to_string(n));
    figure.column = {"EenKolomVanHetCbs" + std::to_string(n) + "x"};
    mapping.figures.push_back(figure);
  }
  return mapping;
}

ForeignTable table_with(int rows, int columns) {
  ForeignTable table{"bench", "", {"WijkenEnBuurten", "WijkenEnBuurten.title"}, {}};
  for (int n = 0; n < columns; ++n)
    table.columns.push_back("EenKolomVanHetCbs" + std::to_string(n) + "x_" + std::to_string(n + 5));
  for (int row = 0; row < rows; ++row) {
    ForeignRow& out = table.rows.emplace_back();
    out.number = row + 1;
    out.cells.push_back({code_of(row), CellKind::text});
    out.cells.push_back({"Buurt met nummer " + std::to_string(row), CellKind::text});
    for (int n = 0; n < columns; ++n) {
      const bool missing = (row + n) % 10 == 0;
      out.cells.push_back(missing ? ForeignCell{".", CellKind::empty}
                                  : ForeignCell{std::to_string((row * 7 + n) % 100) + ".5", CellKind::number});
    }
  }
  return table;
}

int run(int rows, int columns) {
  const City city = city_with(rows, columns);
  const auto mapping = mapping_with(columns);
  const auto table = table_with(rows, columns);
  gather::StagingTask task;
  task.table = "bench";
  task.today = {2026, 1, 1};
  const auto begin = Clock::now();
  const auto staged = gather::stage(table, mapping, city, task);
  const auto half = Clock::now();
  if (!staged || !staged->is_acceptable()) return 1;
  const auto differences = gather::compare(staged->observations, staged->observations, staged->scope);
  const auto end = Clock::now();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << "{\"rows\":" << rows << ",\"columns\":" << columns << ",\"figures\":" << staged->observations.size()
            << ",\"stage_seconds\":" << seconds(half - begin) << ",\"compare_seconds\":" << seconds(end - half)
            << ",\"same\":" << differences.same << ",\"peak_megabytes\":" << usage.ru_maxrss / 1024 << "}\n";
  return 0;
}

}  // namespace
}  // namespace koers

int main(int argc, char** argv) {
  return koers::run(argc > 1 ? std::stoi(argv[1]) : 18'000, argc > 2 ? std::stoi(argv[2]) : 120);
}
