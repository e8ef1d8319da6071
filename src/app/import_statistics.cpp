// SPDX-License-Identifier: EUPL-1.2
#include "app/import_statistics.h"

#include <algorithm>
#include <fstream>

#include "app/foreign_sheet.h"
#include "base/utf8.h"
#include "fetch/http_cache.h"
#include "fetch/http_client.h"
#include "gather/sheet_table.h"
#include "model/check.h"
#include "model/read_record.h"
#include "model/write_record.h"

namespace koers {
namespace {

constexpr std::size_t kMaxMapping = 1U << 20U;
constexpr int kBatchesAPage = 500;

/// A client and, where a folder is given, the pages of an earlier attempt.
class Pages {
 public:
  explicit Pages(const std::filesystem::path& cache) {
    if (!cache.empty()) cache_.emplace(cache);
    source_.emplace(client_, cache_ ? &*cache_ : nullptr);
  }
  [[nodiscard]] fetch::PageSource& source() { return *source_; }

 private:
  fetch::HttpClient client_;
  std::optional<fetch::HttpCache> cache_;
  std::optional<fetch::NetworkPages> source_;
};

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

fetch::CbsRequest request_for(const CbsImport& import) {
  fetch::CbsRequest request;
  request.table = import.table;
  if (!import.area.empty()) request.areas = {import.area};
  if (!import.base_url.empty()) {
    request.v4_base = without_slash(import.base_url) + "/odata/v1/CBS";
    request.v3_base = without_slash(import.base_url) + "/ODataApi/OData";
  }
  return request;
}

ForeignCell words(std::string text) {
  const CellKind kind = text.empty() ? CellKind::empty : CellKind::text;
  return {std::move(text), kind};
}

/// What the code lists say of a key, as columns of their own: `WijkenEnBuurten.title`, `Perioden.status`.
void add_words_of_keys(fetch::CbsTable& cbs) {
  ForeignTable& table = cbs.table;
  const std::size_t columns = table.columns.size();
  for (std::size_t n = 0; n < columns; ++n) {
    const auto codes = cbs.codes.find(table.columns[n]);
    if (codes == cbs.codes.end()) continue;
    const std::size_t title = table.columns.size();
    table.columns.push_back(table.columns[n] + ".title");
    table.columns.push_back(table.columns[n] + ".status");
    for (ForeignRow& row : table.rows) {
      row.cells.resize(table.columns.size());
      const auto code = codes->second.find(row.cells[n].text);
      if (code == codes->second.end()) continue;
      row.cells[title] = words(code->second.title);
      row.cells[title + 1] = words(code->second.status);
    }
  }
}

gather::StagingTask task_for(const fetch::CbsTable& cbs, const CbsImport& import, const gather::Mapping& mapping, Date today) {
  gather::StagingTask task{import.table, import.year, import.area, {}, false, today};
  if (!task.year) task.year = mapping.year_of(import.table);
  if (!task.year) task.year = parse_year(cbs.period);
  for (const fetch::CbsColumn& column : cbs.columns) task.units[column.code] = column.unit;
  task.provisional = cbs.status.find("Voorlopig") != std::string::npos;
  return task;
}

/// The city as it would be: a batch that breaks a rule of the whole, such as a sum of districts, is refused like a wrong cell.
void check_whole(const City& city, StatisticsPreview& preview) {
  gather::Staged& staged = preview.staged;
  City wanted = city;
  std::erase_if(wanted.observations,
                [&](const Observation& each) { return each.source.source == staged.source.id && staged.scope.contains(each); });
  wanted.observations.insert(wanted.observations.end(), staged.observations.begin(), staged.observations.end());
  wanted.all<Source>().add(staged.source);
  const auto before = check_city(city, {});
  for (Fault& fault : check_city(wanted, {})) {
    if (std::find(before.begin(), before.end(), fault) != before.end()) continue;
    ++staged.fault_count;
    fault.place.file = preview.origin;
    if (staged.faults.size() < kMaxFaults) staged.faults.push_back(std::move(fault));
  }
}

std::vector<Observation> held_of(const Store& store, const std::string& source) {
  ObservationFilter filter;
  filter.sources = {source};
  return store.observations().find(filter);
}

template <class T>
Draft draft_of(const T& record, int based_on) {
  return {kKindOf<T>, record.id.str(), to_json_text(record), based_on};
}

/// The revision on which a new body of a document must be based.
int revision_in(const Store& store, const Reference& document) {
  const auto found = store.ledger().current(document.kind, document.id);
  return found ? found->rev : 0;
}

}  // namespace

std::vector<std::string> shipped_mappings() {
  std::vector<std::string> names;
  const auto folder = shipped_mapping("cbs-kwb").parent_path();
  if (folder.empty()) return names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::filesystem::path shipped_mapping(const std::string& name) {
  if (!is_valid_id(name)) return {};
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const auto& folder : {program / "mappings", program.parent_path() / "share" / "koers" / "mappings",
                             std::filesystem::path("mappings"), std::filesystem::path(KOERS_MAPPINGS)}) {
    const auto file = folder / (name + ".yaml");
    if (std::filesystem::is_regular_file(file, ignored)) return file;
  }
  return {};
}

Result<MappingText> mapping_from(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return failure(ErrorCode::bad_input, "The mapping " + file.string() + " cannot be opened.");
  std::string text(kMaxMapping + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kMaxMapping) return failure(ErrorCode::too_large, "The mapping " + file.string() + " is larger than 1 MB.");
  return MappingText{file.string(), std::move(text)};
}

Result<StatisticsPreview> preview_table(const Store& store, const City& city, const ForeignTable& table,
                                        const gather::Mapping& mapping, const gather::StagingTask& task, const Progress& progress,
                                        const std::stop_token& stop) {
  StatisticsPreview preview;
  preview.seen_version = store.observations().version();
  preview.origin = table.origin;
  preview.table = task.table;
  auto staged = gather::stage(table, mapping, city, task, progress, stop);
  if (!staged) return std::unexpected(staged.error());
  preview.staged = std::move(*staged);
  const auto held = held_of(store, preview.staged.source.id.str());
  preview.differences = gather::compare(held, preview.staged.observations, preview.staged.scope);
  preview.adds_source = city.find(preview.staged.source.id) == nullptr;
  if (preview.is_acceptable()) check_whole(city, preview);
  return preview;
}

Result<StatisticsPreview> preview_cbs(const Store& store, const City& city, const CbsImport& import, const MappingText& mapping,
                                      Date today, const Progress& progress, const std::stop_token& stop) {
  const auto how = gather::read_mapping(mapping.yaml, mapping.name, city);
  if (!how) return std::unexpected(how.error());
  Pages pages(import.cache);
  auto cbs = fetch::read_cbs_table(pages.source(), request_for(import), progress, stop);
  if (!cbs) return std::unexpected(cbs.error());
  add_words_of_keys(*cbs);
  auto preview = preview_table(store, city, cbs->table, *how, task_for(*cbs, import, *how, today), progress, stop);
  if (preview) preview->remarks = std::move(cbs->remarks);
  return preview;
}

Result<StatisticsPreview> preview_file(const Store& store, const City& city, const FileImport& import, const MappingText& mapping,
                                       Date today, const Progress& progress, const std::stop_token& stop) {
  const auto how = gather::read_mapping(mapping.yaml, mapping.name, city);
  if (!how) return std::unexpected(how.error());
  const auto opened = open_sheet({import.file, import.name, import.sheet, import.reader, {}, progress, stop});
  if (!opened) return std::unexpected(opened.error());
  const auto table = gather::table_of(opened->sheet, how->header_row.value_or(1));
  if (!table) return std::unexpected(table.error());
  const std::string name = opened->is_only ? table->origin : table->origin + ", " + table->name;
  return preview_table(store, city, *table, *how, {name, import.year, {}, {}, false, today}, progress, stop);
}

void forget_pages(const std::filesystem::path& cache) {
  if (!cache.empty()) fetch::HttpCache(cache).clear();
}

Result<std::optional<ObservationBatch>> accept_statistics(Store& store, const StatisticsPreview& preview,
                                                          const WriteContext& context) {
  if (!preview.is_acceptable()) {
    return failure(ErrorCode::bad_input, "The import has faults; nothing was accepted.", preview.staged.faults);
  }
  std::optional<ObservationBatch> batch;
  if (preview.differences.is_empty()) return batch;
  const Source& source = preview.staged.source;
  const auto written = store.all_or_nothing([&]() -> Result<void> {
    // Looked at inside the transaction, where nobody else can write meanwhile.
    if (store.observations().version() != preview.seen_version) {
      return failure(ErrorCode::stale, "Figures have changed since the preview was made; look at a new one first.");
    }
    if (preview.adds_source) {
      const Draft draft = draft_of(source, revision_in(store, {Kind::source, source.id.str()}));
      if (auto done = store.ledger().append(std::vector{draft}, context); !done) return std::unexpected(done.error());
    }
    const auto figures = gather::merged(held_of(store, source.id.str()), preview.staged.observations, preview.staged.scope);
    auto done = store.observations().replace(source.id.str(), figures, context);
    if (!done) return std::unexpected(done.error());
    batch = std::move(*done);
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return batch;
}

std::set<std::int64_t> batches_to_undo(const std::vector<ObservationBatch>& batches) {
  std::set<std::string> sources;
  std::set<std::int64_t> ids;
  for (const ObservationBatch& each : batches) {
    if (!each.undone_at && sources.insert(each.source).second) ids.insert(each.id);
  }
  return ids;
}

Result<ObservationBatch> undo_statistics(Store& store, std::int64_t batch, const WriteContext& context) {
  ObservationBatch undone;
  const auto written = store.all_or_nothing([&]() -> Result<void> {
    std::set<std::string> later;  // sources of which a later batch is in force
    std::optional<std::int64_t> before;
    for (bool found = false; !found;) {
      const auto page = store.observations().batches(kBatchesAPage, before);
      for (const ObservationBatch& each : page) {
        found = each.id <= batch;
        if (each.id == batch && !each.undone_at && later.contains(each.source)) {
          return failure(ErrorCode::conflict,
                         "A later batch of " + in_quotes(each.source) + " was built on this one; undo that first.");
        }
        if (found) break;
        if (!each.undone_at) later.insert(each.source);
      }
      if (page.empty()) break;
      before = page.back().id;
    }
    auto done = store.observations().undo(batch, context);
    if (!done) return std::unexpected(done.error());
    undone = std::move(*done);
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return undone;
}

// ---- Boundaries -------------------------------------------------------------------------------------------------------------

namespace {

Source boundary_source(const BoundaryImport& import, const City& city) {
  Source source;
  const std::string year = to_string(import.year);
  source.id = Id<Source>("pdok-boundaries-" + year);
  source.title = "CBS Wijken en Buurten " + year;
  source.publisher = "PDOK";
  source.published.year = import.year.value;
  source.url = "https://api.pdok.nl/cbs/wijken-en-buurten-" + year + "/ogc/v1";
  source.licence = "CC-BY-4.0";
  for (const std::string& language : city.languages()) {
    source.summary.by_language[language] = language == "nl"
                                               ? "Grenzen van gemeenten, wijken en buurten in " + year + '.'
                                               : "Boundaries of municipalities, districts and neighbourhoods in " + year + '.';
  }
  return source;
}

fetch::BoundaryRequest request_for(const BoundaryImport& import, fetch::BoundaryLevel level) {
  fetch::BoundaryRequest request;
  request.municipality = import.municipality;
  request.year = import.year.value;
  request.level = level;
  if (!import.base_url.empty()) {
    request.ogc_base = without_slash(import.base_url) + "/cbs";
    request.wfs_base = request.ogc_base;
  }
  return request;
}

void compare_with(const City& city, BoundaryPreview& preview) {
  for (const Boundary& each : preview.boundaries) {
    const Boundary* held = city.find(each.id);
    if (held == nullptr) {
      ++preview.added;
    } else if (held->polygons == each.polygons && held->version == each.version) {
      ++preview.same;
    } else {
      ++preview.changed;
    }
  }
}

}  // namespace

Result<BoundaryPreview> preview_boundaries(const City& city, const BoundaryImport& import, const Progress& progress,
                                           const std::stop_token& stop) {
  using fetch::BoundaryLevel;
  BoundaryPreview preview;
  preview.source = boundary_source(import, city);
  Pages pages(import.cache);
  for (const auto level : {BoundaryLevel::municipality, BoundaryLevel::district, BoundaryLevel::neighbourhood}) {
    auto found = fetch::read_boundaries(pages.source(), request_for(import, level), progress, stop);
    if (!found) return std::unexpected(found.error());
    const auto& names = fetch::names_of(level);
    auto staged = gather::stage_boundaries(
        found->layer, city,
        {std::string(names.code), std::string(names.name), import.year, {preview.source.id, ""}, import.municipality});
    preview.origin = found->layer.origin;
    std::move(staged.boundaries.begin(), staged.boundaries.end(), std::back_inserter(preview.boundaries));
    std::move(staged.left_out.begin(), staged.left_out.end(), std::back_inserter(preview.left_out));
    std::move(staged.faults.begin(), staged.faults.end(), std::back_inserter(preview.faults));
    std::move(found->remarks.begin(), found->remarks.end(), std::back_inserter(preview.remarks));
  }
  compare_with(city, preview);
  return preview;
}

Result<int> accept_boundaries(Store& store, const BoundaryPreview& preview, const WriteContext& context) {
  if (!preview.is_acceptable()) {
    return failure(ErrorCode::bad_input, "The boundaries have faults; nothing was accepted.", preview.faults);
  }
  std::vector<Draft> drafts;
  const auto add_when_new = [&](const auto& record, Kind kind) {
    const auto held = store.ledger().current(kind, record.id.str());
    if (held && held->body == to_json_text(record)) return;
    drafts.push_back(draft_of(record, held ? held->rev : 0));
  };
  for (const Boundary& each : preview.boundaries) add_when_new(each, Kind::boundary);
  const int written = static_cast<int>(drafts.size());
  if (written == 0) return 0;
  const auto source = store.ledger().current(Kind::source, preview.source.id.str());
  if (!source || !source->body) drafts.push_back(draft_of(preview.source, source ? source->rev : 0));
  const auto done = store.ledger().append(drafts, context);
  if (!done) return std::unexpected(done.error());
  return written;
}

}  // namespace koers
