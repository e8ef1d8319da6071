// SPDX-License-Identifier: EUPL-1.2
#include "simulate/risk_paths.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/parallel.h"
#include "simulate/exponential.h"

namespace koers::simulate {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// ---- Parameters

std::string place(std::string_view field, std::size_t index) { return std::string(field) + '[' + std::to_string(index) + ']'; }

class Checker {
 public:
  void bounds(std::string_view field, std::span<const double> given) {
    if (given.size() >= kMostClasses) {
      add("too_large", field, std::to_string(given.size()) + " bounds", "at most " + std::to_string(kMostClasses - 1));
    }
    double previous = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!(given[i] > previous && given[i] < kLifeYears)) {
        add("not_increasing", place(field, i), std::to_string(given[i]),
            "years above " + std::to_string(previous) + " and below " + std::to_string(kLifeYears));
      }
      previous = given[i];
    }
  }
  void hazards(std::string_view field, std::span<const double> given, std::size_t expected) {
    if (given.size() != expected) {
      add("wrong_count", field, std::to_string(given.size()) + " values", std::to_string(expected) + ", one per class");
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (given[i] >= 0 && given[i] <= kMostHazard) continue;
      add("out_of_range", place(field, i), std::to_string(given[i]), "between 0 and 1e9");
    }
  }
  void duration(std::string_view field, double years) {
    if (!(years > 0 && years < kLifeYears))
      add("out_of_range", std::string(field), std::to_string(years), "years above 0 and below 100");
  }
  [[nodiscard]] Result<void> verdict() && {
    if (faults_.empty()) return {};
    return failure(ErrorCode::bad_input, "The parameters of RiskPaths are not allowed.", std::move(faults_));
  }

 private:
  void add(std::string rule, std::string_view path, std::string found, std::string expected) {
    faults_.push_back({std::move(rule), {}, std::string(path), std::move(found), std::move(expected)});
  }
  std::vector<Fault> faults_;
};

Ticks ticks_of(double years) { return static_cast<Ticks>(std::lround(years * kTicksPerYear)); }

// ---- The model made ready

/// Age or duration `more` after `age`, not beyond the end of life. Neither sum nor result leaves 32 bits.
Ticks later(Ticks age, Ticks more) { return age + std::min(more, kLifeTicks - age); }

/// A hazard that is constant by class of an age or a duration, its integral and the inverse of that. Unused classes never begin,
/// so that counting those that have begun needs no branch and no length.
class Clock {
 public:
  Clock(std::span<const double> bounds, std::span<const double> hazards_per_year) {
    begin_.fill(std::numeric_limits<Ticks>::max());
    used_.fill(kInfinite);
    begin_[0] = 0;
    used_[0] = 0;
    for (std::size_t i = 0; i < hazards_per_year.size(); ++i) {
      hazard_[i] = hazards_per_year[i] / kTicksPerYear;
      ticks_[i] = hazard_[i] > 0 ? 1 / hazard_[i] : kInfinite;
      if (i == 0) continue;
      begin_[i] = ticks_of(bounds[i - 1]);
      used_[i] = used_[i - 1] + hazard_[i - 1] * (begin_[i] - begin_[i - 1]);
    }
  }

  [[nodiscard]] std::size_t class_at(Ticks time) const {
    int begun = 0;
    for (std::size_t i = 0; i < kMostClasses; ++i) begun += begin_[i] <= time;
    return static_cast<std::size_t>(begun - 1);
  }
  [[nodiscard]] double used_at(Ticks time) const {
    const std::size_t i = class_at(time);
    return used_[i] + hazard_[i] * (time - begin_[i]);
  }
  /// When so much has been used; `kLifeTicks` when that is never or later.
  [[nodiscard]] Ticks when(double used) const {
    int begun = 0;
    for (std::size_t i = 0; i < kMostClasses; ++i) begun += used_[i] <= used;
    const auto i = static_cast<std::size_t>(begun - 1);
    const double time = begin_[i] + (used - used_[i]) * ticks_[i];
    if (!(time < kLifeTicks)) return kLifeTicks;  // nor 0 × ∞, which is not a number
    // Rounding must not move an event into the next class, where it may be impossible.
    return i + 1 == kMostClasses ? static_cast<Ticks>(time) : std::min(static_cast<Ticks>(time), begin_[i + 1] - 1);
  }

 private:
  alignas(16) std::array<Ticks, kMostClasses> begin_{};
  alignas(16) std::array<double, kMostClasses> used_{};  ///< integral from 0 to the beginning
  std::array<double, kMostClasses> hazard_{};            ///< per tick
  std::array<double, kMostClasses> ticks_{};             ///< per unit of the integral
};

struct Model {
  explicit Model(const RiskPathsParameters& p)
      : pregnancy(p.age_bounds, p.pregnancy_hazards),
        first_union(p.age_bounds, p.first_union_hazards),
        first_union_end(p.union_bounds, p.first_union_end_hazards),
        second_union(p.second_union_bounds, p.second_union_hazards),
        second_union_end(p.union_bounds, p.second_union_end_hazards),
        pregnancy_risks(p.pregnancy_risks),
        early_union(ticks_of(p.early_union_years)) {}

  Clock pregnancy;
  Clock first_union;
  Clock first_union_end;
  Clock second_union;
  Clock second_union_end;
  std::array<double, kUnionStatuses> pregnancy_risks;
  Ticks early_union;
};

// ---- One life

/// The unit exponentials of one woman. What they are for is their place: append only.
class Thresholds {
 public:
  Thresholds(Stream stream, std::uint64_t number)
      : stream_(stream), number_(number), block_(draw(stream, number, 0, DrawSite::risk_paths)) {}

  [[nodiscard]] double pregnancy() const { return unit_exponential(block_[0]); }
  [[nodiscard]] double first_union() const { return unit_exponential(block_[1]); }
  [[nodiscard]] double first_union_end() const { return unit_exponential(block_[2]); }
  [[nodiscard]] double second_union() const { return unit_exponential(block_[3]); }
  [[nodiscard]] double second_union_end() const {  // few come so far: a block of its own
    return unit_exponential(draw(stream_, number_, 0, DrawSite::risk_paths, 1)[0]);
  }

 private:
  Stream stream_;
  std::uint64_t number_;
  Block block_;
};

class Woman {
 public:
  Woman(const Model& model, const Thresholds& thresholds) : model_(model), left_(thresholds.pregnancy()) { live(thresholds); }
  [[nodiscard]] const RiskPathsLife& life() const { return life_; }

 private:
  void live(const Thresholds& thresholds) {
    if (!stay(UnionStatus::never, model_.first_union.when(thresholds.first_union()))) return;
    const Ticks turn = later(now_, model_.early_union);
    const Ticks end = later(now_, model_.first_union_end.when(thresholds.first_union_end()));
    if (!stay(UnionStatus::first_early, std::min(turn, end))) return;
    if (end >= turn && !stay(UnionStatus::first_late, end)) return;
    if (!stay(UnionStatus::after_first, later(now_, model_.second_union.when(thresholds.second_union())))) return;
    if (!stay(UnionStatus::second, later(now_, model_.second_union_end.when(thresholds.second_union_end())))) return;
    stay(UnionStatus::after_second, kLifeTicks);
  }

  /// In this status from now on, till then at the latest. Whether she leaves it childless and alive.
  bool stay(UnionStatus status, Ticks until) {
    life_.entered[index_of(status)] = now_;
    life_.last = status;
    const double risk = model_.pregnancy_risks[index_of(status)];
    const double used = model_.pregnancy.used_at(until);
    const double hazard = risk * (used - used_);
    if (left_ < hazard) {
      life_.pregnancy = std::clamp(model_.pregnancy.when(used_ + left_ / risk), now_, until - 1);
      return false;
    }
    left_ -= hazard;
    used_ = used;
    now_ = until;
    return until < kLifeTicks;
  }

  const Model& model_;
  RiskPathsLife life_;
  Ticks now_ = 0;
  double used_ = 0;  ///< integral of the pregnancy hazard until now, at relative risk 1
  double left_;      ///< of the threshold of the pregnancy
};

RiskPathsLife life_of(const Model& model, Stream stream, std::uint64_t number) {
  return Woman(model, Thresholds(stream, number)).life();
}

// ---- Sums

/// Events, and the sum of the ages at which they happened.
struct Moments {
  std::int64_t count = 0;
  std::int64_t ages = 0;

  void add(Ticks age) {
    ++count;
    ages += age;
  }
  Moments& operator+=(Moments other) {
    count += other.count;
    ages += other.ages;
    return *this;
  }
  Moments& operator-=(Moments other) {
    count -= other.count;
    ages -= other.ages;
    return *this;
  }
};

using MomentsByStatus = std::array<Moments, kUnionStatuses>;

/// Exposure needs no sum over the classes that a woman passes: it follows from who came and who went, and when (`time_of`).
struct Tally {
  std::array<MomentsByStatus, kMostClasses> entered{};
  std::array<MomentsByStatus, kMostClasses> left{};  ///< for another status
  std::array<MomentsByStatus, kMostClasses> pregnant{};
  std::array<Moments, kLifeYears> pregnant_at{};

  void add(const Clock& ages, const RiskPathsLife& life) {
    entered[0][0].add(0);
    std::size_t status = 0;
    const std::size_t last = index_of(life.last);
    for (std::size_t next = 1; next <= last; ++next) {
      const Ticks age = life.entered[next];
      if (age == kLifeTicks) continue;  // ended her first union early
      const std::size_t age_class = ages.class_at(age);
      left[age_class][status].add(age);
      entered[age_class][next].add(age);
      status = next;
    }
    if (life.pregnancy == kLifeTicks) return;
    pregnant[ages.class_at(life.pregnancy)][last].add(life.pregnancy);
    pregnant_at[static_cast<std::size_t>(life.pregnancy / kTicksPerYear)].add(life.pregnancy);
  }

  Tally& operator+=(const Tally& other) {
    for (std::size_t i = 0; i < kMostClasses; ++i) {
      for (std::size_t j = 0; j < kUnionStatuses; ++j) {
        entered[i][j] += other.entered[i][j];
        left[i][j] += other.left[i][j];
        pregnant[i][j] += other.pregnant[i][j];
      }
    }
    for (std::size_t i = 0; i < pregnant_at.size(); ++i) pregnant_at[i] += other.pregnant_at[i];
    return *this;
  }
};

/// Time that is spent in a state between two ages: each who is in it at the first counts for the whole, each who comes from when
/// she comes, and who goes counts off. `change` is of those who came less those who went.
std::int64_t time_of(std::int64_t present, Moments change, Ticks from, Ticks to) {
  return present * (to - from) + change.count * to - change.ages;
}

void fill_life_table(RiskPathsTables& tables) {
  tables.survivors.fill(tables.cases);
  tables.deaths.fill({0, tables.cases * kTicksPerYear});
}

void fill_ages(const Tally& tally, RiskPathsTables& tables) {
  std::int64_t childless = tables.cases;
  for (int age = 0; age < kLifeYears; ++age) {
    const auto i = static_cast<std::size_t>(age);
    const Moments pregnant = tally.pregnant_at[i];
    const Moments change{-pregnant.count, -pregnant.ages};
    const Ticks from = age * kTicksPerYear;
    tables.pregnancies[i] = {pregnant.count, tables.cases * kTicksPerYear};
    tables.pregnancies_of_childless[i] = {pregnant.count, time_of(childless, change, from, from + kTicksPerYear)};
    childless -= pregnant.count;
    tables.pregnant += pregnant.count;
    tables.pregnancy_ages += pregnant.ages;
  }
}

void fill_classes(const RiskPathsParameters& parameters, const Tally& tally, RiskPathsTables& tables) {
  std::array<std::int64_t, kUnionStatuses> present{};
  Ticks from = 0;
  for (std::size_t i = 0; i <= parameters.age_bounds.size(); ++i) {
    const Ticks to = i < parameters.age_bounds.size() ? ticks_of(parameters.age_bounds[i]) : kLifeTicks;
    std::array<Occurrences, kUnionStatuses>& row = tables.pregnancies_by_class.emplace_back();
    for (std::size_t status = 0; status < kUnionStatuses; ++status) {
      Moments change = tally.entered[i][status];
      change -= tally.left[i][status];
      change -= tally.pregnant[i][status];
      row[status] = {tally.pregnant[i][status].count, time_of(present[status], change, from, to)};
      present[status] += change.count;
      tables.pregnancies_by_status[status] += row[status].events;
    }
    tables.first_unions_by_class.push_back({tally.entered[i][index_of(UnionStatus::first_early)].count, row[0].ticks});
    from = to;
  }
}

RiskPathsTables tables_of(const RiskPathsParameters& parameters, const Tally& tally, std::uint64_t cases) {
  RiskPathsTables tables;
  tables.cases = static_cast<std::int64_t>(cases);
  fill_life_table(tables);
  fill_ages(tally, tables);
  fill_classes(parameters, tally, tables);
  return tables;
}

Tally tally_of(const Model& model, CaseRange cases, Stream stream) {
  Tally tally;
  for (std::uint64_t i = 0; i < cases.count; ++i) tally.add(model.pregnancy, life_of(model, stream, cases.first + i));
  return tally;
}

/// Enough cases that starting one costs nothing, and so few batches that keeping their sums costs no memory.
std::uint64_t batch_size(std::uint64_t cases) {
  constexpr std::uint64_t kLeast = 4096;
  constexpr std::uint64_t kMostBatches = 1024;
  return std::max(kLeast, (cases + kMostBatches - 1) / kMostBatches);
}

std::optional<Error> objection(const RiskPathsParameters& parameters, CaseRange cases) {
  if (auto checked = check(parameters); !checked) return std::move(checked.error());
  if (cases.count <= kMostCases) return std::nullopt;
  const Fault fault{"too_large", {}, "cases", std::to_string(cases.count), "at most " + std::to_string(kMostCases)};
  return Error{ErrorCode::too_large, "So many cases do not fit in one run.", {fault}};
}

}  // namespace

Result<void> check(const RiskPathsParameters& p) {
  Checker checker;
  checker.bounds("age_bounds", p.age_bounds);
  checker.hazards("pregnancy_hazards", p.pregnancy_hazards, p.age_bounds.size() + 1);
  checker.hazards("pregnancy_risks", p.pregnancy_risks, kUnionStatuses);
  checker.hazards("first_union_hazards", p.first_union_hazards, p.age_bounds.size() + 1);
  checker.duration("early_union_years", p.early_union_years);
  checker.bounds("union_bounds", p.union_bounds);
  checker.hazards("first_union_end_hazards", p.first_union_end_hazards, p.union_bounds.size() + 1);
  checker.bounds("second_union_bounds", p.second_union_bounds);
  checker.hazards("second_union_hazards", p.second_union_hazards, p.second_union_bounds.size() + 1);
  checker.hazards("second_union_end_hazards", p.second_union_end_hazards, p.union_bounds.size() + 1);
  return std::move(checker).verdict();
}

double RiskPathsTables::share_pregnant() const {
  return cases == 0 ? 0 : static_cast<double>(pregnant) / static_cast<double>(cases);
}
double RiskPathsTables::share_childless() const {
  return cases == 0 ? 0 : static_cast<double>(cases - pregnant) / static_cast<double>(cases);
}
double RiskPathsTables::mean_age_at_pregnancy() const {
  return pregnant == 0 ? 0 : static_cast<double>(pregnancy_ages) / kTicksPerYear / static_cast<double>(pregnant);
}

Result<RiskPathsTables> run_risk_paths(const RiskPathsParameters& parameters, CaseRange cases, Stream stream, int threads) {
  if (auto error = objection(parameters, cases)) return std::unexpected(std::move(*error));
  const Model model(parameters);
  const std::uint64_t size = batch_size(cases.count);
  std::vector<Tally> tallies((cases.count + size - 1) / size);
  for_each_index(tallies.size(), threads, [&](std::size_t i) {
    const std::uint64_t done = i * size;
    tallies[i] = tally_of(model, {cases.first + done, std::min(size, cases.count - done)}, stream);
  });
  Tally total;
  for (const Tally& each : tallies) total += each;
  return tables_of(parameters, total, cases.count);
}

Result<std::vector<RiskPathsLife>> risk_paths_lives(const RiskPathsParameters& parameters, CaseRange cases, Stream stream) {
  if (auto error = objection(parameters, cases)) return std::unexpected(std::move(*error));
  const Model model(parameters);
  std::vector<RiskPathsLife> lives(cases.count);
  for (std::uint64_t i = 0; i < cases.count; ++i) lives[i] = life_of(model, stream, cases.first + i);
  return lives;
}

}  // namespace koers::simulate
