// SPDX-License-Identifier: EUPL-1.2
// Which items are in whatever the weights, scores and costs turn out to be, within what people say of them: the agenda is solved
// for joint draws, and each item has an acceptability index, the part of them that it is in (Lahdelma, Salminen, SMAA-2,
// Operations Research 49, 2001). This is not the core index of Liesiö, Mild and Salo (EJOR 181, 2007), which enumerates all
// efficient portfolios.
#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "optimise/drawn_weights.h"
#include "optimise/search.h"

namespace koers::optimise {

/// Low ≤ likely ≤ high; draws are triangular.
struct Estimate {
  double low = 0;
  double likely = 0;
  double high = 0;
};

struct Assessment {
  std::vector<Criterion> criteria;
  std::vector<std::vector<Estimate>> scores;  ///< [column][criterion], in points, discounted
  std::vector<Estimate> cost_factors;         ///< by item, 1 for what the columns say; empty: costs are certain
};

struct RobustnessOptions {
  int draws = 200;
  int repeated_draws = 10;  ///< so many of the draws are solved once more, with another seed
  double margin = 0.05;     ///< core from 1 − margin up, exterior to margin; or by the noise floor, when that is larger
  int threads = 1;          ///< on which the answer does not depend
  /// Of each draw: annealing alone, for CBC is one for all threads. No draw begins with the answer of another, to which it would
  /// cling where two choices are nearly as good.
  SearchOptions search{.moves = 100'000, .neighbourhoods = 0, .size = {}, .start = {}, .other_start = {}, .go_on = {}};
};

enum class Standing : std::uint8_t { core = 1, borderline = 2, exterior = 3 };

struct ItemStanding {
  double acceptability = 0;  ///< of the feasible draws
  double noise = 0;          ///< part of the draws that were solved twice about which both answers differ
  Standing standing = Standing::borderline;
};

struct Robustness {
  std::vector<ItemStanding> items;
  double noise_floor = 0;  ///< the mean of the noise: less than this is luck of the search, not of the data
  int feasible_draws = 0;
};

/// `problem` with the values that the likely weights and scores give.
[[nodiscard]] Portfolio likely(const Portfolio& problem, const Assessment& assessment);

/// Values of the columns are not used. Scores of one item on one criterion move together over its columns, and so do its costs.
[[nodiscard]] Result<Robustness> robustness(const Portfolio& problem, const Assessment& assessment,
                                            const RobustnessOptions& options);

}  // namespace koers::optimise
