// SPDX-License-Identifier: EUPL-1.2
// One sheet of a file from outside, as all imports open it.
#pragma once
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "fetch/foreign_file.h"

namespace koers {

struct SheetRequest {
  std::filesystem::path file;
  std::string name = {};              ///< what the file is called, where its path does not say it
  std::string sheet = {};             ///< empty: the only one that is not hidden
  std::filesystem::path reader = {};  ///< `koers-read`; empty: beside the running program
  ForeignLimits limits = {};
  std::function<void(std::int64_t done, std::int64_t total)> progress = {};
  std::stop_token stop = {};
};

struct OpenedSheet {
  ForeignSheet sheet;
  std::string format;    ///< csv, xlsx or ods
  bool is_only = false;  ///< the file has no other
};

/// By which a sheet is known when nobody names one.
using SheetTest = std::function<bool(const ForeignSheet&)>;

/// Opened by `koers-read`. When no sheet is named: the only one that can be seen, of those that `is_meant` knows where it knows
/// any. `bad_input` names the sheets that there are.
[[nodiscard]] Result<OpenedSheet> open_sheet(const SheetRequest& request, const SheetTest& is_meant = {});

}  // namespace koers
