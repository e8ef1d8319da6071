// SPDX-License-Identifier: EUPL-1.2
#include "store/database_place.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "store/stored_text.h"

namespace koers {
namespace {

constexpr std::string_view kSqliteScheme = "sqlite:";
constexpr std::string_view kSqliteHeader{"SQLite format 3\0", 16};
constexpr std::string_view kConnectTimeout = "connect_timeout=";

/// A server that is away should not keep us waiting for minutes.
std::string with_connect_timeout(std::string_view url) {
  std::string out(url);
  if (url.find(kConnectTimeout) != std::string_view::npos) return out;
  out += url.find('?') == std::string_view::npos ? '?' : '&';
  return out + std::string(kConnectTimeout) + "10";
}

std::unexpected<Error> unusable(const std::filesystem::path& file, int error) {
  return failure(ErrorCode::bad_input, "The file " + file.string() + " cannot be used (" + std::strerror(error) + ").");
}

}  // namespace

Result<DatabasePlace> parse_database_place(std::string_view url) {
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return DatabasePlace{{}, with_connect_timeout(url)};
  const std::string_view path = url.starts_with(kSqliteScheme) ? url.substr(kSqliteScheme.size()) : std::string_view();
  if (path.empty() || path == ":memory:" || !is_storable(path)) {
    return failure(ErrorCode::bad_input, "A database is named as sqlite:PATH or postgresql://…");
  }
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  if (error) return unusable(path, error.value());
  return DatabasePlace{absolute.lexically_normal(), {}};
}

Result<void> check_sqlite_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return failure(ErrorCode::bad_input, error ? "The file " + file.string() + " cannot be used (" + error.message() + ")."
                                               : file.string() + " is not a file.");
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return unusable(file, errno);
  std::string header(kSqliteHeader.size(), '\0');
  stream.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (stream.gcount() == 0) {
    return failure(ErrorCode::unsupported,
                   "The file " + file.string() + " is empty, so it is no Koers database; remove it to begin a new one there.");
  }
  if (header != kSqliteHeader) return failure(ErrorCode::unsupported, "The file " + file.string() + " is not a SQLite database.");
  return {};
}

}  // namespace koers
