// SPDX-License-Identifier: EUPL-1.2
#include "fetch/page_list.h"

#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

/// One page, read whole or rejected.
Result<PageHead> read_page(PageSource& pages, const std::string& address, const std::string& edition, const OnListRow& on_row,
                           const std::stop_token& stop) {
  const auto body = pages.page(address, edition, stop);
  if (!body) return std::unexpected(body.error());
  auto head = read_odata_page(*body, address, [&](PageRow row) { return on_row(address, row); });
  if (!head) pages.reject(address, edition);
  return head;
}

/// Where the list goes on; empty at its end. Where a service gives links, a page without one is the last. Otherwise a page
/// shorter than asked for is, as the protocol says; a longer one comes from a server that gives everything at once.
Result<std::string> next_page(const PageList& list, const PageTrail& trail, const std::string& address, const PageHead& head,
                              std::int64_t done, bool& has_links) {
  if (!head.next_link.empty()) {
    has_links = true;
    if (head.rows == 0) {
      return page_fault(ErrorCode::bad_input, "links", address, "", "a link to a next page on a page without rows", "rows");
    }
    return trail.follow(address, head.next_link);
  }
  return !has_links && list.page_rows > 0 && head.rows == list.page_rows ? list.page_at(done) : std::string();
}

Result<void> check_count(const std::string& address, std::int64_t done, std::int64_t promised, const std::string& by) {
  if (done >= promised) return {};
  return page_fault(ErrorCode::bad_input, "truncated", address, "", "the end of the list after " + std::to_string(done) + " rows",
                    std::to_string(promised) + " rows, as " + by + " says");
}

}  // namespace

Result<void> PageTrail::visit(const std::string& address) {
  if (!visited_.insert(address).second) {
    return page_fault(ErrorCode::bad_input, "links", address, "", "a link back to this page", "an end of the list");
  }
  if (static_cast<std::int64_t>(visited_.size()) > max_pages_) {
    return page_fault(ErrorCode::too_large, "links", address, "", "more than " + std::to_string(max_pages_) + " pages",
                      "an end of the list");
  }
  return {};
}

Result<std::int64_t> read_list(PageSource& pages, const PageList& list, const OnListRow& on_row, const OnPage& on_page,
                               const std::stop_token& stop) {
  PageTrail trail(list.rules, list.max_pages);
  std::int64_t done = 0;
  std::optional<std::int64_t> count;
  bool has_links = false;
  std::string address = list.page_at(0);
  std::string last;
  while (!address.empty()) {
    if (stop.stop_requested()) return failure(ErrorCode::cancelled, address + ": cancelled before this page");
    if (const auto visited = trail.visit(address); !visited) return std::unexpected(visited.error());
    const auto head = read_page(pages, address, list.edition, on_row, stop);
    if (!head) return std::unexpected(head.error());
    done += head->rows;
    if (!count) count = head->count;
    if (on_page) on_page(done, count.value_or(list.promised));
    auto next = next_page(list, trail, address, *head, done, has_links);
    if (!next) {
      pages.reject(address, list.edition);
      return std::unexpected(next.error());
    }
    last = std::exchange(address, std::move(*next));
  }
  auto whole = check_count(last, done, count.value_or(list.promised), count ? "the count on the page" : list.promised_by);
  if (!whole) {
    pages.reject(last, list.edition);
    return std::unexpected(whole.error());
  }
  return done;
}

}  // namespace koers::fetch
