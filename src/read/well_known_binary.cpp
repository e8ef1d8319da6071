// SPDX-License-Identifier: EUPL-1.2
#include "read/well_known_binary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace koers::reader {
namespace {

/// Takes numbers from the front; reading past the end is refused.
class Bytes {
 public:
  Bytes(std::string_view bytes, Answer& answer) : bytes_(bytes), answer_(answer) {}

  template <class T>
  T take(bool little_endian) {
    if (bytes_.size() < sizeof(T)) {
      refuse("a geometry that breaks off");
      return {};
    }
    std::array<char, sizeof(T)> raw{};
    std::copy_n(bytes_.begin(), sizeof(T), raw.begin());
    bytes_.remove_prefix(sizeof(T));
    if (little_endian != (std::endian::native == std::endian::little)) std::reverse(raw.begin(), raw.end());
    return std::bit_cast<T>(raw);
  }
  void skip(std::size_t count) {
    if (bytes_.size() < count) return refuse("a geometry that breaks off");
    bytes_.remove_prefix(count);
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }
  void refuse(std::string found) {
    answer_.refuse(ErrorCode::bad_input, "geometry", std::move(found), "a geometry of GeoPackage");
  }
  [[nodiscard]] bool refused() const { return answer_.refused(); }
  bool keep_depth(std::int64_t depth) { return answer_.keep("depth", depth); }

 private:
  std::string_view bytes_;
  Answer& answer_;
};

struct Head {
  bool little_endian = true;
  std::uint32_t type = 0;  ///< 1 to 7
  int dimensions = 2;
};

class WellKnownBinary {
 public:
  WellKnownBinary(Bytes& bytes, Positions& positions) : bytes_(bytes), positions_(positions) {}

  [[nodiscard]] std::string geometry(std::int64_t depth) {
    const Head head = take_head();
    if (bytes_.refused() || !bytes_.keep_depth(depth)) return {};
    std::string out = "{\"type\":\"";
    if (head.type == kGeometryCollectionNumber) {
      out += std::string(kGeometryCollection) + "\",\"geometries\":";
      list(out, head, [&] { out += geometry(depth + 1); });
    } else {
      out += std::string(kGeometryTypes.at(head.type - 1).name) + "\",\"coordinates\":";
      coordinates(out, head);
    }
    return out + '}';
  }

 private:
  Head take_head() {
    Head head;
    const auto order = bytes_.take<std::uint8_t>(true);
    head.little_endian = order == 1;
    const auto number = bytes_.take<std::uint32_t>(head.little_endian);
    head.type = number % 1000;
    const std::uint32_t extra = number / 1000;  // Z, M, both
    head.dimensions = extra == 0 ? 2 : (extra == 3 ? 4 : 3);
    const bool known = order <= 1 && extra <= 3 && head.type >= 1 && head.type <= kGeometryCollectionNumber;
    if (!known && !bytes_.refused()) bytes_.refuse("the geometry type " + std::to_string(number));
    return head;
  }

  void list(std::string& out, const Head& head, const auto& item) {
    const auto count = bytes_.take<std::uint32_t>(head.little_endian);
    out += '[';
    for (std::uint32_t i = 0; i < count && !bytes_.refused(); ++i) {
      if (i > 0) out += ',';
      item();
    }
    out += ']';
  }

  void position(std::string& out, const Head& head) {
    const auto x = bytes_.take<double>(head.little_endian);
    const auto y = bytes_.take<double>(head.little_endian);
    bytes_.skip(sizeof(double) * static_cast<std::size_t>(head.dimensions - 2));
    if (!bytes_.refused()) positions_.add(out, x, y);
  }

  void rings(std::string& out, const Head& head) {
    list(out, head, [&] { list(out, head, [&] { position(out, head); }); });
  }

  /// The parts of a multi-geometry carry heads of their own, of one type only.
  void part(std::string& out, std::uint32_t expected) {
    const Head head = take_head();
    if (bytes_.refused()) return;
    if (head.type != expected) return bytes_.refuse("a part of type " + std::to_string(head.type) + " in a geometry of others");
    coordinates(out, head);
  }

  void coordinates(std::string& out, const Head& head) {
    switch (head.type) {
      case 1:
        return position(out, head);
      case 2:
        return list(out, head, [&] { position(out, head); });
      case 3:
        return rings(out, head);
      default:
        return list(out, head, [&] { part(out, head.type - 3); });
    }
  }

  Bytes& bytes_;
  Positions& positions_;
};

/// POINT EMPTY is a point of which the numbers are none.
bool is_empty_point(std::string_view binary, Answer& answer) {
  Bytes bytes(binary, answer);
  const bool little_endian = bytes.take<std::uint8_t>(true) == 1;
  if (bytes.take<std::uint32_t>(little_endian) % 1000 != 1 || bytes.refused()) return false;
  return std::isnan(bytes.take<double>(little_endian));
}

}  // namespace

GeoPackageGeometry read_geopackage_geometry(std::string_view blob, Positions& positions, Answer& answer) {
  constexpr std::array<std::size_t, 5> kEnvelopeBytes = {0, 32, 48, 48, 64};
  GeoPackageGeometry read;
  Bytes bytes(blob, answer);
  if (!blob.starts_with("GP") || blob.size() < 8 || blob[2] != 0) {
    bytes.refuse("a geometry without its mark");
    return read;
  }
  bytes.skip(3);
  const auto flags = bytes.take<std::uint8_t>(true);
  read.reference_system = bytes.take<std::int32_t>((flags & 1U) != 0);
  const std::size_t envelope = (flags >> 1U) & 7U;
  if (envelope >= kEnvelopeBytes.size() || (flags & 0x20U) != 0) {
    bytes.refuse("a geometry of an unknown extension");
    return read;
  }
  bytes.skip(kEnvelopeBytes.at(envelope));
  const bool is_empty = (flags & 0x10U) != 0;
  if (answer.refused() || is_empty || is_empty_point(blob.substr(blob.size() - bytes.left()), answer)) return read;
  read.geojson = WellKnownBinary(bytes, positions).geometry(1);
  if (bytes.left() > 0 && !answer.refused()) bytes.refuse("bytes behind the geometry");
  return read;
}

}  // namespace koers::reader
