// SPDX-License-Identifier: EUPL-1.2
// Vacancy chains: a dwelling comes free, whoever moves in leaves another one, and so on until somebody moves in who leaves none
// (White, Chains of opportunity, 1970; Emmi and Magnusson, 1995).
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "simulate/year.h"

namespace koers::simulate {

enum class ChainEnd : std::uint8_t {
  open = 0,      ///< its last vacancy is still there
  newcomer = 1,  ///< taken by a household from outside
  starter = 2,   ///< … by somebody who lived with parents or others
  withdrawn = 3  ///< demolished, or given up by its owner
};
inline constexpr std::size_t kChainEnds = 4;

struct Chain {
  VacancyOrigin origin = VacancyOrigin::start;
  ChainEnd end = ChainEnd::open;
  std::uint16_t begins_in = 0;  ///< neighbourhood
  std::uint16_t at = 0;         ///< neighbourhood of its present or last vacancy
  std::uint8_t segment = 0;     ///< of its first vacancy
  std::uint16_t moves = 0;      ///< households that moved along it
  std::uint16_t step = 0xffff;  ///< of the plan that built it, if one did
  std::int16_t begun = 0;
  std::int16_t ended = 0;          ///< when it is not open
  bool goes_on_elsewhere = false;  ///< the newcomer at its end left a dwelling in another municipality
};

/// One household that moved.
struct Move {
  std::uint32_t chain = 0;
  std::int16_t year = 0;
  std::uint16_t from = 0xffff;  ///< neighbourhood; none: from outside, or no dwelling of its own
  std::uint16_t to = 0xffff;    ///< none: left the city
  LifeStage stage = LifeStage::single;
  std::uint8_t income_quintile = 0;
  std::uint8_t members = 0;
  std::uint8_t left_segment = 0;  ///< of the dwelling in `from`; kSegments when none
  bool from_outside = false;
};

/// Mean length of the chains that begin with a vacancy of each kind in a Markov market: (I − Q)⁻¹·1, with Q[i][j] the probability
/// that a vacancy of kind i is filled by somebody who leaves one of kind j (White 1970). Q is n × n by rows with row sums
/// below 1.
[[nodiscard]] std::vector<double> mean_chain_lengths(const std::vector<double>& transition, std::size_t kinds);

}  // namespace koers::simulate
