// SPDX-License-Identifier: EUPL-1.2
#include "simulate/balances.h"

#include <fmt/format.h>

#include "simulate/family.h"

namespace koers::simulate {
namespace {

class Auditor {
 public:
  explicit Auditor(const Population& population) : population_(population) {}

  void look_at_households() {
    const Households& households = population_.households;
    for (HouseholdIndex i = 0; i < households.rows(); ++i) {
      if (households.first[i] == kNone) continue;
      look_at_members(i);
      const DwellingIndex dwelling = households.dwelling[i];
      if (dwelling != kNone && population_.dwellings.occupant[dwelling] != i) {
        add(fmt::format("household {} says it lives in dwelling {}, which says otherwise", i, dwelling));
      }
    }
  }

  void look_at_persons() {
    std::uint64_t in_households = 0;
    for (const HouseholdIndex household : population_.persons.household) in_households += household != kNone ? 1 : 0;
    persons_ = in_households;
    equal(members_, in_households, "members of households", "persons");
    equal(in_households + population_.persons.free_rows.size(), population_.persons.rows(), "persons and free rows",
          "rows of persons");
  }

  void look_at_dwellings() {
    const Dwellings& dwellings = population_.dwellings;
    for (DwellingIndex i = 0; i < dwellings.rows(); ++i) {
      const HouseholdIndex occupant = dwellings.occupant[i];
      const bool stands = dwellings.status[i] == DwellingStatus::standing;
      standing_ += stands ? 1 : 0;
      vacant_ += stands && occupant == kNone ? 1 : 0;
      if (occupant == kNone) continue;
      if (!stands) add(fmt::format("dwelling {} does not stand and is lived in", i));
      if (population_.households.dwelling[occupant] != i)
        add(fmt::format("dwelling {} says household {} lives in it, which says otherwise", i, occupant));
    }
  }

  void look_at_book(const YearBook& book) {
    equal(book.persons_before + book.births + book.persons_arrived - book.deaths - book.persons_departed, persons_,
          "persons before + births + arrived − deaths − departed", "persons");
    equal(book.standing_before + book.built - book.demolished, standing_, "dwellings before + built − demolished", "dwellings");
    equal(book.chains_absorbed + book.chains_withdrawn + book.open, book.chains_begun, "vacancies absorbed + withdrawn + open",
          "vacancies opened");
    equal(book.open, vacant_, "open vacancies", "vacant dwellings");
  }

  [[nodiscard]] std::vector<std::string> found() && { return std::move(found_); }

 private:
  void look_at_members(HouseholdIndex household) {
    const Households& households = population_.households;
    std::uint32_t members = 0;
    std::uint32_t children = 0;
    for (PersonIndex at = households.first[household]; at != kNone && members <= households.members[household];
         at = population_.persons.next[at]) {
      ++members;
      children += population_.persons.role[at] == Role::child ? 1 : 0;
      if (population_.persons.household[at] != household)
        add(fmt::format("person {} is in the chain of household {} and not in it", at, household));
    }
    members_ += members;
    if (members != households.members[household] || children != households.children[household]) {
      add(fmt::format("household {} has {} members and {} children in its chain, and counts {} and {}", household, members,
                      children, households.members[household], households.children[household]));
    }
    if (!has_head(population_, household)) add(fmt::format("household {} has no head", household));
  }

  void equal(std::uint64_t found, std::uint64_t expected, std::string_view what, std::string_view of) {
    if (found != expected) add(fmt::format("{} are {}, {} are {}", what, found, of, expected));
  }

  void add(std::string sentence) {
    constexpr std::size_t kMost = 20;
    if (found_.size() < kMost) found_.push_back(std::move(sentence));
  }

  const Population& population_;
  std::vector<std::string> found_;
  std::uint64_t members_ = 0;
  std::uint64_t persons_ = 0;
  std::uint64_t standing_ = 0;
  std::uint64_t vacant_ = 0;
};

}  // namespace

std::vector<std::string> violations(const Population& population, const YearBook& book) {
  Auditor auditor(population);
  auditor.look_at_households();
  auditor.look_at_persons();
  auditor.look_at_dwellings();
  auditor.look_at_book(book);
  return std::move(auditor).found();
}

}  // namespace koers::simulate
