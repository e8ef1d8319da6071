// SPDX-License-Identifier: EUPL-1.2
// The management report of January: what the policy cycle asks for, how efforts stand, which figures are overdue, what is to be
// paid with what, and which signals wait for an answer.
#include <algorithm>

#include "app/reports/context.h"
#include "app/views/indicators.h"
#include "app/views/overview.h"

namespace koers::reports {
namespace {

using report::Paragraph;
using report::Section;

report::Table due_table(const ReportContext& context, const views::CalendarView& calendar, DueState state) {
  const Say& say = context.say;
  report::Table table{std::string("due-") + name_of(state),
                      say.name("due.table", state),
                      {{say("column.what")},
                       {say("column.quadrant")},
                       {say("column.due_by")},
                       {say("column.days"), true},
                       {say("column.reason")}},
                      {},
                      {}};
  std::replace(table.id.begin(), table.id.end(), '_', '-');
  for (const auto& each : calendar.items) {
    if (each.state != state) continue;
    context.cited.add(each.sources);
    const std::string about = each.subject ? " (" + say.text(each.subject->title) + ')' : "";
    table.rows.push_back({words_cell(say.text(each.title) + about), words_cell(say.name("quadrant", each.quadrant)),
                          words_cell(say.date(each.due_by)), say.number_cell(each.days, 0),
                          words_cell(say.name("due_reason", each.reason))});
  }
  return table;
}

Section due_chapter(const ReportContext& context, const views::CalendarView& calendar) {
  const Say& say = context.say;
  Section section{"due", say("due.title"), {Paragraph{say("due.lead")}}, {}};
  for (const DueState state : {DueState::late, DueState::due, DueState::upcoming}) {
    add_table_or(section, due_table(context, calendar, state), say.name("due.none", state));
  }
  return section;
}

report::Table effort_counts(const Say& say, const views::EffortRegister& efforts) {
  report::Table table{"effort-counts", say("efforts.counts"), {{say("column.state")}, {say("column.count"), true}}, {}, {}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<EffortState>>([&](auto each) {
    const EffortState state = each.value;
    const auto count = std::count_if(efforts.rows.begin(), efforts.rows.end(), [&](auto& row) { return row.state == state; });
    if (count > 0)
      table.rows.push_back({words_cell(say.name("effort_state", state)), say.number_cell(static_cast<double>(count), 0)});
  });
  return table;
}

report::Cell money_cell(const Say& say, const std::optional<Euro>& amount, const std::optional<Status>& status) {
  if (!amount) return words_cell(say("none.amount"));
  report::Cell cell = say.euro_cell(*amount);
  if (status == Status::illustrative) cell.text += say("illustrative_mark");
  return cell;
}

report::Table effort_table(const ReportContext& context, const views::EffortRegister& efforts) {
  const Say& say = context.say;
  report::Table table{"effort-list",
                      say("efforts.table"),
                      {{say("column.effort")},
                       {say("column.form")},
                       {say("column.state")},
                       {say("column.owner")},
                       {say("column.ends")},
                       {say("column.costs"), true},
                       {say("column.cover"), true}},
                      {},
                      say("efforts.note")};
  for (const auto& row : efforts.rows) {
    if (row.state == EffortState::closed || row.state == EffortState::withdrawn) continue;
    context.cited.add(row.sources);
    table.rows.push_back({words_cell(say.text(row.title)), words_cell(say.name("effort_form", row.form)),
                          words_cell(say.name("effort_state", row.state)), words_cell(row.owner.value_or(say("none.owner"))),
                          words_cell(row.ends ? say.date(*row.ends) : say("none.date")),
                          money_cell(say, row.costs, row.costs_status), money_cell(say, row.cover, row.cover_status)});
  }
  return table;
}

report::Table milestone_table(const ReportContext& context) {
  const Say& say = context.say;
  report::Table table{"milestones-late",
                      say("efforts.milestones"),
                      {{say("column.milestone")}, {say("column.effort")}, {say("column.due_by")}},
                      {},
                      {}};
  for (const Effort& effort : context.city.all<Effort>()) {
    if (effort.state == EffortState::closed || effort.state == EffortState::withdrawn) continue;
    for (const Milestone& each : effort.milestones) {
      if (!each.due || each.reached || each.due->last_day() >= context.date) continue;
      table.rows.push_back(
          {words_cell(say.text(each.title)), words_cell(say.text(effort.title)), words_cell(say.date(*each.due))});
    }
  }
  return table;
}

Section efforts_chapter(const ReportContext& context) {
  const Say& say = context.say;
  const auto efforts = views::effort_register(context.city);
  Section section{"efforts", say("efforts.title"), {Paragraph{say("efforts.lead")}}, {}};
  add_table_or(section, effort_counts(say, efforts), say("efforts.none"));
  add_table_or(section, milestone_table(context), say("efforts.no_milestones"));
  add_table_or(section, effort_table(context, efforts), say("efforts.none"));
  return section;
}

Section policy_chapter(const ReportContext& context) {
  const Say& say = context.say;
  Section section{"policy", say("policy.title"), {Paragraph{say("policy.lead")}}, {}};
  report::Table table{"policy-review",
                      say("policy.table"),
                      {{say("column.document")}, {say("column.review_due")}, {say("column.owner")}, {say("column.state")}},
                      {},
                      {}};
  for (const auto& row : views::policy_register(context.city, context.date).rows) {
    if (row.review_state != views::ReviewState::late && row.review_state != views::ReviewState::due) continue;
    context.cited.add(row.sources);
    table.rows.push_back(
        {words_cell(say.text(row.title)), words_cell(row.review_due ? to_string(*row.review_due) : say("none.date")),
         words_cell(row.owner.value_or(say("none.owner"))), words_cell(say.name("review_state", row.review_state))});
  }
  add_table_or(section, std::move(table), say("policy.none"));
  return section;
}

Section overdue_chapter(const ReportContext& context, const views::IndicatorRegister& indicators) {
  const Say& say = context.say;
  Section section{"overdue", say("overdue.title"), {Paragraph{say("overdue.lead")}}, {}};
  report::Table table{"overdue-list",
                      say("overdue.table"),
                      {{say("column.indicator")}, {say("column.owner")}, {say("column.due_by")}, {say("column.last_period")}},
                      {},
                      {}};
  for (const auto& row : indicators.rows) {
    if (!views::contains(row.gaps, views::IndicatorGap::overdue)) continue;
    table.rows.push_back({words_cell(say.text(row.title)), words_cell(row.owner.value_or(say("none.owner"))),
                          words_cell(row.next_due ? say.date(*row.next_due) : say("none.date")),
                          words_cell(row.last_period ? say.period(*row.last_period) : say("none.figure"))});
  }
  add_table_or(section, std::move(table), say("overdue.none"));
  return section;
}

Section money_chapter(const ReportContext& context) {
  const Say& say = context.say;
  Section section{"money", say("money.title"), {Paragraph{say("money.lead")}}, {}};
  report::Table table{"budgets",
                      say("money.table"),
                      {{say("column.budget")},
                       {say("column.years")},
                       {say("column.costs"), true},
                       {say("column.cover"), true},
                       {say("column.shortfall"), true},
                       {say("column.extra"), true},
                       {say("column.provenance")}},
                      {},
                      say("money.note")};
  for (const Budget& each : context.city.all<Budget>()) {
    context.cited.add(each.sources);
    table.rows.push_back({words_cell(say.text(each.title)),
                          words_cell(to_string(each.years.from) + "\u2013" + to_string(each.years.to)),
                          say.euro_cell(each.total_costs), say.euro_cell(each.total_cover), say.euro_cell(each.shortfall),
                          each.extra_requested ? say.euro_cell(*each.extra_requested) : words_cell(say("none.amount")),
                          words_cell(say.name("provenance", each.status))});
  }
  add_table_or(section, std::move(table), say("money.none"));
  return section;
}

Section signals_chapter(const ReportContext& context) {
  const Say& say = context.say;
  Section section{"signals", say("signals.title"), {Paragraph{say("signals.lead")}}, {}};
  report::Table table{"signals-open",
                      say("signals.table"),
                      {{say("column.indicator")},
                       {say("column.area")},
                       {say("column.period")},
                       {say("column.level")},
                       {say("column.reviewer")},
                       {say("column.due_by")}},
                      {},
                      {}};
  for (const Signal& each : context.city.all<Signal>()) {
    if (each.answer) continue;
    const bool is_late = each.deadline.last_day() < context.date;
    table.rows.push_back({words_cell(say.text(context.city.title_of({Kind::indicator, each.indicator.str()}))),
                          words_cell(say.text(context.city.title_of(each.area))), words_cell(say.period(each.period)),
                          words_cell(say.name("signal_level", each.level)), words_cell(each.reviewer),
                          words_cell(say.date(each.deadline) + (is_late ? say("overdue_mark") : ""))});
  }
  add_table_or(section, std::move(table), say("signals.none"));
  return section;
}

Section decisions_chapter(const ReportContext& context) {
  const Say& say = context.say;
  const auto year_ago = to_date(std::chrono::sys_days(context.date) - std::chrono::days(366));
  Section section{"decisions", say("decisions.title"), {Paragraph{say("decisions.lead")}}, {}};
  report::Table table{
      "decision-list", say("decisions.table"), {{say("column.decision")}, {say("column.date")}, {say("column.body")}}, {}, {}};
  for (const auto& row : views::decision_register(context.city).rows) {
    if (row.date < year_ago || row.date.first_day() > context.date) continue;
    context.cited.add(row.sources);
    table.rows.push_back(
        {words_cell(say.text(row.title)), words_cell(say.date(row.date)), words_cell(say.name("body", row.body))});
  }
  add_table_or(section, std::move(table), say("decisions.none"));
  return section;
}

Section summary(const ReportContext& context, const views::CalendarView& calendar, const views::IndicatorRegister& indicators) {
  const Say& say = context.say;
  const auto due = [&](DueState state) {
    return std::to_string(
        std::count_if(calendar.items.begin(), calendar.items.end(), [&](auto& each) { return each.state == state; }));
  };
  const auto overdue = std::count_if(indicators.rows.begin(), indicators.rows.end(),
                                     [](auto& row) { return views::contains(row.gaps, views::IndicatorGap::overdue); });
  const auto& efforts = context.city.all<Effort>();
  const auto running =
      std::count_if(efforts.begin(), efforts.end(), [](auto& each) { return each.state == EffortState::running; });
  const auto& budgets = context.city.all<Budget>();
  const auto short_of = std::count_if(budgets.begin(), budgets.end(), [](auto& each) { return each.shortfall.cents > 0; });
  const auto& signals = context.city.all<Signal>();
  const auto open = std::count_if(signals.begin(), signals.end(), [](auto& each) { return !each.answer; });
  report::BulletList list{
      {say("management.summary_due",
           {{"late", due(DueState::late)}, {"due", due(DueState::due)}, {"upcoming", due(DueState::upcoming)}}),
       say("management.summary_efforts", {{"running", std::to_string(running)}, {"all", std::to_string(efforts.size())}}),
       say("management.summary_overdue", {{"overdue", std::to_string(overdue)}, {"all", std::to_string(indicators.rows.size())}}),
       say("management.summary_money", {{"short", std::to_string(short_of)}, {"all", std::to_string(budgets.size())}}),
       say("management.summary_signals", {{"open", std::to_string(open)}})}};
  return {"summary", say("summary.title"), {std::move(list)}, {}};
}

}  // namespace

std::vector<Section> management_chapters(const ReportContext& context) {
  const auto calendar = views::calendar_view(context.city, context.date);
  const auto indicators = views::indicator_register(context.city, context.date);
  std::vector<Section> chapters;
  chapters.push_back(summary(context, calendar, indicators));
  chapters.push_back(due_chapter(context, calendar));
  chapters.push_back(efforts_chapter(context));
  chapters.push_back(money_chapter(context));
  chapters.push_back(policy_chapter(context));
  chapters.push_back(overdue_chapter(context, indicators));
  chapters.push_back(signals_chapter(context));
  chapters.push_back(decisions_chapter(context));
  return chapters;
}

}  // namespace koers::reports
