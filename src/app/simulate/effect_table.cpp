// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/effect_table.h"

#include <algorithm>

#include "app/simulate/effect_experiment.h"

namespace koers {

std::vector<Scenario> scenarios_to_weigh(const City& city) {
  std::vector<Scenario> out;
  for (const Scenario& each : city.all<Scenario>()) {
    if (each.id.str() != "baseline") out.push_back(each);
  }
  std::ranges::sort(out, {}, [](const Scenario& each) { return each.id.str(); });
  return out;
}

std::uint32_t years_of(const EffectTableRequest& request) {
  const auto runs = static_cast<std::uint32_t>(request.scenarios.size() + 1) * request.baseline.replicates;
  return runs * static_cast<std::uint32_t>(request.baseline.years);
}

Result<EffectTable> effect_table(const City& city, const EffectTableRequest& request, const simulate::Progress& progress,
                                 const simulate::RunAll& run_all) {
  auto start = synthesise_city(city, request.baseline.synthesis);
  if (!start) return std::unexpected(start.error());
  // The caller keeps the city for as long as this takes.
  const std::shared_ptr<const City> borrowed(&city, [](const City*) {});
  auto experiment = EffectExperiment::begin(borrowed, std::make_shared<const CitySynthesis>(std::move(*start)), request);
  if (!experiment) return std::unexpected(experiment.error());
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < request.scenarios.size(); ++i) {
    std::uint32_t now = 0;
    const auto count = [&](std::uint32_t done, std::uint32_t) {
      now = done;
      return !progress || progress(before + now, years_of(request));
    };
    const auto added = experiment->add(request.baseline.replicates, count, run_all);
    if (!added) return std::unexpected(added.error());
    before += now;
  }
  return experiment->table();
}

}  // namespace koers
