// SPDX-License-Identifier: EUPL-1.2
// Disks that fill up, files that are cut or damaged, and places where nothing may be written.
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>

#include "store/store.h"
#include "store/store_fixture.h"

namespace koers {
namespace {

class FaultTest : public testing::Test {
 protected:
  [[nodiscard]] std::string url() const { return "sqlite:" + file().string(); }
  [[nodiscard]] std::filesystem::path file() const { return folder_ / "koers.db"; }
  /// A closed database with `count` revisions.
  void fill(int count) const {
    auto opened = open_store(url());
    ASSERT_TRUE(opened);
    for (int n = 0; n < count; ++n) ASSERT_TRUE(append_one((*opened)->ledger(), std::to_string(n), std::string(500, 'x'), 0));
  }
  /// Writes until it fails; how many revisions were acknowledged.
  [[nodiscard]] static int write_until_full(Store& store, std::string& message) {
    for (int n = 0; n < 100'000; ++n) {
      try {
        if (!append_one(store.ledger(), std::to_string(n), std::string(5000, 'x'), 0)) return -1;
      } catch (const BrokenWorld& fault) {
        message = fault.what();
        return n;
      }
    }
    return -1;
  }
  TestFolder folder_;
};

TEST_F(FaultTest, full_disk_keeps_what_was_acknowledged) {
  const std::filesystem::path disk = folder_ / "disk";
  std::filesystem::create_directory(disk);
  if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=3m") != 0) {
    std::cout << "no right to mount a small disk; the file size limit below tests the same path\n";
    return;
  }
  std::string message;
  {
    auto opened = open_store("sqlite:" + (disk / "koers.db").string());
    ASSERT_TRUE(opened);
    const int written = write_until_full(**opened, message);
    EXPECT_GT(written, 50);
    EXPECT_NE(message.find("no room left"), std::string::npos) << message;
    EXPECT_EQ((*opened)->ledger().head().seq, written);
    EXPECT_THROW((void)append_one((*opened)->ledger(), "more", std::string(50'000, 'x'), 0), BrokenWorld);
    EXPECT_TRUE((*opened)->verify()->is_whole());
    EXPECT_THROW((void)(*opened)->backup(disk / "backup"), BrokenWorld);
    EXPECT_FALSE(std::filesystem::exists(disk / "backup"));
    ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=30m"), 0);
    EXPECT_TRUE(append_one((*opened)->ledger(), "more", "1", 0));
    EXPECT_EQ((*opened)->ledger().head().seq, written + 1);
    EXPECT_TRUE((*opened)->verify()->is_whole());
  }
  EXPECT_EQ(::umount(disk.c_str()), 0);
}

TEST_F(FaultTest, file_size_limit_keeps_what_was_acknowledged) {
  auto opened = open_store(url());
  ASSERT_TRUE(opened);
  rlimit old{};
  ::getrlimit(RLIMIT_FSIZE, &old);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1U << 20U, old.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  std::string message;
  const int written = write_until_full(**opened, message);
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_GT(written, 10);
  EXPECT_NE(message.find("nothing of this change was kept"), std::string::npos) << message;
  EXPECT_EQ((*opened)->ledger().head().seq, written);
  EXPECT_TRUE(append_one((*opened)->ledger(), "more", "1", 0));
  EXPECT_TRUE((*opened)->verify()->is_whole());
}

TEST_F(FaultTest, cut_file_is_noticed) {
  fill(200);
  const auto size = std::filesystem::file_size(file());
  const std::filesystem::path whole = folder_ / "whole.db";
  std::filesystem::copy_file(file(), whole);
  for (const std::uintmax_t length : {std::uintmax_t{0}, std::uintmax_t{7}, std::uintmax_t{16}, std::uintmax_t{99},
                                      std::uintmax_t{4096}, std::uintmax_t{5000}, size / 2, size - 4096, size - 1}) {
    std::filesystem::copy_file(whole, file(), std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(file(), length);
    bool noticed = false;
    try {
      auto opened = open_store(url());
      noticed = !opened || !(*opened)->verify()->is_whole();
      if (!opened) {
        EXPECT_EQ(opened.error().code, ErrorCode::unsupported) << length;
      }
    } catch (const BrokenWorld& fault) {
      noticed = true;
      EXPECT_NE(std::string(fault.what()).find(file().string()), std::string::npos) << fault.what();
    }
    EXPECT_TRUE(noticed) << length;
  }
}

TEST_F(FaultTest, damaged_page_is_noticed_wherever_it_is) {
  fill(200);
  const std::filesystem::path whole = folder_ / "whole.db";
  std::filesystem::copy_file(file(), whole);
  const auto pages = std::filesystem::file_size(file()) / 4096;
  int noticed = 0;
  for (std::uintmax_t page = 0; page < pages; ++page) {
    std::filesystem::copy_file(whole, file(), std::filesystem::copy_options::overwrite_existing);
    {
      std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
      stream.seekp(static_cast<std::streamoff>(page * 4096));
      stream << std::string(4096, '\xa5');
    }
    try {
      auto opened = open_store(url());
      noticed += !opened || !(*opened)->verify()->is_whole() ? 1 : 0;
    } catch (const BrokenWorld&) {
      ++noticed;
    }
  }
  EXPECT_EQ(noticed, static_cast<int>(pages));
  EXPECT_GT(pages, 30U);
}

/// Runs `work` as somebody without rights, in a process of its own; what it returned.
template <class Work>
int as_nobody(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(99);
    int outcome = 98;
    try {
      outcome = work();
    } catch (const std::exception&) {
      outcome = 97;
    }
    ::_exit(outcome);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 96;
}

TEST_F(FaultTest, place_without_rights_is_the_users_mistake) {
  fill(1);
  const auto code = [&](const std::string& target) {
    return as_nobody([&] {
      const auto opened = open_store(target);
      return opened ? 90 : static_cast<int>(opened.error().code);
    });
  };
  const int bad_input = static_cast<int>(ErrorCode::bad_input);
  using std::filesystem::perms;
  std::filesystem::permissions(folder_ / "", perms::all);
  std::filesystem::permissions(file(), perms::none);
  EXPECT_EQ(code(url()), bad_input);  // unreadable
  std::filesystem::permissions(file(), perms::owner_read | perms::others_read);
  EXPECT_EQ(code(url()), bad_input);  // read-only
  std::filesystem::permissions(file(), perms::owner_read | perms::owner_write | perms::others_read | perms::others_write);
  EXPECT_EQ(code(url()), 90);
  std::filesystem::permissions(folder_ / "", perms::owner_all | perms::others_read | perms::others_exec);
  EXPECT_EQ(code(url()), bad_input);  // read-only folder
  EXPECT_EQ(code("sqlite:" + (folder_ / "new.db").string()), bad_input);
}

}  // namespace
}  // namespace koers
