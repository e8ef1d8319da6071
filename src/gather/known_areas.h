// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <set>
#include <string>
#include <unordered_map>

#include "gather/mapping.h"
#include "model/city.h"

namespace koers::gather {

struct KnownArea {
  Reference reference;
  std::string municipality;      ///< its code; empty of a region
  std::string name;              ///< as the city calls it
  std::set<std::string> called;  ///< bare names that mean this place
};

/// The areas of a city by code, and what they are called.
class KnownAreas {
 public:
  KnownAreas(const City& city, const Mapping& mapping);
  [[nodiscard]] const KnownArea* find(const std::string& code) const;
  [[nodiscard]] auto begin() const { return areas_.begin(); }
  [[nodiscard]] auto end() const { return areas_.end(); }
  [[nodiscard]] const std::string& own_municipality() const { return own_; }

 private:
  void add(Reference reference, std::string municipality, const std::string& name);
  std::unordered_map<std::string, KnownArea> areas_;
  std::string own_;
};

/// Does a code of the CBS lie in this municipality, as far as its digits say? WK0637.. and BU0637.... lie in GM0637.
[[nodiscard]] bool code_lies_in(std::string_view code, std::string_view municipality);

}  // namespace koers::gather
