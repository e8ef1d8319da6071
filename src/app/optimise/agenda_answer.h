// SPDX-License-Identifier: EUPL-1.2
// Questions about an agenda and their answers: which choice helps most, and what it rests on.
#pragma once
#include <functional>
#include <stop_token>

#include "app/optimise/agenda_problem.h"
#include "optimise/budget_curve.h"
#include "optimise/information.h"
#include "optimise/overruns.h"
#include "optimise/repair.h"
#include "optimise/solve.h"
#include "optimise/why_not.h"

namespace koers {

enum class AgendaAsk : std::uint8_t {
  choice = 1,    ///< what helps most
  tempos = 2,    ///< the same at every tempo of the weighing
  front = 3,     ///< what the two pillars cost each other
  standing = 4,  ///< core, borderline, exterior; and where better data pays
  budget = 5,    ///< with less and more money, and what a little more of each fund and team would bring
  prices = 6,    ///< what each wish costs
  why_not = 7    ///< why an item is not in, and what would bring it in
};
BOOST_DESCRIBE_ENUM(AgendaAsk, choice, tempos, front, standing, budget, prices, why_not)

/// How long is searched, as a number of moves: the answer does not depend on the machine.
enum class Thoroughness : std::uint8_t { quick = 1, normal = 2, thorough = 3 };
BOOST_DESCRIBE_ENUM(Thoroughness, quick, normal, thorough)

struct AgendaQuestion {
  AgendaRequest request;
  AgendaAsk ask = AgendaAsk::choice;
  std::optional<Reference> item;  ///< of why_not
  std::uint32_t seed = 1;
  Thoroughness thoroughness = Thoroughness::normal;
  int draws = 200;  ///< of standing
  int threads = 1;  ///< on which the answer does not depend
};

/// Told how much is done; false when it should end.
using AgendaProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

struct SolvedAgenda {
  std::shared_ptr<const AgendaProblem> problem;
  optimise::Solution solution;
  std::optional<optimise::SmallestOverruns> overruns;  ///< when no agenda keeps all rows: what goes least beyond them
};

struct AgendaAnswer {
  AgendaQuestion question;
  SolvedAgenda agenda;
  std::vector<SolvedAgenda> tempos;  ///< slowest first
  std::vector<optimise::FrontPoint> front;
  std::optional<optimise::Robustness> standing;
  std::vector<optimise::DataNeed> needs;
  std::vector<optimise::CurvePoint> curve;
  std::vector<optimise::Marginal> marginals;
  std::vector<std::optional<optimise::Value>> prices;  ///< as AgendaProblem::wishes
  std::optional<optimise::WhyNot> why_not;
  std::size_t item = 0;  ///< that why_not is about
};

/// `bad_input` and `not_found` as `agenda_problem`, and for a `why_not` without an item, about one that is not weighed, or about
/// one with a wish. `cancelled` when progress says so.
[[nodiscard]] Result<AgendaAnswer> answer_agenda(const std::shared_ptr<const City>& city, const AgendaQuestion& question,
                                                 const AgendaProgress& progress = {});

[[nodiscard]] optimise::SearchOptions search_options(const AgendaQuestion& question);

/// One line of an agenda, as it stands on a page or in a file.
struct AgendaLine {
  Reference item;
  OptionForm option{};
  Year starts;
};

/// The choice that has these lines; what they leave out stays as it runs, or away. `bad_input` for a line about what is not
/// weighed, or an option that cannot start then.
[[nodiscard]] Result<optimise::Choice> choice_of(const AgendaProblem& problem, const std::vector<AgendaLine>& lines);
/// Without what is not taken up.
[[nodiscard]] std::vector<AgendaLine> lines_of(const AgendaProblem& problem, const optimise::Choice& choice);

/// The agenda nearest to `before` that keeps `request`'s wishes: what a press on "must" or "not" changes.
struct AgendaRepair {
  std::shared_ptr<const AgendaProblem> problem;
  optimise::Repair repair;
  std::optional<optimise::SmallestOverruns> overruns;
};
[[nodiscard]] Result<AgendaRepair> repair_agenda(const std::shared_ptr<const City>& city, const AgendaQuestion& question,
                                                 const std::vector<AgendaLine>& before);

}  // namespace koers
