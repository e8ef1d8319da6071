// SPDX-License-Identifier: EUPL-1.2
#include "simulate/prices.h"

#include <algorithm>

#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

struct Stock {
  std::int64_t dwellings = 0;
  std::int64_t vacant = 0;
};
using StockBySegment = std::array<std::array<Stock, kSizes>, kSegments>;

StockBySegment stock_of(const Dwellings& dwellings) {
  StockBySegment out{};
  for (DwellingIndex i = 0; i < dwellings.rows(); ++i) {
    if (dwellings.status[i] != DwellingStatus::standing) continue;
    Stock& stock = out[segment_of(dwellings.tenure[i], dwellings.type[i])][size_of(dwellings.rooms[i])];
    ++stock.dwellings;
    stock.vacant += dwellings.occupant[i] == kNone ? 1 : 0;
  }
  return out;
}

double change_of(const Parameters& parameters, const Stock& stock) {
  if (stock.dwellings == 0) return parameters.price_growth;
  const double vacancy = static_cast<double>(stock.vacant) / static_cast<double>(stock.dwellings);
  const double change = parameters.price_growth + parameters.price_response * (parameters.natural_vacancy - vacancy);
  return std::clamp(change, -parameters.price_step, parameters.price_step);
}

}  // namespace

void update_prices(const Population& population, const Parameters& parameters, PriceIndex& index) {
  const StockBySegment stock = stock_of(population.dwellings);
  for (std::size_t segment = 0; segment < kSegments; ++segment) {
    const bool social = tenure_of(static_cast<std::uint8_t>(segment)) == Tenure::social_rent;
    for (std::size_t size = 0; size < kSizes; ++size) {
      index.level[segment][size] *= exp_of(social ? parameters.price_growth : change_of(parameters, stock[segment][size]));
    }
  }
}

Offer offer_of(const Dwellings& dwellings, DwellingIndex dwelling, const Parameters& parameters, const PriceIndex& index) {
  constexpr double kMonthsInThousands = 12.0 / 1000;
  const std::uint8_t segment = segment_of(dwellings.tenure[dwelling], dwellings.type[dwelling]);
  const std::uint8_t rooms = dwellings.rooms[dwelling];
  const bool owned = dwellings.tenure[dwelling] == Tenure::owner_occupied;
  const double yearly =
      static_cast<double>(dwellings.price[dwelling]) * (owned ? parameters.user_cost_owner : kMonthsInThousands);
  const std::uint64_t key = dwellings.key[dwelling];
  return {dwelling,
          static_cast<float>(yearly * index.level[segment][size_of(rooms)]),
          dwellings.neighbourhood[dwelling],
          rooms,
          segment,
          static_cast<std::uint32_t>(key ^ (key >> 32U))};
}

}  // namespace koers::simulate
