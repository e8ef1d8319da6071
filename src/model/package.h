// SPDX-License-Identifier: EUPL-1.2
// The city package: a whole city as text files (docs/reference/city-package.md). Reading and writing are exact inverses.
#pragma once
#include "model/city.h"
#include "model/read_record.h"

namespace koers {

struct PackageFile {
  std::string name;  ///< relative, with `/`: `guidelines.yaml`, `statistics/cbs-kwb-2022.csv`
  std::string text;
  bool operator==(const PackageFile&) const = default;
};

/// Where every document and observation was written, for faults that only show when the whole city is there.
struct PackagePlaces {
  std::map<Reference, Places> documents;
  std::vector<Place> observations;  ///< beside City::observations

  /// The place of a field; of its document when the field was not written.
  [[nodiscard]] Place of(const Reference& document, std::string path) const;
};

struct PackageReading {
  City city;
  PackagePlaces places;
  std::vector<Fault> faults;  ///< of form: syntax, fields, types, double ids; when there are any, `city` is not whole
};

inline constexpr int kPackageFormat = 1;

[[nodiscard]] PackageReading read_package(const std::vector<PackageFile>& files);

/// The same city always gives the same bytes.
[[nodiscard]] std::vector<PackageFile> write_package(const City& city);

}  // namespace koers
