// SPDX-License-Identifier: EUPL-1.2
// The method of simulated moments (McFadden 1989): the parameters with which moments are nearest to those observed, in standard
// errors. The model is asked with the same random numbers at every point, so that the distance is a function of the point alone.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/experiment.h"

namespace koers::simulate {

struct CalibrationProblem {
  Box box;
  Point start;
  std::vector<Target> targets;
  std::uint32_t evaluations = 300;  ///< at most: a fifth of them over the whole box, the rest downhill
  Stream stream;                    ///< of the points over the box
  int threads = 1;
};

struct Calibration {
  Point estimate;
  Point moments;
  Point start_moments;
  double start_distance = 0;
  double distance = 0;
  std::uint32_t evaluations = 0;
};

/// Latin hypercube over the box, then BOBYQA (Powell 2009) from the best point, and where that stops before the evaluations are
/// spent, the subspace-searching simplex (Rowan 1990); both of NLopt. Never worse than the start.
[[nodiscard]] Result<Calibration> calibrate(const Model& model, const CalibrationProblem& problem);

}  // namespace koers::simulate
