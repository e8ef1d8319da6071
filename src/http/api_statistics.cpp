// SPDX-License-Identifier: EUPL-1.2
// Areas and what is measured there.
#include "app/open_data/tables.h"
#include "app/views/areas.h"
#include "http/api.h"

namespace koers::http {
namespace {

struct ObservationView {
  Id<Indicator> indicator;
  std::string area;
  Period period;
  std::optional<Decimal> value;
  std::optional<Decimal> denominator;
  ObservationStatus status{};
  std::optional<std::string> note;
  Citation source;
  std::string licence;
};
BOOST_DESCRIBE_STRUCT(ObservationView, (), (indicator, area, period, value, denominator, status, note, source, licence))

struct ObservationPage {
  std::vector<ObservationView> items;
  int total = 0;
  std::string licence;  ///< of the whole; a figure may name its own
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ObservationPage, (), (items, total, licence, next_cursor))

ObservationView view_of(const City& city, const Observation& each) {
  return {each.indicator,
          to_string(each.area),
          each.period,
          each.value,
          each.denominator,
          each.status,
          each.note.empty() ? std::nullopt : std::optional(each.note),
          each.source,
          open_data::licence_of(city, each)};
}

}  // namespace

void Api::add_statistics_routes(Router& router) {
  const auto page = [&](const char* pattern, const char* name, Member handler) {
    add(router, Method::get, pattern, name, Action::read_public, Cost::inline_, handler);
  };
  page("/api/v1/boundaries", "get-boundaries", &Api::get_boundaries);
  page("/api/v1/area-register", "get-area-register", &Api::get_area_register);
  page("/api/v1/area-profiles/{id}", "get-area-profile", &Api::get_area_profile);
  page("/api/v1/observations", "list-observations", &Api::list_observations);
}

Response Api::get_boundaries(const Request& request, const PathParameters&) {
  const auto level = enum_from<AreaLevel>(request.query_value("level").value_or(""));
  if (!level || *level == AreaLevel::region)
    return problem(ErrorCode::bad_input, "`level` must be municipality, district or neighbourhood.");
  auto response = cached(request, [&](const Seen& seen) { return views::boundaries(*seen.city, *level); });
  if (response.status == 200) response.headers.set("Content-Type", "application/geo+json");
  return response;
}

Response Api::get_area_register(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) { return to_wire(views::area_register(*seen.city), *seen.city); });
}

Response Api::get_area_profile(const Request& request, const PathParameters& parameters) {
  return cached(request, [&](const Seen& seen) -> Result<std::string> {
    const auto profile = views::area_profile(*seen.city, parameters.at("id"));
    if (!profile) return std::unexpected(profile.error());
    return to_wire(*profile, *seen.city);
  });
}

Response Api::list_observations(const Request& request, const PathParameters&) {
  const auto limit = query_number(request, "limit", 200, 1, 1'000);
  const auto start = query_number(request, "cursor", 0, 0, 1'000'000'000);
  if (!limit) return problem(limit.error());
  if (!start) return problem(start.error());
  open_data::Filter filter;
  if (const auto indicator = request.query_value("indicator")) filter.indicator = std::string(*indicator);
  if (const auto area = request.query_value("area")) filter.area = std::string(*area);
  const std::string format(request.query_value("format").value_or("json"));
  if (format == "csv") {  // a file for all, without pages
    auto response =
        cached(request, [&](const Seen& seen) { return open_data::observations_csv(*seen.snapshot->public_city, filter); });
    if (response.status == 200) response.headers.set("Content-Type", "text/csv; charset=utf-8");
    return response;
  }
  if (format != "json") return problem(ErrorCode::bad_input, "`format` must be json or csv.");
  return cached(request, [&](const Seen& seen) {
    ObservationPage page;
    page.licence = open_data::licence_of(*seen.city);
    for (const Observation& each : seen.city->observations) {
      if (!open_data::passes(filter, each)) continue;
      if (page.total >= *start && page.total < *start + *limit) page.items.push_back(view_of(*seen.city, each));
      ++page.total;
    }
    if (page.total > *start + *limit) page.next_cursor = std::to_string(*start + *limit);
    return to_wire(page, *seen.city);
  });
}

}  // namespace koers::http
