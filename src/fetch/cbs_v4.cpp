// SPDX-License-Identifier: EUPL-1.2
// OData 4: `Properties`, `Dimensions`, `MeasureCodes`, a code list per dimension, and `Observations` with one figure per row,
// which are gathered into one row per area and period here.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "fetch/cbs_reader.h"
#include "fetch/cbs_selection.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

constexpr std::size_t kMeasuresInFilter = 40;
constexpr CodeMembers kCodeMembers{"Identifier", "Title", "Status"};
constexpr std::string_view kNoAttribute = "None";

/// Title, date of change and number of observations.
Result<std::int64_t> read_properties(CbsReader& reader) {
  const std::string address = reader.address() + "/Properties";
  const CbsTask& task = reader.task();
  const auto body = task.pages.page(address, "", task.stop);
  if (!body && body.error().code == ErrorCode::not_found) {
    return page_fault(ErrorCode::not_found, "no_table", address, "", "no table " + in_quotes(task.request.table),
                      "the id of a table of CBS over OData 4, such as 85318NED");
  }
  if (!body) return std::unexpected(body.error());
  std::int64_t observations = 0;
  const auto read = read_odata_object(*body, address, [&](PageRow row) -> Result<void> {
    CbsTable& head = reader.head();
    head.title = text_of(row, "Title");
    head.modified = text_of(row, "Modified");
    head.status = text_of(row, "Status");
    observations = number_of(row, "ObservationCount").value_or(0);
    if (!head.title.empty() || find_value(row, "Identifier") != nullptr) return {};
    return page_fault(ErrorCode::bad_input, "members", address, "", "neither Identifier nor Title", "the properties of a table");
  });
  if (!read) {
    task.pages.reject(address, "");
    return std::unexpected(read.error());
  }
  return observations;
}

/// `Kind`, or what the type's name says.
CbsColumnKind kind_of(PageRow row) {
  const std::string type = text_of(row, "Kind") + ' ' + text_of(row, "@odata.type");
  if (type.find("Time") != std::string::npos) return CbsColumnKind::period;
  return type.find("Geo") != std::string::npos ? CbsColumnKind::area : CbsColumnKind::dimension;
}

Result<void> read_list_of_columns(CbsReader& reader, const std::string& name, std::vector<CbsColumn>& columns) {
  const bool is_dimension = name == "Dimensions";
  const auto on_row = [&](const std::string& page, PageRow row) -> Result<void> {
    CbsColumn column;
    column.code = text_of(row, "Identifier");
    if (column.code.empty())
      return page_fault(ErrorCode::bad_input, "columns", page, "Identifier", "nothing", "the name of a column");
    column.kind = is_dimension ? kind_of(row) : CbsColumnKind::measure;
    column.title = text_of(row, "Title");
    column.unit = text_of(row, "Unit");
    column.description = text_of(row, "Description");
    column.data_type = text_of(row, "DataType");
    column.decimals = small_number_of(row, "Decimals");
    columns.push_back(std::move(column));
    return {};
  };
  const auto read = read_list(reader.task().pages, reader.list(reader.address() + '/' + name), on_row, {}, reader.task().stop);
  return read ? Result<void>() : std::unexpected(read.error());
}

/// The measures that were asked for; empty where that is all, or too many for an address.
std::string measure_filter(CbsReader& reader) {
  const auto& columns = reader.rows().columns();
  if (reader.task().request.columns.empty() || columns.size() - reader.rows().dimensions() > kMeasuresInFilter) return {};
  std::string out;
  for (std::size_t n = reader.rows().dimensions(); n < columns.size(); ++n) {
    out += (out.empty() ? "Measure in ('" : ",'") + columns[n].code + '\'';
  }
  return out + ')';
}

/// Takes observations into the table. Keeps an account of attributes that stand beside a figure: a table has no place for them.
class ObservationReader {
 public:
  explicit ObservationReader(CbsReader& reader) : reader_(reader) {}

  Result<void> operator()(const std::string& page, PageRow row) {
    if (const auto keys = reader_.read_keys(page, row); !keys) return keys;
    const PageValue* measure = find_value(row, "Measure");
    const std::string_view code = measure == nullptr ? "" : trimmed(measure->text);
    if (code.empty())
      return page_fault(ErrorCode::bad_input, "columns", page, "Measure", "an observation without it", "a measure in each");
    if (!reader_.is_wanted_row()) return {};
    const auto column = reader_.measure(code);
    if (!column) return {};
    if (*column < reader_.rows().dimensions()) {
      return page_fault(ErrorCode::bad_input, "columns", page, "Measure", in_quotes(code) + ", the name of a dimension",
                        "a measure");
    }
    const auto place = reader_.place(page);
    if (!place) return std::unexpected(place.error());
    auto cell = cell_of_observation(page, row);
    if (!cell) return std::unexpected(cell.error());
    if (reader_.rows().put(place->row, *column, std::move(*cell))) return {};
    std::string what = "the observation of " + in_quotes(code);
    for (const std::string_view key : reader_.keys()) what += ", " + in_quotes(key);
    return repeated(page, what);
  }

  void remark_attributes() const {
    for (const auto& [attribute, count] : beside_figures_) {
      reader_.remark(std::to_string(count) + " figures carry the attribute " + in_quotes(attribute) + '.');
    }
  }

 private:
  Result<ForeignCell> cell_of_observation(const std::string& page, PageRow row) {
    const PageValue* value = find_value(row, "Value");
    const PageValue* text = find_value(row, "StringValue");
    const PageValue* attribute = find_value(row, "ValueAttribute");
    if (value == nullptr && text == nullptr) {
      return page_fault(ErrorCode::bad_input, "columns", page, "Value", "an observation without it",
                        "Value or StringValue in each");
    }
    const std::string_view reason = attribute == nullptr ? "" : trimmed(attribute->text);
    for (const PageValue* each : {value, text}) {
      if (each == nullptr || each->type == PageValue::Type::null) continue;
      ForeignCell cell = cell_of(*each);
      if (cell.kind == CellKind::empty && cell.text.empty()) continue;
      if (!reason.empty() && reason != kNoAttribute && cell.kind != CellKind::empty) ++beside_figures_[std::string(reason)];
      return cell;
    }
    return ForeignCell{reason.empty() || reason == kNoAttribute ? "null" : std::string(reason), CellKind::empty};
  }

  CbsReader& reader_;
  std::map<std::string, std::int64_t> beside_figures_;
};

Result<void> read_observations(CbsReader& reader, std::int64_t promised) {
  const CbsRequest& request = reader.task().request;
  ObservationReader on_row(reader);
  const auto groups = request.areas.empty() ? std::vector<std::vector<std::string>>{{}} : in_groups(outermost(request.areas));
  std::int64_t before = 0;
  for (const auto& areas : groups) {
    const std::string rows = both(area_filter(reader.area_dimension(), areas), key_filter(request));
    const std::string filter = both(rows, measure_filter(reader));
    const std::string address = reader.address() + "/Observations";
    PageList list = reader.list(filter.empty() ? address : with_query(address, {{"$filter", filter}}));
    if (filter.empty()) list.promised = promised;
    list.promised_by = "ObservationCount of Properties";
    const auto on_page = [&](std::int64_t done, std::int64_t of) {
      if (reader.task().progress) reader.task().progress(before + done, groups.size() == 1 ? of : 0);
    };
    const auto read = read_list(reader.task().pages, list, std::ref(on_row), on_page, reader.task().stop);
    if (!read) return std::unexpected(read.error());
    before += *read;
  }
  on_row.remark_attributes();
  return {};
}

Result<void> read_names(CbsReader& reader) {
  for (std::size_t n = 0; n < reader.rows().dimensions(); ++n) {
    const std::string dimension = reader.rows().columns()[n].code;
    const PageList list = reader.list(reader.address() + '/' + dimension + "Codes");
    if (const auto read = reader.read_codes(dimension, list, kCodeMembers); !read) return read;
  }
  return {};
}

}  // namespace

Result<CbsTable> read_cbs_v4(const CbsTask& task) {
  CbsReader reader(task, CbsService::v4, task.request.v4_base + '/' + task.request.table);
  const auto promised = read_properties(reader);
  if (!promised) return std::unexpected(promised.error());
  std::vector<CbsColumn> columns;
  for (const char* name : {"Dimensions", "MeasureCodes"}) {
    if (const auto read = read_list_of_columns(reader, name, columns); !read) return std::unexpected(read.error());
  }
  if (const auto read = reader.describe(columns); !read) return std::unexpected(read.error());
  if (const auto read = read_observations(reader, *promised); !read) return std::unexpected(read.error());
  if (const auto read = read_names(reader); !read) return std::unexpected(read.error());
  return reader.finish();
}

}  // namespace koers::fetch
