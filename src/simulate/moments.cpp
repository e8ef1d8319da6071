// SPDX-License-Identifier: EUPL-1.2
#include "simulate/moments.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "simulate/demography.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

constexpr std::string_view kMovesByAge =
    "Statistics Netherlands, Statistische Trends 2020, moves by age in 2017, for the ages of the city";
constexpr std::string_view kAtHome = "Statistics Netherlands 2021/49: shares with parents hardly moved from 2015 to 2020";
constexpr std::string_view kNoTrend = "no trend assumed: none is published in what we have";
constexpr std::array kDescriptions = std::to_array<MomentDescription>({
    {"births", "persons", "Births a year", ""},
    {"deaths", "persons", "Deaths a year", ""},
    {"arrivals", "persons", "Persons a year that come from other municipalities and countries", ""},
    {"departures", "persons", "Persons a year that leave for other municipalities and countries", ""},
    {"stays_in_city", "percent", "Of persons that move, those that stay in the municipality", ""},
    {"social_lettings", "dwellings", "Social rented dwellings let in a year", ""},
    {"lettings_to_residents", "percent", "Of social lettings, those to residents", ""},
    {"moved_within_18_29", "percent", "Of persons of 18-29, those that move within the municipality in a year", kMovesByAge},
    {"moved_within_30_44", "percent", "The same of 30-44", kMovesByAge},
    {"moved_within_45_64", "percent", "The same of 45-64", kMovesByAge},
    {"moved_within_65_plus", "percent", "The same of 65 and over", kMovesByAge},
    {"young_arrivals", "percent", "Of persons that come, those of 18-29", kMovesByAge},
    {"young_departures", "percent", "Of persons that leave, those of 18-29", kMovesByAge},
    {"moved_in_two_years", "percent", "Of households, those that came to live there in the last two years", "WoON 2018"},
    {"moved_from_owned", "percent", "Of households that leave a dwelling, those that leave an owner-occupied one",
     "WoON 2018: 380,000 from owned and 470,000 from rented dwellings in two years"},
    {"at_home_20_24", "percentage_points", "Change over the run of the share of 20-24 that lives with parents", kAtHome},
    {"at_home_25_29", "percentage_points", "The same of 25-29", kAtHome},
    {"with_partner", "percentage_points", "Change over the run of the share of women of 25-39 with a partner", kNoTrend},
    {"one_person", "percentage_points", "Change over the run of the share of households of one person",
     "Statistics Netherlands, household forecast 2021: 38.5 % in 2021, 42.5 % in 2070, of the country"},
    {"one_parent", "percentage_points", "Change over the run of the share of households that are one-parent families", kNoTrend},
    {"with_children", "percentage_points", "Change over the run of the share of households that are two parents with children",
     kNoTrend},
    {"child_arrivals", "percent", "Of persons that come, those of 0-14", kMovesByAge},
    {"child_departures", "percent", "Of persons that leave, those of 0-14", kMovesByAge},
    {"persons_per_dwelling", "percent", "Change over the run of persons per dwelling",
     "no trend assumed: Zoetermeer had 2.22 in 2016 and in 2022"},
    {"drift_to_mean", "percent",
     "Change over the run of how far persons per dwelling of neighbourhoods are from the mean, below 0: nearer", kNoTrend},
});
static_assert(kDescriptions.size() == kMoments);

struct AgeGroup {
  std::size_t from;
  std::size_t to;  ///< the last age in it
};
constexpr std::array<AgeGroup, 4> kMovers{{{18, 29}, {30, 44}, {45, 64}, {65, 110}}};
constexpr AgeGroup kYoung{18, 29};
constexpr AgeGroup kChildren{0, 14};

constexpr bool is_in(const AgeGroup& group, std::size_t age) { return age >= group.from && age <= group.to; }
std::size_t at(MomentKind kind) { return static_cast<std::size_t>(kind); }

double percent(double part, double whole) { return 100 * part / whole; }

/// The mean of a rate over the persons of a group, and what part of all that it happens to is in the group.
struct RateOfGroup {
  double mean = 0;
  double share = 0;
};
RateOfGroup rate_of(const Population& start, const ByAge& rates, const AgeGroup& group) {
  double persons = 0;
  double inside = 0;
  double all = 0;
  for (PersonIndex i = 0; i < start.persons.rows(); ++i) {
    if (start.persons.household[i] == kNone) continue;
    const std::size_t age = age_in(start.year - 1, start.persons.birth_year[i]);
    all += rates[age];
    if (!is_in(group, age)) continue;
    ++persons;
    inside += rates[age];
  }
  return {inside / persons, inside / all};
}

/// Persons per dwelling of each neighbourhood with dwellings, and how many dwellings those are.
struct Density {
  std::vector<double> persons;
  std::vector<double> dwellings;
  [[nodiscard]] double of_all() const {
    return std::accumulate(persons.begin(), persons.end(), 0.0) / std::accumulate(dwellings.begin(), dwellings.end(), 0.0);
  }
  /// 0 at the mean of all; 0.1: a tenth more persons per dwelling.
  [[nodiscard]] double beside_mean(std::size_t i) const {
    return dwellings[i] > 0 ? persons[i] / dwellings[i] / of_all() - 1 : 0;
  }
};

Density density_of(const Population& population) {
  Density out{std::vector<double>(population.neighbourhoods.size()), std::vector<double>(population.neighbourhoods.size())};
  for (const HouseholdIndex household : population.persons.household) {
    if (household != kNone) ++out.persons[population.households.neighbourhood[household]];
  }
  for (DwellingIndex i = 0; i < population.dwellings.rows(); ++i) {
    if (population.dwellings.status[i] == DwellingStatus::standing) ++out.dwellings[population.dwellings.neighbourhood[i]];
  }
  return out;
}

/// Least squares of the change of how far neighbourhoods are from the mean on how far they were, weighted by dwellings.
double drift_of(const Density& before, const Density& after) {
  double covariance = 0;
  double variance = 0;
  for (std::size_t i = 0; i < before.dwellings.size(); ++i) {
    const double was = before.beside_mean(i);
    covariance += before.dwellings[i] * was * (after.beside_mean(i) - was);
    variance += before.dwellings[i] * was * was;
  }
  return variance > 0 ? percent(covariance, variance) : 0;
}

/// How people live on the last day of a year.
struct Standing {
  std::array<double, 2> at_home{};  ///< percent of 20–24 and 25–29
  double with_partner = 0;
  double one_person = 0;  ///< percent of households, as are the next two
  double one_parent = 0;
  double with_children = 0;
  Density density;
};

/// Writes the shares of households of some kinds.
void count_households(const Population& population, Standing& out) {
  double households = 0;
  double alone = 0;
  double one_parent = 0;
  double with_children = 0;
  for (HouseholdIndex i = 0; i < population.households.rows(); ++i) {
    if (population.households.first[i] == kNone || population.households.dwelling[i] == kNone) continue;
    const LifeStage stage = population.households.stage[i];
    ++households;
    alone += population.households.members[i] == 1 ? 1 : 0;
    one_parent += stage == LifeStage::one_parent_family ? 1 : 0;
    with_children += stage == LifeStage::young_family || stage == LifeStage::older_family ? 1 : 0;
  }
  out.one_person = percent(alone, households);
  out.one_parent = percent(one_parent, households);
  out.with_children = percent(with_children, households);
}

Standing standing_of(const Population& population, int year) {
  constexpr std::array<AgeGroup, 2> kGroups{{{20, 24}, {25, 29}}};
  std::array<double, 2> young{};
  std::array<double, 2> at_home{};
  double women = 0;
  double partners = 0;
  const Persons& persons = population.persons;
  for (PersonIndex i = 0; i < persons.rows(); ++i) {
    if (persons.household[i] == kNone) continue;
    const std::size_t age = age_in(year, persons.birth_year[i]);
    for (std::size_t group = 0; group < kGroups.size(); ++group) {
      if (!is_in(kGroups[group], age)) continue;
      ++young[group];
      at_home[group] += persons.role[i] == Role::child ? 1 : 0;
    }
    if (persons.sex[i] != Sex::woman || !is_in({25, 39}, age)) continue;
    ++women;
    partners += is_adult_role(persons.role[i]) && has_partner(population, persons.household[i]) ? 1 : 0;
  }
  Standing out{
      {percent(at_home[0], young[0]), percent(at_home[1], young[1])}, percent(partners, women), 0, 0, 0, density_of(population)};
  count_households(population, out);
  return out;
}

/// Who lived where before a year, and what the years of a run added up to.
class MovesBook {
 public:
  void open(const Population& population) {
    keys_ = population.persons.key;
    dwellings_.assign(keys_.size(), kNone);
    present_.assign(keys_.size(), 0);
    for (PersonIndex i = 0; i < keys_.size(); ++i) {
      if (population.persons.household[i] == kNone) continue;
      present_[i] = 1;
      dwellings_[i] = population.households.dwelling[population.persons.household[i]];
    }
    birth_years_ = population.persons.birth_year;
  }

  void close(const Population& population, int year) {
    for (PersonIndex i = 0; i < population.persons.rows(); ++i) {
      const bool was_here = i < keys_.size() && present_[i] != 0;
      const bool is_here = population.persons.household[i] != kNone;
      const bool is_same = was_here && is_here && keys_[i] == population.persons.key[i];
      if (was_here) count_before(i, is_same, year);
      if (is_same) {
        count_move(population, i, year);
      } else if (is_here) {
        count_arrival(age_in(year, population.persons.birth_year[i]), population.persons.birth_year[i] == year);
      }
    }
    count_lettings(population, year);
  }

  void write(double arrived, double departed, double years, Point& out) const {
    out[at(MomentKind::stays_in_city)] = percent(moved_, moved_ + departed);
    for (std::size_t group = 0; group < kMovers.size(); ++group)
      out[at(MomentKind::moved_within_18_29) + group] = percent(moved_by_age_[group], persons_[group]);
    out[at(MomentKind::young_arrivals)] = percent(young_arrived_, arrived);
    out[at(MomentKind::young_departures)] = percent(young_left_, departed);
    out[at(MomentKind::child_arrivals)] = percent(children_arrived_, arrived);
    out[at(MomentKind::child_departures)] = percent(children_left_, departed);
    out[at(MomentKind::social_lettings)] = lettings_ / years;
    out[at(MomentKind::lettings_to_residents)] = percent(lettings_ - lettings_to_others_, lettings_);
  }

 private:
  /// Of the young who are no longer there hardly any died: all count as gone.
  void count_before(PersonIndex person, bool is_same, int year) {
    const std::size_t age = age_in(year, birth_years_[person]);
    for (std::size_t group = 0; group < kMovers.size(); ++group) persons_[group] += is_in(kMovers[group], age) ? 1 : 0;
    if (is_same) return;
    young_left_ += is_in(kYoung, age) ? 1 : 0;
    children_left_ += is_in(kChildren, age) ? 1 : 0;
  }

  /// Who was born in the year has not come from elsewhere. (Some of them have; they are few.)
  void count_arrival(std::size_t age, bool was_born) {
    young_arrived_ += is_in(kYoung, age) ? 1 : 0;
    children_arrived_ += is_in(kChildren, age) && !was_born ? 1 : 0;
  }

  void count_move(const Population& population, PersonIndex person, int year) {
    const DwellingIndex dwelling = population.households.dwelling[population.persons.household[person]];
    if (dwelling == kNone || dwelling == dwellings_[person]) return;
    ++moved_;
    const std::size_t age = age_in(year, birth_years_[person]);
    for (std::size_t group = 0; group < kMovers.size(); ++group) moved_by_age_[group] += is_in(kMovers[group], age) ? 1 : 0;
  }

  void count_lettings(const Population& population, int year) {
    const Households& households = population.households;
    for (HouseholdIndex i = 0; i < households.rows(); ++i) {
      const DwellingIndex dwelling = households.dwelling[i];
      if (households.first[i] == kNone || dwelling == kNone || households.since[i] != year) continue;
      if (population.dwellings.tenure[dwelling] != Tenure::social_rent) continue;
      const PersonIndex head = households.first[i];
      const bool was_here = head < keys_.size() && present_[head] != 0 && keys_[head] == population.persons.key[head];
      // Who came in a year before may have this year as the first of its stay only if it moved.
      if (was_here && dwellings_[head] == dwelling) continue;
      ++lettings_;
      lettings_to_others_ += was_here ? 0 : 1;
    }
  }

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint8_t> present_;
  std::vector<DwellingIndex> dwellings_;
  std::vector<std::int16_t> birth_years_;
  std::array<double, kMovers.size()> persons_{};
  std::array<double, kMovers.size()> moved_by_age_{};
  double moved_ = 0;
  double young_arrived_ = 0;
  double young_left_ = 0;
  double children_arrived_ = 0;
  double children_left_ = 0;
  double lettings_ = 0;
  double lettings_to_others_ = 0;
};

double from_owned(const RunResult& result) {
  double owned = 0;
  double all = 0;
  for (const YearResult& year : result.years) {
    for (std::size_t from = 0; from < kSegments; ++from) {
      for (const std::uint32_t households : year.segments[from]) {
        all += households;
        owned += tenure_of(static_cast<std::uint8_t>(from)) == Tenure::owner_occupied ? households : 0;
      }
    }
  }
  return percent(owned, all);
}

double moved_in_two_years(const Population& population, int year) {
  double recent = 0;
  double all = 0;
  for (HouseholdIndex i = 0; i < population.households.rows(); ++i) {
    if (population.households.first[i] == kNone || population.households.dwelling[i] == kNone) continue;
    ++all;
    recent += population.households.since[i] >= year - 1 ? 1 : 0;
  }
  return percent(recent, all);
}

void write_flows(const RunResult& result, double years, Point& out, double& arrived, double& departed) {
  for (const YearResult& year : result.years) {
    out[at(MomentKind::births)] += year.life.births / years;
    out[at(MomentKind::deaths)] += year.life.deaths / years;
    arrived += static_cast<double>(year.persons_arrived);
    departed += static_cast<double>(year.persons_departed);
  }
  out[at(MomentKind::arrivals)] = arrived / years;
  out[at(MomentKind::departures)] = departed / years;
}

Point moments_of(Engine engine, int first_year, int years) {
  Point out(kMoments, 0);
  const Standing before = standing_of(engine.population(), first_year - 1);
  MovesBook book;
  for (int i = 0; i < years; ++i) {
    book.open(engine.population());
    engine.step();
    book.close(engine.population(), first_year + i);
  }
  const int last_year = first_year + years - 1;
  double arrived = 0;
  double departed = 0;
  write_flows(engine.result(), years, out, arrived, departed);
  book.write(arrived, departed, years, out);
  out[at(MomentKind::moved_in_two_years)] = moved_in_two_years(engine.population(), last_year);
  out[at(MomentKind::moved_from_owned)] = from_owned(engine.result());
  const Standing after = standing_of(engine.population(), last_year);
  out[at(MomentKind::at_home_20_24)] = after.at_home[0] - before.at_home[0];
  out[at(MomentKind::at_home_25_29)] = after.at_home[1] - before.at_home[1];
  out[at(MomentKind::with_partner)] = after.with_partner - before.with_partner;
  out[at(MomentKind::one_person)] = after.one_person - before.one_person;
  out[at(MomentKind::one_parent)] = after.one_parent - before.one_parent;
  out[at(MomentKind::with_children)] = after.with_children - before.with_children;
  out[at(MomentKind::persons_per_dwelling)] = percent(after.density.of_all() / before.density.of_all() - 1, 1);
  out[at(MomentKind::drift_to_mean)] = drift_of(before.density, after.density);
  return out;
}

}  // namespace

const MomentDescription& describe(MomentKind kind) { return kDescriptions.at(at(kind)); }

Targets national_targets(const Population& start, const Rates& rates) {
  // What a city may differ from the country, or a year from another: a seventh of a rate of moves, some points of a share.
  constexpr double kOfMoves = 0.15;
  Targets out(kMoments);
  for (std::size_t group = 0; group < kMovers.size(); ++group) {
    const double value = 100 * rate_of(start, rates.moves_within, kMovers[group]).mean;
    out[at(MomentKind::moved_within_18_29) + group] = Target{value, kOfMoves * value};
  }
  ByAge leaving{};
  for (std::size_t age = 0; age < kAges; ++age) leaving[age] = rates.moves_between[age] + rates.emigration[age];
  const double young = 100 * rate_of(start, leaving, kYoung).share;
  out[at(MomentKind::young_arrivals)] = out[at(MomentKind::young_departures)] = Target{young, 4};
  const double children = 100 * rate_of(start, leaving, kChildren).share;
  out[at(MomentKind::child_arrivals)] = out[at(MomentKind::child_departures)] = Target{children, 3};
  out[at(MomentKind::moved_in_two_years)] = Target{15, 2};
  out[at(MomentKind::moved_from_owned)] = Target{percent(380, 380 + 470), 5};
  out[at(MomentKind::at_home_20_24)] = Target{0, 2};
  out[at(MomentKind::at_home_25_29)] = Target{0, 2};
  out[at(MomentKind::with_partner)] = Target{0, 2};
  out[at(MomentKind::one_person)] = Target{0.3, 1};
  out[at(MomentKind::one_parent)] = Target{0, 0.5};
  out[at(MomentKind::with_children)] = Target{0, 1};
  out[at(MomentKind::persons_per_dwelling)] = Target{0, 0.4};
  out[at(MomentKind::drift_to_mean)] = Target{0, 5};
  return out;
}

Result<Point> moments_of_runs(const Population& start, const RunSetting& setting, std::uint32_t replicates, const Rates& rates) {
  Point sum(kMoments, 0);
  for (std::uint32_t i = 0; i < replicates; ++i) {
    RunSetting one = setting;
    one.stream.replicate += i;
    auto engine = Engine::begin(start, std::move(one), rates);
    if (!engine) return std::unexpected(engine.error());
    const Point moments = moments_of(std::move(*engine), start.year, setting.years);
    for (std::size_t m = 0; m < kMoments; ++m) sum[m] += moments[m] / replicates;
  }
  return sum;
}

}  // namespace koers::simulate
