// SPDX-License-Identifier: EUPL-1.2
#include "http/static_site.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "http/compression.h"
#include "http/field_text.h"

namespace koers::http {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".geojson", "application/geo+json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".gif", "image/gif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".csv", "text/csv; charset=utf-8"},
    {".yaml", "application/yaml"},
    {".pdf", "application/pdf"},
}};

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// Plain files below `directory` by their path as asked for. Links of both kinds are left out: they could lead outside.
std::map<std::string, fs::path> list_files(const fs::path& directory) {
  std::map<std::string, fs::path> out;
  for (auto at = fs::recursive_directory_iterator(directory); at != fs::recursive_directory_iterator(); ++at) {
    if (at->is_symlink()) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file()) {
      out[(fs::path("/") / at->path().lexically_relative(directory)).generic_string()] = at->path();
    }
  }
  return out;
}

bool accepts_html(const Request& request) {
  bool accepts = false;
  for_each_element(request.headers.joined("Accept"), [&](std::string_view element) {
    accepts = accepts || equal_ignoring_case(trim(element.substr(0, element.find(';'))), "text/html");
  });
  return accepts;
}

}  // namespace

std::string_view content_type_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  const std::string ending = dot == std::string_view::npos ? "" : lower(file_name.substr(dot));
  const auto at = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& type) { return type.first == ending; });
  return at == kTypes.end() ? "application/octet-stream" : at->second;
}

Result<StaticSite> StaticSite::load(const fs::path& directory, StaticSiteOptions options) {
  std::error_code error;
  if (!fs::is_directory(directory, error))
    return failure(ErrorCode::not_found, "There is no directory " + directory.string() + '.');
  StaticSite site;
  const std::map<std::string, fs::path> found = list_files(directory);
  std::size_t total = 0;
  for (const auto& [path, place] : found) {
    if (path.ends_with(".gz") && found.contains(path.substr(0, path.size() - 3))) continue;
    std::optional<std::string> bytes = read_file(place);
    const auto twin = found.find(path + ".gz");
    std::optional<std::string> gzip = twin == found.end() ? std::string() : read_file(twin->second);
    if (!bytes || !gzip) return failure(ErrorCode::broken_world, "Cannot read " + place.string() + '.');
    total += bytes->size() + gzip->size();
    if (total > options.max_total)
      return failure(ErrorCode::too_large, "The pages in " + directory.string() + " are too large to hold in memory.");
    const std::shared_ptr<const Body> body = Body::of(*std::move(bytes), *std::move(gzip));
    if (is_compressible(content_type_of(path))) static_cast<void>(body->gzip());  // now, so that no first visitor waits for it
    const bool is_immutable = path.starts_with(options.immutable_prefix);
    site.files_[path] =
        File{body, std::string(content_type_of(path)), is_immutable ? "public, max-age=31536000, immutable" : "no-cache"};
  }
  site.options_ = std::move(options);
  if (!site.files_.contains(site.index_path())) {
    return failure(ErrorCode::not_found, "There is no " + site.options_.index + " in " + directory.string() + '.');
  }
  return site;
}

std::string StaticSite::index_path() const { return std::string("/").append(options_.index); }

Response StaticSite::respond(const File& file, int status) {
  Response out;
  out.status = status;
  out.headers.set("Content-Type", file.content_type);
  out.headers.set("Cache-Control", file.cache_control);
  out.body = file.body;
  return std::move(out).with_content_etag();
}

bool StaticSite::is_page(const Request& request) const {
  if (request.segments.empty()) return true;
  return std::find(options_.pages.begin(), options_.pages.end(), request.segments.front()) != options_.pages.end();
}

Response StaticSite::serve(const Request& request) const {
  if (const auto file = files_.find(request.path); file != files_.end()) return respond(file->second, 200);
  const File& index = files_.find(index_path())->second;
  if (is_page(request)) return respond(index, 200);
  if (accepts_html(request)) return respond(index, 404);
  return problem(ErrorCode::not_found, "There is nothing at this address.");
}

Route StaticSite::as_fallback() const {
  Route route;
  route.pattern.assign(1, '/');
  route.name = "static";
  route.handler = [this](const Request& request, const PathParameters&) { return serve(request); };
  return route;
}

}  // namespace koers::http
