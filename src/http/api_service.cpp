// SPDX-License-Identifier: EUPL-1.2
// The service itself: its description, its health, its numbers.
#include "http/api.h"
#include "http/openapi_text.h"
#include "model/differences.h"

namespace koers::http {

void Api::add_service_routes(Router& router) {
  add(router, Method::get, "/api/v1/openapi.json", "get-openapi", Action::read_public, Cost::inline_, &Api::get_openapi);
  add(router, Method::get, "/health", "health", Action::read_public, Cost::worker, &Api::get_health);
  add(router, Method::get, "/metrics", "metrics", Action::read_public, Cost::inline_, &Api::get_metrics);
}

Response Api::get_openapi(const Request&, const PathParameters&) {
  static const std::shared_ptr<const Body> kBody = [] {
    const auto tree = parse_yaml(kOpenapiText, "openapi.yaml");
    if (!tree) throw std::logic_error(tree.error().message);
    return Body::of(koers::to_json_text(*tree));
  }();
  return json(200, kBody).with("Access-Control-Allow-Origin", "*").with_content_etag();
}

Response Api::get_health(const Request&, const PathParameters&) {
  const LedgerHead head = workspace_.store().ledger().head();  // throws, and so answers 503, when the database is gone
  return json(200, "{\"status\":\"pass\",\"version\":" + json_string(KOERS_VERSION) +
                       ",\"sequence\":" + std::to_string(head.seq) + '}')
      .with("Cache-Control", "no-store");
}

Response Api::get_metrics(const Request&, const PathParameters&) { return text(200, kMetricsContentType, metrics_->to_text()); }

}  // namespace koers::http
