// SPDX-License-Identifier: EUPL-1.2
// Step 4 of a year: education, work and income. Amounts are illustrative, in the order of size of Dutch incomes after tax.
#pragma once
#include <array>
#include <span>

#include "simulate/parameters.h"
#include "simulate/work_table.h"
#include "simulate/year.h"

namespace koers::simulate {

/// ln of the jobs per worker of each level of education, beside the start of the run.
using JobPressure = std::array<double, 3>;

/// Inhabitants of 18 to 66 and those of them with work, by level of education.
struct Labour {
  std::array<double, 3> people{};
  std::array<double, 3> working{};
};
[[nodiscard]] Labour labour_of(const Population& population, int calendar_year);

/// There are as many jobs as were worked at the start, and those that were added since; people compete for those of their level.
[[nodiscard]] JobPressure job_pressure(const Labour& start, const Labour& now, const std::array<double, 3>& added,
                                       double added_for_any);

/// Those who become 18 get the education that their home makes likely; a share of those of working age has its work drawn anew
/// (E7: log odds with which shares of `table` stay as they are, + `work_response` × pressure + the fund of the neighbourhood, if
/// there is one); from 67 on people are retired. `fund` has a row per neighbourhood, or none.
void update_work(Population& population, const WorkTable& table, const Parameters& parameters, const JobPressure& pressure,
                 std::span<const float> fund, const Year& year);

/// Sets income and step of the escalator of every household; savings grow by what income exceeds need.
void update_households(Population& population, const Parameters& parameters, const Year& year, bool with_savings);

/// Thousands of euros a year after tax of one person, of whom `adults` share the household, in prices of the start year.
[[nodiscard]] double earnings(int age, Education education, Work work, double talent, int adults);

/// Rooms that a household needs: one, and one for each member; a couple shares one.
[[nodiscard]] int rooms_needed(int adults, int children);

}  // namespace koers::simulate
