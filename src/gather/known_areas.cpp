// SPDX-License-Identifier: EUPL-1.2
#include "gather/known_areas.h"

#include "gather/names.h"

namespace koers::gather {

KnownAreas::KnownAreas(const City& city, const Mapping& mapping) {
  if (const CityManifest* manifest = city.manifest()) own_ = manifest->municipality.str();
  for (const auto& each : city.all<Municipality>()) add({Kind::municipality, each.id.str()}, each.id.str(), each.name);
  for (const auto& each : city.all<District>()) add({Kind::district, each.id.str()}, each.municipality.str(), each.name);
  for (const auto& each : city.all<Neighbourhood>()) {
    const District* district = city.find(each.district);
    add({Kind::neighbourhood, each.id.str()}, district == nullptr ? "" : district->municipality.str(), each.name);
  }
  for (const auto& each : city.all<Region>()) {
    for (const auto& [language, title] : each.title.by_language) add({Kind::region, each.id.str()}, "", title);
  }
  for (const AreaAlias& alias : mapping.area.also_called) {
    const auto found = areas_.find(alias.area.id);
    if (found != areas_.end() && found->second.reference == alias.area) found->second.called.insert(bare_area_name(alias.name));
  }
}

void KnownAreas::add(Reference reference, std::string municipality, const std::string& name) {
  const std::string code = reference.id;
  const auto [place, is_new] = areas_.try_emplace(code, KnownArea{std::move(reference), std::move(municipality), name, {}});
  place->second.called.insert(bare_area_name(name));
}

const KnownArea* KnownAreas::find(const std::string& code) const {
  const auto found = areas_.find(code);
  return found == areas_.end() ? nullptr : &found->second;
}

bool code_lies_in(std::string_view code, std::string_view municipality) {
  return code.size() >= 6 && municipality.size() == 6 && code.substr(2, 4) == municipality.substr(2);
}

}  // namespace koers::gather
