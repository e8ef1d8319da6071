// SPDX-License-Identifier: EUPL-1.2
#include "read/read_file.h"

#include <algorithm>
#include <array>
#include <new>

#include "base/utf8.h"
#include "read/csv.h"
#include "read/geojson.h"
#include "read/geopackage.h"
#include "read/ods.h"
#include "read/xlsx.h"
#include "read/zip_file.h"

namespace koers::reader {
namespace {

constexpr std::array<std::pair<std::string_view, FileFormat>, 13> kExtensions = {{{".csv", FileFormat::csv},
                                                                                  {".tsv", FileFormat::csv},
                                                                                  {".txt", FileFormat::csv},
                                                                                  {".xlsx", FileFormat::xlsx},
                                                                                  {".xlsm", FileFormat::xlsx},
                                                                                  {".xltx", FileFormat::xlsx},
                                                                                  {".xls", FileFormat::xlsx},
                                                                                  {".xlsb", FileFormat::xlsx},
                                                                                  {".ods", FileFormat::ods},
                                                                                  {".ots", FileFormat::ods},
                                                                                  {".geojson", FileFormat::geojson},
                                                                                  {".json", FileFormat::geojson},
                                                                                  {".gpkg", FileFormat::gpkg}}};
constexpr std::string_view kBlanks = " \t\r\n\xEF\xBB\xBF";  // and the byte order mark
constexpr std::string_view kFormats = "CSV, XLSX, ODS, GeoJSON or GeoPackage";

std::string_view title(FileFormat format) {
  constexpr std::array<std::string_view, 6> kTitles = {"", "CSV", "XLSX", "ODS", "GeoJSON", "GeoPackage"};
  return kTitles.at(static_cast<std::size_t>(format));
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string extension_of(std::string_view file) {
  const auto dot = file.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower(file.substr(dot));
}

bool refuse_format(Answer& answer, std::string found) {
  answer.refuse(ErrorCode::unsupported, "format", std::move(found), std::string(kFormats));
  return false;
}

std::optional<FileFormat> packed_format(std::string_view bytes, Answer& answer) {
  ZipFile zip(bytes, answer);
  if (answer.refused()) return std::nullopt;
  if (zip.has("content.xml")) return FileFormat::ods;
  if (zip.has("xl/workbook.bin")) refuse_format(answer, "a binary workbook (XLSB)");
  if (zip.has("[Content_Types].xml")) return FileFormat::xlsx;
  refuse_format(answer, "a packed file that is no spreadsheet");
  return std::nullopt;
}

/// Refuses by name what people may take for one of ours.
bool is_known_other(std::string_view bytes, Answer& answer) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return !refuse_format(answer, "an old Excel file (XLS), or one with a password");
  if (bytes.starts_with("%PDF-")) return !refuse_format(answer, "a PDF");
  const std::string start = lower(bytes.substr(std::min(bytes.find_first_not_of(kBlanks), bytes.size()), 16));
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) return !refuse_format(answer, "a web page");
  if (start.starts_with("<?xml")) return !refuse_format(answer, "XML");
  return false;
}

std::optional<FileFormat> format_in(std::string_view bytes, Answer& answer) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return packed_format(bytes, answer);
  if (bytes.starts_with(std::string_view("SQLite format 3\0", 16))) return FileFormat::gpkg;
  if (is_known_other(bytes, answer)) return std::nullopt;
  const auto first = bytes.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    answer.refuse(ErrorCode::bad_input, "empty", "an empty file", std::string(kFormats));
    return std::nullopt;
  }
  return bytes[first] == '{' ? FileFormat::geojson : FileFormat::csv;
}

void read_packed(FileFormat format, std::string_view bytes, Answer& answer) {
  ZipFile zip(bytes, answer);
  if (answer.refused()) return;
  format == FileFormat::xlsx ? read_xlsx(zip, answer) : read_ods(zip, answer);
}

void read_format(FileFormat format, std::string& bytes, Answer& answer) {
  switch (format) {
    case FileFormat::csv:
      return read_csv(bytes, answer);
    case FileFormat::xlsx:
    case FileFormat::ods:
      return read_packed(format, bytes, answer);
    case FileFormat::geojson:
      return read_geojson(bytes, answer);
    case FileFormat::gpkg:
      return read_geopackage(bytes, answer);
  }
}

}  // namespace

std::optional<FileFormat> judge_format(std::string_view bytes, Answer& answer) {
  const auto format = format_in(bytes, answer);
  if (answer.refused() || !format) return std::nullopt;
  const std::string extension = extension_of(answer.file());
  const auto named =
      std::find_if(kExtensions.begin(), kExtensions.end(), [&](const auto& known) { return known.first == extension; });
  if (named == kExtensions.end() || named->second == *format) return format;
  answer.refuse(ErrorCode::bad_input, "wrong_extension",
                "the content of " + std::string(title(*format)) + " in a file named " + extension,
                std::string(title(named->second)) + ", or another name");
  return std::nullopt;
}

void read_file(std::string& bytes, Answer& answer) {
  try {
    if (const auto format = judge_format(bytes, answer)) read_format(*format, bytes, answer);
  } catch (const std::bad_alloc&) {
    answer.refuse(ErrorCode::too_large, "memory-bytes", "a file that needs more memory than it may have",
                  std::to_string(answer.limits().memory_bytes) + " bytes");
  }
  answer.end();
}

}  // namespace koers::reader
