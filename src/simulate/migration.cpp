// SPDX-License-Identifier: EUPL-1.2
#include "simulate/migration.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/poisson.hpp>

#include "simulate/demography.h"
#include "simulate/labour.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

constexpr std::size_t kMostDonors = 2000;  // of each step
constexpr std::int8_t kOlderBy = 2;
constexpr int kYoungUnder = 30;

std::uint32_t poisson(double mean, double u) {
  using namespace boost::math::policies;
  // The smallest number of which the distribution reaches u.
  using Discrete = policy<discrete_quantile<integer_round_up>>;
  if (mean <= 0) return 0;
  return static_cast<std::uint32_t>(quantile(boost::math::poisson_distribution<double, Discrete>(mean), u));
}

ByAge moving_rates(const Rates& rates) {
  ByAge out{};
  for (std::size_t age = 0; age < kAges; ++age) out[age] = rates.moves_between[age] + rates.emigration[age];
  return out;
}

/// A household of the start, or one of its children of age, and how much it moves.
struct Candidate {
  PersonIndex first = kNone;
  bool alone = false;
  double weight = 0;
};

std::array<std::vector<Candidate>, kLifeStages> candidates_of(const Population& start, const ByAge& moving, double per_young) {
  std::array<std::vector<Candidate>, kLifeStages> out;
  for (HouseholdIndex i = 0; i < start.households.rows(); ++i) {
    if (start.households.first[i] == kNone || start.households.dwelling[i] == kNone) continue;
    const double of_household = mean_of_family(start, i, moving, start.year - 1);
    const int age_of_head = start.year - 1 - start.persons.birth_year[start.households.first[i]];
    out[static_cast<std::size_t>(start.households.stage[i])].push_back(
        {start.households.first[i], false, of_household * (age_of_head < kYoungUnder ? per_young : 1)});
    for (PersonIndex at = start.households.first[i]; at != kNone; at = start.persons.next[at]) {
      const std::size_t age = age_in(start.year - 1, start.persons.birth_year[at]);
      if (start.persons.role[at] != Role::child || age < static_cast<std::size_t>(kComingOfAge)) continue;
      // What remains of the rate of this age beside moves with the parents.
      const double alone = std::max(0.0, moving[age] - of_household) * (static_cast<int>(age) < kYoungUnder ? per_young : 1);
      out[static_cast<std::size_t>(life_stage(static_cast<int>(age), 1, 0))].push_back({at, true, alone});
    }
  }
  return out;
}

void add_donor(const Population& start, const Candidate& candidate, DonorsOfStage& stage, Donors& donors) {
  stage.rows.push_back(static_cast<std::uint32_t>(donors.first.size()));
  stage.cumulative.push_back((stage.cumulative.empty() ? 0 : stage.cumulative.back()) + candidate.weight);
  donors.first.push_back(static_cast<std::uint32_t>(donors.members.size()));
  donors.alone.push_back(candidate.alone);
  const Persons& persons = start.persons;
  for (PersonIndex at = candidate.first; at != kNone; at = candidate.alone ? kNone : persons.next[at]) {
    donors.members.push_back({static_cast<std::uint8_t>(age_in(start.year - 1, persons.birth_year[at])), persons.sex[at],
                              candidate.alone ? Role::head : persons.role[at], persons.education[at]});
  }
}

std::uint32_t drawn_donor(const DonorsOfStage& stage, double u) {
  const auto at = std::ranges::upper_bound(stage.cumulative, u * stage.cumulative.back());
  const auto row = std::min<std::size_t>(static_cast<std::size_t>(at - stage.cumulative.begin()), stage.rows.size() - 1);
  return stage.rows[row];
}

int age_of(const DonorMember& member, const Arrival& arrival) {
  return std::clamp(static_cast<int>(member.age) + arrival.older, is_adult_role(member.role) ? kComingOfAge : 0, 105);
}

/// What a member of an arrival is; the same each time it is asked.
struct Newcomer {
  NewPerson person;
  int age = 0;
  Role role = Role::head;
};

Newcomer newcomer(const Arrival& arrival, const Donors& donors, const DonorMember& member, std::uint32_t number,
                  const Year& year) {
  const int age = age_of(member, arrival);
  const std::uint64_t key = number == 0 ? arrival.key : derived_key(arrival.key, 0, number);
  const Block bits = draw(year.stream, key, year.index, DrawSite::arrival, 1);
  Work work = Work::none;
  if (age >= kRetirementAge) {
    work = Work::retired;
  } else if (age >= kComingOfAge &&
             unit(bits[0]) < donors.work.share[static_cast<std::size_t>(age)][work_cell(member.education, member.sex)]) {
    work = Work::working;
  }
  return {{key, static_cast<std::int16_t>(year.calendar - age), member.sex, member.education, work, talent_of(bits[1])},
          age,
          member.role};
}

struct Means {
  double income = 0;
  double wealth = 0;
  Education highest = Education::low;
  Work work_of_head = Work::none;
  int adults = 0;
  int children = 0;
};

Means means_of(const Arrival& arrival, const Donors& donors, const Parameters& parameters, const Year& year) {
  Means out;
  const std::span members(donors.members.begin() + donors.first[arrival.donor],
                          donors.members.begin() + donors.first[arrival.donor + 1]);
  for (const DonorMember& member : members) (is_adult_role(member.role) ? out.adults : out.children) += 1;
  std::uint32_t number = 0;
  for (const DonorMember& member : members) {
    const Newcomer one = newcomer(arrival, donors, member, number++, year);
    if (!is_adult_role(member.role)) continue;
    if (number == 1) out.work_of_head = one.person.work;
    out.highest = std::max(out.highest, one.person.education);
    out.income += earnings(one.age, one.person.education, one.person.work, static_cast<double>(one.person.talent), out.adults);
  }
  out.income = std::max(1.0, out.income * exp_of(parameters.income_growth * year.index));
  // Illustrative: savings of up to twice a year's income, more with age.
  const Block bits = draw(year.stream, arrival.key, year.index, DrawSite::arrival, 2);
  out.wealth = out.income * 2 * unit(bits[0]) * std::clamp((age_of(members[0], arrival) - 20) / 40.0, 0.0, 1.0);
  return out;
}

double response(const Parameters& parameters, const MarketView& view, const MarketView& base_view, std::size_t stage) {
  double gain = 0;
  for (std::size_t i = 0; i < kQuintiles; ++i) gain += gain_of(view[stage][i], base_view[stage][i]) / kQuintiles;
  return exp_of(parameters.arrival_response * gain);
}

}  // namespace

Donors donors_of(const Population& start, const Rates& rates, const WorkTable& work, double per_young) {
  Donors donors;
  donors.work = work;
  const ByAge moving = moving_rates(rates);
  for (std::size_t age = 0; age < kAges; ++age)
    donors.from_abroad[age] = moving[age] > 0 ? rates.emigration[age] / moving[age] : 0;
  double all = 0;
  const auto candidates = candidates_of(start, moving, per_young);
  for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
    const std::size_t stride = candidates[stage].size() / kMostDonors + 1;
    for (std::size_t i = 0; i < candidates[stage].size(); ++i) {
      donors.by_stage[stage].share += candidates[stage][i].weight;
      if (i % stride == 0) add_donor(start, candidates[stage][i], donors.by_stage[stage], donors);
    }
    all += donors.by_stage[stage].share;
  }
  for (DonorsOfStage& stage : donors.by_stage) stage.share = all > 0 ? stage.share / all : 0;
  donors.first.push_back(static_cast<std::uint32_t>(donors.members.size()));
  return donors;
}

std::vector<Arrival> arrivals_of(const Donors& donors, const std::vector<std::uint32_t>& households_by_region,
                                 const Parameters& parameters, const MarketView& view, const MarketView& base_view,
                                 const Year& year, std::vector<std::uint16_t>& regions) {
  std::vector<Arrival> out;
  for (std::uint16_t region = 0; region < households_by_region.size(); ++region) {
    for (std::uint32_t stage = 0; stage < kLifeStages; ++stage) {
      const DonorsOfStage& own = donors.by_stage[stage];
      if (!(own.share > 0)) continue;
      const std::uint64_t gate = derived_key(region, stage, 0xa1);
      const double mean =
          households_by_region[region] * parameters.arrivals * own.share * response(parameters, view, base_view, stage);
      const std::uint32_t number = poisson(mean, unit(draw(year.stream, gate, year.index, DrawSite::arrival)[0]));
      for (std::uint32_t i = 0; i < number; ++i) {
        const std::uint64_t key = derived_key(gate, static_cast<std::uint32_t>(year.calendar), i);
        const Block bits = draw(year.stream, key, year.index, DrawSite::arrival);
        const auto older = static_cast<std::int8_t>(static_cast<int>(bits[1] % (2 * kOlderBy + 1)) - kOlderBy);
        out.push_back({key, drawn_donor(own, unit(bits[0])), static_cast<LifeStage>(stage), older});
        regions.push_back(region);
      }
    }
  }
  return out;
}

Searcher searcher_of(const Arrival& arrival, std::uint32_t row, std::uint16_t region, const Donors& donors,
                     const Situation& situation, const Year& year) {
  const Means means = means_of(arrival, donors, situation.parameters, year);
  Searcher out;
  out.key = arrival.key;
  out.demand = {static_cast<float>(means.income),
                static_cast<float>(
                    status_of(situation.scale, means.income, means.adults + means.children, means.highest, means.work_of_head)),
                0,
                false,
                static_cast<std::uint8_t>(rooms_needed(means.adults, means.children)),
                arrival.stage};
  out.buys_to = buys_to(situation.parameters, means.income, means.wealth);
  const std::size_t fifth = income_quintile(situation.scale.quintiles, out.demand.income);
  out.reservation = static_cast<float>(situation.base_view[static_cast<std::size_t>(arrival.stage)][fifth]);
  out.may_rent_social = means.income <= situation.parameters.social_income_limit;
  // Any part of the most that somebody from elsewhere has been registered is as likely.
  const double registered = unit(draw(year.stream, arrival.key, year.index, DrawSite::arrival, 2)[1]);
  out.waiting = static_cast<float>(std::floor(registered * (situation.parameters.arrival_waiting + 1)));
  out.kind = SearcherKind::arrival;
  out.region = region;
  out.who = row;
  return out;
}

bool leaves_dwelling(const Arrival& arrival, const Donors& donors, const Year& year) {
  if (donors.alone[arrival.donor]) return false;
  const auto age = static_cast<std::size_t>(age_of(donors.members[donors.first[arrival.donor]], arrival));
  return unit(draw(year.stream, arrival.key, year.index, DrawSite::arrival)[2]) >= donors.from_abroad[age];
}

HouseholdIndex take_in(Population& population, const Arrival& arrival, const Donors& donors, const Parameters& parameters,
                       const Year& year) {
  HouseholdIndex household = kNone;
  std::uint32_t number = 0;
  for (std::uint32_t i = donors.first[arrival.donor]; i < donors.first[arrival.donor + 1]; ++i) {
    const Newcomer one = newcomer(arrival, donors, donors.members[i], number++, year);
    const PersonIndex person = add_person(population.persons, one.person);
    if (household == kNone) {
      household = found_household(population, person, 0, year.calendar);
    } else {
      join_household(population, household, person, one.role);
    }
  }
  const Means means = means_of(arrival, donors, parameters, year);
  population.households.income[household] = static_cast<float>(means.income);
  population.households.wealth[household] = static_cast<float>(means.wealth);
  population.households.stage[household] = arrival.stage;
  return household;
}

}  // namespace koers::simulate
