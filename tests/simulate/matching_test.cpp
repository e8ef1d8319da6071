// SPDX-License-Identifier: EUPL-1.2
#include "simulate/matching.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

/// Lists of wishes as people would write them, each best first.
struct Instance {
  std::size_t places = 0;
  std::vector<std::uint64_t> keys;
  std::vector<std::vector<Wish>> lists;
};

constexpr std::size_t kWidth = 5;

std::vector<Wish> drawn_list(std::size_t places, std::mt19937_64& random) {
  std::vector<std::uint32_t> all(places);
  std::iota(all.begin(), all.end(), 0U);
  for (std::size_t i = places; i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  std::vector<Wish> list;
  for (std::size_t i = 0; i < std::min<std::size_t>(places, random() % (kWidth + 1)); ++i) {
    // Few values, so that many are equal.
    list.push_back({static_cast<float>(random() % 4), static_cast<float>(random() % 3), all[i]});
  }
  std::sort(list.begin(), list.end(),
            [](const Wish& a, const Wish& b) { return a.worth != b.worth ? a.worth > b.worth : a.place < b.place; });
  return list;
}

Instance drawn_instance(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Instance out;
  out.places = 1 + random() % 9;
  const std::size_t seekers = random() % 14;
  for (std::size_t i = 0; i < seekers; ++i) {
    out.keys.push_back(i * 1000 + random() % 1000);
    out.lists.push_back(drawn_list(out.places, random));
  }
  for (std::size_t i = seekers; i > 1; --i) std::swap(out.keys[i - 1], out.keys[random() % i]);
  return out;
}

std::vector<std::uint32_t> matched(const Instance& instance) {
  std::vector<Wish> flat(instance.lists.size() * kWidth);
  for (std::size_t i = 0; i < instance.lists.size(); ++i) {
    std::ranges::copy(instance.lists[i], flat.begin() + static_cast<std::ptrdiff_t>(i * kWidth));
  }
  return match({flat, kWidth, instance.keys}, instance.places);
}

/// Everybody without a place asks at the same time, and every place then sends away all but one.
std::vector<std::uint32_t> matched_in_rounds(const Instance& instance) {
  std::vector<std::size_t> asked(instance.lists.size(), 0);
  std::map<std::uint32_t, std::pair<float, std::size_t>> held;  // place → claim, seeker
  std::set<std::size_t> without;
  for (std::size_t i = 0; i < instance.lists.size(); ++i) without.insert(i);
  const auto better = [&](std::pair<float, std::size_t> a, std::pair<float, std::size_t> b) {
    return a.first != b.first ? a.first > b.first : instance.keys[a.second] < instance.keys[b.second];
  };
  for (bool somebody_asks = true; somebody_asks;) {
    somebody_asks = false;
    std::map<std::uint32_t, std::vector<std::pair<float, std::size_t>>> heard;
    for (auto at = without.rbegin(); at != without.rend(); ++at) {
      if (asked[*at] == instance.lists[*at].size()) continue;
      const Wish& wish = instance.lists[*at][asked[*at]++];
      heard[wish.place].push_back({wish.claim, *at});
      somebody_asks = true;
    }
    for (auto& [place, claims] : heard) {
      if (held.contains(place)) claims.push_back(held[place]);
      for (const auto& [claim, seeker] : claims) without.insert(seeker);
      std::sort(claims.begin(), claims.end(), better);
      held[place] = claims.front();
      without.erase(claims.front().second);
    }
  }
  std::vector<std::uint32_t> out(instance.lists.size(), kUnmatched);
  for (const auto& [place, holder] : held) out[holder.second] = place;
  return out;
}

/// Whether the seeker and the place of this wish would rather have each other than what they have.
bool blocks(const Instance& instance, const std::vector<std::uint32_t>& places, std::size_t seeker, const Wish& wish) {
  for (const Wish& own : instance.lists[seeker]) {
    if (own.place == places[seeker]) return false;  // it comes first
    if (own.place == wish.place) break;
  }
  const auto holder = std::ranges::find(places, wish.place);
  if (holder == places.end()) return true;
  const auto who = static_cast<std::size_t>(holder - places.begin());
  const auto held = std::ranges::find(instance.lists[who], wish.place, &Wish::place);
  return wish.claim > held->claim || (wish.claim == held->claim && instance.keys[seeker] < instance.keys[who]);
}

constexpr std::uint64_t kInstances = 6000;

TEST(Match, AgreesWithEverybodyAskingAtTheSameTime) {
  for (std::uint64_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = drawn_instance(seed);
    ASSERT_EQ(matched(instance), matched_in_rounds(instance)) << seed;
  }
}

TEST(Match, LeavesNoPairThatWouldRatherHaveEachOther) {
  for (std::uint64_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = drawn_instance(seed);
    const std::vector<std::uint32_t> places = matched(instance);
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (const Wish& wish : instance.lists[i]) {
        ASSERT_FALSE(blocks(instance, places, i, wish)) << seed << ": seeker " << i << ", place " << wish.place;
      }
    }
  }
}

TEST(Match, GivesEachSeekerAPlaceItWishesAndEachPlaceToOneSeeker) {
  for (std::uint64_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = drawn_instance(seed);
    const std::vector<std::uint32_t> places = matched(instance);
    ASSERT_EQ(places.size(), instance.keys.size());
    std::set<std::uint32_t> given;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] == kUnmatched) continue;
      ASSERT_TRUE(given.insert(places[i]).second) << seed;
      ASSERT_NE(std::ranges::find(instance.lists[i], places[i], &Wish::place), instance.lists[i].end()) << seed;
    }
  }
}

TEST(Match, DoesNotDependOnTheOrderOfTheSeekers) {
  for (std::uint64_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = drawn_instance(seed);
    Instance turned = instance;
    std::ranges::reverse(turned.keys);
    std::ranges::reverse(turned.lists);
    std::vector<std::uint32_t> places = matched(turned);
    std::ranges::reverse(places);
    ASSERT_EQ(matched(instance), places) << seed;
  }
}

TEST(Match, IsTheExampleOfGaleAndShapley) {
  // College admissions and the stability of marriage (1962), example 2: four men α…δ who rank four women A…D, and the reverse.
  // Only one set of marriages is stable: α–C, β–D, γ–A, δ–B.
  const std::array<std::array<float, 4>, 4> rank_by_man{{{1, 2, 3, 4}, {1, 4, 3, 2}, {2, 1, 3, 4}, {4, 2, 3, 1}}};
  const std::array<std::array<float, 4>, 4> rank_by_woman{{{3, 4, 2, 1}, {3, 1, 4, 2}, {2, 3, 4, 1}, {3, 2, 1, 4}}};
  std::vector<Wish> wishes;
  for (std::uint32_t man = 0; man < 4; ++man) {
    for (std::uint32_t woman = 0; woman < 4; ++woman)
      wishes.push_back({-rank_by_man[man][woman], -rank_by_woman[woman][man], woman});
    std::sort(wishes.end() - 4, wishes.end(), is_preferred);
  }
  const std::vector<std::uint64_t> keys{1, 2, 3, 4};
  EXPECT_EQ(match({wishes, 4, keys}, 4), (std::vector<std::uint32_t>{2, 3, 0, 1}));
}

TEST(Match, OfNobodyIsEmpty) { EXPECT_TRUE(match({{}, 3, {}}, 5).empty()); }

}  // namespace
}  // namespace koers::simulate
