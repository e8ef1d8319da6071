// SPDX-License-Identifier: EUPL-1.2
#include "simulate/chains.h"

namespace koers::simulate {

std::vector<double> mean_chain_lengths(const std::vector<double>& transition, std::size_t kinds) {
  // 1 + Q·1 + Q²·1 + …: as row sums are below 1, each term is smaller than the one before.
  std::vector<double> length(kinds, 1);
  std::vector<double> term(kinds, 1);
  for (double largest = 1; largest > 1e-14;) {
    std::vector<double> next(kinds, 0);
    largest = 0;
    for (std::size_t i = 0; i < kinds; ++i) {
      for (std::size_t j = 0; j < kinds; ++j) next[i] += transition[i * kinds + j] * term[j];
      length[i] += next[i];
      largest = next[i] > largest ? next[i] : largest;
    }
    term = std::move(next);
  }
  return length;
}

}  // namespace koers::simulate
