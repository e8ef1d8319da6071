// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_answer.h"

#include <algorithm>
#include <mutex>

#include "app/optimise/solve_in_time.h"

namespace koers {
namespace {

using optimise::kNoColumn;
using optimise::SearchOptions;

constexpr int kFrontPoints = 15;
constexpr optimise::Cents kCentsPerFte = 10'000'000;  // € 100,000 a year, in weighing people against money in overruns alone
constexpr std::int64_t kWhyNotSearches = 30;          // two, and those for the smallest changes
constexpr int kMostPolishing = 8;
constexpr int kEnoughMisses = 2;
constexpr int kPolishNeighbourhoods = 4;
constexpr int kAllMoney = 100;  // per cent of every budget
const std::vector<int> kLessMoney{80, 90, 95};
const std::vector<int> kMoreMoney{105, 110, 120, 130};
const std::vector<int> kMarginalPercents{1, 5};

struct Pace {
  std::int64_t moves;
  int rounds;
  int neighbourhoods;
  int bound_nodes;
};

Pace pace_of(Thoroughness thoroughness) {
  switch (thoroughness) {
    case Thoroughness::quick:
      return {10'000, 1, 1, 0};
    case Thoroughness::normal:
      return {50'000, 3, 6, 50};
    case Thoroughness::thorough:
      return {50'000, 6, 8, 500};
  }
  return {50'000, 3, 6, 50};
}

/// For questions that solve the agenda many times over.
SearchOptions quick_options(const AgendaQuestion& question) {
  AgendaQuestion quick = question;
  quick.thoroughness = Thoroughness::quick;
  return search_options(quick);
}

/// Thrown out of the searches of an analysis, which have no other way to end early; never leaves this file.
struct Stopped {};

std::unexpected<Error> cancelled() { return failure(ErrorCode::cancelled, "The search was stopped."); }

class Answering {
 public:
  Answering(const std::shared_ptr<const City>& city, const AgendaQuestion& question, const AgendaProgress& progress)
      : city_(city), question_(question), progress_(progress) {}

  Result<AgendaAnswer> run() {
    AgendaAnswer out{question_, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0};
    auto problem = problem_at(question_.request.tempo);
    if (!problem) return std::unexpected(problem.error());
    const auto about = item_asked(**problem);
    if (!about) return std::unexpected(about.error());
    out.item = *about;
    total_ = pace_of(question_.thoroughness).rounds + searches_asked(**problem);
    try {
      tell();
      out.agenda = solved(*problem);
      if (auto more = answer_more(out); !more) return std::unexpected(more.error());
    } catch (const Stopped&) {
      return cancelled();
    }
    return out;
  }

 private:
  /// From several threads.
  void tell() {
    const std::lock_guard lock(mutex_);
    if (progress_ && !progress_(std::min(done_, total_), total_)) throw Stopped();
  }

  void tell_done() {
    {
      const std::lock_guard lock(mutex_);
      ++done_;
    }
    tell();
  }

  /// About how many searches, each of one round, the question takes beside that for the agenda itself.
  [[nodiscard]] std::int64_t searches_asked(const AgendaProblem& problem) const {
    const auto count = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    switch (question_.ask) {
      case AgendaAsk::choice:
        return 0;
      case AgendaAsk::tempos:
        return pace_of(question_.thoroughness).rounds * count(problem.weighing->tempos);
      case AgendaAsk::front:
        return kFrontPoints + 1;
      case AgendaAsk::standing:
        return question_.draws + optimise::RobustnessOptions().repeated_draws;
      case AgendaAsk::budget:
        return count(kLessMoney) + count(kMoreMoney) +
               count(kMarginalPercents) * (count(problem.portfolio.sources) + count(problem.portfolio.teams));
      case AgendaAsk::prices:
        return 1 + count(problem.portfolio.impositions);
      case AgendaAsk::why_not:
        return kWhyNotSearches;
    }
    return 0;
  }

  Result<std::shared_ptr<const AgendaProblem>> problem_at(std::optional<Tempo> tempo) const {
    AgendaRequest request = question_.request;
    request.tempo = tempo;
    auto problem = agenda_problem(city_, std::move(request));
    if (!problem) return std::unexpected(problem.error());
    return std::make_shared<const AgendaProblem>(std::move(*problem));
  }

  Result<std::size_t> item_asked(const AgendaProblem& problem) const {
    if (question_.ask != AgendaAsk::why_not) return 0U;
    const auto refuse = [](const std::string& found, const std::string& expected) {
      return failure(ErrorCode::bad_input, "This question needs an item that is weighed and about which there is no wish.",
                     {{"not_appraised", {}, "item", found, expected}});
    };
    if (!question_.item) return refuse("nothing", "an effort or policy document");
    const auto& items = problem.portfolio.items;
    const auto found = std::ranges::find(items, to_string(*question_.item), &optimise::Item::id);
    if (found == items.end()) return refuse(to_string(*question_.item), "something that is weighed");
    const auto item = static_cast<std::size_t>(found - items.begin());
    const bool is_imposed =
        std::ranges::any_of(problem.portfolio.impositions, [&](const auto& each) { return each.item == item; });
    if (is_imposed) return refuse(to_string(*question_.item) + " with a wish", "an item without a wish");
    return item;
  }

  SolvedAgenda solved(std::shared_ptr<const AgendaProblem> problem) {
    SolvedAgenda out{std::move(problem), {}, {}};
    optimise::SolveOptions options{search_options(question_), pace_of(question_.thoroughness).bound_nodes, 0};
    const int rounds = options.search.rounds;
    options.search.go_on = [&, rounds](const optimise::Round&, const optimise::Round& next) {
      tell_done();
      return next.number < rounds;
    };
    out.solution = optimise::solve(out.problem->portfolio, options);
    if (out.solution.outcome == optimise::Outcome::found) polish(out);
    if (out.solution.outcome != optimise::Outcome::found)
      out.overruns = optimise::smallest_overruns(out.problem->portfolio, kCentsPerFte, quick_options(question_));
    return out;
  }

  /// Goes on from what was found until nothing better comes of it, so that what is compared with it afterwards is not better by
  /// the luck of one more search.
  void polish(SolvedAgenda& agenda) const {
    optimise::Solution& solution = agenda.solution;
    SearchOptions options = quick_options(question_);
    options.neighbourhoods = kPolishNeighbourhoods;
    for (int tries = 0, misses = 0; tries < kMostPolishing && misses < kEnoughMisses && !solution.is_proved; ++tries) {
      ++options.seed;
      options.start = solution.choice;
      optimise::Search found = optimise::search(agenda.problem->portfolio, options);
      solution.moves += found.moves;
      const bool is_better = found.verification.is_feasible() && found.verification.value > solution.objective;
      misses = is_better ? 0 : misses + 1;
      if (!is_better) continue;
      solution.objective = found.verification.value;
      solution.choice = std::move(found.choice);
      solution.verification = std::move(found.verification);
    }
    if (!solution.bound) return;
    solution.gap = optimise::gap(solution.objective, *solution.bound);
    solution.is_proved = solution.objective == *solution.bound;
  }

  Result<void> answer_more(AgendaAnswer& out) {
    if (question_.ask == AgendaAsk::choice) return {};
    if (question_.ask == AgendaAsk::tempos) return answer_tempos(out);
    if (out.agenda.solution.outcome != optimise::Outcome::found) return {};
    const AgendaProblem& problem = *out.agenda.problem;
    SearchOptions options = quick_options(question_);
    options.start = out.agenda.solution.choice;
    options.go_on = [this](const optimise::Round&, const optimise::Round&) {
      tell_done();
      return false;  // these searches have one round
    };
    switch (question_.ask) {
      case AgendaAsk::front:
        if (!problem.pillars.first.empty())
          out.front = optimise::front(problem.portfolio, problem.pillars, kFrontPoints, options);
        return {};
      case AgendaAsk::standing:
        return answer_standing(out, options);
      case AgendaAsk::budget:
        out.curve = budget_curve(out.agenda, options);
        out.marginals = optimise::marginals(problem.portfolio, out.agenda.solution.choice, kMarginalPercents, options);
        return {};
      case AgendaAsk::prices:
        out.prices = optimise::prices_of_impositions(problem.portfolio, options);
        return {};
      default:
        out.why_not = optimise::why_not(problem.portfolio, out.item, true, options);
        return {};
    }
  }

  /// What was found with the money that there is can be done with more money too: from there on the curve goes on from it.
  static std::vector<optimise::CurvePoint> budget_curve(const SolvedAgenda& agenda, SearchOptions options) {
    const optimise::Portfolio& problem = agenda.problem->portfolio;
    options.neighbourhoods = kPolishNeighbourhoods;
    auto curve = optimise::budget_curve(problem, kLessMoney, options);
    curve.push_back({kAllMoney, agenda.solution.objective, agenda.solution.choice});
    options.start = agenda.solution.choice;
    std::ranges::move(optimise::budget_curve(problem, kMoreMoney, options), std::back_inserter(curve));
    return curve;
  }

  Result<void> answer_tempos(AgendaAnswer& out) {
    std::vector<TempoLimit> tempos = out.agenda.problem->weighing->tempos;
    std::ranges::sort(tempos, {}, &TempoLimit::tempo);
    for (const TempoLimit& each : tempos) {
      if (each.tempo == question_.request.tempo) {  // that is the agenda itself
        out.tempos.push_back(out.agenda);
        continue;
      }
      auto problem = problem_at(each.tempo);
      if (!problem) return std::unexpected(problem.error());
      out.tempos.push_back(solved(std::move(*problem)));
    }
    return {};
  }

  Result<void> answer_standing(AgendaAnswer& out, const SearchOptions& options) {
    const AgendaProblem& problem = *out.agenda.problem;
    optimise::RobustnessOptions robustness;
    robustness.draws = question_.draws;
    robustness.threads = question_.threads;
    robustness.search.seed = options.seed;
    robustness.search.go_on = options.go_on;
    auto found = optimise::robustness(problem.portfolio, problem.assessment, robustness);
    if (!found) return std::unexpected(found.error());
    out.needs = optimise::data_needs(problem.portfolio, *found);
    std::erase_if(out.needs, [](const optimise::DataNeed& need) { return need.at_stake == 0; });
    out.standing = std::move(*found);
    return {};
  }

  const std::shared_ptr<const City>& city_;
  const AgendaQuestion& question_;
  const AgendaProgress& progress_;
  std::mutex mutex_;  // guards the one below
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
};

}  // namespace

SearchOptions search_options(const AgendaQuestion& question) {
  const Pace pace = pace_of(question.thoroughness);
  SearchOptions out;
  out.seed = question.seed;
  out.threads = question.threads;
  out.moves = pace.moves;
  out.rounds = pace.rounds;
  out.neighbourhoods = pace.neighbourhoods;
  return out;
}

Result<AgendaAnswer> answer_agenda(const std::shared_ptr<const City>& city, const AgendaQuestion& question,
                                   const AgendaProgress& progress) {
  return Answering(city, question, progress).run();
}

Result<optimise::Choice> choice_of(const AgendaProblem& problem, const std::vector<AgendaLine>& lines) {
  optimise::Choice out(problem.items.size(), kNoColumn);
  for (std::size_t item = 0; item < out.size(); ++item) {
    if (problem.portfolio.items[item].running) out[item] = static_cast<std::int32_t>(problem.items[item].baseline);
  }
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string path = "before[" + std::to_string(i) + ']';
    const auto& items = problem.portfolio.items;
    const auto found = std::ranges::find(items, to_string(lines[i].item), &optimise::Item::id);
    if (found == items.end()) {
      faults.push_back({"not_appraised", {}, path + ".item", to_string(lines[i].item), "something that is weighed"});
      continue;
    }
    const auto item = static_cast<std::size_t>(found - items.begin());
    const int start = lines[i].starts.value - problem.first_year();
    const auto& columns = problem.items[item].columns;
    const auto column = std::ranges::find_if(columns, [&](std::size_t c) {
      return problem.columns[c].option->form == lines[i].option && problem.columns[c].start == start;
    });
    if (column == columns.end()) {
      faults.push_back({"no_option",
                        {},
                        path,
                        std::string(name_of(lines[i].option)) + " from " + to_string(lines[i].starts),
                        "an option that can start then"});
    } else {
      out[item] = static_cast<std::int32_t>(*column);
    }
  }
  if (faults.empty()) return out;
  return failure(ErrorCode::bad_input, "These lines are not an agenda of this weighing.", std::move(faults));
}

std::vector<AgendaLine> lines_of(const AgendaProblem& problem, const optimise::Choice& choice) {
  std::vector<AgendaLine> out;
  for (std::size_t item = 0; item < choice.size(); ++item) {
    if (choice[item] == kNoColumn) continue;
    const AgendaColumn& column = problem.columns[static_cast<std::size_t>(choice[item])];
    out.push_back({problem.items[item].appraisal->subject, column.option->form, Year{problem.first_year() + column.start}});
  }
  return out;
}

Result<AgendaRepair> repair_agenda(const std::shared_ptr<const City>& city, const AgendaQuestion& question,
                                   const std::vector<AgendaLine>& before) {
  auto problem = agenda_problem(city, question.request);
  if (!problem) return std::unexpected(problem.error());
  AgendaRepair out{std::make_shared<const AgendaProblem>(std::move(*problem)), {}, {}};
  const auto choice = choice_of(*out.problem, before);
  if (!choice) return std::unexpected(choice.error());
  optimise::RepairOptions options;
  options.search.seed = question.seed;
  out.repair = optimise::repair(out.problem->portfolio, *choice, options);
  if (!out.repair.best) out.overruns = optimise::smallest_overruns(out.problem->portfolio, kCentsPerFte, options.search);
  return out;
}

}  // namespace koers
