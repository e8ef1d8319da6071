// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdlib>

/// What must hold of whatever was read; the fuzzer keeps the input of which it does not.
inline void require(bool holds) {
  if (!holds) std::abort();
}
