// SPDX-License-Identifier: EUPL-1.2
// Documents as people name them in a sheet: by title in any language of the city, by id, or by kind/id.
#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/city.h"

namespace koers {

class DocumentNames {
 public:
  /// Of all documents of these kinds. Keeps what it needs of the city, except in `written`.
  DocumentNames(const City& city, std::initializer_list<Kind> kinds);

  /// All that are called so; case and blanks do not count.
  [[nodiscard]] std::vector<Reference> find(std::string_view name) const;

  /// The name by which `find` gives this document and no other: its title in that language, else its id, else kind/id.
  [[nodiscard]] std::string written(const City& city, const Reference& document, const std::string& language) const;

 private:
  void add(const std::string& name, const Reference& document);
  [[nodiscard]] bool is_name_of(std::string_view name, const Reference& document) const;
  std::map<std::string, std::vector<Reference>, std::less<>> by_name_;  ///< folded
};

}  // namespace koers
