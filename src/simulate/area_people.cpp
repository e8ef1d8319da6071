// SPDX-License-Identifier: EUPL-1.2
#include "simulate/area_people.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "simulate/synthesis_draws.h"

namespace koers::simulate {
namespace {

using Tickets = std::vector<Ticket>;
/// By position and sex.
using Crowd = std::array<std::array<Tickets, 2>, kPositions>;

// Beside persons (0) and dwellings (1) of an area.
constexpr std::uint32_t kTicketKeys = 2;

/// Nearly normal out of 32 bits: the sum of four bytes.
double rough_normal(std::uint32_t bits) {
  const double sum = (bits & 0xffU) + ((bits >> 8U) & 0xffU) + ((bits >> 16U) & 0xffU) + (bits >> 24U);
  return (sum - 510) / 147.8;
}

std::uint32_t stirred(std::uint32_t luck) { return static_cast<std::uint32_t>(derived_key(luck, 0, 0)); }

Tickets& list_of(Crowd& crowd, Position position, Sex sex) {
  return crowd[static_cast<std::size_t>(position)][static_cast<std::size_t>(sex)];
}

/// A place between 0 and 1 with density 1 + slope × (1 − 2x): the smaller of two uniform ones has 2(1 − x).
double sloping(double slope, const Block& bits) {
  const double first = unit(bits[0]);
  if (unit(bits[2]) >= std::abs(slope)) return first;
  return slope > 0 ? std::min(first, unit(bits[3])) : std::max(first, unit(bits[3]));
}

/// The people of one sex and age group. Each gets a single year of age; of young adults the younger ones are at home more often.
class Group {
 public:
  Group(const PeopleTable& table, Sex sex, std::size_t group, std::uint64_t hash, Stream stream)
      : table_(table),
        sex_(sex),
        group_(group),
        hash_(hash),
        stream_(stream),
        from_(kAgeBounds[group]),
        width_(kAgeBounds[group + 1] - from_),
        is_young_(group >= kFirstAdult && group < kFirstAdult + kYoungerAtHome.size()) {}

  void add_to(Crowd& crowd) {
    for (std::size_t position = 0; position < kPositions; ++position) {
      const double slope = is_young_ ? slope_of(static_cast<Position>(position)) : 0;
      Tickets& list = crowd[position][static_cast<std::size_t>(sex_)];
      for (std::int32_t i = 0; i < table_.at(static_cast<Position>(position), sex_, group_); ++i) add_one(slope, list);
    }
    std::ranges::stable_sort(drawn_, {}, &Drawn::place);
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
      drawn_[i].ticket->age = static_cast<std::int16_t>(from_ + static_cast<int>(i) * width_ / static_cast<int>(drawn_.size()));
    }
  }

 private:
  struct Drawn {
    double place;
    Ticket* ticket;
  };

  /// Of those who have left home, so that all together are as many at every age.
  [[nodiscard]] double slope_of(Position position) const {
    const double at_home = kYoungerAtHome[group_ - kFirstAdult];
    if (position == Position::child) return at_home;
    std::int32_t others = 0;
    for (std::size_t i = 1; i < kPositions; ++i) others += table_.at(static_cast<Position>(i), sex_, group_);
    return -std::min(1.0, at_home * table_.at(Position::child, sex_, group_) / std::max(1, others));
  }

  void add_one(double slope, Tickets& list) {
    const auto of_group = static_cast<std::uint32_t>(static_cast<std::size_t>(sex_) * kAges21 + group_);
    const std::uint64_t entity = derived_key(hash_, kTicketKeys + of_group, index_++);
    const Block bits = draw(stream_, entity, 0, DrawSite::synthesis, item_of(SynthesisItem::ages));
    list.push_back({static_cast<std::int16_t>(from_ + static_cast<int>(unit(bits[0]) * width_)), sex_, bits[1]});
    if (is_young_) drawn_.push_back({sloping(slope, bits), &list.back()});
  }

  const PeopleTable& table_;
  Sex sex_;
  std::size_t group_;
  std::uint64_t hash_;
  Stream stream_;
  int from_;
  int width_;
  bool is_young_;
  std::uint32_t index_ = 0;
  std::vector<Drawn> drawn_;
};

Crowd crowd_of(const PeopleTable& table, std::uint64_t hash, Stream stream) {
  Crowd crowd;
  for (std::size_t position = 0; position < kPositions; ++position) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      std::int32_t count = 0;
      for (std::size_t age = 0; age < kAges21; ++age)
        count += table.at(static_cast<Position>(position), static_cast<Sex>(sex), age);
      crowd[position][sex].reserve(static_cast<std::size_t>(count));  // tickets are pointed to while a list grows
    }
  }
  for (std::size_t group = 0; group < kAges21; ++group) {
    Group(table, Sex::man, group, hash, stream).add_to(crowd);
    Group(table, Sex::woman, group, hash, stream).add_to(crowd);
  }
  return crowd;
}

void add_couple(const Ticket& a, const Ticket& b, std::uint8_t type, std::vector<HouseholdDraft>& out) {
  const bool a_leads = a.age > b.age || (a.age == b.age && a.luck >= b.luck);
  out.push_back({a_leads ? a : b, a_leads ? b : a, 0, 0, type});
}

/// In order of the age of a partner that fits, in tenths of years.
void sort_for_pairing(Tickets& tickets) {
  struct Place {
    int fits;
    std::uint32_t luck;
    std::uint32_t at;
  };
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < tickets.size(); ++i) {
    const Ticket& ticket = tickets[i];
    // Single years within reach of each other: chance decides among equals.
    const double gap = ticket.sex == Sex::man ? kPartnerGap + kPartnerGapDeviation * rough_normal(ticket.luck) : 0;
    places.push_back({static_cast<int>(10 * (ticket.age - gap)), stirred(ticket.luck), i});
  }
  std::ranges::sort(
      places, [](const Place& a, const Place& b) { return std::tie(a.fits, a.luck, a.at) < std::tie(b.fits, b.luck, b.at); });
  Tickets sorted;
  sorted.reserve(tickets.size());
  for (const Place& place : places) sorted.push_back(tickets[place.at]);
  tickets = std::move(sorted);
}

/// Takes `count` tickets, evenly spread over the list.
Tickets take_spread(Tickets& list, std::size_t count) {
  Tickets taken;
  Tickets left;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool takes = (i + 1) * count / list.size() > i * count / list.size();
    (takes ? taken : left).push_back(list[i]);
  }
  list = std::move(left);
  return taken;
}

void pair_alike(Tickets& list, std::size_t pairs, std::uint8_t type, std::vector<HouseholdDraft>& out) {
  const Tickets alike = take_spread(list, 2 * pairs);
  for (std::size_t i = 0; i + 1 < alike.size(); i += 2) add_couple(alike[i], alike[i + 1], type, out);
}

void pair_up(Tickets men, Tickets women, std::uint8_t type, std::vector<HouseholdDraft>& out) {
  sort_for_pairing(men);
  sort_for_pairing(women);
  const std::size_t fewer = std::min(men.size(), women.size());
  const auto of_each = static_cast<std::size_t>(std::llround(kAlike / 2 * static_cast<double>(fewer)));
  const std::size_t kept = fewer - std::min(fewer, 2 * of_each);
  pair_alike(men, (men.size() - kept) / 2, type, out);
  pair_alike(women, (women.size() - kept) / 2, type, out);
  for (std::size_t i = 0; i < men.size(); ++i) add_couple(men[i], women[i], type, out);
}

void add_single(const Tickets& tickets, std::uint8_t type, std::vector<HouseholdDraft>& out) {
  for (const Ticket& ticket : tickets) out.push_back({ticket, {}, 0, 0, type});
}

/// Of the mother, else of the one that there is.
int parent_age(const HouseholdDraft& family) {
  if (family.partner.age < 0 || family.head.sex == Sex::woman) return family.head.age;
  return family.partner.age;
}

/// Sets how many children each family has: all one; a second those that are likeliest to have more, a third some of these, …
void share_out(std::span<HouseholdDraft> families, std::size_t children) {
  std::vector<std::pair<double, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < families.size(); ++i) {
    const int age = parent_age(families[i]);
    const double likely = (age >= 32 && age < 52 ? 0.5 : 0.0) + (families[i].partner.age >= 0 ? 0.2 : 0.0);
    order.emplace_back(-likely - unit(stirred(families[i].head.luck)), i);
    families[i].children = 1;
  }
  std::ranges::sort(order);
  std::size_t rest = children - families.size();
  std::size_t with_more = families.size();
  while (rest > 0) {
    const auto likely = static_cast<std::size_t>(std::ceil(kNextChild * static_cast<double>(rest)));
    // More children than families would have in the country: then more of them get a next one.
    with_more = std::min({rest, likely, with_more});
    for (std::size_t i = 0; i < with_more; ++i) ++families[order[i].second].children;
    rest -= with_more;
  }
}

/// A place for a child in a family.
struct Cradle {
  double expected = 0;  ///< age
  int parent = 0;       ///< its age
  std::uint32_t at = 0;
};

std::vector<Cradle> cradles_of(std::span<HouseholdDraft> families) {
  std::vector<Cradle> cradles;
  std::uint32_t next = 0;
  for (HouseholdDraft& family : families) {
    family.first_child = next;
    const int age = parent_age(family);
    for (std::uint32_t i = 0; i < family.children; ++i) {
      const double apart = kAgeAtBirthDeviation * rough_normal(stirred(family.head.luck + 1)) + kBetweenChildren * i;
      cradles.push_back({age - kAgeAtFirstChild - apart, age, next++});
    }
  }
  std::ranges::sort(cradles,
                    [](const Cradle& a, const Cradle& b) { return std::tie(b.expected, a.at) < std::tie(a.expected, b.at); });
  return cradles;
}

bool is_likely(int parent, int child) { return parent - child >= kLeastParentGap && parent - child <= kMostParentGap; }

/// Changes children whose parent is too young or too old with others, where that suits both. One pass over pairs at growing
/// distance in order of age: those that fit are near, where there are any.
std::size_t settle(const std::vector<Cradle>& cradles, Tickets& children) {
  constexpr std::size_t kFar = 500;
  const std::size_t count = children.size();
  const std::size_t farthest = std::min(count, kFar);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t step = 1; step < farthest && !is_likely(cradles[i].parent, children[i].age); ++step) {
      for (const std::size_t other : {i - step, i + step}) {
        if (other >= count) continue;  // before the first wraps round, too
        const bool suits = is_likely(cradles[i].parent, children[other].age) && is_likely(cradles[other].parent, children[i].age);
        if (suits) std::swap(children[i], children[other]);
        if (suits) break;
      }
    }
  }
  std::size_t unlikely = 0;
  for (std::size_t i = 0; i < count; ++i) unlikely += is_likely(cradles[i].parent, children[i].age) ? 0 : 1;
  return unlikely;
}

void bring_up(std::span<HouseholdDraft> families, Tickets children, AreaPeople& people) {
  if (families.empty()) return;
  share_out(families, children.size());
  std::ranges::sort(children, [](const Ticket& a, const Ticket& b) { return std::tie(b.age, a.luck) < std::tie(a.age, b.luck); });
  const auto cradles = cradles_of(families);
  people.unlikely_parents = settle(cradles, children);
  people.children.resize(children.size());
  for (std::size_t i = 0; i < children.size(); ++i) people.children[cradles[i].at] = children[i];
}

Tickets both(Crowd& crowd, Position position) {
  Tickets all = std::move(list_of(crowd, position, Sex::man));
  std::ranges::copy(list_of(crowd, position, Sex::woman), std::back_inserter(all));
  return all;
}

std::size_t row_of(const HouseholdDraft& household) { return household.type * kHeadAges + head_age_class(household.head.age); }

}  // namespace

AreaPeople people_in_households(const PeopleTable& table, std::uint64_t hash, Stream stream) {
  Crowd crowd = crowd_of(table, hash, stream);
  AreaPeople people;
  auto& households = people.households;
  add_single(both(crowd, Position::single), 0, households);
  pair_up(list_of(crowd, Position::couple, Sex::man), list_of(crowd, Position::couple, Sex::woman), 1, households);
  const std::size_t first_family = households.size();
  pair_up(list_of(crowd, Position::parent, Sex::man), list_of(crowd, Position::parent, Sex::woman), 2, households);
  add_single(both(crowd, Position::lone_parent), 3, households);
  people.private_households = households.size();
  bring_up(std::span(households).subspan(first_family), both(crowd, Position::child), people);
  add_single(both(crowd, Position::institution), HouseholdDraft::kInstitution, households);
  return people;
}

HouseholdRows rows_of(const AreaPeople& people) {
  HouseholdRows rows{};
  for (std::size_t i = 0; i < people.private_households; ++i) ++rows[row_of(people.households[i])];
  return rows;
}

void assign_situations(AreaPeople& people, const HouseholdTable& table, std::uint64_t hash, Stream stream) {
  struct Place {
    std::size_t row;
    std::uint32_t luck;
    std::uint32_t household;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> order;
  for (std::uint32_t i = 0; i < people.private_households; ++i) {
    const Block bits = draw(stream, derived_key(hash, 0, i), 0, DrawSite::synthesis, item_of(SynthesisItem::segments));
    order.push_back({row_of(people.households[i]), bits[0], i});
  }
  std::ranges::sort(order);
  std::size_t next = 0;
  for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
    for (std::int64_t i = 0; i < table.counts[cell]; ++i) {
      HouseholdDraft& household = people.households[order[next++].household];
      household.tenure = static_cast<std::uint8_t>(cell / kIncomeClasses % kTenuresOrNone);
      household.income = static_cast<std::uint8_t>(cell % kIncomeClasses);
    }
  }
}

}  // namespace koers::simulate
