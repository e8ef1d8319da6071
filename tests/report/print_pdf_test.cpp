// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "report/print_pdf.h"
#include "report/small_document.h"
#include "report/temporary_folder.h"
#include "report/write_html.h"

namespace koers::report {
namespace {

/// A door on this machine that hears whether anybody knocks.
class Door {
 public:
  Door() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(socket_, 4), 0);
    socklen_t size = sizeof address;
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~Door() { ::close(socket_); }
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;
  [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/x.png"; }
  [[nodiscard]] bool was_knocked_at() const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
  }

 private:
  int socket_;
  int port_ = 0;
};

std::string what_pdfinfo_says(const std::string& pdf) {
  const TemporaryFolder folder(std::filesystem::temp_directory_path());
  write_file(folder.path() / "a.pdf", pdf);
  FILE* pipe = ::popen(("pdfinfo " + (folder.path() / "a.pdf").string() + " 2>&1").c_str(), "r");
  std::string out;
  std::array<char, 4096> part{};
  while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), got);
  EXPECT_EQ(::pclose(pipe), 0) << out;
  return out;
}

std::size_t entries_of(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

TEST(PrintPdfTest, PrintsATaggedPdfOnA4AndLeavesNothingBehind) {
  const TemporaryFolder folder(std::filesystem::temp_directory_path());
  const auto pdf = print_pdf(write_html(test::small_document()), {"chromium", std::chrono::seconds(120), folder.path()});
  ASSERT_TRUE(pdf) << pdf.error().message;
  const std::string info = what_pdfinfo_says(*pdf);
  EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
  EXPECT_NE(info.find("(A4)"), std::string::npos) << info;
  EXPECT_NE(info.find("Title & \"more\""), std::string::npos) << info;
  EXPECT_EQ(entries_of(folder.path()), 0U);
}

TEST(PrintPdfTest, ReachesNoNetworkAlsoForAPageThatAsksForIt) {
  const Door door;
  const auto pdf = print_pdf("<!DOCTYPE html><title>x</title><img src=\"" + door.address() + "\" alt=\"x\"><script>fetch('" +
                                 door.address() + "')</script>",
                             {"chromium", std::chrono::seconds(120), std::filesystem::temp_directory_path()});
  ASSERT_TRUE(pdf) << pdf.error().message;
  EXPECT_FALSE(door.was_knocked_at());
}

TEST(PrintPdfTest, SaysWhatToInstallWhenThereIsNoChromium) {
  const auto pdf =
      print_pdf("<p>x</p>", {"koers-no-such-browser", std::chrono::seconds(5), std::filesystem::temp_directory_path()});
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().code, ErrorCode::unsupported);
  EXPECT_NE(pdf.error().message.find("apt-get install chromium"), std::string::npos);
}

class PretendBrowser : public testing::Test {
 protected:
  PretendBrowser() : folder_(std::filesystem::temp_directory_path()) {}
  [[nodiscard]] Result<std::string> print_with(const std::string& script, int seconds) const {
    const auto program = folder_.path() / "browser";
    write_file(program, "#!/bin/sh\n" + script);
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    return print_pdf("<p>x</p>", {program.string(), std::chrono::seconds(seconds), std::filesystem::temp_directory_path()});
  }
  TemporaryFolder folder_;
};

TEST_F(PretendBrowser, ThatHangsIsStoppedInTime) {
  const auto pdf = print_with("sleep 60", 1);
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().code, ErrorCode::cancelled);
}

TEST_F(PretendBrowser, ThatFailsIsQuoted) {
  const auto pdf = print_with("echo No usable sandbox >&2; exit 1", 20);
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().code, ErrorCode::unsupported);
  EXPECT_NE(pdf.error().message.find("No usable sandbox"), std::string::npos);
}

TEST_F(PretendBrowser, ThatEndsWellWithoutAFileIsNoSuccess) { EXPECT_FALSE(print_with("exit 0", 20)); }

}  // namespace
}  // namespace koers::report
