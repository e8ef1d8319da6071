// SPDX-License-Identifier: EUPL-1.2
#include "fetch/foreign_file.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "fetch/foreign_answer.h"

namespace koers {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kCannotStart = 127;  // what a spawned process ends with when its program is not there
constexpr int kBrokenWorld = 3;    // koers-read: no sandbox, no input

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close_now(); }
  void close_now() {
    if (number_ >= 0) close(std::exchange(number_, -1));
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_ = -1;
};

[[noreturn]] void broken(const std::string& what, int error) { throw BrokenWorld(what + ": " + std::strerror(error)); }

/// Away from 0, 1 and 2, which the other process gets as its own.
Descriptor above_standard(int number) {
  const Descriptor given(number);
  const int moved = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (moved < 0) broken("no descriptor is left", errno);
  return Descriptor(moved);
}

std::filesystem::path program_of(const ReadOptions& options) {
  if (!options.program.empty()) return options.program;
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) throw BrokenWorld("where this program is cannot be found out: " + error.message());
  return self.parent_path() / "koers-read";
}

/// The running reader. Killed and waited for, however this ends.
class Reader {
 public:
  Reader(const std::filesystem::path& program, const std::string& name, const ForeignLimits& limits, const Descriptor& input) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) broken("no pipe could be made", errno);
    output_ = above_standard(ends[0]);
    const Descriptor write_end = above_standard(ends[1]);
    spawn(program, arguments_of(program, name, limits), input, write_end);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    wait();
  }

  [[nodiscard]] int output() const { return output_.get(); }

  /// How it ended, as waitpid says it.
  int wait() {
    int status = 0;
    while (waitpid(process_, &status, 0) < 0) {
      if (errno != EINTR) broken("the reader cannot be waited for", errno);
    }
    process_ = -1;
    return status;
  }

 private:
  static std::vector<std::string> arguments_of(const std::filesystem::path& program, const std::string& name,
                                               const ForeignLimits& limits) {
    std::vector<std::string> arguments{program.string(), "--name", name};
    for (const ForeignLimit& limit : kForeignLimits) {
      arguments.emplace_back("--limit");
      arguments.push_back(std::string(limit.name) + '=' + std::to_string(limits.*(limit.value)));
    }
    return arguments;
  }

  void spawn(const std::filesystem::path& program, std::vector<std::string> arguments, const Descriptor& input,
             const Descriptor& write_end) {
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};  // nothing of ours is its business
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, write_end.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    reset_signals(attributes);
    const int error = posix_spawn(&process_, program.c_str(), &actions, &attributes, words.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
      process_ = -1;
      broken("the reader " + program.string() + " cannot be started", error);
    }
  }

  /// A server ignores some signals and blocks others; the reader must be stopped by them.
  static void reset_signals(posix_spawnattr_t& attributes) {
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }

  Descriptor output_;
  pid_t process_ = -1;
};

Result<Descriptor> open_input(const std::filesystem::path& path, const std::string& name) {
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));  // a pipe in its place must not keep us waiting
  if (file.get() < 0 && (errno == ENOENT || errno == ENOTDIR))
    return failure(ErrorCode::not_found, "There is no file " + name + '.');
  if (file.get() < 0) broken(path.string() + " cannot be opened", errno);
  struct stat about {};
  if (fstat(file.get(), &about) != 0) broken(path.string() + " cannot be looked at", errno);
  if (!S_ISREG(about.st_mode)) return failure(ErrorCode::bad_input, name + " is no plain file.");
  const int number = fcntl(file.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (number < 0) broken("no descriptor is left", errno);
  return Descriptor(number);
}

Error stopped(const std::string& name, std::string_view rule, ErrorCode code, const std::string& found,
              const std::string& expected) {
  const Fault fault{std::string(rule), {name, 0, 0}, "", found, expected};
  return {code, to_string(fault), {fault}};
}

/// Reads until the answer ends, time is up, somebody stops it or the answer makes no sense.
std::optional<Error> follow(const Reader& reader, ForeignAnswer& answer, const std::string& name, const ReadOptions& options) {
  constexpr int kWaitMilliseconds = 50;
  const auto deadline = Clock::now() + std::chrono::seconds(options.limits.wall_seconds);
  std::string piece(1U << 18U, '\0');
  while (true) {
    if (options.stop.stop_requested()) return Error{ErrorCode::cancelled, "Reading " + name + " was stopped.", {}};
    if (Clock::now() > deadline) {
      return stopped(name, "wall-seconds", ErrorCode::too_large, "a file that takes longer to read",
                     "at most " + std::to_string(options.limits.wall_seconds) + " seconds");
    }
    pollfd waiting{reader.output(), POLLIN, 0};
    const int ready = poll(&waiting, 1, kWaitMilliseconds);
    if (ready < 0 && errno != EINTR) broken("the reader cannot be listened to", errno);
    if (ready <= 0) continue;
    const ssize_t size = read(reader.output(), piece.data(), piece.size());
    if (size < 0 && errno != EINTR) broken("the reader cannot be listened to", errno);
    if (size == 0) return std::nullopt;
    if (size > 0 && !answer.add(std::string_view(piece).substr(0, static_cast<std::size_t>(size)))) return answer.error();
    if (options.progress) options.progress(answer.records(), 0);
  }
}

/// What a process that did not end by itself ran into.
Error killed(const std::string& name, int signal, const ForeignLimits& limits) {
  if (signal == SIGXCPU) {
    return stopped(name, "cpu-seconds", ErrorCode::too_large, "a file that takes more work to read",
                   "at most " + std::to_string(limits.cpu_seconds) + " seconds of processor time");
  }
  if (signal == SIGSYS) {
    return stopped(name, "forbidden", ErrorCode::bad_input, "a file that made its reader do what is forbidden",
                   "a plain table or map");
  }
  if (signal == SIGKILL) throw BrokenWorld("koers-read was killed from outside: is the machine out of memory?");
  return stopped(name, "crash", ErrorCode::bad_input, "a file on which its reader fails (signal " + std::to_string(signal) + ')',
                 "a whole file");
}

Result<ForeignFile> conclude(ForeignAnswer& answer, int status, const std::string& name, const ReadOptions& options) {
  if (WIFSIGNALED(status)) return std::unexpected(killed(name, WTERMSIG(status), options.limits));
  const int code = WEXITSTATUS(status);
  if (code == kCannotStart || code == kBrokenWorld) {
    throw BrokenWorld("koers-read cannot do its work here (it ended with " + std::to_string(code) + ")");
  }
  if (!answer.finish()) return std::unexpected(answer.error());
  return answer.take();
}

}  // namespace

Result<ForeignFile> read_foreign_file(const std::filesystem::path& path, const ReadOptions& options) {
  const std::string name = options.name.empty() ? path.filename().string() : options.name;
  const auto input = open_input(path, name);
  if (!input) return std::unexpected(input.error());
  ForeignAnswer answer(name, options.limits);
  Reader reader(program_of(options), name, options.limits, *input);
  if (auto error = follow(reader, answer, name, options)) return std::unexpected(std::move(*error));
  return conclude(answer, reader.wait(), name, options);
}

}  // namespace koers
