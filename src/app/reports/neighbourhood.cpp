// SPDX-License-Identifier: EUPL-1.2
// The profile of one district or neighbourhood: its figures with the spread beside them, what runs there, what is seen there.
#include "app/reports/context.h"
#include "app/views/areas.h"

namespace koers::reports {
namespace {

using report::Paragraph;
using report::Section;

std::string spread_words(const Say& say, const std::optional<views::Spread>& spread, int decimals) {
  if (!spread) return say("none.spread");
  return say("spread", {{"lowest", say.number(spread->lowest.to_double(), decimals)},
                        {"median", say.number(spread->median, decimals)},
                        {"highest", say.number(spread->highest.to_double(), decimals)},
                        {"count", std::to_string(spread->count)}});
}

const views::Score* score_of(const views::AreaProfile& profile, const std::string& indicator) {
  for (const auto& each : profile.scores) {
    if (each.indicator == indicator) return &each.score;
  }
  return nullptr;
}

report::Table figures(const ReportContext& context, const views::AreaProfile& profile) {
  const Say& say = context.say;
  report::Table table{"area-figures",
                      say("area.table", {{"area", profile.name}}),
                      {{say("column.indicator")},
                       {say("column.value"), true},
                       {say("column.period")},
                       {say("column.in_city"), true},
                       {say("column.spread_districts")},
                       {say("column.band")}},
                      {},
                      say("area.note")};
  for (const auto& each : profile.measurements) {
    context.cited.add(each.source);
    const views::Score* score = score_of(profile, each.indicator);
    report::Cell value = words_cell(value_words(say, each.value, each.decimals, each.unit, each.status));
    if (each.value) value.number = each.value->to_double(), value.decimals = each.decimals;
    table.rows.push_back({words_cell(say.text(each.title)), std::move(value), words_cell(say.period(each.period)),
                          each.city ? say.number_cell(each.city->to_double(), each.decimals) : words_cell(say("none.figure")),
                          words_cell(spread_words(say, each.districts, each.decimals)),
                          words_cell(score == nullptr ? say("none.score") : say.name("band", score->band))});
  }
  return table;
}

/// Where the area stands in the country, for each indicator that has a direction.
void add_scores(Section& section, const ReportContext& context, const views::AreaProfile& profile) {
  const Say& say = context.say;
  report::IntervalPicture picture;
  picture.reference = 0;
  picture.reference_label = say("mechanisms.reference");
  picture.decimals = 2;
  report::Table table{"area-scores",
                      say("area.scores", {{"area", profile.name}}),
                      {{say("column.indicator")}, {say("column.score"), true}, {say("column.band")}},
                      {},
                      say("area.scores_note")};
  for (const auto& each : profile.measurements) {
    const views::Score* score = score_of(profile, each.indicator);
    if (score == nullptr) continue;
    const std::string title = say.text(each.title);
    picture.marks.push_back({title, say.name("band_short", score->band), score->value, score->value, score->value});
    table.rows.push_back({words_cell(title), say.number_cell(score->value, 2), words_cell(say.name("band", score->band))});
  }
  if (picture.marks.empty()) {
    section.blocks.emplace_back(Paragraph{say("area.no_scores")});
    return;
  }
  section.blocks.emplace_back(report::Figure{"area-picture", say("area.picture", {{"area", profile.name}}),
                                             say("area.description", {{"area", profile.name}}), std::move(picture),
                                             std::move(table)});
}

void add_names(Section& section, const Say& say, const std::string& key, const std::vector<views::Mentioned>& documents) {
  if (documents.empty()) {
    section.blocks.emplace_back(Paragraph{say(key + "_none")});
    return;
  }
  section.blocks.emplace_back(Paragraph{say(key)});
  report::BulletList list;
  for (const auto& each : documents) list.items.push_back(say.text(each.title));
  section.blocks.emplace_back(std::move(list));
}

Section voices(const ReportContext& context, const std::string& code) {
  const Say& say = context.say;
  Section section{"seen", say("area.seen_title"), {Paragraph{say("area.seen_lead")}}, {}};
  report::BulletList notes;
  for (const FieldNote& each : context.city.all<FieldNote>()) {
    if (each.area.id == code) notes.items.push_back(say.date(each.month) + ", " + each.profession + ": " + each.text);
  }
  report::BulletList signals;
  for (const Signal& each : context.city.all<Signal>()) {
    if (each.area.id != code) continue;
    const std::string indicator = say.text(context.city.title_of({Kind::indicator, each.indicator.str()}));
    signals.items.push_back(
        say("area.signal", {{"indicator", indicator},
                            {"period", say.period(each.period)},
                            {"answer", each.answer ? say.name("signal_answer", *each.answer) : say("none.answer")}}));
    for (const Reply& reply : each.replies)
      signals.items.push_back(say("area.reply", {{"from", reply.from}, {"text", reply.text}}));
  }
  section.blocks.emplace_back(Paragraph{say(notes.items.empty() ? "area.no_notes" : "area.notes")});
  if (!notes.items.empty()) section.blocks.emplace_back(std::move(notes));
  section.blocks.emplace_back(Paragraph{say(signals.items.empty() ? "area.no_signals" : "area.signals")});
  if (!signals.items.empty()) section.blocks.emplace_back(std::move(signals));
  return section;
}

}  // namespace

Result<std::vector<Section>> neighbourhood_chapters(const ReportContext& context, const std::string& area) {
  const auto profile = views::area_profile(context.city, area);
  if (!profile) return std::unexpected(profile.error());
  const Say& say = context.say;
  context.cited.add(profile->sources);
  Section about{"about", say("area.about"), {}, {}};
  if (profile->summary) about.blocks.emplace_back(Paragraph{say.text(*profile->summary)});
  if (profile->parent)
    about.blocks.emplace_back(
        Paragraph{say("area.parent", {{"area", profile->name}, {"parent", say.text(profile->parent->title)}})});
  add_names(about, say, "area.children", profile->children);
  Section stand{"stand", say("area.stand"), {Paragraph{say("area.stand_lead")}}, {}};
  add_scores(stand, context, *profile);
  Section numbers{"figures", say("area.figures"), {}, {}};
  add_table_or(numbers, figures(context, *profile), say("area.no_figures"));
  Section runs{"runs", say("area.runs"), {}, {}};
  add_names(runs, say, "area.efforts", profile->efforts);
  add_names(runs, say, "area.focus", profile->focus_areas);
  return std::vector<Section>{std::move(about), std::move(stand), std::move(numbers), std::move(runs), voices(context, area)};
}

}  // namespace koers::reports
