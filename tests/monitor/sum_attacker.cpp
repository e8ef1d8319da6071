// SPDX-License-Identifier: EUPL-1.2
#include "monitor/sum_attacker.h"

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

#include <coin/Cbc_C_Interface.h>

namespace koers::monitor {
namespace {

/// parent − Σ children = 0, as places and signs.
struct Equation {
  std::vector<int> cells;
  std::vector<double> signs;
};

class AttackModel {
 public:
  AttackModel(const SumTable& table, const std::vector<bool>& kept_back)
      : table_(table), model_(Cbc_newModel(), Cbc_deleteModel) {
    double largest = 1;
    for (const TableCell& cell : table.cells) largest = std::max(largest, cell.persons.value_or(0));
    std::vector<double> lower;
    std::vector<double> upper;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const bool is_known = table.cells[i].persons && !kept_back[i];
      lower.push_back(is_known ? *table.cells[i].persons : 0);
      upper.push_back(is_known ? *table.cells[i].persons : std::min(table.cells[i].most, 1000 * largest));
    }
    Cbc_setLogLevel(model_.get(), 0);
    Cbc_setParameter(model_.get(), "logLevel", "0");
    std::vector<int> starts(table.cells.size() + 1, 0);
    const std::vector<double> nothing(table.cells.size(), 0);
    Cbc_loadProblem(model_.get(), static_cast<int>(table.cells.size()), 0, starts.data(), nullptr, nullptr, lower.data(),
                    upper.data(), nothing.data(), nullptr, nullptr);
    add_equations();
  }

  [[nodiscard]] double reach(std::size_t cell, double sense) {
    Cbc_setObjSense(model_.get(), 1);
    for (std::size_t i = 0; i < table_.cells.size(); ++i) {
      Cbc_setObjCoeff(model_.get(), static_cast<int>(i), i == cell ? sense : 0);
    }
    Cbc_solve(model_.get());
    if (Cbc_isProvenOptimal(model_.get()) == 0) throw std::runtime_error("the published table contradicts itself");
    return Cbc_getColSolution(model_.get())[cell];
  }

 private:
  /// In each tree, each parent and each group of its children, at each place of the other trees.
  void add_equations() {
    for (std::size_t cell = 0; cell < table_.cells.size(); ++cell) {
      for (std::size_t k = 0; k < table_.trees.size(); ++k) add_sums(cell, k);
    }
  }

  void add_sums(std::size_t cell, std::size_t k) {
    auto places = table_.places_of(cell);
    const SumTree& tree = table_.trees[k];
    const std::size_t parent = places[k];
    std::map<int, Equation> sums;
    for (std::size_t child = 0; child < tree.parent.size(); ++child) {
      if (tree.parent[child] != parent) continue;
      places[k] = child;
      Equation& sum = sums[tree.group_of(child)];
      sum.cells.push_back(static_cast<int>(table_.at(places)));
      sum.signs.push_back(-1);
    }
    for (auto& [group, sum] : sums) {
      sum.cells.push_back(static_cast<int>(cell));
      sum.signs.push_back(1);
      Cbc_addRow(model_.get(), "", static_cast<int>(sum.cells.size()), sum.cells.data(), sum.signs.data(), 'E', 0);
    }
  }

  const SumTable& table_;
  std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> model_;
};

}  // namespace

std::vector<CellBounds> attack(const SumTable& table, const std::vector<bool>& kept_back) {
  std::vector<CellBounds> bounds;
  AttackModel model(table, kept_back);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (kept_back[i]) bounds.push_back({model.reach(i, 1), model.reach(i, -1)});
  }
  return bounds;
}

}  // namespace koers::monitor
