// SPDX-License-Identifier: EUPL-1.2
// A back-test of the escalator: from an old year, with what was known then, to a later one of which figures are known; beside it
// what simpler methods would have said.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/simulate/simulate_city.h"
#include "base/result.h"
#include "simulate/back_test.h"

namespace koers {

struct ValidationRequest {
  int from = 0;  ///< 1 January
  int to = 0;    ///< 1 January
  std::uint32_t replicates = 20;
  std::uint32_t seed = 1;
  int threads = 1;
  /// Margins that would need figures of after the start, and that there can be a starting population without, are not used: then
  /// the pattern of the country decides.
  bool strict = false;
  std::vector<std::pair<std::string, double>> parameters{};  ///< those that differ from the defaults
};

/// What a forecast takes as known. Append only.
enum class Knowledge : std::uint8_t {
  then = 0,       ///< what was known at the start
  programme = 1,  ///< that, and how many dwellings come and go in each district
  hindsight = 2   ///< the total of the end: no forecast, but a yardstick
};
[[nodiscard]] std::string name_of(Knowledge knowledge);

/// A margin of the starting population for which figures of after the start were used.
struct Leak {
  std::string what;
  int latest_year = 0;
  std::size_t areas = 0;  ///< neighbourhoods in which that is so
  std::string source;     ///< of the first of them
};

struct JudgedMethod {
  std::string name;
  Knowledge knowledge = Knowledge::then;
  std::vector<double> forecast;  ///< by district
  simulate::ForecastScores scores;
};

struct MethodLeftOut {
  std::string name;
  std::string reason;
};

struct JudgedModel {
  Knowledge knowledge = Knowledge::then;
  Uncertainty uncertainty = Uncertainty::chance;
  std::vector<simulate::Estimate> forecast;  ///< by district; the mean is what is scored
  std::vector<double> dwellings;             ///< by district, at the end, mean
  simulate::ForecastScores scores;
  double coverage = 0;        ///< share of the districts within their 90 % interval
  double crps = 0;            ///< mean over districts, persons; of a method without an interval it is its mean absolute error
  std::string best_baseline;  ///< the one with the least MAPE that knows no more
  double ratio = 0;           ///< MAPE ÷ that of the best baseline
};

/// Broad ages of the whole city: 0–14, 15–24, 25–44, 45–64, 65 and over.
inline constexpr std::size_t kJudgedAges = 5;
struct JudgedAges {
  int year = 0;
  Knowledge knowledge = Knowledge::then;
  std::array<double, kJudgedAges> start{};     ///< persons in the starting population: what "nothing changes" says
  std::array<double, kJudgedAges> observed{};  ///< persons
  std::array<double, kJudgedAges> forecast{};  ///< mean over replicates
};

struct TargetOutcome {
  std::string name;
  Knowledge knowledge = Knowledge::then;
  double lowest = 0;
  double highest = 0;
  double measured = 0;
  [[nodiscard]] bool is_met() const { return measured >= lowest && measured <= highest; }
};

struct CityValidation {
  std::string city;
  ValidationRequest request;
  std::string inputs_hash;  ///< of margins, parameters and programme
  std::vector<Leak> leaks;
  std::vector<std::string> constants;  ///< of the program, the same for every start, with the years that they are from
  std::vector<std::string> districts;  ///< codes
  std::vector<std::string> names;
  std::vector<double> start;  ///< inhabitants, as are all that follow
  std::vector<double> observed;
  std::vector<double> dwelling_change;        ///< of the programme; empty when it is not known
  std::vector<std::string> dwelling_origins;  ///< from which figures that is
  std::vector<JudgedMethod> methods;
  std::vector<MethodLeftOut> left_out;
  std::vector<JudgedModel> models;
  std::vector<JudgedAges> ages;
  std::vector<TargetOutcome> targets;  ///< of the model with all that is uncertain
};

/// The same for any number of threads. `bad_input` when `to` is not after `from`, a figure is missing, which is then named, or
/// parameters are unknown or out of range; `cancelled` as `progress` asks, which counts simulated years of all replicates.
[[nodiscard]] Result<CityValidation> validate_city(const City& city, const ValidationRequest& request,
                                                   const simulate::Progress& progress = {});

/// Everything; numbers to four decimals.
[[nodiscard]] nlohmann::ordered_json to_json(const CityValidation& validation);

}  // namespace koers
