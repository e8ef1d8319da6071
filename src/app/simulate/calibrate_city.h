// SPDX-License-Identifier: EUPL-1.2
// Use case: the parameters of the escalator with which a city lives and moves as its figures say, how sure they are, and which of
// them the figures say nothing about.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/simulate/city_targets.h"
#include "app/simulate/simulate_city.h"
#include "simulate/calibration.h"
#include "simulate/free_parameters.h"
#include "simulate/identification.h"
#include "simulate/posterior.h"
#include "simulate/screening.h"

namespace koers {

struct CalibrateRequest {
  SynthesisRequest synthesis;
  int years = 4;  ///< of each run
  std::uint32_t replicates = 1;
  std::uint32_t evaluations = 1000;                        ///< about: of the descent, posterior and screening together
  std::vector<std::string> free;                           ///< names; empty: all that may be
  std::vector<std::pair<std::string, double>> parameters;  ///< where it starts, and what others are kept at: beside the defaults
};

struct CityCalibration {
  std::string city;
  int start_year = 0;
  CalibrateRequest request;
  std::string inputs_hash;
  double new_dwellings = 0;  ///< a year
  CityTargets targets;
  std::vector<simulate::FreeParameter> free;
  simulate::Parameters parameters;  ///< at the start
  simulate::Point start;
  simulate::Calibration calibration;
  simulate::Identification identification;
  simulate::Box posterior_box;
  simulate::Posterior posterior;
  std::vector<std::vector<simulate::Effect>> effects;  ///< [moment][parameter], standard errors over the range
  std::vector<std::size_t> screened;                   ///< the parameters of `indices`: those with the largest effects
  std::vector<std::vector<simulate::SobolIndex>> indices;
  std::uint32_t evaluations = 0;
};

/// The same for any number of threads. `bad_input` for unknown parameters, a city that says too little, or fewer evaluations than
/// the parts need; `cancelled` as `progress` asks.
[[nodiscard]] Result<CityCalibration> calibrate_city(const City& city, const CalibrateRequest& request,
                                                     const simulate::Progress& progress = {});

/// kPosteriorDraws of the posterior, each as likely as another, to four digits.
inline constexpr std::size_t kPosteriorDraws = 100;
[[nodiscard]] simulate::ParameterDraws posterior_draws(const CityCalibration& calibration);

[[nodiscard]] nlohmann::ordered_json to_json(const CityCalibration& calibration);

}  // namespace koers
