// SPDX-License-Identifier: EUPL-1.2
// What runs tell, replicate by replicate, as tables that R, Python, a spreadsheet or a map program opens: CSV (RFC 4180) with a
// description by the standard for CSV on the web (W3C, Metadata Vocabulary for Tabular Data, 2015).
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "simulate/ensemble.h"

namespace koers {

/// What `run_all` gives, and once all of it is there, in `folder` for each run by its name (such as `baseline` and `plan`):
///
/// - `NAME-neighbourhoods.csv`: replicate, year, neighbourhood, and a column per measure; the first year is the state at the
/// start;
/// - `NAME-chains.csv`: every vacancy chain;
/// - `NAME-metadata.json`: what the columns are, seed and hash of the inputs;
/// - `NAME.nc`: the same in one file by column (`result_columns`).
///
/// The same bytes for any number of threads. Files appear whole or not at all. `bad_input` before anything is simulated when the
/// folder holds something; `broken_world` when it cannot be written.
[[nodiscard]] simulate::RunAll with_result_files(std::filesystem::path folder, std::vector<std::string> names,
                                                 simulate::RunAll run_all);

}  // namespace koers
