// SPDX-License-Identifier: EUPL-1.2
#include "model/agenda.h"

using namespace koers;

void take(const Id<Challenge>&) {}

int main() { take(Id<Guideline>("mijn-thuis")); }
