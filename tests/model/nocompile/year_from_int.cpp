// SPDX-License-Identifier: EUPL-1.2
#include "model/agenda.h"

using namespace koers;

Year next(Year year) { return Year{year.value + 1}; }

int main() { return next(2021).value; }
