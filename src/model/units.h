// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace koers {

/// A unit that figures and indicators may have. The values of an additive one, over the parts of an area, add up to the whole.
struct Unit {
  std::string_view name;
  bool is_additive;
};

inline constexpr std::array kUnits{
    Unit{"%", false},         Unit{"EUR", false},        Unit{"cars", true},
    Unit{"cases", false},     Unit{"class", false},      Unit{"companies", false},
    Unit{"courses", false},   Unit{"crimes", false},     Unit{"districts", false},
    Unit{"documents", false}, Unit{"dwellings", true},   Unit{"establishments", false},
    Unit{"fte", false},       Unit{"guidelines", false}, Unit{"ha", false},
    Unit{"households", true}, Unit{"index", false},      Unit{"jobs", false},
    Unit{"kWh", false},       Unit{"kg", false},         Unit{"km", false},
    Unit{"km2", true},        Unit{"lines", false},      Unit{"m2", false},
    Unit{"m3", false},        Unit{"mark", false},       Unit{"mechanisms", false},
    Unit{"messages", false},  Unit{"months", false},     Unit{"neighbourhoods", false},
    Unit{"per 1000", false},  Unit{"per km2", false},    Unit{"persons", true},
    Unit{"pillars", false},   Unit{"projects", false},   Unit{"questions", false},
    Unit{"rank", false},      Unit{"ratio", false},      Unit{"schools", false},
    Unit{"score", false},     Unit{"sectors", false},    Unit{"sites", false},
    Unit{"views", false},     Unit{"years", false},
};

[[nodiscard]] constexpr const Unit* find_unit(std::string_view name) {
  const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& unit) { return unit.name == name; });
  return found == kUnits.end() ? nullptr : &*found;
}

}  // namespace koers
