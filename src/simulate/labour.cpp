// SPDX-License-Identifier: EUPL-1.2
#include "simulate/labour.h"

#include <algorithm>

#include "simulate/demography.h"
#include "simulate/family.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

// Illustrative: share that ends with low, middle, high education by that of the head of the parental home.
constexpr std::array<std::array<double, 3>, 3> kEducationByHome{{{0.30, 0.48, 0.22}, {0.16, 0.47, 0.37}, {0.07, 0.30, 0.63}}};
// Illustrative: thousands of euros a year after tax.
constexpr std::array<double, 3> kPay{21.5, 26, 36};
constexpr double kStatePension = 15.5;
constexpr double kStatePensionShared = 10.5;
constexpr double kOccupationalPension = 0.32;  // of the pay for work
constexpr double kAllowance = 13.5;
constexpr double kAllowanceShared = 6.0;
constexpr double kLeastDrawn = 0.01;  // nobody is certain to work, or not to
constexpr double kNeed = 16;          // thousands of euros a year that a first adult spends
constexpr double kSaved = 0.2;

/// Pay rises to the age of 50, from three quarters at 20.
double age_factor(int age) { return 0.75 + 0.30 * (std::clamp(age, 20, 50) - 20) / 30.0; }

Education drawn_education(Education home, double u) {
  const auto& shares = kEducationByHome[static_cast<std::size_t>(home)];
  if (u < shares[0]) return Education::low;
  return u < shares[0] + shares[1] ? Education::middle : Education::high;
}

class WorkingYear {
 public:
  WorkingYear(Population& population, const WorkTable& table, const Parameters& parameters, const JobPressure& pressure,
              std::span<const float> fund, const Year& year)
      : population_(population), fund_(fund), year_(year) {
    for (std::size_t age = kComingOfAge; age < static_cast<std::size_t>(kRetirementAge); ++age) {
      for (std::size_t cell = 0; cell < kWorkCells; ++cell) {
        const bool is_first = age == static_cast<std::size_t>(kComingOfAge);
        const double now = table.share[age][cell];
        const double before = is_first ? now : table.share[age - 1][cell];
        const double anew = is_first ? 1 : drawn_anew(before, now, parameters.work_turnover);
        const double share = anew > 0 ? std::clamp((now - (1 - anew) * before) / anew, kLeastDrawn, 1 - kLeastDrawn) : now;
        log_odds_[age][cell] = ln(share / (1 - share)) + parameters.work_response * pressure[cell / 2];
        working_[age][cell] = odds_of(logistic(log_odds_[age][cell]));
        anew_[age][cell] = odds_of(anew);
      }
    }
  }

  void update(PersonIndex person) const {
    Persons& persons = population_.persons;
    if (persons.household[person] == kNone) return;
    const std::size_t age = age_in(year_.calendar, persons.birth_year[person]);
    if (age < static_cast<std::size_t>(kComingOfAge)) return;
    if (age >= static_cast<std::size_t>(kRetirementAge)) {
      persons.work[person] = Work::retired;
      return;
    }
    draw_work(person, age);
  }

 private:
  /// The share whose work is drawn anew, so that of all at this age `now` can work, where of the age before `before` did: more
  /// than `turnover` where many stop at once. Without it people over 60 would work as they did at 50.
  [[nodiscard]] static double drawn_anew(double before, double now, double turnover) {
    return std::max({turnover, 1 - now / before, 1 - (1 - now) / (1 - before)});
  }

  void draw_work(PersonIndex person, std::size_t age) const {
    Persons& persons = population_.persons;
    const Block bits = draw(year_.stream, persons.key[person], year_.index, DrawSite::work);
    const bool comes_of_age = age == static_cast<std::size_t>(kComingOfAge);
    if (comes_of_age && persons.role[person] == Role::child) {
      const PersonIndex head = population_.households.first[persons.household[person]];
      persons.education[person] = drawn_education(persons.education[head], unit(bits[2]));
    }
    const std::size_t cell = work_cell(persons.education[person], persons.sex[person]);
    if (!happens(bits[0], anew_[age][cell])) return;
    persons.work[person] = happens(bits[1], odds_for(person, age, cell)) ? Work::working : Work::none;
  }

  [[nodiscard]] std::uint64_t odds_for(PersonIndex person, std::size_t age, std::size_t cell) const {
    if (fund_.empty()) return working_[age][cell];
    const float fund = fund_[population_.households.neighbourhood[population_.persons.household[person]]];
    return fund == 0 ? working_[age][cell] : odds_of(logistic(log_odds_[age][cell] + static_cast<double>(fund)));
  }

  Population& population_;
  std::span<const float> fund_;
  const Year& year_;
  std::array<std::array<double, kWorkCells>, kAges> log_odds_{};
  std::array<std::array<std::uint64_t, kWorkCells>, kAges> working_{};
  std::array<std::array<std::uint64_t, kWorkCells>, kAges> anew_{};
};

/// Income of all members of age who lead the household; of children of age a third, for board and lodging.
double income_of(const Population& population, HouseholdIndex household, int year) {
  const Persons& persons = population.persons;
  const int adults = has_partner(population, household) ? 2 : 1;
  double sum = 0;
  for (PersonIndex at = population.households.first[household]; at != kNone; at = persons.next[at]) {
    const auto age = static_cast<int>(age_in(year, persons.birth_year[at]));
    if (age < kComingOfAge) continue;
    const double own = earnings(age, persons.education[at], persons.work[at], persons.talent[at], adults);
    sum += persons.role[at] != Role::child ? own : (persons.work[at] == Work::working ? own / 3 : 0);
  }
  return sum;
}

void update_household(Population& population, double growth, const Year& year, double saved, HouseholdIndex household) {
  Households& households = population.households;
  const PersonIndex head = households.first[household];
  if (head == kNone) return;
  const int adults = households.members[household] - households.children[household];
  const double income = income_of(population, household, year.calendar) * growth;
  const double need = kNeed * (1 + 0.5 * (households.members[household] - 1));
  households.income[household] = static_cast<float>(income);
  households.wealth[household] += static_cast<float>(saved * std::max(0.0, income - need));
  households.stage[household] = life_stage(static_cast<int>(age_in(year.calendar, population.persons.birth_year[head])), adults,
                                           households.children[household]);
}

}  // namespace

double earnings(int age, Education education, Work work, double talent, int adults) {
  const double pay = kPay[static_cast<std::size_t>(education)] * age_factor(age) * exp_of(talent);
  switch (work) {
    case Work::working:
      return pay;
    case Work::retired:
      return (adults > 1 ? kStatePensionShared : kStatePension) + kOccupationalPension * pay;
    case Work::none:
      return adults > 1 ? kAllowanceShared : kAllowance;
  }
  return 0;
}

int rooms_needed(int adults, int children) { return 1 + (adults > 0 ? 1 : 0) + children; }

Labour labour_of(const Population& population, int calendar_year) {
  Labour out;
  const Persons& persons = population.persons;
  for (PersonIndex i = 0; i < persons.rows(); ++i) {
    if (persons.household[i] == kNone) continue;
    const std::size_t age = age_in(calendar_year, persons.birth_year[i]);
    if (age < static_cast<std::size_t>(kComingOfAge) || age >= static_cast<std::size_t>(kRetirementAge)) continue;
    const auto level = static_cast<std::size_t>(persons.education[i]);
    out.people[level] += 1;
    out.working[level] += persons.work[i] == Work::working ? 1 : 0;
  }
  return out;
}

JobPressure job_pressure(const Labour& start, const Labour& now, const std::array<double, 3>& added, double added_for_any) {
  const double all = start.working[0] + start.working[1] + start.working[2];
  JobPressure out{};
  for (std::size_t level = 0; level < out.size(); ++level) {
    if (start.working[level] == 0 || now.people[level] == 0) continue;
    const double jobs = start.working[level] + added[level] + added_for_any * start.working[level] / all;
    out[level] = ln(jobs / start.working[level]) - ln(now.people[level] / start.people[level]);
  }
  return out;
}

void update_work(Population& population, const WorkTable& table, const Parameters& parameters, const JobPressure& pressure,
                 std::span<const float> fund, const Year& year) {
  const WorkingYear working(population, table, parameters, pressure, fund, year);
  for_each_range(population.persons.rows(), year.threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) working.update(static_cast<PersonIndex>(i));
  });
}

void update_households(Population& population, const Parameters& parameters, const Year& year, bool with_savings) {
  const double growth = exp_of(parameters.income_growth * year.index);
  const double saved = with_savings ? kSaved : 0;
  for_each_range(population.households.rows(), year.threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) update_household(population, growth, year, saved, static_cast<HouseholdIndex>(i));
  });
}

}  // namespace koers::simulate
