// SPDX-License-Identifier: EUPL-1.2
#include "store/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

namespace koers {
namespace {

BrokenWorld disk_failure(const std::filesystem::path& path, int error) {
  return BrokenWorld("The file " + path.string() + " cannot be written (" + std::strerror(error) + ").");
}

/// Without this the new name may be lost when the power fails.
void sync(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) throw disk_failure(path, errno);
  const int outcome = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (outcome != 0) throw disk_failure(path, error);
}

}  // namespace

Result<NewFile> NewFile::beside(const std::filesystem::path& target) {
  std::string pattern = target.string() + ".new-XXXXXX";
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) {
    return failure(ErrorCode::bad_input, "The file " + target.string() + " cannot be made (" + std::strerror(errno) + ").");
  }
  ::close(descriptor);
  return NewFile(target, pattern);
}

NewFile::NewFile(std::filesystem::path target, std::filesystem::path path) : target_(std::move(target)), path_(std::move(path)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : target_(std::move(other.target_)), path_(std::exchange(other.path_, std::filesystem::path())) {}

NewFile::~NewFile() {
  if (path_.empty()) return;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
    std::error_code ignored;
    std::filesystem::remove(path_.string() + suffix, ignored);
  }
}

bool NewFile::publish() {
  sync(path_, O_RDONLY);
  if (::link(path_.c_str(), target_.c_str()) != 0) {
    if (errno == EEXIST) return false;
    throw disk_failure(target_, errno);
  }
  sync(target_.parent_path(), O_RDONLY | O_DIRECTORY);
  return true;
}

void NewFile::replace() {
  sync(path_, O_RDONLY);
  if (::rename(path_.c_str(), target_.c_str()) != 0) throw disk_failure(target_, errno);
  path_.clear();
  sync(target_.parent_path(), O_RDONLY | O_DIRECTORY);
}

}  // namespace koers
