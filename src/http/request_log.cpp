// SPDX-License-Identifier: EUPL-1.2
#include "http/request_log.h"

#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/fmt/chrono.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace koers::http {
namespace {

std::string utc(std::chrono::system_clock::time_point now) {
  const auto whole = std::chrono::floor<std::chrono::seconds>(now);
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now - whole).count();
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(whole)), milliseconds);
}

std::string quoted_json(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string to_json_line(const RequestRecord& record, std::chrono::system_clock::time_point now) {
  // Route names, methods and ids are our own words without quotes, so they need no escaping.
  return fmt::format(
      R"({{"time":"{}","level":"info","event":"request","id":"{}","method":"{}","route":"{}","status":{},"ms":{:.3f},"bytes":{}}})",
      utc(now), record.id, record.method, record.route, record.status,
      std::chrono::duration<double, std::milli>(record.duration).count(), record.bytes);
}

std::shared_ptr<spdlog::logger> json_logger(spdlog::sink_ptr sink) {
  // A spdlog logger only knows its pool weakly, and lines that wait in the pool hold the logger. The pair is owned from outside
  // of both, so that the pool ends first (written out) and never on its own thread.
  struct Owner {
    std::shared_ptr<spdlog::logger> logger;
    std::shared_ptr<spdlog::details::thread_pool> pool;
  };
  constexpr std::size_t kQueue = 4096;
  auto owner = std::make_shared<Owner>();
  owner->pool = std::make_shared<spdlog::details::thread_pool>(kQueue, 1);
  owner->logger = std::make_shared<spdlog::async_logger>("koers", std::move(sink), owner->pool,
                                                         spdlog::async_overflow_policy::overrun_oldest);
  owner->logger->set_pattern("%v");
  return {owner, owner->logger.get()};
}

void log_event(spdlog::logger* log, spdlog::level::level_enum level, std::string_view event, std::string_view detail) {
  if (log == nullptr || !log->should_log(level)) return;
  const spdlog::string_view_t name = spdlog::level::to_string_view(level);
  log->log(level, fmt::format(R"({{"time":"{}","level":"{}","event":{},"detail":{}}})", utc(std::chrono::system_clock::now()),
                              std::string_view(name.data(), name.size()), quoted_json(event), quoted_json(detail)));
}

}  // namespace koers::http
