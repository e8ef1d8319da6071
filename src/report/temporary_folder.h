// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

namespace koers::report {

/// A new folder for the owner only, removed with all in it at the end. Throws BrokenWorld when it cannot be made.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::filesystem::path& parent);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// All bytes of a file. Throws BrokenWorld when it cannot be read.
[[nodiscard]] std::string bytes_of_file(const std::filesystem::path& file);
/// Throws BrokenWorld when it cannot be written.
void write_file(const std::filesystem::path& file, const std::string& bytes);

}  // namespace koers::report
