// SPDX-License-Identifier: EUPL-1.2
// The proposal of an agenda to the college and the council: the choice, its money and people, its alternatives and what it rests
// on.
#include <algorithm>

#include "app/optimise/agenda_words.h"
#include "app/optimise/coherence.h"
#include "app/optimise/review_order.h"
#include "app/reports/context.h"
#include "app/reports/solved_proposal.h"

namespace koers::reports {
namespace {

using optimise::kNoColumn;
using report::Cell;
using report::Paragraph;
using report::Section;

constexpr std::size_t kReviewed = 25;

/// The proposal in the making.
class Proposal {
 public:
  Proposal(const ReportContext& context, const SolvedProposal& solved)
      : context_(context),
        say_(context.say),
        solved_(solved),
        answer_(solved.answer),
        problem_(*answer_.agenda.problem),
        choice_(answer_.agenda.solution.choice),
        words_(problem_, say_) {}

  std::vector<Section> chapters() {
    cite();
    std::vector<Section> out{summary(), agenda(), money(), people(), alternatives(), left_out(), coherence(), review(), method()};
    return out;
  }

 private:
  void cite() const {
    context_.cited.add(problem_.weighing->sources);
    for (const AgendaItemFacts& each : problem_.items) context_.cited.add(each.appraisal->sources);
  }

  [[nodiscard]] const AgendaColumn* chosen(std::size_t item) const {
    return choice_[item] == kNoColumn ? nullptr : &problem_.columns[static_cast<std::size_t>(choice_[item])];
  }
  [[nodiscard]] bool is_new(std::size_t item) const { return !problem_.portfolio.items[item].running; }
  [[nodiscard]] std::string option_words(const AgendaColumn* column) const {
    return column == nullptr ? say_("agenda.option.none") : say_.name("agenda.option", column->option->form);
  }
  [[nodiscard]] std::string year_words(int year) const { return std::to_string(problem_.first_year() + year); }
  [[nodiscard]] std::string title(std::size_t item) const {
    const bool is_made_up = problem_.items[item].appraisal->status == Status::illustrative;
    return words_.title(item) + (is_made_up ? say_("illustrative_mark") : "");
  }
  [[nodiscard]] Cell points_cell(optimise::Value value) const {
    return say_.number_cell(static_cast<double>(value) / static_cast<double>(optimise::kUnitsPerPoint), 3);
  }
  [[nodiscard]] Cell fte_cell(optimise::CentiFte amount) const { return say_.number_cell(static_cast<double>(amount) / 100, 2); }

  [[nodiscard]] int count(const std::function<bool(std::size_t)>& which) const {
    int out = 0;
    for (std::size_t item = 0; item < choice_.size(); ++item) out += which(item) ? 1 : 0;
    return out;
  }

  [[nodiscard]] bool is_kept(std::size_t item) const {
    const AgendaColumn* column = chosen(item);
    return column != nullptr && column->option->form == OptionForm::keep;
  }
  [[nodiscard]] bool is_stopped(std::size_t item) const {
    const AgendaColumn* column = chosen(item);
    return column != nullptr && column->option->form == OptionForm::stop;
  }
  [[nodiscard]] bool is_changed(std::size_t item) const {
    return !is_new(item) && chosen(item) != nullptr && !is_kept(item) && !is_stopped(item);
  }
  [[nodiscard]] bool is_taken_up(std::size_t item) const { return is_new(item) && chosen(item) != nullptr; }

  Section summary() const {
    Section section{"proposal", say_("agenda.proposal.title"), {}, {}};
    section.blocks.push_back(Paragraph{say_.text(problem_.weighing->summary)});
    section.blocks.push_back(Paragraph{words_.quality(answer_.agenda.solution)});
    report::BulletList list;
    const auto add = [&](const char* key, int number) { list.items.push_back(say_(key, {{"count", std::to_string(number)}})); };
    add("agenda.proposal.new", count([&](std::size_t item) { return is_taken_up(item); }));
    add("agenda.proposal.changed", count([&](std::size_t item) { return is_changed(item); }));
    add("agenda.proposal.stopped", count([&](std::size_t item) { return is_stopped(item); }));
    add("agenda.proposal.kept", count([&](std::size_t item) { return is_kept(item); }));
    section.blocks.push_back(std::move(list));
    report::BulletList prices;
    for (std::size_t i = 0; i < answer_.prices.size(); ++i)
      prices.items.push_back(words_.price(problem_.wishes[i], answer_.prices[i], answer_.agenda.solution.objective));
    if (!prices.items.empty()) {
      section.blocks.push_back(Paragraph{say_("agenda.proposal.imposed")});
      section.blocks.push_back(std::move(prices));
    }
    return section;
  }

  report::Table lines(const char* id, const char* caption, const std::function<bool(std::size_t)>& which) const {
    report::Table table{id,
                        say_(caption),
                        {{say_("column.item")},
                         {say_("column.option")},
                         {say_("column.from")},
                         {say_("column.points"), true},
                         {say_("column.costs"), true},
                         {say_("column.fte_years"), true}},
                        {},
                        {}};
    for (std::size_t item = 0; item < choice_.size(); ++item) {
      if (!which(item)) continue;
      const AgendaColumn& column = *chosen(item);
      optimise::CentiFte people = 0;
      for (const auto& [team, amounts] : column.means.people) {
        for (const auto amount : amounts) people += amount;
      }
      table.rows.push_back({words_cell(title(item)), words_cell(option_words(&column)), words_cell(year_words(column.start)),
                            points_cell(problem_.portfolio.columns[static_cast<std::size_t>(choice_[item])].value),
                            say_.euro_cell({total_money(column.means)}), fte_cell(people)});
    }
    return table;
  }

  Section agenda() const {
    Section section{"agenda", say_("agenda.lines.title"), {Paragraph{say_("agenda.lines.lead")}}, {}};
    add_table_or(section, lines("agenda-new", "agenda.lines.new", [&](auto item) { return is_taken_up(item); }),
                 say_("agenda.lines.none_new"));
    add_table_or(section, lines("agenda-changed", "agenda.lines.changed", [&](auto item) { return is_changed(item); }),
                 say_("agenda.lines.none_changed"));
    add_table_or(section, lines("agenda-stopped", "agenda.lines.stopped", [&](auto item) { return is_stopped(item); }),
                 say_("agenda.lines.none_stopped"));
    add_table_or(section, lines("agenda-kept", "agenda.lines.kept", [&](auto item) { return is_kept(item); }),
                 say_("agenda.lines.none_kept"));
    return section;
  }

  [[nodiscard]] std::int64_t beyond(optimise::RowKind row, std::size_t index, int year) const {
    std::int64_t sum = 0;
    for (const optimise::Excess& each : answer_.agenda.solution.verification.overruns) {
      if (each.row == row && each.index == index && each.year == year) sum += each.amount;
    }
    return sum;
  }

  report::Table fund_table() const {
    report::Table table{"agenda-funds",
                        say_("agenda.money.table"),
                        {{say_("column.fund")},
                         {say_("column.year")},
                         {say_("column.budget"), true},
                         {say_("column.costs"), true},
                         {say_("column.reserve"), true},
                         {say_("column.extra"), true}},
                        {},
                        say_("agenda.money.note")};
    const optimise::Verification& found = answer_.agenda.solution.verification;
    for (std::size_t i = 0; i < problem_.portfolio.sources.size(); ++i) {
      const optimise::Source& source = problem_.portfolio.sources[i];
      const std::string name = say_.text(problem_.city->title_of({Kind::fund, source.id}));
      for (int year = 0; year < problem_.years(); ++year) {
        const auto at = static_cast<std::size_t>(year);
        table.rows.push_back({words_cell(name), words_cell(year_words(year)), say_.euro_cell({source.budget[at]}),
                              say_.euro_cell({found.spent[i][at]}), say_.euro_cell({found.reserve[i][at]}),
                              say_.euro_cell({beyond(optimise::RowKind::money, i, year)})});
      }
    }
    return table;
  }

  /// What the programme budget needs: every item with its fund, year by year.
  report::Table yearly_table() const {
    report::Table table{"agenda-yearly", say_("agenda.money.yearly"), {{say_("column.item")}, {say_("column.fund")}}, {}, {}};
    for (int year = 0; year < problem_.years(); ++year) table.columns.push_back({year_words(year), true});
    table.columns.push_back({say_("column.total"), true});
    for (std::size_t item = 0; item < choice_.size(); ++item) {
      const AgendaColumn* column = chosen(item);
      if (column == nullptr) continue;
      for (const auto& [fund, amounts] : column->means.money) {
        std::vector<Cell> row{words_cell(title(item)), words_cell(say_.text(problem_.city->title_of({Kind::fund, fund})))};
        optimise::Cents total = 0;
        for (const optimise::Cents amount : amounts) {
          row.push_back(say_.euro_cell({amount}));
          total += amount;
        }
        row.push_back(say_.euro_cell({total}));
        table.rows.push_back(std::move(row));
      }
    }
    return table;
  }

  Section money() const {
    Section section{"money", say_("agenda.money.title"), {Paragraph{say_("agenda.money.lead")}}, {}};
    section.blocks.emplace_back(fund_table());
    section.blocks.emplace_back(yearly_table());
    return section;
  }

  Section people() const {
    Section section{"people", say_("agenda.people.title"), {Paragraph{say_("agenda.people.lead")}}, {}};
    report::Table table{"agenda-teams",
                        say_("agenda.people.table"),
                        {{say_("column.team")},
                         {say_("column.year")},
                         {say_("column.capacity"), true},
                         {say_("column.occupied"), true},
                         {say_("column.hired"), true},
                         {say_("column.extra_fte"), true}},
                        {},
                        {}};
    const optimise::Verification& found = answer_.agenda.solution.verification;
    for (std::size_t i = 0; i < problem_.portfolio.teams.size(); ++i) {
      const optimise::Team& team = problem_.portfolio.teams[i];
      const std::string name = say_.text(problem_.city->title_of({Kind::team, team.id}));
      for (int year = 0; year < problem_.years(); ++year) {
        const auto at = static_cast<std::size_t>(year);
        std::int64_t hired = 0;
        for (const optimise::Excess& each : found.hired) hired += each.index == i && each.year == year ? each.amount : 0;
        table.rows.push_back({words_cell(name), words_cell(year_words(year)), fte_cell(team.capacity[at]),
                              fte_cell(found.occupied[i][at]), fte_cell(hired),
                              fte_cell(beyond(optimise::RowKind::people, i, year))});
      }
    }
    section.blocks.emplace_back(std::move(table));
    return section;
  }

  /// Items about which the alternatives differ, each with what every alternative does with it.
  report::Table comparison() const {
    report::Table table{"agenda-alternatives",
                        say_("agenda.alternatives.table"),
                        {{say_("column.item")}, {say_("column.proposal")}},
                        {},
                        say_("agenda.alternatives.note")};
    for (const SolvedAgenda& each : answer_.tempos)
      table.columns.push_back({say_.name("agenda.tempo", *each.problem->request.tempo)});
    const auto in_words = [&](const AgendaProblem& problem, std::int32_t column) {
      if (column == kNoColumn) return say_("agenda.option.none");
      const AgendaColumn& facts = problem.columns[static_cast<std::size_t>(column)];
      return say_.name("agenda.option", facts.option->form) + ", " + year_words(facts.start);
    };
    for (std::size_t item = 0; item < choice_.size(); ++item) {
      std::vector<Cell> row{words_cell(title(item)), words_cell(in_words(problem_, choice_[item]))};
      bool differs = false;
      for (const SolvedAgenda& each : answer_.tempos) {
        const bool is_found = each.solution.outcome == optimise::Outcome::found;
        row.push_back(
            words_cell(is_found ? in_words(*each.problem, each.solution.choice[item]) : say_("agenda.alternatives.none")));
        differs = differs || row.back().text != row[1].text;
      }
      if (differs) table.rows.push_back(std::move(row));
    }
    return table;
  }

  Section alternatives() const {
    Section section{"alternatives", say_("agenda.alternatives.title"), {Paragraph{say_("agenda.alternatives.lead")}}, {}};
    report::BulletList list;
    for (const SolvedAgenda& each : answer_.tempos) list.items.push_back(AgendaWords(*each.problem, say_).tempo(each));
    section.blocks.emplace_back(std::move(list));
    add_table_or(section, comparison(), say_("agenda.alternatives.same"));
    return section;
  }

  Section left_out() const {
    Section section{"left-out", say_("agenda.left_out.title"), {Paragraph{say_("agenda.left_out.lead")}}, {}};
    report::BulletList list;
    for (const auto& [item, why] : solved_.left_out) list.items.push_back(words_.why_not(item, why, false));
    if (list.items.empty()) {
      section.blocks.emplace_back(Paragraph{say_("agenda.left_out.none")});
    } else {
      section.blocks.emplace_back(std::move(list));
    }
    return section;
  }

  Section coherence() const {
    Section section{"coherence", say_("agenda.coherence.title"), {Paragraph{say_("agenda.coherence.lead")}}, {}};
    report::Table table{"agenda-findings",
                        say_("agenda.coherence.table"),
                        {{say_("column.finding")}, {say_("column.items")}, {say_("column.about")}},
                        {},
                        {}};
    const auto names = [&](const std::vector<Reference>& references) {
      std::string text;
      for (const Reference& each : references) text += (text.empty() ? "" : "; ") + say_.text(problem_.city->title_of(each));
      return text;
    };
    for (const Finding& each : findings_of_choice(problem_, choice_)) {
      const std::string amount = each.cents ? ' ' + say_.euro({*each.cents}) : "";
      table.rows.push_back({words_cell(say_.name("agenda.finding", each.kind) + amount), words_cell(names(each.items)),
                            words_cell(names(each.about))});
    }
    add_table_or(section, std::move(table), say_("agenda.coherence.none"));
    return section;
  }

  Section review() const {
    Section section{"review", say_("agenda.review.title"), {Paragraph{say_("agenda.review.lead")}}, {}};
    report::Table table{"agenda-review",
                        say_("agenda.review.table"),
                        {{say_("column.item")},
                         {say_("column.option")},
                         {say_("column.impact"), true},
                         {say_("column.willingness")},
                         {say_("column.freedom")},
                         {say_("column.score"), true}},
                        {},
                        say_("agenda.review.note")};
    const auto degree = [&](const std::optional<Degree>& each) {
      return words_cell(each ? say_.name("agenda.degree", *each) : say_("agenda.degree.unknown"));
    };
    for (const ReviewStep& each : review_order(problem_)) {
      if (table.rows.size() >= kReviewed || each.score <= 0) break;
      table.rows.push_back({words_cell(title(each.item)), words_cell(option_words(&problem_.columns[each.column])),
                            say_.number_cell(each.impact, 3), degree(each.willingness), degree(each.freedom),
                            say_.number_cell(each.score, 3)});
    }
    add_table_or(section, std::move(table), say_("agenda.review.none"));
    return section;
  }

  Section method() const {
    Section section{"method", say_("agenda.method.title"), {Paragraph{say_("agenda.method.lead")}}, {}};
    report::Table table{
        "agenda-criteria",
        say_("agenda.method.criteria"),
        {{say_("column.criterion")}, {say_("column.weight"), true}, {say_("column.least"), true}, {say_("column.most"), true}},
        {},
        {}};
    for (const Criterion& each : problem_.weighing->criteria) {
      table.rows.push_back({words_cell(say_.text(problem_.city->title_of(each.to))), say_.number_cell(each.weight.to_double(), 3),
                            say_.number_cell(each.least.to_double(), 3), say_.number_cell(each.most.to_double(), 3)});
    }
    section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(
        Paragraph{say_("agenda.method.run", {{"seed", std::to_string(answer_.question.seed)},
                                             {"moves", say_.number(static_cast<double>(answer_.agenda.solution.moves), 0)},
                                             {"rounds", std::to_string(answer_.agenda.solution.rounds)}})});
    return section;
  }

  const ReportContext& context_;
  const Say& say_;
  const SolvedProposal& solved_;
  const AgendaAnswer& answer_;
  const AgendaProblem& problem_;
  const optimise::Choice& choice_;
  AgendaWords words_;
};

}  // namespace

std::vector<Section> agenda_chapters(const ReportContext& context, const SolvedProposal& solved) {
  const SolvedAgenda& agenda = solved.answer.agenda;
  if (agenda.solution.outcome == optimise::Outcome::found) return Proposal(context, solved).chapters();
  const AgendaWords words(*agenda.problem, context.say);
  return {{"proposal",
           context.say("agenda.proposal.title"),
           {Paragraph{words.quality(agenda.solution)}, Paragraph{words.overruns(agenda.overruns)}},
           {}}};
}

}  // namespace koers::reports
