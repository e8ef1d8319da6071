// SPDX-License-Identifier: EUPL-1.2
#include "read/text_encoding.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace koers::reader {
namespace {

/// The characters of 0x80 to 0x9F (WHATWG Encoding, index windows-1252; its five unused ones are refused here: 0).
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

void add(std::string& out, char32_t code) {
  const auto byte = [&](unsigned first, unsigned shift) { out += static_cast<char>(first | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    byte(0x80, 0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    byte(0x80, 6);
    byte(0x80, 0);
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    byte(0x80, 12);
    byte(0x80, 6);
    byte(0x80, 0);
  }
}

void refuse_at(std::string_view decoded, std::string found, Answer& answer) {
  const Place place = place_of(decoded, decoded.size(), "");
  answer.at(place.line, 0);
  answer.refuse(ErrorCode::bad_input, "encoding", std::move(found),
                "text in UTF-8, UTF-16 with a byte order mark or Windows-1252");
}

std::string from_utf16(std::string_view bytes, bool big_endian, Answer& answer) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto one = static_cast<std::uint8_t>(bytes[at]);
    const auto two = static_cast<std::uint8_t>(bytes[at + 1]);
    return big_endian ? static_cast<char32_t>(one << 8U | two) : static_cast<char32_t>(two << 8U | one);
  };
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const bool whole = at + 2 <= bytes.size();
    char32_t code = whole ? unit(at) : 0xDC00;
    if (code >= 0xD800 && code < 0xDC00 && at + 4 <= bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    if (code >= 0xD800 && code < 0xE000) {
      refuse_at(out, "half a character of UTF-16", answer);
      return out;
    }
    add(out, code);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes, Answer& answer) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    const char32_t code = byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80U) : byte;
    if (code == 0 && byte != 0) {
      refuse_at(out, "the byte " + std::to_string(byte), answer);
      return out;
    }
    add(out, code);
  }
  return out;
}

DecodedText decode(std::string_view bytes, Answer& answer) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    const std::string_view rest = bytes.substr(3);
    if (const auto bad = first_invalid_utf8(rest))
      refuse_at(rest.substr(0, *bad), "a byte that is not UTF-8 after the mark of UTF-8", answer);
    return {std::string(rest), "UTF-8"};
  }
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false, answer), "UTF-16LE"};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true, answer), "UTF-16BE"};
  if (!first_invalid_utf8(bytes)) return {std::string(bytes), "UTF-8"};
  return {from_windows_1252(bytes, answer), "windows-1252"};
}

}  // namespace

DecodedText decode_text(std::string_view bytes, Answer& answer) {
  DecodedText decoded = decode(bytes, answer);
  if (const auto bad = first_control_character(decoded.text)) {
    refuse_at(std::string_view(decoded.text).substr(0, *bad), "a control character: this is no text", answer);
  }
  return decoded;
}

}  // namespace koers::reader
