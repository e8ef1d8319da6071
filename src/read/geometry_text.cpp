// SPDX-License-Identifier: EUPL-1.2
#include "read/geometry_text.h"

#include <array>
#include <charconv>

#include "base/national_grid.h"
#include "read/number_text.h"

namespace koers::reader {
namespace {

/// To a centimetre: what the conversion can say is less.
std::string seven_decimals(double degrees) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), degrees, std::chars_format::fixed, 7);
  return {digits.data(), end};
}

}  // namespace

std::optional<Coordinates> coordinates_of(std::string_view organisation, std::string_view code) {
  if ((organisation == "EPSG" || organisation == "epsg") && code == "4326") return Coordinates::wgs84;
  if ((organisation == "EPSG" || organisation == "epsg") && code == "28992") return Coordinates::dutch_grid;
  if ((organisation == "OGC" || organisation == "ogc") && (code == "CRS84" || code == "4326")) return Coordinates::wgs84;
  return std::nullopt;
}

void Positions::add(std::string& out, double x, double y) {
  if (!answer_.keep("positions", ++count_)) return;
  const auto refuse = [&](std::string_view expected) {
    const auto text = [](double value) {
      return value == value && value - value == 0 ? number_text(value) : std::string("no number");
    };
    answer_.refuse(ErrorCode::bad_input, "position", "the position " + text(x) + ", " + text(y), std::string(expected));
  };
  if (coordinates_ == Coordinates::dutch_grid) {
    const auto degrees = from_national_grid(x, y);
    if (!degrees) return refuse("x and y within the Dutch grid, in metres");
    out += '[' + seven_decimals(degrees->longitude) + ',' + seven_decimals(degrees->latitude) + ']';
    return;
  }
  if (!(x >= -180 && x <= 180 && y >= -90 && y <= 90)) return refuse("longitude and latitude in degrees (WGS 84)");
  out += '[' + number_text(x) + ',' + number_text(y) + ']';
}

}  // namespace koers::reader
