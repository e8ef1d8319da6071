// SPDX-License-Identifier: EUPL-1.2
// How much the parts of a city differ (mechanism 4), and whether they differ more than before.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "monitor/order_statistics.h"

namespace koers::monitor {

/// A part of the city: its value, how many persons stand behind it, and the group (district) that it lies in.
struct Part {
  double value = 0;
  double weight = 1;
  int group = 0;
};

/// Half of the relative mean difference, weighted: 0 when all parts are the same, towards 1 when one has all. Values are not
/// negative and not all zero, weights above zero (Cowell, Measuring inequality, 2011, 2.3).
[[nodiscard]] double gini(std::span<const Part> parts);

/// Theil's T, split exactly into what lies between the groups and what lies within them (Shorrocks, The class of additively
/// decomposable inequality measures, Econometrica 48, 1980). None unless every value is above zero.
struct Theil {
  double total = 0;
  double between = 0;
  double within = 0;
};
[[nodiscard]] std::optional<Theil> theil(std::span<const Part> parts);

/// Mean of the highest fifth of the persons over that of the lowest; none when the lowest is not above zero.
[[nodiscard]] std::optional<double> quintile_ratio(std::span<const Part> parts);

/// Share of one population that would have to move to be spread as the other (Duncan and Duncan, A methodological analysis of
/// segregation indexes, ASR 20, 1955): 0 evenly mixed, 1 wholly apart. None when one of them is empty.
[[nodiscard]] std::optional<double> dissimilarity(std::span<const double> one, std::span<const double> other);

struct BootstrapParameters {
  int draws = 1000;
  double coverage = 0.9;
  std::uint64_t seed = 2040;
};

/// Measures with intervals from drawing parts anew within their groups (Efron and Tibshirani, An introduction to the bootstrap,
/// 1993, ch. 13: percentile interval).
struct Inequality {
  Interval gini;
  std::optional<Interval> theil;
  std::optional<Theil> split;
  std::optional<Interval> quintile_ratio;
};
[[nodiscard]] Inequality inequality(std::span<const Part> parts, const BootstrapParameters& parameters = {});

/// Change of the Gini coefficient between two moments of the same parts, in the same order; both moments are drawn together.
[[nodiscard]] Interval change_of_gini(std::span<const Part> before, std::span<const Part> after,
                                      const BootstrapParameters& parameters = {});

}  // namespace koers::monitor
