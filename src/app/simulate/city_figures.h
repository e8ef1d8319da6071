// SPDX-License-Identifier: EUPL-1.2
// What a city knows of its areas near one year, and how far areas are apart: what margins are made of.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/monitor/series.h"
#include "base/result.h"

namespace koers {

/// How many years a figure may be away from the year that is asked for and still be taken for it, with a word about that.
inline constexpr int kNearYears = 1;
/// How many years it may be away to tell how a whole is divided over its parts.
inline constexpr int kFarYears = 10;

/// A figure, and the area that it is about.
struct FoundFigure {
  double value = 0;
  const Observation* observation = nullptr;

  [[nodiscard]] int year() const { return observation->period.to.year; }
  [[nodiscard]] const Reference& area() const { return observation->area; }
};

/// A neighbourhood and what it lies in.
struct CityArea {
  Reference neighbourhood;
  Reference district;
};

/// Points into the city, which must outlive it.
class CityFigures {
 public:
  CityFigures(const City& city, int year);

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] const std::vector<CityArea>& areas() const { return areas_; }           ///< of the own municipality, by code
  [[nodiscard]] const std::vector<Reference>& districts() const { return districts_; }  ///< that have neighbourhoods, by code
  [[nodiscard]] const Reference& municipality() const { return municipality_; }

  /// The figure nearest to the year, at most `most_years` away; of two as near, the earlier. Figures of several years are none.
  [[nodiscard]] std::optional<FoundFigure> at(std::string_view indicator, const Reference& area, int most_years) const;
  /// That of exactly this year.
  [[nodiscard]] std::optional<FoundFigure> in(std::string_view indicator, const Reference& area, int year) const;
  /// All of these of one place and year: of the neighbourhood, else its district, else the city, near the year; if none is near,
  /// the same further away. Empty when no place has them all.
  [[nodiscard]] std::vector<FoundFigure> around(std::span<const std::string_view> indicators, const CityArea& area) const;

  /// How areas differ that are of the same kind as `figure`'s: the standard deviation over the districts of the city, or over all
  /// municipalities that the package knows, in its year. Weighted by what stands behind each. None when fewer than three have
  /// one.
  [[nodiscard]] std::optional<double> spread(const FoundFigure& figure) const;

  /// `owner-occupied of district WK063700 in 2022 (Kerncijfers wijken en buurten 2022 (85318NED))`.
  [[nodiscard]] std::string origin(const FoundFigure& figure) const;
  /// The same, with another word for where: `its neighbourhoods`.
  [[nodiscard]] std::string origin(const FoundFigure& figure, const std::string& where) const;

 private:
  [[nodiscard]] std::vector<FoundFigure> all_at(std::span<const std::string_view> indicators, const Reference& area,
                                                int most_years) const;
  [[nodiscard]] bool is_peer(const Reference& area, const FoundFigure& of) const;

  const City& city_;
  int year_;
  SeriesIndex series_;
  Reference municipality_;
  std::vector<CityArea> areas_;
  std::vector<Reference> districts_;
};

/// The error of a figure that must be there and is not.
[[nodiscard]] Error missing_figure(std::string_view indicator, const Reference& area, int year);

}  // namespace koers
