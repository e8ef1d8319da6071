// SPDX-License-Identifier: EUPL-1.2
#include "simulate/drawn_parameters.h"

#include <algorithm>

#include "simulate/margins.h"

namespace koers::simulate {

Parameters drawn_parameters(const Parameters& centre, double spread, Stream stream) {
  Parameters out = centre;
  for (const ParameterDescription& row : parameter_table()) {
    const double even = 2 * unit(draw(stream, area_hash(row.name), 0, DrawSite::parameters)[0]) - 1;
    out.*row.member = std::clamp(centre.*row.member * (1 + spread * even), row.lowest, row.highest);
  }
  return out;
}

}  // namespace koers::simulate
