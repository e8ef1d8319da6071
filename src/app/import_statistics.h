// SPDX-License-Identifier: EUPL-1.2
// Statistics and boundaries from outside: fetch or open → stage → show → accept as one batch that can be undone. A preview
// changes nothing; what is accepted is exactly what the preview showed, or nothing.
#pragma once
#include <filesystem>
#include <memory>

#include "fetch/cbs.h"
#include "fetch/pdok.h"
#include "gather/boundaries.h"
#include "gather/staging.h"
#include "store/store.h"

namespace koers {

/// How a source is read: the text of a mapping file, and what it is called.
struct MappingText {
  std::string name;
  std::string yaml;
};

/// The mappings that come with the program: `mappings/` beside it, or where it was built. Empty when there is none of that name.
[[nodiscard]] std::filesystem::path shipped_mapping(const std::string& name);
[[nodiscard]] std::vector<std::string> shipped_mappings();
/// A mapping file from disk; `bad_input` when it cannot be read or is larger than a mapping can be.
[[nodiscard]] Result<MappingText> mapping_from(const std::filesystem::path& file);

struct CbsImport {
  std::string table;                 ///< such as 85318NED
  std::string area;                  ///< a municipality, with all districts and neighbourhoods in it
  std::optional<Year> year = {};     ///< where neither mapping nor table says it
  std::string base_url = {};         ///< another server with the same paths; empty: those of CBS
  std::filesystem::path cache = {};  ///< pages are kept here until the import is accepted; empty: nowhere
};

struct FileImport {
  std::filesystem::path file;
  std::string name = {};              ///< what the file is called, where its path does not say it
  std::string sheet = {};             ///< empty: the only one that is not hidden
  std::optional<Year> year = {};      ///< where the mapping asks for one
  std::filesystem::path reader = {};  ///< `koers-read`; empty: beside the running program
};

struct BoundaryImport {
  std::string municipality;
  Year year;
  std::string base_url = {};
  std::filesystem::path cache = {};
};

/// What an import would do. Holds all that accepting needs.
struct StatisticsPreview {
  std::string origin;  ///< address or file
  std::string table;
  gather::Staged staged;
  gather::Differences differences;
  bool adds_source = false;          ///< the city has no such source yet
  std::vector<std::string> remarks;  ///< oddities of the source, one English sentence each
  std::int64_t seen_version = 0;     ///< of the figures that it was compared with
  [[nodiscard]] bool is_acceptable() const { return staged.is_acceptable(); }
};

struct BoundaryPreview {
  std::string origin;
  std::vector<Boundary> boundaries;
  Source source;
  std::vector<std::string> left_out;
  std::vector<Fault> faults;
  std::vector<std::string> remarks;
  int added = 0;
  int changed = 0;
  int same = 0;
  [[nodiscard]] bool is_acceptable() const { return faults.empty(); }
};

/// What a preview of a table from anywhere needs; the fetching ones end here.
[[nodiscard]] Result<StatisticsPreview> preview_table(const Store& store, const City& city, const ForeignTable& table,
                                                      const gather::Mapping& mapping, const gather::StagingTask& task,
                                                      const Progress& progress = {}, const std::stop_token& stop = {});

[[nodiscard]] Result<StatisticsPreview> preview_cbs(const Store& store, const City& city, const CbsImport& import,
                                                    const MappingText& mapping, Date today, const Progress& progress = {},
                                                    const std::stop_token& stop = {});
[[nodiscard]] Result<StatisticsPreview> preview_file(const Store& store, const City& city, const FileImport& import,
                                                     const MappingText& mapping, Date today, const Progress& progress = {},
                                                     const std::stop_token& stop = {});
[[nodiscard]] Result<BoundaryPreview> preview_boundaries(const City& city, const BoundaryImport& import,
                                                         const Progress& progress = {}, const std::stop_token& stop = {});

/// Drops the pages that were kept for an import that is complete; nothing when `cache` is empty.
void forget_pages(const std::filesystem::path& cache);

/// One batch, with the source where the city has none yet: all or nothing. Nothing at all, and no batch, when nothing would
/// change. `bad_input` when the preview has faults; `stale` when figures have changed since it was made.
[[nodiscard]] Result<std::optional<ObservationBatch>> accept_statistics(Store& store, const StatisticsPreview& preview,
                                                                        const WriteContext& context);
/// Boundaries are documents, so their history is in the ledger. Gives how many were written.
[[nodiscard]] Result<int> accept_boundaries(Store& store, const BoundaryPreview& preview, const WriteContext& context);

/// The batches that `undo_statistics` would take back, out of these: the last in force of each source. `batches`: all, newest
/// first.
[[nodiscard]] std::set<std::int64_t> batches_to_undo(const std::vector<ObservationBatch>& batches);

/// `not_found`; `conflict` when it was undone already, or when a later batch of its source is in force: that one goes first,
/// since it was built on this one.
[[nodiscard]] Result<ObservationBatch> undo_statistics(Store& store, std::int64_t batch, const WriteContext& context);

}  // namespace koers
