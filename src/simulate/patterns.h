// SPDX-License-Identifier: EUPL-1.2
// What the synthesis takes as given about the country: how people live by age, who lives in what, what it costs. It is the seed
// of a fitting, so that what is known of an area goes before it. Values with a source name it; all others are illustrative: of a
// plausible size, made up, to be replaced by published tables.
#pragma once
#include <array>
#include <cstdint>

#include "simulate/margins.h"

namespace koers::simulate {

/// What somebody is in a household.
enum class Position : std::uint8_t { child = 0, single = 1, couple = 2, parent = 3, lone_parent = 4, institution = 5 };
inline constexpr std::size_t kPositions = 6;

/// Ages by which people live differently: the groups of `MarginKind::people`, with 15–19 cut at the coming of age.
inline constexpr std::array<std::int16_t, 22> kAgeBounds{0,  5,  10, 15, 18, 20, 25, 30, 35, 40, 45,
                                                         50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100};
inline constexpr std::size_t kAges21 = kAgeBounds.size() - 1;
inline constexpr std::size_t kFirstAdult = 4;  ///< group of 18–19
inline constexpr std::size_t kPeople = 2 * kAges21;
/// Of those of 15–19 that are under 18.
inline constexpr double kMinorsOf15To19 = 0.6;

/// Persons by five years of age, men and women, within the broad ages 0–14, 15–24, 25–44, 45–64 and 65 and over: those of one
/// city (Zoetermeer, Statistics Netherlands 83502NED, 2021), which is illustrative for a country and for other cities.
inline constexpr std::array<double, 2 * kAgeGroups> kAgePattern{
    3305, 3670, 3820, 3730, 3540, 3750, 3870, 3860, 3685, 3735, 4105, 4310, 4270, 4010, 3635, 1915, 1220, 555, 180, 40,
    3205, 3470, 3560, 3575, 3270, 3640, 4200, 4085, 3885, 4100, 4500, 4705, 4675, 4140, 3795, 2250, 1525, 960, 395, 120};
inline constexpr std::size_t kBroadAges = 5;
[[nodiscard]] constexpr std::size_t broad_age(std::size_t group) {
  if (group < 3) return 0;
  if (group < 5) return 1;
  if (group < 9) return 2;
  return group < 13 ? 3 : 4;
}

/// Share of adults that are a child at home, by group from 18–19; men, women. To 30: Statistics Netherlands 2021/49, means of the
/// single ages. Older: illustrative.
inline constexpr std::array<std::array<double, 17>, 2> kAtHome{
    {{.877, .636, .256, .100, .055, .040, .030, .020, .012, .006, .001, .0001, .0001, .0001, .0001, .0001, .0001},
     {.833, .501, .136, .042, .025, .018, .013, .010, .007, .004, .0005, .0001, .0001, .0001, .0001, .0001, .0001}}};

/// Of those that are no child at home: single, in a couple without and with children, lone parent, in an institution.
/// Illustrative, after the course of Statistics Netherlands' household positions by age.
using Others = std::array<double, 5>;
inline constexpr std::array<std::array<Others, 17>, 2> kOthers{{{{{.800, .120, .020, .005, .020},
                                                                  {.660, .280, .040, .005, .008},
                                                                  {.480, .370, .130, .005, .007},
                                                                  {.330, .250, .400, .010, .007},
                                                                  {.260, .130, .580, .025, .007},
                                                                  {.230, .090, .630, .040, .007},
                                                                  {.230, .110, .600, .050, .007},
                                                                  {.240, .200, .490, .055, .008},
                                                                  {.250, .380, .320, .045, .009},
                                                                  {.250, .550, .170, .025, .010},
                                                                  {.230, .660, .090, .015, .010},
                                                                  {.220, .710, .050, .010, .012},
                                                                  {.230, .710, .030, .008, .020},
                                                                  {.280, .650, .020, .007, .040},
                                                                  {.360, .520, .010, .006, .100},
                                                                  {.450, .320, .010, .006, .210},
                                                                  {.480, .180, .010, .005, .330}}},
                                                                {{{.720, .190, .030, .020, .020},
                                                                  {.540, .360, .060, .030, .006},
                                                                  {.340, .400, .210, .045, .005},
                                                                  {.200, .220, .510, .065, .005},
                                                                  {.140, .100, .660, .100, .005},
                                                                  {.130, .080, .650, .135, .005},
                                                                  {.150, .140, .560, .145, .006},
                                                                  {.190, .300, .380, .120, .007},
                                                                  {.230, .520, .180, .060, .008},
                                                                  {.270, .620, .080, .030, .010},
                                                                  {.310, .620, .040, .020, .011},
                                                                  {.370, .580, .020, .018, .014},
                                                                  {.460, .480, .012, .018, .030},
                                                                  {.570, .330, .010, .018, .070},
                                                                  {.630, .170, .008, .015, .180},
                                                                  {.570, .070, .005, .013, .340},
                                                                  {.440, .030, .003, .010, .520}}}}};
/// How much younger within the groups 18–19, 20–24, 25–29 and 30–34 those at home are: the slope of their density. After the
/// single ages of the same source.
inline constexpr std::array<double, 4> kYoungerAtHome{.10, .25, .70, .60};

/// Lone parents among households with children: what is expected, and the least and most when the people ask for it.
/// Illustrative.
inline constexpr double kLoneShare = 0.22;
inline constexpr double kLeastLoneShare = 0.12;
inline constexpr double kMostLoneShare = 0.38;
/// How far the number of adult children at home gives way to the number of households before that of lone parents does, and what
/// part of them there is at least and most before other numbers give way. Illustrative.
inline constexpr double kAtHomeGivesWay = 0.2;
inline constexpr double kLeastAtHome = 0.6;
inline constexpr double kMostAtHome = 1.6;
inline constexpr std::int64_t kMostChildren = 8;

// Families ----------------------------------------------------------------------------------------------------------------------

/// A man is older than his partner by this many years; what couples differ in that. Illustrative.
inline constexpr double kPartnerGap = 2.4;
inline constexpr double kPartnerGapDeviation = 3.2;
/// Couples of one sex. Illustrative.
inline constexpr double kAlike = 0.013;
/// Age of the mother at her first child (Statistics Netherlands 37422ned: 29.8 in 2017), years between children (illustrative).
inline constexpr double kAgeAtFirstChild = 29.8;
inline constexpr double kBetweenChildren = 2.8;
inline constexpr double kAgeAtBirthDeviation = 4.5;
/// How much older than a child a parent is.
inline constexpr int kLeastParentGap = 16;
inline constexpr int kMostParentGap = 50;
/// Of the children beyond the first of each household, how many are the second and how many of the rest the third, …
/// Illustrative.
inline constexpr double kNextChild = 0.74;

// Households by tenure and income
// -------------------------------------------------------------------------------------------------

inline constexpr std::size_t kTypes4 = 4;  ///< single, couple, couple with children, lone parent
inline constexpr std::size_t kHeadAges = 7;
inline constexpr std::array<std::int16_t, kHeadAges> kHeadAgeFrom{0, 25, 35, 45, 55, 65, 75};
inline constexpr std::size_t kTenuresOrNone = kTenures + 1;  ///< the last: without a dwelling of its own

/// By type and age of head: owner, social rent, private rent, none. Illustrative.
inline constexpr std::array<std::array<std::array<double, kTenuresOrNone>, kHeadAges>, kTypes4> kTenureOf{
    {{{{.08, .42, .50, .30},
       {.36, .32, .32, .08},
       {.45, .36, .19, .03},
       {.46, .40, .14, .02},
       {.46, .43, .11, .01},
       {.45, .46, .09, .005},
       {.38, .50, .12, .005}}},
     {{{.25, .25, .50, .05},
       {.62, .18, .20, .01},
       {.72, .16, .12, .005},
       {.75, .17, .08, .002},
       {.76, .18, .06, .002},
       {.72, .22, .06, .001},
       {.60, .32, .08, .001}}},
     {{{.30, .45, .25, .02},
       {.62, .25, .13, .005},
       {.76, .17, .07, .002},
       {.80, .15, .05, .001},
       {.78, .18, .04, .001},
       {.65, .30, .05, .001},
       {.60, .35, .05, .001}}},
     {{{.05, .75, .20, .10},
       {.18, .65, .17, .02},
       {.38, .50, .12, .01},
       {.48, .44, .08, .005},
       {.50, .43, .07, .002},
       {.50, .44, .06, .001},
       {.50, .44, .06, .001}}}}};

/// Income class by tenure, and what type of household and age change. Illustrative.
inline constexpr std::array<std::array<double, kIncomeClasses>, kTenuresOrNone> kIncomeByTenure{
    {{.25, .45, .30}, {.65, .32, .03}, {.42, .40, .18}, {.75, .22, .03}}};
inline constexpr std::array<std::array<double, kIncomeClasses>, kTypes4> kIncomeByType{
    {{1.3, 1.0, .6}, {.7, 1.0, 1.3}, {.7, 1.0, 1.4}, {1.3, 1.0, .5}}};
inline constexpr std::array<std::array<double, kIncomeClasses>, kHeadAges> kIncomeByAge{
    {{2.0, .7, .1}, {1.0, 1.1, .8}, {.85, 1.0, 1.2}, {.8, 1.0, 1.4}, {.9, 1.0, 1.2}, {1.1, 1.0, .8}, {1.4, .9, .5}}};

// Dwellings ---------------------------------------------------------------------------------------------------------------------

/// Rooms by type: 1 … 6. Illustrative.
inline constexpr std::array<std::array<double, kMaxRooms>, kDwellingTypes> kRoomsOf{{{.060, .300, .400, .170, .050, .020},
                                                                                     {.005, .020, .120, .360, .360, .135},
                                                                                     {.003, .012, .075, .260, .400, .250},
                                                                                     {.002, .013, .045, .160, .330, .450}}};
/// Tenure by type, and what rooms change. Illustrative.
inline constexpr std::array<std::array<double, kTenures>, kDwellingTypes> kTenureOfType{
    {{.30, .46, .24}, {.66, .28, .06}, {.82, .13, .05}, {.94, .01, .05}}};
inline constexpr std::array<std::array<double, kTenures>, kMaxRooms> kTenureOfRooms{
    {{.3, 1.1, 2.5}, {.6, 1.2, 1.4}, {.9, 1.1, .9}, {1.0, 1.0, .7}, {1.2, .7, .7}, {1.5, .4, .9}}};
/// Type by period, thousands of dwellings of the country: EP-online and PBL, modelled by Quintel (data set of 2023).
inline constexpr std::array<std::array<double, kPeriods>, kDwellingTypes> kPeriodOfType{{{540.0, 389.0, 761.0, 617.2, 485.4},
                                                                                         {341.9, 308.1, 867.2, 597.4, 249.0},
                                                                                         {302.5, 297.8, 562.0, 378.0, 177.9},
                                                                                         {283.5, 142.4, 230.0, 251.3, 117.1}}};
/// Tenure by period beside that of the type. Illustrative: most social rented dwellings are of 1945–1984.
inline constexpr std::array<std::array<double, kTenures>, kPeriods> kTenureOfPeriod{
    {{1.0, .5, 1.8}, {.8, 1.6, .8}, {.9, 1.3, .7}, {1.1, .8, .9}, {1.1, .7, 1.4}}};
/// Vacancy by tenure beside the others. Illustrative.
inline constexpr std::array<double, kTenures> kVacancyOf{1.0, .6, 2.2};

// Who lives in what -------------------------------------------------------------------------------------------------------------

/// Households that found their dwelling by chance, before the others take what fits best: without them nobody would live
/// too small or too large. Illustrative.
inline constexpr double kByChance = 0.3;
/// Misfit of a household and a dwelling, points. Illustrative.
inline constexpr int kRoomShort = 10;  ///< per room too few, squared
inline constexpr int kRoomOver = 4;    ///< per room too many
inline constexpr int kFamilyInFlat = 8;
inline constexpr int kOldInHouse = 3;    ///< 65 or over
inline constexpr int kYoungInHouse = 3;  ///< under 35
inline constexpr int kDearForLow = 5;    ///< per step of type above a flat, lowest incomes
inline constexpr int kPlainForHigh = 4;  ///< per step of type below a detached house, highest incomes

// Education, work, income, wealth, prices
// -----------------------------------------------------------------------------------------

/// By age from 18, 25, 35, 45, 55, 65, 75. Share with high education; of the others, share with low. Illustrative.
inline constexpr std::array<double, kHeadAges> kHighEducation{.12, .50, .47, .40, .33, .29, .20};
inline constexpr std::array<double, kHeadAges> kLowOfOthers{.20, .20, .25, .35, .40, .50, .60};
/// By income class of the household, beside the mean. Illustrative.
inline constexpr std::array<double, kIncomeClasses> kEducationByIncome{.6, .95, 1.6};
inline constexpr std::array<double, kIncomeClasses> kWorkByIncome{.75, 1.05, 1.15};
/// ln of pay. Illustrative.
inline constexpr std::array<double, kIncomeClasses> kTalentByIncome{-.25, .0, .32};
inline constexpr double kTalentWithinIncome = 0.25;
/// Share with paid work from 18, 25, 35, 45, 55 to the state pension age, and by education. Illustrative.
inline constexpr std::array<double, 5> kWorking{.70, .86, .86, .85, .72};
inline constexpr std::array<double, 3> kWorkByEducation{.85, 1.04, 1.04};
inline constexpr double kMinorWorks = 0.4;  ///< of 15–17
inline constexpr double kBoardOfChildren = 1.0 / 3;
/// Median wealth, thousands of euros, by age of head; by income class; ln deviation. Illustrative.
inline constexpr std::array<double, kHeadAges> kWealth{3, 10, 18, 25, 35, 40, 40};
inline constexpr std::array<double, kIncomeClasses> kWealthByIncome{.4, 1.0, 2.5};
inline constexpr double kWealthDeviation = 0.9;
/// Mean years at the address by tenure; years registered for social rent of those who rent. Illustrative.
inline constexpr std::array<double, kTenuresOrNone> kYearsThere{15, 12, 5, 1};
inline constexpr std::array<double, kTenuresOrNone> kYearsRegistered{0, 6, 5, 4};
/// Value beside the mean of the area by type and rooms; ln deviation. Illustrative.
inline constexpr std::array<double, kDwellingTypes> kValueOfType{.72, 1.0, 1.25, 1.8};
inline constexpr std::array<double, kMaxRooms> kValueOfRooms{.60, .75, .88, 1.0, 1.12, 1.35};
inline constexpr double kValueDeviation = 0.12;
/// Thousands of euros, where an area has no published value: about the mean of the districts of the country (Statistics
/// Netherlands 85318NED, 2022).
inline constexpr double kNationalValue = 317;
/// Euros a month: rent = first + room × rooms, for private rent × √(value of the area / national). Illustrative.
inline constexpr double kSocialRent = 380;
inline constexpr double kSocialRentPerRoom = 55;
inline constexpr double kPrivateRent = 520;
inline constexpr double kPrivateRentPerRoom = 140;
inline constexpr double kRentDeviation = 0.08;

[[nodiscard]] constexpr std::size_t head_age_class(int age) {
  std::size_t at = kHeadAges - 1;
  while (at > 0 && age < kHeadAgeFrom[at]) --at;
  return at;
}

}  // namespace koers::simulate
