// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "read/answer.h"

namespace koers::reader {

/// The delimiter that cuts most of the first rows into the same number of cells: `;`, else a tab, else `,`. A first line `sep=;`
/// (of Excel) decides. Cells in quotes count as one.
[[nodiscard]] char judge_delimiter(std::string_view text);

/// A text with one row on each line, as a single sheet; a row has the number of the line on which it begins. All cells are text:
/// what a comma or a point means, the mapping judges.
void read_csv(std::string_view bytes, Answer& answer);

}  // namespace koers::reader
