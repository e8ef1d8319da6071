// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/age_pressures.h"

#include <array>
#include <numeric>

#include "simulate/margins.h"

namespace koers {
namespace {

constexpr std::size_t kThreeAges = 3;
constexpr std::size_t kFirstOf20 = 4;
constexpr std::size_t kFirstOf65 = 13;
/// Far more than it takes: each round leaves a small part of the difference.
constexpr int kRounds = 50;

using ThreeAges = std::array<double, kThreeAges>;

std::size_t age_of(std::size_t cell) {
  const std::size_t group = cell % simulate::kAgeGroups;
  return group < kFirstOf20 ? 0 : (group < kFirstOf65 ? 1 : 2);
}

ThreeAges totals_of(const std::vector<std::vector<double>>& people) {
  ThreeAges out{};
  for (const auto& area : people) {
    for (std::size_t cell = 0; cell < area.size(); ++cell) out[age_of(cell)] += area[cell];
  }
  return out;
}

double sum_of(const auto& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

void scale(std::vector<double>& area, const ThreeAges& factors) {
  const double before = sum_of(area);
  for (std::size_t cell = 0; cell < area.size(); ++cell) area[cell] *= factors[age_of(cell)];
  const double after = sum_of(area);
  for (double& value : area) value *= after > 0 ? before / after : 1;
}

}  // namespace

std::optional<AgePressures> pressures_of(const CityFigures& figures) {
  const auto green = figures.at("green-pressure", figures.municipality(), kNearYears);
  if (!green) return std::nullopt;
  const auto grey = figures.in("grey-pressure", figures.municipality(), green->year());
  if (!grey) return std::nullopt;
  return AgePressures{green->value, grey->value, green->year(), "green-pressure and " + figures.origin(*grey)};
}

void move_to(const AgePressures& pressures, std::vector<std::vector<double>>& people) {
  const ThreeAges wanted{pressures.green, 100, pressures.grey};
  for (int round = 0; round < kRounds; ++round) {
    const ThreeAges now = totals_of(people);
    ThreeAges factors{};
    for (std::size_t i = 0; i < kThreeAges; ++i) {
      factors[i] = now[i] > 0 ? wanted[i] / sum_of(wanted) * sum_of(now) / now[i] : 1;
    }
    for (std::vector<double>& area : people) scale(area, factors);
  }
}

}  // namespace koers
