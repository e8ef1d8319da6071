// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/simulate_city.h"

#include <algorithm>
#include <charconv>

#include "app/simulate/city_margins.h"
#include "app/simulate/scenario_plan.h"
#include "app/simulate/variation.h"
#include "store/chain.h"

namespace koers {
namespace {

/// The estimate: replicates with a starting population of their own count from 1 (`variation_of`).
constexpr std::uint32_t kStartReplicate = 0;

/// The shortest text that is this number and no other.
std::string exact(double value) {
  std::array<char, 32> text{};
  const auto [end, problem] = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end};
}

void add(FieldHash& hash, const simulate::Margin& margin) {
  hash.add(static_cast<std::int64_t>(margin.values.size()));
  for (const double value : margin.values) hash.add(std::string_view(exact(value)));
  hash.add(static_cast<std::int64_t>(margin.standing)).add(static_cast<std::int64_t>(margin.error_kind));
  hash.add(std::string_view(exact(margin.error))).add(std::string_view(margin.source));
}

void add(FieldHash& hash, const simulate::AreaMargins& area) {
  hash.add(std::string_view(area.code)).add(std::int64_t{area.district}).add(std::int64_t{area.region});
  for (const float value : {area.x_km, area.y_km, area.access, area.public_space})
    hash.add(std::string_view(exact(static_cast<double>(value))));
  for (const simulate::Margin& margin : area.margins) add(hash, margin);
}

template <class E>
std::int64_t or_none(const std::optional<E>& value) {
  return value ? static_cast<std::int64_t>(*value) : -1;
}

void add(FieldHash& hash, const simulate::PlanStep& step) {
  hash.add(std::string_view(step.id)).add(static_cast<std::int64_t>(step.kind)).add(std::int64_t{step.neighbourhood});
  hash.add(std::int64_t{step.year}).add(std::int64_t{step.number}).add(or_none(step.type)).add(or_none(step.tenure));
  hash.add(or_none(step.becomes)).add(std::int64_t{step.rooms}).add(or_none(step.first_for));
  hash.add(std::string_view(exact(static_cast<double>(step.price))));
  hash.add(std::string_view(exact(static_cast<double>(step.amount))));
}

RunFacts facts_of(const City& city, const CitySynthesis& start, const RunRequest& request) {
  RunFacts out;
  if (const CityManifest* manifest = city.manifest()) {
    out.city = manifest->name;
    out.municipality = manifest->municipality.str();
  }
  out.start_year = start.margins.year;
  out.request = request;
  return out;
}

/// What replicates differ by is an input too.
std::string with_uncertainty(const std::string& inputs, const RunRequest& request) {
  if (request.uncertainty == Uncertainty::chance) return inputs;
  FieldHash hash("koers simulation uncertainty 1");
  hash.add(std::string_view(inputs)).add(std::string_view(name_of(request.uncertainty)));
  hash.add(std::string_view(simulate::to_csv(draws_for(request))));
  return hash.hexadecimal();
}

}  // namespace

std::string inputs_hash(const simulate::Margins& margins, const simulate::Parameters& parameters,
                        const std::vector<simulate::PlanStep>& plan) {
  FieldHash hash("koers simulation inputs 1");
  hash.add(std::string_view(KOERS_VERSION)).add(std::int64_t{margins.year});
  for (const auto* codes : {&margins.regions, &margins.districts}) {
    hash.add(static_cast<std::int64_t>(codes->size()));
    for (const std::string& code : *codes) hash.add(std::string_view(code));
  }
  hash.add(static_cast<std::int64_t>(margins.areas.size()));
  for (const simulate::AreaMargins& area : margins.areas) add(hash, area);
  for (const simulate::ParameterDescription& row : simulate::parameter_table())
    hash.add(row.name).add(std::string_view(exact(parameters.*row.member)));
  hash.add(static_cast<std::int64_t>(plan.size()));
  for (const simulate::PlanStep& step : plan) add(hash, step);
  return hash.hexadecimal();
}

std::uint32_t own_starts(const std::vector<simulate::RunResult>& results) {
  return static_cast<std::uint32_t>(std::ranges::count(results, true, &simulate::RunResult::has_own_start));
}

Result<CitySynthesis> synthesise_city(const City& city, const SynthesisRequest& request) {
  const auto year = request.year ? Result<int>(*request.year) : latest_year(city);
  if (!year) return std::unexpected(year.error());
  auto margins = margins_of(city, *year);
  if (!margins) return std::unexpected(margins.error());
  auto made = simulate::synthesise(*margins, {request.seed, kStartReplicate}, {request.threads, request.held_out});
  if (!made) return std::unexpected(made.error());
  return CitySynthesis{std::move(*margins), std::move(made->population), std::move(made->report)};
}

Result<PreparedRun> prepare(const City& city, const CitySynthesis& start, const RunRequest& request) {
  PreparedRun out{facts_of(city, start, request), {}};
  const auto parameters = simulate::parameters_with(request.parameters);
  if (!parameters) return std::unexpected(parameters.error());
  if (request.scenario) {
    auto plan = plan_of(*request.scenario, start.population, request.years);
    if (!plan) return std::unexpected(plan.error());
    out.setting.run.plan = std::move(*plan);
  }
  out.facts.inputs_hash = with_uncertainty(inputs_hash(start.margins, *parameters, out.setting.run.plan), request);
  out.setting.inputs = out.facts.inputs_hash;
  out.setting.variation = variation_of(std::make_shared<const simulate::Margins>(start.margins), request);
  out.setting.run.parameters = *parameters;
  out.setting.run.years = request.years;
  out.setting.run.stream = {request.synthesis.seed, 0};
  out.setting.replicates = request.replicates;
  out.setting.threads = request.synthesis.threads;
  return out;
}

Result<CityRun> simulate_city(const City& city, const RunRequest& request, const simulate::Progress& progress,
                              const simulate::RunAll& run_all) {
  auto made = synthesise_city(city, request.synthesis);
  if (!made) return std::unexpected(made.error());
  const auto start = std::make_shared<const CitySynthesis>(std::move(*made));
  const auto prepared = prepare(city, *start, request);
  if (!prepared) return std::unexpected(prepared.error());
  const auto results = run_all(start->population, {prepared->setting}, progress);
  if (!results) return std::unexpected(results.error());
  const std::vector<simulate::RunResult>& own = results->front();
  return CityRun{
      prepared->facts,         own_starts(own), start, simulate::series_of(own, start->population), simulate::escalator_of(own),
      simulate::chains_of(own)};
}

Result<simulate::MarginKind> margin_to_hold_out(const std::string& name) {
  std::string names;
  for (std::size_t i = 0; i < simulate::kMarginKinds; ++i) {
    const auto kind = static_cast<simulate::MarginKind>(i);
    const auto& description = simulate::describe(kind);
    if (description.required) continue;
    if (description.name == name) return kind;
    names += (names.empty() ? "" : ", ") + std::string(description.name);
  }
  return failure(ErrorCode::bad_input, "There is no such margin to hold out.",
                 {{"unknown_margin", {}, "--held-out", name, names}});
}

}  // namespace koers
