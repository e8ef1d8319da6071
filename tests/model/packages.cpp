// SPDX-License-Identifier: EUPL-1.2
#include "packages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/fault_text.h"

namespace koers {
namespace {

Files read_folder(const std::filesystem::path& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({entry.path().lexically_relative(folder).generic_string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  return by_name(std::move(files));
}

City read_whole(const Files& files) {
  PackageReading reading = read_package(files);
  if (!reading.faults.empty()) throw std::runtime_error(fault_text(reading.faults.front()));
  return std::move(reading.city);
}

}  // namespace

const Files& small_city_files() {
  static const Files kFiles = read_folder(KOERS_SOURCE_DIR "/tests/model/small-city");
  return kFiles;
}

const Files& zoetermeer_files() {
  static const Files kFiles = read_folder(KOERS_SOURCE_DIR "/cities/zoetermeer");
  return kFiles;
}

const City& small_city() {
  static const City kCity = read_whole(small_city_files());
  return kCity;
}

const City& zoetermeer() {
  static const City kCity = read_whole(zoetermeer_files());
  return kCity;
}

Files with(Files files, std::string_view file, std::string_view from, std::string_view to) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const PackageFile& each) { return each.name == file; });
  if (found == files.end()) throw std::invalid_argument("no file " + std::string(file));
  if (from.empty()) {
    found->text = to;
    return files;
  }
  const auto at = found->text.find(from);
  if (at == std::string::npos || found->text.find(from, at + 1) != std::string::npos) {
    throw std::invalid_argument("not exactly once in " + std::string(file) + ": " + std::string(from));
  }
  found->text.replace(at, from.size(), to);
  return files;
}

std::vector<std::string> faults_of(const Files& files) {
  const PackageReading reading = read_package(files);
  const auto faults = reading.faults.empty() ? check_city(reading.city, reading.places) : reading.faults;
  std::vector<std::string> lines;
  std::transform(faults.begin(), faults.end(), std::back_inserter(lines), fault_text);
  return lines;
}

Files by_name(Files files) {
  std::sort(files.begin(), files.end(), [](const PackageFile& a, const PackageFile& b) { return a.name < b.name; });
  return files;
}

}  // namespace koers
