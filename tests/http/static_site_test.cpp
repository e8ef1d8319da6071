// SPDX-License-Identifier: EUPL-1.2
#include "http/static_site.h"

#include <gtest/gtest.h>

#include <fstream>

#include "http/serving.h"

namespace koers::http {
namespace {

namespace fs = std::filesystem;

class StaticSiteTest : public test::Serving {
 protected:
  StaticSiteTest() : directory(fs::temp_directory_path() / ("koers-site-" + std::to_string(::getpid()))) {
    fs::remove_all(directory);
    fs::create_directories(directory / "site" / "assets");
    write("secret.txt", "secret");
    write("site/index.html", "<!doctype html><title>Koers</title>" + std::string(2000, ' '));
    write("site/assets/app.1f2e.js", "console.log(1);" + std::string(3000, '/'));
    write("site/assets/app.1f2e.js.gz", "made by the build");
    write("site/robots.txt", "User-agent: *");
    write("site/a b.svg", "<svg/>");
    fs::create_symlink(directory / "secret.txt", directory / "site" / "link.txt");
    fs::create_directory_symlink(directory, directory / "site" / "up");
  }
  ~StaticSiteTest() override { fs::remove_all(directory); }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(directory / name, std::ios::binary) << bytes;
  }
  void serve() {
    StaticSiteOptions site_options;
    site_options.pages = {"dashboard"};
    auto loaded = StaticSite::load(directory / "site", site_options);
    ASSERT_TRUE(loaded) << loaded.error().message;
    site.emplace(*std::move(loaded));
    router.set_fallback(site->as_fallback());
    start();
  }

  fs::path directory;
  std::optional<StaticSite> site;
};

TEST_F(StaticSiteTest, serves_files_with_their_types_and_caching) {
  serve();
  auto visitor = client();
  const auto script = visitor.get("/assets/app.1f2e.js");
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.headers.at("content-type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(script.headers.at("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(script.headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(visitor.get("/a%20b.svg").headers.at("content-type"), "image/svg+xml");
  const auto index = visitor.get("/");
  EXPECT_EQ(index.headers.at("cache-control"), "no-cache");
  EXPECT_EQ(index.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_NE(index.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos);
}

TEST_F(StaticSiteTest, sends_the_gzip_form_of_the_build) {
  serve();
  auto visitor = client();
  const auto script = visitor.get("/assets/app.1f2e.js", "Accept-Encoding: br, gzip\r\n");
  EXPECT_EQ(script.headers.at("content-encoding"), "gzip");
  EXPECT_EQ(script.body, "made by the build");
  const auto plain = visitor.get("/assets/app.1f2e.js");
  EXPECT_FALSE(plain.headers.contains("content-encoding"));
  EXPECT_EQ(plain.headers.at("vary"), "Accept-Encoding");
  EXPECT_NE(plain.headers.at("etag"), script.headers.at("etag"));
  EXPECT_EQ(visitor.get("/assets/app.1f2e.js.gz").status, 404);
  EXPECT_EQ(visitor.get("/", "If-None-Match: " + visitor.get("/").headers.at("etag") + "\r\n").status, 304);
}

TEST_F(StaticSiteTest, gives_pages_the_index) {
  serve();
  auto visitor = client();
  EXPECT_EQ(visitor.get("/dashboard/2030").status, 200);
  const auto unknown = visitor.get("/nothing", "Accept: text/html,*/*;q=0.8\r\n");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(visitor.get("/nothing.png", "Accept: image/png\r\n").headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(visitor.get("/api/nothing", "Accept: text/html\r\n").headers.at("content-type"), "application/problem+json");
}

TEST_F(StaticSiteTest, never_leaves_its_directory) {
  serve();
  for (const char* path : {"/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
                           "/..\\secret.txt", "//etc/passwd", "/assets/%00", "/assets//app.1f2e.js", "/./robots.txt"}) {
    EXPECT_EQ(client().get(path).status, 400) << path;
  }
  for (const char* path :
       {"/link.txt", "/up/secret.txt", "/up", "/etc/passwd", "/robots.txt/", "/assets", "/assets/", "/index.html/x"}) {
    EXPECT_EQ(client().get(path).status, 404) << path;
  }
  EXPECT_EQ(client().get("/robots.txt").status, 200);
}

TEST_F(StaticSiteTest, says_why_it_cannot_load) {
  EXPECT_EQ(StaticSite::load(directory / "nowhere").error().code, ErrorCode::not_found);
  EXPECT_EQ(StaticSite::load(directory / "site" / "assets").error().code, ErrorCode::not_found);
  StaticSiteOptions small;
  small.max_total = 100;
  EXPECT_EQ(StaticSite::load(directory / "site", small).error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace koers::http
