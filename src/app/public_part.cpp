// SPDX-License-Identifier: EUPL-1.2
#include "app/public_part.h"

#include "model/permissions.h"

namespace koers {
namespace {

/// The same for any value inside a document.
template <class T>
bool keep_value(T& value, const std::set<Reference>& hidden, bool is_own_id = false) {
  if constexpr (std::is_same_v<T, Reference>) {
    return !hidden.contains(value);
  } else if constexpr (kIsId<T>) {
    return is_own_id || []<class R>(const Id<R>& id, const auto& set) {
      return !set.contains({kKindOf<R>, id.str()});
    }(value, hidden);
  } else if constexpr (kIsOptional<T>) {
    if (value && !keep_value(*value, hidden)) value.reset();
    return true;
  } else if constexpr (kIsVector<T> && !std::is_same_v<T, MultiPolygon>) {
    std::erase_if(value, [&](auto& item) { return !keep_value(item, hidden); });
    return true;
  } else if constexpr (Record<T>) {
    bool keep = true;
    for_each_field(
        value, [&](const char* name, auto& field) { keep = keep_value(field, hidden, std::string_view(name) == "id") && keep; });
    return keep;
  } else {
    return true;
  }
}

/// Takes what points at `hidden` out of the documents of one kind; adds to `left_over` those that cannot stand without it.
template <class T>
void take_references_out(Documents<T>& documents, const std::set<Reference>& hidden, std::set<Reference>& left_over) {
  const Documents<T> before = documents;
  for (const T& record : before) {
    T changed = record;
    if (!keep_without(changed, hidden)) {
      left_over.insert({kKindOf<T>, record.id.str()});
    } else if (!(changed == record)) {
      documents.put(std::move(changed));
    }
  }
}

}  // namespace

std::set<Reference> hidden_documents(const City& city) {
  std::set<Reference> hidden;
  for_each_kind([&]<class T>(RecordTag<T>) {
    for (const T& record : city.all<T>()) {
      const Reference document{kKindOf<T>, record.id.str()};
      if (!is_public(city, document)) hidden.insert(document);
    }
  });
  return hidden;
}

City public_part(const City& city) {
  City out = city;
  std::set<Reference> gone = hidden_documents(city);
  while (!gone.empty()) {
    for (const Reference& document : gone) {
      visit_kind(document.kind, [&]<class T>(RecordTag<T>) { out.all<T>().remove(document.id); });
    }
    std::set<Reference> left_over;
    for_each_kind([&]<class T>(RecordTag<T>) {
      // Areas and their boundaries point at no document that can be hidden.
      if constexpr (!std::is_same_v<T, Boundary>) take_references_out(out.all<T>(), gone, left_over);
    });
    gone = std::move(left_over);
  }
  return out;
}

template <Record T>
bool keep_without(T& record, const std::set<Reference>& hidden) {
  return keep_value(record, hidden);
}
#define KOERS_KEEP_HERE(Type, kind) template bool keep_without<Type>(Type&, const std::set<Reference>&);
KOERS_FOR_EACH_RECORD(KOERS_KEEP_HERE)

}  // namespace koers
