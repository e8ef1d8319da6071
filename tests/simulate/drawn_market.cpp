// SPDX-License-Identifier: EUPL-1.2
#include "drawn_market.h"

#include <array>
#include <limits>
#include <random>

namespace koers::simulate {
namespace {

constexpr std::uint16_t kPlacesPerRegion = 3;

class Drawing {
 public:
  explicit Drawing(std::uint64_t seed) : random_(seed) {
    out_.market.year.stream = {static_cast<std::uint32_t>(seed), 5};
    out_.market.year.index = static_cast<std::uint32_t>(1 + seed % 30);
    out_.market.year.calendar = 2024;
  }

  DrawnMarket drawn(std::uint16_t regions, std::uint32_t searchers, std::uint32_t vacancies) && {
    set_parameters();
    set_neighbourhoods(regions);
    for (std::uint32_t i = 0; i < vacancies; ++i) {
      out_.market.vacancies.push_back(vacancy(static_cast<std::uint16_t>(random_() % regions), i));
    }
    for (std::uint32_t i = 0; i < searchers; ++i) add_searcher(i, regions);
    return std::move(out_);
  }

  std::uint64_t operator()(std::uint64_t below) { return random_() % below; }

 private:
  template <class Value, std::size_t n>
  Value one_of(const std::array<Value, n>& values) {
    return values[random_() % n];
  }

  void set_parameters() {
    Parameters& p = out_.market.parameters;
    p.alternatives = one_of(std::array{1.0, 2.0, 3.0, 5.0, 7.0, 20.0, 200.0});
    p.viewers = one_of(std::array{1.0, 2.0, 4.0, 30.0, 10000.0});
    p.rounds = one_of(std::array{1.0, 2.0, 3.0, 60.0, 60.0});
    p.worth_cost = one_of(std::array{-5.0, -5.0, -20.0, 0.0});
    p.taste_segment = one_of(std::array{0.0, 0.5, 2.0});
    p.rent_to_income = one_of(std::array{0.3, 0.5});
  }

  void set_neighbourhoods(std::uint16_t regions) {
    out_.market.setting.regions = regions;
    out_.market.setting.income_bounds = {20, 30, 40, 55};
    for (std::uint16_t i = 0; i < regions * kPlacesPerRegion; ++i) {
      Neighbourhood place;
      place.region = i / kPlacesPerRegion;
      place.district = i / 2;
      place.x_km = static_cast<float>(random_() % 9);
      place.y_km = static_cast<float>(random_() % 9);
      place.score = static_cast<float>(random_() % 5) - 2;
      out_.market.neighbourhoods.push_back(place);
      out_.market.setting.district_of.push_back(place.district);
    }
  }

  std::uint16_t place_in(std::uint16_t region) {
    return static_cast<std::uint16_t>(region * kPlacesPerRegion + random_() % kPlacesPerRegion);
  }

  /// With the next number as a dwelling. Costs are few, so that some are equal.
  Vacancy vacancy(std::uint16_t region, std::uint32_t chain) {
    Offer offer;
    offer.dwelling = dwellings_++;
    offer.cost = static_cast<float>(4 + random_() % 12);
    offer.neighbourhood = place_in(region);
    offer.rooms = static_cast<std::uint8_t>(1 + random_() % kMaxRooms);
    offer.segment = segment_of(static_cast<Tenure>(random_() % kTenures), static_cast<DwellingType>(random_() % kDwellingTypes));
    offer.key = static_cast<std::uint32_t>(random_());
    if (random_() % 5 == 0) {
      offer.segment |= kHasPriority;
      const std::uint16_t district = out_.market.setting.district_of[place_in(region)];
      out_.market.setting.priorities.push_back({offer.dwelling, district});
    }
    return {offer, chain, region};
  }

  void add_searcher(std::uint32_t number, std::uint16_t regions) {
    Searcher one;
    one.key = random_();
    one.region = static_cast<std::uint16_t>(random_() % regions);
    one.demand.income = static_cast<float>(12 + random_() % 60);
    one.demand.status = static_cast<float>(random_() % 5) - 2;
    one.demand.rooms = static_cast<std::uint8_t>(1 + random_() % 5);
    one.demand.stage = static_cast<LifeStage>(random_() % kLifeStages);
    one.demand.neighbourhood = place_in(one.region);
    one.buys_to = static_cast<float>(random_() % 20);
    one.waiting = static_cast<float>(random_() % 6) + (random_() % 10 == 0 ? 100 : 0);
    one.may_rent_social = one.demand.income <= 36;
    one.kind = static_cast<SearcherKind>(random_() % 3);
    one.demand.has_origin = one.kind != SearcherKind::arrival;
    const bool must = random_() % 4 == 0;
    one.reservation = must ? -std::numeric_limits<float>::infinity() : static_cast<float>(random_() % 6) - 4;
    one.who = number;
    if (one.kind == SearcherKind::household && random_() % 3 != 0) out_.left_by.emplace(number, vacancy(one.region, kNone));
    out_.market.searchers.push_back(one);
  }

  std::mt19937_64 random_;
  DrawnMarket out_;
  DwellingIndex dwellings_ = 0;
};

Settle recording(const DrawnMarket& drawn, std::vector<Handover>& handovers) {
  return [&](const Searcher& searcher, const Vacancy& vacancy) -> std::optional<Vacancy> {
    handovers.push_back({searcher.key, vacancy.offer.dwelling, vacancy.chain});
    const auto left = drawn.left_by.find(searcher.who);
    if (left == drawn.left_by.end()) return std::nullopt;
    Vacancy out = left->second;
    out.chain = vacancy.chain;
    return out;
  };
}

Outcome outcome(const MarketResult& result, std::vector<Handover> handovers) {
  Outcome out{std::move(handovers), {}, {}, result.filled};
  for (const Searcher& searcher : result.unmet) out.unmet.push_back(searcher.key);
  for (const Vacancy& vacancy : result.open) out.open.push_back({0, vacancy.offer.dwelling, vacancy.chain});
  return out;
}

}  // namespace

DrawnMarket drawn_market(std::uint64_t seed) {
  Drawing drawing(seed);
  const auto regions = static_cast<std::uint16_t>(1 + drawing(4));
  const auto searchers = static_cast<std::uint32_t>(drawing(26));
  const auto vacancies = static_cast<std::uint32_t>(drawing(seed % 3 == 0 ? 40 : 10));
  return std::move(drawing).drawn(regions, searchers, vacancies);
}

DrawnMarket drawn_market(std::uint64_t seed, std::uint32_t searchers, std::uint32_t vacancies) {
  return Drawing(seed).drawn(3, searchers, vacancies);
}

Worth worth_in(const DrawnMarket& drawn) {
  Worth worth(drawn.market.parameters, drawn.market.neighbourhoods);
  std::vector<float> status;
  for (std::size_t i = 0; i < drawn.market.neighbourhoods.size(); ++i) status.push_back(static_cast<float>(i % 3) - 1);
  worth.update(drawn.market.neighbourhoods, std::move(status));
  return worth;
}

Outcome outcome_of(const DrawnMarket& drawn) {
  const MarketCase& m = drawn.market;
  std::vector<Handover> handovers;
  const MarketResult result =
      clear_market(m.searchers, m.vacancies, m.parameters, worth_in(drawn), m.setting, m.year, recording(drawn, handovers));
  return outcome(result, std::move(handovers));
}

Outcome reference_outcome_of(const DrawnMarket& drawn) {
  std::vector<Handover> handovers;
  const MarketResult result = reference_market(drawn.market, worth_in(drawn), recording(drawn, handovers));
  return outcome(result, std::move(handovers));
}

}  // namespace koers::simulate
