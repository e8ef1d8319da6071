// SPDX-License-Identifier: EUPL-1.2
#include "model/agenda.h"

using namespace koers;

int main() { return static_cast<int>((Euro{100} + Fte{50}).cents); }
