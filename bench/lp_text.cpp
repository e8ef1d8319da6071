// SPDX-License-Identifier: EUPL-1.2
#include "lp_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <ostream>
#include <stdexcept>
#include <vector>

namespace koers::optimise {
namespace {

/// The shortest text that reads back as the same number.
std::string text_of(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

class Writer {
 public:
  Writer(const LinearModel& model, std::ostream& out) : model_(model), out_(out), terms_(model.row_lower.size()) {
    for (std::size_t v = 0; v < model.objective.size(); ++v) {
      names_.push_back(v < model.columns.size() ? "x" + std::to_string(model.columns[v]) : "s" + std::to_string(v));
      for (int at = model.starts[v]; at < model.starts[v + 1]; ++at) {
        const auto entry = static_cast<std::size_t>(at);
        terms_[static_cast<std::size_t>(model.rows[entry])].push_back({v, model.amounts[entry]});
      }
    }
  }

  void write() {
    out_ << "Maximize\n obj:";
    for (std::size_t v = 0; v < names_.size(); ++v) term({v, model_.objective[v]});
    out_ << "\nSubject To\n";
    for (std::size_t row = 0; row < terms_.size(); ++row) {
      const double lower = model_.row_lower[row];
      const double upper = model_.row_upper[row];
      if (terms_[row].empty()) continue;
      if (upper < kNoLimit) write_row("u", row, lower == upper ? "=" : "<=", upper);
      if (lower > -kNoLimit && lower != upper) write_row("l", row, ">=", lower);
    }
    out_ << "Bounds\n";
    for (std::size_t v = 0; v < names_.size(); ++v) {
      out_ << ' ' << text_of(model_.lower[v]) << " <= " << names_[v] << " <= " << text_of(model_.upper[v]) << '\n';
    }
    out_ << "General\n";
    for (std::size_t v = 0; v < names_.size(); ++v) {
      if (model_.is_integer[v] != 0) out_ << ' ' << names_[v] << '\n';
    }
    out_ << "End\n";
  }

 private:
  struct Term {
    std::size_t variable;
    double amount;
  };

  void term(const Term& each) {
    out_ << "\n  " << (each.amount < 0 ? "- " : "+ ") << text_of(std::abs(each.amount)) << ' ' << names_[each.variable];
  }

  void write_row(const char* side, std::size_t row, const char* sign, double limit) {
    out_ << ' ' << side << row << ':';
    for (const Term& each : terms_[row]) term(each);
    out_ << "\n  " << sign << ' ' << text_of(limit) << '\n';
  }

  const LinearModel& model_;
  std::ostream& out_;
  std::vector<std::string> names_;
  std::vector<std::vector<Term>> terms_;  ///< by row
};

}  // namespace

void write_lp(const LinearModel& model, std::ostream& out) { Writer(model, out).write(); }

Choice choice_of_names(const Portfolio& problem, std::span<const std::string> names) {
  Choice out(problem.items.size(), kNoColumn);
  for (const std::string& name : names) {
    if (!name.starts_with('x')) continue;
    std::size_t column = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + 1, end, column);
    if (read.ec != std::errc() || read.ptr != end || column >= problem.columns.size()) {
      throw std::invalid_argument("no column is called " + name);
    }
    out[problem.columns[column].item] = static_cast<std::int32_t>(column);
  }
  return out;
}

}  // namespace koers::optimise
