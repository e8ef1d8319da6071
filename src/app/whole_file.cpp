// SPDX-License-Identifier: EUPL-1.2
#include "app/whole_file.h"

#include <fstream>

namespace koers {

Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path unfinished = file.string() + ".part";
  std::ofstream out(unfinished, std::ios::binary);
  out << bytes;
  out.close();
  std::error_code problem;
  if (out) std::filesystem::rename(unfinished, file, problem);
  if (out && !problem) return {};
  std::filesystem::remove(unfinished, problem);
  return failure(ErrorCode::broken_world, "Cannot write " + file.string() + '.');
}

}  // namespace koers
