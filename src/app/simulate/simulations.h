// SPDX-License-Identifier: EUPL-1.2
// Questions to the escalator that are being answered: all of them in turns, so that each has a first answer soon.
#pragma once
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

#include "app/jobs.h"
#include "app/simulate/compare_plans.h"
#include "app/simulate/effect_table.h"

namespace koers {

struct SimulationStatus {
  std::string id;
  JobState state = JobState::waiting;
  std::uint32_t replicates = 0;  ///< of which there is an answer: those that all scenarios have
  std::uint32_t replicates_asked = 0;
  std::uint32_t answers = 0;  ///< how often there has been more to read
  std::uint32_t done = 0;     ///< simulated years, of all scenarios and replicates
  std::uint32_t total = 0;
  std::optional<Error> error;
  [[nodiscard]] bool has_ended() const { return state != JobState::waiting && state != JobState::running; }
};

/// Who knows an id may read and stop it; ids cannot be guessed. Keeps the last ones. From any thread.
class Simulations {
 public:
  using Listener = std::function<void(const SimulationStatus&)>;

  explicit Simulations(int threads);
  ~Simulations();
  Simulations(const Simulations&) = delete;
  Simulations& operator=(const Simulations&) = delete;

  /// `visitor`: of whom only a few run at once. `bad_input` as `Experiment::begin`; `too_many_requests`.
  [[nodiscard]] Result<SimulationStatus> start(std::shared_ptr<const City> city, const CompareRequest& request,
                                               std::string visitor);
  /// The same for many scenarios beside one, each with a turn of its own.
  [[nodiscard]] Result<SimulationStatus> start(std::shared_ptr<const City> city, const EffectTableRequest& request,
                                               std::string visitor);
  [[nodiscard]] std::optional<SimulationStatus> find(const std::string& id) const;
  /// After the replicates so far; null before the first, and for a table.
  [[nodiscard]] std::shared_ptr<const CityComparison> answer(const std::string& id) const;
  /// After the replicates so far; null before the first, and for a comparison.
  [[nodiscard]] std::shared_ptr<const EffectTable> effects(const std::string& id) const;
  /// False when there is none of this id. What has been simulated stays.
  bool cancel(const std::string& id);
  /// Called at once with the present status, then at each change until it has ended; quick, from any thread.
  void listen(const std::string& id, Listener listener);

  /// The starting population of a city, made once.
  [[nodiscard]] Result<std::shared_ptr<const CitySynthesis>> start_of(const std::shared_ptr<const City>& city);

 private:
  struct Entry;
  template <class Kind, class Question>
  [[nodiscard]] Result<SimulationStatus> begin(std::shared_ptr<const City> city, const Question& question,
                                               SimulationStatus status, std::string visitor);
  [[nodiscard]] std::shared_ptr<Entry> entry(const std::string& id) const;
  [[nodiscard]] Result<void> take_in(const std::string& id, const std::shared_ptr<Entry>& entry);
  void work_through(const std::stop_token& stop);
  void take_turn(Entry& of);
  template <class Kind>
  void take_turn(Entry& of, Kind& play);
  void forget_old();

  int threads_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;  // shared with the thread that works on it
  std::deque<std::shared_ptr<Entry>> active_;
  std::deque<std::string> order_;
  std::mutex start_mutex_;  // guards the two below
  std::shared_ptr<const City> start_city_;
  std::shared_ptr<const CitySynthesis> start_;
  std::jthread thread_;  // last: it uses all of the others
};

/// For the API: an answer without its years, a table, one area with its years, and the model card.
[[nodiscard]] nlohmann::ordered_json answer_json(const SimulationStatus& status, const CityComparison& comparison);
[[nodiscard]] nlohmann::ordered_json effects_json(const SimulationStatus& status, const EffectTable& table);
/// `not_found` when there is no such area.
[[nodiscard]] Result<nlohmann::ordered_json> area_json(const CityComparison& comparison, const std::string& area);
[[nodiscard]] nlohmann::ordered_json escalator_card_json(const City& city, const CitySynthesis& start);

}  // namespace koers
