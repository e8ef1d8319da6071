// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "http/metrics.h"
#include "http/outgoing.h"
#include "http/request_rules.h"
#include "http/response_writer.h"
#include "http/router.h"
#include "http/server.h"

namespace koers::http {

/// From a request to the bytes of its answer: look-up, hooks, handler, headers, log, metrics. Knows no sockets. Safe from any
/// thread.
class Responder {
 public:
  /// Both must outlive it.
  Responder(const ServerOptions& options, const Router& router);

  /// A request on its way: which route it met, and since when.
  struct Task {
    Request request;
    Match match;
    bool keep_alive = true;
    std::chrono::steady_clock::time_point started;
  };

  [[nodiscard]] std::string new_request_id();
  /// What `head` meets in the router.
  [[nodiscard]] Match match(const Head& head) const;
  [[nodiscard]] std::size_t max_body(const Match& match) const;
  /// A refusal that needs no body: an unknown host, the `on_head` hook.
  [[nodiscard]] std::optional<Response> refuse_early(const Head& head, const Match& match) const;

  /// Begins to count the request. `finish` must follow.
  [[nodiscard]] Task begin(Request request, Match match, bool keep_alive) const;
  /// Hooks and handler; exceptions become problems.
  [[nodiscard]] Response answer(Task& task) const;
  /// Log and metrics too.
  [[nodiscard]] Outgoing finish(const Task& task, Response response) const;

  /// For what never became a request. The connection ends after it.
  [[nodiscard]] Outgoing refuse(Problem problem);
  void count_refusal(std::string_view reason) const;

 private:
  [[nodiscard]] Response call(Task& task) const;
  [[nodiscard]] Response unmatched(const Task& task) const;
  void run_after_hook(const Task& task, Response& response) const;
  void record(const Task& task, const Outgoing& out) const;

  const ServerOptions& options_;
  const Router& router_;
  std::string id_prefix_;
  std::atomic<std::uint64_t> next_id_{0};
  std::map<const Route*, std::shared_ptr<Metrics::RouteSeries>> series_;  // shared with the metrics
};

}  // namespace koers::http
