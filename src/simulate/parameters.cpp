// SPDX-License-Identifier: EUPL-1.2
#include "simulate/parameters.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace koers::simulate {
namespace {

using P = Parameters;
constexpr auto kLiterature = ParameterStatus::literature;
constexpr auto kCalibrate = ParameterStatus::to_calibrate;
constexpr auto kIllustrative = ParameterStatus::illustrative;
constexpr auto kCalibrated = ParameterStatus::calibrated;

constexpr std::string_view kZoetermeer =
    "Calibrated on figures of Zoetermeer of 2016 to 2022 and national ones: docs/method/calibration.md";
constexpr std::string_view kMovedAlong =
    "Moved along in the calibration on figures of Zoetermeer, which say next to nothing of it: docs/method/calibration.md";
constexpr std::string_view kMusterd = "Musterd, van Gent, Das, Latten 2016: the sign; the size is to be calibrated";
constexpr std::string_view kKadaster =
    "Kadaster 2022: three in four buyers of new dwellings come from within 8 km; the size is to be calibrated";

constexpr std::array kTable = std::to_array<ParameterDescription>({
    {"search_per_move", &P::search_per_move, "searchers per mover", 1, 10, kCalibrated,
     "How many households look around for each that moves where dwellings do not run short", kZoetermeer},
    {"search_per_leaver", &P::search_per_leaver, "searchers per leaver", 1, 10, kCalibrated,
     "How many who live with their parents look for a dwelling or a partner for each that leaves home", kZoetermeer},
    {"search_duration", &P::search_duration, "per ln year", -2, 0, kCalibrate,
     "How the urge to move wears off with years at the address", kMovedAlong},
    {"search_misfit", &P::search_misfit, "per room", 0, 2, kCalibrate, "How a room too few makes a household search",
     kMovedAlong},
    {"search_distance", &P::search_distance, "per standard deviation", 0, 2, kCalibrate,
     "How social distance to the neighbourhood makes a household search", kMusterd},
    {"search_gain", &P::search_gain, "per unit of utility", 0, 1, kCalibrate,
     "How a market that offers more than the present dwelling makes a household search", ""},
    {"search_private_rent", &P::search_private_rent, "log odds", -2, 3, kCalibrated, "Private renters beside owners",
     kZoetermeer},
    {"search_social_rent", &P::search_social_rent, "log odds", -2, 3, kCalibrate, "Social renters beside owners", kMovedAlong},
    {"worth_cost", &P::worth_cost, "per share of income", -30, 0, kCalibrate,
     "What the share of income that housing takes weighs", kMovedAlong},
    {"worth_room_short", &P::worth_room_short, "per room", 0, 3, kCalibrate, "What a room too few weighs", ""},
    {"worth_room_over", &P::worth_room_over, "per room", 0, 1, kCalibrate,
     "What a room more than needed is worth, for two at most", ""},
    {"worth_ground_family", &P::worth_ground_family, "", -1, 3, kCalibrate,
     "What a house with a door on the street is worth to a family", ""},
    {"worth_flat_old", &P::worth_flat_old, "", -1, 3, kCalibrate, "What a flat is worth to a household of 75 or over", ""},
    {"worth_owned", &P::worth_owned, "", -2, 3, kCalibrate, "What owning is worth beside renting", kMovedAlong},
    {"worth_access", &P::worth_access, "per standard deviation", -1, 2, kCalibrate, "What access to jobs and amenities is worth",
     ""},
    {"worth_public_space", &P::worth_public_space, "per standard deviation", -1, 2, kCalibrate, "What good public space is worth",
     ""},
    {"worth_score", &P::worth_score, "per standard deviation", -1, 2, kCalibrate,
     "What a neighbourhood's socio-economic score is worth", ""},
    {"worth_unlike", &P::worth_unlike, "per standard deviation", -2, 0, kCalibrate,
     "What it weighs to be unlike one's neighbours", kMusterd},
    {"worth_local_mix", &P::worth_local_mix, "per unit of ln", 0, 10, kCalibrated,
     "What it is worth that more households of one's kind live somewhere than the dwellings explain, at the start", kZoetermeer},
    {"worth_distance", &P::worth_distance, "per ln(1 + km)", -3, 0, kCalibrate, "What distance to the present dwelling weighs",
     kMovedAlong},
    {"worth_same_neighbourhood", &P::worth_same_neighbourhood, "", 0, 3, kCalibrate, "What staying in the neighbourhood is worth",
     kKadaster},
    {"taste_segment", &P::taste_segment, "", 0, 3, kCalibrate,
     "How far dwellings of one tenure and type are alike in what a household sees in them that others do not", ""},
    {"move_threshold", &P::move_threshold, "units of utility", 0, 6, kCalibrate,
     "What a dwelling must be better by to be worth the move", kMovedAlong},
    {"user_cost_owner", &P::user_cost_owner, "of the value a year", 0.01, 0.15, kIllustrative,
     "Interest, upkeep and taxes of an owner", ""},
    {"loan_to_income", &P::loan_to_income, "years of income after tax", 2, 12, kIllustrative, "The largest mortgage", ""},
    {"rent_to_income", &P::rent_to_income, "", 0.1, 1, kIllustrative,
     "The largest share of income that a private landlord accepts as rent", ""},
    {"social_income_limit", &P::social_income_limit, "thousand euros a year after tax", 10, 100, kIllustrative,
     "The highest income with which a household gets a social rented dwelling", ""},
    {"alternatives", &P::alternatives, "dwellings", 1, 200, kIllustrative,
     "How many of the vacancies it could have a searcher sees in a round", ""},
    {"viewers", &P::viewers, "households per vacancy and round", 1, 10000, kIllustrative,
     "How many look at a vacancy while others have not been offered yet", ""},
    {"rounds", &P::rounds, "", 1, 60, kIllustrative, "How many times a year the dwellings that movers leave are offered in turn",
     ""},
    {"price_growth", &P::price_growth, "a year", -0.1, 0.1, kIllustrative,
     "Growth of prices and rents at natural vacancy, beyond inflation", ""},
    {"price_response", &P::price_response, "per point of vacancy", 0, 10, kCalibrate,
     "How prices answer to vacancy below or above the natural one", ""},
    {"natural_vacancy", &P::natural_vacancy, "of the dwellings", 0, 0.2, kLiterature, "Vacancy at which prices keep their course",
     "Statistics Netherlands 2014: 2.5 % of dwellings vacant for over 18 months, which is an upper end"},
    {"price_step", &P::price_step, "a year", 0.01, 0.5, kIllustrative, "The largest change of ln price in a year", ""},
    {"arrivals", &P::arrivals, "households per resident household and year", 0, 1, kCalibrated,
     "Households from outside that would come if they found a dwelling", kZoetermeer},
    {"arrival_response", &P::arrival_response, "per unit of utility", 0, 3, kCalibrate,
     "How arrivals answer to what the market offers", kMovedAlong},
    {"arrival_waiting", &P::arrival_waiting, "years", 0, 20, kCalibrated,
     "How long at most those who come from elsewhere have been registered for social rent", kZoetermeer},
    {"search_per_young_arrival", &P::search_per_young_arrival, "beside those older", 0.5, 10, kCalibrated,
     "How many of under 30 look for a dwelling here for each that comes, beside those older: they are outbid more often",
     kZoetermeer},
    {"departures", &P::departures, "of the national rate", 0, 5, kCalibrated,
     "Departures beside those of the whole country at the same age", kZoetermeer},
    {"departure_response", &P::departure_response, "per unit of utility", 0, 3, kCalibrate,
     "How departures answer to what the market offers", kMovedAlong},
    {"unmet_leaves", &P::unmet_leaves, "a year", 0, 1, kCalibrate, "Share of searchers without success that leave the city",
     kMovedAlong},
    {"homeless_years", &P::homeless_years, "years", 1, 20, kIllustrative,
     "How long a household without a dwelling of its own stays in the city", ""},
    {"public_space_decay", &P::public_space_decay, "a year", 0, 1, kIllustrative,
     "How fast the quality of public space goes back to the city's mean", ""},
    {"work_turnover", &P::work_turnover, "a year", 0, 1, kIllustrative, "Share of people of working age whose work is drawn anew",
     ""},
    {"work_response", &P::work_response, "log odds per ln of jobs per worker", 0, 3, kCalibrate,
     "How having work answers to the number of jobs", ""},
    {"income_growth", &P::income_growth, "a year", -0.1, 0.1, kIllustrative, "Growth of incomes beyond inflation", ""},
    {"birth_scale", &P::birth_scale, "of the national rate", 0, 3, kCalibrated,
     "Births beside those of the whole country at the same age", kZoetermeer},
    {"death_scale", &P::death_scale, "of the national rate", 0, 3, kCalibrated,
     "Deaths beside those of the whole country at the same age", kZoetermeer},
    {"leaving_scale", &P::leaving_scale, "of the national rate", 0, 5, kCalibrate,
     "Leaving home beside the whole country at the same age", ""},
    {"lone_birth_ratio", &P::lone_birth_ratio, "", 0, 1, kIllustrative,
     "Births of women without a partner beside those with one, at the same age", ""},
    {"union_scale", &P::union_scale, "", 0, 5, kCalibrated,
     "How many of the single look for a partner, beside the shares in the code", kZoetermeer},
    {"separation_scale", &P::separation_scale, "", 0, 5, kCalibrated, "Separations beside the hazards in the code", kZoetermeer},
    {"institution_scale", &P::institution_scale, "", 0, 5, kIllustrative,
     "Moves to a nursing home beside the hazards in the code", ""},
});

std::vector<Fault> fault_of(const ParameterDescription& row, double value) {
  if (value >= row.lowest && value <= row.highest) return {};
  return {{"range", {}, std::string(row.name), fmt::format("{}", value), fmt::format("{} to {}", row.lowest, row.highest)}};
}

}  // namespace

std::string_view name_of(ParameterStatus status) {
  constexpr std::array<std::string_view, 5> kNames{"literature", "derived", "to_calibrate", "illustrative", "calibrated"};
  return kNames.at(static_cast<std::size_t>(status));
}

std::span<const ParameterDescription> parameter_table() { return kTable; }

std::vector<Fault> check(const Parameters& parameters) {
  std::vector<Fault> faults;
  for (const ParameterDescription& row : kTable)
    std::ranges::move(fault_of(row, parameters.*row.member), std::back_inserter(faults));
  return faults;
}

Result<Parameters> parameters_with(const std::vector<std::pair<std::string, double>>& settings) {
  Parameters out;
  std::vector<Fault> faults;
  for (const auto& [name, value] : settings) {
    const auto row = std::ranges::find(kTable, name, &ParameterDescription::name);
    if (row == kTable.end()) {
      faults.push_back({"unknown_parameter", {}, name, name, "a name of the parameter table"});
      continue;
    }
    std::ranges::move(fault_of(*row, value), std::back_inserter(faults));
    out.*row->member = value;
  }
  if (!faults.empty()) return failure(ErrorCode::bad_input, "These parameters cannot be used.", std::move(faults));
  return out;
}

}  // namespace koers::simulate
