// SPDX-License-Identifier: EUPL-1.2
// The margins of a starting population, out of the figures of a city.
//
// | margin | figures, by the ids that every package gives them |
// |---|---|
// | people | inhabitants × age-0-14, age-15-24, age-25-44, age-45-64, age-65-plus; within those ages and by sex: age_pattern of
// the year | | households | households, divided as dwellings × one-person-households, households-without-children, -with-children
// | | dwelling_types | dwellings × apartments, terraced-mid, terraced-corner, semi-detached, detached (or fewer) | | tenures |
// owner-occupied; corporation-dwellings and other-rented-dwellings where they are known | | periods | built-1965-1984 | | incomes
// | lowest-40-income, highest-20-income | | education, work, value | higher-educated, net-participation, woz-value | | access,
// public space | leefbaarometer-amenities, leefbaarometer-physical; 0 everywhere where a neighbourhood has none |
//
// Ages that are not near the year are moved to the city's green-pressure and grey-pressure near it, where those are known. Rooms
// are not published per area: the synthesis has the pattern of the country.
#pragma once
#include <optional>

#include "base/result.h"
#include "model/city.h"
#include "simulate/margins.h"

namespace koers {

/// Of every neighbourhood of the own municipality, in order of code, on 1 January of that year. Each is made of the lowest level
/// that has its figures: those of the neighbourhood, its district, the city; of that year, one year from it, or ten. What is not
/// a published figure of the neighbourhood in that year is `estimated`, with an error and a sentence that names the figure.
/// `bad_input` with the indicator, the area and the year when one without which there is no population is missing: inhabitants,
/// ages, households and their types, dwellings, flats; or the boundary of a neighbourhood.
[[nodiscard]] Result<simulate::Margins> margins_of(const City& city, int year);

/// The last year for which every district has inhabitants and dwellings; else the last for which the city has; `bad_input` when
/// there is none.
[[nodiscard]] Result<int> latest_year(const City& city);

}  // namespace koers
