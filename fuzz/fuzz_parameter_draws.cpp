// SPDX-License-Identifier: EUPL-1.2
// Draws of parameters that somebody brings along. What is read is written, and reads as the same; no draw leaves a range.
#include <cstdint>

#include "require.h"
#include "simulate/parameter_draws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace koers::simulate;
  const auto draws = draws_from_csv({reinterpret_cast<const char*>(data), size}, "f");
  if (!draws) return 0;
  const auto again = draws_from_csv(to_csv(*draws), "g");
  require(again && *again == *draws);
  for (std::uint32_t replicate = 1; replicate <= draws->rows.size(); ++replicate)
    require(check(with_draw({}, *draws, replicate)).empty());
  return 0;
}
