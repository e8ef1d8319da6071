// SPDX-License-Identifier: EUPL-1.2
#include "simulate/fit_report.h"

#include <algorithm>

#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

constexpr int kFromAge = 15;
constexpr int kBelowAge = 75;
constexpr double kLeastIncome = 1;  // thousand euros: ln of nothing would outweigh all else

std::vector<double>& cells(AreaCounts& counts, MarginKind kind) { return counts.found[static_cast<std::size_t>(kind)]; }

void count_person(const Population& population, std::size_t at, AreaCounts& counts) {
  const Persons& persons = population.persons;
  const int age = population.year - 1 - persons.birth_year[at];
  const std::size_t group = std::min<std::size_t>(static_cast<std::size_t>(age) / 5, kAgeGroups - 1);
  ++cells(counts, MarginKind::people)[static_cast<std::size_t>(persons.sex[at]) * kAgeGroups + group];
  if (age < kFromAge || age >= kBelowAge) return;
  ++counts.of_working_age;
  cells(counts, MarginKind::education)[0] += persons.education[at] == Education::high;
  cells(counts, MarginKind::work)[0] += persons.work[at] == Work::working;
}

void count_household(const Population& population, std::size_t row, AreaCounts& counts) {
  const Households& households = population.households;
  counts.ln_income += ln(std::max<double>(households.income[row], kLeastIncome)) - 0.5 * ln(households.members[row]);
  if (population.persons.role[households.first[row]] == Role::resident_of_institution) {
    ++counts.in_institutions;
    return;
  }
  counts.without_dwelling += households.dwelling[row] == kNone;
  const std::size_t type = households.children[row] > 0 ? 2 : households.members[row] - 1U;
  ++cells(counts, MarginKind::households)[type];
}

void count_dwelling(const Population& population, std::size_t row, AreaCounts& counts) {
  const Dwellings& dwellings = population.dwellings;
  counts.vacant += dwellings.occupant[row] == kNone;
  ++cells(counts, MarginKind::dwelling_types)[static_cast<std::size_t>(dwellings.type[row])];
  ++cells(counts, MarginKind::rooms)[dwellings.rooms[row] - 1U];
  ++cells(counts, MarginKind::tenures)[static_cast<std::size_t>(dwellings.tenure[row])];
  std::size_t period = kPeriods - 1;
  while (period > 0 && dwellings.built[row] < kBuilt[period].from) --period;
  ++cells(counts, MarginKind::periods)[period];
}

/// A known margin in the units of what was counted.
std::vector<double> wanted(const Margin& margin, MarginKind kind, const AreaCounts& counts) {
  std::vector<double> out = margin.values;
  if (describe(kind).counts || out.empty()) return out;
  if (describe(kind).cells == 1) return {out.front() * counts.of_working_age};
  double total = 0;
  for (const double cell : counts.found[static_cast<std::size_t>(kind)]) total += cell;
  const double sum = margin.total();
  for (double& cell : out) cell *= sum > 0 ? total / sum : 0;
  return out;
}

TableFit table_fit(std::string name, bool controlled, std::size_t areas, const JointFit& fit) {
  return {std::move(name), controlled, areas, fit.absolute, fit.srmse()};
}

void add_margin(const Margins& margins, std::span<const AreaCounts> counts, MarginKind kind, bool controlled, FitReport& report) {
  JointFit fit;
  std::size_t areas = 0;
  for (std::size_t area = 0; area < counts.size(); ++area) {
    const std::vector<double> asked = wanted(margins.areas[area][kind], kind, counts[area]);
    const auto& found = counts[area].found[static_cast<std::size_t>(kind)];
    areas += asked.empty() ? 0 : 1;
    for (std::size_t cell = 0; cell < asked.size() && cell < found.size(); ++cell) fit.add(found[cell], asked[cell]);
  }
  if (areas > 0) report.tables.push_back(table_fit(std::string(describe(kind).name), controlled, areas, fit));
}

void add_joint(std::span<const AreaCounts> counts, const char* name, JointFit AreaCounts::*member, FitReport& report) {
  JointFit fit;
  for (const AreaCounts& area : counts) fit.add(area.*member);
  report.tables.push_back(table_fit(name, true, counts.size(), fit));
}

void add_estimated(const Margins& margins, MarginKind kind, FitReport& report) {
  EstimatedMargin out{kind, 0, ErrorKind::relative, 0, {}};
  for (const AreaMargins& area : margins.areas) {
    const Margin& margin = area[kind];
    if (margin.standing != Standing::estimated || margin.values.empty()) continue;
    if (out.areas++ == 0) out = {kind, 1, margin.error_kind, 0, margin.source};
    out.mean_error += margin.error;
  }
  if (out.areas == 0) return;
  out.mean_error /= static_cast<double>(out.areas);
  report.estimated.push_back(std::move(out));
}

}  // namespace

AreaCounts counts_of(const Population& population, const AreaDraft& draft, FirstRows first) {
  AreaCounts counts;
  for (std::size_t kind = 0; kind < kMarginKinds; ++kind) {
    const auto as_kind = static_cast<MarginKind>(kind);
    counts.found[kind].resize(as_kind == MarginKind::value ? 0 : describe(as_kind).cells);
  }
  std::size_t persons = first.persons;
  for (std::size_t i = 0; i < draft.people.households.size(); ++i) {
    const HouseholdDraft& household = draft.people.households[i];
    for (int member = 0; member < household.members(); ++member) count_person(population, persons++, counts);
    count_household(population, first.households + i, counts);
    if (household.type != HouseholdDraft::kInstitution) ++cells(counts, MarginKind::incomes)[household.income];
  }
  for (std::size_t i = 0; i < draft.dwellings.size(); ++i) count_dwelling(population, first.dwellings + i, counts);
  counts.ln_income /= std::max(1.0, static_cast<double>(draft.people.households.size()));
  counts.unlikely_parents = draft.people.unlikely_parents;
  return counts;
}

FitReport fit_report(const Margins& margins, std::span<const AreaCounts> counts, std::span<const MarginKind> held_out) {
  FitReport report;
  for (std::size_t i = 0; i < kMarginKinds; ++i) {
    const auto kind = static_cast<MarginKind>(i);
    const bool controlled = std::ranges::find(held_out, kind) == held_out.end();
    if (kind != MarginKind::value) add_margin(margins, counts, kind, controlled, report);
    add_estimated(margins, kind, report);
  }
  add_joint(counts, "persons by position, sex and age", &AreaCounts::people, report);
  add_joint(counts, "dwellings by type, rooms, tenure and period", &AreaCounts::dwellings, report);
  add_joint(counts, "households by type, age of head, tenure and income", &AreaCounts::households, report);
  for (const AreaCounts& area : counts) {
    report.residents_of_institutions += area.in_institutions;
    report.without_dwelling += area.without_dwelling;
    report.vacant += area.vacant;
    report.unlikely_parents += area.unlikely_parents;
  }
  return report;
}

}  // namespace koers::simulate
