// SPDX-License-Identifier: EUPL-1.2
#include "optimise/guide.h"

#include <algorithm>
#include <functional>

namespace koers::optimise {
namespace {

/// What each column is worth when its rows are paid for. The row of one column an item is left out: its price is what the item
/// brings beside having none, not what a column costs.
std::vector<double> worth_of_columns(const Cells& cells, const LinearModel& model, const Relaxation& relaxation) {
  std::vector<double> out(cells.problem->columns.size());
  for (std::size_t variable = 0; variable < model.columns.size(); ++variable) {
    const auto column = static_cast<std::size_t>(model.columns[variable]);
    const int own_row = model.row_of_item[cells.problem->columns[column].item];
    out[column] = model.objective[variable];
    for (int at = model.starts[variable]; at < model.starts[variable + 1]; ++at) {
      const auto entry = static_cast<std::size_t>(at);
      if (model.rows[entry] == own_row) continue;
      out[column] -= relaxation.duals[static_cast<std::size_t>(model.rows[entry])] * model.amounts[entry];
    }
  }
  return out;
}

}  // namespace

Guide guide(const Cells& cells, const LinearModel& model, const Relaxation& relaxation) {
  const std::vector<double> worth = worth_of_columns(cells, model, relaxation);
  const auto worth_of = [&](std::int32_t column) { return column == kNoColumn ? 0 : worth[static_cast<std::size_t>(column)]; };
  Guide out{cells.candidates, {}};
  for (auto& columns : out.columns) {
    std::ranges::stable_sort(columns, std::greater(), worth_of);
    out.regrets.push_back(columns.size() < 2 ? 0 : worth_of(columns[0]) - worth_of(columns[1]));
  }
  return out;
}

}  // namespace koers::optimise
