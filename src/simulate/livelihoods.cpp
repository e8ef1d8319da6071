// SPDX-License-Identifier: EUPL-1.2
#include "simulate/livelihoods.h"

#include <algorithm>
#include <cmath>

#include "simulate/integerise.h"
#include "simulate/labour.h"
#include "simulate/numerics.h"
#include "simulate/synthesis_draws.h"

namespace koers::simulate {
namespace {

constexpr int kComingOfAge = 18;
// The ages that the margins of education and work are about.
constexpr int kFromAge = 15;
constexpr int kBelowAge = 75;

double mean_of(const Margin& margin) { return margin.values.empty() ? -1 : margin.values.front(); }

/// Probabilities with a mean, as near in proportion to the given ones as 0 and 1 allow.
void scale_to(std::vector<double>& chances, double mean) {
  const double wanted = mean * static_cast<double>(chances.size());
  for (int round = 0; round < 8; ++round) {
    double free = 0;
    double sure = 0;
    for (const double chance : chances) (chance >= 1 ? sure : free) += chance;
    if (!(free > 0) || wanted <= sure) return;
    const double factor = (wanted - sure) / free;
    for (double& chance : chances) chance = chance >= 1 ? 1 : std::min(1.0, chance * factor);
    if (std::abs(factor - 1) < 1e-9) return;
  }
}

class AreaWriter {
 public:
  AreaWriter(const AreaDraft& draft, const AreaMargins& area, int year, FirstRows first, Stream stream, Population& population)
      : draft_(draft), area_(area), year_(year), first_(first), stream_(stream), to_(population), hash_(area_hash(area.code)) {}

  void write() {
    write_households();
    write_education();
    write_work();
    write_dwellings();
    for (std::size_t i = 0; i < draft_.people.households.size(); ++i) write_means(i);
  }

 private:
  [[nodiscard]] Block bits_of(std::uint64_t key, SynthesisItem item) const {
    return draw(stream_, key, 0, DrawSite::synthesis, item_of(item));
  }
  [[nodiscard]] int age_of(std::size_t person) const { return year_ - 1 - to_.persons.birth_year[person]; }

  void write_households() {
    next_person_ = first_.persons;
    for (std::size_t i = 0; i < draft_.people.households.size(); ++i) {
      const HouseholdDraft& household = draft_.people.households[i];
      const auto row = static_cast<HouseholdIndex>(first_.households + i);
      to_.households.first[row] = static_cast<PersonIndex>(next_person_);
      const bool cared_for = household.type == HouseholdDraft::kInstitution;
      write_person(household.head, cared_for ? Role::resident_of_institution : Role::head, row, household);
      if (household.partner.age >= 0) write_person(household.partner, Role::partner, row, household);
      for (std::size_t child = 0; child < household.children; ++child) {
        write_person(draft_.people.children[household.first_child + child], Role::child, row, household);
      }
      to_.persons.next[next_person_ - 1] = kNone;
      to_.households.members[row] = static_cast<std::uint8_t>(household.members());
      to_.households.children[row] = household.children;
      to_.households.stage[row] = life_stage(household.head.age, household.adults(), household.children);
      to_.households.neighbourhood[row] = draft_.neighbourhood;
      to_.households.dwelling[row] =
          household.dwelling == kNone ? kNone : static_cast<DwellingIndex>(first_.dwellings + household.dwelling);
    }
  }

  void write_person(const Ticket& ticket, Role role, HouseholdIndex row, const HouseholdDraft& household) {
    const std::size_t at = next_person_++;
    Persons& persons = to_.persons;
    persons.key[at] = derived_key(hash_, 0, static_cast<std::uint32_t>(at - first_.persons));
    persons.birth_year[at] = static_cast<std::int16_t>(year_ - 1 - ticket.age);
    persons.sex[at] = ticket.sex;
    persons.role[at] = role;
    persons.household[at] = row;
    persons.next[at] = static_cast<PersonIndex>(next_person_);
    // A child's pay is not yet that of the home.
    const double mean = role == Role::child ? 0 : kTalentByIncome[household.income];
    persons.talent[at] = static_cast<float>(mean + kTalentWithinIncome * normal(bits_of(persons.key[at], SynthesisItem::talent)));
  }

  [[nodiscard]] std::size_t income_of(std::size_t person) const {
    return draft_.people.households[to_.persons.household[person] - first_.households].income;
  }

  /// Those of 15–74, with the probability of each, scaled to what is known of the area.
  template <class Chance>
  std::vector<std::size_t> drawn(MarginKind kind, SynthesisItem item, const Chance& chance) {
    std::vector<std::size_t> persons;
    std::vector<double> chances;
    for (std::size_t at = first_.persons; at < next_person_; ++at) {
      if (age_of(at) < kFromAge || age_of(at) >= kBelowAge) continue;
      persons.push_back(at);
      chances.push_back(std::clamp(chance(at), 0.0, 1.0));
    }
    const double mean = mean_of(area_[kind]);
    if (mean >= 0) scale_to(chances, std::min(mean, 1.0));
    const auto hits = truncate_replicate_sample(chances, stream_, hash_, item_of(item));
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < persons.size(); ++i) {
      if (hits[i] > 0) out.push_back(persons[i]);
    }
    return out;
  }

  [[nodiscard]] double high_chance(std::size_t person) const {
    const int age = age_of(person);
    if (age < kComingOfAge) return 0;
    return kHighEducation[head_age_class(age)] * kEducationByIncome[income_of(person)];
  }

  void write_education() {
    for (std::size_t at = first_.persons; at < next_person_; ++at) {
      const int age = age_of(at);
      to_.persons.education[at] = Education::low;
      if (age < kComingOfAge) continue;
      const Block bits = bits_of(to_.persons.key[at], SynthesisItem::education);
      const bool is_low = unit(bits[0]) < kLowOfOthers[head_age_class(age)];
      const bool is_high = age >= kBelowAge && unit(bits[1]) < high_chance(at);
      to_.persons.education[at] = is_high ? Education::high : (is_low ? Education::low : Education::middle);
    }
    const auto high = drawn(MarginKind::education, SynthesisItem::education, [this](std::size_t at) { return high_chance(at); });
    for (const std::size_t at : high) to_.persons.education[at] = Education::high;
  }

  void write_work() {
    for (std::size_t at = first_.persons; at < next_person_; ++at) {
      to_.persons.work[at] = age_of(at) >= kRetirementAge ? Work::retired : Work::none;
    }
    const auto working = drawn(MarginKind::work, SynthesisItem::work, [this](std::size_t at) {
      const int age = age_of(at);
      if (to_.persons.role[at] == Role::resident_of_institution || age >= kRetirementAge) return 0.0;
      if (age < kComingOfAge) return kMinorWorks;
      const double by_education = kWorkByEducation[static_cast<std::size_t>(to_.persons.education[at])];
      return kWorking[std::min(head_age_class(age), kWorking.size() - 1)] * by_education * kWorkByIncome[income_of(at)];
    });
    for (const std::size_t at : working) to_.persons.work[at] = Work::working;
  }

  void write_means(std::size_t i) {
    const HouseholdDraft& household = draft_.people.households[i];
    const std::size_t row = first_.households + i;
    double income = 0;
    for (PersonIndex at = to_.households.first[row]; at != kNone; at = to_.persons.next[at])
      income += brought_in(at, household.adults());
    const std::uint64_t key = to_.persons.key[to_.households.first[row]];
    const std::size_t age = head_age_class(household.head.age);
    const double spread = exp_of(kWealthDeviation * normal(bits_of(key, SynthesisItem::wealth)));
    to_.households.income[row] = static_cast<float>(income);
    to_.households.wealth[row] = static_cast<float>(kWealth[age] * kWealthByIncome[household.income] * spread);
    write_durations(household, row, bits_of(key, SynthesisItem::durations));
  }

  [[nodiscard]] double brought_in(PersonIndex at, int adults) const {
    const Persons& persons = to_.persons;
    const int age = age_of(at);
    if (age < kComingOfAge) return 0;
    const double own = earnings(age, persons.education[at], persons.work[at], static_cast<double>(persons.talent[at]), adults);
    if (persons.role[at] != Role::child) return own;
    return persons.work[at] == Work::working ? own * kBoardOfChildren : 0;
  }

  /// Exponential with the mean of the tenure; nobody came before adulthood or before the dwelling was there.
  void write_durations(const HouseholdDraft& household, std::size_t row, const Block& bits) {
    const std::size_t tenure = household.tenure;
    const double years = -ln(unit(bits[0])) * kYearsThere[tenure];
    const double registered = -ln(unit(bits[1])) * kYearsRegistered[tenure];
    const int adult_since = year_ - 1 - household.head.age + kComingOfAge;
    int since = std::max(year_ - 1 - static_cast<int>(years), adult_since);
    if (household.dwelling != kNone) since = std::max<int>(since, to_.dwellings.built[first_.dwellings + household.dwelling]);
    to_.households.since[row] = static_cast<std::int16_t>(std::min(since, year_));
    const int registration = std::max(year_ - static_cast<int>(registered), adult_since);
    to_.households.registered[row] = static_cast<std::int16_t>(std::min(registration, year_));
  }

  void write_dwellings() {
    const std::vector<double> values = values_of_dwellings();
    for (std::size_t i = 0; i < draft_.dwellings.size(); ++i) {
      const DwellingDraft& dwelling = draft_.dwellings[i];
      const std::size_t row = first_.dwellings + i;
      Dwellings& dwellings = to_.dwellings;
      dwellings.key[row] = derived_key(hash_, 1, static_cast<std::uint32_t>(i));
      dwellings.neighbourhood[row] = draft_.neighbourhood;
      dwellings.type[row] = dwelling.type;
      dwellings.rooms[row] = dwelling.rooms;
      dwellings.tenure[row] = dwelling.tenure;
      dwellings.status[row] = DwellingStatus::standing;
      const Block bits = bits_of(dwellings.key[row], SynthesisItem::prices);
      dwellings.built[row] = built(dwelling, bits[0]);
      dwellings.price[row] = static_cast<float>(dwelling.tenure == Tenure::owner_occupied ? values[i] : rent(dwelling, bits));
      dwellings.occupant[row] =
          dwelling.occupant == kNone ? kNone : static_cast<HouseholdIndex>(first_.households + dwelling.occupant);
    }
  }

  [[nodiscard]] std::int16_t built(const DwellingDraft& dwelling, std::uint32_t bits) const {
    const Built period = kBuilt[dwelling.period];
    const bool is_last = dwelling.period + 1 == kPeriods;
    const int to = is_last ? std::max<int>(period.from, year_ - 1) : period.to;
    return static_cast<std::int16_t>(period.from + static_cast<int>(unit(bits) * (to - period.from + 1)));
  }

  /// Thousands of euros; their mean is that of the area.
  [[nodiscard]] std::vector<double> values_of_dwellings() const {
    std::vector<double> values;
    double sum = 0;
    for (std::size_t i = 0; i < draft_.dwellings.size(); ++i) {
      const DwellingDraft& dwelling = draft_.dwellings[i];
      const Block bits = bits_of(derived_key(hash_, 1, static_cast<std::uint32_t>(i)), SynthesisItem::families);
      values.push_back(kValueOfType[static_cast<std::size_t>(dwelling.type)] * kValueOfRooms[dwelling.rooms - 1] *
                       exp_of(kValueDeviation * normal(bits)));
      sum += values.back();
    }
    for (double& value : values) value *= level() * static_cast<double>(values.size()) / sum;
    return values;
  }
  [[nodiscard]] double level() const {
    const double known = mean_of(area_[MarginKind::value]);
    return known > 0 ? known : kNationalValue;
  }

  /// Euros a month.
  [[nodiscard]] double rent(const DwellingDraft& dwelling, const Block& bits) const {
    const double spread = exp_of(kRentDeviation * normal(bits));
    if (dwelling.tenure == Tenure::social_rent) return (kSocialRent + kSocialRentPerRoom * dwelling.rooms) * spread;
    return (kPrivateRent + kPrivateRentPerRoom * dwelling.rooms) * std::sqrt(level() / kNationalValue) * spread;
  }

  const AreaDraft& draft_;
  const AreaMargins& area_;
  int year_;
  FirstRows first_;
  Stream stream_;
  Population& to_;
  std::uint64_t hash_;
  std::size_t next_person_ = 0;
};

}  // namespace

void write_area(const AreaDraft& draft, const AreaMargins& area, int year, FirstRows first, Stream stream,
                Population& population) {
  AreaWriter(draft, area, year, first, stream, population).write();
}

}  // namespace koers::simulate
