// SPDX-License-Identifier: EUPL-1.2
#include "report/markup.h"

#include <charconv>
#include <cmath>

namespace koers::report {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char each : text) {
    const auto code = static_cast<unsigned char>(each);
    if ((code < 0x20 && each != '\n' && each != '\t') || code == 0x7f) continue;
    switch (each) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += each;
    }
  }
  return out;
}

std::string coordinate(double value) {
  constexpr double kFarthest = 1e6;  // outside every picture
  const double bounded = std::isfinite(value) ? std::fmax(-kFarthest, std::fmin(kFarthest, value)) : 0.0;
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, std::round(bounded * 100) / 100).ptr;
  return {text, end};
}

}  // namespace koers::report
