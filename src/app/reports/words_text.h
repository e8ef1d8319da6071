// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string_view>

namespace koers::reports {

/// A file of words/, built into the program.
struct WordsFile {
  std::string_view language;
  std::string_view yaml;
};
[[nodiscard]] std::span<const WordsFile> words_files();

}  // namespace koers::reports
