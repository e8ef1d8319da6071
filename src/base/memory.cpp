// SPDX-License-Identifier: EUPL-1.2
#include "base/memory.h"

#include <malloc.h>

namespace koers {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargest = 32 << 20;  // what is larger is mapped by itself, and goes back when it is freed
  constexpr int kMostKept = 128 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kLargest);
  ::mallopt(M_TRIM_THRESHOLD, kMostKept);
#endif
}

}  // namespace koers
