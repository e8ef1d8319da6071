// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "app/optimise/agenda_sheet_words.h"
#include "base/result.h"
#include "model/city.h"
#include "report/document.h"

namespace koers {

/// What the city has, in the form in which `read_agenda_sheet` takes it back: one table, and an explanation of its columns. Read
/// again in the years of the same weighing it changes nothing. `not_found` for an unknown weighing; `bad_input` when nothing is
/// appraised; `too_large` when the options together take more than `kMaxSheetYears` years.
[[nodiscard]] Result<report::Document> agenda_workbook(const City& city, const std::string& weighing, SheetLanguage language);

enum class WorkbookFormat : std::uint8_t { xlsx = 1, csv = 2 };
BOOST_DESCRIBE_ENUM(WorkbookFormat, xlsx, csv)

/// As a file; CSV holds the table alone.
[[nodiscard]] std::string write_agenda_workbook(const report::Document& workbook, WorkbookFormat format);

}  // namespace koers
