// SPDX-License-Identifier: EUPL-1.2
#include "report/temporary_folder.h"

#include <fstream>
#include <iterator>

#include <stdlib.h>

#include "base/result.h"

namespace koers::report {

TemporaryFolder::TemporaryFolder(const std::filesystem::path& parent) {
  std::string pattern = (parent / "koers-report.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw BrokenWorld("No folder could be made in " + parent.string() + ".");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // what cannot be removed is left for the system to clean
  std::filesystem::remove_all(path_, ignored);
}

std::string bytes_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in || in.bad()) throw BrokenWorld(file.string() + " could not be read.");
  return bytes;
}

void write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes << std::flush;
  if (!out) throw BrokenWorld(file.string() + " could not be written.");
}

}  // namespace koers::report
