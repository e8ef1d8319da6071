// SPDX-License-Identifier: EUPL-1.2
// What a run told, as bytes: for files that a later run goes on from, and between processes.
#pragma once
#include <string>
#include <string_view>

#include "simulate/results.h"

namespace koers::simulate {

/// CBOR (RFC 8949), by columns; the same result always gives the same bytes.
[[nodiscard]] std::string to_bytes(const RunResult& result);

/// `bad_input` when they are cut, damaged or of another form; says what is wrong and where. `name` stands for the file.
[[nodiscard]] Result<RunResult> result_from_bytes(std::string_view bytes, const std::string& name);

}  // namespace koers::simulate
