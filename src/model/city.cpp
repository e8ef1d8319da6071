// SPDX-License-Identifier: EUPL-1.2
#include "model/city.h"

namespace koers {

bool City::contains(const Reference& reference) const {
  bool found = false;
  visit_kind(reference.kind, [&]<class T>(RecordTag<T>) { found = all<T>().find(reference.id) != nullptr; });
  return found;
}

Text City::title_of(const Reference& reference) const {
  Text title;
  visit_kind(reference.kind, [&]<class T>(RecordTag<T>) {
    if (const T* record = all<T>().find(reference.id)) title = title_of_record(*record, languages());
  });
  return title;
}

const CityManifest* City::manifest() const { return all<CityManifest>().empty() ? nullptr : &all<CityManifest>().front(); }

std::vector<std::string> City::languages() const {
  return manifest() == nullptr ? std::vector<std::string>{} : manifest()->languages;
}

}  // namespace koers
