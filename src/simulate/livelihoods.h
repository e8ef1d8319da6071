// SPDX-License-Identifier: EUPL-1.2
// Education, work, pay, wealth and time at the address of the people of an area, and the prices of its dwellings.
#pragma once
#include <cstddef>

#include "simulate/area_homes.h"
#include "simulate/area_people.h"

namespace koers::simulate {

/// The first rows of an area in the columns of a population.
struct FirstRows {
  std::size_t persons = 0;
  std::size_t households = 0;
  std::size_t dwellings = 0;
};

/// Everything about one area before it is written down.
struct AreaDraft {
  AreaPeople people;
  std::vector<DwellingDraft> dwellings;
  std::uint16_t neighbourhood = 0;
};

/// Fills the rows of an area; the columns are long enough. Areas may be written at the same time. Keys are `derived_key(hash of
/// the area, 0 for persons and 1 for dwellings, place in the area)`. A person of age a on 1 January was born in the year before
/// less a.
void write_area(const AreaDraft& draft, const AreaMargins& area, int year, FirstRows first, Stream stream,
                Population& population);

}  // namespace koers::simulate
