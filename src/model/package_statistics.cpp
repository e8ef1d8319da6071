// SPDX-License-Identifier: EUPL-1.2
#include "model/package_statistics.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace koers {
namespace {

constexpr std::string_view kFolder = "statistics/";
constexpr std::string_view kEnding = ".csv";
const std::vector<std::string> kHeader{"indicator", "area", "period", "value", "status", "section", "note"};
constexpr std::array<std::string_view, 5> kStatusNames{"final", "provisional", "estimated", "suppressed", "missing"};

std::optional<ObservationStatus> parse_status(std::string_view text) {
  const auto found = std::find(kStatusNames.begin(), kStatusNames.end(), text);
  if (found == kStatusNames.end()) return std::nullopt;
  return static_cast<ObservationStatus>(found - kStatusNames.begin() + 1);
}

/// Judges the cells of one row; every wrong cell is a fault of its own.
class RowReader {
 public:
  RowReader(const Table& table, const Table::Row& row, std::vector<Fault>& faults) : table_(table), row_(row), faults_(faults) {}

  [[nodiscard]] std::optional<Observation> read(const std::string& source) {
    const std::size_t before = faults_.size();
    Observation out;
    out.indicator = Id<Indicator>(require(0, is_valid_id(row_.cells[0]) ? std::optional(row_.cells[0]) : std::nullopt, "an id"));
    out.area = require(1, parse_reference(row_.cells[1]), "an area such as district/WK063700");
    out.period = require(2, parse_period(row_.cells[2]), "a period such as 2022 or 2020/2022");
    out.status = require(4, parse_status(row_.cells[4]), "one of final provisional estimated suppressed missing");
    if (!row_.cells[3].empty()) out.value = require(3, parse_decimal(row_.cells[3]), "a decimal number such as 12.5, or nothing");
    const bool has_none = out.status == ObservationStatus::suppressed || out.status == ObservationStatus::missing;
    if (faults_.size() == before && out.value.has_value() == has_none) {
      fault(3, has_none ? "no value, since the status says that there is none" : "a value");
    }
    out.source = {Id<Source>(source), row_.cells[5]};
    if (out.source.section.empty()) fault(5, "the table, page or column that it comes from");
    out.note = row_.cells[6];
    return faults_.size() == before ? std::optional(std::move(out)) : std::nullopt;
  }

 private:
  template <class T>
  T require(std::size_t column, std::optional<T> value, const char* expected) {
    if (!value) fault(column, expected);
    return value.value_or(T{});
  }
  void fault(std::size_t column, const char* expected) {
    if (faults_.size() >= kMaxFaults) return;
    const std::string& cell = row_.cells[column];
    faults_.push_back({"type",
                       {table_.file, row_.line, static_cast<int>(column) + 1},
                       table_.header[column],
                       cell.empty() ? "nothing" : in_quotes(cell),
                       expected});
  }

  const Table& table_;
  const Table::Row& row_;
  std::vector<Fault>& faults_;
};

std::string line_of(const Observation& observation) {
  return observation.indicator.str() + ',' + to_string(observation.area) + ',' + to_string(observation.period) + ',' +
         (observation.value ? to_string(*observation.value) : "") + ',' + std::string(name_of_status(observation.status)) + ',' +
         csv_cell(observation.source.section) + ',' + csv_cell(observation.note) + '\n';
}

}  // namespace

std::string_view name_of_status(ObservationStatus status) { return kStatusNames.at(static_cast<std::size_t>(status) - 1); }

void read_statistics(const PackageFile& file, PackageReading& reading) {
  auto table = parse_csv(file.text, file.name);
  if (!table) {
    reading.faults.insert(reading.faults.end(), table.error().faults.begin(), table.error().faults.end());
    return;
  }
  if (table->header != kHeader) {
    reading.faults.push_back(
        {"columns", {file.name, 1, 1}, "", "other columns", "indicator,area,period,value,status,section,note"});
    return;
  }
  const std::string source = file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kEnding.size());
  for (const Table::Row& row : table->rows) {
    auto observation = RowReader(*table, row, reading.faults).read(source);
    if (!observation) continue;
    reading.city.observations.push_back(std::move(*observation));
    reading.places.observations.push_back({file.name, row.line, 1});
  }
}

std::vector<PackageFile> write_statistics(const City& city) {
  std::map<std::string, std::string> by_source;
  for (const Observation& observation : city.observations) {
    std::string& text = by_source[observation.source.source.str()];
    if (text.empty()) text = "indicator,area,period,value,status,section,note\n";
    text += line_of(observation);
  }
  std::vector<PackageFile> files;
  for (auto& [source, text] : by_source) {
    files.push_back({std::string(kFolder) + source + std::string(kEnding), std::move(text)});
  }
  return files;
}

}  // namespace koers
