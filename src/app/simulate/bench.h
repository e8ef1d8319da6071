// SPDX-License-Identifier: EUPL-1.2
// How fast the escalator is, on work that other engines have done as well or that a city needs; and whether it did it right.
#pragma once
#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "model/city.h"

namespace koers {

enum class BenchCase : std::uint8_t {
  a1 = 0,  ///< lives of RiskPaths: 1,000,000
  a2 = 1,  ///< life courses with family links, without a housing market: 500,000 persons, 20 years
  b = 2,   ///< relocation in one region: 5,600, 25,000 and 720,000 movers
  c1 = 3,  ///< a whole city, 20 years
  c2 = 4,  ///< 100 replicates of that
  c3 = 5   ///< a drawn country of the size of the Netherlands, 20 years
};

struct Elapsed {
  double seconds = 0;
  double cpu_seconds = 0;
};
/// Runs the work and says how long it took: the clock comes from outside.
using Stopwatch = std::function<Elapsed(const std::function<void()>& work)>;

struct BenchSetting {
  int threads = 1;
  double scale = 1;            ///< of the work: cases, persons, movers, replicates; of C1 nothing is scaled
  const City* city = nullptr;  ///< for C1 and C2
};

struct BenchAnswer {
  double rate = 0;
  std::string unit;
  Elapsed elapsed;
  nlohmann::ordered_json checks = nlohmann::ordered_json::object();
  bool is_right = true;  ///< every check that can fail has held
};

/// Only the work itself is timed; what it starts from is not. `bad_input` for a city that says too little. Throws
/// `simulate::BrokenBalance` when a year does not add up.
[[nodiscard]] Result<BenchAnswer> bench(BenchCase which, const BenchSetting& setting, const Stopwatch& stopwatch);

}  // namespace koers
