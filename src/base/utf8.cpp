// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace koers {
namespace {

constexpr std::size_t kQuotedBytes = 60;

/// How many bytes the character starting with `lead` has, and the allowed range of its second byte (RFC 3629, section 4).
struct Sequence {
  std::size_t length;
  std::uint8_t second_min;
  std::uint8_t second_max;
};

Sequence sequence_of(std::uint8_t lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool is_continuation(char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Sequence sequence = sequence_of(static_cast<std::uint8_t>(text[at]));
    if (sequence.length == 0 || at + sequence.length > text.size()) return at;
    if (sequence.length > 1) {
      const auto second = static_cast<std::uint8_t>(text[at + 1]);
      if (second < sequence.second_min || second > sequence.second_max) return at;
      for (std::size_t i = 2; i < sequence.length; ++i) {
        if (!is_continuation(text[at + i])) return at;
      }
    }
    at += sequence.length;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_control_character(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
  return found == text.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - text.begin()));
}

Place place_of(std::string_view text, std::size_t offset, const std::string& file) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto last_break = before.rfind('\n');
  const auto column = before.size() - (last_break == std::string_view::npos ? 0 : last_break + 1) + 1;
  return {file, static_cast<int>(line), static_cast<int>(column)};
}

std::optional<Fault> text_fault(std::string_view text, const std::string& file, std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return Fault{
        "too_large", {file, 0, 0}, "", std::to_string(text.size()) + " bytes", "at most " + std::to_string(max_bytes) + " bytes"};
  }
  if (text.starts_with("\xEF\xBB\xBF")) return Fault{"encoding", {file, 1, 1}, "", "a byte order mark", "UTF-8 without one"};
  if (const auto bad = first_invalid_utf8(text)) {
    return Fault{"encoding", place_of(text, *bad, file), "", "a byte that is not UTF-8", "UTF-8"};
  }
  if (const auto bad = first_control_character(text)) {
    return Fault{"encoding", place_of(text, *bad, file), "", "a control character", "printable text"};
  }
  return std::nullopt;
}

std::string in_quotes(std::string_view text) {
  if (text.size() <= kQuotedBytes) return '"' + std::string(text) + '"';
  std::size_t end = kQuotedBytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return '"' + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace koers
