// SPDX-License-Identifier: EUPL-1.2
#include "fetch/netherlands.h"

#include "base/national_grid.h"

namespace koers::fetch {
namespace {

bool is_within(double value, double low, double high) { return value >= low && value <= high; }

}  // namespace

std::optional<Written> how_written(double first, double second) {
  const auto is_longitude = [](double value) { return is_within(value, 2, 8); };
  const auto is_latitude = [](double value) { return is_within(value, 50, 54.5); };
  if (is_longitude(first) && is_latitude(second)) return Written::lon_lat;
  if (is_latitude(first) && is_longitude(second)) return Written::lat_lon;
  return is_on_national_grid(first, second) ? std::optional(Written::national_grid) : std::nullopt;
}

}  // namespace koers::fetch
