// SPDX-License-Identifier: EUPL-1.2
#include "fetch/pdok.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "base/utf8.h"
#include "fetch/feature_page.h"
#include "fetch/page_fault.h"
#include "fetch/page_list.h"

namespace koers::fetch {
namespace {

constexpr std::string_view kMunicipalityCode = "gemeentecode";
constexpr int kFirstYear = 1995;
constexpr int kLastYear = 2100;

Result<void> check_request(const BoundaryRequest& request) {
  const auto bad = [](std::string what, std::string found, std::string expected) -> Result<void> {
    Fault fault{"request", {}, std::move(what), std::move(found), std::move(expected)};
    std::string message = to_string(fault);
    return failure(ErrorCode::bad_input, std::move(message), {std::move(fault)});
  };
  const std::string& code = request.municipality;
  const bool is_code = code.size() == 6 && code.starts_with("GM") &&
                       std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_code) return bad("municipality", in_quotes(code), "GM and four digits, such as GM0637");
  if (request.year < kFirstYear || request.year > kLastYear)
    return bad("year", std::to_string(request.year), "a year such as 2024");
  return {};
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The value of a property, whatever its capitals; it is there under `name` afterwards.
std::string value_of(ForeignFeature& feature, std::string_view name) {
  const auto found = std::ranges::find_if(feature.properties, [&](const auto& each) { return lower(each.first) == name; });
  return found == feature.properties.end() ? "" : feature.properties[std::string(name)] = found->second;
}

std::string names_in(const ForeignFeature& feature) {
  std::string out;
  int named = 0;
  for (const auto& [name, value] : feature.properties) {
    if (named++ < 8) out += (out.empty() ? "" : ", ") + in_quotes(name);
  }
  return out.empty() ? "no properties" : "the properties " + out + (named > 8 ? " …" : "");
}

class BoundaryReader {
 public:
  BoundaryReader(PageSource& pages, const BoundaryRequest& request, const FetchProgress& progress, const std::stop_token& stop)
      : pages_(pages), request_(request), names_(names_of(request.level)), progress_(progress), stop_(stop) {}

  Result<Boundaries> read() {
    auto read = read_pages(true);
    // A service that does not know the filter says so; then we take all and filter here.
    if (!read && done_ == 0 && is_refusal(read.error())) {
      remark("The service refused the filter on " + request_.municipality + "; the whole country was read.");
      read = read_pages(false);
    }
    if (!read) return std::unexpected(read.error());
    if (out_.layer.features.empty()) {
      return page_fault(ErrorCode::not_found, "empty", out_.layer.origin, "", "no areas of " + request_.municipality,
                        "at least one; look at the code and the year");
    }
    out_.layer.name = names_.collection;
    return std::move(out_);
  }

 private:
  [[nodiscard]] static bool is_refusal(const Error& error) {
    return error.code == ErrorCode::bad_input && !error.faults.empty() && error.faults.front().rule == "status";
  }

  [[nodiscard]] std::string address_of(std::int64_t skip, bool filtered) const {
    const std::string set = "/wijken-en-buurten-" + std::to_string(request_.year);
    const std::string count = std::to_string(request_.page_features);
    std::vector<std::pair<std::string, std::string>> query;
    if (request_.service == PdokService::ogc_api) {
      query = {{"f", "json"}, {"limit", count}};
      if (filtered) query.emplace_back(kMunicipalityCode, request_.municipality);
      return with_query(request_.ogc_base + set + "/ogc/v1/collections/" + std::string(names_.collection) + "/items", query);
    }
    query = {{"service", "WFS"},        {"version", "2.0.0"},
             {"request", "GetFeature"}, {"typeName", std::string(names_.collection)},
             {"outputFormat", "json"},  {"srsName", "EPSG:4326"},
             {"count", count},          {"startIndex", std::to_string(skip)}};
    if (filtered) query.emplace_back("filter", filter_text());
    return with_query(request_.wfs_base + set + "/wfs/v1_0", query);
  }

  /// OGC Filter Encoding 2.0, 7.7.3 (comparison) and 7.4.4 (ValueReference).
  [[nodiscard]] std::string filter_text() const {
    return "<Filter xmlns=\"http://www.opengis.net/fes/2.0\"><PropertyIsEqualTo><ValueReference>" +
           std::string(kMunicipalityCode) + "</ValueReference><Literal>" + request_.municipality +
           "</Literal></PropertyIsEqualTo></Filter>";
  }

  Result<void> read_pages(bool filtered) {
    PageTrail trail(request_.rules, request_.max_pages);
    std::optional<std::int64_t> matched;
    std::string address = address_of(0, filtered);
    std::string last;
    out_.layer.origin = address;
    while (!address.empty()) {
      if (stop_.stop_requested()) return failure(ErrorCode::cancelled, address + ": cancelled before this page");
      if (auto visited = trail.visit(address); !visited) return visited;
      auto page = read_page(address);
      if (!page) return std::unexpected(page.error());
      const auto rows = static_cast<std::int64_t>(page->features.size());
      if (auto taken = take(address, *page); !taken) {
        pages_.reject(address, "");
        return taken;
      }
      done_ += rows;
      if (!matched) matched = page->matched;
      if (progress_) progress_(done_, matched.value_or(0));
      auto next = next_page(trail, address, *page, rows, filtered);
      if (!next) return std::unexpected(next.error());
      last = std::exchange(address, std::move(*next));
    }
    if (done_ >= matched.value_or(0)) return {};
    pages_.reject(last, "");
    return page_fault(ErrorCode::bad_input, "truncated", last, "",
                      "the end of the list after " + std::to_string(done_) + " areas",
                      std::to_string(*matched) + ", as numberMatched says");
  }

  Result<FeaturePage> read_page(const std::string& address) {
    const auto body = pages_.page(address, "", stop_);
    if (!body && body.error().code == ErrorCode::not_found) {
      return page_fault(ErrorCode::not_found, "no_layer", address, "", "no such set of boundaries",
                        "a year of which PDOK has the " + std::string(names_.collection) + ", such as 2024");
    }
    if (!body) return std::unexpected(body.error());
    auto page = read_feature_page(*body, address);
    if (!page) pages_.reject(address, "");
    return page;
  }

  Result<std::string> next_page(const PageTrail& trail, const std::string& address, const FeaturePage& page, std::int64_t rows,
                                bool filtered) const {
    if (request_.service == PdokService::wfs) return rows == request_.page_features ? address_of(done_, filtered) : std::string();
    if (page.next_link.empty()) return std::string();
    if (rows == 0) {
      return page_fault(ErrorCode::bad_input, "links", address, "", "a link to a next page on a page without areas", "areas");
    }
    return trail.follow(address, page.next_link);
  }

  Result<void> take(const std::string& address, FeaturePage& page) {
    if (page.is_converted) remark("Coordinates did not come as longitude and latitude; they were converted.");
    for (ForeignFeature& feature : page.features) {
      for (const std::string_view name : {kMunicipalityCode, names_.code, names_.name}) {
        if (!value_of(feature, name).empty()) continue;
        return page_fault(ErrorCode::bad_input, "properties", address, std::string(name), names_in(feature),
                          "this property in each area");
      }
      const std::string water = value_of(feature, "water");
      const bool is_land = water.empty() || water == "NEE";
      if (!is_land || value_of(feature, kMunicipalityCode) != request_.municipality) continue;
      const std::string code = value_of(feature, names_.code);
      if (!codes_.insert(code).second) {
        return page_fault(ErrorCode::bad_input, "repeated", address, "", "the area " + in_quotes(code) + " a second time",
                          "each once");
      }
      feature.number = static_cast<std::int64_t>(codes_.size());
      out_.layer.features.push_back(std::move(feature));
    }
    return {};
  }

  void remark(std::string text) {
    if (std::ranges::find(out_.remarks, text) == out_.remarks.end()) out_.remarks.push_back(std::move(text));
  }

  PageSource& pages_;
  const BoundaryRequest& request_;
  const BoundaryNames& names_;
  const FetchProgress& progress_;
  const std::stop_token& stop_;
  Boundaries out_;
  std::set<std::string> codes_;
  std::int64_t done_ = 0;
};

}  // namespace

const BoundaryNames& names_of(BoundaryLevel level) {
  static constexpr std::array<BoundaryNames, 3> kNames{
      {{"gemeenten", "gemeentecode", "gemeentenaam"}, {"wijken", "wijkcode", "wijknaam"}, {"buurten", "buurtcode", "buurtnaam"}}};
  return kNames.at(static_cast<std::size_t>(level));
}

Result<Boundaries> read_boundaries(PageSource& pages, const BoundaryRequest& request, const FetchProgress& progress,
                                   const std::stop_token& stop) {
  if (const auto checked = check_request(request); !checked) return std::unexpected(checked.error());
  return BoundaryReader(pages, request, progress, stop).read();
}

}  // namespace koers::fetch
