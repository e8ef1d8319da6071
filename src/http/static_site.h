// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"
#include "http/router.h"

namespace koers::http {

struct StaticSiteOptions {
  std::string index = "index.html";
  /// First segments of paths that are pages of the application (`dashboard` for `/dashboard/2030`): they get the index with 200.
  /// Other unknown paths get it with 404. `/` always is a page.
  std::vector<std::string> pages;
  /// Files under this path have a hash of their content in their name, so they may be kept for a year.
  std::string immutable_prefix = "/assets/";
  std::size_t max_total = 64UL << 20U;  ///< bytes of all files together
};

/// The built web pages, held in memory: what is served is exactly what was in the directory at start, and no request touches the
/// file system, so no path can lead out of it. Links are not followed. Read-only after loading, so safe from any thread.
class StaticSite {
 public:
  /// Fails with `not_found` without the directory or its index, `too_large` beyond the limit. `x.gz` beside `x` is taken as its
  /// gzip form.
  [[nodiscard]] static Result<StaticSite> load(const std::filesystem::path& directory, StaticSiteOptions options = {});

  /// A file; or the index, for a request that accepts HTML; or a problem 404.
  [[nodiscard]] Response serve(const Request& request) const;
  [[nodiscard]] std::size_t file_count() const { return files_.size(); }

  /// For Router::set_fallback. The site must outlive the router.
  [[nodiscard]] Route as_fallback() const;

 private:
  struct File {
    std::shared_ptr<const Body> body;  // shared with the connections that send it
    std::string content_type;
    std::string cache_control;
  };
  [[nodiscard]] static Response respond(const File& file, int status);
  [[nodiscard]] std::string index_path() const;
  [[nodiscard]] bool is_page(const Request& request) const;

  StaticSiteOptions options_;
  std::map<std::string, File, std::less<>> files_;  // by path, such as "/assets/app.1f2e.js"
};

/// By the ending of the name; `application/octet-stream` when unknown, which no browser runs or shows.
[[nodiscard]] std::string_view content_type_of(std::string_view file_name);

}  // namespace koers::http
