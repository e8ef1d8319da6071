// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "base/result.h"

namespace koers {

/// A file in the making beside its target, readable by the owner only (0600). It appears under its name when it is whole, by one
/// step of the file system; until then, and after any failure, there is no trace of it.
class NewFile {
 public:
  /// `bad_input` when no file can be made there.
  [[nodiscard]] static Result<NewFile> beside(const std::filesystem::path& target);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();

  /// Where to write it.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Gives it its name; false when the target exists by now. Throws BrokenWorld when the disk fails.
  [[nodiscard]] bool publish();
  /// The same, taking the place of what is there.
  void replace();

 private:
  NewFile(std::filesystem::path target, std::filesystem::path path);
  std::filesystem::path target_;
  std::filesystem::path path_;
};

}  // namespace koers
