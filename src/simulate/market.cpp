// SPDX-License-Identifier: EUPL-1.2
#include "simulate/market.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "simulate/matching.h"
#include "simulate/numerics.h"
#include "simulate/offer_list.h"

namespace koers::simulate {
namespace {

constexpr std::size_t kMostAlternatives = 200;
/// A claim that nobody outside the favoured group can reach.
constexpr float kFavoured = 1e6F;

/// What a household sees in all dwellings of a segment that others do not: two even draws added, of the asked deviation. A
/// stand-in for the nests of a nested logit by error components (Train, Discrete choice methods with simulation, 2009, 6.3),
/// which leaves every draw a function of its purpose.
/// Only of the tenures that are in its choice.
std::array<float, kSegments> segment_tastes(Stream stream, std::uint64_t key, std::uint32_t year, double deviation,
                                            const Choice& choice) {
  static_assert(kDwellingTypes == std::tuple_size_v<Block>, "one draw for each tenure");
  constexpr double kRoot6 = 2.449489742783178;
  std::array<float, kSegments> out{};
  for (std::uint32_t tenure = 0; tenure < kTenures; ++tenure) {
    if (choice.size[tenure] == 0) continue;
    const Block bits = draw(stream, key, year, DrawSite::taste, 1 + tenure);
    for (std::size_t type = 0; type < kDwellingTypes; ++type) {
      const double sum = static_cast<double>((bits[type] >> 16U) + (bits[type] & 0xffffU) + 1U) * 0x1.0p-16 - 1;
      out[tenure * kDwellingTypes + type] = static_cast<float>(deviation * kRoot6 * sum);
    }
  }
  return out;
}

/// ε of pairs of one household and one dwelling in one year, from a stream of its own: Philox2x32-7, which is as even as the wide
/// one of ten rounds (both pass BigCrush: Salmon e.a., table 2) for a third of the work.
class Tastes {
 public:
  explicit Tastes(const Year& year) : key_(draw(year.stream, 0, year.index, DrawSite::taste)[0]) {}

  [[nodiscard]] float of(std::uint64_t household, std::uint32_t dwelling) const {
    const auto folded = static_cast<std::uint32_t>(household ^ (household >> 32U));
    return gumbel_of(r123::Philox2x32_R<7>{}({{folded, dwelling}}, {{key_}})[0]);
  }

 private:
  std::uint32_t key_;
};

/// Even bits of one searcher for each round of a year, out of one draw: most searchers are asked in every round whether they look
/// and do not. The mixer is the last step of MurmurHash3 (Appleby 2011).
class RoundBits {
 public:
  RoundBits() = default;
  explicit RoundBits(std::uint32_t drawn) : drawn_(drawn) {}

  [[nodiscard]] std::uint32_t of(std::uint32_t round) const {
    std::uint32_t z = drawn_ + round * 0x9e3779b9U;
    z = (z ^ (z >> 16U)) * 0x85ebca6bU;
    z = (z ^ (z >> 13U)) * 0xc2b2ae35U;
    return z ^ (z >> 16U);
  }

 private:
  std::uint32_t drawn_ = 0;
};

class Market {
 public:
  Market(const Parameters& parameters, const Worth& worth, const MarketSetting& setting, const Year& year)
      : parameters_(parameters),
        worth_(worth),
        setting_(setting),
        year_(year),
        tastes_(year),
        alternatives_(std::min(static_cast<std::size_t>(parameters.alternatives), kMostAlternatives)) {}

  MarketResult clear(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies, const Settle& settle) {
    MarketResult result;
    open_with(std::move(searchers));
    const auto rounds = static_cast<std::uint32_t>(parameters_.rounds);
    for (std::uint32_t round = 0; round < rounds; ++round) {
      offers_.set(std::move(vacancies), setting_.regions);
      const bool all_look = round > 0 && waiting_.empty();
      find_lookers(round, all_look);
      wish(round);
      if (round == 0) result.expected = expectations();
      vacancies = hand_over(places_of_lookers(), settle, result);
      if (searching_.empty() || (all_look && result.filled.back() == 0)) break;
      if (vacancies.empty()) std::swap(vacancies, waiting_);
    }
    waiting_.insert(waiting_.end(), vacancies.begin(), vacancies.end());
    std::ranges::sort(waiting_, is_listed_before);
    for (const std::uint32_t i : searching_) result.unmet.push_back(searchers_[i]);
    result.open = std::move(waiting_);
    return result;
  }

  Expectations expect(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies) {
    open_with(std::move(searchers));
    offers_.set(std::move(vacancies), setting_.regions);
    find_lookers(0, true);
    wish(0);
    return expectations();
  }

 private:
  /// By region and key.
  void open_with(std::vector<Searcher> searchers) {
    struct Row {
      std::uint64_t key;
      std::uint32_t at;
      std::uint16_t region;
    };
    std::vector<Row> order(searchers.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = {searchers[i].key, i, searchers[i].region};
    std::ranges::sort(order, {}, [](const Row& row) { return std::pair(row.region, row.key); });
    searchers_.reserve(order.size());
    searching_.reserve(order.size());
    attention_.reserve(order.size());
    beginnings_.reserve(order.size());
    in_region_.assign(setting_.regions, 0);
    for (const Row& row : order) {
      searchers_.push_back(searchers[row.at]);
      searching_.push_back(static_cast<std::uint32_t>(searching_.size()));
      ++in_region_[row.region];
      const Block bits = draw(year_.stream, row.key, year_.index, DrawSite::sampling);
      attention_.emplace_back(bits[0]);
      beginnings_.emplace_back(bits[1]);
    }
  }

  /// A dwelling is viewed by a limited number of people: where more would look than `viewers` per vacancy, each looks with a
  /// probability that leaves as many.
  [[nodiscard]] std::uint64_t odds_of_looking(std::size_t region) const {
    const double offers = offers_.number_in(region);
    const double looks = in_region_[region] * std::min(offers, parameters_.alternatives);
    return odds_of(looks > 0 ? parameters_.viewers * offers / looks : 1);
  }

  /// `all_look`: nobody misses this round.
  void find_lookers(std::uint32_t round, bool all_look) {
    lookers_.clear();
    lookers_in_.assign(setting_.regions + 1, 0);
    std::size_t at = 0;
    for (std::size_t region = 0; region < setting_.regions; ++region) {
      const std::size_t end = at + in_region_[region];
      const std::uint64_t odds = all_look ? odds_of(1) : odds_of_looking(region);
      for (; at < end && offers_.number_in(region) > 0; ++at) {
        if (happens(attention_[searching_[at]].of(round), odds)) lookers_.push_back(searching_[at]);
      }
      at = end;
      lookers_in_[region + 1] = lookers_.size();
    }
  }

  [[nodiscard]] float claim_of(const Searcher& searcher, const Offer& offer, float worth) const {
    float claim = searcher.waiting;
    const Tenure tenure = tenure_of(offer.segment);
    if (tenure != Tenure::social_rent) {
      // The highest bid: what the searcher would pay for being so much better off, but not beyond what it can.
      const auto most = tenure == Tenure::owner_occupied
                            ? searcher.buys_to
                            : static_cast<float>(parameters_.rent_to_income) * searcher.demand.income;
      const auto weight = std::abs(static_cast<float>(parameters_.worth_cost));  // of 0: willing to pay anything
      const auto willing = (worth - searcher.reservation) * searcher.demand.income / weight;
      claim = std::min(most - offer.cost, willing);
    }
    return (offer.segment & kHasPriority) != 0 && is_favoured(searcher, offer) ? claim + kFavoured : claim;
  }

  [[nodiscard]] bool is_favoured(const Searcher& searcher, const Offer& offer) const {
    const auto at = std::ranges::lower_bound(setting_.priorities, offer.dwelling, {}, &Priority::dwelling);
    return at != setting_.priorities.end() && at->dwelling == offer.dwelling && searcher.kind != SearcherKind::arrival &&
           setting_.district_of[searcher.demand.neighbourhood] == at->district;
  }

  void wish(std::uint32_t round) {
    wishes_.resize(lookers_.size() * kWishes);
    if (round == 0) seen_worth_.resize(lookers_.size());
    for_each_range(lookers_.size(), year_.threads, [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        const float worth = wish_of(lookers_[i], round, std::span(wishes_).subspan(i * kWishes, kWishes));
        if (round == 0) seen_worth_[i] = worth;
      }
    });
  }

  [[nodiscard]] Expectations expectations() const {
    Expectations out{};
    for (std::size_t i = 0; i < lookers_.size(); ++i) {
      const Demand& demand = searchers_[lookers_[i]].demand;
      if (std::isnan(seen_worth_[i]) || !demand.has_origin) continue;
      out[static_cast<std::size_t>(demand.stage)][income_quintile(setting_.income_bounds, demand.income)].add(
          static_cast<double>(seen_worth_[i]));
    }
    return out;
  }

  /// Fills the wishes of one searcher, best first; returns ln of the mean of eᵛ of what it saw, NaN when that is nothing.
  float wish_of(std::uint32_t row, std::uint32_t round, std::span<Wish> wishes) const {
    const Searcher& searcher = searchers_[row];
    std::array<std::uint32_t, kMostAlternatives> seen;  // NOLINT: filled as far as it is read
    const Choice choice = offers_.choice_of(searcher, static_cast<float>(parameters_.rent_to_income) * searcher.demand.income);
    const std::size_t count = offers_.sample(choice, beginnings_[row].of(round), std::span(seen).first(alternatives_));
    const auto tastes = segment_tastes(year_.stream, searcher.key, year_.index, parameters_.taste_segment, choice);
    std::size_t kept = 0;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Offer& offer = offers_[seen[i]];
      const double plain = worth_.of(searcher.demand, offer);
      if (round == 0) sum += exp_of(plain);
      const float worth = static_cast<float>(plain) + tastes[offer.segment & 0x7fU] + tastes_.of(searcher.key, offer.key);
      if (worth > searcher.reservation) {
        keep({worth, claim_of(searcher, offer, worth), seen[i] - offers_.first_in(searcher.region)}, wishes, kept);
      }
    }
    if (kept < wishes.size()) wishes[kept].place = kUnmatched;
    if (count == 0) return std::numeric_limits<float>::quiet_NaN();
    return round == 0 ? static_cast<float>(ln(sum / static_cast<double>(count))) : 0;
  }

  static void keep(const Wish& wish, std::span<Wish> wishes, std::size_t& kept) {
    if (kept == wishes.size()) {
      if (!is_preferred(wish, wishes[kept - 1])) return;
      --kept;
    }
    std::size_t at = kept++;
    for (; at > 0 && is_preferred(wish, wishes[at - 1]); --at) wishes[at] = wishes[at - 1];
    wishes[at] = wish;
  }

  /// For each looker the place of the vacancy it gets, or kUnmatched. Regions share nothing within a round.
  [[nodiscard]] std::vector<std::uint32_t> places_of_lookers() const {
    std::vector<std::uint32_t> out(lookers_.size(), kUnmatched);
    for_each_index(setting_.regions, setting_.regions < 2 ? 1 : year_.threads, [&](std::size_t region) {
      const std::size_t from = lookers_in_[region];
      const std::size_t count = lookers_in_[region + 1] - from;
      if (count == 0) return;
      std::vector<std::uint64_t> keys(count);
      for (std::size_t i = 0; i < count; ++i) keys[i] = searchers_[lookers_[from + i]].key;
      const auto places =
          match({std::span(wishes_).subspan(from * kWishes, count * kWishes), kWishes, keys}, offers_.number_in(region));
      for (std::size_t i = 0; i < count; ++i) {
        if (places[i] != kUnmatched) out[from + i] = places[i] + offers_.first_in(region);
      }
    });
    return out;
  }

  /// Settles those who got something; the others go on searching. Returns what they leave, which is offered next; what nobody
  /// took has to wait.
  std::vector<Vacancy> hand_over(const std::vector<std::uint32_t>& places, const Settle& settle, MarketResult& result) {
    std::vector<Vacancy> left;
    std::vector<std::uint8_t> taken(offers_.size(), 0);
    std::vector<std::uint32_t> settled;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] == kUnmatched) continue;
      const Searcher& searcher = searchers_[lookers_[i]];
      taken[places[i]] = 1;
      settled.push_back(lookers_[i]);
      --in_region_[searcher.region];
      if (const auto vacated = settle(searcher, offers_.vacancies()[places[i]])) left.push_back(*vacated);
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (taken[i] == 0) waiting_.push_back(offers_.vacancies()[i]);
    }
    result.filled.push_back(static_cast<std::uint32_t>(settled.size()));
    drop(settled);
    return left;
  }

  /// Takes some, in ascending order as they all are, off the list of those who search.
  void drop(const std::vector<std::uint32_t>& settled) {
    if (settled.empty()) return;
    auto next = settled.begin();
    std::erase_if(searching_, [&](std::uint32_t each) {
      if (next == settled.end() || *next != each) return false;
      ++next;
      return true;
    });
  }

  const Parameters& parameters_;
  const Worth& worth_;
  const MarketSetting& setting_;
  const Year& year_;
  Tastes tastes_;
  std::size_t alternatives_;
  std::vector<Searcher> searchers_;       ///< by region and key
  std::vector<RoundBits> attention_;      ///< of each of them: whether it looks
  std::vector<RoundBits> beginnings_;     ///< … where in the list it begins
  std::vector<std::uint32_t> searching_;  ///< rows of those that have got nothing yet
  std::vector<std::uint32_t> in_region_;  ///< their number
  OfferList offers_;                      ///< of this round
  std::vector<Vacancy> waiting_;          ///< offered before in vain
  std::vector<std::uint32_t> lookers_;    ///< rows of those that look in this round, and so are the next three
  std::vector<std::size_t> lookers_in_;   ///< where those of a region begin
  std::vector<Wish> wishes_;
  std::vector<float> seen_worth_;  ///< in the first round; NaN when it saw nothing
};

}  // namespace

std::size_t income_quintile(const IncomeBounds& bounds, float income) {
  return static_cast<std::size_t>(std::ranges::upper_bound(bounds, income) - bounds.begin());
}

MarketResult clear_market(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies, const Parameters& parameters,
                          const Worth& worth, const MarketSetting& setting, const Year& year, const Settle& settle) {
  return Market(parameters, worth, setting, year).clear(std::move(searchers), std::move(vacancies), settle);
}

Expectations expect_of_market(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies, const Parameters& parameters,
                              const Worth& worth, const MarketSetting& setting, const Year& year) {
  return Market(parameters, worth, setting, year).expect(std::move(searchers), std::move(vacancies));
}

}  // namespace koers::simulate
