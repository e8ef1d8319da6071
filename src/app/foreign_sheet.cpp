// SPDX-License-Identifier: EUPL-1.2
#include "app/foreign_sheet.h"

#include "base/utf8.h"

namespace koers {
namespace {

std::string names_of(const ForeignFile& file) {
  std::string names;
  for (const ForeignSheet& sheet : file.sheets) names += (names.empty() ? "" : ", ") + in_quotes(sheet.name);
  return names;
}

template <class Test>
std::vector<std::size_t> sheets_where(const ForeignFile& file, const Test& test) {
  std::vector<std::size_t> found;
  for (std::size_t n = 0; n < file.sheets.size(); ++n) {
    if (test(file.sheets[n])) found.push_back(n);
  }
  return found;
}

std::vector<std::size_t> candidates(const ForeignFile& file, const std::string& wanted, const SheetTest& is_meant) {
  if (!wanted.empty()) return sheets_where(file, [&](const ForeignSheet& sheet) { return sheet.name == wanted; });
  const auto meant = sheets_where(file, [&](const ForeignSheet& sheet) { return !sheet.hidden && is_meant && is_meant(sheet); });
  return meant.empty() ? sheets_where(file, [](const ForeignSheet& sheet) { return !sheet.hidden; }) : meant;
}

Result<std::size_t> sheet_of(const ForeignFile& file, const std::string& wanted, const SheetTest& is_meant) {
  const std::string names = names_of(file);
  const auto found = candidates(file, wanted, is_meant);
  if (found.size() == 1) return found.front();
  if (wanted.empty() && found.size() > 1) return failure(ErrorCode::bad_input, "Say which sheet: " + names + '.');
  return failure(ErrorCode::bad_input, file.name + " has no sheet " + (wanted.empty() ? "that can be seen" : in_quotes(wanted)) +
                                           (names.empty() ? "." : "; it has " + names + '.'));
}

}  // namespace

Result<OpenedSheet> open_sheet(const SheetRequest& request, const SheetTest& is_meant) {
  ReadOptions options;
  options.program = request.reader;
  options.name = request.name;
  options.limits = request.limits;
  options.progress = request.progress;
  options.stop = request.stop;
  auto file = read_foreign_file(request.file, options);
  if (!file) return std::unexpected(file.error());
  const auto place = sheet_of(*file, request.sheet, is_meant);
  if (!place) return std::unexpected(place.error());
  return OpenedSheet{std::move(file->sheets[*place]), file->format, file->sheets.size() == 1};
}

}  // namespace koers
