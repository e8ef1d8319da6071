// SPDX-License-Identifier: EUPL-1.2
// Which of many surprising figures are worth a question to somebody (mission F2).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace koers::monitor {

struct SignalRule {
  double false_discoveries = 0.10;  ///< expected share of the questions that chance alone asks
  double probability = 0.95;        ///< that the figure is worse by more than the relevant step
};

/// Those of all pairs of area and indicator of one moment that are a signal; in the order of the p values.
[[nodiscard]] std::vector<bool> select_signals(std::span<const double> p_values, const SignalRule& rule = {});

/// A pair of area and indicator that was tested.
struct Tested {
  std::size_t area = 0;
  std::size_t indicator = 0;
  int theme = 0;
  bool now = false;     ///< selected at the moment that is judged
  bool before = false;  ///< selected at one of the two moments before it
};

/// Watch: worse once. Act: at two of the last three moments, or in two indicators of one theme at once.
enum class Alert : std::uint8_t { none = 0, watch = 1, act = 2 };

[[nodiscard]] std::vector<Alert> alerts(std::span<const Tested> tested);

}  // namespace koers::monitor
