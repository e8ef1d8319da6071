// SPDX-License-Identifier: EUPL-1.2
#include "simulate/market.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "simulate/matching.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

/// Blocks of draws that one round may use for sampling; 60 rounds fit into the items of a draw.
constexpr std::uint32_t kBlocksPerRound = 64;
constexpr std::size_t kMostAlternatives = 200;
/// A claim that nobody outside the favoured group can reach.
constexpr float kFavoured = 1e6F;

bool sorts_before(const Vacancy& a, const Vacancy& b) {
  const auto key = [](const Vacancy& v) {
    return std::tuple(v.region, tenure_of(v.offer.segment), v.offer.cost, v.offer.key, v.offer.dwelling);
  };
  return key(a) < key(b);
}

/// The vacancies of one region as a range of the sorted list, and where each tenure begins in it.
struct RegionOffers {
  std::array<std::uint32_t, kTenures + 1> bounds{};

  [[nodiscard]] std::uint32_t first() const { return bounds.front(); }
  [[nodiscard]] std::uint32_t size() const { return bounds.back() - bounds.front(); }
};

/// What a searcher could have: at most one range per tenure, since each is sorted by cost.
struct Choice {
  std::array<std::uint32_t, kTenures> begin{};
  std::array<std::uint32_t, kTenures> size{};

  [[nodiscard]] std::uint32_t total() const { return size[0] + size[1] + size[2]; }
  [[nodiscard]] std::uint32_t at(std::uint32_t position) const {
    for (std::size_t tenure = 0; tenure + 1 < kTenures; ++tenure) {
      if (position < size[tenure]) return begin[tenure] + position;
      position -= size[tenure];
    }
    return begin[kTenures - 1] + position;
  }
};

/// What a household sees in all dwellings of a segment that others do not: two even draws added, of the asked deviation. A
/// stand-in for the nests of a nested logit by error components (Train, Discrete choice methods with simulation, 2009, 6.3),
/// which leaves every draw a function of its purpose.
std::array<float, kSegments> segment_tastes(Stream stream, std::uint64_t key, std::uint32_t year, double deviation) {
  std::array<float, kSegments> out{};
  constexpr double kRoot6 = 2.449489742783178;
  for (std::uint32_t block = 0; block < kSegments / 4; ++block) {
    const Block bits = draw(stream, key, year, DrawSite::taste, 1 + block);
    for (std::size_t i = 0; i < 4; ++i) {
      const double sum = static_cast<double>((bits[i] >> 16U) + (bits[i] & 0xffffU) + 1U) * 0x1.0p-16 - 1;
      out[block * 4 + i] = static_cast<float>(deviation * kRoot6 * sum);
    }
  }
  return out;
}

/// ε of pairs of one household and one dwelling in one year, from a stream of its own: Philox2x32-10, half the work of the wide
/// one.
class Tastes {
 public:
  explicit Tastes(const Year& year) : key_(draw(year.stream, 0, year.index, DrawSite::taste)[0]) {}

  [[nodiscard]] float of(std::uint64_t household, std::uint32_t dwelling) const {
    const auto folded = static_cast<std::uint32_t>(household ^ (household >> 32U));
    return gumbel_of(r123::Philox2x32{}({{folded, dwelling}}, {{key_}})[0]);
  }

 private:
  std::uint32_t key_;
};

class Market {
 public:
  Market(const Parameters& parameters, const Worth& worth, const MarketSetting& setting, const Year& year)
      : parameters_(parameters), worth_(worth), setting_(setting), year_(year), tastes_(year) {}

  MarketResult clear(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies, const Settle& settle) {
    MarketResult result;
    open_with(std::move(searchers), std::move(vacancies));
    const auto rounds = static_cast<std::uint32_t>(parameters_.rounds);
    for (std::uint32_t round = 0; round < rounds; ++round) {
      prepare();
      const bool all_look = round > 0 && waiting_.empty();
      wish(round, all_look);
      if (round == 0) result.expected = expectations();
      const std::vector<std::uint32_t> places = places_of_searchers();
      result.filled.push_back(hand_over(places, settle));
      if (searchers_.empty() || (all_look && result.filled.back() == 0)) break;
      if (vacancies_.empty()) std::swap(vacancies_, waiting_);
    }
    waiting_.insert(waiting_.end(), vacancies_.begin(), vacancies_.end());
    std::ranges::sort(waiting_, sorts_before);
    result.unmet = std::move(searchers_);
    result.open = std::move(waiting_);
    return result;
  }

  Expectations expect(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies) {
    open_with(std::move(searchers), std::move(vacancies));
    prepare();
    wish(0, true);
    return expectations();
  }

 private:
  void open_with(std::vector<Searcher> searchers, std::vector<Vacancy> vacancies) {
    searchers_ = std::move(searchers);
    vacancies_ = std::move(vacancies);
    std::ranges::sort(searchers_,
                      [](const Searcher& a, const Searcher& b) { return std::tie(a.region, a.key) < std::tie(b.region, b.key); });
  }

  /// Sorts the vacancies and finds the ranges of regions and tenures, and of the searchers of each region.
  void prepare() {
    std::ranges::sort(vacancies_, sorts_before);
    offers_.resize(vacancies_.size());
    std::ranges::transform(vacancies_, offers_.begin(), &Vacancy::offer);
    regions_.assign(setting_.regions, {});
    auto at = vacancies_.begin();
    for (std::size_t region = 0; region < setting_.regions; ++region) {
      regions_[region].bounds[0] = static_cast<std::uint32_t>(at - vacancies_.begin());
      for (std::size_t tenure = 0; tenure < kTenures; ++tenure) {
        at = std::find_if_not(at, vacancies_.end(), [&](const Vacancy& v) {
          return v.region == region && static_cast<std::size_t>(tenure_of(v.offer.segment)) == tenure;
        });
        regions_[region].bounds[tenure + 1] = static_cast<std::uint32_t>(at - vacancies_.begin());
      }
    }
  }

  /// The first of a tenure's offers, which rise in cost, that costs more than `most`.
  [[nodiscard]] std::uint32_t affordable(std::uint32_t first, std::uint32_t last, float most) const {
    const auto from = offers_.begin();
    const auto end =
        std::upper_bound(from + first, from + last, most, [](float value, const Offer& offer) { return value < offer.cost; });
    return static_cast<std::uint32_t>(end - from) - first;
  }

  [[nodiscard]] Choice choice_of(const Searcher& searcher) const {
    const auto& bounds = regions_[searcher.region].bounds;
    const auto rents_to = static_cast<float>(parameters_.rent_to_income) * searcher.demand.income;
    return {{bounds[0], bounds[1], bounds[2]},
            {affordable(bounds[0], bounds[1], searcher.buys_to), searcher.may_rent_social ? bounds[2] - bounds[1] : 0,
             affordable(bounds[2], bounds[3], rents_to)}};
  }

  /// Positions in the list of offers: all that the searcher could have, or one from each of as many equal parts of them as it
  /// looks at. The list is turned by a random number of places first: an offer at the border of two parts is seen less often, and
  /// so each is there as often as any other. So each is seen with the same probability, and a logit over the sample needs no
  /// correction.
  std::size_t sample(const Searcher& searcher, std::uint32_t round, std::array<std::uint32_t, kMostAlternatives>& seen) const {
    const Choice choice = choice_of(searcher);
    const std::uint32_t total = choice.total();
    const auto wanted = static_cast<std::uint32_t>(parameters_.alternatives);
    std::size_t count = 0;
    Block bits{};
    const std::uint32_t turn = total > wanted ? turn_of(searcher, round, total) : 0;
    for (std::uint32_t i = 0; i < std::min(total, wanted); ++i) {
      std::uint32_t position = i;
      if (total > wanted) {
        if (i % 4 == 0) bits = draw(year_.stream, searcher.key, year_.index, DrawSite::sampling, round * kBlocksPerRound + i / 4);
        position = static_cast<std::uint32_t>((((std::uint64_t{i} << 32U) + bits[i % 4]) / wanted * total) >> 32U);
      }
      position += turn;
      const std::uint32_t offer = choice.at(position < total ? position : position - total);
      if (count > 0 && seen[count - 1] == offer) continue;  // at the border of two parts
      __builtin_prefetch(&offers_[offer]);
      seen[count++] = offer;
    }
    return count;
  }

  [[nodiscard]] std::uint32_t turn_of(const Searcher& searcher, std::uint32_t round, std::uint32_t total) const {
    return static_cast<std::uint32_t>((std::uint64_t{bits_of_round(searcher, round)[1]} * total) >> 32U);
  }

  /// What a searcher draws once a round: whether it looks, and where its list begins.
  [[nodiscard]] Block bits_of_round(const Searcher& searcher, std::uint32_t round) const {
    return draw(year_.stream, searcher.key, year_.index, DrawSite::sampling, round * kBlocksPerRound + kBlocksPerRound - 1);
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

  /// `all_look`: nobody misses this round.
  void wish(std::uint32_t round, bool all_look) {
    wishes_.resize(searchers_.size() * kWishes);
    if (round == 0) seen_worth_.resize(searchers_.size());
    if (!all_look) set_attention();
    for_each_range(searchers_.size(), year_.threads, [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        const std::span<Wish> wishes = std::span(wishes_).subspan(i * kWishes, kWishes);
        wishes[0].place = kUnmatched;
        const bool looks = all_look || looks_in(searchers_[i], round);
        const float worth = looks ? wish_of(searchers_[i], round, wishes) : std::numeric_limits<float>::quiet_NaN();
        if (round == 0) seen_worth_[i] = worth;
      }
    });
  }

  [[nodiscard]] Expectations expectations() const {
    Expectations out{};
    for (std::size_t i = 0; i < searchers_.size(); ++i) {
      if (std::isnan(seen_worth_[i]) || !searchers_[i].demand.has_origin) continue;
      const Demand& demand = searchers_[i].demand;
      out[static_cast<std::size_t>(demand.stage)][income_quintile(setting_.income_bounds, demand.income)].add(
          static_cast<double>(seen_worth_[i]));
    }
    return out;
  }

  /// A dwelling is viewed by a limited number of people: where more would look than `viewers` per vacancy, each looks with a
  /// probability that leaves as many.
  void set_attention() {
    attention_.resize(setting_.regions);
    std::vector<std::uint32_t> searchers(setting_.regions, 0);
    for (const Searcher& searcher : searchers_) ++searchers[searcher.region];
    for (std::size_t region = 0; region < setting_.regions; ++region) {
      const double offers = regions_[region].size();
      const double looks = searchers[region] * std::min(offers, parameters_.alternatives);
      attention_[region] = odds_of(looks > 0 ? parameters_.viewers * offers / looks : 1);
    }
  }

  [[nodiscard]] bool looks_in(const Searcher& searcher, std::uint32_t round) const {
    return happens(bits_of_round(searcher, round)[0], attention_[searcher.region]);
  }

  /// Fills the wishes of one searcher, best first; returns ln of the mean of eᵛ of what it saw.
  float wish_of(const Searcher& searcher, std::uint32_t round, std::span<Wish> wishes) const {
    std::array<std::uint32_t, kMostAlternatives> seen;  // NOLINT: filled as far as it is read
    const std::size_t count = sample(searcher, round, seen);
    if (count == 0) return std::numeric_limits<float>::quiet_NaN();
    const auto tastes = segment_tastes(year_.stream, searcher.key, year_.index, parameters_.taste_segment);
    std::size_t kept = 0;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Offer& offer = offers_[seen[i]];
      const double plain = worth_.of(searcher.demand, offer);
      if (round == 0) sum += exp_of(plain);
      const float worth = static_cast<float>(plain) + tastes[offer.segment & 0x7fU] + tastes_.of(searcher.key, offer.key);
      if (worth > searcher.reservation) {
        keep({worth, claim_of(searcher, offer, worth), seen[i] - regions_[searcher.region].first()}, wishes, kept);
      }
    }
    if (kept < wishes.size()) wishes[kept].place = kUnmatched;
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

  /// For each searcher the row of the vacancy it gets, or kUnmatched. Regions share nothing within a round.
  std::vector<std::uint32_t> places_of_searchers() const {
    std::vector<std::uint32_t> out(searchers_.size(), kUnmatched);
    for_each_index(setting_.regions, setting_.regions < 2 ? 1 : year_.threads, [&](std::size_t region) {
      const auto [first, last] = std::ranges::equal_range(searchers_, static_cast<std::uint16_t>(region), {}, &Searcher::region);
      const auto from = static_cast<std::size_t>(first - searchers_.begin());
      const auto count = static_cast<std::size_t>(last - first);
      if (count == 0 || regions_[region].size() == 0) return;
      std::vector<std::uint64_t> keys(count);
      std::transform(first, last, keys.begin(), [](const Searcher& searcher) { return searcher.key; });
      const auto places =
          match({std::span(wishes_).subspan(from * kWishes, count * kWishes), kWishes, keys}, regions_[region].size());
      for (std::size_t i = 0; i < count; ++i) {
        if (places[i] != kUnmatched) out[from + i] = places[i] + regions_[region].first();
      }
    });
    return out;
  }

  /// Settles those who got something and keeps the others. What they leave is offered next; what nobody took has to wait.
  std::uint32_t hand_over(const std::vector<std::uint32_t>& places, const Settle& settle) {
    std::vector<Vacancy> left;
    std::vector<std::uint8_t> taken(vacancies_.size(), 0);
    std::size_t unmet = 0;
    std::uint32_t filled = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] == kUnmatched) {
        searchers_[unmet++] = searchers_[i];
        continue;
      }
      ++filled;
      taken[places[i]] = 1;
      if (const auto vacated = settle(searchers_[i], vacancies_[places[i]])) left.push_back(*vacated);
    }
    searchers_.resize(unmet);
    for (std::size_t i = 0; i < vacancies_.size(); ++i) {
      if (taken[i] == 0) waiting_.push_back(vacancies_[i]);
    }
    vacancies_ = std::move(left);
    return filled;
  }

  const Parameters& parameters_;
  const Worth& worth_;
  const MarketSetting& setting_;
  const Year& year_;
  Tastes tastes_;
  std::vector<Searcher> searchers_;
  std::vector<Vacancy> vacancies_;  ///< offered in this round
  std::vector<Vacancy> waiting_;    ///< offered before in vain
  std::vector<Offer> offers_;
  std::vector<RegionOffers> regions_;
  std::vector<Wish> wishes_;
  std::vector<std::uint64_t> attention_;  ///< of each region
  std::vector<float> seen_worth_;         ///< of each searcher of the first round; NaN when it saw nothing
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
