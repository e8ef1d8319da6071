// SPDX-License-Identifier: EUPL-1.2
#include "simulate/people_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "simulate/fitting.h"
#include "simulate/integerise.h"
#include "simulate/synthesis_draws.h"

namespace koers::simulate {
namespace {

/// Shares of the country below this are taken for it: what is rare must stay possible.
constexpr double kRare = 1e-7;

/// By position × sex × age, shares of those of that sex and age. Minors live with parents, and only where these are too few also
/// elsewhere.
Cells national_positions(bool minors_elsewhere) {
  Cells seed(kPositions * kPeople);
  const auto at = [&seed](Position position, std::size_t sex, std::size_t age) -> double& {
    return seed[static_cast<std::size_t>(position) * kPeople + sex * kAges21 + age];
  };
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < kFirstAdult; ++age) {
      at(Position::child, sex, age) = 1;
      at(Position::institution, sex, age) = minors_elsewhere ? 1 : 0;
    }
    for (std::size_t age = kFirstAdult; age < kAges21; ++age) {
      const Others& others = kOthers[sex][age - kFirstAdult];
      const double total = std::accumulate(others.begin(), others.end(), 0.0);
      const double home = kAtHome[sex][age - kFirstAdult];
      at(Position::child, sex, age) = std::max(home, kRare);
      for (std::size_t i = 0; i < others.size(); ++i) {
        at(static_cast<Position>(i + 1), sex, age) = std::max((1 - home) * others[i] / total, kRare);
      }
    }
  }
  return seed;
}

/// By sex × age.
Cells age_sex_pool(const AreaMargins& area) {
  const Whole people = largest_remainders(area[MarginKind::people].values);
  Cells pool;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t group = 0; group < kAgeGroups; ++group) {
      const std::int64_t count = people[sex * kAgeGroups + group];
      const bool is_cut = group == 3;
      const std::int64_t minors = is_cut ? std::llround(kMinorsOf15To19 * static_cast<double>(count)) : count;
      pool.push_back(static_cast<double>(minors));
      if (is_cut) pool.push_back(static_cast<double>(count - minors));
    }
  }
  return pool;
}

/// How many there are of each position, so that adults and children come out even.
struct Places {
  std::int64_t single = 0;    // households of one
  std::int64_t couple = 0;    // of two without children
  std::int64_t families = 0;  // with children
  std::int64_t lone = 0;      // of those
  std::int64_t minors = 0;
  std::int64_t at_home = 0;  // adult children
  std::int64_t institution = 0;
  std::int64_t gap = 0;  // adults for whom there is no place; negative: places without adults

  /// Moves adults between one number and the gap, as far as `limit`.
  void spend(std::int64_t& on, std::int64_t limit, int adults_each) {
    const std::int64_t wanted = gap / adults_each;
    const std::int64_t step =
        wanted > 0 ? std::clamp<std::int64_t>(limit - on, 0, wanted) : std::clamp<std::int64_t>(limit - on, wanted, 0);
    on += step;
    gap -= step * adults_each;
  }
  [[nodiscard]] std::int64_t children() const { return minors + at_home; }
};

std::int64_t part(double share, std::int64_t of) { return std::llround(share * static_cast<double>(of)); }

/// Couples of whom there are too few adults to make two become singles, at most so many; when there are too many adults, singles
/// become couples.
void change_couples(Places& places, std::int64_t most_parted, std::int64_t most_joined) {
  const std::int64_t joined = std::clamp(places.gap, -most_parted, most_joined);
  places.couple += joined;
  places.single -= joined;
  places.gap -= joined;
}

void place_the_rest(Places& places, bool gives_way) {
  const std::int64_t expected = places.at_home;
  places.spend(places.at_home, part(1 + kAtHomeGivesWay, expected), 1);
  places.spend(places.lone, part(kLeastLoneShare, places.families), -1);
  places.spend(places.at_home, part(kMostAtHome, expected), 1);
  if (gives_way) change_couples(places, 0, places.single / 2);
  places.institution += places.gap;
  places.gap = 0;
}

void find_adults(Places& places, bool gives_way) {
  const std::int64_t expected = places.at_home;
  places.spend(places.at_home, part(1 - kAtHomeGivesWay, expected), 1);
  places.spend(places.lone, part(kMostLoneShare, places.families), -1);
  places.spend(places.at_home, part(kLeastAtHome, expected), 1);
  // An estimate of the households gives way before people live in a way that is rare.
  if (gives_way) change_couples(places, places.couple / 2, 0);
  places.spend(places.institution, 0, 1);
  places.spend(places.at_home, 0, 1);
  places.spend(places.lone, places.families, -1);
  if (!gives_way) return;
  change_couples(places, places.couple, 0);
  const std::int64_t given_up = std::min(-places.gap, places.single);
  places.single -= given_up;
  places.gap += given_up;
  // By now every family has one parent.
  const std::int64_t families_given_up = std::min(-places.gap, places.families);
  places.families -= families_given_up;
  places.lone -= families_given_up;
  places.gap += families_given_up;
}

/// Every household with children has one; whoever finds no such household lives in an institution.
bool find_children(Places& places, bool gives_way) {
  std::int64_t missing = std::max<std::int64_t>(0, places.families - places.children());
  const std::int64_t from_institution = std::min(missing, places.institution);
  places.institution -= from_institution;
  const std::int64_t second_parents = std::min(missing - from_institution, places.families - places.lone);
  places.lone += second_parents;
  places.at_home += from_institution + second_parents;
  missing -= from_institution + second_parents;
  if (missing > 0 && !gives_way) return false;
  // Only lone parents are left, and no children: they live alone.
  places.families -= missing;
  places.lone -= missing;
  places.single += missing;
  return true;
}

/// Σ over adults, each with the share of the country that has a position.
std::int64_t expected_adults(const Cells& pool, Position position) {
  static const Cells kNational = national_positions(false);
  double sum = 0;
  for (std::size_t i = 0; i < kPeople; ++i) {
    if (i % kAges21 >= kFirstAdult) sum += pool[i] * kNational[static_cast<std::size_t>(position) * kPeople + i];
  }
  return std::llround(sum);
}

Result<Places> places_of(const AreaMargins& area, const Cells& pool) {
  const Whole households = largest_remainders(area[MarginKind::households].values);
  const bool gives_way = area[MarginKind::households].standing == Standing::estimated;
  Places places{households[0], households[1], households[2], part(kLoneShare, households[2]), 0, 0, 0, 0};
  std::int64_t adults = 0;
  for (std::size_t i = 0; i < kPeople; ++i) (i % kAges21 < kFirstAdult ? places.minors : adults) += std::llround(pool[i]);
  places.at_home = expected_adults(pool, Position::child);
  places.institution = expected_adults(pool, Position::institution);
  const std::int64_t parents = 2 * places.families - places.lone;
  places.gap = adults - places.single - 2 * places.couple - parents - places.at_home - places.institution;
  if (places.gap > 0) place_the_rest(places, gives_way);
  if (places.gap < 0) find_adults(places, gives_way);
  if (places.gap != 0 || !find_children(places, gives_way)) {
    return failure(ErrorCode::bad_input,
                   "Area " + area.code + ": margin households asks for more people than margin people has.");
  }
  return places;
}

/// Persons by position; those beyond what the households with children can take go to institutions.
Cells persons_by_position(const Places& places) {
  const std::int64_t children = std::min(places.children(), kMostChildren * places.families);
  const std::int64_t rest = places.institution + places.children() - children;
  return as_cells(Whole{children, places.single, 2 * places.couple, 2 * (places.families - places.lone), places.lone, rest});
}

/// Sex × position, whole: as fitted, but with as many men as women in couples, which singles make up for where there are enough.
Cells sexes_of_positions(const DenseTable& fitted, Stream stream, std::uint64_t hash) {
  const Cells by_position = margin_of(fitted, std::vector<std::size_t>{0, 1});
  Cells by_sex(2 * kPositions);
  for (std::size_t i = 0; i < by_position.size(); ++i) by_sex[i % 2 * kPositions + i / 2] = by_position[i];
  const auto cell = [&by_sex](std::size_t sex, Position position) -> double& {
    return by_sex[sex * kPositions + static_cast<std::size_t>(position)];
  };
  for (const Position position : {Position::couple, Position::parent}) {
    const double more_men = (cell(0, position) - cell(1, position)) / 2;
    const double moved = std::clamp(more_men, -cell(0, Position::single), cell(1, Position::single));
    cell(0, position) -= moved;
    cell(0, Position::single) += moved;
    cell(1, position) += moved;
    cell(1, Position::single) -= moved;
  }
  return as_cells(controlled_rounding(by_sex, 2, kPositions, stream, hash, item_of(SynthesisItem::positions)));
}

/// Position × age of one sex.
Result<Whole> people_of_sex(std::size_t sex, const DenseTable& fitted, const Cells& positions, const Cells& pool, Stream stream,
                            std::uint64_t hash, JointFit& joint) {
  Cells seed;
  for (std::size_t position = 0; position < kPositions; ++position) {
    const auto from = fitted.cells.begin() + static_cast<std::ptrdiff_t>(position * kPeople + sex * kAges21);
    seed.insert(seed.end(), from, from + kAges21);
  }
  const auto part_of = [sex](const Cells& both) {
    const auto size = static_cast<std::ptrdiff_t>(both.size() / 2);
    const auto from = both.begin() + static_cast<std::ptrdiff_t>(sex) * size;
    return Cells(from, from + size);
  };
  const auto item = item_of(SynthesisItem::positions) + 1 + static_cast<std::uint32_t>(sex);
  return fit_and_round(seed, part_of(positions), part_of(pool), {stream, hash, item}, joint);
}

/// Position × sex × age, whole.
Result<Whole> people_of_area(const Cells& positions, const Cells& pool, bool minors_elsewhere, Stream stream, std::uint64_t hash,
                             JointFit& joint) {
  const Cells seed = national_positions(minors_elsewhere);
  const std::vector<MarginTable> margins{{"positions", {0}, positions}, {"people", {1, 2}, pool}};
  const auto fitted = fit({{kPositions, 2, kAges21}, seed}, margins, kWholeLimits);
  if (!fitted) return std::unexpected(fitted.error());
  // Rounding by sex could leave a minor without a place when there are two for them.
  if (minors_elsewhere || fitted->largest_difference > kConverged) {
    return fit_and_round(seed, positions, pool, {stream, hash, item_of(SynthesisItem::positions)}, joint);
  }
  const Cells sexes = sexes_of_positions(fitted->table, stream, hash);
  Whole whole(kPositions * kPeople);
  for (std::size_t sex = 0; sex < 2; ++sex) {
    const auto part = people_of_sex(sex, fitted->table, sexes, pool, stream, hash, joint);
    if (!part) return std::unexpected(part.error());
    for (std::size_t i = 0; i < part->size(); ++i) whole[i / kAges21 * kPeople + sex * kAges21 + i % kAges21] = (*part)[i];
  }
  return whole;
}

}  // namespace

Result<PeopleTable> people_table(const AreaMargins& area, Stream stream) {
  const Cells pool = age_sex_pool(area);
  const auto places = places_of(area, pool);
  if (!places) return std::unexpected(places.error());
  PeopleTable table;
  const bool minors_elsewhere = places->children() > kMostChildren * places->families;
  const auto whole =
      people_of_area(persons_by_position(*places), pool, minors_elsewhere, stream, area_hash(area.code), table.fit);
  if (!whole) return std::unexpected(whole.error());
  std::ranges::transform(*whole, table.counts.begin(), [](std::int64_t count) { return static_cast<std::int32_t>(count); });
  table.households = {places->single, places->couple, places->families - places->lone, places->lone};
  table.persons = std::accumulate(whole->begin(), whole->end(), std::int64_t{0});
  table.in_institutions = std::accumulate(table.counts.end() - kPeople, table.counts.end(), std::int64_t{0});
  return table;
}

}  // namespace koers::simulate
