// SPDX-License-Identifier: EUPL-1.2
#include "app/package_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace koers {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw BrokenWorld("cannot read " + path.string());
  return text;
}

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) throw BrokenWorld("cannot write " + path.string());
}

}  // namespace

Result<std::vector<PackageFile>> read_package_directory(const fs::path& directory, const PackageLimits& limits) {
  std::error_code error;
  if (!fs::is_directory(directory, error))
    return failure(ErrorCode::not_found, "There is no directory " + directory.string() + '.');
  std::vector<PackageFile> files;
  std::size_t bytes = 0;
  for (auto at = fs::recursive_directory_iterator(directory, error); at != fs::recursive_directory_iterator();
       at.increment(error)) {
    const fs::directory_entry& entry = *at;
    const bool is_hidden = entry.path().filename().string().starts_with('.');
    if (is_hidden) at.disable_recursion_pending();  // such as .git
    if (is_hidden || entry.is_symlink() || !entry.is_regular_file()) continue;
    bytes += entry.file_size();
    if (files.size() == limits.files || bytes > limits.total_bytes) {
      return failure(ErrorCode::too_large, directory.string() + " holds more than " + std::to_string(limits.files) +
                                               " files or " + std::to_string(limits.total_bytes) + " bytes: not a city package.");
    }
    files.push_back({entry.path().lexically_relative(directory).generic_string(), read_file(entry.path())});
  }
  if (error) throw BrokenWorld("cannot read " + directory.string() + ": " + error.message());
  std::sort(files.begin(), files.end(), [](const PackageFile& a, const PackageFile& b) { return a.name < b.name; });
  return files;
}

Result<void> write_package_directory(const fs::path& directory, const std::vector<PackageFile>& files) {
  std::error_code error;
  if (fs::exists(directory) && !(fs::is_directory(directory) && fs::is_empty(directory, error))) {
    return failure(ErrorCode::conflict, directory.string() + " exists already; name a new directory.");
  }
  fs::path unfinished = directory.has_filename() ? directory : directory.parent_path();  // `out/` is `out`
  unfinished += ".unfinished";
  try {
    fs::remove_all(unfinished);
    for (const PackageFile& file : files) write_file(unfinished / file.name, file.text);
    fs::remove(directory);
    fs::rename(unfinished, directory);
  } catch (const fs::filesystem_error& problem) {
    throw BrokenWorld(std::string("cannot write the package: ") + problem.what());
  }
  return {};
}

}  // namespace koers
