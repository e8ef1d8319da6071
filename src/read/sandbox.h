// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "base/foreign_limits.h"

namespace koers::reader {

/// Shuts this process in for good: from here on it may read its standard input, write its standard output and error, ask for
/// memory and chance, and end. Anything else (opening, the network, other programs, memory that is executed) kills it. Memory and
/// processor time are bounded; it dumps no core. Throws BrokenWorld where the system cannot do so: then nothing may be read.
void enter_sandbox(const ForeignLimits& limits);

}  // namespace koers::reader
