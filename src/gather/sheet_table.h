// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "base/foreign_table.h"
#include "base/result.h"

namespace koers::gather {

/// The rows below the heading as a table. A heading that is not there, has the same name twice, or is merged over columns is
/// refused with its place: with such a heading nobody can say which figure is what. Columns without a name are kept, unnamed.
[[nodiscard]] Result<ForeignTable> table_of(const ForeignSheet& sheet, std::int64_t header_row);

}  // namespace koers::gather
