// SPDX-License-Identifier: EUPL-1.2
// A linear model as text in the LP format of CPLEX, which any solver reads: so that HiGHS gets the rows that CBC gets.
#pragma once
#include <iosfwd>
#include <span>
#include <string>

#include "optimise/linear_model.h"

namespace koers::optimise {

/// Variables are called `x` with their column, and `s` with their number when they are no column. Numbers keep all their digits.
/// The constant of the model, 0 when all items are chosen, is left out.
void write_lp(const LinearModel& model, std::ostream& out);

/// The choice that names of variables with value 1 stand for; others than `x…` are passed over. Throws `std::invalid_argument`
/// when a name means no column.
[[nodiscard]] Choice choice_of_names(const Portfolio& problem, std::span<const std::string> names);

}  // namespace koers::optimise
