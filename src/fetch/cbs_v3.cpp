// SPDX-License-Identifier: EUPL-1.2
// OData 3: `TableInfos`, `DataProperties`, a code list per dimension, and `TypedDataSet` with one row per area and period.
#include "base/utf8.h"
#include "fetch/cbs_reader.h"
#include "fetch/cbs_selection.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

constexpr std::size_t kLongestSelect = 800;
constexpr CodeMembers kCodeMembers{"Key", "Title", "Status"};

struct Total {
  std::int64_t rows = 0;
};

std::string query_of(const std::string& base, std::vector<std::pair<std::string, std::string>> query) {
  query.emplace_back("$format", "json");
  return with_query(base, query);
}

/// Title, date of change and number of rows.
Result<Total> read_info(CbsReader& reader) {
  Total total;
  bool is_there = false;
  const auto on_row = [&](const std::string&, PageRow row) -> Result<void> {
    CbsTable& head = reader.head();
    head.title = text_of(row, "Title");
    head.period = text_of(row, "Period");
    head.modified = text_of(row, "Modified");
    head.status = text_of(row, "OutputStatus");
    total.rows = number_of(row, "RecordCount").value_or(0);
    is_there = true;
    return {};
  };
  const std::string address = query_of(reader.address() + "/TableInfos", {});
  const auto read = read_list(reader.task().pages, reader.list(address), on_row, {}, reader.task().stop);
  if ((!read && read.error().code == ErrorCode::not_found) || (read && !is_there)) {
    return page_fault(ErrorCode::not_found, "no_table", address, "", "no table " + in_quotes(reader.task().request.table),
                      "the id of a table of CBS over OData 3, such as 85318NED");
  }
  if (!read) return std::unexpected(read.error());
  return total;
}

CbsColumnKind kind_of(const std::string& type) {
  if (type == "TimeDimension") return CbsColumnKind::period;
  if (type == "GeoDimension" || type == "GeoDetail") return CbsColumnKind::area;
  return type.ends_with("Dimension") ? CbsColumnKind::dimension : CbsColumnKind::measure;
}

Result<void> read_columns(CbsReader& reader) {
  std::vector<CbsColumn> columns;
  const auto on_row = [&](const std::string&, PageRow row) -> Result<void> {
    CbsColumn column;
    column.code = text_of(row, "Key");
    const std::string type = text_of(row, "Type");
    if (column.code.empty() || type.ends_with("Group")) return {};  // a heading above columns
    column.kind = kind_of(type);
    column.title = text_of(row, "Title");
    column.unit = text_of(row, "Unit");
    column.description = text_of(row, "Description");
    column.data_type = text_of(row, "Datatype");
    column.decimals = small_number_of(row, "Decimals");
    columns.push_back(std::move(column));
    return {};
  };
  const std::string address = query_of(reader.address() + "/DataProperties", {});
  const auto read = read_list(reader.task().pages, reader.list(address), on_row, {}, reader.task().stop);
  if (!read) return std::unexpected(read.error());
  return reader.describe(columns);
}

/// The measures that were asked for, as `$select`; empty where that is all, or too long for an address.
std::string select_of(CbsReader& reader) {
  if (reader.task().request.columns.empty()) return {};
  std::string out;
  for (const CbsColumn& column : reader.rows().columns()) out += (out.empty() ? "" : ",") + column.code;
  return out.size() <= kLongestSelect ? out : "";
}

bool is_about_the_row(const std::string& name) { return name == "ID" || name.find("odata.") != std::string::npos; }

/// An area of a period. All columns that are described must be there: CBS leaves none out, so one that is gone was renamed.
class RowReader {
 public:
  explicit RowReader(CbsReader& reader) : reader_(reader), described_(reader.rows().columns().size()) {}

  Result<void> operator()(const std::string& page, PageRow row) {
    if (const auto keys = reader_.read_keys(page, row); !keys) return keys;
    if (!reader_.is_wanted_row()) return {};
    const auto place = reader_.place(page);
    if (!place) return std::unexpected(place.error());
    if (!place->is_new) return repeated(page, "the row of " + keys_text());
    std::size_t found = reader_.rows().dimensions();
    for (const PageValue& value : row) {
      if (is_about_the_row(value.name)) continue;
      const auto column = reader_.measure(value.name);
      if (!column || *column < reader_.rows().dimensions()) continue;
      if (!reader_.rows().put(place->row, *column, cell_of(value))) return repeated(page, "the column " + in_quotes(value.name));
      if (*column < described_) ++found;
    }
    return found == described_ ? Result<void>() : missing(page, row);
  }

 private:
  [[nodiscard]] std::string keys_text() const {
    std::string out;
    for (const std::string_view key : reader_.keys()) out += (out.empty() ? "" : ", ") + in_quotes(key);
    return out;
  }
  [[nodiscard]] Result<void> missing(const std::string& page, PageRow row) const {
    for (const CbsColumn& column : reader_.rows().columns()) {
      if (find_value(row, column.code) != nullptr) continue;
      return page_fault(ErrorCode::bad_input, "columns", page, column.code, "a row without it (" + keys_text() + ')',
                        "each column that DataProperties describes");
    }
    return {};
  }

  CbsReader& reader_;
  std::size_t described_;
};

Result<void> read_rows(CbsReader& reader, const Total& total) {
  const CbsRequest& request = reader.task().request;
  RowReader on_row(reader);
  const auto groups = request.areas.empty() ? std::vector<std::vector<std::string>>{{}} : in_groups(outermost(request.areas));
  std::int64_t before = 0;
  for (const auto& areas : groups) {
    const std::string filter = both(area_filter(reader.area_dimension(), areas), key_filter(request));
    PageList list = reader.list({});
    list.page_rows = request.v3_page_rows;
    list.page_at = [&](std::int64_t skip) {
      std::vector<std::pair<std::string, std::string>> query{{"$top", std::to_string(list.page_rows)},
                                                             {"$skip", std::to_string(skip)}};
      if (const std::string select = select_of(reader); !select.empty()) query.emplace_back("$select", select);
      if (!filter.empty()) query.emplace_back("$filter", filter);
      return query_of(reader.address() + "/TypedDataSet", std::move(query));
    };
    if (filter.empty()) list.promised = total.rows;
    list.promised_by = "RecordCount of TableInfos";
    const auto on_page = [&](std::int64_t done, std::int64_t of) {
      if (reader.task().progress) reader.task().progress(before + done, groups.size() == 1 ? of : 0);
    };
    const auto read = read_list(reader.task().pages, list, std::ref(on_row), on_page, reader.task().stop);
    if (!read) return std::unexpected(read.error());
    before += *read;
  }
  return {};
}

Result<void> read_names(CbsReader& reader) {
  for (std::size_t n = 0; n < reader.rows().dimensions(); ++n) {
    const std::string dimension = reader.rows().columns()[n].code;
    PageList list = reader.list({});
    list.page_rows = reader.task().request.v3_page_rows;
    list.page_at = [&](std::int64_t skip) {
      return query_of(reader.address() + '/' + dimension,
                      {{"$top", std::to_string(list.page_rows)}, {"$skip", std::to_string(skip)}});
    };
    if (const auto read = reader.read_codes(dimension, list, kCodeMembers); !read) return read;
  }
  return {};
}

}  // namespace

Result<CbsTable> read_cbs_v3(const CbsTask& task) {
  CbsReader reader(task, CbsService::v3, task.request.v3_base + '/' + task.request.table);
  const auto total = read_info(reader);
  if (!total) return std::unexpected(total.error());
  if (const auto read = read_columns(reader); !read) return std::unexpected(read.error());
  if (const auto read = read_rows(reader, *total); !read) return std::unexpected(read.error());
  if (const auto read = read_names(reader); !read) return std::unexpected(read.error());
  return reader.finish();
}

}  // namespace koers::fetch
