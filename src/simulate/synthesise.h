// SPDX-License-Identifier: EUPL-1.2
// A starting population that agrees with the margins of each area.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "simulate/margins.h"
#include "simulate/population.h"

namespace koers::simulate {

/// How a table of the population compares with what was asked for, over all areas.
struct TableFit {
  std::string name;
  bool controlled = false;  ///< false: held out, so that the fit says what the population is worth where nothing was known
  std::size_t areas = 0;    ///< that have the table
  double tae = 0;           ///< total absolute error, in persons, households or dwellings
  double srmse = 0;         ///< standardised root mean square error over areas and cells
};

/// A kind of margin that rests on estimates, for the model card.
struct EstimatedMargin {
  MarginKind kind = MarginKind::people;
  std::size_t areas = 0;
  ErrorKind error_kind = ErrorKind::relative;
  double mean_error = 0;
  std::string source;  ///< of the first area that has it
};

struct FitReport {
  std::vector<TableFit> tables;  ///< first the margins in the order of `MarginKind`, then the joint tables that were fitted
  std::vector<EstimatedMargin> estimated;
  std::size_t residents_of_institutions = 0;  ///< also those for whom the households left no room
  std::size_t without_dwelling = 0;           ///< private households in an area that has fewer dwellings
  std::size_t vacant = 0;
  std::size_t unlikely_parents = 0;  ///< children whose parent is not 16 to 50 years older
};

struct Synthesis {
  Population population;
  FitReport report;
};

struct SynthesisOptions {
  int threads = 1;                   ///< the result is the same for any number
  std::vector<MarginKind> held_out;  ///< not used, only compared with; of those that are not required
};

/// Steps per area: (1) persons by position in the household × sex × age: proportional fitting of national shares to the age–sex
/// pool and to the places that the households have, rounded with both kept; (2) dwellings by type × rooms × tenure × period, and
/// households by type × age of head × tenure × income, in the same way; (3) couples, and children with a parent, by age; (4)
/// households to dwellings: a transport problem between classes per tenure at the least total misfit; (5) education, work,
/// incomes, prices.
///
/// Every person of the pool is in exactly one household. Residents of institutions are a household of one each, without a
/// dwelling, beside the households of the margin. Numbers of households that are published are kept exactly; estimated ones give
/// way, visibly in the report, where the people of the area cannot live so. Keys are a function of the area's code and the place
/// in it: an area gets the same persons whatever other areas there are. Error `bad_input` names area and margin: wrong number of
/// cells, negative, required but missing, a code that occurs twice, too few people for the households.
[[nodiscard]] Result<Synthesis> synthesise(const Margins& margins, Stream stream, const SynthesisOptions& options = {});

}  // namespace koers::simulate
