// SPDX-License-Identifier: EUPL-1.2
#include "model/city.h"

namespace koers {
namespace {

template <class T>
void visit_references(const T& value, const ReferenceVisitor& visit, const std::string& path);

template <class R>
void visit_id(const Id<R>& id, const ReferenceVisitor& visit, const std::string& path) {
  visit(path, Reference{kKindOf<R>, id.str()});
}

template <Record T>
void visit_fields(const T& record, const ReferenceVisitor& visit, const std::string& path) {
  for_each_field(record, [&](const char* name, const auto& field) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field)>, Id<T>>) {
      if (std::string_view(name) == "id") return;
    }
    visit_references(field, visit, path.empty() ? name : path + '.' + name);
  });
}

template <class T>
void visit_references(const T& value, const ReferenceVisitor& visit, const std::string& path) {
  if constexpr (kIsOptional<T>) {
    if (value) visit_references(*value, visit, path);
  } else if constexpr (kIsVector<T> && !std::is_same_v<T, MultiPolygon>) {
    for (std::size_t i = 0; i < value.size(); ++i) visit_references(value[i], visit, path + '[' + std::to_string(i) + ']');
  } else if constexpr (std::is_same_v<T, Reference>) {
    visit(path, value);
  } else if constexpr (kIsId<T>) {
    visit_id(value, visit, path);
  } else if constexpr (Record<T>) {
    visit_fields(value, visit, path);
  }
}

}  // namespace

template <Record T>
void for_each_reference(const T& record, const ReferenceVisitor& visit) {
  visit_references(record, visit, "");
}

#define KOERS_VISIT_HERE(Type, kind) template void for_each_reference<Type>(const Type&, const ReferenceVisitor&);
KOERS_FOR_EACH_RECORD(KOERS_VISIT_HERE)
template void for_each_reference<Citation>(const Citation&, const ReferenceVisitor&);

}  // namespace koers
