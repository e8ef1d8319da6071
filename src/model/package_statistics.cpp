// SPDX-License-Identifier: EUPL-1.2
#include "model/package_statistics.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/table.h"

namespace koers {
namespace {

constexpr std::string_view kFolder = "statistics/";
constexpr std::string_view kEnding = ".csv";
constexpr std::string_view kHeader = "indicator,area,period,value,status,section,note";
constexpr std::string_view kHeaderWithDenominator = "indicator,area,period,value,denominator,status,section,note";
constexpr std::array<std::string_view, 5> kStatusNames{"final", "provisional", "estimated", "suppressed", "missing"};

std::optional<ObservationStatus> parse_status(std::string_view text) {
  const auto found = std::find(kStatusNames.begin(), kStatusNames.end(), text);
  if (found == kStatusNames.end()) return std::nullopt;
  return static_cast<ObservationStatus>(found - kStatusNames.begin() + 1);
}

std::string joined(const std::vector<std::string>& header) {
  std::string line;
  for (const std::string& column : header) line += (line.empty() ? "" : ",") + column;
  return line;
}

/// Judges the cells of one row; every wrong cell is a fault of its own.
class RowReader {
 public:
  RowReader(const Table& table, const Table::Row& row, std::vector<Fault>& faults)
      : table_(table), row_(row), faults_(faults), status_(table.header.size() - 3) {}

  [[nodiscard]] std::optional<Observation> read(const std::string& source) {
    const std::size_t before = faults_.size();
    Observation out;
    out.indicator = Id<Indicator>(require(0, is_valid_id(row_.cells[0]) ? std::optional(row_.cells[0]) : std::nullopt, "an id"));
    out.area = require(1, parse_reference(row_.cells[1]), "an area such as district/WK063700");
    out.period = require(2, parse_period(row_.cells[2]), "a period such as 2022 or 2020/2022");
    out.value = number(kValue);
    if (status_ > kDenominator) out.denominator = number(kDenominator);
    out.status = require(status_, parse_status(row_.cells[status_]), "one of final provisional estimated suppressed missing");
    const bool has_none = out.status == ObservationStatus::suppressed || out.status == ObservationStatus::missing;
    if (faults_.size() == before && out.value.has_value() == has_none) {
      fault(kValue, has_none ? "no value, since the status says that there is none" : "a value");
    }
    out.source = {Id<Source>(source), row_.cells[status_ + 1]};
    if (out.source.section.empty()) fault(status_ + 1, "the table, page or column that it comes from");
    out.note = row_.cells[status_ + 2];
    return faults_.size() == before ? std::optional(std::move(out)) : std::nullopt;
  }

 private:
  static constexpr std::size_t kValue = 3;
  static constexpr std::size_t kDenominator = 4;

  std::optional<Decimal> number(std::size_t column) {
    if (row_.cells[column].empty()) return std::nullopt;
    return require(column, parse_decimal(row_.cells[column]), "a decimal number such as 12.5, or nothing");
  }
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
  std::size_t status_;  // the column of it: the denominator before it may be absent
};

std::string cell_of(const std::optional<Decimal>& number) { return number ? to_string(*number) : ""; }

std::string line_of(const Observation& observation, bool with_denominator) {
  return observation.indicator.str() + ',' + to_string(observation.area) + ',' + to_string(observation.period) + ',' +
         cell_of(observation.value) + ',' + (with_denominator ? cell_of(observation.denominator) + ',' : "") +
         std::string(name_of_status(observation.status)) + ',' + csv_cell(observation.source.section) + ',' +
         csv_cell(observation.note) + '\n';
}

/// The sources of which a figure says what it stands for: their tables have a column for it.
std::set<std::string> with_denominators(const City& city) {
  std::set<std::string> sources;
  for (const Observation& each : city.observations) {
    if (each.denominator) sources.insert(each.source.source.str());
  }
  return sources;
}

}  // namespace

std::string_view name_of_status(ObservationStatus status) { return kStatusNames.at(static_cast<std::size_t>(status) - 1); }

void read_statistics(const PackageFile& file, PackageReading& reading) {
  auto table = parse_csv(file.text, file.name);
  if (!table) {
    reading.faults.insert(reading.faults.end(), table.error().faults.begin(), table.error().faults.end());
    return;
  }
  if (const auto header = joined(table->header); header != kHeader && header != kHeaderWithDenominator) {
    reading.faults.push_back({"columns", {file.name, 1, 1}, "", "other columns", std::string(kHeader)});
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
  const auto detailed = with_denominators(city);
  for (const Observation& observation : city.observations) {
    const std::string& source = observation.source.source.str();
    std::string& text = by_source[source];
    if (text.empty()) text = std::string(detailed.contains(source) ? kHeaderWithDenominator : kHeader) + '\n';
    text += line_of(observation, detailed.contains(source));
  }
  std::vector<PackageFile> files;
  for (auto& [source, text] : by_source) {
    files.push_back({std::string(kFolder) + source + std::string(kEnding), std::move(text)});
  }
  return files;
}

}  // namespace koers
