// SPDX-License-Identifier: EUPL-1.2
#include "app/views/indicator_profile.h"

#include "app/monitor/population.h"

namespace koers::views {
namespace {

/// Its own, or that of the first source that has one.
std::optional<std::string> licence_of(const City& city, const Indicator& indicator) {
  if (indicator.licence) return indicator.licence;
  for (const Citation& citation : indicator.sources) {
    const Source* source = city.find(citation.source);
    if (source != nullptr && source->licence) return source->licence;
  }
  return std::nullopt;
}

std::vector<AreaSeries> other_areas(const MonitorContext& context, const Indicator& indicator) {
  std::vector<AreaSeries> out;
  for (const auto& [area, series] : context.series.areas_of(indicator.id)) {
    if (area == own_municipality(context.city)) continue;
    AreaSeries each{mentioned(context.city, area), {}, points_of(series), latest_score(context, indicator, area)};
    if (const auto parent = parent_of(context.city, area)) each.within = mentioned(context.city, *parent);
    out.push_back(std::move(each));
  }
  return out;
}

}  // namespace

Result<IndicatorProfile> indicator_profile(const City& city, const std::string& id, std::chrono::year_month_day today) {
  const Indicator* indicator = city.all<Indicator>().find(id);
  if (indicator == nullptr) return failure(ErrorCode::not_found, "There is no indicator `" + id + "`.");
  const SeriesIndex series(city);
  const MonitorContext context{city, series, today};
  IndicatorProfile profile{indicator_row(city, series, *indicator, today),
                           licence_of(city, *indicator),
                           indicator->relevant_step,
                           indicator_state(context, *indicator, own_municipality(city)),
                           other_areas(context, *indicator),
                           {},
                           inequality_view(context, *indicator)};
  for (const ReferenceDistribution& each : city.all<ReferenceDistribution>()) {
    if (each.indicator == indicator->id) profile.distributions.push_back(each);
  }
  return profile;
}

}  // namespace koers::views
