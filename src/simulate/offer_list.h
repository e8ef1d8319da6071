// SPDX-License-Identifier: EUPL-1.2
// The vacancies of one round, laid out so that what a searcher could have is a few ranges of a list.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/market.h"

namespace koers::simulate {

/// By region, tenure, cost and key.
[[nodiscard]] bool is_listed_before(const Vacancy& a, const Vacancy& b);

/// What a searcher could have: at most one range per tenure, since each is sorted by cost.
struct Choice {
  std::array<std::uint32_t, kTenures> begin{};
  std::array<std::uint32_t, kTenures> size{};

  [[nodiscard]] std::uint32_t total() const { return size[0] + size[1] + size[2]; }
};

class OfferList {
 public:
  void set(std::vector<Vacancy> vacancies, std::size_t regions);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(offers_.size()); }
  [[nodiscard]] std::uint32_t first_in(std::size_t region) const { return regions_[region].front(); }
  [[nodiscard]] std::uint32_t number_in(std::size_t region) const { return regions_[region].back() - regions_[region].front(); }
  [[nodiscard]] const Offer& operator[](std::uint32_t place) const { return offers_[place]; }
  [[nodiscard]] const std::vector<Vacancy>& vacancies() const { return vacancies_; }

  /// `rents_to`: the most that the searcher can pay a private landlord, thousands of euros a year.
  [[nodiscard]] Choice choice_of(const Searcher& searcher, float rents_to) const;

  /// Places of all of a choice, or of as many of them as `places` is long: one in each of so many equal parts, as far into its
  /// part as `bits` says (systematic sampling: Madow and Madow, On the theory of systematic sampling, 1944). Each offer of the
  /// choice is there with the same probability, so that a logit over the sample needs no correction. Returns how many there are.
  std::size_t sample(const Choice& choice, std::uint32_t bits, std::span<std::uint32_t> places) const;

 private:
  using Bounds = std::array<std::uint32_t, kTenures + 1>;  ///< where each tenure begins in a region, and where the last one ends

  void find_ranges(std::size_t regions);
  [[nodiscard]] std::uint32_t affordable(std::uint32_t first, std::uint32_t last, float most) const;

  std::vector<Vacancy> vacancies_;
  std::vector<Offer> offers_;  ///< of the vacancies: 16 bytes each, so that a list is read at the speed of memory
  std::vector<Bounds> regions_;
};

}  // namespace koers::simulate
