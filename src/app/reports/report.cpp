// SPDX-License-Identifier: EUPL-1.2
#include "app/reports/report.h"

#include <algorithm>

#include "app/reports/context.h"
#include "app/reports/solved_proposal.h"
#include "base/utf8.h"

namespace koers::reports {
namespace {

report::Section sources_chapter(const ReportContext& context) {
  const Say& say = context.say;
  report::Section section{"sources", say("sources.title"), {report::Paragraph{say("sources.lead")}}, {}};
  report::Table table{"source-list",
                      say("sources.table"),
                      {{say("column.source")},
                       {say("column.publisher")},
                       {say("column.published")},
                       {say("column.licence")},
                       {say("column.address")}},
                      {},
                      {}};
  for (const std::string& id : context.cited.ids()) {
    const Source* source = context.city.all<Source>().find(id);
    if (source == nullptr) continue;
    table.rows.push_back({words_cell(source->title), words_cell(source->publisher), words_cell(say.date(source->published)),
                          words_cell(source->licence.value_or(say("none.licence"))), words_cell(source->url.value_or(""))});
  }
  add_table_or(section, std::move(table), say("sources.none"));
  return section;
}

std::vector<std::pair<std::string, std::string>> facts_of(const ReportContext& context, const ReportBasis& basis,
                                                          const ReportOrder& order) {
  const Say& say = context.say;
  std::vector<std::pair<std::string, std::string>> facts{{say("fact.date"), say.date(to_date(order.date))}};
  if (order.year) facts.emplace_back(say("fact.until"), to_string(*order.year));
  facts.emplace_back(say("fact.ledger"),
                     say("fact.ledger_words", {{"seq", std::to_string(basis.head.seq)}, {"hash", basis.head.hash}}));
  facts.emplace_back(say("fact.figures"),
                     say("fact.figures_words", {{"count", say.number(static_cast<double>(context.city.observations.size()), 0)},
                                                {"version", std::to_string(basis.observations_version)}}));
  if (order.agenda) {
    facts.emplace_back(say("fact.weighing"), say.text(context.city.title_of({Kind::weighing, order.agenda->weighing})));
    facts.emplace_back(say("fact.tempo"),
                       order.agenda->tempo ? say.name("agenda.tempo", *order.agenda->tempo) : say("agenda.tempo.any"));
  }
  facts.emplace_back(say("fact.program"), std::string("Koers ") + KOERS_VERSION);
  const CityManifest* manifest = context.city.manifest();
  if (manifest != nullptr) facts.emplace_back(say("fact.licence"), manifest->licence);
  return facts;
}

/// What the title says the report is about: an area, or the frame of an agenda.
std::string about(const ReportContext& context, const ReportOrder& order) {
  if (order.agenda) return ' ' + context.say.text(context.city.title_of({Kind::weighing, order.agenda->weighing}));
  for (const Kind kind : {Kind::neighbourhood, Kind::district}) {
    const Reference area{kind, order.area.value_or("")};
    if (context.city.contains(area)) return context.say.text(context.city.title_of(area));
  }
  return "";
}

Result<std::vector<report::Section>> proposal_chapters(const ReportContext& context, const AgendaRequest& request,
                                                       const SolvedProposal* solved) {
  if (solved != nullptr) return agenda_chapters(context, *solved);
  const auto own = solve_proposal(context.city, request);
  if (!own) return std::unexpected(own.error());
  return agenda_chapters(context, **own);
}

Result<std::vector<report::Section>> chapters_of(const ReportContext& context, const ReportOrder& order,
                                                 const SolvedProposal* solved) {
  switch (order.kind) {
    case ReportKind::state_of_the_city:
      return state_chapters(context);
    case ReportKind::management:
      return management_chapters(context);
    case ReportKind::neighbourhood:
      return neighbourhood_chapters(context, order.area.value_or(""));
    case ReportKind::agenda_proposal:
      return proposal_chapters(context, *order.agenda, solved);
  }
  return failure(ErrorCode::bad_input, "There is no such report.");
}

Result<void> check(const ReportOrder& order) {
  if (!order.date.ok()) return failure(ErrorCode::bad_input, "A report speaks of a day that exists.");
  const bool needs_area = order.kind == ReportKind::neighbourhood;
  if (needs_area && !order.area)
    return failure(ErrorCode::bad_input, "The report on a neighbourhood needs the code of an area, such as WK063701.");
  if (!needs_area && order.area) return failure(ErrorCode::bad_input, "Only the report on a neighbourhood takes an area.");
  if ((order.kind == ReportKind::agenda_proposal) != order.agenda.has_value())
    return failure(ErrorCode::bad_input, "A proposal of an agenda needs a weighing, and no other report takes one.");
  return {};
}

Result<void> check_area(const City& city, const std::string& area) {
  if (city.contains({Kind::district, area}) || city.contains({Kind::neighbourhood, area})) return {};
  if (city.contains({Kind::municipality, area}) || city.contains({Kind::region, area}))
    return failure(ErrorCode::bad_input,
                   "The report on a neighbourhood is about a district or a neighbourhood; " + area + " is neither.");
  return failure(ErrorCode::not_found, "There is no area " + in_quotes(area) + '.');
}

}  // namespace

std::string slug_of(ReportKind kind) {
  std::string slug = name_of(kind);
  std::replace(slug.begin(), slug.end(), '_', '-');
  return slug;
}

std::optional<ReportKind> kind_from_slug(std::string_view slug) {
  std::string name(slug);
  std::replace(name.begin(), name.end(), '-', '_');
  const auto kind = enum_from<ReportKind>(name);
  return kind && slug_of(*kind) == slug ? kind : std::nullopt;
}

const char* media_type_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return "text/html; charset=utf-8";
    case ReportFormat::pdf:
      return "application/pdf";
    case ReportFormat::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case ReportFormat::csv:
      return "text/csv; charset=utf-8";
    case ReportFormat::json:
      return "application/json";
  }
  return "application/octet-stream";
}

City until_year(const City& city, Year year) {
  City out = city;
  std::erase_if(out.observations, [&](const Observation& each) { return each.period.to.year > year.value; });
  for (const ReferenceDistribution& each : city.all<ReferenceDistribution>()) {
    if (each.period.to.year > year.value) out.all<ReferenceDistribution>().remove(each.id.str());
  }
  return out;
}

Result<void> check_order(const City& public_city, const ReportOrder& order) {
  if (auto checked = check(order); !checked) return checked;
  if (public_city.manifest() == nullptr) return failure(ErrorCode::not_found, "The database holds no city.");
  if (order.area) return check_area(public_city, *order.area);
  if (!order.agenda) return {};
  const std::shared_ptr<const City> city(std::shared_ptr<const City>(), &public_city);
  const auto problem = agenda_problem(city, *order.agenda);
  return problem ? Result<void>() : std::unexpected(problem.error());
}

Result<report::Document> make_report(const City& public_city, const ReportBasis& basis, const ReportOrder& order,
                                     std::string_view language, const SolvedProposal* solved) {
  const auto table = word_table(language);
  if (!table) return std::unexpected(table.error());
  if (auto checked = check_order(public_city, order); !checked) return std::unexpected(checked.error());
  const City city = order.year ? until_year(public_city, *order.year) : public_city;
  const Say say(**table, std::string(language), city);
  Cited cited;
  const ReportContext context{city, say, order.date, cited};
  auto chapters = chapters_of(context, order, solved);
  if (!chapters) return std::unexpected(chapters.error());
  chapters->push_back(sources_chapter(context));
  const std::string group = name_of(order.kind);
  const std::string name = city.manifest()->name;
  const std::string year = order.year ? ' ' + to_string(*order.year) : "";
  return report::Document{std::string(language),
                          say(group + ".title", {{"city", name}, {"area", about(context, order)}}) + year,
                          say(group + ".subtitle", {{"city", name}}),
                          facts_of(context, basis, order),
                          std::move(*chapters),
                          say.writer_words()};
}

}  // namespace koers::reports
