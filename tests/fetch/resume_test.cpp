// SPDX-License-Identifier: EUPL-1.2
// The whole way, over a socket: client, cache, and the readers of both services.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>

#include "fetch/fake_cbs.h"
#include "fetch/http_cache.h"
#include "fetch/page_source.h"

namespace koers::fetch {
namespace {

using test::Answer;
using test::Asked;
using test::FakeCbs;
using test::LocalServer;
namespace files = std::filesystem;

class Resume : public testing::TestWithParam<CbsChoice> {
 protected:
  Resume() : folder_(files::temp_directory_path() / ("koers-resume-" + std::to_string(::getpid()))) {
    files::remove_all(folder_);
  }
  ~Resume() override { files::remove_all(folder_); }

  static HttpSettings without_sleep() {
    HttpSettings settings;
    settings.timeout = std::chrono::milliseconds(5'000);
    settings.wait = [](std::chrono::milliseconds, const std::stop_token& stop) { return !stop.stop_requested(); };
    return settings;
  }
  static CbsRequest request(const LocalServer& server) {
    CbsRequest out = test::request_to(server.address(), GetParam());
    out.v3_page_rows = 3;
    return out;
  }
  static std::string rows() { return GetParam() == CbsChoice::v3 ? "TypedDataSet" : "Observations"; }
  /// The pages of rows: 10 rows by 3 in OData 3 (the last is short), 29 observations by 7 in OData 4.
  static int page_count() { return GetParam() == CbsChoice::v3 ? 4 : 5; }

  files::path folder_;
};
INSTANTIATE_TEST_SUITE_P(each, Resume, testing::Values(CbsChoice::v3, CbsChoice::v4),
                         [](const auto& each) { return each.param == CbsChoice::v3 ? "v3" : "v4"; });

TEST_P(Resume, goes_on_with_the_page_that_failed) {
  std::atomic<bool> down = true;
  FakeCbs fake;
  fake.spoil = [&](const Asked& asked, Answer& answer) {
    const bool is_third = asked.query("$skip") == (GetParam() == CbsChoice::v3 ? "6" : "14");
    if (down && is_third && asked.path().ends_with(rows())) answer = {503, "", {}, false, {}};
  };
  LocalServer server(fake);
  HttpClient client(without_sleep());
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  const auto failed = read_cbs_table(pages, request(server));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::broken_world) << failed.error().message;
  EXPECT_EQ(server.count(rows()), 2 + 5) << "two pages, and five attempts at the third";
  down = false;
  const auto read = read_cbs_table(pages, request(server));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->table.rows.size(), 10U);
  EXPECT_EQ(server.count(rows()), 2 + 5 + page_count() - 2) << "the first two pages are not asked for again";
}

TEST_P(Resume, asks_nothing_but_whether_the_table_changed_once_all_is_there) {
  LocalServer server(FakeCbs{});
  HttpClient client(without_sleep());
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  ASSERT_TRUE(read_cbs_table(pages, request(server)));
  const int before = server.count();
  ASSERT_TRUE(read_cbs_table(pages, request(server)));
  EXPECT_EQ(server.count(), before + 1);
}

TEST_P(Resume, mixes_no_pages_of_before_and_after_a_change) {
  std::atomic<bool> changed = false;
  FakeCbs fake;
  fake.spoil = [&](const Asked& asked, Answer& answer) {
    const bool tells_the_date = asked.path().ends_with("TableInfos") || asked.path().ends_with("/Properties");
    const auto at = answer.body.find("2026-03-01");
    if (changed && tells_the_date && at != std::string::npos) answer.body.replace(at, 10, "2026-04-01");
  };
  LocalServer server(fake);
  HttpClient client(without_sleep());
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  ASSERT_TRUE(read_cbs_table(pages, request(server)));
  changed = true;
  const auto read = read_cbs_table(pages, request(server));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->modified.substr(0, 10), "2026-04-01");
  EXPECT_EQ(server.count(rows()), 2 * page_count());
}

TEST_P(Resume, fetches_a_page_anew_that_came_as_no_json) {
  std::atomic<bool> broken = true;
  FakeCbs fake;
  fake.spoil = [&](const Asked& asked, Answer& answer) {
    if (broken && asked.path().ends_with(rows())) answer.body.resize(answer.body.size() - 5);
  };
  LocalServer server(fake);
  HttpClient client(without_sleep());
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  ASSERT_FALSE(read_cbs_table(pages, request(server)));
  broken = false;
  EXPECT_TRUE(read_cbs_table(pages, request(server)));
}

TEST_P(Resume, starts_over_from_a_cleared_cache) {
  LocalServer server(FakeCbs{});
  HttpClient client(without_sleep());
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  ASSERT_TRUE(read_cbs_table(pages, request(server)));
  const int before = server.count();
  EXPECT_GT(cache.clear(), 0);
  ASSERT_TRUE(read_cbs_table(pages, request(server)));
  EXPECT_EQ(server.count(), 2 * before);
}

TEST_P(Resume, survives_a_service_that_is_busy_and_one_that_breaks_off) {
  std::atomic<int> number = 0;
  FakeCbs fake;
  fake.spoil = [&](const Asked&, Answer& answer) {
    switch (++number % 4) {
      case 1:
        answer = {429, "", {{"Retry-After", "2"}}, false, {}};
        break;
      case 2:
        answer = {500, "", {}, false, {}};
        break;
      case 3:
        answer.breaks_after = answer.body.size() / 2;
        break;
      default:
        break;
    }
  };
  LocalServer server(fake);
  HttpClient client(without_sleep());
  NetworkPages pages(client);
  const auto read = read_cbs_table(pages, request(server));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->table.rows.size(), 10U);
}

TEST_P(Resume, ends_at_once_when_it_is_cancelled_in_the_middle_of_a_page) {
  std::stop_source stop;
  FakeCbs fake;
  fake.spoil = [&](const Asked& asked, Answer& answer) {
    if (!asked.path().ends_with(rows())) return;
    stop.request_stop();
    answer.hangs = true;
  };
  LocalServer server(fake);
  HttpClient client(without_sleep());
  NetworkPages pages(client);
  const auto read = read_cbs_table(pages, request(server), {}, stop.get_token());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::cancelled) << read.error().message;
}

}  // namespace
}  // namespace koers::fetch
