// SPDX-License-Identifier: EUPL-1.2
// A checkpoint that somebody else wrote, or that was cut. What is read is written, and reads as the same.
#include <cstdint>

#include "require.h"
#include "simulate/result_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace koers::simulate;
  const auto result = result_from_bytes({reinterpret_cast<const char*>(data), size}, "f");
  if (!result) {
    require(result.error().faults.size() == 1 && result.error().faults.front().place.file == "f");
    return 0;
  }
  const std::string written = to_bytes(*result);
  const auto again = result_from_bytes(written, "g");
  require(again && to_bytes(*again) == written);
  return 0;
}
