// SPDX-License-Identifier: EUPL-1.2
#include "http/responder.h"

#include <sodium.h>
#include <spdlog/logger.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "http/event_stream.h"
#include "http/field_text.h"
#include "http/request_log.h"
#include "http/target.h"

namespace koers::http {
namespace {

std::string hex(std::uint64_t number, int digits) {
  std::string out(static_cast<std::size_t>(digits), '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, number >>= 4U) *digit = "0123456789abcdef"[number & 15U];
  return out;
}

bool is_api(const Request& request) { return !request.segments.empty() && request.segments[0] == "api"; }

}  // namespace

Responder::Responder(const ServerOptions& options, const Router& router) : options_(options), router_(router) {
  std::array<unsigned char, 4> random{};
  randombytes_buf(random.data(), random.size());
  for (const unsigned char byte : random) id_prefix_ += hex(byte, 2);
  if (!options_.metrics) return;
  for (const auto& route : router_.routes()) series_[route.get()] = options_.metrics->route(route->name);
  if (router_.fallback() != nullptr) series_[router_.fallback()] = options_.metrics->route(router_.fallback()->name);
  series_[nullptr] = options_.metrics->route("none");
}

// Random per start and counted within: unique without asking the system for each request. It tells a client nothing but that.
std::string Responder::new_request_id() { return id_prefix_ + hex(next_id_.fetch_add(1, std::memory_order_relaxed), 8); }

Match Responder::match(const Head& head) const {
  if (head.is_asterisk) return {Match::Kind::no_method, nullptr, {}, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"};
  return router_.match(head.request.method, head.request.segments);
}

std::size_t Responder::max_body(const Match& match) const {
  return match.route != nullptr ? match.route->max_body.value_or(options_.limits.max_body) : options_.limits.max_body;
}

std::optional<Response> Responder::refuse_early(const Head& head, const Match& match) const {
  const std::vector<std::string>& allowed = options_.allowed_hosts;
  const std::string_view name = host_name(head.request.host);
  if (!allowed.empty() &&
      std::none_of(allowed.begin(), allowed.end(), [&](const auto& host) { return equal_ignoring_case(host, name); })) {
    return problem(problem_of(421, "This server does not answer to that name."));
  }
  if (match.route == nullptr || !head.has_body() || !options_.hooks.on_head) return std::nullopt;
  try {
    return options_.hooks.on_head(head.request, *match.route);
  } catch (const std::exception& error) {
    log_event(options_.log.get(), spdlog::level::err, "hook_failed", error.what());
    return problem(problem_of(500, ""));
  }
}

Responder::Task Responder::begin(Request request, Match match, bool keep_alive) const {
  if (options_.metrics) options_.metrics->request_started();
  return {std::move(request), std::move(match), keep_alive, std::chrono::steady_clock::now()};
}

Response Responder::unmatched(const Task& task) const {
  if (task.match.kind == Match::Kind::no_path) return problem(ErrorCode::not_found, "There is nothing at this address.");
  if (task.request.method == Method::options) return no_content().with("Allow", task.match.allow);
  return problem(problem_of(405, "This method is not served at this address.")).with("Allow", task.match.allow);
}

Response Responder::call(Task& task) const {
  if (task.match.kind != Match::Kind::route) return unmatched(task);
  if (options_.hooks.before) {
    if (std::optional<Response> refusal = options_.hooks.before(task.request, *task.match.route)) return *std::move(refusal);
  }
  return task.match.route->handler(task.request, task.match.parameters);
}

Response Responder::answer(Task& task) const {
  // What went wrong is for the log; a client gets the request id to ask about it.
  try {
    return call(task);
  } catch (const BrokenWorld& error) {
    log_event(options_.log.get(), spdlog::level::err, "broken_world", error.what());
    return problem(ErrorCode::broken_world, "");
  } catch (const std::exception& error) {
    log_event(options_.log.get(), spdlog::level::err, "handler_failed", error.what());
  } catch (...) {
    log_event(options_.log.get(), spdlog::level::err, "handler_failed", "not a std::exception");
  }
  return problem(problem_of(500, ""));
}

void Responder::run_after_hook(const Task& task, Response& response) const {
  if (is_api(task.request)) response.headers.set("API-Version", options_.api_version);
  if (!options_.hooks.after) return;
  try {
    options_.hooks.after(task.request, task.match.route, response);
  } catch (const std::exception& error) {
    log_event(options_.log.get(), spdlog::level::err, "hook_failed", error.what());
    response = problem(problem_of(500, ""));
  }
}

Outgoing Responder::finish(const Task& task, Response response) const {
  run_after_hook(task, response);
  Outgoing out = write_response(std::move(response), terms_of(task.request, task.keep_alive));
  record(task, out);
  return out;
}

void Responder::record(const Task& task, const Outgoing& out) const {
  const auto duration = std::chrono::steady_clock::now() - task.started;
  const std::size_t bytes = out.head.size() + out.content.size() + (out.file ? out.file->size() : 0);
  if (options_.metrics) options_.metrics->request_ended(*series_.at(task.match.route), out.status, duration, bytes);
  if (!options_.log || !options_.log->should_log(spdlog::level::info)) return;
  const std::string_view route = task.match.route != nullptr ? std::string_view(task.match.route->name) : "none";
  options_.log->info(to_json_line({task.request.id, to_string(task.request.method), route, out.status, duration, bytes},
                                  std::chrono::system_clock::now()));
}

Outgoing Responder::refuse(Problem problem) {
  count_refusal(problem.name);
  AnswerTerms terms;
  terms.keep_alive = false;
  terms.request_id = new_request_id();
  Response response = http::problem(std::move(problem));
  if (response.status == 405) response.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  if (response.status == 503) response.headers.set("Retry-After", "5");
  return write_response(std::move(response), terms);
}

void Responder::count_refusal(std::string_view reason) const {
  if (options_.metrics) options_.metrics->refused(reason);
}

}  // namespace koers::http
