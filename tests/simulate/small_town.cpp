// SPDX-License-Identifier: EUPL-1.2
#include "small_town.h"

namespace koers::simulate {
namespace {

AreaMargins neighbourhood(const char* code, std::vector<double> people, std::vector<double> households, std::vector<double> types,
                          std::vector<double> tenures) {
  AreaMargins area;
  area.code = code;
  area[MarginKind::people].values = std::move(people);
  area[MarginKind::households].values = std::move(households);
  area[MarginKind::dwelling_types].values = std::move(types);
  area[MarginKind::tenures].values = std::move(tenures);
  return area;
}

}  // namespace

Margins small_town() {
  Margins margins;
  margins.year = 2022;
  margins.districts = {"WK1"};
  margins.regions = {"GM1"};
  margins.areas.push_back(neighbourhood("BU1", {20, 18, 16, 15, 35, 60, 52, 40, 32, 30, 30, 28, 26, 24, 22, 16, 10, 6,  2, 1,
                                                19, 17, 16, 15, 38, 62, 50, 38, 30, 30, 30, 30, 28, 27, 26, 20, 16, 11, 6, 2},
                                        {300, 160, 90}, {420, 100, 30, 10}, {160, 260, 140}));
  margins.areas.push_back(neighbourhood("BU2", {36, 42, 46, 44, 28, 22, 30, 40, 46, 50, 52, 46, 38, 30, 26, 16, 9,  4, 1, 0,
                                                34, 40, 44, 42, 26, 22, 34, 44, 48, 52, 50, 44, 36, 30, 26, 18, 11, 6, 2, 1},
                                        {95, 175, 190}, {40, 260, 120, 50}, {350, 90, 30}));
  margins.areas[1].x_km = 1;
  return margins;
}

}  // namespace koers::simulate
