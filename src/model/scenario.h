// SPDX-License-Identifier: EUPL-1.2
// What could be done to the city, as a question to the escalator: steps in areas and years (mission R2, R3).
#pragma once
#include "model/area.h"

namespace koers {

enum class StepForm : std::uint8_t {
  new_dwellings = 1,
  demolition = 2,
  sale_of_rented = 3,
  conversion = 4,
  public_space = 5,
  social_fund = 6,
  access = 7,
  jobs = 8
};
BOOST_DESCRIBE_ENUM(StepForm, new_dwellings, demolition, sale_of_rented, conversion, public_space, social_fund, access, jobs)

enum class HomeType : std::uint8_t { flat = 1, terraced = 2, semi_detached = 3, detached = 4 };
BOOST_DESCRIBE_ENUM(HomeType, flat, terraced, semi_detached, detached)

enum class HomeTenure : std::uint8_t { owner = 1, social_rent = 2, private_rent = 3 };
BOOST_DESCRIBE_ENUM(HomeTenure, owner, social_rent, private_rent)

enum class EducationTier : std::uint8_t { low = 1, middle = 2, high = 3 };
BOOST_DESCRIBE_ENUM(EducationTier, low, middle, high)

/// One thing that is done. Which fields it has follows from its form; `koers check` says which are missing or too many.
struct ScenarioStep {
  std::string name;  ///< of the step within its scenario; what is drawn for its dwellings is made of it
  StepForm form{};
  Reference area;  ///< a neighbourhood, or a district: then spread over its neighbourhoods by the dwellings that stand there
  Year from;
  std::optional<Year> until;          ///< absent: all of it in one year; else spread evenly over the years
  std::optional<int> number;          ///< dwellings or jobs, of all years together
  std::optional<HomeType> type;       ///< absent: of what is built, flats; of what goes, any
  std::optional<HomeTenure> tenure;   ///< of what is built, demolished or converted
  std::optional<HomeTenure> becomes;  ///< of a conversion
  std::optional<int> rooms;           ///< of what is built; absent: as what stands in the city
  std::optional<Euro> price;  ///< of what is built, to buy or a month, in prices of the start; absent: as what stands in the city
  std::optional<Id<District>> first_for;   ///< its residents go first
  std::optional<EducationTier> education;  ///< of jobs; absent: spread as those that are there
  std::optional<Decimal> amount;           ///< standard deviations, or log odds of work for a social fund
  std::optional<Text> note;
  Status status = Status::source;
  bool operator==(const ScenarioStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScenarioStep, (),
                      (name, form, area, from, until, number, type, tenure, becomes, rooms, price, first_for, education, amount,
                       note, status))

struct Scenario {
  Id<Scenario> id;
  Text title;
  Text summary;
  std::optional<Id<Effort>> effort;  ///< whose plan it works out
  std::vector<ScenarioStep> steps;   ///< none: what happens by itself
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Scenario&) const = default;
};
BOOST_DESCRIBE_STRUCT(Scenario, (), (id, title, summary, effort, steps, status, sources))

}  // namespace koers
