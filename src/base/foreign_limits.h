// SPDX-License-Identifier: EUPL-1.2
// How much of a foreign file is read before it is refused: the same figures for the program that reads and for the one that
// believes it. One table; command line and reference page follow it.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace koers {

/// Each is an upper bound; what goes over it is refused as a whole, never cut off.
struct ForeignLimits {
  std::int64_t input_bytes = 64LL << 20;      ///< of the file itself
  std::int64_t unpacked_bytes = 512LL << 20;  ///< of the parts of a packed file together, as they are read
  std::int64_t output_bytes = 512LL << 20;    ///< of the answer
  std::int64_t memory_bytes = 512LL << 20;    ///< of the reading process
  std::int64_t cpu_seconds = 60;              ///< of the reading process
  std::int64_t wall_seconds = 120;            ///< until the answer is whole
  std::int64_t sheets = 1'000;                ///< sheets or layers
  std::int64_t rows = 1'048'576;              ///< of one sheet, also the highest row number; features of one layer
  std::int64_t columns = 16'384;              ///< the highest column number; properties of a feature
  std::int64_t cells = 5'000'000;             ///< of all sheets, each row counted up to its last cell; properties of all features
  std::int64_t positions = 5'000'000;         ///< of the geometries of all features
  std::int64_t text_bytes = 1LL << 20;        ///< of one cell
  std::int64_t depth = 32;                    ///< of elements or values within each other
};

struct ForeignLimit {
  std::string_view name;
  std::int64_t ForeignLimits::*value;
};

inline constexpr std::array<ForeignLimit, 13> kForeignLimits = {{
    {"input-bytes", &ForeignLimits::input_bytes},
    {"unpacked-bytes", &ForeignLimits::unpacked_bytes},
    {"output-bytes", &ForeignLimits::output_bytes},
    {"memory-bytes", &ForeignLimits::memory_bytes},
    {"cpu-seconds", &ForeignLimits::cpu_seconds},
    {"wall-seconds", &ForeignLimits::wall_seconds},
    {"sheets", &ForeignLimits::sheets},
    {"rows", &ForeignLimits::rows},
    {"columns", &ForeignLimits::columns},
    {"cells", &ForeignLimits::cells},
    {"positions", &ForeignLimits::positions},
    {"text-bytes", &ForeignLimits::text_bytes},
    {"depth", &ForeignLimits::depth},
}};

}  // namespace koers
