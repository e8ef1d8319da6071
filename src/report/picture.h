// SPDX-License-Identifier: EUPL-1.2
// Pictures as SVG that stands in the page: with a title and a description, without scripts, fonts or colours from elsewhere.
#pragma once
#include <string>

#include "report/document.h"

namespace koers::report {

[[nodiscard]] std::string svg_of(const Figure& figure, const std::string& language);

/// From the lowest to the highest, in round steps: 1, 2 or 5 times a power of ten. `step` is above 0 whatever comes in.
struct Axis {
  double from = 0;
  double to = 1;
  double step = 1;
};
[[nodiscard]] Axis axis_over(double lowest, double highest);

/// A number as the language writes it: `1.234,5` in Dutch, `1,234.5` in English, with a true minus.
[[nodiscard]] std::string number_words(double value, int decimals, const std::string& language);

}  // namespace koers::report
