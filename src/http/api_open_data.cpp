// SPDX-License-Identifier: EUPL-1.2
// Open data: figures as series, scores and map features, all of it in one archive, and the description of it.
#include "app/open_data/bundle.h"
#include "app/open_data/catalogue.h"
#include "app/open_data/tables.h"
#include "http/api.h"

namespace koers::http {
namespace {

using namespace koers::open_data;

template <class T>
struct Page {
  std::vector<T> items;
  int total = 0;
  std::string licence;
  std::optional<std::string> next_cursor;
};
struct SeriesPage : Page<SeriesView> {};
BOOST_DESCRIBE_STRUCT(SeriesPage, (), (items, total, licence, next_cursor))
struct ScorePage : Page<ScoreView> {};
BOOST_DESCRIBE_STRUCT(ScorePage, (), (items, total, licence, next_cursor))

Filter filter_of(const Request& request) {
  Filter filter;
  if (const auto indicator = request.query_value("indicator")) filter.indicator = std::string(*indicator);
  if (const auto area = request.query_value("area")) filter.area = std::string(*area);
  return filter;
}

struct Span {
  int start = 0;
  int limit = 0;
};

Result<Span> span_of(const Request& request) {
  const auto limit = query_number(request, "limit", 200, 1, 1'000);
  const auto start = query_number(request, "cursor", 0, 0, 1'000'000'000);
  if (!limit) return std::unexpected(limit.error());
  if (!start) return std::unexpected(start.error());
  return Span{*start, *limit};
}

/// The part of `all` that was asked for.
template <class P, class T>
P page_of(std::vector<T> all, const Span& span, std::string licence) {
  P page;
  page.total = static_cast<int>(all.size());
  page.licence = std::move(licence);
  for (int i = span.start; i < page.total && i < span.start + span.limit; ++i) {
    page.items.push_back(std::move(all[static_cast<std::size_t>(i)]));
  }
  if (page.total > span.start + span.limit) page.next_cursor = std::to_string(span.start + span.limit);
  return page;
}

}  // namespace

void Api::add_open_data_routes(Router& router) {
  const auto read = [&](const char* pattern, const char* name, Member handler) {
    add(router, Method::get, pattern, name, Action::read_public, Cost::worker, handler);
  };
  read("/api/v1/series", "list-series", &Api::list_series);
  read("/api/v1/scores", "list-scores", &Api::list_scores);
  read("/api/v1/area-features", "get-area-features", &Api::get_area_features);
  read("/api/v1/open-data/bundle", "get-bundle", &Api::get_bundle);
  read("/api/v1/open-data/catalogue", "get-catalogue", &Api::get_catalogue);
}

// Whoever asks, open data hold what everybody may see: the same file for all.

Response Api::list_series(const Request& request, const PathParameters&) {
  const auto span = span_of(request);
  if (!span) return problem(span.error());
  return cached(request, [&](const Seen& seen) {
    const City& city = *seen.snapshot->public_city;
    return to_wire(page_of<SeriesPage>(series(city, filter_of(request)), *span, licence_of(city)), city);
  });
}

Response Api::list_scores(const Request& request, const PathParameters&) {
  const auto span = span_of(request);
  if (!span) return problem(span.error());
  return cached(request, [&](const Seen& seen) {
    const City& city = *seen.snapshot->public_city;
    return to_wire(page_of<ScorePage>(scores(city, filter_of(request)), *span, licence_of(city)), city);
  });
}

Response Api::get_area_features(const Request& request, const PathParameters&) {
  const auto level = enum_from<AreaLevel>(request.query_value("level").value_or(""));
  if (!level || *level == AreaLevel::region) {
    return problem(ErrorCode::bad_input, "`level` must be municipality, district or neighbourhood.");
  }
  auto response = cached(request, [&](const Seen& seen) { return area_features(*seen.snapshot->public_city, *level); });
  if (response.status == 200) response.headers.set("Content-Type", "application/geo+json");
  return response;
}

Response Api::get_bundle(const Request& request, const PathParameters&) {
  auto response = cached(request, [&](const Seen& seen) -> Result<std::string> {
    if (seen.snapshot->public_city->manifest() == nullptr) return failure(ErrorCode::not_found, "The database holds no city.");
    return bundle(*seen.snapshot->public_city, today());
  });
  if (response.status == 200) {
    response.headers.set("Content-Type", "application/zip");
    response.headers.set("Content-Disposition", "attachment; filename=\"koers-open-data.zip\"");
  }
  return response;
}

Response Api::get_catalogue(const Request& request, const PathParameters&) {
  const auto snapshot = workspace_.snapshot();
  if (snapshot->public_city->manifest() == nullptr) return problem(ErrorCode::not_found, "The database holds no city.");
  // It names this server as the asker does, so it is not kept for others.
  const std::string base = (request.is_secure ? "https://" : "http://") + request.host;
  const std::chrono::sys_time<std::chrono::microseconds> changed{std::chrono::microseconds{snapshot->head.at.microseconds}};
  auto response =
      json(200, catalogue(*snapshot->public_city, base, std::chrono::floor<std::chrono::days>(changed))).with_content_etag();
  response.headers.set("Content-Type", "application/ld+json");
  return response;
}

}  // namespace koers::http
