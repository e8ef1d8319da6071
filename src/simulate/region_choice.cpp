// SPDX-License-Identifier: EUPL-1.2
#include "simulate/region_choice.h"

#include <algorithm>

namespace koers::simulate {
namespace {

constexpr std::size_t kNearest = 24;
constexpr double kLeastSquare = 1;  // km²: two centres may coincide

struct Centre {
  double x = 0;
  double y = 0;
  double neighbourhoods = 0;
};

std::vector<Centre> centres_of(const Population& population) {
  std::vector<Centre> out(std::max<std::size_t>(1, population.regions.size()));
  for (const Neighbourhood& neighbourhood : population.neighbourhoods) {
    Centre& centre = out[neighbourhood.region];
    centre.x += static_cast<double>(neighbourhood.x_km);
    centre.y += static_cast<double>(neighbourhood.y_km);
    centre.neighbourhoods += 1;
  }
  for (Centre& centre : out) {
    const double n = std::max(1.0, centre.neighbourhoods);
    centre.x /= n;
    centre.y /= n;
  }
  return out;
}

}  // namespace

RegionChoice::RegionChoice(const Population& population, const std::vector<std::uint32_t>& households) {
  const std::vector<Centre> centres = centres_of(population);
  const auto square = [&](std::size_t a, std::size_t b) {
    const double x = centres[a].x - centres[b].x;
    const double y = centres[a].y - centres[b].y;
    return std::max(kLeastSquare, x * x + y * y);
  };
  options_.resize(centres.size());
  for (std::uint16_t from = 0; from < centres.size(); ++from) {
    std::vector<Option>& options = options_[from];
    for (std::uint16_t to = 0; to < centres.size(); ++to) {
      if (to != from) options.push_back({to, square(from, to)});
    }
    std::ranges::sort(
        options, [](const Option& a, const Option& b) { return a.up_to != b.up_to ? a.up_to < b.up_to : a.region < b.region; });
    options.resize(std::min(options.size(), kNearest));
    double sum = 0;
    for (Option& option : options) {
      sum += households[option.region] / option.up_to;
      option.up_to = sum;
    }
    for (Option& option : options) option.up_to /= sum > 0 ? sum : 1;
  }
}

std::uint16_t RegionChoice::choose(std::uint16_t from, double u) const {
  for (const Option& option : options_[from]) {
    if (u < option.up_to) return option.region;
  }
  return options_[from].empty() ? from : options_[from].back().region;
}

}  // namespace koers::simulate
