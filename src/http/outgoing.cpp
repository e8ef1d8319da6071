// SPDX-License-Identifier: EUPL-1.2
#include "http/outgoing.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace koers::http {

std::unique_ptr<OpenFile> OpenFile::open(const FileBody& file) {
  const int descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return nullptr;
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
    ::close(descriptor);
    return nullptr;
  }
  return std::unique_ptr<OpenFile>(new OpenFile(descriptor, static_cast<std::uint64_t>(facts.st_size), file));
}

OpenFile::~OpenFile() {
  ::close(descriptor_);
  if (file_.remove_when_sent) ::unlink(file_.path.c_str());
}

std::string OpenFile::read(std::size_t most) {
  std::string out(most, '\0');
  const ssize_t got = ::read(descriptor_, out.data(), out.size());
  out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return out;
}

}  // namespace koers::http
