// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "base/result.h"

namespace koers {

/// The connection or the disk failed in the middle of a commit: the change may be there or not. Read it back before trying again.
class CommitInDoubt : public BrokenWorld {
 public:
  using BrokenWorld::BrokenWorld;
};

}  // namespace koers
