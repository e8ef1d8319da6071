// SPDX-License-Identifier: EUPL-1.2
// A file of knapsack problems as somebody wrote it, in both forms. What is read is a sound problem.
#include <cstdint>

#include "app/optimise/knapsack_file.h"
#include "optimise/check.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace koers;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const KnapsackFormat format : {KnapsackFormat::orlib, KnapsackFormat::mmkp}) {
    const auto problems = read_knapsacks(text, "f", format);
    if (!problems) {
      const Error& error = problems.error();
      require(error.code == ErrorCode::too_large || (!error.faults.empty() && error.faults.front().place.file == "f"));
      continue;
    }
    for (const KnapsackProblem& each : *problems) require(optimise::check(each.portfolio).empty());
  }
  return 0;
}
