// SPDX-License-Identifier: EUPL-1.2
#include "app/reports/context.h"

namespace koers::reports {

report::Cell words_cell(std::string text) { return {std::move(text), std::nullopt, 0}; }

void add_table_or(report::Section& section, report::Table table, const std::string& when_empty) {
  if (table.rows.empty()) {
    section.blocks.emplace_back(report::Paragraph{when_empty});
  } else {
    section.blocks.emplace_back(std::move(table));
  }
}

std::string value_words(const Say& say, const std::optional<Decimal>& value, int decimals, const std::string& unit,
                        ObservationStatus status) {
  if (!value) return status == ObservationStatus::suppressed ? say("figure_status.suppressed") : say("figure_status.missing");
  return say.with_unit(say.number(value->to_double(), decimals), unit);
}

namespace {

const char* status_key(ObservationStatus status) {
  switch (status) {
    case ObservationStatus::final_:
      return "figure_status.final";
    case ObservationStatus::provisional:
      return "figure_status.provisional";
    case ObservationStatus::estimated:
      return "figure_status.estimated";
    case ObservationStatus::suppressed:
      return "figure_status.suppressed";
    case ObservationStatus::missing:
      return "figure_status.missing";
  }
  return "figure_status.missing";
}

std::string beside_words(const ReportContext& context, const views::IndicatorState& state) {
  std::string out;
  for (const views::Beside& each : state.beside) {
    if (!each.value) continue;
    context.cited.add(each.source);
    if (!out.empty()) out += "; ";
    out += context.say("beside", {{"area", context.say.text(each.area.title)},
                                  {"value", context.say.number(each.value->to_double(), state.decimals)},
                                  {"period", context.say.period(each.period)}});
  }
  return out.empty() ? context.say("none.beside") : out;
}

std::string course_words(const Say& say, const views::IndicatorState& state) {
  return state.trend ? say.name("course", state.trend->course) : say("none.trend");
}

std::vector<report::Cell> indicator_row(const ReportContext& context, const views::IndicatorState& state) {
  const Say& say = context.say;
  std::vector<report::Cell> row{words_cell(say.text(state.title))};
  if (state.series.empty()) {
    row.push_back(words_cell(say("none.figure")));
    row.push_back(words_cell(""));
    row.push_back(words_cell(""));
  } else {
    const views::Point& last = state.series.back();
    context.cited.add(last.source);
    report::Cell value = words_cell(value_words(say, last.value, state.decimals, state.unit, last.status));
    if (last.value) value.number = last.value->to_double(), value.decimals = state.decimals;
    row.push_back(std::move(value));
    row.push_back(words_cell(say.period(last.period)));
    row.push_back(words_cell(say(status_key(last.status)) + (state.overdue ? say("overdue_mark") : "")));
  }
  row.push_back(words_cell(state.score ? say.name("band", state.score->band) : say("none.score")));
  row.push_back(words_cell(course_words(say, state)));
  row.push_back(words_cell(beside_words(context, state)));
  return row;
}

}  // namespace

report::Table indicator_table(const ReportContext& context, const std::string& id, const std::string& caption,
                              const std::vector<views::IndicatorState>& indicators) {
  const Say& say = context.say;
  report::Table table{id,
                      caption,
                      {{say("column.indicator")},
                       {say("column.value"), true},
                       {say("column.period")},
                       {say("column.status")},
                       {say("column.band")},
                       {say("column.trend")},
                       {say("column.beside")}},
                      {},
                      {}};
  for (const auto& each : indicators) table.rows.push_back(indicator_row(context, each));
  return table;
}

std::optional<report::Figure> series_figure(const ReportContext& context, const std::string& id,
                                            const views::IndicatorState& state) {
  constexpr std::size_t kFewest = 3;  // two points are a sentence, not a picture
  const Say& say = context.say;
  report::LinePicture picture;
  picture.decimals = state.decimals;
  report::Table table{id + "-figures",
                      say("series.table", {{"indicator", say.text(state.title)}}),
                      {{say("column.period")}, {say("column.value"), true}, {say("column.status")}},
                      {},
                      {}};
  for (const views::Point& each : state.series) {
    if (!each.value) continue;
    const double value = each.value->to_double();
    const std::string words = value_words(say, each.value, state.decimals, state.unit, each.status);
    picture.points.push_back({year_of(each.period), value, say.period(each.period) + ": " + words});
    table.rows.push_back(
        {words_cell(say.period(each.period)), {words, value, state.decimals}, words_cell(say(status_key(each.status)))});
  }
  if (picture.points.size() < kFewest) return std::nullopt;
  for (const views::TargetView& each : state.targets) {
    if (!each.absolute) continue;
    const std::string year = to_string(each.year);
    picture.targets.push_back({static_cast<double>(each.year.value), *each.absolute, say("series.target", {{"year", year}})});
    table.rows.push_back({words_cell(say("series.target", {{"year", year}})),
                          {say.with_unit(say.number(*each.absolute, state.decimals), state.unit), *each.absolute, state.decimals},
                          words_cell(say.name("target_course", each.course))});
  }
  const auto& first = picture.points.front();
  const auto& last = picture.points.back();
  std::string description = say("series.description", {{"indicator", say.text(state.title)},
                                                       {"count", std::to_string(picture.points.size())},
                                                       {"first", first.words},
                                                       {"last", last.words}});
  return report::Figure{id, say("series.title", {{"indicator", say.text(state.title)}}), std::move(description),
                        std::move(picture), std::move(table)};
}

}  // namespace koers::reports
