// SPDX-License-Identifier: EUPL-1.2
// What everybody may see of a city: no document that is being drafted, and nothing that points at one.
#pragma once
#include <set>

#include "model/city.h"

namespace koers {

/// The documents in a state that is not public.
[[nodiscard]] std::set<Reference> hidden_documents(const City& city);

/// A sound city by itself. What cannot stand without a hidden document, such as its budget, is left out too.
[[nodiscard]] City public_part(const City& city);

/// Takes all that points at `hidden` out of a value; false when nothing meaningful is left of it.
template <class T>
bool keep_without(T& value, const std::set<Reference>& hidden, bool is_own_id = false) {
  if constexpr (std::is_same_v<T, Reference>) {
    return !hidden.contains(value);
  } else if constexpr (kIsId<T>) {
    return is_own_id || []<class R>(const Id<R>& id, const auto& set) {
      return !set.contains({kKindOf<R>, id.str()});
    }(value, hidden);
  } else if constexpr (kIsOptional<T>) {
    if (value && !keep_without(*value, hidden)) value.reset();
    return true;
  } else if constexpr (kIsVector<T> && !std::is_same_v<T, MultiPolygon>) {
    std::erase_if(value, [&](auto& item) { return !keep_without(item, hidden); });
    return true;
  } else if constexpr (Record<T>) {
    bool keep = true;
    for_each_field(value, [&](const char* name, auto& field) {
      keep = keep_without(field, hidden, std::string_view(name) == "id") && keep;
    });
    return keep;
  } else {
    return true;
  }
}

}  // namespace koers
