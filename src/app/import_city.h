// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <stop_token>

#include "model/package.h"
#include "store/store.h"

namespace koers {

enum class ImportMode : std::uint8_t { check_only, apply };

/// What an import does, or would do, to each document.
struct ImportReport {
  std::map<std::string, int> counts;  ///< documents by kind in the package
  std::vector<Reference> added;
  std::vector<Reference> changed;
  std::vector<Reference> withdrawn;  ///< in the database but not in the package
  int unchanged = 0;
  int observations = 0;
  std::vector<std::string> statistics_changed;  ///< sources whose figures are not the same
  [[nodiscard]] bool changes_anything() const {
    return !added.empty() || !changed.empty() || !withdrawn.empty() || !statistics_changed.empty();
  }
};

/// The city of a package with which nothing is wrong; `bad_input` with every fault.
[[nodiscard]] Result<City> read_city(const std::vector<PackageFile>& files);

/// What an import would do to a database that is not there yet.
[[nodiscard]] ImportReport first_import(const City& city);

/// Makes the database hold exactly what the city says: all of it or nothing. `conflict` when the database holds another city;
/// `stale` when somebody wrote meanwhile; `cancelled`.
[[nodiscard]] Result<ImportReport> import_city(Store& store, const City& city, const WriteContext& context, ImportMode mode,
                                               const Progress& progress = {}, const std::stop_token& stop = {});

/// Reads the package first: `bad_input` with every fault.
[[nodiscard]] Result<ImportReport> import_city(Store& store, const std::vector<PackageFile>& files, const WriteContext& context,
                                               ImportMode mode, const Progress& progress = {}, const std::stop_token& stop = {});

}  // namespace koers
