// SPDX-License-Identifier: EUPL-1.2
#include "app/public_part.h"

#include "model/permissions.h"

namespace koers {
namespace {

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

}  // namespace koers
