// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor_city.h"

namespace koers::test {
namespace {

Reference area_of(const std::string& code) {
  if (code.starts_with("GM")) return {Kind::municipality, code};
  if (code.starts_with("BU")) return {Kind::neighbourhood, code};
  return code.starts_with("WK") ? Reference{Kind::district, code} : Reference{Kind::region, code};
}

}  // namespace

MonitorCity::MonitorCity() {
  city_.all<CityManifest>().add({Id<CityManifest>("stad"), 1, "Stad", Id<Municipality>("GM1"), {"nl"}, "CC0-1.0"});
  city_.all<Municipality>().add({Id<Municipality>("GM1"), "Stad", MunicipalityRole::own, {}});
  city_.all<Municipality>().add({Id<Municipality>("GM2"), "Nieuwe stad", MunicipalityRole::new_town, {}});
  city_.all<Municipality>().add({Id<Municipality>("GM3"), "Buurstad", MunicipalityRole::neighbour, {}});
  for (int i = 1; i <= 5; ++i) {
    const std::string number = std::to_string(i);
    city_.all<District>().add({Id<District>("WK" + number), "Wijk " + number, Id<Municipality>("GM1"), {}, {}});
  }
  city_.all<Region>().add({Id<Region>("NL"), {}, RegionKind::country, {}, {}});
}

MonitorCity& MonitorCity::indicator(const std::string& id, Polarity polarity, IndicatorKind kind) {
  Indicator indicator;
  indicator.id = Id<Indicator>(id);
  indicator.unit = "%";
  indicator.kind = kind;
  indicator.polarity = polarity;
  city_.all<Indicator>().put(indicator);
  return *this;
}

MonitorCity& MonitorCity::figure(const std::string& indicator, const std::string& area, const std::string& period,
                                 const std::string& value, const std::string& source) {
  Observation each;
  each.indicator = Id<Indicator>(indicator);
  each.area = area_of(area);
  each.period = *parse_period(period);
  each.value = parse_decimal(value);
  each.status = value.empty() ? ObservationStatus::suppressed : ObservationStatus::final_;
  each.source = {Id<Source>(source), "table"};
  city_.observations.push_back(each);
  return *this;
}

MonitorCity& MonitorCity::distribution(const std::string& indicator, AreaLevel level, const std::string& mean,
                                       const std::string& deviation) {
  ReferenceDistribution each;
  each.id = Id<ReferenceDistribution>(indicator + '-' + name_of(level));
  each.indicator = Id<Indicator>(indicator);
  each.region = Id<Region>("NL");
  each.level = level;
  each.period = *parse_period("2022");
  each.count = 300;
  each.mean = *parse_decimal(mean);
  each.standard_deviation = *parse_decimal(deviation);
  city_.all<ReferenceDistribution>().put(each);
  return *this;
}

MonitorCity& MonitorCity::set(const std::string& id, SetPurpose purpose,
                              const std::vector<std::pair<std::string, std::string>>& members) {
  IndicatorSet set;
  set.id = Id<IndicatorSet>(id);
  set.number = static_cast<int>(city_.all<IndicatorSet>().size()) + 1;
  set.purpose = purpose;
  for (const auto& [indicator, weight] : members) set.members.push_back({Id<Indicator>(indicator), *parse_decimal(weight)});
  city_.all<IndicatorSet>().put(set);
  return *this;
}

MonitorCity& MonitorCity::target(const std::string& indicator, int year, const std::string& value,
                                 std::optional<Reference> relative_to) {
  Target target;
  target.id = Id<Target>(indicator + '-' + std::to_string(year));
  target.indicator = Id<Indicator>(indicator);
  target.area = {Kind::municipality, "GM1"};
  target.year = Year{year};
  target.value = *parse_decimal(value);
  target.relative_to = std::move(relative_to);
  city_.all<Target>().put(target);
  return *this;
}

}  // namespace koers::test
