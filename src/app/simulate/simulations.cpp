// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/simulations.h"

#include <algorithm>
#include <atomic>
#include <variant>

#include "app/simulate/effect_experiment.h"
#include "store/token.h"

namespace koers {
namespace {

constexpr std::size_t kMaxActive = 16;
constexpr std::ptrdiff_t kMaxOfVisitor = 4;
constexpr std::size_t kMaxKept = 64;
constexpr std::size_t kIdLength = 24;
/// The first turn is short, so that something can be seen; later ones double what there is, up to this.
constexpr std::uint32_t kMaxTurn = 8;

std::uint32_t next_turn(std::uint32_t have, std::uint32_t asked) {
  return std::min(asked - have, std::clamp(have, 1U, kMaxTurn));
}

}  // namespace

struct Simulations::Entry {
  /// What is played on a turn; nothing once it has ended.
  using Play = std::variant<std::monostate, Experiment, EffectExperiment>;

  Entry(SimulationStatus begin, Play of, std::string who)
      : status(std::move(begin)), play(std::move(of)), visitor(std::move(who)) {}

  void tell(const Experiment& experiment) { answer = std::make_shared<const CityComparison>(experiment.compare()); }
  void tell(const EffectExperiment& experiment) { effects = std::make_shared<const EffectTable>(experiment.table()); }

  Watched<SimulationStatus> status;
  std::atomic<std::shared_ptr<const CityComparison>> answer;
  std::atomic<std::shared_ptr<const EffectTable>> effects;
  Play play;  // for the thread that works on it
  std::string visitor;
  std::stop_source stop;
};

Simulations::Simulations(int threads) : threads_(threads), thread_([this](const std::stop_token& stop) { work_through(stop); }) {}

Simulations::~Simulations() {
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, each] : entries_) each->stop.request_stop();
  }
  thread_.request_stop();
  wake_.notify_all();
}

Result<std::shared_ptr<const CitySynthesis>> Simulations::start_of(const std::shared_ptr<const City>& city) {
  const std::lock_guard lock(start_mutex_);
  if (start_city_ == city) return start_;
  auto made = synthesise_city(*city, {{}, 1, threads_, {}});
  if (!made) return std::unexpected(made.error());
  start_city_ = city;
  start_ = std::make_shared<const CitySynthesis>(std::move(*made));
  return start_;
}

Result<SimulationStatus> Simulations::start(std::shared_ptr<const City> city, const CompareRequest& request,
                                            std::string visitor) {
  CompareRequest own = request;
  own.plan.synthesis.threads = threads_;
  SimulationStatus status;
  status.replicates_asked = own.plan.replicates;
  status.total = 2 * own.plan.replicates * static_cast<std::uint32_t>(own.plan.years);
  return begin<Experiment>(std::move(city), own, std::move(status), std::move(visitor));
}

Result<SimulationStatus> Simulations::start(std::shared_ptr<const City> city, const EffectTableRequest& request,
                                            std::string visitor) {
  EffectTableRequest own = request;
  own.baseline.synthesis.threads = threads_;
  SimulationStatus status;
  status.replicates_asked = own.baseline.replicates;
  status.total = years_of(own);
  return begin<EffectExperiment>(std::move(city), own, std::move(status), std::move(visitor));
}

template <class Kind, class Question>
Result<SimulationStatus> Simulations::begin(std::shared_ptr<const City> city, const Question& question, SimulationStatus status,
                                            std::string visitor) {
  const auto begun = start_of(city);
  if (!begun) return std::unexpected(begun.error());
  auto play = Kind::begin(std::move(city), *begun, question);
  if (!play) return std::unexpected(play.error());
  status.id = hash_token(random_token()).substr(0, kIdLength);
  const auto taken = take_in(status.id, std::make_shared<Entry>(status, std::move(*play), std::move(visitor)));
  if (!taken) return std::unexpected(taken.error());
  wake_.notify_one();
  return status;
}

Result<void> Simulations::take_in(const std::string& id, const std::shared_ptr<Entry>& made) {
  const std::lock_guard lock(mutex_);
  const auto of_visitor = std::ranges::count_if(entries_, [&](const auto& each) {
    return each.second->visitor == made->visitor && !each.second->status.get().has_ended();
  });
  if (of_visitor >= kMaxOfVisitor || active_.size() >= kMaxActive)
    return failure(ErrorCode::too_many_requests, "Too much is being simulated already; try again soon.");
  entries_[id] = made;
  order_.push_back(id);
  active_.push_back(made);
  forget_old();
  return {};
}

void Simulations::forget_old() {
  while (order_.size() > kMaxKept) {
    entries_.erase(order_.front());
    order_.pop_front();
  }
}

std::shared_ptr<Simulations::Entry> Simulations::entry(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : found->second;
}

std::optional<SimulationStatus> Simulations::find(const std::string& id) const {
  const auto found = entry(id);
  return found ? std::optional(found->status.get()) : std::nullopt;
}

std::shared_ptr<const CityComparison> Simulations::answer(const std::string& id) const {
  const auto found = entry(id);
  return found ? found->answer.load() : nullptr;
}

std::shared_ptr<const EffectTable> Simulations::effects(const std::string& id) const {
  const auto found = entry(id);
  return found ? found->effects.load() : nullptr;
}

bool Simulations::cancel(const std::string& id) {
  const auto found = entry(id);
  if (found) found->stop.request_stop();
  return found != nullptr;
}

void Simulations::listen(const std::string& id, Listener listener) {
  if (const auto found = entry(id)) found->status.listen(std::move(listener));
}

void Simulations::work_through(const std::stop_token& stop) {
  for (;;) {
    std::shared_ptr<Entry> next;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [&] { return !active_.empty(); })) return;
      next = std::move(active_.front());
      active_.pop_front();
    }
    try {
      take_turn(*next);
    } catch (const std::exception& problem) {
      next->status.update([&](SimulationStatus& status) {
        status.state = JobState::failed;
        status.error = Error{ErrorCode::broken_world, problem.what(), {}};
      });
    }
    if (next->status.get().has_ended()) {  // changed by this thread only
      next->play = std::monostate();
      continue;
    }
    const std::lock_guard lock(mutex_);
    active_.push_back(std::move(next));
  }
}

template <class Kind>
void Simulations::take_turn(Entry& of, Kind& play) {
  const std::uint32_t asked = of.status.get().replicates_asked;
  const auto progress = [&of, done_before = of.status.get().done](std::uint32_t years, std::uint32_t) {
    of.status.update([&](SimulationStatus& status) { status.done = done_before + years; });
    return !of.stop.stop_requested();
  };
  of.status.update([](SimulationStatus& status) { status.state = JobState::running; });
  Result<void> added = failure(ErrorCode::cancelled, "Cancelled before it began.");
  if (!of.stop.stop_requested()) added = play.add(next_turn(play.replicates(), asked), progress);
  if (added) of.tell(play);
  of.status.update([&](SimulationStatus& status) {
    status.replicates = play.replicates();
    if (status.replicates == asked) status.state = JobState::done;
    if (added) {
      ++status.answers;
      return;
    }
    status.state = added.error().code == ErrorCode::cancelled ? JobState::cancelled : JobState::failed;
    status.error = std::move(added.error());
  });
}

void Simulations::take_turn(Entry& of) {
  if (auto* comparison = std::get_if<Experiment>(&of.play)) take_turn(of, *comparison);
  if (auto* table = std::get_if<EffectExperiment>(&of.play)) take_turn(of, *table);
}

}  // namespace koers
