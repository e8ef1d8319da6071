// SPDX-License-Identifier: EUPL-1.2
// Appends to the database of its argument for ever and prints each seq once it is acknowledged; kill_test ends it.
#include <unistd.h>

#include <iostream>
#include <string>

#include "store/store.h"

int main(int, char** arguments) {
  auto opened = koers::open_store(arguments[1]);
  if (!opened) return 1;
  koers::Ledger& ledger = (*opened)->ledger();
  std::int64_t next = ledger.head().seq + 1;
  while (true) {
    std::vector<koers::Draft> drafts;
    for (std::int64_t n = 0; n < 1 + next % 3; ++n) {
      drafts.push_back({koers::Kind::challenge, "d" + std::to_string(next + n), std::string(300, 'x'), 0});
    }
    const auto written = ledger.append(drafts, {koers::Instant{next}, std::to_string(::getpid()), {}});
    if (!written) return 2;
    next = written->back().seq + 1;
    // One write per line: a killed process leaves at most an unfinished last line.
    const std::string line = std::to_string(written->back().seq) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 3;
  }
}
