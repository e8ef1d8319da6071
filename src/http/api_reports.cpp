// SPDX-License-Identifier: EUPL-1.2
// Reports: looking at one as it would be today, freezing one, and the frozen ones.
#include "app/reports/freeze.h"
#include "base/utf8.h"
#include "http/api.h"

namespace koers::http {
namespace {

using namespace koers::reports;

struct ListedEditions {
  std::vector<EditionView> items;
};
BOOST_DESCRIBE_STRUCT(ListedEditions, (), (items))

/// What a page sends to freeze a report.
struct FreezeWish {
  std::string kind;
  std::optional<Date> date;
  std::optional<Year> year;
  std::optional<std::string> area;
  std::optional<std::string> weighing_id;
  std::optional<Tempo> tempo;
};
BOOST_DESCRIBE_STRUCT(FreezeWish, (), (kind, date, year, area, weighing_id, tempo))

std::unexpected<Error> no_kind() {
  return failure(ErrorCode::bad_input,
                 "The kind of a report is state-of-the-city, management, neighbourhood or agenda-proposal.");
}

/// A day; `today` when none is given.
Result<std::chrono::year_month_day> day_of(const std::optional<Date>& date, std::chrono::year_month_day today) {
  if (!date) return today;
  if (date->day == 0) return failure(ErrorCode::bad_input, "`date` must be a day such as 2022-01-31.");
  return date->first_day();
}

Result<ReportOrder> order_of(const FreezeWish& wish, std::chrono::year_month_day today) {
  const auto kind = kind_from_slug(wish.kind);
  if (!kind) return no_kind();
  const auto day = day_of(wish.date, today);
  if (!day) return std::unexpected(day.error());
  ReportOrder order{*kind, *day, wish.year, wish.area, std::nullopt};
  if (wish.weighing_id) order.agenda = AgendaRequest{*wish.weighing_id, wish.tempo, {}, {}};
  return order;
}

Result<FreezeWish> wish_of(const Request& request, const std::string& kind) {
  FreezeWish wish{kind, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
  if (const auto text = request.query_value("date")) {
    wish.date = parse_date(*text);
    if (!wish.date) return failure(ErrorCode::bad_input, "`date` must be a day such as 2022-01-31.");
  }
  if (const auto text = request.query_value("year")) {
    wish.year = parse_year(*text);
    if (!wish.year) return failure(ErrorCode::bad_input, "`year` must be a year such as 2022.");
  }
  if (const auto text = request.query_value("area")) wish.area = std::string(*text);
  if (const auto text = request.query_value("weighing")) wish.weighing_id = std::string(*text);
  if (const auto text = request.query_value("tempo")) {
    wish.tempo = enum_from<Tempo>(*text);
    if (!wish.tempo) return failure(ErrorCode::bad_input, "`tempo` must be slow, medium or fast.");
  }
  return wish;
}

Result<ReportFormat> preview_format(const Request& request) {
  const auto format = enum_from<ReportFormat>(request.query_value("format").value_or("html"));
  if (!format) return failure(ErrorCode::bad_input, "`format` must be html, xlsx or csv.");
  if (*format == ReportFormat::json) return failure(ErrorCode::bad_input, "`format` must be html, xlsx or csv.");
  if (*format == ReportFormat::pdf) {
    return failure(ErrorCode::bad_input, "A PDF is made when a report is frozen; ask here for html, xlsx or csv.");
  }
  return *format;
}

/// A page of ours may hold its style in itself here, and still loads nothing; other forms are saved under a name.
void dress(Response& response, ReportFormat format, const std::string& file_name) {
  response.headers.set("Content-Type", media_type_of(format));
  if (format == ReportFormat::html) {
    response.headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  } else {
    response.headers.set("Content-Disposition", "attachment; filename=\"" + file_name + '.' + name_of(format) + '"');
  }
}

std::unexpected<Error> no_edition(const std::string& id) {
  return failure(ErrorCode::not_found, "There is no frozen report " + in_quotes(id) + '.');
}

}  // namespace

void Api::add_report_routes(Router& router) {
  const auto read = [&](const char* pattern, const char* name, Member handler) {
    add(router, Method::get, pattern, name, Action::read_public, Cost::worker, handler);
  };
  read("/api/v1/reports/{kind}", "preview-report", &Api::preview_report);
  read("/api/v1/report-editions", "list-report-editions", &Api::list_report_editions);
  read("/api/v1/report-editions/{id}", "get-report-edition", &Api::get_report_edition);
  read("/api/v1/report-editions/{id}/{format}", "get-report-file", &Api::get_report_file);
  add(router, Method::post, "/api/v1/report-editions", "freeze-report", Action::freeze_report, Cost::worker, &Api::freeze_report);
}

Response Api::preview_report(const Request& request, const PathParameters& parameters) {
  const auto format = preview_format(request);
  if (!format) return problem(format.error());
  const auto wish = wish_of(request, parameters.at("kind"));
  if (!wish) return problem(wish.error());
  const auto order = order_of(*wish, today());
  if (!order) return problem(order.error());
  const std::string language(request.query_value("language").value_or("nl"));
  auto response = cached(request, [&](const Seen& seen) -> Result<std::string> {
    // Whoever asks: a report holds what everybody may see.
    const auto document =
        make_report(*seen.snapshot->public_city, {seen.snapshot->head, seen.snapshot->observations_version}, *order, language);
    if (!document) return std::unexpected(document.error());
    return write_report(*document, *format, chromium());
  });
  if (response.status == 200) dress(response, *format, slug_of(order->kind));
  return response;
}

Response Api::list_report_editions(const Request& request, const PathParameters&) {
  const auto kind = request.query_value("kind");
  if (kind && !kind_from_slug(*kind)) return problem(no_kind().error());
  const bool with_actor = may_somewhere(visitor(request).roles, Action::read_actors);
  ListedEditions listed;
  for (const ReportEdition& each : workspace_.store().report_editions().list(kind ? name_of(*kind_from_slug(*kind)) : "")) {
    listed.items.push_back(edition_view(each, with_actor));
  }
  return json(200, to_json_text(listed, KeyStyle::camel)).with_content_etag();
}

Response Api::freeze_report(const Request& request, const PathParameters&) {
  const auto wish = body_as<FreezeWish>(request);
  if (!wish) return problem(wish.error());
  const auto order = order_of(*wish, today());
  if (!order) return problem(order.error());
  const auto snapshot = workspace_.snapshot();
  // What cannot be made is said now, not at the end of a job.
  if (const auto checked = check_order(*snapshot->public_city, *order); !checked) return problem(checked.error());
  const std::string actor = visitor(request).account->id.str();
  auto job =
      jobs_.start("freeze_report", actor,
                  [&store = workspace_.store(), snapshot, order = *order, actor, at = clock_()](
                      const Jobs::Report& report, const std::stop_token& stop) -> Result<std::string> {
                    const auto edition = reports::freeze_report(store, *snapshot, order, {at, actor, chromium(), report, stop});
                    if (!edition) return std::unexpected(edition.error());
                    return to_json_text(edition_view(*edition, true), KeyStyle::camel);
                  });
  if (!job) return problem(job.error());
  return json(202, job_as_json(*job)).with("Location", "/api/v1/jobs/" + job->id);
}

Response Api::get_report_edition(const Request& request, const PathParameters& parameters) {
  const auto edition = workspace_.store().report_editions().get(Id<ReportEdition>(parameters.at("id")));
  if (!edition) return problem(no_edition(parameters.at("id")).error());
  const bool with_actor = may_somewhere(visitor(request).roles, Action::read_actors);
  return json(200, to_json_text(edition_view(*edition, with_actor), KeyStyle::camel))
      .with_etag(edition->hash + (with_actor ? "a" : ""));
}

Response Api::get_report_file(const Request& request, const PathParameters& parameters) {
  const auto format = enum_from<ReportFormat>(parameters.at("format"));
  if (!format)
    return problem(ErrorCode::not_found, "A frozen report is there as html, pdf, xlsx and csv, an agenda also as json.");
  const std::string language(request.query_value("language").value_or("nl"));
  const Id<ReportEdition> id(parameters.at("id"));
  auto bytes = workspace_.store().report_editions().bytes(id, language, name_of(*format));
  if (!bytes)
    return problem(ErrorCode::not_found,
                   "There is no frozen report " + in_quotes(id.str()) + " with that file in that language.");
  auto response = json(200, std::move(*bytes)).with_content_etag();
  dress(response, *format, id.str() + '-' + language);
  return response;
}

}  // namespace koers::http
