// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.h"

#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace koers {

void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> has_failed = false;
  std::exception_ptr failure;  // written by the one that sets has_failed, read after all have stopped
  const auto take = [&] {
    try {
      for (std::size_t i = next++; i < count && !has_failed; i = next++) work(i);
    } catch (...) {
      if (!has_failed.exchange(true)) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(take);
    take();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace koers
