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

/// A term of metres × (latitude)^p × (longitude)^q, both in degrees from Amersfoort × 0.36.
struct MetreTerm {
  int p;
  int q;
  double metres;
};

constexpr std::array<MetreTerm, 9> kEast = {{{0, 1, 190094.945},
                                             {1, 1, -11832.228},
                                             {2, 1, -114.221},
                                             {0, 3, -32.391},
                                             {1, 0, -0.705},
                                             {3, 1, -2.340},
                                             {1, 3, -0.608},
                                             {0, 2, -0.008},
                                             {2, 3, 0.148}}};
constexpr std::array<MetreTerm, 10> kNorth = {{{1, 0, 309056.544},
                                               {0, 2, 3638.893},
                                               {2, 0, 73.077},
                                               {1, 2, -157.984},
                                               {3, 0, 59.788},
                                               {0, 1, 0.433},
                                               {2, 2, -6.439},
                                               {1, 1, -0.032},
                                               {0, 4, 0.092},
                                               {1, 4, -0.054}}};
constexpr LonLat kAmersfoort{5.38720621, 52.15517440};

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

double metres(std::span<const MetreTerm> terms, double latitude, double longitude) {
  double sum = 0;
  for (const MetreTerm& term : terms) sum += term.metres * power(latitude, term.p) * power(longitude, term.q);
  return sum;
}

}  // namespace

bool is_on_national_grid(double x, double y) { return x >= -7'000 && x <= 300'000 && y >= 289'000 && y <= 629'000; }

std::optional<LonLat> from_national_grid(double x, double y) {
  if (!is_on_national_grid(x, y)) return std::nullopt;
  const double east = (x - 155'000) * 1e-5;
  const double north = (y - 463'000) * 1e-5;
  return LonLat{kAmersfoort.longitude + degrees(kLongitude, east, north), kAmersfoort.latitude + degrees(kLatitude, east, north)};
}

std::optional<GridPoint> to_national_grid(LonLat degrees) {
  const double latitude = 0.36 * (degrees.latitude - kAmersfoort.latitude);
  const double longitude = 0.36 * (degrees.longitude - kAmersfoort.longitude);
  const GridPoint point{155'000 + metres(kEast, latitude, longitude), 463'000 + metres(kNorth, latitude, longitude)};
  return is_on_national_grid(point.x, point.y) ? std::optional(point) : std::nullopt;
}

}  // namespace koers
