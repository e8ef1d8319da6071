// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "read/answer.h"
#include "read/zip_file.h"

namespace koers::reader {

/// All sheets of an XLSX workbook (ECMA-376). Values as they are stored, not as they are shown: 25 % is 0.25.
void read_xlsx(ZipFile& zip, Answer& answer);

}  // namespace koers::reader
