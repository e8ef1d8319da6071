// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/variation.h"

#include "app/simulate/scenario_plan.h"

namespace koers {
namespace {

class Varied {
 public:
  Varied(std::shared_ptr<const simulate::Margins> margins, const RunRequest& request)
      : margins_(std::move(margins)), request_(request), draws_(draws_for(request)) {}

  Result<bool> operator()(std::uint32_t replicate, simulate::Population& start, simulate::RunSetting& setting) const {
    if (replicate == 0) return false;
    setting.parameters = simulate::with_draw(setting.parameters, draws_, replicate);
    if (request_.uncertainty != Uncertainty::parameters_and_start) return false;
    return begin_anew(replicate, start, setting);
  }

 private:
  [[nodiscard]] Result<bool> begin_anew(std::uint32_t replicate, simulate::Population& start,
                                        simulate::RunSetting& setting) const {
    const simulate::Stream stream{request_.synthesis.seed, replicate};
    auto made = simulate::synthesise(simulate::perturbed(*margins_, stream), stream, {1, request_.synthesis.held_out});
    if (!made) return std::unexpected(made.error());
    std::vector<simulate::PlanStep> plan;
    if (request_.scenario) {
      auto laid = plan_of(*request_.scenario, made->population, request_.years);
      const int last = made->population.year + request_.years - 1;
      if (!laid || !simulate::check(*laid, made->population, made->population.year, last).empty()) return false;
      plan = std::move(*laid);
    }
    start = std::move(made->population);
    setting.plan = std::move(plan);
    return true;
  }

  std::shared_ptr<const simulate::Margins> margins_;
  RunRequest request_;
  simulate::ParameterDraws draws_;
};

}  // namespace

std::string name_of(Uncertainty uncertainty) {
  constexpr std::array kNames{"chance", "parameters", "parameters_and_start"};
  return kNames.at(static_cast<std::size_t>(uncertainty));
}

simulate::ParameterDraws draws_for(const RunRequest& request) {
  std::vector<std::string> set;
  for (const auto& [name, value] : request.parameters) set.push_back(name);
  return simulate::without(request.draws ? *request.draws : simulate::calibrated_draws(), set);
}

simulate::Variation variation_of(std::shared_ptr<const simulate::Margins> margins, const RunRequest& request) {
  if (request.uncertainty == Uncertainty::chance) return {};
  return Varied(std::move(margins), request);
}

}  // namespace koers
