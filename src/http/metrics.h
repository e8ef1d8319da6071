// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace koers::http {

/// Counts of what the server does, in the text form that Prometheus reads. Made before the router, so that a route can show it:
/// `metrics->to_text()` with content type `kMetricsContentType`. Safe from any thread. No label ever holds personal data.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// A number of the program's own, asked for at every scrape; `read` must be quick, safe from any thread and outlive the server.
  /// Name as Prometheus wants it: `koers_ledger_seq`.
  void add_gauge(const std::string& name, const std::string& help, const std::map<std::string, std::string>& labels,
                 std::function<double()> read);
  /// The same for a number that only grows.
  void add_counter(const std::string& name, const std::string& help, const std::map<std::string, std::string>& labels,
                   std::function<double()> read);

  [[nodiscard]] std::string to_text() const;

  // For the server only.

  /// The series of one route, looked up once when the server starts: a look-up by labels for each request would cost more than
  /// the request itself.
  class RouteSeries;
  [[nodiscard]] std::shared_ptr<RouteSeries> route(const std::string& name);
  void request_started();
  void request_ended(RouteSeries& series, int status, std::chrono::nanoseconds duration, std::size_t bytes);
  void connection_opened();
  void connection_closed();
  /// Why a connection was ended or a request was refused before a route was known: `limit`, `timeout`, `malformed`, `evicted` …
  void refused(std::string_view reason);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

inline constexpr const char* kMetricsContentType = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace koers::http
