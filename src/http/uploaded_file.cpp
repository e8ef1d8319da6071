// SPDX-License-Identifier: EUPL-1.2
#include "http/uploaded_file.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include <unistd.h>

namespace koers::http {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t kLongestName = 200;

/// The bytes; nothing when it is not base64 with its padding.
std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  text.remove_suffix(padding);
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = kDigits.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return bytes;
}

bool is_file_name(const Tree* name) {
  return name != nullptr && name->type == Tree::Type::string && !name->text.empty() && name->text.size() <= kLongestName &&
         name->text.find('/') == std::string::npos;
}

}  // namespace

Result<std::optional<UploadedFile>> take_uploaded_file(Tree& body) {
  const Tree* found = body.find("file");
  if (found == nullptr) return std::optional<UploadedFile>();
  const Tree* name = found->find("name");
  const Tree* content = found->find("content");
  const bool good = is_file_name(name) && content != nullptr && content->type == Tree::Type::string;
  auto bytes = good ? from_base64(content->text) : std::nullopt;
  if (!bytes) return failure(ErrorCode::bad_input, "`file` must have a `name` and, as base64, its `content`.");
  UploadedFile file{name->text, std::move(*bytes)};
  std::erase_if(body.members, [](const Tree::Member& member) { return member.key == "file"; });
  return std::optional(std::move(file));
}

TemporaryFile::TemporaryFile(std::string_view bytes) {
  std::string path = (std::filesystem::temp_directory_path() / "koers-upload-XXXXXX").string();
  const int descriptor = mkstemp(path.data());  // readable by the owner only
  if (descriptor < 0) throw BrokenWorld("an uploaded file cannot be put aside");
  path_ = path;
  bool whole = true;
  while (whole && !bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    whole = written > 0;
    if (whole) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  ::close(descriptor);
  if (whole) return;
  remove();
  throw BrokenWorld("an uploaded file cannot be put aside");
}

void TemporaryFile::remove() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace koers::http
