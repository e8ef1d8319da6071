// SPDX-License-Identifier: EUPL-1.2
#include "simulate/offer_list.h"

#include <algorithm>
#include <tuple>

namespace koers::simulate {

bool is_listed_before(const Vacancy& a, const Vacancy& b) {
  const auto key = [](const Vacancy& v) {
    return std::tuple(v.region, tenure_of(v.offer.segment), v.offer.cost, v.offer.key, v.offer.dwelling);
  };
  return key(a) < key(b);
}

void OfferList::set(std::vector<Vacancy> vacancies, std::size_t regions) {
  vacancies_ = std::move(vacancies);
  std::ranges::sort(vacancies_, is_listed_before);
  offers_.resize(vacancies_.size());
  std::ranges::transform(vacancies_, offers_.begin(), &Vacancy::offer);
  find_ranges(regions);
}

void OfferList::find_ranges(std::size_t regions) {
  regions_.assign(regions, {});
  auto at = vacancies_.begin();
  for (std::size_t region = 0; region < regions; ++region) {
    regions_[region][0] = static_cast<std::uint32_t>(at - vacancies_.begin());
    for (std::size_t tenure = 0; tenure < kTenures; ++tenure) {
      at = std::find_if_not(at, vacancies_.end(), [&](const Vacancy& v) {
        return v.region == region && static_cast<std::size_t>(tenure_of(v.offer.segment)) == tenure;
      });
      regions_[region][tenure + 1] = static_cast<std::uint32_t>(at - vacancies_.begin());
    }
  }
}

/// How many of a tenure's offers, which rise in cost, cost no more than `most`.
std::uint32_t OfferList::affordable(std::uint32_t first, std::uint32_t last, float most) const {
  const auto from = offers_.begin() + first;
  const auto end =
      std::upper_bound(from, offers_.begin() + last, most, [](float value, const Offer& offer) { return value < offer.cost; });
  return static_cast<std::uint32_t>(end - from);
}

Choice OfferList::choice_of(const Searcher& searcher, float rents_to) const {
  const Bounds& bounds = regions_[searcher.region];
  return {{bounds[0], bounds[1], bounds[2]},
          {affordable(bounds[0], bounds[1], searcher.buys_to), searcher.may_rent_social ? bounds[2] - bounds[1] : 0,
           affordable(bounds[2], bounds[3], rents_to)}};
}

std::size_t OfferList::sample(const Choice& choice, std::uint32_t bits, std::span<std::uint32_t> places) const {
  const std::uint32_t total = choice.total();
  const auto number = std::min<std::uint32_t>(total, static_cast<std::uint32_t>(places.size()));
  if (number == 0) return 0;
  // In 2⁻³² of an offer. A part is longer than one offer unless all are seen, so that none is seen twice.
  const std::uint64_t part = (std::uint64_t{total} << 32U) / number;
  std::uint64_t at = bits * (part >> 32U) + ((bits * (part & 0xffffffffU)) >> 32U);
  std::size_t tenure = 0;
  std::uint32_t before = 0;  // offers of the tenures before
  for (std::uint32_t i = 0; i < number; ++i, at += part) {
    const auto position = static_cast<std::uint32_t>(at >> 32U);
    while (position - before >= choice.size[tenure]) before += choice.size[tenure++];
    places[i] = choice.begin[tenure] + position - before;
    __builtin_prefetch(&offers_[places[i]]);
  }
  return number;
}

}  // namespace koers::simulate
