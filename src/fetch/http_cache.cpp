// SPDX-License-Identifier: EUPL-1.2
#include "fetch/http_cache.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

#include <sodium.h>

namespace koers::fetch {
namespace {

constexpr std::string_view kFirstLine = "koers page 1";
constexpr std::string_view kSuffix = ".page";
constexpr std::string_view kUnfinished = ".page-part";
constexpr std::size_t kHashBytes = 16;

std::string hash_of(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<unsigned char, kHashBytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  std::string out;
  for (const unsigned char byte : hash) out += {kDigits[byte >> 4U], kDigits[byte & 0xFU]};
  return out;
}

/// Headers cannot hold line breaks, addresses neither: the lines of the head are what they seem.
std::string content_of(const std::string& address, const std::string& edition, const CachedPage& page) {
  std::string rest =
      address + '\n' + edition + '\n' + page.validators.entity_tag + '\n' + page.validators.last_modified + '\n' + page.body;
  std::string head = std::string(kFirstLine) + '\n' + hash_of(rest) + '\n';
  return head + rest;
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<CachedPage> read_content(std::string_view text, const std::string& address, const std::string& edition) {
  if (take_line(text) != kFirstLine) return std::nullopt;
  const auto hash = take_line(text);
  if (!hash || *hash != hash_of(text)) return std::nullopt;
  if (take_line(text) != address || take_line(text) != edition) return std::nullopt;
  const auto entity_tag = take_line(text);
  const auto last_modified = take_line(text);
  if (!entity_tag || !last_modified) return std::nullopt;
  return CachedPage{std::string(text), {std::string(*entity_tag), std::string(*last_modified)}};
}

[[noreturn]] void broken(const std::string& what, const std::filesystem::path& file) {
  throw BrokenWorld(what + ' ' + file.string() + ": " + std::strerror(errno));
}

/// Written and on the disk, or an exception; a half-written file never bears the page's name.
void write_file(const std::filesystem::path& file, std::string_view text) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) broken("cannot write", file);
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      ::close(descriptor);
      broken("cannot write", file);
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor) != 0) {
    ::close(descriptor);
    broken("cannot write", file);
  }
  ::close(descriptor);
}

}  // namespace

HttpCache::HttpCache(std::filesystem::path folder) : folder_(std::move(folder)) {
  if (sodium_init() < 0) throw BrokenWorld("libsodium could not start");
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw BrokenWorld("cannot make the folder " + folder_.string() + ": " + error.message());
}

std::filesystem::path HttpCache::file_of(const std::string& address, const std::string& edition) const {
  return folder_ / (hash_of(edition + '\n' + address) + std::string(kSuffix));
}

std::optional<CachedPage> HttpCache::find(const std::string& address, const std::string& edition) const {
  std::ifstream file(file_of(address, edition), std::ios::binary | std::ios::ate);
  if (!file) return std::nullopt;
  std::string text(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  return file ? read_content(text, address, edition) : std::nullopt;
}

void HttpCache::keep(const std::string& address, const std::string& edition, const CachedPage& page) {
  static std::atomic<unsigned> number = 0;  // two writers of one page must not share the unfinished file
  const auto file = file_of(address, edition);
  auto unfinished = file;
  unfinished.replace_extension(std::to_string(::getpid()) + '-' + std::to_string(++number) + std::string(kUnfinished));
  write_file(unfinished, content_of(address, edition, page));
  std::error_code error;
  std::filesystem::rename(unfinished, file, error);
  if (error) throw BrokenWorld("cannot write " + file.string() + ": " + error.message());
}

void HttpCache::forget(const std::string& address, const std::string& edition) {
  std::error_code error;
  std::filesystem::remove(file_of(address, edition), error);
  if (error) throw BrokenWorld("cannot remove " + file_of(address, edition).string() + ": " + error.message());
}

std::int64_t HttpCache::clear() {
  std::int64_t removed = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(kSuffix) && !name.ends_with(kUnfinished)) continue;
    std::error_code error;
    removed += std::filesystem::remove(entry.path(), error) ? 1 : 0;
    if (error) throw BrokenWorld("cannot remove " + entry.path().string() + ": " + error.message());
  }
  return removed;
}

}  // namespace koers::fetch
