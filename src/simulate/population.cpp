// SPDX-License-Identifier: EUPL-1.2
#include "simulate/population.h"

namespace koers::simulate {

LifeStage life_stage(int age_of_head, int adults, int children) {
  if (children > 0 && adults == 1) return LifeStage::one_parent_family;
  if (age_of_head >= 75) return LifeStage::oldest;
  if (children > 0) return age_of_head < 40 ? LifeStage::young_family : LifeStage::older_family;
  if (age_of_head >= 55) return LifeStage::empty_nest;
  if (age_of_head < 25) return LifeStage::starter;
  return adults == 1 ? LifeStage::single : LifeStage::couple;
}

}  // namespace koers::simulate
