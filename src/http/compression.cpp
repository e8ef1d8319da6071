// SPDX-License-Identifier: EUPL-1.2
#include "http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "base/result.h"
#include "http/field_text.h"

namespace koers::http {
namespace {

// A weight of RFC 9110 12.4.2 in thousandths: 0, 0.5, 1.000; at most three decimals.
std::optional<int> parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int thousandths = 0;
  int unit = 100;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return std::nullopt;
    thousandths += (digit - '0') * unit;
    unit /= 10;
  }
  if (text[0] == '0') return thousandths;
  return thousandths == 0 ? std::optional(1000) : std::nullopt;
}

struct Coding {
  std::string_view name;
  int weight = 1000;
};

// One element of the list, such as `gzip;q=0.8`. What cannot be read weighs nothing.
Coding parse_coding(std::string_view element) {
  const std::size_t semicolon = element.find(';');
  Coding coding{trim(element.substr(0, semicolon))};
  if (semicolon == std::string_view::npos) return coding;
  const std::string_view parameter = trim(element.substr(semicolon + 1));
  const bool is_weight = parameter.size() > 2 && (parameter[0] == 'q' || parameter[0] == 'Q') && parameter[1] == '=';
  coding.weight = is_weight ? parse_weight(parameter.substr(2)).value_or(0) : 0;
  return coding;
}

// deflateEnd must follow deflateInit on every path.
class Deflater {
 public:
  Deflater() {
    constexpr int kGzipWindow = 15 + 16;  // zlib: + 16 asks for the gzip wrapper
    constexpr int kLevel = 5;             // within 2 % of level 6 on JSON, at about two thirds of its time
    if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw BrokenWorld("zlib could not start");
    }
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
};

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<int> gzip_weight;
  std::optional<int> any_weight;
  for_each_element(accept_encoding, [&](std::string_view element) {
    const Coding coding = parse_coding(element);
    if (equal_ignoring_case(coding.name, "gzip") || equal_ignoring_case(coding.name, "x-gzip")) gzip_weight = coding.weight;
    if (coding.name == "*") any_weight = coding.weight;
  });
  return gzip_weight.value_or(any_weight.value_or(0)) > 0;
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = trim(content_type.substr(0, content_type.find(';')));
  static constexpr std::array<std::string_view, 6> kTypes{"application/json", "application/javascript",    "application/xml",
                                                          "application/yaml", "application/manifest+json", "image/svg+xml"};
  if (type == "text/event-stream") return false;  // each event must leave at once
  return type.starts_with("text/") || type.ends_with("+json") || std::ranges::find(kTypes, type) != kTypes.end();
}

std::string gzip(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max() / 2) throw BrokenWorld("too large to compress in memory");
  Deflater deflater;
  z_stream& stream = deflater.stream();
  std::string input(bytes);  // zlib wants a pointer to non-const
  std::string out(deflateBound(&stream, input.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw BrokenWorld("zlib could not finish");
  out.resize(stream.total_out);
  out.shrink_to_fit();
  return out;
}

}  // namespace koers::http
