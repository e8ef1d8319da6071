// SPDX-License-Identifier: EUPL-1.2
// Parameters that are not known, drawn around a centre, so that what they do not say shows in an interval.
#pragma once
#include "simulate/draws.h"
#include "simulate/parameters.h"

namespace koers::simulate {

/// Each parameter times a factor of its own, even between 1 − `spread` and 1 + `spread`, held within its range; those that are 0
/// stay 0. A function of the stream and the parameter's name: other rows of the table change nothing. A made-up spread, which is
/// no posterior: it says how much answers move when parameters do.
[[nodiscard]] Parameters drawn_parameters(const Parameters& centre, double spread, Stream stream);

}  // namespace koers::simulate
