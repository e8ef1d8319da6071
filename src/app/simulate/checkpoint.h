// SPDX-License-Identifier: EUPL-1.2
// Runs that can go on where they were stopped: every replicate is a file as soon as it is there.
#pragma once
#include <filesystem>
#include <string>

#include "simulate/ensemble.h"
#include "simulate/result_bytes.h"

namespace koers {

/// What `run_all` gives, with each replicate kept in `folder` and taken from there when it is kept already. The name of a file
/// says what its run is a function of, so that one folder may hold several: version, inputs, plan, parameters, seed and years.
/// Files appear whole or not at all. `bad_input` names a file that is damaged; `broken_world` when the folder cannot be written.
[[nodiscard]] simulate::RunAll with_checkpoint(std::filesystem::path folder, simulate::RunAll run_all);

}  // namespace koers
