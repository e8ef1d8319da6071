// SPDX-License-Identifier: EUPL-1.2
// A city of a few districts with figures that a test chooses: known answers are easier to see in it than in Zoetermeer.
#pragma once
#include <string>

#include "model/city.h"

namespace koers::test {

/// City `GM1` with districts `WK1`…`WK5`, two other municipalities `GM2` and `GM3`, and the country `NL`.
class MonitorCity {
 public:
  MonitorCity();
  [[nodiscard]] const City& city() const { return city_; }
  City* operator->() { return &city_; }

  MonitorCity& indicator(const std::string& id, Polarity polarity, IndicatorKind kind = IndicatorKind::outcome);
  /// A figure of `indicator`; a value of `""` is a suppressed one.
  MonitorCity& figure(const std::string& indicator, const std::string& area, const std::string& period, const std::string& value,
                      const std::string& source = "cbs");
  /// Over all areas of `level`: mean and standard deviation.
  MonitorCity& distribution(const std::string& indicator, AreaLevel level, const std::string& mean, const std::string& deviation);
  MonitorCity& set(const std::string& id, SetPurpose purpose, const std::vector<std::pair<std::string, std::string>>& members);
  MonitorCity& target(const std::string& indicator, int year, const std::string& value,
                      std::optional<Reference> relative_to = std::nullopt);

 private:
  City city_;
};

}  // namespace koers::test
