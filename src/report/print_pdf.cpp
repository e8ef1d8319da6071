// SPDX-License-Identifier: EUPL-1.2
#include "report/print_pdf.h"

#include <csignal>
#include <cstdlib>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report/temporary_folder.h"

namespace koers::report {
namespace {

namespace fs = std::filesystem;

/// Where `program` is; empty when it is nowhere.
fs::path find_program(const std::string& program) {
  const auto is_there = [](const fs::path& path) { return ::access(path.c_str(), X_OK) == 0 && !fs::is_directory(path); };
  if (program.find('/') != std::string::npos) return is_there(program) ? fs::path(program) : fs::path();
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const fs::path candidate = fs::path(rest.substr(0, end)) / program;
    if (end > 0 && is_there(candidate)) return candidate;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::vector<std::string> arguments(const fs::path& program, const fs::path& folder) {
  std::vector<std::string> out{program.string(),
                               "--headless",
                               "--disable-gpu",
                               "--disable-dev-shm-usage",
                               "--disable-extensions",
                               "--disable-background-networking",
                               "--disable-component-update",
                               "--no-first-run",
                               "--host-resolver-rules=MAP * ~NOTFOUND",
                               "--proxy-server=127.0.0.1:9",
                               "--proxy-bypass-list=<-loopback>",
                               "--no-pdf-header-footer",
                               "--export-tagged-pdf",
                               "--generate-pdf-document-outline",
                               "--user-data-dir=" + (folder / "profile").string(),
                               "--print-to-pdf=" + (folder / "report.pdf").string()};
  // Chromium refuses to run as root with its own sandbox; what it prints is our own page, escaped and without scripts.
  if (::geteuid() == 0) out.emplace_back("--no-sandbox");
  out.push_back("file://" + (folder / "report.html").string());
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// A program with its children, stopped together when they are not done in time.
class Child {
 public:
  /// Only calls that are safe between fork and exec in a program with threads.
  Child(std::vector<char*>& arguments, std::vector<char*>& environment, const fs::path& log) : pid_(::fork()) {
    if (pid_ < 0) throw BrokenWorld("No process could be started.");
    if (pid_ > 0) return;
    ::setpgid(0, 0);
    ::unshare(CLONE_NEWNET);  // refused to ordinary users: the proxy and the resolver keep the door shut as well
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int in = ::open("/dev/null", O_RDONLY);
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(out, 2);
    ::close_range(3, ~0U, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execve(arguments.front(), arguments.data(), environment.data());
    ::_exit(127);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    ::kill(-pid_, SIGKILL);  // those that it left behind, too
    if (!is_over_) ::waitpid(pid_, nullptr, 0);
  }
  /// False: not in time.
  [[nodiscard]] bool wait(std::chrono::seconds timeout) {
    const auto end = std::chrono::steady_clock::now() + timeout;
    while (std::chrono::steady_clock::now() < end) {
      if (::waitpid(pid_, &status_, WNOHANG) == pid_) {
        is_over_ = true;
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  [[nodiscard]] bool went_well() const { return WIFEXITED(status_) && WEXITSTATUS(status_) == 0; }

 private:
  pid_t pid_;
  int status_ = 0;
  bool is_over_ = false;
};

/// The last lines that it said.
std::string last_words(const fs::path& log) {
  constexpr std::size_t kMost = 600;
  const std::string text = fs::exists(log) ? bytes_of_file(log) : "";
  return text.size() > kMost ? text.substr(text.size() - kMost) : text;
}

}  // namespace

Result<std::string> print_pdf(const std::string& html, const PrintOptions& options) {
  const fs::path program = find_program(options.program);
  if (program.empty()) {
    return failure(ErrorCode::unsupported,
                   "A PDF is printed by Chromium, and there is no program `" + options.program +
                       "` on the PATH. Install it (apt-get install chromium), or ask for html, xlsx or csv.");
  }
  const TemporaryFolder folder(options.temporary);
  write_file(folder.path() / "report.html", html);
  std::vector<std::string> texts = arguments(program, folder.path());
  std::vector<std::string> surroundings{"HOME=" + folder.path().string(), "TMPDIR=" + folder.path().string(),
                                        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "TZ=UTC"};
  std::vector<char*> argument_list = pointers(texts);
  std::vector<char*> environment = pointers(surroundings);
  const fs::path log = folder.path() / "log";
  Child child(argument_list, environment, log);
  if (!child.wait(options.timeout)) {
    return failure(ErrorCode::cancelled,
                   "Chromium was not done within " + std::to_string(options.timeout.count()) + " seconds and was stopped.");
  }
  const fs::path pdf = folder.path() / "report.pdf";
  if (!child.went_well() || !fs::exists(pdf)) {
    return failure(ErrorCode::unsupported, "Chromium made no PDF. It said: " + last_words(log));
  }
  return bytes_of_file(pdf);
}

}  // namespace koers::report
