// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/folded_name.h"

namespace koers {
namespace {

constexpr char kLatinLetters = '\xC3';  // first byte of À … ÿ in UTF-8
constexpr std::string_view kHardSpace = "\xC2\xA0";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

char lower(char c, char before) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const auto byte = static_cast<unsigned char>(c);
  const bool is_capital = before == kLatinLetters && byte >= 0x80 && byte <= 0x9E && byte != 0x97;  // À … Þ, not ×
  return is_capital ? static_cast<char>(byte + 0x20) : c;
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string out;
  bool is_apart = false;  // blanks have passed since the last letter
  char before = 0;
  while (!name.empty()) {
    const bool is_hard = name.starts_with(kHardSpace);
    if (is_hard || is_blank(name.front())) {
      is_apart = true;
      name.remove_prefix(is_hard ? kHardSpace.size() : 1);
      before = 0;
      continue;
    }
    if (is_apart && !out.empty()) out += ' ';
    is_apart = false;
    out += lower(name.front(), before);
    before = name.front();
    name.remove_prefix(1);
  }
  return out;
}

}  // namespace koers
