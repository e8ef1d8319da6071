// SPDX-License-Identifier: EUPL-1.2
#include "simulate/parameter_draws.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/table.h"

namespace koers::simulate {
namespace {

constexpr std::size_t kMostRows = 100'000;

const ParameterDescription* description_of(std::string_view name) {
  const auto row = std::ranges::find(parameter_table(), name, &ParameterDescription::name);
  return row == parameter_table().end() ? nullptr : &*row;
}

class Reader {
 public:
  explicit Reader(const Table& table) : table_(table) {}

  Result<ParameterDraws> run() {
    for (const std::string& name : table_.header) {
      if (description_of(name) == nullptr) {
        add(1, "unknown_parameter", name, name, "a name of the parameter table");
      }
    }
    if (faults_.empty()) read_rows();
    if (table_.rows.empty()) add(1, "missing", "", "a header alone", "at least one draw");
    if (!faults_.empty()) return failure(ErrorCode::bad_input, "These draws of parameters cannot be used.", std::move(faults_));
    return std::move(out_);
  }

 private:
  void read_rows() {
    out_.names = table_.header;
    for (const Table::Row& row : table_.rows) {
      std::vector<double>& values = out_.rows.emplace_back();
      for (std::size_t i = 0; i < row.cells.size(); ++i) values.push_back(value_of(row, i));
    }
  }

  double value_of(const Table::Row& row, std::size_t column) {
    const std::string& cell = row.cells[column];
    const ParameterDescription& description = *description_of(table_.header[column]);
    double value = 0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool is_number = problem == std::errc() && end == cell.data() + cell.size();
    if (!is_number || !(value >= description.lowest && value <= description.highest)) {
      add(row.line, "range", table_.header[column], cell,
          fmt::format("a number from {} to {}", description.lowest, description.highest));
    }
    return value;
  }

  void add(int line, const char* rule, const std::string& path, const std::string& found, const std::string& expected) {
    faults_.push_back({rule, {table_.file, line, 0}, path, found, expected});
  }

  const Table& table_;
  ParameterDraws out_;
  std::vector<Fault> faults_;
};

}  // namespace

Result<ParameterDraws> draws_from_csv(std::string_view text, const std::string& file) {
  TableLimits limits;
  limits.rows = kMostRows;
  const auto table = parse_csv(text, file, limits);
  if (!table) return std::unexpected(table.error());
  return Reader(*table).run();
}

std::string to_csv(const ParameterDraws& draws) {
  std::string out = fmt::format("{}\n", fmt::join(draws.names, ","));
  for (const auto& row : draws.rows) out += fmt::format("{}\n", fmt::join(row, ","));
  return out;
}

std::vector<std::vector<double>> resampled(const std::vector<std::vector<double>>& rows, const std::vector<double>& weights,
                                           std::size_t number) {
  std::vector<std::vector<double>> out;
  double total = 0;
  for (const double weight : weights) total += weight;
  double up_to = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    up_to += weights[i] / total;
    while (out.size() < number && (static_cast<double>(out.size()) + 0.5) / static_cast<double>(number) < up_to)
      out.push_back(rows[i]);
  }
  while (!rows.empty() && out.size() < number) out.push_back(rows.back());  // what rounding left
  return out;
}

ParameterDraws without(const ParameterDraws& draws, const std::vector<std::string>& names) {
  ParameterDraws out{{}, std::vector<std::vector<double>>(draws.rows.size())};
  for (std::size_t i = 0; i < draws.names.size(); ++i) {
    if (std::ranges::find(names, draws.names[i]) != names.end()) continue;
    out.names.push_back(draws.names[i]);
    for (std::size_t row = 0; row < draws.rows.size(); ++row) out.rows[row].push_back(draws.rows[row][i]);
  }
  return out;
}

Parameters with_draw(Parameters parameters, const ParameterDraws& draws, std::uint32_t replicate) {
  if (replicate == 0 || draws.rows.empty()) return parameters;
  const std::vector<double>& row = draws.rows[(replicate - 1) % draws.rows.size()];
  for (std::size_t i = 0; i < draws.names.size(); ++i) {
    if (const ParameterDescription* description = description_of(draws.names[i])) parameters.*description->member = row[i];
  }
  return parameters;
}

}  // namespace koers::simulate
