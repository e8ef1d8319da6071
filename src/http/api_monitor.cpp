// SPDX-License-Identifier: EUPL-1.2
// The state of the city: what is computed from the figures, never typed in.
#include <charconv>

#include "app/views/indicator_profile.h"
#include "app/views/priority.h"
#include "http/api.h"

namespace koers::http {
namespace {

constexpr double kFarthestNorm = 3;

/// `norm` of the query; 0 when it is not given.
Result<double> norm_of(const Request& request) {
  const auto text = request.query_value("norm");
  if (!text) return 0.0;
  double norm = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), norm);
  const bool is_number = error == std::errc{} && end == text->data() + text->size();
  if (!is_number || !(norm >= -kFarthestNorm && norm <= kFarthestNorm)) {
    return failure(ErrorCode::bad_input, "`norm` must be a score from -3 to 3, such as -0.5.");
  }
  return norm;
}

}  // namespace

void Api::add_monitor_routes(Router& router) {
  const auto page = [&](const char* pattern, const char* name, Member handler) {
    add(router, Method::get, pattern, name, Action::read_public, Cost::worker, handler);
  };
  page("/api/v1/city-state", "get-city-state", &Api::get_city_state);
  page("/api/v1/indicator-register", "get-indicator-register", &Api::get_indicator_register);
  page("/api/v1/indicator-profiles/{id}", "get-indicator-profile", &Api::get_indicator_profile);
  page("/api/v1/district-priorities", "get-district-priorities", &Api::get_district_priorities);
}

Response Api::get_city_state(const Request& request, const PathParameters&) {
  return cached(request, [&](const Seen& seen) { return to_wire(views::city_state(*seen.city, today()), *seen.city); });
}

Response Api::get_indicator_register(const Request& request, const PathParameters&) {
  return cached(request, [&](const Seen& seen) { return to_wire(views::indicator_register(*seen.city, today()), *seen.city); });
}

Response Api::get_indicator_profile(const Request& request, const PathParameters& parameters) {
  return cached(request, [&](const Seen& seen) -> Result<std::string> {
    const auto profile = views::indicator_profile(*seen.city, parameters.at("id"), today());
    if (!profile) return std::unexpected(profile.error());
    return to_wire(*profile, *seen.city);
  });
}

Response Api::get_district_priorities(const Request& request, const PathParameters&) {
  const auto norm = norm_of(request);
  if (!norm) return problem(norm.error());
  return cached(request,
                [&](const Seen& seen) { return to_wire(views::district_priority(*seen.city, today(), *norm), *seen.city); });
}

}  // namespace koers::http
