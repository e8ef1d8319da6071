// SPDX-License-Identifier: EUPL-1.2
// From the features of a map to boundaries of the areas of a city, each with the year that it holds for.
#pragma once
#include "base/foreign_table.h"
#include "base/result.h"
#include "model/city.h"

namespace koers::gather {

struct BoundaryTask {
  std::string code;  ///< the property with the code of the area, such as `buurtcode`
  std::string name;  ///< the property with its name
  Year version;
  Citation source;
  std::string municipality;  ///< only its areas; empty: all that the city knows
};

struct StagedBoundaries {
  std::vector<Boundary> boundaries;
  std::vector<std::string> left_out;  ///< codes of areas that the city does not know
  std::vector<Fault> faults;          ///< `place.line` is the number of the feature
  [[nodiscard]] bool is_acceptable() const { return faults.empty(); }
};

/// Positions are rounded to five decimals of a degree (about a metre), and what is then the same twice in a row is once; the line
/// between neighbours stays one line, since both round the same positions. Faults: a code that is another place here (code and
/// name must agree), an area twice, a geometry that is no (multi)polygon of closed rings within the globe.
[[nodiscard]] StagedBoundaries stage_boundaries(const ForeignLayer& layer, const City& city, const BoundaryTask& task);

}  // namespace koers::gather
