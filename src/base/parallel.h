// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <functional>

namespace koers {

/// Calls `work(0)` … `work(count − 1)`, each once, on that many threads (at least one), and returns when all are done. The order
/// is free: calls share nothing that one of them writes. What one of them throws first is thrown on when the others have stopped.
void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace koers
