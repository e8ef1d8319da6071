// SPDX-License-Identifier: EUPL-1.2
// Runs of the escalator that are written down in the database, with all that it takes to do them again.
#pragma once
#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "simulate/ensemble.h"
#include "store/store.h"

namespace koers {

inline constexpr const char* kEscalatorEngine = "escalator";

/// One run, or several that go together: it is there as `running` before the first year is simulated, and ends as finished,
/// failed or cancelled. A process that dies leaves it `running`, which is what happened.
class RunRecording {
 public:
  /// `asked`: the request as somebody would make it again; `clock` is asked at both ends. The store outlives this.
  RunRecording(Store& store, nlohmann::ordered_json asked, std::function<Instant()> clock)
      : store_(store), asked_(std::move(asked)), clock_(std::move(clock)) {}

  /// Carries out runs as `run_all` does. Of several settings the hash is that of the last: the plan. Runs that are carried out
  /// after the first go with it into the same record.
  [[nodiscard]] simulate::RunAll around(simulate::RunAll run_all);
  /// After `around` has given results: what they say. Gives the id.
  [[nodiscard]] Result<Id<RunRecord>> finish(const std::string& results);

 private:
  [[nodiscard]] Result<void> begin(const std::vector<simulate::EnsembleSetting>& settings);

  Store& store_;
  nlohmann::ordered_json asked_;
  std::function<Instant()> clock_;
  Id<RunRecord> id_;
};

}  // namespace koers
