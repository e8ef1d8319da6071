// SPDX-License-Identifier: EUPL-1.2
#include "simulate/search.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "simulate/demography.h"
#include "simulate/family.h"
#include "simulate/labour.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

constexpr float kNothing = -std::numeric_limits<float>::infinity();
/// The part of its value that an owner has paid off: a seventh at first, 3 % more each year. Illustrative.
constexpr double kEquityAtFirst = 0.15;
constexpr double kEquityPerYear = 0.03;
constexpr double kMostLikely = 0.95;
/// Thousands of euros a year: who has less gets help with the rent, which is not in the model.
constexpr float kLeastIncome = 10;

/// ln(1 + years).
constexpr int kMostYears = 110;
constexpr std::array<double, kMostYears + 1> kLnYears = [] {
  std::array<double, kMostYears + 1> out{};
  for (int years = 0; years <= kMostYears; ++years) out[static_cast<std::size_t>(years)] = ln(1.0 + years);
  return out;
}();

double tenure_effect(const Parameters& parameters, Tenure tenure) {
  switch (tenure) {
    case Tenure::owner_occupied:
      return 0;
    case Tenure::social_rent:
      return parameters.search_social_rent;
    case Tenure::private_rent:
      return parameters.search_private_rent;
  }
  return 0;
}

std::size_t quintile(const Situation& situation, HouseholdIndex household) {
  return income_quintile(situation.scale.quintiles, situation.population.households.income[household]);
}

double market_of(const MarketView& view, const Situation& situation, HouseholdIndex household) {
  return view[static_cast<std::size_t>(situation.population.households.stage[household])][quintile(situation, household)];
}

/// E1 without its intercept.
double urge(const Situation& situation, HouseholdIndex household, int year) {
  const Households& households = situation.population.households;
  const Parameters& p = situation.parameters;
  const DwellingIndex dwelling = households.dwelling[household];
  const Demand demand = demand_of(situation, household);
  const int years = std::max(0, year - households.since[household]);
  const int short_of = std::max(0, demand.rooms - static_cast<int>(situation.population.dwellings.rooms[dwelling]));
  const double unlike = std::abs(static_cast<double>(demand.status - situation.mean_status[demand.neighbourhood]));
  const Offer present = offer_of(situation.population.dwellings, dwelling, p, situation.prices);
  const double gain = market_of(situation.view, situation, household) - situation.worth.of(demand, present);
  return p.search_duration * kLnYears[static_cast<std::size_t>(std::min(years, kMostYears))] +
         tenure_effect(p, situation.population.dwellings.tenure[dwelling]) + p.search_misfit * short_of +
         p.search_distance * unlike + p.search_gain * gain;
}

bool lives_in_dwelling(const Population& population, HouseholdIndex household) {
  return population.households.first[household] != kNone && population.households.dwelling[household] != kNone;
}

std::size_t age_of_head(const Population& population, HouseholdIndex household, int year) {
  return age_in(year, population.persons.birth_year[population.households.first[household]]);
}

/// The intercept with which these urges have this mean probability.
double intercept_for(const std::vector<double>& urges, double wanted) {
  double low = -20;
  double high = 20;
  for (int i = 0; i < 30; ++i) {
    const double middle = (low + high) / 2;
    double sum = 0;
    for (const double urge : urges) sum += logistic(middle + urge);
    (sum < wanted * static_cast<double>(urges.size()) ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// Ages that share an intercept, from a sample that is large enough.
constexpr std::size_t kAgeGroup = 5;
constexpr std::size_t kMostSampled = 20'000;

double mean_rate(const ByAge& rates, std::size_t group) {
  double sum = 0;
  for (std::size_t i = 0; i < kAgeGroup; ++i) sum += rates[std::min(group * kAgeGroup + i, kAges - 1)];
  return sum / kAgeGroup;
}

void set_intercepts(const Situation& situation, const Rates& rates, const Year& year, SearchTables& tables) {
  std::array<std::vector<double>, kAges / kAgeGroup + 1> urges;
  std::vector<double> of_all;
  const std::size_t rows = situation.population.households.rows();
  for (std::size_t i = 0; i < rows; i += rows / kMostSampled + 1) {
    const auto household = static_cast<HouseholdIndex>(i);
    if (!lives_in_dwelling(situation.population, household)) continue;
    const std::size_t age = age_of_head(situation.population, household, year.calendar);
    of_all.push_back(urge(situation, household, year.calendar));
    urges[age / kAgeGroup].push_back(of_all.back());
  }
  // A group that nobody is in at the start still has its own rate, for who comes into it later.
  for (auto& group : urges) {
    if (group.empty()) group = of_all;
  }
  for (std::size_t age = 0; age < kAges; ++age) {
    const std::size_t group = age / kAgeGroup;
    const double wanted = std::min(kMostLikely, situation.parameters.search_per_move * mean_rate(rates.moves_within, group));
    tables.intercepts[age] = age % kAgeGroup == 0 ? intercept_for(urges[group], wanted) : tables.intercepts[age - 1];
  }
}

/// E5: by what the market of now, beside that of the start, multiplies the rate of departure of each kind of household.
MarketView departure_factors(const Situation& situation) {
  MarketView out{};
  for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
    for (std::size_t fifth = 0; fifth < kQuintiles; ++fifth) {
      const double gain = gain_of(situation.view[stage][fifth], situation.base_view[stage][fifth]);
      out[stage][fifth] = exp_of(-situation.parameters.departure_response * gain);
    }
  }
  return out;
}

Intention intention_of(const Situation& situation, const SearchTables& tables, const MarketView& departure_factor,
                       const Year& year, HouseholdIndex household) {
  const Population& population = situation.population;
  const PersonIndex head = population.households.first[household];
  if (head == kNone || population.persons.role[head] == Role::resident_of_institution) return Intention::stays;
  const std::size_t age = age_of_head(population, household, year.calendar);
  const Block bits = draw(year.stream, population.persons.key[head], year.index, DrawSite::search);
  const double departs =
      mean_of_family(population, household, tables.departure, year.calendar) * market_of(departure_factor, situation, household);
  if (unit(bits[1]) < departs) return Intention::departs;
  const bool has_elsewhere = population.regions.size() > 1;
  if (has_elsewhere && unit(bits[2]) < mean_of_family(population, household, tables.elsewhere, year.calendar))
    return Intention::searches_elsewhere;
  if (population.households.dwelling[household] == kNone) return Intention::must_move;
  const double probability = logistic(tables.intercepts[age] + urge(situation, household, year.calendar));
  return unit(bits[0]) < probability ? Intention::searches : Intention::stays;
}

double savings_of(const Situation& situation, HouseholdIndex household, int year) {
  const Population& population = situation.population;
  const double wealth = static_cast<double>(population.households.wealth[household]);
  const DwellingIndex dwelling = population.households.dwelling[household];
  if (dwelling == kNone || population.dwellings.tenure[dwelling] != Tenure::owner_occupied) return wealth;
  const Offer own = offer_of(population.dwellings, dwelling, situation.parameters, situation.prices);
  const int years = std::max(0, year - population.households.since[household]);
  const double paid_off = std::min(1.0, kEquityAtFirst + kEquityPerYear * years);
  return wealth + paid_off * static_cast<double>(own.cost) / situation.parameters.user_cost_owner;
}

}  // namespace

double mean_of_family(const Population& population, HouseholdIndex household, const ByAge& rates, int year) {
  double sum = 0;
  int members = 0;
  for (PersonIndex at = population.households.first[household]; at != kNone; at = population.persons.next[at]) {
    const std::size_t age = age_in(year, population.persons.birth_year[at]);
    if (population.persons.role[at] == Role::child && age >= static_cast<std::size_t>(kComingOfAge)) continue;
    sum += rates[age];
    ++members;
  }
  return sum / members;
}

MarketView view_of(const Expectations& expected) {
  constexpr std::int64_t kEnough = 30;
  Expectation all;
  std::array<Expectation, kLifeStages> by_stage{};
  for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
    for (const Expectation& one : expected[stage]) {
      by_stage[stage].sum += one.sum;
      by_stage[stage].count += one.count;
    }
    all.sum += by_stage[stage].sum;
    all.count += by_stage[stage].count;
  }
  MarketView out{};
  for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
    for (std::size_t i = 0; i < kQuintiles; ++i) {
      const Expectation& own = expected[stage][i];
      const Expectation& best = own.count >= kEnough ? own : (by_stage[stage].count >= kEnough ? by_stage[stage] : all);
      out[stage][i] = best.count > 0 ? best.mean() : 0;
    }
  }
  return out;
}

Demand demand_of(const Situation& situation, HouseholdIndex household) {
  const Households& households = situation.population.households;
  const int adults = households.members[household] - households.children[household];
  return {std::max(households.income[household], kLeastIncome),
          situation.status[household],
          households.neighbourhood[household],
          true,
          static_cast<std::uint8_t>(rooms_needed(adults, households.children[household])),
          households.stage[household]};
}

double present_worth(const Situation& situation, HouseholdIndex household) {
  const DwellingIndex dwelling = situation.population.households.dwelling[household];
  if (dwelling == kNone) return static_cast<double>(kNothing);
  return situation.worth.of(demand_of(situation, household),
                            offer_of(situation.population.dwellings, dwelling, situation.parameters, situation.prices));
}

float buys_to(const Parameters& parameters, double income, double savings) {
  return static_cast<float>((income * parameters.loan_to_income + savings) * parameters.user_cost_owner);
}

Searcher searcher_of(const Situation& situation, HouseholdIndex household, bool must_move, bool urgent, const Year& year) {
  const Population& population = situation.population;
  const Households& households = population.households;
  Searcher out;
  out.key = population.persons.key[households.first[household]];
  out.demand = demand_of(situation, household);
  out.buys_to =
      buys_to(situation.parameters, static_cast<double>(out.demand.income), savings_of(situation, household, year.calendar));
  out.reservation =
      must_move ? kNothing : static_cast<float>(present_worth(situation, household) + situation.parameters.move_threshold);
  out.waiting = static_cast<float>(std::max(0, year.calendar - households.registered[household])) + (urgent ? kUrgent : 0);
  out.may_rent_social = static_cast<double>(out.demand.income) <= situation.parameters.social_income_limit;
  out.kind = SearcherKind::household;
  out.region = population.neighbourhoods[households.neighbourhood[household]].region;
  out.who = household;
  return out;
}

SearchTables search_tables(const Situation& situation, const Rates& rates, const Year& year) {
  SearchTables tables;
  set_intercepts(situation, rates, year, tables);
  const bool one_region = situation.population.regions.size() < 2;
  for (std::size_t age = 0; age < kAges; ++age) {
    // Within a country those who move to another municipality search there; from one city they leave.
    tables.departure[age] =
        situation.parameters.departures * (rates.emigration[age] + (one_region ? rates.moves_between[age] : 0));
    tables.elsewhere[age] =
        one_region ? 0 : std::min(kMostLikely, situation.parameters.search_per_move * rates.moves_between[age]);
  }
  return tables;
}

void decide_intentions(const Situation& situation, const SearchTables& tables, const Year& year,
                       std::vector<Intention>& intentions) {
  intentions.resize(situation.population.households.rows());
  const MarketView factor = departure_factors(situation);
  for_each_range(intentions.size(), year.threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      intentions[i] = intention_of(situation, tables, factor, year, static_cast<HouseholdIndex>(i));
    }
  });
}

}  // namespace koers::simulate
