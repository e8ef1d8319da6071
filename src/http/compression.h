// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace koers::http {

/// Whether an `Accept-Encoding` field allows gzip, by the rules of RFC 9110 12.5.3: quality values, `*`, `x-gzip`; a field that
/// is absent or cannot be read means no.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Whether gzip helps this media type (parameters are ignored): text, JSON, XML, SVG, JavaScript.
[[nodiscard]] bool is_compressible(std::string_view content_type);

/// Below this size the gzip form saves less than a packet.
inline constexpr std::size_t kMinimumToCompress = 1024;

/// The gzip form; the same bytes give the same form. Throws BrokenWorld when memory runs out.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace koers::http
