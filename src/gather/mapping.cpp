// SPDX-License-Identifier: EUPL-1.2
#include "gather/mapping.h"

#include <set>

#include "base/tree.h"
#include "gather/names.h"
#include "gather/numbers.h"
#include "model/city.h"
#include "model/read_record.h"

namespace koers::gather {
namespace {

constexpr std::string_view kSomeYear = "2022";  // stands for any, while a template is judged

/// The rules that hold between the fields of a mapping and the city that it is for.
class MappingCheck {
 public:
  MappingCheck(const Mapping& mapping, const City& city, const Places& places, std::vector<Fault>& faults)
      : mapping_(mapping), city_(city), places_(places), faults_(faults) {}

  void run() {
    check_columns();
    check_period(mapping_.period.fixed, "period.fixed");
    if (mapping_.period.column.empty() == !mapping_.period.fixed) {
      fault("missing_field", "period", "both or neither of `column` and `fixed`", "one of them");
    }
    if (mapping_.area.crosswalk && city_.find(*mapping_.area.crosswalk) == nullptr) {
      fault("unknown_reference", "area.crosswalk", mapping_.area.crosswalk->str(), "a crosswalk of this city");
    }
    if (mapping_.header_row.value_or(1) < 1) fault("range", "header_row", "a row before the first", "a row from 1");
    check_source();
    for (std::size_t n = 0; n < mapping_.figures.size(); ++n) check_figure(n);
    if (mapping_.figures.empty()) fault("empty", "figures", "no figures", "at least one column of figures");
  }

 private:
  void fault(std::string rule, const std::string& path, std::string found, std::string expected) {
    std::string known = path;
    while (!known.empty() && !places_.contains(known))
      known.resize(known.find_last_of('.') == std::string::npos ? 0 : known.rfind('.'));
    const auto place = places_.find(known);
    faults_.push_back(
        {std::move(rule), place == places_.end() ? Place{} : place->second, path, std::move(found), std::move(expected)});
  }

  void check_columns() {
    if (mapping_.area.code.empty()) fault("missing_field", "area.code", "no column", "the column with the code of the area");
    if (mapping_.status && mapping_.status->column.empty()) fault("missing_field", "status.column", "no column", "the column");
    if (mapping_.area.crosswalk && !mapping_.area.name.empty()) {
      fault("type", "area.name", "names beside a crosswalk", "none: the areas of another division are not known by name");
    }
  }

  void check_period(const std::optional<std::string>& period, const std::string& path) {
    if (!period || parse_period(filled_in(*period, kSomeYear, ""))) return;
    fault("type", path, in_quotes(*period), "a period such as 2022, {year}-01-01 or 2020/2022");
  }

  void check_source() {
    const std::string id = filled_in(mapping_.source.id, kSomeYear, "85318NED");
    if (!is_valid_id(id)) fault("type", "source.id", in_quotes(mapping_.source.id), "an id of letters, digits and `-`");
  }

  void check_figure(std::size_t n) {
    const FigureColumn& figure = mapping_.figures[n];
    const std::string path = "figures[" + std::to_string(n) + ']';
    if (city_.find(figure.indicator) == nullptr) {
      fault("unknown_reference", path + ".indicator", figure.indicator.str(), "an indicator of this city");
    }
    if (figure.column.empty()) fault("missing_field", path, "no column", "the names of the column, in `column`");
    if (figure.factor && figure.factor->units == 0) fault("range", path + ".factor", "0", "another number");
    if (figure.smallest && figure.denominator.empty()) {
      fault("missing_field", path, "`smallest` without `denominator`", "the column that it is about");
    }
    if (!figure.share_of.empty() && (figure.factor || !figure.denominator.empty())) {
      fault("type", path, "`share_of` beside `factor` or `denominator`", "`share_of` alone: it is the denominator");
    }
    check_period(figure.period, path + ".period");
    if (!seen_.emplace(figure.indicator.str(), figure.period.value_or("")).second) {
      fault("double_id", path + ".indicator", figure.indicator.str() + " a second time", "every indicator once a period");
    }
  }

  const Mapping& mapping_;
  const City& city_;
  const Places& places_;
  std::vector<Fault>& faults_;
  std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

std::optional<Year> Mapping::year_of(std::string_view table) const {
  for (const TableYear& each : tables) {
    if (each.table == table) return each.year;
  }
  return std::nullopt;
}

Result<Mapping> read_mapping(std::string_view yaml, const std::string& file, const City& city) {
  auto tree = parse_yaml(yaml, file);
  if (!tree) return std::unexpected(tree.error());
  std::vector<Fault> faults;
  RecordReader reader(faults);
  auto mapping = reader.read<Mapping>(*tree);
  const Places places = reader.take_places();
  if (faults.empty()) MappingCheck(mapping, city, places, faults).run();
  if (faults.empty()) return mapping;
  return failure(ErrorCode::bad_input, "The mapping " + file + " cannot be used.", std::move(faults));
}

}  // namespace koers::gather
