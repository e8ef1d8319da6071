// SPDX-License-Identifier: EUPL-1.2
#include "app/open_data/licence.h"

namespace koers::open_data {

std::string licence_address(const std::string& spdx) {
  struct Known {
    const char* spdx;
    const char* address;
  };
  static constexpr Known kKnown[] = {
      {"CC0-1.0", "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"},
      {"CC-BY-4.0", "http://creativecommons.org/licenses/by/4.0/deed.nl"},
      {"CC-BY-SA-4.0", "http://creativecommons.org/licenses/by-sa/4.0/deed.nl"},
  };
  for (const Known& each : kKnown) {
    if (spdx == each.spdx) return each.address;
  }
  return "https://spdx.org/licenses/" + spdx + ".html";
}

}  // namespace koers::open_data
