// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace koers {

/// Freed memory stays with the program for the next who asks. A simulated year takes and frees the same few megabytes again and
/// again; given back to the system each time, much of a run goes into getting them. Where the C library has no such setting,
/// nothing happens.
void keep_freed_memory();

}  // namespace koers
