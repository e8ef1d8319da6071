// SPDX-License-Identifier: EUPL-1.2
#include "market_reference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

__extension__ using Wide = unsigned __int128;

Tenure tenure_of_vacancy(const Vacancy& vacancy) { return static_cast<Tenure>((vacancy.offer.segment & 0x7fU) / 4); }

/// By region, tenure, cost, key: the order in which offers have positions.
bool is_listed_before(const Vacancy& a, const Vacancy& b) {
  if (a.region != b.region) return a.region < b.region;
  if (tenure_of_vacancy(a) != tenure_of_vacancy(b)) return tenure_of_vacancy(a) < tenure_of_vacancy(b);
  if (a.offer.cost != b.offer.cost) return a.offer.cost < b.offer.cost;
  if (a.offer.key != b.offer.key) return a.offer.key < b.offer.key;
  return a.offer.dwelling < b.offer.dwelling;
}

struct Asked {
  float worth;
  float claim;
  std::size_t place;
};

class Reference {
 public:
  Reference(const MarketCase& market, const Worth& worth) : market_(market), worth_(worth) {}

  MarketResult clear(const Settle& settle) {
    searching_ = market_.searchers;
    std::sort(searching_.begin(), searching_.end(),
              [](const Searcher& a, const Searcher& b) { return a.region != b.region ? a.region < b.region : a.key < b.key; });
    offered_ = market_.vacancies;
    MarketResult result;
    for (std::uint32_t round = 0; round < static_cast<std::uint32_t>(market_.parameters.rounds); ++round) {
      const bool everybody_looks = round > 0 && passed_over_.empty();
      const std::uint32_t filled = one_round(round, everybody_looks, settle);
      result.filled.push_back(filled);
      if (searching_.empty() || (everybody_looks && filled == 0)) break;
      if (offered_.empty()) offered_.swap(passed_over_);
    }
    result.unmet = searching_;
    result.open = offered_;
    result.open.insert(result.open.end(), passed_over_.begin(), passed_over_.end());
    std::sort(result.open.begin(), result.open.end(), is_listed_before);
    return result;
  }

 private:
  std::uint32_t one_round(std::uint32_t round, bool everybody_looks, const Settle& settle) {
    std::sort(offered_.begin(), offered_.end(), is_listed_before);
    std::vector<std::vector<Asked>> lists;
    for (const Searcher& searcher : searching_) {
      const bool looks = everybody_looks || looks_in(searcher, round);
      lists.push_back(looks ? list_of(searcher, round) : std::vector<Asked>{});
    }
    return hand_over(placed(lists), settle);
  }

  /// In each region as many look as `viewers` per vacancy, each of them at as many as there are or as it looks at.
  [[nodiscard]] bool looks_in(const Searcher& searcher, std::uint32_t round) const {
    const auto same_region = [&](const auto& other) { return other.region == searcher.region; };
    const auto offers = static_cast<double>(std::count_if(offered_.begin(), offered_.end(), same_region));
    const auto others = static_cast<double>(std::count_if(searching_.begin(), searching_.end(), same_region));
    const double looks = others * std::min(offers, market_.parameters.alternatives);
    if (looks == 0) return true;
    const double probability = std::min(1.0, market_.parameters.viewers * offers / looks);
    return bits_of(searcher, 0, round) < std::floor(probability * 4294967296.0);
  }

  /// One of the words drawn for the year, mixed anew for each round.
  [[nodiscard]] std::uint32_t bits_of(const Searcher& searcher, std::size_t word, std::uint32_t round) const {
    const Block drawn = draw(market_.year.stream, searcher.key, market_.year.index, DrawSite::sampling);
    std::uint32_t z = drawn[word] + round * 2654435769U;
    z ^= z >> 16U;
    z *= 2246822507U;
    z ^= z >> 13U;
    z *= 3266489909U;
    z ^= z >> 16U;
    return z;
  }

  /// Rows of `offered_` that the searcher sees.
  [[nodiscard]] std::set<std::size_t> seen_by(const Searcher& searcher, std::uint32_t round) const {
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < offered_.size(); ++i) {
      if (could_have(market_, searcher, offered_[i])) possible.push_back(i);
    }
    const auto looks = static_cast<std::uint64_t>(market_.parameters.alternatives);
    if (possible.size() <= looks) return {possible.begin(), possible.end()};
    // The first is drawn within the first of so many equal parts; the others follow at the length of a part.
    const Wide part = (static_cast<Wide>(possible.size()) << 32U) / looks;
    const Wide first = part * bits_of(searcher, 1, round) >> 32U;
    std::set<std::size_t> seen;
    for (std::uint64_t i = 0; i < looks; ++i) seen.insert(possible[static_cast<std::size_t>((first + i * part) >> 32U)]);
    return seen;
  }

  /// The best wishes of those worth the move, best first.
  [[nodiscard]] std::vector<Asked> list_of(const Searcher& searcher, std::uint32_t round) const {
    std::vector<Asked> list;
    for (const std::size_t place : seen_by(searcher, round)) {
      const float worth = seen_worth(market_, worth_, searcher, offered_[place].offer);
      if (worth > searcher.reservation) list.push_back({worth, claim_of(searcher, offered_[place].offer, worth), place});
    }
    std::stable_sort(list.begin(), list.end(), [](const Asked& a, const Asked& b) { return a.worth > b.worth; });
    if (list.size() > kWishes) list.resize(kWishes);
    return list;
  }

  [[nodiscard]] float claim_of(const Searcher& searcher, const Offer& offer, float worth) const {
    const Tenure tenure = static_cast<Tenure>((offer.segment & 0x7fU) / 4);
    float claim = searcher.waiting;
    if (tenure != Tenure::social_rent) {
      const float rents_to = static_cast<float>(market_.parameters.rent_to_income) * searcher.demand.income;
      const float left = (tenure == Tenure::owner_occupied ? searcher.buys_to : rents_to) - offer.cost;
      const float better = worth - searcher.reservation;
      const float bid = better * searcher.demand.income / std::fabs(static_cast<float>(market_.parameters.worth_cost));
      claim = bid < left ? bid : left;
    }
    if ((offer.segment & kHasPriority) == 0 || searcher.kind == SearcherKind::arrival) return claim;
    for (const Priority& priority : market_.setting.priorities) {
      const std::uint16_t home = market_.setting.district_of[searcher.demand.neighbourhood];
      if (priority.dwelling == offer.dwelling && priority.district == home) return claim + 1'000'000.0F;
    }
    return claim;
  }

  /// Deferred acceptance with everybody asking at the same time: the place of each searcher, or none.
  [[nodiscard]] std::map<std::size_t, std::size_t> placed(const std::vector<std::vector<Asked>>& lists) const {
    std::vector<std::size_t> asked(lists.size(), 0);
    std::map<std::size_t, std::pair<std::size_t, float>> holder;  // of a place: searcher and claim
    std::set<std::size_t> without;
    for (std::size_t i = 0; i < lists.size(); ++i) without.insert(i);
    for (bool anybody = true; anybody;) {
      anybody = false;
      for (const std::size_t i : std::vector<std::size_t>(without.begin(), without.end())) {
        if (asked[i] == lists[i].size()) continue;
        anybody = true;
        const Asked& wish = lists[i][asked[i]++];
        const auto at = holder.find(wish.place);
        if (at != holder.end() && !beats(i, wish.claim, at->second)) continue;
        if (at != holder.end()) without.insert(at->second.first);
        without.erase(i);
        holder[wish.place] = {i, wish.claim};
      }
    }
    std::map<std::size_t, std::size_t> out;
    for (const auto& [place, who] : holder) out[who.first] = place;
    return out;
  }

  [[nodiscard]] bool beats(std::size_t i, float claim, const std::pair<std::size_t, float>& other) const {
    return claim != other.second ? claim > other.second : searching_[i].key < searching_[other.first].key;
  }

  std::uint32_t hand_over(const std::map<std::size_t, std::size_t>& places, const Settle& settle) {
    std::vector<Vacancy> left;
    std::set<std::size_t> taken;
    std::vector<Searcher> unmet;
    for (std::size_t i = 0; i < searching_.size(); ++i) {
      const auto at = places.find(i);
      if (at == places.end()) {
        unmet.push_back(searching_[i]);
        continue;
      }
      taken.insert(at->second);
      if (const auto vacancy = settle(searching_[i], offered_[at->second])) left.push_back(*vacancy);
    }
    for (std::size_t i = 0; i < offered_.size(); ++i) {
      if (!taken.contains(i)) passed_over_.push_back(offered_[i]);
    }
    offered_ = left;
    searching_ = unmet;
    return static_cast<std::uint32_t>(taken.size());
  }

  const MarketCase& market_;
  const Worth& worth_;
  std::vector<Searcher> searching_;
  std::vector<Vacancy> offered_;      ///< in this round
  std::vector<Vacancy> passed_over_;  ///< in a round before
};

}  // namespace

bool could_have(const MarketCase& market, const Searcher& searcher, const Vacancy& vacancy) {
  if (vacancy.region != searcher.region) return false;
  switch (tenure_of_vacancy(vacancy)) {
    case Tenure::owner_occupied:
      return vacancy.offer.cost <= searcher.buys_to;
    case Tenure::social_rent:
      return searcher.may_rent_social;
    case Tenure::private_rent:
      return vacancy.offer.cost <= static_cast<float>(market.parameters.rent_to_income) * searcher.demand.income;
  }
  return false;
}

float seen_worth(const MarketCase& market, const Worth& worth, const Searcher& searcher, const Offer& offer) {
  const std::uint32_t segment = offer.segment & 0x7fU;
  // The sum of two even draws of 16 bits within ±½ has variance 1/6.
  const Block bits = draw(market.year.stream, searcher.key, market.year.index, DrawSite::taste, 1 + segment / 4);
  const std::uint32_t halves = (bits[segment % 4] >> 16U) + (bits[segment % 4] & 0xffffU);
  const auto of_kind = static_cast<float>(market.parameters.taste_segment * 2.449489742783178 * ((halves + 1) / 65536.0 - 1));
  const std::uint32_t stream = draw(market.year.stream, 0, market.year.index, DrawSite::taste)[0];
  const auto who = static_cast<std::uint32_t>((searcher.key >> 32U) ^ (searcher.key & 0xffffffffU));
  const float of_dwelling = gumbel_of(r123::Philox2x32_R<7>{}({{who, offer.key}}, {{stream}})[0]);
  return static_cast<float>(worth.of(searcher.demand, offer)) + of_kind + of_dwelling;
}

MarketResult reference_market(const MarketCase& market, const Worth& worth, const Settle& settle) {
  return Reference(market, worth).clear(settle);
}

}  // namespace koers::simulate
