// SPDX-License-Identifier: EUPL-1.2
// Runs spread over the processes of an MPI job.
#pragma once
#include "app/simulate/simulate_city.h"

namespace koers::cli {

/// MPI for as long as it lives; throws `BrokenWorld` when it does not start.
class MpiSession {
 public:
  MpiSession(int& argc, char**& argv);
  ~MpiSession();
  MpiSession(const MpiSession&) = delete;
  MpiSession& operator=(const MpiSession&) = delete;
  [[nodiscard]] int rank() const { return rank_; }
  [[nodiscard]] int ranks() const { return ranks_; }

 private:
  int rank_ = 0;
  int ranks_ = 1;
};

/// Replicate by replicate, dealt out over the ranks. Rank 0 gets the same results, in the same order, as one process alone; the
/// others get `cancelled`, for what they did has been handed over. When one rank fails all do.
[[nodiscard]] simulate::RunAll over_ranks(const MpiSession& session);

}  // namespace koers::cli
