// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "read/answer.h"

namespace koers::reader {

enum class FileFormat : std::uint8_t { csv = 1, xlsx = 2, ods = 3, geojson = 4, gpkg = 5 };

/// By what is in the file. One whose name says another format is refused: somebody made a mistake, and which is not for us to
/// say.
[[nodiscard]] std::optional<FileFormat> judge_format(std::string_view bytes, Answer& answer);

/// The whole answer on a file, with its closing line. `bytes` may be changed.
void read_file(std::string& bytes, Answer& answer);

}  // namespace koers::reader
