// SPDX-License-Identifier: EUPL-1.2
// What the model takes as given, in one table: name, sentence, unit, range, default and where that comes from.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace koers::simulate {

/// Signs: a weight in a utility is positive when more of it attracts. Costs, incomes and prices are in prices of the start year.
struct Parameters {
  // E1: who searches
  double search_per_move = 2.48;
  double search_per_leaver = 3.19;
  double search_duration = -0.383;
  double search_misfit = 0.672;
  double search_distance = 0.15;
  double search_gain = 0.10;
  double search_private_rent = 1.54;
  double search_social_rent = -0.599;
  // E2: what a dwelling is worth to a household
  double worth_cost = -6.8;
  double worth_room_short = 0.60;
  double worth_room_over = 0.15;
  double worth_ground_family = 0.70;
  double worth_flat_old = 0.60;
  double worth_owned = 0.255;
  double worth_access = 0.15;
  double worth_public_space = 0.20;
  double worth_score = 0.20;
  double worth_unlike = -0.25;
  double worth_local_mix = 4.53;
  double worth_distance = -0.138;
  double worth_same_neighbourhood = 0.50;
  double taste_segment = 0.50;
  double move_threshold = 1.49;
  double user_cost_owner = 0.045;
  double loan_to_income = 6.0;
  double rent_to_income = 0.40;
  double social_income_limit = 36;
  // E3: the market
  double alternatives = 20;
  double viewers = 30;
  double rounds = 25;
  // E4: prices
  double price_growth = 0.005;
  double price_response = 2.0;
  double natural_vacancy = 0.02;
  double price_step = 0.15;
  // E5: migration
  double arrivals = 0.31;
  double arrival_response = 0.608;
  double arrival_waiting = 0.784;
  double search_per_young_arrival = 2.84;
  double departures = 0.718;
  double departure_response = 0.277;
  double unmet_leaves = 0.0698;
  double homeless_years = 3;
  // E6: neighbourhoods
  double public_space_decay = 0.02;
  // E7: work
  double work_turnover = 0.12;
  double work_response = 0.30;
  double income_growth = 0.005;
  // Life courses
  double birth_scale = 0.93;
  double death_scale = 0.816;
  double leaving_scale = 1;
  double lone_birth_ratio = 0.15;
  double union_scale = 0.813;
  double separation_scale = 1.2;
  double institution_scale = 1;
};

enum class ParameterStatus : std::uint8_t { literature = 0, derived = 1, to_calibrate = 2, illustrative = 3, calibrated = 4 };
[[nodiscard]] std::string_view name_of(ParameterStatus status);

struct ParameterDescription {
  std::string_view name;
  double Parameters::*member;
  std::string_view unit;  ///< "" when it has none
  double lowest;
  double highest;
  ParameterStatus status;
  std::string_view sentence;
  std::string_view source;  ///< "" when there is none
};

[[nodiscard]] std::span<const ParameterDescription> parameter_table();

/// Defaults with some of them set. An unknown name or a value out of its range is a fault with the name as its path.
[[nodiscard]] Result<Parameters> parameters_with(const std::vector<std::pair<std::string, double>>& settings);

/// Faults of values that are out of their range or no number.
[[nodiscard]] std::vector<Fault> check(const Parameters& parameters);

}  // namespace koers::simulate
