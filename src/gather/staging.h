// SPDX-License-Identifier: EUPL-1.2
// From what a source gives to figures that can be believed. Nothing is dropped in silence: a row that is not about the city is
// listed with the reason, and anything that is wrong is a fault at its row and column. With one fault the whole is refused.
#pragma once
#include <functional>
#include <stop_token>

#include "base/foreign_table.h"
#include "gather/differences.h"
#include "gather/mapping.h"
#include "model/city.h"

namespace koers::gather {

struct StagingTask {
  std::string table;                              ///< id of the table, or the name of the sheet; for citations
  std::optional<Year> year = {};                  ///< of the table; otherwise what the mapping says of it
  std::string municipality = {};                  ///< only its areas; empty: all that the city knows
  std::map<std::string, std::string> units = {};  ///< of columns, as the source gives them, where it does
  bool provisional = false;                       ///< the source says so of the whole table
  Date today = {};
};

/// Why a row is not taken, without anything being wrong with it.
enum class LeftOut : std::uint8_t {
  other_municipality = 1,  ///< it is about an area outside what was asked for
  unknown_elsewhere = 2,   ///< it is about an area of another municipality that the city does not compare itself with
  no_area = 3              ///< it has no code and no figures: a heading, a blank line
};
BOOST_DESCRIBE_ENUM(LeftOut, other_municipality, unknown_elsewhere, no_area)

struct LeftOutRow {
  std::int64_t row = 0;
  std::string code;
  std::string name;
  LeftOut reason{};
};

struct Staged {
  Source source;  ///< that all figures cite
  std::vector<Observation> observations;
  Scope scope;
  std::int64_t rows = 0;  ///< that the source gave
  std::vector<LeftOutRow> left_out;
  std::map<LeftOut, std::int64_t> left_out_counts;
  std::vector<Fault> faults;  ///< the first `kMaxFaults`
  std::int64_t fault_count = 0;
  std::vector<std::string> columns_used;
  std::vector<std::string> columns_not_used;
  std::vector<Id<Indicator>> not_in_source;  ///< indicators of the mapping of which the source has no column

  [[nodiscard]] bool is_acceptable() const { return fault_count == 0; }
};

using StagingProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// `bad_input` when the task itself is not enough (no year); `cancelled`. What is wrong with the table is in `Staged::faults`.
[[nodiscard]] Result<Staged> stage(const ForeignTable& table, const Mapping& mapping, const City& city, const StagingTask& task,
                                   const StagingProgress& progress = {}, const std::stop_token& stop = {});

}  // namespace koers::gather
