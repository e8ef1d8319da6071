// SPDX-License-Identifier: EUPL-1.2
// A file within a JSON body.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/tree.h"

namespace koers::http {

inline constexpr std::size_t kMaxUpload = 16U << 20U;  ///< of the body: a file of about eleven megabytes

struct UploadedFile {
  std::string name;
  std::string content;  ///< its bytes
};

/// The member `file` of a body, taken out of it; nothing when there is none. `bad_input` when it has not a name that could be a
/// file's and, as base64 (RFC 4648), its content.
[[nodiscard]] Result<std::optional<UploadedFile>> take_uploaded_file(Tree& body);

/// A file of one's own on disk, gone when it is no longer needed.
class TemporaryFile {
 public:
  /// Throws BrokenWorld when it cannot be written.
  explicit TemporaryFile(std::string_view bytes);
  ~TemporaryFile() { remove(); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  void remove();
  std::filesystem::path path_;
};

}  // namespace koers::http
