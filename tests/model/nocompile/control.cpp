// SPDX-License-Identifier: EUPL-1.2
// What the other snippets try, done right.
#include "model/agenda.h"

using namespace koers;

void take(const Id<Challenge>&) {}
Year next(Year year) { return Year{year.value + 1}; }

int main() {
  take(Id<Challenge>("genoeg-woningen"));
  const Euro sum = Euro{100} + Euro{50};
  return static_cast<int>(sum.cents) + next(Year{2021}).value;
}
