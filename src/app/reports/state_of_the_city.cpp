// SPDX-License-Identifier: EUPL-1.2
// The state of the city: mechanisms, core indicators, targets, differences, districts, and what is not known.
#include <algorithm>

#include "app/reports/context.h"
#include "app/views/indicators.h"
#include "app/views/priority.h"

namespace koers::reports {
namespace {

using report::Paragraph;
using report::Section;

std::string index_words(const Say& say, const views::SetState& set) {
  if (!set.index) return say("index_none", {{"why", say.name("no_index", *set.no_index)}});
  const views::Estimate& index = set.index->index;
  return say("index_words",
             {{"band", say.name("band", set.index->band)}, {"interval", say.interval(index.value, index.lower, index.upper, 2)}});
}

/// Every target once, with the indicator that it is about.
std::vector<std::pair<const views::IndicatorState*, const views::TargetView*>> targets_of(const views::CityState& state) {
  std::vector<std::pair<const views::IndicatorState*, const views::TargetView*>> out;
  std::set<std::string> seen;
  for (const auto* group : {&state.mechanisms, &state.core, &state.action_lines}) {
    for (const auto& set : *group) {
      for (const auto& indicator : set.indicators) {
        for (const auto& target : indicator.targets) {
          if (seen.insert(target.id).second) out.emplace_back(&indicator, &target);
        }
      }
    }
  }
  return out;
}

Section summary(const ReportContext& context, const views::CityState& state, const views::IndicatorRegister& indicators) {
  const Say& say = context.say;
  report::BulletList list;
  for (const auto& set : state.mechanisms) list.items.push_back(say.text(set.title) + ": " + index_words(say, set) + '.');
  const auto targets = targets_of(state);
  const auto count = [&](views::TargetCourse course) {
    return std::to_string(
        std::count_if(targets.begin(), targets.end(), [&](auto& each) { return each.second->course == course; }));
  };
  list.items.push_back(say("summary.targets", {{"all", std::to_string(targets.size())},
                                               {"reached", count(views::TargetCourse::reached)},
                                               {"on_course", count(views::TargetCourse::on_course)},
                                               {"uncertain", count(views::TargetCourse::uncertain)},
                                               {"off_course", count(views::TargetCourse::off_course)},
                                               {"no_trend", count(views::TargetCourse::no_trend)},
                                               {"no_figures", count(views::TargetCourse::no_figures)}}));
  const auto growing = std::count_if(state.differences.begin(), state.differences.end(),
                                     [](auto& each) { return each.verdict == views::DifferenceVerdict::growing; });
  list.items.push_back(
      say("summary.differences", {{"all", std::to_string(state.differences.size())}, {"growing", std::to_string(growing)}}));
  const auto without = std::count_if(indicators.rows.begin(), indicators.rows.end(), [](auto& row) { return row.figures == 0; });
  list.items.push_back(
      say("summary.gaps", {{"all", std::to_string(indicators.rows.size())}, {"without", std::to_string(without)}}));
  return {"summary", say("summary.title"), {Paragraph{say("summary.lead")}, std::move(list)}, {}};
}

report::Table index_table(const Say& say, const std::vector<views::SetState>& sets) {
  report::Table table{"mechanism-index",
                      say("mechanisms.table"),
                      {{say("column.mechanism")},
                       {say("column.index"), true},
                       {say("column.lower"), true},
                       {say("column.upper"), true},
                       {say("column.band")},
                       {say("column.rank")},
                       {say("column.weight_present"), true},
                       {say("column.provenance")}},
                      {},
                      say("mechanisms.note")};
  for (const auto& set : sets) {
    std::vector<report::Cell> row{words_cell(say.text(set.title))};
    if (set.index) {
      const auto& index = set.index->index;
      for (const double each : {index.value, index.lower, index.upper}) row.push_back(say.number_cell(each, 2));
      row.push_back(words_cell(say.name("band", set.index->band)));
      const auto& rank = set.index->rank;
      row.push_back(words_cell(
          say("rank_words",
              {{"lower", std::to_string(rank.lower)}, {"upper", std::to_string(rank.upper)}, {"of", std::to_string(rank.of)}})));
      row.push_back({say.number(set.index->weight_present * 100, 0) + '%', set.index->weight_present * 100, 0});
    } else {
      for (int i = 0; i < 3; ++i) row.push_back(words_cell("\u2013"));
      row.push_back(words_cell(index_words(say, set)));
      row.push_back(words_cell("\u2013"));
      row.push_back(words_cell("\u2013"));
    }
    row.push_back(words_cell(say.name("provenance", set.status)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_index_figure(Section& section, const Say& say, const std::vector<views::SetState>& sets) {
  report::IntervalPicture picture;
  picture.reference = 0;
  picture.reference_label = say("mechanisms.reference");
  picture.decimals = 2;
  for (const auto& set : sets) {
    if (!set.index) continue;
    const auto& index = set.index->index;
    picture.marks.push_back(
        {say.text(set.title), say.name("band_short", set.index->band), index.value, index.lower, index.upper});
  }
  report::Table table = index_table(say, sets);
  if (picture.marks.empty()) {
    add_table_or(section, std::move(table), say("mechanisms.none"));
    return;
  }
  std::string description = say("mechanisms.description", {{"count", std::to_string(picture.marks.size())}});
  section.blocks.emplace_back(report::Figure{"mechanism-picture", say("mechanisms.picture"), std::move(description),
                                             std::move(picture), std::move(table)});
}

Section set_section(const ReportContext& context, const views::SetState& set, bool with_pictures) {
  const Say& say = context.say;
  context.cited.add(set.sources);
  Section section{"set-" + set.id, say.text(set.title), {Paragraph{say.text(set.summary)}}, {}};
  section.blocks.emplace_back(Paragraph{set.index ? say("set.index", {{"words", index_words(say, set)}})
                                                  : say("set.no_index", {{"why", say.name("no_index", *set.no_index)}})});
  if (set.gap) section.blocks.emplace_back(Paragraph{say("set.gap", {{"gap", say.text(*set.gap)}})});
  add_table_or(section,
               indicator_table(context, "figures-" + set.id, say("set.table", {{"set", say.text(set.title)}}), set.indicators),
               say("set.none"));
  if (!with_pictures) return section;
  for (const auto& indicator : set.indicators) {
    auto figure = series_figure(context, "series-" + set.id + '-' + indicator.indicator, indicator);
    if (figure) section.blocks.emplace_back(std::move(*figure));
  }
  return section;
}

Section sets_chapter(const ReportContext& context, const std::string& id, const std::vector<views::SetState>& sets,
                     bool with_pictures) {
  const Say& say = context.say;
  Section section{id, say(id + ".title"), {Paragraph{say(id + ".lead")}}, {}};
  if (id == "mechanisms") add_index_figure(section, say, sets);
  if (sets.empty()) section.blocks.emplace_back(Paragraph{say(id + ".none")});
  for (const auto& set : sets) section.sections.push_back(set_section(context, set, with_pictures));
  return section;
}

Section targets_chapter(const ReportContext& context, const views::CityState& state) {
  const Say& say = context.say;
  Section section{"targets", say("targets.title"), {Paragraph{say("targets.lead")}}, {}};
  report::Table table{"target-list",
                      say("targets.table"),
                      {{say("column.indicator")},
                       {say("column.year"), true},
                       {say("column.target"), true},
                       {say("column.relative_to")},
                       {say("column.now"), true},
                       {say("column.forecast"), true},
                       {say("column.course")},
                       {say("column.provenance")}},
                      {},
                      say("targets.note")};
  for (const auto& [indicator, target] : targets_of(state)) {
    context.cited.add(target->sources);
    const int decimals = indicator->decimals;
    std::vector<report::Cell> row{words_cell(say.text(indicator->title)),
                                  {to_string(target->year), static_cast<double>(target->year.value), 0}};
    row.back().number.reset();  // a year is a name, not a quantity: 2040, not 2,040
    row.push_back(
        {say.with_unit(say.number(target->value.to_double(), decimals), indicator->unit), target->value.to_double(), decimals});
    row.push_back(words_cell(target->relative_to ? say.text(target->relative_to->title) : ""));
    const bool has_value = !indicator->series.empty() && indicator->series.back().value.has_value();
    row.push_back(has_value ? say.number_cell(indicator->series.back().value->to_double(), decimals)
                            : words_cell(say("none.figure")));
    row.push_back(words_cell(
        target->forecast ? say.interval(target->forecast->value, target->forecast->lower, target->forecast->upper, decimals + 1)
                         : say("none.forecast")));
    row.push_back(words_cell(say.name("target_course", target->course)));
    row.push_back(words_cell(say.name("provenance", target->status)));
    table.rows.push_back(std::move(row));
  }
  add_table_or(section, std::move(table), say("targets.none"));
  return section;
}

report::Table difference_table(const Say& say, const std::vector<views::InequalityView>& views) {
  report::Table table{"difference-list",
                      say("differences.table"),
                      {{say("column.indicator")},
                       {say("column.period")},
                       {say("column.parts")},
                       {say("column.gini"), true},
                       {say("column.theil"), true},
                       {say("column.between"), true},
                       {say("column.within"), true},
                       {say("column.quintile"), true},
                       {say("column.verdict")}},
                      {},
                      say("differences.note")};
  for (const auto& each : views) {
    if (each.moments.empty()) continue;
    const auto& last = each.moments.back();
    const auto share = [&](const std::optional<double>& part) {
      const bool has_share = part && last.theil && last.theil->value > 0;
      return has_share ? report::Cell{say.number(*part / last.theil->value * 100, 0) + '%', *part / last.theil->value * 100, 0}
                       : words_cell("\u2013");
    };
    table.rows.push_back(
        {words_cell(say.text(each.title)),
         words_cell(say.period(last.period)),
         words_cell(std::to_string(last.areas) + ' ' + say.name("levels", each.level)),
         {say.interval(last.gini.value, last.gini.lower, last.gini.upper, 3), last.gini.value, 3},
         last.theil ? report::Cell{say.interval(last.theil->value, last.theil->lower, last.theil->upper, 4), last.theil->value, 4}
                    : words_cell("\u2013"),
         share(last.theil_between),
         share(last.theil_within),
         last.quintile_ratio
             ? report::Cell{say.interval(last.quintile_ratio->value, last.quintile_ratio->lower, last.quintile_ratio->upper, 2),
                            last.quintile_ratio->value, 2}
             : words_cell("\u2013"),
         words_cell(say.name("verdict", each.verdict))});
  }
  return table;
}

Section differences_chapter(const ReportContext& context, const views::CityState& state) {
  const Say& say = context.say;
  Section section{"differences", say("differences.title"), {Paragraph{say("differences.lead")}}, {}};
  report::IntervalPicture picture;
  picture.decimals = 3;
  report::BulletList changes;
  for (const auto& each : state.differences) {
    if (each.moments.empty()) continue;
    const auto& gini = each.moments.back().gini;
    picture.marks.push_back({say.text(each.title), say.number(gini.value, 3), gini.value, gini.lower, gini.upper});
    if (!each.change) continue;
    changes.items.push_back(say("differences.change", {{"indicator", say.text(each.title)},
                                                       {"from", say.period(each.change->from)},
                                                       {"to", say.period(each.change->to)},
                                                       {"interval", say.interval(each.change->gini.value, each.change->gini.lower,
                                                                                 each.change->gini.upper, 3)},
                                                       {"verdict", say.name("verdict", each.verdict)}}));
  }
  if (picture.marks.empty()) {
    section.blocks.emplace_back(Paragraph{say("differences.none")});
    return section;
  }
  section.blocks.emplace_back(report::Figure{"difference-picture", say("differences.picture"), say("differences.description"),
                                             std::move(picture), difference_table(say, state.differences)});
  if (!changes.items.empty()) section.blocks.emplace_back(std::move(changes));
  return section;
}

/// Thirds, and only where the interval of the rank lies wholly within one: else the figures do not tell.
const char* order_band(const views::RankInterval& rank) {
  const int third = (rank.of + 2) / 3;
  if (rank.upper <= third) return "order.largest";
  if (rank.lower > rank.of - third) return "order.smallest";
  if (rank.lower > third && rank.upper <= rank.of - third) return "order.middle";
  return "order.between";
}

Section order_chapter(const ReportContext& context) {
  const Say& say = context.say;
  const auto view = views::district_priority(context.city, context.date);
  Section section{"order", say("order.title"), {Paragraph{say("order.lead")}}, {}};
  report::Table table{"district-bands",
                      say("order.table"),
                      {{say("column.order_band")}, {say("column.districts")}, {say("column.count"), true}},
                      {},
                      say("order.note")};
  for (const char* band : {"order.largest", "order.between", "order.middle", "order.smallest", "order.unknown"}) {
    std::vector<std::string> names;
    for (const auto& row : view.rows) {
      const char* own = row.rank ? order_band(*row.rank) : "order.unknown";
      if (std::string_view(own) == band) names.push_back(say.text(row.area.title));
    }
    if (names.empty()) continue;
    std::sort(names.begin(), names.end());  // by name: no order within a band
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    table.rows.push_back({words_cell(say(band)), words_cell(list), say.number_cell(static_cast<double>(names.size()), 0)});
  }
  add_table_or(section, std::move(table), say("order.none"));
  return section;
}

Section forecasts_chapter(const ReportContext& context, const views::CityState& state) {
  const Say& say = context.say;
  Section section{"forecasts", say("forecasts.title"), {Paragraph{say("forecasts.lead")}}, {}};
  report::Table table{"forecast-record",
                      say("forecasts.table"),
                      {{say("column.ahead")},
                       {say("column.forecasts"), true},
                       {say("column.within_interval"), true},
                       {say("column.skill"), true}},
                      {},
                      say("forecasts.note")};
  for (const auto& each : state.forecast_records) {
    const std::string ahead =
        say("forecasts.ahead", {{"nearest", say.number(each.nearest, 0)}, {"farthest", say.number(each.farthest, 0)}});
    table.rows.push_back(
        {words_cell(ahead), say.number_cell(each.forecasts, 0), say.number_cell(each.within, 0), say.number_cell(each.skill, 2)});
  }
  add_table_or(section, std::move(table), say("forecasts.none"));
  return section;
}

report::Table contradictions(const ReportContext& context, const views::CityState& state) {
  const Say& say = context.say;
  report::Table table{"contradictions",
                      say("gaps.contradictions"),
                      {{say("column.indicator")}, {say("column.period")}, {say("column.value"), true}, {say("column.source")}},
                      {},
                      say("gaps.contradictions_note")};
  std::set<std::string> seen;
  const auto add = [&](const views::IndicatorState& indicator, const views::Point& point, const Decimal& value,
                       const Citation& source) {
    context.cited.add(source);
    const Source* found = context.city.find(source.source);
    table.rows.push_back({words_cell(say.text(indicator.title)),
                          words_cell(say.period(point.period)),
                          {say.with_unit(say.number(value.to_double(), indicator.decimals), indicator.unit), value.to_double(),
                           indicator.decimals},
                          words_cell(found == nullptr ? source.source.str() : found->title)});
  };
  for (const auto* group : {&state.mechanisms, &state.core, &state.action_lines}) {
    for (const auto& set : *group) {
      for (const auto& indicator : set.indicators) {
        if (!seen.insert(indicator.indicator).second) continue;
        for (const auto& point : indicator.series) {
          if (point.others.empty() || !point.value) continue;
          add(indicator, point, *point.value, point.source);
          for (const auto& other : point.others) add(indicator, point, other.value, other.source);
        }
      }
    }
  }
  return table;
}

Section gaps_chapter(const ReportContext& context, const views::CityState& state, const views::IndicatorRegister& indicators) {
  const Say& say = context.say;
  Section section{"gaps", say("gaps.title"), {Paragraph{say("gaps.lead")}}, {}};
  report::Table sets{"set-gaps", say("gaps.sets"), {{say("column.set")}, {say("column.gap")}}, {}, {}};
  for (const auto& each : indicators.set_gaps) {
    context.cited.add(each.sources);
    sets.rows.push_back({words_cell(say.text(each.set.title)), words_cell(say.text(each.gap))});
  }
  add_table_or(section, std::move(sets), say("gaps.no_sets"));
  report::Table counts{"gap-counts", say("gaps.counts"), {{say("column.gap")}, {say("column.indicators"), true}}, {}, {}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<views::IndicatorGap>>([&](auto gap) {
    const auto count = std::count_if(indicators.rows.begin(), indicators.rows.end(),
                                     [&](auto& row) { return views::contains(row.gaps, views::IndicatorGap{gap.value}); });
    if (count > 0)
      counts.rows.push_back(
          {words_cell(say.name("gap", views::IndicatorGap{gap.value})), say.number_cell(static_cast<double>(count), 0)});
  });
  add_table_or(section, std::move(counts), say("gaps.no_counts"));
  report::BulletList never;
  for (const auto& row : indicators.rows) {
    if (row.figures == 0) never.items.push_back(say.text(row.title));
  }
  if (!never.items.empty()) {
    section.blocks.emplace_back(Paragraph{say("gaps.never")});
    section.blocks.emplace_back(std::move(never));
  }
  add_table_or(section, contradictions(context, state), say("gaps.no_contradictions"));
  return section;
}

}  // namespace

std::vector<Section> state_chapters(const ReportContext& context) {
  const auto state = views::city_state(context.city, context.date);
  const auto indicators = views::indicator_register(context.city, context.date);
  std::vector<Section> chapters;
  chapters.push_back(summary(context, state, indicators));
  chapters.push_back(sets_chapter(context, "mechanisms", state.mechanisms, false));
  chapters.push_back(sets_chapter(context, "core", state.core, true));
  chapters.push_back(sets_chapter(context, "lines", state.action_lines, false));
  chapters.push_back(targets_chapter(context, state));
  chapters.push_back(differences_chapter(context, state));
  chapters.push_back(order_chapter(context));
  chapters.push_back(forecasts_chapter(context, state));
  chapters.push_back(gaps_chapter(context, state, indicators));
  return chapters;
}

}  // namespace koers::reports
