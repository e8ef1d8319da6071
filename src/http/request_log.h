// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <spdlog/common.h>

namespace spdlog {
class logger;
}

namespace koers::http {

/// What is written down about a request: nothing that tells who asked or what for. The path is not in it either (it can hold an
/// id of a person): the route name is.
struct RequestRecord {
  std::string_view id;
  std::string_view method;
  std::string_view route;
  int status = 0;
  std::chrono::nanoseconds duration{};
  std::size_t bytes = 0;
};

/// `{"time":"…Z","level":"info","event":"request","id":…,"method":…,"route":…,"status":…,"ms":…,"bytes":…}`
[[nodiscard]] std::string to_json_line(const RequestRecord& record, std::chrono::system_clock::time_point now);

/// A logger that writes our lines as they are to `sink`, from a thread of its own; when the sink cannot keep up the oldest lines
/// go rather than the requests wait.
[[nodiscard]] std::shared_ptr<spdlog::logger> json_logger(spdlog::sink_ptr sink);

/// One line about something else than a request: `event` is a stable word, `detail` a sentence without personal data.
void log_event(spdlog::logger* log, spdlog::level::level_enum level, std::string_view event, std::string_view detail);

}  // namespace koers::http
