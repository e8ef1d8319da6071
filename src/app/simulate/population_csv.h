// SPDX-License-Identifier: EUPL-1.2
// A population as three tables, for who wants to look at it with other tools. Nobody in it exists.
#pragma once
#include <iosfwd>

#include "simulate/population.h"

namespace koers {

/// One line per person, household and dwelling, with a heading; ids are lines of the other tables, counted from 1. Keys are not
/// written: they mean nothing outside a run.
void write_persons_csv(std::ostream& out, const simulate::Population& population);
void write_households_csv(std::ostream& out, const simulate::Population& population);
void write_dwellings_csv(std::ostream& out, const simulate::Population& population);

}  // namespace koers
