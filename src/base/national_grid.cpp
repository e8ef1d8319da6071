// SPDX-License-Identifier: EUPL-1.2
#include "base/national_grid.h"

#include <array>
#include <span>

namespace koers {
namespace {

/// A term of seconds of arc × x^p × y^q, with x and y in hundreds of kilometres from Amersfoort.
struct Term {
  int p;
  int q;
  double seconds;
};

constexpr std::array<Term, 11> kLatitude = {{{0, 1, 3235.65389},
                                             {2, 0, -32.58297},
                                             {0, 2, -0.24750},
                                             {2, 1, -0.84978},
                                             {0, 3, -0.06550},
                                             {2, 2, -0.01709},
                                             {1, 0, -0.00738},
                                             {4, 0, 0.00530},
                                             {2, 3, -0.00039},
                                             {4, 1, 0.00033},
                                             {1, 1, -0.00012}}};
constexpr std::array<Term, 12> kLongitude = {{{1, 0, 5260.52916},
                                              {1, 1, 105.94684},
                                              {1, 2, 2.45656},
                                              {3, 0, -0.81885},
                                              {1, 3, 0.05594},
                                              {3, 1, -0.05607},
                                              {0, 1, 0.01199},
                                              {3, 2, -0.00256},
                                              {1, 4, 0.00128},
                                              {0, 2, 0.00022},
                                              {2, 0, -0.00022},
                                              {5, 0, 0.00026}}};

double power(double base, int exponent) {
  double result = 1;
  for (int i = 0; i < exponent; ++i) result *= base;
  return result;
}

double degrees(std::span<const Term> terms, double x, double y) {
  double seconds = 0;
  for (const Term& term : terms) seconds += term.seconds * power(x, term.p) * power(y, term.q);
  return seconds / 3600;
}

}  // namespace

bool is_on_national_grid(double x, double y) { return x >= -7'000 && x <= 300'000 && y >= 289'000 && y <= 629'000; }

std::optional<LonLat> from_national_grid(double x, double y) {
  if (!is_on_national_grid(x, y)) return std::nullopt;
  const double east = (x - 155'000) * 1e-5;
  const double north = (y - 463'000) * 1e-5;
  return LonLat{5.38720621 + degrees(kLongitude, east, north), 52.15517440 + degrees(kLatitude, east, north)};
}

}  // namespace koers
