// SPDX-License-Identifier: EUPL-1.2
#include "simulate/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace koers::simulate {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double at(const MeasureRow& row, Measure measure) { return row[static_cast<std::size_t>(measure)]; }

/// How an indicator is made of measures: a measure as it is, or a share of another one.
struct Recipe {
  Indicator indicator;
  Measure of;
  Measure per;  ///< the same as `of`: no division
  double factor;
};

constexpr double kPercent = 100;

Recipe share(std::string name, std::string sentence, Measure of, Measure per) {
  return {{std::move(name), "percent", std::move(sentence)}, of, per, kPercent};
}

std::string unit_of(Measure measure) {
  if (measure <= Measure::persons_65_plus) return "persons";
  if (measure == Measure::score) return "standard_deviations";
  const bool dwellings = (measure >= Measure::dwellings && measure <= Measure::private_rent) ||
                         (measure >= Measure::built && measure <= Measure::sold);
  if (dwellings) return "dwellings";
  const bool persons = measure >= Measure::working && measure <= Measure::high_education;
  return persons ? "persons" : "households";
}

std::vector<Recipe> recipes_of_measures() {
  std::vector<Recipe> out;
  for (std::size_t i = 0; i < kMeasures; ++i) {
    const auto measure = static_cast<Measure>(i);
    if (measure == Measure::income_sum) continue;  // nobody reads it as it is
    const MeasureDescription& description = describe(measure);
    out.push_back({{std::string(description.name), unit_of(measure), std::string(description.sentence)}, measure, measure, 1});
  }
  return out;
}

const std::vector<Recipe>& recipes() {
  static const std::vector<Recipe> all = [] {
    std::vector<Recipe> out = recipes_of_measures();
    using enum Measure;
    out.push_back(share("persons_0_14_share", "Share of inhabitants of 0 to 14", persons_0_14, persons));
    out.push_back(share("persons_15_24_share", "Share of inhabitants of 15 to 24", persons_15_24, persons));
    out.push_back(share("persons_25_44_share", "Share of inhabitants of 25 to 44", persons_25_44, persons));
    out.push_back(share("persons_45_64_share", "Share of inhabitants of 45 to 64", persons_45_64, persons));
    out.push_back(share("persons_65_plus_share", "Share of inhabitants of 65 and over", persons_65_plus, persons));
    out.push_back(share("vacant_share", "Share of dwellings without a household", vacant, dwellings));
    out.push_back(share("owner_occupied_share", "Share of dwellings that are owner-occupied", owner_occupied, dwellings));
    out.push_back(share("social_rent_share", "Share of dwellings that are social rented", social_rent, dwellings));
    out.push_back(share("private_rent_share", "Share of dwellings that are private rented", private_rent, dwellings));
    out.push_back(share("highest_income_share", "Share of households in the city's highest fifth of the start", highest_income,
                        households));
    out.push_back(share("lowest_income_share", "Share of households in the city's lowest two fifths of the start", lowest_income,
                        households));
    out.push_back(share("working_share", "Share of those of 18 to 66 with paid work", working, working_age));
    out.push_back(share("high_education_share", "Share of those of 18 to 66 with high education", high_education, working_age));
    out.push_back({{"mean_income", "thousand_euros", "Mean income of a household after tax, prices of the start"},
                   income_sum,
                   households,
                   1});
    return out;
  }();
  return all;
}

struct Area {
  AreaLevel level = AreaLevel::city;
  std::string code;
  std::vector<std::size_t> neighbourhoods;
};

std::vector<Area> areas_of(const Population& start) {
  std::vector<Area> out;
  Area city{AreaLevel::city, start.regions.size() == 1 ? start.regions[0] : "", {}};
  for (std::size_t i = 0; i < start.neighbourhoods.size(); ++i) city.neighbourhoods.push_back(i);
  out.push_back(city);
  for (std::size_t district = 0; district < start.districts.size(); ++district) {
    Area area{AreaLevel::district, start.districts[district], {}};
    for (const std::size_t i : city.neighbourhoods) {
      if (start.neighbourhoods[i].district == district) area.neighbourhoods.push_back(i);
    }
    out.push_back(std::move(area));
  }
  for (const std::size_t i : city.neighbourhoods) out.push_back({AreaLevel::neighbourhood, start.neighbourhoods[i].code, {i}});
  return out;
}

MeasureRow add_up(const YearResult& year, const Area& area) {
  MeasureRow sum{};
  double score = 0;
  for (const std::size_t i : area.neighbourhoods) {
    const MeasureRow& row = year.neighbourhoods[i];
    for (std::size_t measure = 0; measure < kMeasures; ++measure) sum[measure] += row[measure];
    score += at(row, Measure::score) * at(row, Measure::households);
  }
  const double households = at(sum, Measure::households);
  sum[static_cast<std::size_t>(Measure::score)] = households > 0 ? score / households : kUnknown;
  return sum;
}

/// [indicator] of one area, year and replicate.
using Values = std::vector<double>;

template <class ValuesOf>
AreaSeries series_of_area(const Area& area, const std::vector<YearResult>& years, std::size_t replicates,
                          const ValuesOf& values_of) {
  AreaSeries out{area.level, area.code, {}, std::vector<std::vector<Estimate>>(indicators().size())};
  for (std::size_t year = 0; year < years.size(); ++year) {
    out.years.push_back(years[year].year);
    std::vector<Values> values;
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) values.push_back(values_of(replicate, year));
    for (std::size_t i = 0; i < indicators().size(); ++i) {
      std::vector<double> over_replicates;
      for (const Values& one : values) over_replicates.push_back(one[i]);
      out.values[i].push_back(estimate_of(std::move(over_replicates)));
    }
  }
  return out;
}

using Count = std::uint64_t;

Count of_stage(const Flow& flow, std::size_t stage) {
  Count sum = 0;
  for (const std::uint32_t cell : flow[stage]) sum += cell;
  return sum;
}

/// Entropy of arrivals over step × fifth of income, beside that of an even spread.
double breadth_of(const RunResult& result) {
  std::array<double, kLifeStages * kQuintiles> cells{};
  double total = 0;
  for (const YearResult& year : result.years) {
    for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
      for (std::size_t fifth = 0; fifth < kQuintiles; ++fifth) {
        cells[stage * kQuintiles + fifth] += year.arrived[stage][fifth];
        total += year.arrived[stage][fifth];
      }
    }
  }
  if (total == 0) return kUnknown;
  double entropy = 0;
  for (const double cell : cells) entropy -= cell > 0 ? cell / total * std::log(cell / total) : 0;
  return entropy / std::log(static_cast<double>(cells.size()));
}

struct MoveTotals {
  double stayed = 0;  ///< moved within the city from a dwelling of their own
  double left = 0;    ///< left the city
  double years = 0;   ///< at the last address of both
};

MoveTotals move_totals(const RunResult& result) {
  MoveTotals out;
  for (const YearResult& year : result.years) {
    for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
      out.stayed += static_cast<double>(of_stage(year.moved, stage));
      out.left += static_cast<double>(of_stage(year.departed, stage) + of_stage(year.departed_unmet, stage));
    }
    out.years += year.stayed_years_sum;
  }
  return out;
}

double simulated_years(const RunResult& result) { return static_cast<double>(result.years.size()) - 1; }

constexpr std::array kFlows{&YearResult::arrived, &YearResult::departed, &YearResult::departed_unmet,
                            &YearResult::moved,   &YearResult::started,  &YearResult::searched};

/// The numbers of one run that an `EscalatorSummary` is made of.
struct EscalatorNumbers {
  std::array<std::array<double, kFlows.size()>, kLifeStages> steps{};  ///< households a year
  double breadth = kUnknown;
  double length = kUnknown;
  double stays_in_city = kUnknown;

  EscalatorNumbers& operator-=(const EscalatorNumbers& other) {
    for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
      for (std::size_t flow = 0; flow < kFlows.size(); ++flow) steps[stage][flow] -= other.steps[stage][flow];
    }
    breadth -= other.breadth;
    length -= other.length;
    stays_in_city -= other.stays_in_city;
    return *this;
  }
};

EscalatorNumbers escalator_numbers(const RunResult& result) {
  EscalatorNumbers out;
  const double years = simulated_years(result);
  for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
    for (std::size_t flow = 0; flow < kFlows.size(); ++flow) {
      Count sum = 0;
      for (const YearResult& year : result.years) sum += of_stage(year.*kFlows[flow], stage);
      out.steps[stage][flow] = years > 0 ? static_cast<double>(sum) / years : kUnknown;
    }
  }
  out.breadth = breadth_of(result);
  const MoveTotals totals = move_totals(result);
  if (totals.stayed + totals.left > 0) {
    out.length = totals.years / (totals.stayed + totals.left);
    out.stays_in_city = totals.stayed / (totals.stayed + totals.left);
  }
  return out;
}

EscalatorSummary summary_of(const std::vector<EscalatorNumbers>& runs) {
  EscalatorSummary out;
  for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
    const auto of = [&](std::size_t flow) {
      return estimate_over(runs, [&](const EscalatorNumbers& run) { return run.steps[stage][flow]; });
    };
    out.steps.push_back({static_cast<LifeStage>(stage), of(0), of(1), of(2), of(3), of(4), of(5)});
  }
  out.breadth = estimate_over(runs, [](const EscalatorNumbers& run) { return run.breadth; });
  out.length = estimate_over(runs, [](const EscalatorNumbers& run) { return run.length; });
  out.stays_in_city = estimate_over(runs, [](const EscalatorNumbers& run) { return run.stays_in_city; });
  out.leak = out.steps[static_cast<std::size_t>(LifeStage::older_family)].departed_unmet;
  return out;
}

struct ChainCount {
  double chains = 0;
  double moves = 0;
  std::array<double, kChainEnds> ends{};
};

ChainCount count_chains(const RunResult& result, VacancyOrigin origin) {
  ChainCount out;
  for (const Chain& chain : result.chains) {
    if (chain.origin != origin) continue;
    out.chains += 1;
    out.moves += chain.moves;
    out.ends[static_cast<std::size_t>(chain.end)] += 1;
  }
  return out;
}

}  // namespace

const std::vector<Indicator>& indicators() {
  static const std::vector<Indicator> all = [] {
    std::vector<Indicator> out;
    for (const Recipe& recipe : recipes()) out.push_back(recipe.indicator);
    return out;
  }();
  return all;
}

std::vector<double> indicator_values(const MeasureRow& row) {
  std::vector<double> out;
  for (const Recipe& recipe : recipes()) {
    const double per = recipe.of == recipe.per ? 1 : at(row, recipe.per);
    out.push_back(per > 0 ? recipe.factor * at(row, recipe.of) / per : kUnknown);
  }
  return out;
}

std::vector<AreaSeries> series_of(const std::vector<RunResult>& results, const Population& start) {
  std::vector<AreaSeries> out;
  if (results.empty()) return out;
  for (const Area& area : areas_of(start)) {
    out.push_back(series_of_area(area, results[0].years, results.size(), [&](std::size_t replicate, std::size_t year) {
      return indicator_values(add_up(results[replicate].years[year], area));
    }));
  }
  return out;
}

std::vector<AreaSeries> differences(const std::vector<RunResult>& plan, const std::vector<RunResult>& baseline,
                                    const Population& start) {
  std::vector<AreaSeries> out;
  if (plan.empty()) return out;
  for (const Area& area : areas_of(start)) {
    out.push_back(series_of_area(area, plan[0].years, plan.size(), [&](std::size_t replicate, std::size_t year) {
      Values with = indicator_values(add_up(plan[replicate].years[year], area));
      const Values without = indicator_values(add_up(baseline[replicate].years[year], area));
      for (std::size_t i = 0; i < with.size(); ++i) with[i] -= without[i];
      return with;
    }));
  }
  return out;
}

std::vector<AreaValues> area_values(const YearResult& year, const Population& start) {
  std::vector<AreaValues> out;
  for (const Area& area : areas_of(start)) out.push_back({area.level, area.code, indicator_values(add_up(year, area))});
  return out;
}

EscalatorSummary escalator_of(const std::vector<RunResult>& results) {
  std::vector<EscalatorNumbers> runs;
  for (const RunResult& result : results) runs.push_back(escalator_numbers(result));
  return summary_of(runs);
}

EscalatorSummary escalator_differences(const std::vector<RunResult>& plan, const std::vector<RunResult>& baseline) {
  std::vector<EscalatorNumbers> runs;
  for (std::size_t i = 0; i < plan.size(); ++i) runs.push_back(escalator_numbers(plan[i]) -= escalator_numbers(baseline[i]));
  return summary_of(runs);
}

std::vector<ChainSummary> chains_of(const std::vector<RunResult>& results) {
  std::vector<ChainSummary> out;
  for (std::size_t i = 0; i < kVacancyOrigins; ++i) {
    const auto origin = static_cast<VacancyOrigin>(i);
    ChainSummary summary;
    summary.origin = origin;
    summary.chains = estimate_over(results, [&](const RunResult& result) {
      return count_chains(result, origin).chains / std::max(1.0, simulated_years(result));
    });
    summary.moves = estimate_over(results, [&](const RunResult& result) {
      const ChainCount count = count_chains(result, origin);
      return count.chains > 0 ? count.moves / count.chains : kUnknown;
    });
    for (std::size_t end = 0; end < kChainEnds; ++end) {
      summary.ends[end] = estimate_over(results, [&](const RunResult& result) {
        const ChainCount count = count_chains(result, origin);
        return count.chains > 0 ? count.ends[end] / count.chains : kUnknown;
      });
    }
    out.push_back(summary);
  }
  return out;
}

}  // namespace koers::simulate
