// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <SQLiteCpp/Exception.h>

#include <filesystem>

namespace koers {

/// Throws the BrokenWorld that tells in a sentence what SQLite's error means for whoever keeps `file`.
[[noreturn]] void throw_sqlite_fault(const SQLite::Exception& fault, const std::filesystem::path& file);

/// Runs `work` and translates what SQLiteCpp throws.
template <class Work>
auto with_sqlite_faults(const std::filesystem::path& file, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& fault) {
    throw_sqlite_fault(fault, file);
  }
}

}  // namespace koers
