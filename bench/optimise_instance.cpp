// SPDX-License-Identifier: EUPL-1.2
#include "optimise_instance.h"

#include <sstream>
#include <stdexcept>
#include <vector>

#include "optimise/drawn_agenda.h"

namespace koers::optimise {

Instance instance(const std::string& name) {
  std::vector<std::string> parts;
  std::istringstream stream(name);
  for (std::string part; std::getline(stream, part, '-');) parts.push_back(part);
  if (parts.size() == 4 && parts[0] == "agenda" && (parts[2] == "hard" || parts[2] == "elastic")) {
    const DrawnAgenda drawn{static_cast<std::uint32_t>(std::stoul(parts[3])), std::stoi(parts[1]), 10, parts[2] == "elastic"};
    return {name, drawn_agenda(drawn), static_cast<double>(kUnitsPerPoint)};
  }
  if (parts.size() == 5 && parts[0] == "knapsack") {
    const auto seed = static_cast<std::uint32_t>(std::stoul(parts[4]));
    return {name, drawn_knapsack(seed, std::stoi(parts[2]), std::stoi(parts[1]), std::stod(parts[3]) / 100), 1};
  }
  throw std::invalid_argument("no instance is called " + name);
}

}  // namespace koers::optimise
