// SPDX-License-Identifier: EUPL-1.2
// A city of two districts for the tests of importing, and the tables and mappings that they begin with.
#pragma once
#include <string>
#include <vector>

#include "gather/staging.h"

namespace koers::test {

/// GM0001 Kleinstad with WK000100 Noord, WK000101 Zuid and BU00010000 Hoogbuurt; GM0002 Elders is a neighbour. Indicators:
/// `people` (persons), `share` (%, no range), `income` (EUR, 0 to 100000), `mark` (mark, 1 decimal), `young` (%).
[[nodiscard]] City gather_city();

/// Code, name and one column of figures for `people`; cells that look like numbers are numbers.
[[nodiscard]] ForeignTable table_of(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

/// A mapping with `code`, `name`, a fixed period 2022-01-01, and what is written in `figures` (lines below `figures:`).
[[nodiscard]] std::string mapping_text(const std::string& figures, const std::string& more = "");
[[nodiscard]] gather::Mapping mapping_of(const std::string& figures, const std::string& more = "");

[[nodiscard]] gather::StagingTask a_task();
[[nodiscard]] gather::Staged staged(const ForeignTable& table, const gather::Mapping& mapping,
                                    const gather::StagingTask& task = a_task());

/// `rule row:column found → expected`, each fault on a line of its own.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Fault>& faults);
/// `indicator area period value status`, with `-` for no value.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Observation>& figures);

}  // namespace koers::test
