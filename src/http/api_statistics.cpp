// SPDX-License-Identifier: EUPL-1.2
// Areas and what is measured there.
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
};
BOOST_DESCRIBE_STRUCT(ObservationView, (), (indicator, area, period, value, denominator, status, note, source))

struct ObservationPage {
  std::vector<ObservationView> items;
  int total = 0;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ObservationPage, (), (items, total, next_cursor))

ObservationView view_of(const Observation& each) {
  return {each.indicator,
          to_string(each.area),
          each.period,
          each.value,
          each.denominator,
          each.status,
          each.note.empty() ? std::nullopt : std::optional(each.note),
          each.source};
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
  const auto indicator = request.query_value("indicator");
  const auto area = request.query_value("area");
  return cached(request, [&](const Seen& seen) {
    ObservationPage page;
    for (const Observation& each : seen.city->observations) {
      if ((indicator && each.indicator.str() != *indicator) || (area && to_string(each.area) != *area)) continue;
      if (page.total >= *start && page.total < *start + *limit) page.items.push_back(view_of(each));
      ++page.total;
    }
    if (page.total > *start + *limit) page.next_cursor = std::to_string(*start + *limit);
    return to_wire(page, *seen.city);
  });
}

}  // namespace koers::http
