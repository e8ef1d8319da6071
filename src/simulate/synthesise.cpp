// SPDX-License-Identifier: EUPL-1.2
#include "simulate/synthesise.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_set>

#include "base/parallel.h"
#include "simulate/fit_report.h"
#include "simulate/livelihoods.h"

namespace koers::simulate {
namespace {

constexpr std::size_t kMostAreas = std::numeric_limits<std::uint16_t>::max();
// Of the score, as in the yearly step.
constexpr double kIncomeWeight = 0.5;
constexpr double kEducationWeight = 0.3;
constexpr double kWorkWeight = 0.2;

std::unexpected<Error> refusal(const AreaMargins& area, const std::string& what) {
  return failure(ErrorCode::bad_input, "Area " + area.code + ": " + what + ".");
}

Result<void> check_margin(const AreaMargins& area, MarginKind kind) {
  const MarginDescription& description = describe(kind);
  const std::vector<double>& values = area[kind].values;
  const std::string name = "margin " + std::string(description.name);
  if (values.empty() && !description.required) return {};
  if (values.size() != description.cells) {
    return refusal(area, name + " has " + std::to_string(values.size()) + " cells where " + std::to_string(description.cells) +
                             " are expected");
  }
  const bool good = std::ranges::all_of(values, [](double value) { return value >= 0 && std::isfinite(value); });
  if (!good) return refusal(area, name + " has a cell that is not zero or a positive number");
  return {};
}

Result<void> check(const Margins& margins) {
  if (margins.areas.size() > kMostAreas) return failure(ErrorCode::too_large, "There are more than 65,535 areas.");
  std::unordered_set<std::uint64_t> hashes;
  for (const AreaMargins& area : margins.areas) {
    if (!hashes.insert(area_hash(area.code)).second) return refusal(area, "its code occurs twice");
    if (area.district >= margins.districts.size() || area.region >= margins.regions.size()) {
      return refusal(area, "its district or region does not exist");
    }
    for (std::size_t kind = 0; kind < kMarginKinds; ++kind) {
      if (auto good = check_margin(area, static_cast<MarginKind>(kind)); !good) return good;
    }
  }
  return {};
}

void resize(Population& population, const FirstRows& rows) {
  auto& [key, birth_year, sex, role, education, work, household, next, talent, free_persons] = population.persons;
  key.resize(rows.persons), birth_year.resize(rows.persons), sex.resize(rows.persons), role.resize(rows.persons);
  education.resize(rows.persons), work.resize(rows.persons), household.resize(rows.persons), next.resize(rows.persons);
  talent.resize(rows.persons);
  auto& [first, members, children, stage, income, wealth, dwelling, place, since, registered, free_households] =
      population.households;
  first.resize(rows.households), members.resize(rows.households), children.resize(rows.households);
  stage.resize(rows.households), income.resize(rows.households), wealth.resize(rows.households);
  dwelling.resize(rows.households), place.resize(rows.households), since.resize(rows.households),
      registered.resize(rows.households);
  auto& [keys, neighbourhood, type, rooms, tenure, status, built, price, occupant] = population.dwellings;
  keys.resize(rows.dwellings), neighbourhood.resize(rows.dwellings), type.resize(rows.dwellings), rooms.resize(rows.dwellings);
  tenure.resize(rows.dwellings), status.resize(rows.dwellings), built.resize(rows.dwellings), price.resize(rows.dwellings);
  occupant.resize(rows.dwellings);
}

std::vector<double> z_scores(std::vector<double> values) {
  const double n = static_cast<double>(std::max<std::size_t>(1, values.size()));
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / n);
  for (double& value : values) value = deviation > 0 ? (value - mean) / deviation : 0;
  return values;
}

std::vector<double> shares_of(std::span<const AreaCounts> counts, MarginKind kind) {
  std::vector<double> shares;
  for (const AreaCounts& area : counts) {
    shares.push_back(area.found[static_cast<std::size_t>(kind)].front() / std::max(1.0, area.of_working_age));
  }
  return shares;
}

std::vector<double> scores_of(std::span<const AreaCounts> counts) {
  std::vector<double> incomes;
  for (const AreaCounts& area : counts) incomes.push_back(area.ln_income);
  const auto income = z_scores(std::move(incomes));
  const auto education = z_scores(shares_of(counts, MarginKind::education));
  const auto work = z_scores(shares_of(counts, MarginKind::work));
  std::vector<double> sums;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sums.push_back(kIncomeWeight * income[i] + kEducationWeight * education[i] + kWorkWeight * work[i]);
  }
  return z_scores(std::move(sums));
}

class Synthesiser {
 public:
  Synthesiser(const Margins& margins, Stream stream, const SynthesisOptions& options)
      : margins_(margins),
        stream_(stream),
        options_(options),
        people_(margins.areas.size()),
        first_(margins.areas.size()),
        counts_(margins.areas.size()),
        errors_(margins.areas.size()) {}

  Result<Synthesis> run() {
    each_area([this](std::size_t area) { plan(area); });
    if (auto error = first_error()) return std::unexpected(*error);
    Synthesis out;
    prepare(out.population);
    each_area([this, &out](std::size_t area) { make(area, out.population); });
    if (auto error = first_error()) return std::unexpected(*error);
    const auto scores = scores_of(counts_);
    for (std::size_t i = 0; i < scores.size(); ++i) out.population.neighbourhoods[i].score = static_cast<float>(scores[i]);
    out.report = fit_report(margins_, counts_, options_.held_out);
    return out;
  }

 private:
  template <class Work>
  void each_area(const Work& work) {
    for_each_index(margins_.areas.size(), options_.threads, work);
  }

  [[nodiscard]] std::optional<Error> first_error() const {
    const auto found = std::ranges::find_if(errors_, [](const auto& error) { return error.has_value(); });
    return found == errors_.end() ? std::nullopt : *found;
  }

  /// What may be used of an area.
  [[nodiscard]] AreaMargins used(std::size_t area) const {
    AreaMargins margins = margins_.areas[area];
    for (const MarginKind kind : options_.held_out) margins[kind].values.clear();
    return margins;
  }

  void plan(std::size_t area) {
    auto table = people_table(margins_.areas[area], stream_);
    if (table) {
      people_[area] = std::move(*table);
    } else {
      errors_[area] = table.error();
    }
  }

  /// The rows of every area are known before one is written: they can be written in any order.
  void prepare(Population& population) {
    population.year = margins_.year;
    population.districts = margins_.districts;
    population.regions = margins_.regions;
    FirstRows rows;
    for (std::size_t i = 0; i < margins_.areas.size(); ++i) {
      const AreaMargins& area = margins_.areas[i];
      const auto& households = people_[i].households;
      first_[i] = rows;
      rows.persons += static_cast<std::size_t>(people_[i].persons);
      rows.households +=
          static_cast<std::size_t>(std::accumulate(households.begin(), households.end(), people_[i].in_institutions));
      rows.dwellings += static_cast<std::size_t>(std::llround(area[MarginKind::dwelling_types].total()));
      population.neighbourhoods.push_back(
          {area.code, area.district, area.region, area.x_km, area.y_km, area.access, area.public_space, 0});
    }
    resize(population, rows);
  }

  void make(std::size_t index, Population& population) {
    const AreaMargins area = used(index);
    const std::uint64_t hash = area_hash(area.code);
    AreaDraft draft{people_in_households(people_[index], hash, stream_), {}, static_cast<std::uint16_t>(index)};
    const auto dwellings = dwelling_table(area, stream_);
    if (!dwellings) return void(errors_[index] = dwellings.error());
    const auto households = household_table(area, rows_of(draft.people), *dwellings, stream_);
    if (!households) return void(errors_[index] = households.error());
    assign_situations(draft.people, *households, hash, stream_);
    draft.dwellings = dwellings_of(*dwellings);
    house(draft.people.households, draft.dwellings, households->vacant, hash, stream_);
    write_area(draft, area, margins_.year, first_[index], stream_, population);
    counts_[index] = counts_of(population, draft, first_[index]);
    counts_[index].people = people_[index].fit;
    counts_[index].dwellings = dwellings->fit;
    counts_[index].households = households->fit;
  }

  const Margins& margins_;
  Stream stream_;
  const SynthesisOptions& options_;
  std::vector<PeopleTable> people_;
  std::vector<FirstRows> first_;
  std::vector<AreaCounts> counts_;
  std::vector<std::optional<Error>> errors_;
};

}  // namespace

Result<Synthesis> synthesise(const Margins& margins, Stream stream, const SynthesisOptions& options) {
  if (auto good = check(margins); !good) return std::unexpected(good.error());
  for (const MarginKind kind : options.held_out) {
    if (describe(kind).required) {
      return failure(ErrorCode::bad_input, "Margin " + std::string(describe(kind).name) + " cannot be held out.");
    }
  }
  return Synthesiser(margins, stream, options).run();
}

}  // namespace koers::simulate
