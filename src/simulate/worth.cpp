// SPDX-License-Identifier: EUPL-1.2
#include "simulate/worth.h"

#include <algorithm>
#include <cmath>

#include "simulate/numerics.h"

namespace koers::simulate {
namespace {

bool is_family(LifeStage stage) {
  return stage == LifeStage::young_family || stage == LifeStage::older_family || stage == LifeStage::one_parent_family;
}

double worth_of_segment(const Parameters& parameters, Tenure tenure, DwellingType type, LifeStage stage) {
  const bool flat = type == DwellingType::flat;
  return (tenure == Tenure::owner_occupied ? parameters.worth_owned : 0) +
         (!flat && is_family(stage) ? parameters.worth_ground_family : 0) +
         (flat && stage == LifeStage::oldest ? parameters.worth_flat_old : 0);
}

double worth_of_way(const Parameters& parameters, const Neighbourhood& from, const Neighbourhood& to) {
  if (&from == &to) return parameters.worth_same_neighbourhood;
  const double x = from.x_km - to.x_km;
  const double y = from.y_km - to.y_km;
  return parameters.worth_distance * ln(1 + std::sqrt(x * x + y * y));
}

}  // namespace

Worth::Worth(const Parameters& parameters, const std::vector<Neighbourhood>& neighbourhoods, LocalMix mix)
    : parameters_(&parameters), mix_(std::move(mix)) {
  mix_.resize(neighbourhoods.size());
  for (auto& steps : mix_) {
    for (float& each : steps) each *= static_cast<float>(parameters.worth_local_mix);
  }
  for (std::size_t segment = 0; segment < kSegments; ++segment) {
    for (std::size_t stage = 0; stage < kLifeStages; ++stage) {
      segment_[segment][stage] = static_cast<float>(worth_of_segment(parameters, static_cast<Tenure>(segment / kDwellingTypes),
                                                                     static_cast<DwellingType>(segment % kDwellingTypes),
                                                                     static_cast<LifeStage>(stage)));
    }
  }
  std::vector<std::vector<std::uint16_t>> members;
  for (std::uint16_t i = 0; i < neighbourhoods.size(); ++i) {
    members.resize(std::max<std::size_t>(members.size(), neighbourhoods[i].region + 1U));
    in_region_.push_back(static_cast<std::uint16_t>(members[neighbourhoods[i].region].size()));
    members[neighbourhoods[i].region].push_back(i);
  }
  for (const Neighbourhood& from : neighbourhoods) {
    row_.push_back(static_cast<std::uint32_t>(way_.size()));
    for (const std::uint16_t to : members[from.region]) {
      way_.push_back(static_cast<float>(worth_of_way(parameters, from, neighbourhoods[to])));
    }
  }
  update(neighbourhoods, std::vector<float>(neighbourhoods.size(), 0));
}

void Worth::update(const std::vector<Neighbourhood>& neighbourhoods, std::vector<float> mean_status) {
  place_ = mix_;
  for (std::size_t i = 0; i < neighbourhoods.size(); ++i) {
    const Neighbourhood& n = neighbourhoods[i];
    const double all = parameters_->worth_access * n.access + parameters_->worth_public_space * n.public_space +
                       parameters_->worth_score * n.score;
    for (float& each : place_[i]) each += static_cast<float>(all);
  }
  status_ = std::move(mean_status);
}

}  // namespace koers::simulate
