// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/building_programme.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "app/simulate/middle.h"
#include "simulate/integerise.h"

namespace koers {
namespace {

using simulate::DwellingIndex;
using simulate::PlanStep;
using simulate::StepKind;

/// Dwellings of one kind in one neighbourhood.
using Cell = std::tuple<std::uint16_t, simulate::DwellingType, simulate::Tenure>;
using Stock = std::map<Cell, std::vector<DwellingIndex>>;

Stock stock_of(const simulate::Population& start, std::size_t district) {
  Stock out;
  for (DwellingIndex i = 0; i < start.dwellings.rows(); ++i) {
    const std::uint16_t neighbourhood = start.dwellings.neighbourhood[i];
    const bool stands = start.dwellings.status[i] == simulate::DwellingStatus::standing;
    if (!stands || start.neighbourhoods[neighbourhood].district != district) continue;
    out[{neighbourhood, start.dwellings.type[i], start.dwellings.tenure[i]}].push_back(i);
  }
  return out;
}

class Programme {
 public:
  Programme(const simulate::Population& start, int first_year, int last_year)
      : start_(start), first_year_(first_year), years_(last_year - first_year + 1) {}

  void add(std::size_t district, std::int64_t change) {
    const Stock stock = stock_of(start_, district);
    std::vector<double> shares;
    double all = 0;
    for (const auto& [cell, rows] : stock) all += static_cast<double>(rows.size());
    for (const auto& [cell, rows] : stock)
      shares.push_back(static_cast<double>(std::abs(change)) * static_cast<double>(rows.size()) / all);
    const auto numbers = simulate::largest_remainders(shares);
    std::size_t at = 0;
    std::int64_t before = 0;  // in this district, so that no year gets more than its part
    for (const auto& [cell, rows] : stock) {
      add_cell(cell, rows, change > 0 ? StepKind::new_dwellings : StepKind::demolition, numbers[at], before);
      before += numbers[at++];
    }
  }

  [[nodiscard]] std::vector<PlanStep> steps() && { return std::move(steps_); }

 private:
  void add_cell(const Cell& cell, const std::vector<DwellingIndex>& rows, StepKind kind, std::int64_t number,
                std::int64_t before) {
    std::map<int, std::uint32_t> by_year;
    for (std::int64_t i = 0; i < number; ++i) ++by_year[first_year_ + static_cast<int>((before + i) % years_)];
    for (const auto& [year, in_year] : by_year) {
      PlanStep step = step_of(cell, kind, year, in_year);
      if (kind == StepKind::new_dwellings) {
        step.rooms = middle_of(start_.dwellings.rooms, rows);
        step.price = middle_of(start_.dwellings.price, rows);
      }
      steps_.push_back(std::move(step));
    }
  }

  [[nodiscard]] PlanStep step_of(const Cell& cell, StepKind kind, int year, std::uint32_t number) const {
    const auto& [neighbourhood, type, tenure] = cell;
    PlanStep step;
    step.id = "programme " + start_.neighbourhoods[neighbourhood].code + ' ' + std::to_string(static_cast<int>(type)) + ' ' +
              std::to_string(static_cast<int>(tenure));
    step.kind = kind;
    step.neighbourhood = neighbourhood;
    step.year = year;
    step.number = number;
    step.type = type;
    step.tenure = tenure;
    return step;
  }

  const simulate::Population& start_;
  int first_year_;
  int years_;
  std::vector<PlanStep> steps_;
};

}  // namespace

std::vector<simulate::PlanStep> building_programme(const simulate::Population& start, std::span<const std::int64_t> change,
                                                   int first_year, int last_year) {
  Programme out(start, first_year, last_year);
  for (std::size_t district = 0; district < change.size(); ++district) {
    if (change[district] != 0) out.add(district, change[district]);
  }
  return std::move(out).steps();
}

}  // namespace koers
