// SPDX-License-Identifier: EUPL-1.2
#include "simulate/work_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "simulate/demography.h"
#include "simulate/family.h"
#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

// Illustrative: log odds of having work by education beside the middle one; what sex changes.
constexpr std::array<double, 3> kWorkByEducation{-0.9, 0, 0.75};
constexpr double kWomanWorks = -0.35;
/// Ages that share what is seen of them at the start.
constexpr std::size_t kAgeGroup = 5;
// A small town where all or none of a group work does not say that nobody ever stops or begins.
constexpr double kLeastShare = 0.05;
constexpr double kMostShare = 0.95;

double cell_odds(std::size_t cell) {
  return kWorkByEducation[cell / 2] + (static_cast<Sex>(cell % 2) == Sex::woman ? kWomanWorks : 0);
}

/// Those of one age group at the start by education and sex, and how many of them work.
struct WorkGroup {
  std::array<double, 6> people{};
  double working = 0;

  /// The log odds of a man of middle education with which as many of these people would work.
  [[nodiscard]] double intercept() const {
    double all = 0;
    for (const double some : people) all += some;
    const double wanted = std::clamp(working / all, kLeastShare, kMostShare) * all;
    double low = -20;
    double high = 20;
    for (int i = 0; i < 40; ++i) {
      const double middle = (low + high) / 2;
      double sum = 0;
      for (std::size_t cell = 0; cell < people.size(); ++cell) sum += people[cell] * logistic(middle + cell_odds(cell));
      (sum < wanted ? low : high) = middle;
    }
    return (low + high) / 2;
  }
};
constexpr std::size_t kWorkGroups = static_cast<std::size_t>(kRetirementAge) / kAgeGroup + 1;

std::array<WorkGroup, kWorkGroups> work_groups(const Population& start, int calendar_year) {
  std::array<WorkGroup, kWorkGroups> out{};
  const Persons& persons = start.persons;
  for (PersonIndex i = 0; i < persons.rows(); ++i) {
    if (persons.household[i] == kNone || persons.role[i] == Role::resident_of_institution) continue;
    const std::size_t age = age_in(calendar_year, persons.birth_year[i]);
    if (age < static_cast<std::size_t>(kComingOfAge) || age >= static_cast<std::size_t>(kRetirementAge)) continue;
    WorkGroup& group = out[age / kAgeGroup];
    ++group.people[work_cell(persons.education[i], persons.sex[i])];
    group.working += persons.work[i] == Work::working ? 1 : 0;
  }
  return out;
}

/// The value at `x` of straight lines between points in order of x; beyond them, that of the nearest.
double at_line(const std::vector<std::pair<double, double>>& points, double x) {
  const auto after = std::ranges::find_if(points, [&](const auto& point) { return point.first >= x; });
  if (after == points.begin()) return after->second;
  if (after == points.end()) return points.back().second;
  const auto before = after - 1;
  return before->second + (after->second - before->second) * (x - before->first) / (after->first - before->first);
}

}  // namespace

WorkTable work_table(const Population& start, int calendar_year) {
  const auto groups = work_groups(start, calendar_year);
  // The middles of the groups that anybody is in, with straight lines between them.
  std::vector<std::pair<double, double>> points;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (std::ranges::all_of(groups[group].people, [](double some) { return some == 0; })) continue;
    points.emplace_back(static_cast<double>(group * kAgeGroup) + (kAgeGroup - 1) / 2.0, groups[group].intercept());
  }
  if (points.empty()) points.emplace_back(0, 1.35);  // illustrative: nobody of working age to learn from
  WorkTable out;
  for (std::size_t age = 0; age < kAges; ++age) {
    const double intercept = at_line(points, static_cast<double>(age));
    for (std::size_t cell = 0; cell < 6; ++cell) out.share[age][cell] = logistic(intercept + cell_odds(cell));
  }
  return out;
}

}  // namespace koers::simulate
