// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/bench.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/simulate/bench_market.h"
#include "app/simulate/simulate_city.h"
#include "simulate/country.h"
#include "simulate/risk_paths.h"
#include "simulate/risk_paths_exact.h"

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

constexpr simulate::Stream kStream{1, 0};
constexpr int kYears = 20;
constexpr double kPersonsOfCountry = 18e6;
constexpr double kPersonsOfA2 = 500'000;
constexpr std::uint32_t kReplicates = 100;

void check(BenchAnswer& answer, const char* name, Json value, bool holds) {
  answer.checks[name] = std::move(value);
  answer.is_right = answer.is_right && holds;
}

double per_second(double amount, const Elapsed& elapsed) { return elapsed.cpu_seconds > 0 ? amount / elapsed.cpu_seconds : 0; }

// — A1

/// One million cases of OpenM++ 1.17.13.
constexpr double kPublishedCases = 1e6;
constexpr double kPublishedMeanAge = 22.127;
constexpr double kPublishedChildless = 0.07236;
constexpr std::array<double, simulate::kUnionStatuses> kPublishedPregnancies{257'788, 601'834, 54'500, 3'287, 10'058, 169};

/// How many standard errors two shares of so many cases differ; the published ones are a sample as well.
double errors_apart(double found, double published, double variance, double cases) {
  return (found - published) / std::sqrt(variance * (1 / cases + 1 / kPublishedCases));
}

void check_risk_paths(const simulate::RiskPathsTables& tables, double deviation_of_age, BenchAnswer& answer) {
  const auto cases = static_cast<double>(tables.cases);
  const auto judge = [&](const char* name, double found, double published, double variance, double of) {
    const double apart = errors_apart(found, published, variance, of);
    check(answer, name, {{"found", found}, {"published", published}, {"standardErrors", apart}}, std::abs(apart) <= 3);
  };
  const double pregnant = 1 - kPublishedChildless;
  judge("meanAge", tables.mean_age_at_pregnancy(), kPublishedMeanAge, deviation_of_age * deviation_of_age / pregnant, cases);
  judge("childless", tables.share_childless(), kPublishedChildless, kPublishedChildless * pregnant, cases);
  constexpr std::array<const char*, simulate::kUnionStatuses> kNames{"pregnantNeverInUnion", "pregnantFirstEarly",
                                                                     "pregnantFirstLate",    "pregnantAfterFirst",
                                                                     "pregnantSecond",       "pregnantAfterSecond"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const double share = kPublishedPregnancies[i] / kPublishedCases;
    judge(kNames[i], static_cast<double>(tables.pregnancies_by_status[i]) / cases, share, share * (1 - share), cases);
  }
}

Result<BenchAnswer> bench_a1(const BenchSetting& setting, const Stopwatch& stopwatch) {
  const simulate::RiskPathsParameters parameters;
  const auto exact = simulate::risk_paths_exact(parameters);
  if (!exact) return std::unexpected(exact.error());
  const auto cases = static_cast<std::uint64_t>(std::max(1.0, std::round(1e6 * setting.scale)));
  BenchAnswer answer;
  Result<simulate::RiskPathsTables> tables;
  answer.elapsed = stopwatch([&] { tables = simulate::run_risk_paths(parameters, {0, cases}, kStream, setting.threads); });
  if (!tables) return std::unexpected(tables.error());
  answer.rate = per_second(static_cast<double>(cases), answer.elapsed);
  answer.unit = "cases per CPU second";
  check_risk_paths(*tables, exact->deviation_age_at_pregnancy, answer);
  return answer;
}

// — A2, C1, C3

double sum_of(const simulate::YearResult& year, simulate::Measure measure) {
  double sum = 0;
  for (const simulate::MeasureRow& row : year.neighbourhoods) sum += row[static_cast<std::size_t>(measure)];
  return sum;
}

/// Those who lived at the start of each year.
double person_years(const simulate::RunResult& result) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < result.years.size(); ++i) sum += sum_of(result.years[i], simulate::Measure::persons);
  return sum;
}

simulate::RunSetting run_setting(int threads, bool with_market) {
  simulate::RunSetting out;
  out.years = kYears;
  out.stream = kStream;
  out.threads = threads;
  out.with_market = with_market;
  return out;
}

/// A run of 20 years, timed alone. That every year adds up, the engine checks itself.
Result<BenchAnswer> timed_run(simulate::Population start, simulate::RunSetting setting, const Stopwatch& stopwatch) {
  BenchAnswer answer;
  const auto persons = start.persons.rows();
  const auto dwellings = start.dwellings.rows();
  Result<simulate::RunResult> result;
  answer.elapsed = stopwatch([&] { result = simulate::run(std::move(start), std::move(setting)); });
  if (!result) return std::unexpected(result.error());
  answer.rate = per_second(person_years(*result), answer.elapsed);
  answer.unit = "person-years per CPU second";
  check(answer, "balances", true, true);
  check(answer, "personsAtStart", persons, true);
  check(answer, "dwellingsAtStart", dwellings, true);
  check(answer, "personsAtEnd", sum_of(result->years.back(), simulate::Measure::persons), true);
  check(answer, "dwellingsAtEnd", sum_of(result->years.back(), simulate::Measure::dwellings), true);
  return answer;
}

Result<BenchAnswer> bench_country(double scale, const BenchSetting& setting, bool with_market, const Stopwatch& stopwatch) {
  Result<simulate::Synthesis> made;
  const Elapsed making = stopwatch([&] {
    const auto margins = simulate::drawn_country(kStream, std::clamp(scale, 1e-3, 1.0));
    made = simulate::synthesise(margins, kStream, {setting.threads, {}});
  });
  if (!made) return std::unexpected(made.error());
  auto answer = timed_run(std::move(made->population), run_setting(setting.threads, with_market), stopwatch);
  if (!answer) return answer;
  answer->checks["synthesisSeconds"] = making.seconds;
  answer->checks["synthesisCpuSeconds"] = making.cpu_seconds;
  return answer;
}

Result<BenchAnswer> bench_c1(const BenchSetting& setting, const Stopwatch& stopwatch) {
  Result<CitySynthesis> start;
  const Elapsed making = stopwatch([&] { start = synthesise_city(*setting.city, {{}, kStream.seed, setting.threads, {}}); });
  if (!start) return std::unexpected(start.error());
  auto answer = timed_run(std::move(start->population), run_setting(setting.threads, true), stopwatch);
  if (answer) answer->checks["synthesisSeconds"] = making.seconds;
  return answer;
}

// — C2

bool is_same(const simulate::YearResult& a, const simulate::YearResult& b) {
  return a.neighbourhoods == b.neighbourhoods && a.arrived == b.arrived && a.departed == b.departed &&
         a.departed_unmet == b.departed_unmet && a.moved == b.moved && a.started == b.started && a.searched == b.searched &&
         a.segments == b.segments && a.filled_by_round == b.filled_by_round && a.stayed_years_sum == b.stayed_years_sum;
}

bool is_same(const simulate::Chain& a, const simulate::Chain& b) {
  return a.origin == b.origin && a.end == b.end && a.begins_in == b.begins_in && a.at == b.at && a.moves == b.moves &&
         a.begun == b.begun && a.ended == b.ended;
}

bool is_same(const simulate::RunResult& a, const simulate::RunResult& b) {
  const auto same = [](const auto& x, const auto& y) { return is_same(x, y); };
  return std::ranges::equal(a.years, b.years, same) && std::ranges::equal(a.chains, b.chains, same);
}

Result<BenchAnswer> bench_c2(const BenchSetting& setting, const Stopwatch& stopwatch) {
  const auto start = synthesise_city(*setting.city, {{}, kStream.seed, setting.threads, {}});
  if (!start) return std::unexpected(start.error());
  simulate::EnsembleSetting ensemble{run_setting(1, true), kReplicates, setting.threads, {}};
  ensemble.replicates = std::max(2U, static_cast<std::uint32_t>(std::lround(kReplicates * setting.scale)));
  BenchAnswer answer;
  Result<std::vector<simulate::RunResult>> results;
  answer.elapsed = stopwatch([&] { results = simulate::run_ensemble(start->population, ensemble); });
  if (!results) return std::unexpected(results.error());
  answer.rate = per_second(ensemble.replicates, answer.elapsed);
  answer.unit = "replicates per CPU second";
  const std::uint32_t one = ensemble.replicates / 2;
  simulate::RunSetting alone = run_setting(setting.threads, true);
  alone.stream.replicate = one;
  const auto again = simulate::run(start->population, alone);
  if (!again) return std::unexpected(again.error());
  const bool same = is_same(results->at(one), *again);
  check(answer, "replicates", ensemble.replicates, true);
  check(answer, "comparedReplicate", one, true);
  check(answer, "sameAlone", same, same);
  return answer;
}

// — B

Result<BenchAnswer> bench_b(const BenchSetting& setting, const Stopwatch& stopwatch) {
  constexpr std::array<double, 3> kMovers{5'600, 25'000, 720'000};
  BenchAnswer answer;
  answer.unit = "movers matched per CPU second";
  Json sizes = Json::array();
  std::uint64_t double_booked = 0;
  for (const double movers : kMovers) {
    const auto number = static_cast<std::uint32_t>(std::max(100.0, std::round(movers * setting.scale)));
    const MarketBench one = bench_market(number, kStream, setting.threads, stopwatch);
    answer.elapsed = one.elapsed;
    answer.rate = per_second(static_cast<double>(one.matched), one.elapsed);
    double_booked += one.double_booked;
    sizes.push_back({{"movers", number},
                     {"matched", one.matched},
                     {"rounds", one.rounds},
                     {"rate", answer.rate},
                     {"seconds", one.elapsed.seconds},
                     {"cpuSeconds", one.elapsed.cpu_seconds}});
  }
  check(answer, "sizes", sizes, true);
  check(answer, "doubleBooked", double_booked, double_booked == 0);
  return answer;
}

}  // namespace

Result<BenchAnswer> bench(BenchCase which, const BenchSetting& setting, const Stopwatch& stopwatch) {
  switch (which) {
    case BenchCase::a1:
      return bench_a1(setting, stopwatch);
    case BenchCase::a2:
      return bench_country(kPersonsOfA2 / kPersonsOfCountry * setting.scale, setting, false, stopwatch);
    case BenchCase::b:
      return bench_b(setting, stopwatch);
    case BenchCase::c1:
      return bench_c1(setting, stopwatch);
    case BenchCase::c2:
      return bench_c2(setting, stopwatch);
    case BenchCase::c3:
      return bench_country(setting.scale, setting, true, stopwatch);
  }
  return failure(ErrorCode::bad_input, "There is no such case.");
}

}  // namespace koers
