// SPDX-License-Identifier: EUPL-1.2
#include "model/city.h"

namespace koers {

#define KOERS_DOCUMENTS_HERE(Type, kind) template class Documents<Type>;
KOERS_FOR_EACH_RECORD(KOERS_DOCUMENTS_HERE)

City::City() = default;
City::City(const City&) = default;
City::City(City&&) noexcept = default;
City& City::operator=(const City&) = default;
City& City::operator=(City&&) noexcept = default;
City::~City() = default;
bool City::operator==(const City& other) const = default;

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
