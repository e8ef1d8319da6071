// SPDX-License-Identifier: EUPL-1.2
#include "fetch/http_cache.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "fetch/local_server.h"
#include "fetch/page_source.h"

namespace koers::fetch {
namespace {

namespace files = std::filesystem;

/// A folder of its own for each test, removed at the end.
class Cache : public testing::Test {
 protected:
  Cache() : folder_(files::temp_directory_path() / ("koers-cache-" + std::to_string(::getpid()) + '-' + name())) {
    files::remove_all(folder_);
  }
  ~Cache() override { files::remove_all(folder_); }
  static std::string name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  [[nodiscard]] files::path only_file() const { return files::directory_iterator(folder_)->path(); }
  [[nodiscard]] std::ptrdiff_t file_count() const {
    return std::distance(files::directory_iterator(folder_), files::directory_iterator{});
  }

  files::path folder_;
};

TEST_F(Cache, gives_back_what_was_kept_also_later) {
  HttpCache(folder_).keep("https://a.nl/x", "2", {"body\nof lines\n", {"\"e\"", "Mon"}});
  const auto found = HttpCache(folder_).find("https://a.nl/x", "2");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->body, "body\nof lines\n");
  EXPECT_EQ(found->validators.entity_tag, "\"e\"");
  EXPECT_EQ(found->validators.last_modified, "Mon");
}

TEST_F(Cache, tells_addresses_and_editions_apart) {
  HttpCache cache(folder_);
  cache.keep("https://a.nl/x", "2", {"body", {}});
  EXPECT_FALSE(cache.find("https://a.nl/x", "3"));
  EXPECT_FALSE(cache.find("https://a.nl/y", "2"));
}

TEST_F(Cache, notices_each_changed_byte) {
  HttpCache cache(folder_);
  cache.keep("https://a.nl/x", "2", {"body", {"e", "m"}});
  std::ifstream in(only_file(), std::ios::binary);
  const std::string good{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t n = 0; n < good.size(); ++n) {
    std::string bad = good;
    bad[n] = static_cast<char>(bad[n] ^ 1);
    std::ofstream(only_file(), std::ios::binary) << bad;
    EXPECT_FALSE(cache.find("https://a.nl/x", "2")) << "byte " << n;
  }
}

TEST_F(Cache, notices_each_missing_end) {
  HttpCache cache(folder_);
  cache.keep("https://a.nl/x", "2", {"body", {"e", "m"}});
  for (auto size = files::file_size(only_file()); size > 0; --size) {
    files::resize_file(only_file(), size - 1);
    EXPECT_FALSE(cache.find("https://a.nl/x", "2")) << size - 1 << " bytes";
  }
}

TEST_F(Cache, forgets_one_page) {
  HttpCache cache(folder_);
  cache.keep("https://a.nl/x", "", {"x", {}});
  cache.keep("https://a.nl/y", "", {"y", {}});
  cache.forget("https://a.nl/x", "");
  cache.forget("https://a.nl/never", "");
  EXPECT_FALSE(cache.find("https://a.nl/x", ""));
  EXPECT_TRUE(cache.find("https://a.nl/y", ""));
}

TEST_F(Cache, clears_pages_and_half_written_ones_and_nothing_else) {
  HttpCache cache(folder_);
  cache.keep("https://a.nl/x", "", {"x", {}});
  std::ofstream(folder_ / "abc.1-1.page-part") << "half";
  std::ofstream(folder_ / "notes.txt") << "of a person";
  EXPECT_EQ(cache.clear(), 2);
  EXPECT_EQ(file_count(), 1);
  EXPECT_TRUE(files::exists(folder_ / "notes.txt"));
}

TEST_F(Cache, leaves_no_half_written_page) {
  HttpCache cache(folder_);
  cache.keep("https://a.nl/x", "", {"one", {}});
  cache.keep("https://a.nl/x", "", {"two", {}});
  EXPECT_EQ(file_count(), 1);
  EXPECT_EQ(cache.find("https://a.nl/x", "")->body, "two");
}

TEST_F(Cache, says_when_the_folder_cannot_be_made) {
  std::ofstream(folder_) << "a file";
  EXPECT_THROW(HttpCache{folder_}, BrokenWorld);
}

TEST_F(Cache, spares_the_network_pages_of_a_known_edition) {
  test::LocalServer server([](const test::Asked&) { return test::Answer{200, "page", {}, false, {}}; });
  HttpClient client;
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  EXPECT_EQ(pages.page(server.address() + "/x", "2026", {}), "page");
  EXPECT_EQ(pages.page(server.address() + "/x", "2026", {}), "page");
  EXPECT_EQ(server.count(), 1);
  EXPECT_EQ(pages.page(server.address() + "/x", "2027", {}), "page");
  EXPECT_EQ(server.count(), 2);
}

TEST_F(Cache, asks_whether_a_page_without_an_edition_changed) {
  std::atomic<int> version = 1;
  test::LocalServer server([&](const test::Asked& asked) {
    const std::string tag = '"' + std::to_string(version) + '"';
    const bool holds = asked.header("If-None-Match") == tag;
    return test::Answer{holds ? 304 : 200, holds ? "" : "version " + std::to_string(version), {{"ETag", tag}}, false, {}};
  });
  HttpClient client;
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  EXPECT_EQ(pages.page(server.address() + "/x", "", {}), "version 1");
  EXPECT_EQ(pages.page(server.address() + "/x", "", {}), "version 1");
  version = 2;
  EXPECT_EQ(pages.page(server.address() + "/x", "", {}), "version 2");
  EXPECT_EQ(server.count(), 3);
}

TEST_F(Cache, fetches_a_damaged_page_anew) {
  test::LocalServer server([](const test::Asked&) { return test::Answer{200, "page", {}, false, {}}; });
  HttpClient client;
  HttpCache cache(folder_);
  NetworkPages pages(client, &cache);
  EXPECT_EQ(pages.page(server.address() + "/x", "2026", {}), "page");
  std::ofstream(only_file(), std::ios::app) << "tail";
  EXPECT_EQ(pages.page(server.address() + "/x", "2026", {}), "page");
  EXPECT_EQ(server.count(), 2);
}

}  // namespace
}  // namespace koers::fetch
