// SPDX-License-Identifier: EUPL-1.2
// From the city's documents to a problem of choice: what is appraised, within the frame of one weighing.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/optimise/option_means.h"
#include "base/result.h"
#include "model/city.h"
#include "optimise/pareto.h"
#include "optimise/portfolio.h"
#include "optimise/robustness.h"

namespace koers {

struct AgendaRequest {
  std::string weighing;
  std::optional<Tempo> tempo;        ///< absent: as much may change as money and people allow
  std::vector<Wish> wishes;          ///< beside those of the weighing; about one item these come before those
  std::vector<Reference> set_aside;  ///< items about which the weighing's wishes do not count
};

/// What a column of the portfolio stands for.
struct AgendaColumn {
  const AppraisalOption* option = nullptr;
  int start = 0;  ///< year of the agenda, from 0
  OptionMeans means;
};

struct AgendaItemFacts {
  const Appraisal* appraisal = nullptr;
  const Effort* effort = nullptr;  ///< null for a policy document
  std::size_t baseline = 0;        ///< of what runs: the column `keep`
  std::vector<std::size_t> columns;
};

/// Holds the city that it points into.
struct AgendaProblem {
  std::shared_ptr<const City> city;
  AgendaRequest request;
  const Weighing* weighing = nullptr;
  optimise::Portfolio portfolio;       ///< with the likely values
  optimise::Assessment assessment;     ///< criteria in the order of the weighing
  optimise::Pillars pillars;           ///< worth of each column for the first two pillars of the city, by number
  std::vector<const Pillar*> both;     ///< those two; fewer when the city has fewer
  std::vector<AgendaItemFacts> items;  ///< as in the portfolio
  std::vector<AgendaColumn> columns;   ///< as in the portfolio
  std::vector<Wish> wishes;            ///< as in Portfolio::impositions
  optimise::Cents baseline_money = 0;  ///< of what runs, over the years of the agenda
  [[nodiscard]] int years() const { return portfolio.years; }
  [[nodiscard]] int first_year() const { return weighing->years.from.value; }
};

/// The fault of costs (Flyvbjerg e.a., Journal of the American Planning Association 68, 2002, find that they are rarely lower and
/// often higher): least and greatest of what an item costs beside what the appraisal says, when no source says it.
inline constexpr double kLeastCost = 0.9;
inline constexpr double kMostCost = 1.25;

/// `not_found` for an unknown weighing. `bad_input` names each thing that is missing or contradicts itself: a tempo that the
/// weighing does not have, a wish about what is not weighed, money or people that the weighing has no row for, order in a circle.
[[nodiscard]] Result<AgendaProblem> agenda_problem(std::shared_ptr<const City> city, AgendaRequest request);

/// The weighing that is meant: the one that is asked for, or when none is named the one that begins last. Whether there is one of
/// that name is not looked at.
[[nodiscard]] Result<std::string> weighing_meant(const std::optional<std::string>& asked, const City& city);

}  // namespace koers
