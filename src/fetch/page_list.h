// SPDX-License-Identifier: EUPL-1.2
// A list that comes in pages, until it is whole.
#pragma once
#include <cstdint>
#include <functional>
#include <set>
#include <stop_token>
#include <string>

#include "fetch/odata_page.h"
#include "fetch/page_source.h"

namespace koers::fetch {

/// Sees to it that following links ends: no address twice, and not more pages than agreed.
class PageTrail {
 public:
  PageTrail(AddressRules rules, std::int64_t max_pages) : rules_(rules), max_pages_(max_pages) {}
  /// Notes that this page is read now.
  [[nodiscard]] Result<void> visit(const std::string& address);
  /// The address that a link on the page leads to.
  [[nodiscard]] Result<std::string> follow(const std::string& page, const std::string& link) const {
    return follow_link(page, link, rules_);
  }

 private:
  AddressRules rules_;
  std::int64_t max_pages_;
  std::set<std::string> visited_;
};

struct PageList {
  /// The address of the page that begins after so many rows. Only asked for 0 where the service gives links.
  std::function<std::string(std::int64_t skip)> page_at;
  std::int64_t page_rows = 0;  ///< what `page_at` asks for; 0: the service gives links to next pages
  std::string edition;
  AddressRules rules;
  std::int64_t max_pages = 10'000;
  /// Rows of the whole list as told elsewhere, and where; 0: unknown.
  std::int64_t promised = 0;
  std::string promised_by;
};

/// After each page: rows so far, rows of the list (0: unknown).
using OnPage = std::function<void(std::int64_t done, std::int64_t total)>;
using OnListRow = std::function<Result<void>(const std::string& page, PageRow row)>;

/// Hands on every row of the list. A list that has fewer rows than it promised is an error, as is one that does not end. A page
/// that could not be read is rejected at its source. Gives the number of rows.
[[nodiscard]] Result<std::int64_t> read_list(PageSource& pages, const PageList& list, const OnListRow& on_row,
                                             const OnPage& on_page, const std::stop_token& stop);

}  // namespace koers::fetch
