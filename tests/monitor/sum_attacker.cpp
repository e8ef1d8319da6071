// SPDX-License-Identifier: EUPL-1.2
#include "monitor/sum_attacker.h"

#include <algorithm>
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
      upper.push_back(is_known ? *table.cells[i].persons : 1000 * largest);
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
  void add_equations() {
    const std::size_t parts = table_.parts.parent.size();
    for (std::size_t area = 0; area < table_.areas.parent.size(); ++area) {
      for (std::size_t part = 0; part < parts; ++part) {
        add_sum(table_.areas, area, [&](std::size_t child) { return table_.at(child, part); });
        add_sum(table_.parts, part, [&](std::size_t child) { return table_.at(area, child); });
      }
    }
  }

  template <class CellOf>
  void add_sum(const SumTree& tree, std::size_t parent, CellOf cell_of) {
    Equation equation;
    for (std::size_t child = 0; child < tree.parent.size(); ++child) {
      if (tree.parent[child] != parent) continue;
      equation.cells.push_back(static_cast<int>(cell_of(child)));
      equation.signs.push_back(-1);
    }
    if (equation.cells.empty()) return;
    equation.cells.push_back(static_cast<int>(cell_of(parent)));
    equation.signs.push_back(1);
    Cbc_addRow(model_.get(), "", static_cast<int>(equation.cells.size()), equation.cells.data(), equation.signs.data(), 'E', 0);
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
