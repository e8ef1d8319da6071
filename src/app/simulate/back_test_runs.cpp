// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/back_test_runs.h"

#include <mutex>
#include <optional>

#include "app/simulate/building_programme.h"
#include "base/parallel.h"
#include "simulate/synthesise.h"

namespace koers {
namespace {

using simulate::Measure;

double at(const simulate::MeasureRow& row, Measure measure) { return row[static_cast<std::size_t>(measure)]; }

std::array<double, kJudgedAges> ages_of(const simulate::YearResult& year) {
  constexpr std::array kAges{Measure::persons_0_14, Measure::persons_15_24, Measure::persons_25_44, Measure::persons_45_64,
                             Measure::persons_65_plus};
  std::array<double, kJudgedAges> out{};
  for (const simulate::MeasureRow& row : year.neighbourhoods) {
    for (std::size_t i = 0; i < kJudgedAges; ++i) out[i] += at(row, kAges[i]);
  }
  return out;
}

BackTestReplicate compared(const simulate::RunResult& result, const simulate::Population& start) {
  BackTestReplicate out;
  out.persons.resize(start.districts.size());
  out.dwellings.resize(start.districts.size());
  const auto& last = result.years.back().neighbourhoods;
  for (std::size_t i = 0; i < last.size(); ++i) {
    out.persons[start.neighbourhoods[i].district] += at(last[i], Measure::persons);
    out.dwellings[start.neighbourhoods[i].district] += at(last[i], Measure::dwellings);
  }
  for (const simulate::YearResult& year : result.years) out.ages.push_back(ages_of(year));
  return out;
}

simulate::ParameterDraws draws_of(const ValidationRequest& request) {
  RunRequest run;
  run.parameters = request.parameters;
  return draws_for(run);
}

class Runs {
 public:
  Runs(const simulate::Margins& margins, const std::vector<BackTestVariant>& variants, const std::vector<std::int64_t>& change,
       const simulate::Parameters& parameters, const ValidationRequest& request, const simulate::Progress& progress)
      : margins_(margins),
        variants_(variants),
        change_(change),
        parameters_(parameters),
        draws_(draws_of(request)),
        request_(request),
        progress_(progress),
        rates_(simulate::netherlands_known_in(request.from)) {}

  Result<std::vector<std::vector<BackTestReplicate>>> run() {
    auto start = made(0, false);
    if (!start) return std::unexpected(start.error());
    start_ = std::move(*start);
    std::vector<std::optional<Result<BackTestReplicate>>> done(variants_.size() * request_.replicates);
    for_each_index(done.size(), request_.threads, [&](std::size_t i) {
      done[i] = run_one(variants_[i / request_.replicates], static_cast<std::uint32_t>(i % request_.replicates));
    });
    std::vector<std::vector<BackTestReplicate>> out(variants_.size());
    for (std::size_t i = 0; i < done.size(); ++i) {
      if (!*done[i]) return std::unexpected(done[i]->error());
      out[i / request_.replicates].push_back(std::move(**done[i]));
    }
    return out;
  }

 private:
  /// Replicate 0 is the estimate itself.
  [[nodiscard]] Result<simulate::Population> made(std::uint32_t replicate, bool uncertain) const {
    const simulate::Stream stream{request_.seed, uncertain ? replicate : 0};
    auto made = simulate::synthesise(simulate::perturbed(margins_, stream), stream);
    if (!made) return std::unexpected(made.error());
    return std::move(made->population);
  }

  [[nodiscard]] simulate::RunSetting setting_of(const BackTestVariant& variant, std::uint32_t replicate,
                                                const simulate::Population& start) const {
    simulate::RunSetting out;
    out.years = request_.to - request_.from;
    out.stream = {request_.seed, replicate};
    out.parameters = parameters_;
    if (variant.uncertainty != Uncertainty::chance) out.parameters = simulate::with_draw(out.parameters, draws_, replicate);
    if (variant.knowledge == Knowledge::programme) out.plan = building_programme(start, change_, request_.from, request_.to - 1);
    return out;
  }

  Result<BackTestReplicate> run_one(const BackTestVariant& variant, std::uint32_t replicate) {
    const bool uncertain = variant.uncertainty == Uncertainty::parameters_and_start;
    auto start = uncertain ? made(replicate, true) : Result<simulate::Population>(start_);
    if (!start) return std::unexpected(start.error());
    auto engine = simulate::Engine::begin(*start, setting_of(variant, replicate, *start), rates_);
    if (!engine) return std::unexpected(engine.error());
    while (!engine->is_done()) {
      engine->step();
      if (!go_on()) return failure(ErrorCode::cancelled, "The back-test was cancelled.");
    }
    return compared(std::as_const(*engine).result(), *start);
  }

  bool go_on() {
    const std::scoped_lock lock(mutex_);
    if (cancelled_) return false;
    const auto all = static_cast<std::uint32_t>(variants_.size()) * request_.replicates *
                     static_cast<std::uint32_t>(request_.to - request_.from);
    cancelled_ = progress_ && !progress_(++years_done_, all);
    return !cancelled_;
  }

  const simulate::Margins& margins_;
  const std::vector<BackTestVariant>& variants_;
  const std::vector<std::int64_t>& change_;
  const simulate::Parameters& parameters_;
  simulate::ParameterDraws draws_;
  const ValidationRequest& request_;
  const simulate::Progress& progress_;
  const simulate::Rates& rates_;
  simulate::Population start_;
  std::mutex mutex_;
  std::uint32_t years_done_ = 0;  // guarded by mutex_, as is cancelled_
  bool cancelled_ = false;
};

}  // namespace

Result<std::vector<std::vector<BackTestReplicate>>> back_test_runs(
    const simulate::Margins& margins, const std::vector<BackTestVariant>& variants, const std::vector<std::int64_t>& change,
    const simulate::Parameters& parameters, const ValidationRequest& request, const simulate::Progress& progress) {
  return Runs(margins, variants, change, parameters, request, progress).run();
}

}  // namespace koers
