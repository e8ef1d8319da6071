// SPDX-License-Identifier: EUPL-1.2
#include "fetch/cbs_selection.h"

#include <algorithm>

#include "base/utf8.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

constexpr std::size_t kAreasPerRequest = 5;
constexpr std::size_t kKeysInFilter = 10;

bool is_word(std::string_view text, std::size_t longest) {
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::unexpected<Error> bad_request(std::string what, std::string found, std::string expected) {
  Fault fault{"request", {}, std::move(what), std::move(found), std::move(expected)};
  std::string message = to_string(fault);
  return failure(ErrorCode::bad_input, std::move(message), {std::move(fault)});
}

std::string starts_with(const std::string& dimension, const std::string& key) {
  return "startswith(" + dimension + ",'" + key + "')";
}

std::string in_brackets(const std::vector<std::string>& terms) {
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "(" : " or ") + term;
  return out.empty() ? out : out + ')';
}

/// `AantalInwoners` of `AantalInwoners_5`; the whole of a key that ends otherwise.
std::string_view stem(std::string_view column) {
  const auto underscore = column.rfind('_');
  if (underscore == std::string_view::npos || underscore + 1 == column.size()) return column;
  const auto number = column.substr(underscore + 1);
  return std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }) ? column.substr(0, underscore) : column;
}

/// Columns that share their beginning with the one asked for, for a message.
std::string resembling(std::string_view wanted, const std::vector<CbsColumn>& columns) {
  const std::string_view start = stem(wanted).substr(0, 6);
  std::string out;
  int named = 0;
  for (const CbsColumn& column : columns) {
    if (!column.code.starts_with(start) || named == 3) continue;
    out += (named++ == 0 ? " (is it " : ", ") + column.code;
  }
  return out.empty() ? out : out + "?)";
}

}  // namespace

Result<void> check_request(const CbsRequest& request) {
  if (!is_word(request.table, 32)) {
    return bad_request("table", in_quotes(request.table), "the id of a table, such as 85318NED");
  }
  for (const std::string& area : request.areas) {
    if (!is_word(area, 16)) return bad_request("areas", in_quotes(area), "the code of an area, such as GM0637 or WK063705");
  }
  for (const auto& [dimension, keys] : request.keys) {
    if (!is_word(dimension, 128)) return bad_request("keys", in_quotes(dimension), "the name of a dimension, such as Perioden");
    for (const std::string& key : keys) {
      if (!is_word(key, 64)) return bad_request("keys", in_quotes(key), "a key of " + dimension + ", such as 2022JJ00");
    }
  }
  return {};
}

bool covers(std::string_view area, std::string_view key) {
  if (key == area) return true;
  const bool is_neighbourhood = key.starts_with("BU");
  if (!is_neighbourhood && !key.starts_with("WK")) return false;
  const bool is_municipality = area.starts_with("GM") && area.size() == 6;
  const bool is_district = area.starts_with("WK") && area.size() == 8;
  if (!is_municipality && !(is_district && is_neighbourhood)) return false;
  return key.substr(2).starts_with(area.substr(2));
}

std::vector<std::string> outermost(const std::vector<std::string>& areas) {
  std::vector<std::string> out;
  for (const std::string& area : areas) {
    const auto covers_it = [&](const std::string& other) { return other != area && covers(other, area); };
    if (std::ranges::none_of(areas, covers_it) && std::ranges::find(out, area) == out.end()) out.push_back(area);
  }
  return out;
}

std::vector<std::vector<std::string>> in_groups(const std::vector<std::string>& areas) {
  std::vector<std::vector<std::string>> groups;
  for (std::size_t n = 0; n < areas.size(); ++n) {
    if (n % kAreasPerRequest == 0) groups.emplace_back();
    groups.back().push_back(areas[n]);
  }
  return groups;
}

std::string area_filter(const std::string& dimension, const std::vector<std::string>& areas) {
  std::vector<std::string> terms;
  for (const std::string& area : areas) {
    terms.push_back(starts_with(dimension, area));
    if (area.starts_with("GM") && area.size() == 6) terms.push_back(starts_with(dimension, "WK" + area.substr(2)));
    if ((area.starts_with("GM") && area.size() == 6) || (area.starts_with("WK") && area.size() == 8)) {
      terms.push_back(starts_with(dimension, "BU" + area.substr(2)));
    }
  }
  return in_brackets(terms);
}

std::string key_filter(const CbsRequest& request) {
  std::string out;
  for (const auto& [dimension, keys] : request.keys) {
    if (keys.size() > kKeysInFilter) continue;
    std::vector<std::string> terms;
    for (const std::string& key : keys) terms.push_back(starts_with(dimension, key));
    out = both(out, in_brackets(terms));
  }
  return out;
}

std::string both(const std::string& one, const std::string& other) {
  if (one.empty() || other.empty()) return one + other;
  return one + " and " + other;
}

bool is_wanted(const CbsRequest& request, std::string_view column) {
  return request.columns.empty() ||
         std::ranges::any_of(request.columns, [&](const std::string& each) { return each == column || each == stem(column); });
}

Result<void> check_columns(const CbsRequest& request, const std::vector<CbsColumn>& columns, const std::string& address) {
  std::vector<Fault> faults;
  for (const std::string& wanted : request.columns) {
    const auto is_it = [&](const CbsColumn& column) { return wanted == column.code || wanted == stem(column.code); };
    if (std::ranges::any_of(columns, is_it)) continue;
    faults.push_back(
        {"columns", {address, 0, 0}, wanted, "no such column" + resembling(wanted, columns), "a column of the table"});
  }
  if (faults.empty()) return {};
  std::string message = to_string(faults.front());
  if (faults.size() > 1) message += ", and " + std::to_string(faults.size() - 1) + " more such columns";
  return failure(ErrorCode::bad_input, std::move(message), std::move(faults));
}

}  // namespace koers::fetch
