// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/record_run.h"

#include "store/token.h"

namespace koers {
namespace {

constexpr std::size_t kIdLength = 24;

}  // namespace

Result<void> RunRecording::begin(const std::vector<simulate::EnsembleSetting>& settings) {
  if (!id_.str().empty()) return {};  // of several that go together, the first has begun it
  RunRecord record;
  id_ = Id<RunRecord>(hash_token(random_token()).substr(0, kIdLength));
  record.id = id_;
  record.engine = kEscalatorEngine;
  record.version = KOERS_VERSION;
  record.parameters = asked_.dump();
  record.started = clock_();
  if (!settings.empty()) {
    record.inputs_hash = settings.back().inputs;
    record.seed = settings.back().run.stream.seed;
  }
  return store_.runs().add(record);
}

simulate::RunAll RunRecording::around(simulate::RunAll run_all) {
  return [this, run_all = std::move(run_all)](
             const simulate::Population& start, const std::vector<simulate::EnsembleSetting>& settings,
             const simulate::Progress& progress) -> Result<std::vector<std::vector<simulate::RunResult>>> {
    const auto begun = begin(settings);
    if (!begun) return std::unexpected(begun.error());
    auto results = run_all(start, settings, progress);
    if (results) return results;
    const bool cancelled = results.error().code == ErrorCode::cancelled;
    const auto ended = store_.runs().finish(id_, cancelled ? RunState::cancelled : RunState::failed, clock_(), std::nullopt);
    if (!ended) return std::unexpected(ended.error());
    return results;
  };
}

Result<Id<RunRecord>> RunRecording::finish(const std::string& results) {
  const auto ended = store_.runs().finish(id_, RunState::finished, clock_(), results);
  if (!ended) return std::unexpected(ended.error());
  return id_;
}

}  // namespace koers
