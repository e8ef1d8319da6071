// SPDX-License-Identifier: EUPL-1.2
// What was acknowledged is there, however abruptly the program ends.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "store/store.h"

namespace koers {
namespace {

constexpr int kKills = 200;

/// Starts the writer, kills it after `delay` and gives the last seq that it printed; 0: none.
std::int64_t run_and_kill(const std::string& url, std::chrono::microseconds delay) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw BrokenWorld("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl(KOERS_STORE_WRITER, KOERS_STORE_WRITER, url.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  ::usleep(static_cast<useconds_t>(delay.count()));
  ::kill(child, SIGKILL);
  std::string text;
  std::array<char, 65536> buffer{};
  for (ssize_t got = 0; (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;) text.append(buffer.data(), got);
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the writer failed by itself, status " << status;
  const auto end = text.rfind('\n');
  if (end == std::string::npos) return 0;
  const auto begin = text.rfind('\n', end - 1);
  return std::stoll(text.substr(begin == std::string::npos ? 0 : begin + 1));
}

TEST(KillTest, nothing_acknowledged_is_lost) {
  std::string folder = (std::filesystem::temp_directory_path() / "koers-kill-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  const std::string url = "sqlite:" + folder + "/koers.db";
  std::mt19937 random(20260101);  // the moments differ between machines anyhow
  std::int64_t acknowledged = 0;
  for (int kill = 0; kill < kKills; ++kill) {
    const auto last = run_and_kill(url, std::chrono::microseconds(2'000 + random() % 120'000));
    acknowledged = std::max(acknowledged, last);
    if (acknowledged == 0) continue;
    const auto opened = open_store(url, OpenMode::open_existing);
    ASSERT_TRUE(opened) << opened.error().message;
    ASSERT_GE((*opened)->ledger().head().seq, acknowledged);
    if (kill % 20 == 19) {
      ASSERT_TRUE((*opened)->verify()->is_whole());
    }
  }
  EXPECT_GT(acknowledged, kKills);
  const auto opened = open_store(url);
  const auto report = (*opened)->verify();
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->is_whole());
  EXPECT_GE(report->revisions_checked, acknowledged);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace koers
