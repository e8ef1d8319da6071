// SPDX-License-Identifier: EUPL-1.2
#include "simulate/interventions.h"

#include <algorithm>
#include <tuple>

#include "simulate/draws.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

/// What a rented dwelling is sold for, in years of its rent. Illustrative.
constexpr float kYearsOfRent = 25;
constexpr float kMonths = 12;
constexpr float kThousand = 1000;

DwellingIndex add_dwelling(Dwellings& dwellings, const PlanStep& step, std::uint32_t n) {
  const auto row = static_cast<DwellingIndex>(dwellings.rows());
  dwellings.key.push_back(key_of_new(step, n));
  dwellings.neighbourhood.push_back(step.neighbourhood);
  dwellings.type.push_back(*step.type);
  dwellings.rooms.push_back(step.rooms);
  dwellings.tenure.push_back(*step.tenure);
  dwellings.status.push_back(DwellingStatus::standing);
  dwellings.built.push_back(static_cast<std::int16_t>(step.year));
  dwellings.price.push_back(step.price);
  dwellings.occupant.push_back(kNone);
  return row;
}

void set_tenure(Dwellings& dwellings, DwellingIndex dwelling, Tenure tenure) {
  const bool was_owned = dwellings.tenure[dwelling] == Tenure::owner_occupied;
  const bool is_owned = tenure == Tenure::owner_occupied;
  if (was_owned && !is_owned) dwellings.price[dwelling] *= kThousand / (kMonths * kYearsOfRent);
  if (!was_owned && is_owned) dwellings.price[dwelling] *= kMonths * kYearsOfRent / kThousand;
  dwellings.tenure[dwelling] = tenure;
}

/// The dwellings that a step means among the first `rows`, first those to take first, as many as it asks for.
std::vector<DwellingIndex> chosen(const Dwellings& dwellings, std::size_t rows, const PlanStep& step) {
  std::vector<DwellingIndex> out;
  for (DwellingIndex i = 0; i < rows; ++i) {
    const bool fits = dwellings.status[i] == DwellingStatus::standing && dwellings.neighbourhood[i] == step.neighbourhood &&
                      (!step.tenure || dwellings.tenure[i] == *step.tenure) && (!step.type || dwellings.type[i] == *step.type) &&
                      !(step.becomes && dwellings.tenure[i] == *step.becomes);
    if (fits) out.push_back(i);
  }
  std::ranges::sort(
      out, {}, [&](DwellingIndex i) { return std::tuple(dwellings.occupant[i] != kNone, dwellings.built[i], dwellings.key[i]); });
  if (out.size() > step.number) out.resize(step.number);
  return out;
}

class Carrying {
 public:
  Carrying(Population& population, PlanState& state)
      : population_(population), state_(state), rows_before_(population.dwellings.rows()) {}

  void carry_out(const PlanStep& step, std::uint16_t number) {
    switch (step.kind) {
      case StepKind::new_dwellings:
        build(step, number);
        break;
      case StepKind::demolition:
        demolish(step, number);
        break;
      case StepKind::sale_of_rented:
        state_.to_sell[step.neighbourhood] += step.number;
        break;
      case StepKind::conversion:
        convert(step, number);
        break;
      case StepKind::jobs:
        (step.education ? state_.jobs[static_cast<std::size_t>(*step.education)] : state_.jobs_of_any) += step.number;
        break;
      case StepKind::public_space:
        population_.neighbourhoods[step.neighbourhood].public_space += step.amount;
        break;
      case StepKind::social_fund:
        state_.work_fund[step.neighbourhood] += step.amount;
        break;
      case StepKind::access:
        population_.neighbourhoods[step.neighbourhood].access += step.amount;
        break;
    }
  }

  [[nodiscard]] Interventions result() && { return std::move(out_); }

 private:
  void build(const PlanStep& step, std::uint16_t number) {
    for (std::uint32_t n = 0; n < step.number; ++n) {
      const DwellingIndex dwelling = add_dwelling(population_.dwellings, step, n);
      out_.built.push_back({dwelling, number});
      if (step.first_for) state_.priorities.push_back({dwelling, *step.first_for});
    }
  }

  void demolish(const PlanStep& step, std::uint16_t number) {
    const auto dwellings = chosen(population_.dwellings, rows_before_, step);
    if (dwellings.size() < step.number) out_.unmet_steps.push_back(number);
    for (const DwellingIndex dwelling : dwellings) {
      const HouseholdIndex occupant = population_.dwellings.occupant[dwelling];
      if (occupant == kNone) {
        out_.withdrawn.push_back(dwelling);
      } else {
        vacate(population_, occupant);
        out_.displaced.push_back(occupant);
      }
      population_.dwellings.status[dwelling] = DwellingStatus::gone;
    }
  }

  void convert(const PlanStep& step, std::uint16_t number) {
    const auto dwellings = chosen(population_.dwellings, rows_before_, step);
    if (dwellings.size() < step.number) out_.unmet_steps.push_back(number);
    for (const DwellingIndex dwelling : dwellings) set_tenure(population_.dwellings, dwelling, *step.becomes);
  }

  Population& population_;
  PlanState& state_;
  std::size_t rows_before_;  ///< what is built in this year comes after them and is left alone
  Interventions out_;
};

}  // namespace

std::uint64_t key_of_new(const PlanStep& step, std::uint32_t n) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a, 64 bits
  for (const char c : step.id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return derived_key(hash, static_cast<std::uint32_t>(step.year), n);
}

Interventions intervene(Population& population, const std::vector<PlanStep>& plan, const Year& year, PlanState& state) {
  state.work_fund.resize(population.neighbourhoods.size(), 0);
  Carrying carrying(population, state);
  for (std::uint16_t i = 0; i < plan.size(); ++i) {
    if (plan[i].year == year.calendar) carrying.carry_out(plan[i], i);
  }
  return std::move(carrying).result();
}

bool sell_if_planned(Dwellings& dwellings, DwellingIndex dwelling, PlanState& state) {
  if (dwellings.tenure[dwelling] != Tenure::social_rent) return false;
  const auto at = state.to_sell.find(dwellings.neighbourhood[dwelling]);
  if (at == state.to_sell.end() || at->second == 0) return false;
  --at->second;
  set_tenure(dwellings, dwelling, Tenure::owner_occupied);
  return true;
}

}  // namespace koers::simulate
