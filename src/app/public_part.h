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

/// Takes all that points at `hidden` out of a document; false when nothing meaningful is left of it.
template <Record T>
[[nodiscard]] bool keep_without(T& record, const std::set<Reference>& hidden);

}  // namespace koers
