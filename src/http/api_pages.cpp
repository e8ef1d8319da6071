// SPDX-License-Identifier: EUPL-1.2
// The city as a whole: what each page shows.
#include "app/views/causal_map.h"
#include "app/views/documents.h"
#include "app/views/overview.h"
#include "http/api.h"

namespace koers::http {

void Api::add_page_routes(Router& router) {
  const auto page = [&](const char* pattern, const char* name, Member handler, Cost cost = Cost::inline_) {
    add(router, Method::get, pattern, name, Action::read_public, cost, handler);
  };
  page("/api/v1/city", "get-city", &Api::get_city);
  page("/api/v1/overview", "get-overview", &Api::get_overview);
  page("/api/v1/vision-tree", "get-vision-tree", &Api::get_vision_tree, Cost::worker);  // as of a day: reads the ledger
  page("/api/v1/causal-map", "get-causal-map", &Api::get_causal_map);
  page("/api/v1/coverage", "get-coverage", &Api::get_coverage);
  page("/api/v1/calendar", "get-calendar", &Api::get_calendar);
  page("/api/v1/policy-register", "get-policy-register", &Api::get_policy_register);
  page("/api/v1/effort-register", "get-effort-register", &Api::get_effort_register);
  page("/api/v1/decision-register", "get-decision-register", &Api::get_decision_register);
  page("/api/v1/search-results", "search", &Api::search, Cost::worker);
}

Response Api::get_city(const Request& request, const PathParameters&) {
  return cached(request, [&](const Seen& seen) {
    auto view = views::city_view(*seen.city, seen.snapshot->head);
    view.since = first_day();
    return to_wire(view, *seen.city);
  });
}

Response Api::get_overview(const Request& request, const PathParameters&) {
  return cached(request,
                [&](const Seen& seen) { return to_wire(views::overview(*seen.city, seen.snapshot->head, today()), *seen.city); });
}

Response Api::get_vision_tree(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) -> Result<std::string> {
    const auto tree = views::vision_tree(*seen.city);
    if (!tree) return std::unexpected(tree.error());
    return to_wire(*tree, *seen.city);
  });
}

Response Api::get_causal_map(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) { return to_wire(views::causal_map(*seen.city), *seen.city); });
}

Response Api::get_coverage(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) { return to_wire(views::coverage(*seen.city), *seen.city); });
}

Response Api::get_calendar(const Request& request, const PathParameters&) {
  auto day = today();
  if (const auto text = request.query_value("date")) {
    const auto date = parse_date(*text);
    if (!date || date->day == 0) return problem(ErrorCode::bad_input, "`date` must be a day such as 2022-01-31.");
    day = date->first_day();
  }
  return cached(request, [&](const Seen& seen) { return to_wire(views::calendar_view(*seen.city, day), *seen.city); });
}

Response Api::get_policy_register(const Request& request, const PathParameters&) {
  return cached(request, [&](const Seen& seen) { return to_wire(views::policy_register(*seen.city, today()), *seen.city); });
}

Response Api::get_effort_register(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) { return to_wire(views::effort_register(*seen.city), *seen.city); });
}

Response Api::get_decision_register(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) { return to_wire(views::decision_register(*seen.city), *seen.city); });
}

Response Api::search(const Request& request, const PathParameters&) {
  constexpr std::size_t kMaxQuery = 200;
  const auto query = request.query_value("q");
  if (!query || query->empty() || query->size() > kMaxQuery) {
    return problem(ErrorCode::bad_input, "`q` must hold what to look for, in at most 200 bytes.");
  }
  const auto limit = query_number(request, "limit", 20, 1, 50);
  if (!limit) return problem(limit.error());
  return cached(request, [&](const Seen& seen) {
    return to_wire(views::search(*seen.snapshot, *query, *limit, request.query_value("language").value_or("")),
                   *seen.snapshot->public_city);
  });
}

}  // namespace koers::http
