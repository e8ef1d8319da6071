// SPDX-License-Identifier: EUPL-1.2
// A table or map file from outside, opened by `koers-read`: a process of its own that may touch nothing else, so that a malicious
// file can hurt nothing. What comes back is not believed either: it is held against the same limits.
#pragma once
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/foreign_limits.h"
#include "base/foreign_table.h"
#include "base/result.h"

namespace koers {

/// A file has sheets (CSV, XLSX, ODS) or layers (GeoJSON, GeoPackage), in its own order.
struct ForeignFile {
  std::string name;       ///< without its folders, for messages; `ForeignSheet::file` and `ForeignLayer::origin` repeat it
  std::string format;     ///< csv, xlsx, ods, geojson or gpkg, as judged by what is in it
  std::string encoding;   ///< of CSV: UTF-8, UTF-16LE, UTF-16BE or windows-1252, as judged
  std::string delimiter;  ///< of CSV: `,`, `;` or a tab, as judged
  std::vector<ForeignSheet> sheets;
  std::vector<ForeignLayer> layers;
};

struct ReadOptions {
  std::filesystem::path program = {};  ///< empty: `koers-read` beside the running program
  std::string name = {};  ///< what the file is called, where its path does not say it (an upload); empty: the path's name
  ForeignLimits limits = {};
  std::function<void(std::int64_t done, std::int64_t total)> progress =
      {};  ///< rows and features so far; the total is not known: 0
  std::stop_token stop = {};
};

/// Rows keep the number they have in the file; `cells[i]` of a row is column i + 1, up to its last cell that is not empty or that
/// is part of a merged block. Refused, with the place (file; line: row; column: column; path: sheet): what is damaged
/// (`bad_input`), goes over a limit (`too_large`), is of another format (`unsupported`). `not_found`: no such file; `cancelled`:
/// asked to stop. Nothing is half read: an answer without its end is an error. Throws BrokenWorld when the program is not there.
/// From any thread.
[[nodiscard]] Result<ForeignFile> read_foreign_file(const std::filesystem::path& path, const ReadOptions& options = {});

}  // namespace koers
