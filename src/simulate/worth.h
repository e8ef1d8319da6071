// SPDX-License-Identifier: EUPL-1.2
// E2: what a dwelling is worth to a household.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "simulate/local_mix.h"
#include "simulate/parameters.h"
#include "simulate/population.h"

namespace koers::simulate {

/// A dwelling as a searcher sees it: 16 bytes, so that a list of vacancies is read at the speed of memory.
struct Offer {
  DwellingIndex dwelling = kNone;
  float cost = 0;  ///< thousands of euros a year: user cost of the value when owned, rent else
  std::uint16_t neighbourhood = 0;
  std::uint8_t rooms = 0;
  std::uint8_t segment = 0;  ///< `segment_of(tenure, type)`; the bit `kHasPriority` for dwellings with a group that goes first
  std::uint32_t key = 0;     ///< of the dwelling, folded
};
static_assert(sizeof(Offer) == 16);

inline constexpr std::size_t kSegments = kTenures * kDwellingTypes;
inline constexpr std::uint8_t kHasPriority = 0x80;
[[nodiscard]] constexpr std::uint8_t segment_of(Tenure tenure, DwellingType type) {
  return static_cast<std::uint8_t>(static_cast<std::uint8_t>(tenure) * kDwellingTypes + static_cast<std::uint8_t>(type));
}
[[nodiscard]] constexpr Tenure tenure_of(std::uint8_t segment) { return static_cast<Tenure>((segment & 0x7fU) / kDwellingTypes); }

/// What of a household counts for what a dwelling is worth to it.
struct Demand {
  float income = 0;  ///< thousands of euros a year
  float status = 0;  ///< socio-economic score, z over households
  std::uint16_t neighbourhood = 0;
  bool has_origin = false;  ///< it lives in this region: distance counts
  std::uint8_t rooms = 0;   ///< needed
  LifeStage stage = LifeStage::single;
};

/// Tables of one year: what does not depend on who looks.
class Worth {
 public:
  /// `mix`: of the start; empty: the dwellings alone decide.
  Worth(const Parameters& parameters, const std::vector<Neighbourhood>& neighbourhoods, LocalMix mix = {});

  /// Once a year, when public space, access, scores or the mix of neighbourhoods have changed.
  /// `mean_status`: of the households of each neighbourhood.
  void update(const std::vector<Neighbourhood>& neighbourhoods, std::vector<float> mean_status);

  /// V without ε, in units of the Gumbel scale.
  [[nodiscard]] double of(const Demand& demand, const Offer& offer) const;

 private:
  [[nodiscard]] double fit(const Demand& demand, const Offer& offer) const;
  [[nodiscard]] double way(const Demand& demand, std::uint16_t to) const;

  const Parameters* parameters_;
  std::array<std::array<float, kLifeStages>, kSegments> segment_{};  ///< owning and type, by stage
  LocalMix mix_;                                                     ///< times what it is worth
  LocalMix place_;                                                   ///< access, public space, score of each neighbourhood, mix
  std::vector<float> status_;
  static constexpr int kRoomsOfTwo = 2;   ///< needed without children
  static constexpr int kRoomsOver = 2;    ///< more rooms than needed count for two at most
  std::vector<std::uint32_t> row_;        ///< first entry of a neighbourhood in `way_`
  std::vector<std::uint16_t> in_region_;  ///< its number within its region
  std::vector<float> way_;                ///< worth of the distance between two of one region
};

// In the header: the market asks for it twenty times per searcher and round.
inline double Worth::fit(const Demand& demand, const Offer& offer) const {
  const int over = static_cast<int>(offer.rooms) - static_cast<int>(demand.rooms);
  return over < 0 ? over * parameters_->worth_room_short : std::min(over, kRoomsOver) * parameters_->worth_room_over;
}

inline double Worth::way(const Demand& demand, std::uint16_t to) const {
  return demand.has_origin ? static_cast<double>(way_[row_[demand.neighbourhood] + in_region_[to]]) : 0;
}

inline double Worth::of(const Demand& demand, const Offer& offer) const {
  const double cost = parameters_->worth_cost * static_cast<double>(offer.cost) / static_cast<double>(demand.income);
  const double unlike = parameters_->worth_unlike * std::abs(static_cast<double>(demand.status - status_[offer.neighbourhood]));
  const float segment = segment_[offer.segment & 0x7fU][static_cast<std::size_t>(demand.stage)];
  const float place = place_[offer.neighbourhood][mix_kind(demand.stage, demand.rooms - kRoomsOfTwo)];
  return cost + fit(demand, offer) + static_cast<double>(segment + place) + unlike + way(demand, offer.neighbourhood);
}

}  // namespace koers::simulate
