// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "read/answer.h"
#include "read/zip_file.h"

namespace koers::reader {

/// All sheets of an OpenDocument spreadsheet (ISO/IEC 26300), with its repeated rows and cells written out.
void read_ods(ZipFile& zip, Answer& answer);

}  // namespace koers::reader
