// SPDX-License-Identifier: EUPL-1.2
#include "read/attempt.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace koers::reader {
namespace {

bool open_file() { return open("/etc/hostname", O_RDONLY | O_CLOEXEC) >= 0; }
bool use_network() { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
bool run_program() { return execl("/bin/true", "true", nullptr) == 0; }
bool start_process() { return fork() >= 0; }
bool make_descriptor() { return dup(STDOUT_FILENO) >= 0; }
bool run_memory() {
  return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool use_much_memory() {
  constexpr std::size_t kPiece = 16U << 20U;
  constexpr std::size_t kPieces = 1024;
  std::vector<std::unique_ptr<char[]>> kept;
  try {
    while (kept.size() < kPieces) {
      kept.push_back(std::make_unique_for_overwrite<char[]>(kPiece));
      std::memset(kept.back().get(), 1, kPiece);
    }
  } catch (const std::bad_alloc&) {
    return false;
  }
  return true;
}

bool use_much_time() {
  volatile unsigned long count = 0;
  while (count < 1'000'000'000'000UL) count = count + 1;
  return true;
}

}  // namespace

bool attempt(std::string_view what) {
  if (what == "open") return open_file();
  if (what == "network") return use_network();
  if (what == "exec") return run_program();
  if (what == "fork") return start_process();
  if (what == "descriptor") return make_descriptor();
  if (what == "code") return run_memory();
  if (what == "memory") return use_much_memory();
  if (what == "time") return use_much_time();
  return false;
}

}  // namespace koers::reader
