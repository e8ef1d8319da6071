// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "model/package.h"

namespace koers {

/// Reads one document and adds it; null when it has faults or its id is taken.
template <Record T>
const T* add_document(const Tree& tree, PackageReading& reading) {
  const std::size_t before = reading.faults.size();
  RecordReader reader(reading.faults);
  T record = reader.read<T>(tree);
  if (reading.faults.size() != before) return nullptr;
  const Reference reference{kKindOf<T>, record.id.str()};
  if (!reading.city.all<T>().add(std::move(record))) {
    reading.faults.push_back({"double_id", tree.place, "id", "a second " + to_string(reference), "every id once"});
    return nullptr;
  }
  reading.places.documents[reference] = reader.take_places();
  return reading.city.all<T>().find(reference.id);
}

}  // namespace koers
