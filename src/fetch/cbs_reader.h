// SPDX-License-Identifier: EUPL-1.2
// What the readers of both services share: the table that grows, what was asked of it, and the tests on each row.
#pragma once
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/cbs.h"
#include "fetch/page_list.h"
#include "fetch/wide_table.h"

namespace koers::fetch {

/// What the caller gave.
struct CbsTask {
  PageSource& pages;
  const CbsRequest& request;
  const FetchProgress& progress;
  const std::stop_token& stop;
};

/// How a service calls the members of its code lists.
struct CodeMembers {
  std::string_view key;
  std::string_view title;
  std::string_view status;
};

class CbsReader {
 public:
  CbsReader(const CbsTask& task, CbsService service, std::string address) : task_(task), address_(std::move(address)) {
    table_.service = service;
    table_.id = task.request.table;
  }

  [[nodiscard]] const CbsTask& task() const { return task_; }
  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] CbsTable& head() { return table_; }
  [[nodiscard]] WideTable& rows() { return rows_; }
  [[nodiscard]] const std::string& area_dimension() const { return area_dimension_; }
  [[nodiscard]] bool is_unfiltered() const { return task_.request.areas.empty() && task_.request.keys.empty(); }

  /// The state of the table, under which its pages are kept; empty where the service does not tell it.
  [[nodiscard]] std::string edition() const;
  /// A list of the table, from one address on.
  [[nodiscard]] PageList list(std::string address) const;

  /// Takes over what the service says of its columns: dimensions in their order, then the measures that were asked for.
  [[nodiscard]] Result<void> describe(const std::vector<CbsColumn>& columns);
  /// The column of a measure, made where the service never described it; nothing for one that was not asked for.
  [[nodiscard]] std::optional<std::size_t> measure(std::string_view code);

  /// Fills `keys()` with the trimmed keys of a row; an error where one is missing.
  [[nodiscard]] Result<void> read_keys(const std::string& page, PageRow row);
  [[nodiscard]] const std::vector<std::string_view>& keys() const { return keys_; }
  /// Whether the row with these keys was asked for.
  [[nodiscard]] bool is_wanted_row() const;
  [[nodiscard]] Result<WideTable::Place> place(const std::string& page);

  /// Reads names and states of the keys that occur.
  [[nodiscard]] Result<void> read_codes(const std::string& dimension, const PageList& list, const CodeMembers& members);
  void remark(const std::string& text);
  /// The table, when it has rows.
  [[nodiscard]] Result<CbsTable> finish();

 private:
  [[nodiscard]] Result<void> check_dimensions() const;
  [[nodiscard]] std::string keys_text() const;

  CbsTask task_;
  std::string address_;  // of the table
  CbsTable table_;
  WideTable rows_;
  TextMap<bool> unwanted_;  // measures that are described but were not asked for
  std::string area_dimension_;
  std::optional<std::size_t> area_place_;
  std::vector<const std::vector<std::string>*> wanted_keys_;  // per dimension; null: all
  std::vector<std::string_view> keys_;
  std::set<std::string> remarks_;
};

/// Decimals of a column, where the service gives them.
[[nodiscard]] std::optional<int> small_number_of(PageRow row, std::string_view name);

/// Something twice that must be there once.
[[nodiscard]] std::unexpected<Error> repeated(const std::string& page, const std::string& what);

[[nodiscard]] Result<CbsTable> read_cbs_v3(const CbsTask& task);
[[nodiscard]] Result<CbsTable> read_cbs_v4(const CbsTask& task);

}  // namespace koers::fetch
