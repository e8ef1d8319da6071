// SPDX-License-Identifier: EUPL-1.2
#include "fetch/netherlands.h"

#include <array>
#include <cmath>

namespace koers::fetch {
namespace {

struct Term {
  int p;  ///< power of the distance to the east
  int q;  ///< power of the distance to the north
  double factor;
};

constexpr std::array<Term, 11> kLatitude{{{0, 1, 3235.65389},
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
constexpr std::array<Term, 12> kLongitude{{{1, 0, 5260.52916},
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

double sum_of(const auto& terms, double east, double north) {
  double sum = 0;
  for (const Term& term : terms) sum += term.factor * std::pow(east, term.p) * std::pow(north, term.q);
  return sum;
}

bool is_within(double value, double low, double high) { return value >= low && value <= high; }

}  // namespace

LonLat from_national_grid(double x, double y) {
  const double east = (x - 155'000) * 1e-5;  // from the tower in Amersfoort, in units of 100 km
  const double north = (y - 463'000) * 1e-5;
  return {5.38720621 + sum_of(kLongitude, east, north) / 3600, 52.15517440 + sum_of(kLatitude, east, north) / 3600};
}

std::optional<Written> how_written(double first, double second) {
  const auto is_longitude = [](double value) { return is_within(value, 2, 8); };
  const auto is_latitude = [](double value) { return is_within(value, 50, 54.5); };
  if (is_longitude(first) && is_latitude(second)) return Written::lon_lat;
  if (is_latitude(first) && is_longitude(second)) return Written::lat_lon;
  if (is_within(first, -10'000, 300'000) && is_within(second, 289'000, 650'000)) return Written::national_grid;
  return std::nullopt;
}

}  // namespace koers::fetch
