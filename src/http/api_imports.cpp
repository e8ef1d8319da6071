// SPDX-License-Identifier: EUPL-1.2
// Figures from outside: a preview as a job, its acceptance, the batches and their undoing.
#include <array>

#include "app/statistics_preview_view.h"
#include "base/utf8.h"
#include "http/api.h"
#include "http/uploaded_file.h"

namespace koers::http {
namespace {

constexpr std::size_t kMaxWaiting = 20;
constexpr std::size_t kListed = 200;  // of each list in a preview
constexpr int kMaxBatches = 1'000;

struct BatchView {
  std::int64_t id = 0;
  Instant at;
  std::string actor;
  std::string source;
  std::int64_t count = 0;
  std::optional<Instant> undone_at;
  std::optional<std::string> undone_by;
  bool can_be_undone = false;
};
BOOST_DESCRIBE_STRUCT(BatchView, (), (id, at, actor, source, count, undone_at, undone_by, can_be_undone))

std::string wire(const ObservationBatch& batch, bool can_be_undone) {
  return to_json_text(
      BatchView{batch.id, batch.at, batch.actor, batch.source, batch.count, batch.undone_at, batch.undone_by, can_be_undone},
      KeyStyle::camel);
}

struct StatisticsImportBody {
  std::optional<std::string> table;  ///< of CBS
  std::optional<std::string> area;
  std::optional<Year> year;
  std::optional<std::string> mapping;  ///< the name of one that comes with Koers
  std::optional<std::string> mapping_text;
  std::optional<std::string> sheet;
};
BOOST_DESCRIBE_STRUCT(StatisticsImportBody, (), (table, area, year, mapping, mapping_text, sheet))

Result<MappingText> mapping_of(const StatisticsImportBody& body) {
  if (body.mapping && body.mapping_text)
    return failure(ErrorCode::bad_input, "Give either `mapping` or `mappingText`, not both.");
  if (body.mapping_text) return MappingText{"mapping", *body.mapping_text};
  if (!body.mapping && !body.table) return failure(ErrorCode::bad_input, "A file needs a mapping: `mapping` or `mappingText`.");
  const std::string name = body.mapping.value_or("cbs-kwb");
  const auto file = shipped_mapping(name);
  if (file.empty()) return failure(ErrorCode::bad_input, "There is no mapping " + in_quotes(name) + '.');
  auto mapping = mapping_from(file);
  if (mapping) mapping->name = name + ".yaml";  // where it stands on the server is nobody's business
  return mapping;
}

/// An import as it was asked for, with the file's bytes.
struct Wanted {
  StatisticsImportBody body;
  MappingText mapping;
  std::optional<UploadedFile> file;  ///< `content` decoded
};

Result<Wanted> wanted_of(Tree tree) {
  auto file = take_uploaded_file(tree);
  if (!file) return std::unexpected(file.error());
  std::vector<Fault> faults;
  Wanted wanted{RecordReader(faults).read<StatisticsImportBody>(tree), {}, std::move(*file)};
  if (!faults.empty()) return failure(ErrorCode::bad_input, "The body is not what this address expects.", std::move(faults));
  if (wanted.file.has_value() == wanted.body.table.has_value()) {
    return failure(ErrorCode::bad_input, "Give either `table`, of CBS, or a `file`.");
  }
  if (wanted.body.table && (!is_valid_id(*wanted.body.table) || !is_valid_id(wanted.body.area.value_or("")))) {
    return failure(ErrorCode::bad_input, "`table` must be such as 85318NED, and `area` such as GM0637.");
  }
  auto mapping = mapping_of(wanted.body);
  if (!mapping) return std::unexpected(mapping.error());
  wanted.mapping = std::move(*mapping);
  return wanted;
}

Result<StatisticsPreview> preview(const Store& store, const City& city, const Wanted& wanted, const StatisticsSettings& settings,
                                  Date today, const Jobs::Report& report, const std::stop_token& stop) {
  if (!wanted.file) {
    const CbsImport import{*wanted.body.table, *wanted.body.area, wanted.body.year, settings.base_url, {}};
    return preview_cbs(store, city, import, wanted.mapping, today, report, stop);
  }
  const TemporaryFile file(wanted.file->content);
  const FileImport import{file.path(), wanted.file->name, wanted.body.sheet.value_or(""), wanted.body.year, settings.reader};
  return preview_file(store, city, import, wanted.mapping, today, report, stop);
}

std::optional<std::int64_t> number_of(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

void WaitingImports::keep(const std::string& id, const std::string& owner, std::shared_ptr<Waiting> waiting) {
  const std::lock_guard lock(mutex_);
  if (entries_.size() >= kMaxWaiting) entries_.erase(entries_.begin());
  entries_.push_back({id, owner, std::move(waiting)});
}

std::shared_ptr<WaitingImports::Waiting> WaitingImports::find(const std::string& id, const std::string& owner) {
  const std::lock_guard lock(mutex_);
  for (const Entry& each : entries_) {
    if (each.id == id && each.owner == owner) return each.waiting;
  }
  return nullptr;
}

void WaitingImports::forget(const std::string& id) {
  const std::lock_guard lock(mutex_);
  std::erase_if(entries_, [&](const Entry& each) { return each.id == id; });
}

void Api::add_import_routes(Router& router) {
  const Action action = Action::import_statistics;
  add(router, Method::post, "/api/v1/statistics-imports", "start-statistics-import", action, Cost::worker,
      &Api::start_statistics_import, kMaxUpload);
  add(router, Method::get, "/api/v1/statistics-imports/{id}", "get-statistics-import", action, Cost::worker,
      &Api::get_statistics_import);
  add(router, Method::post, "/api/v1/statistics-imports/{id}/acceptance", "accept-statistics-import", action, Cost::worker,
      &Api::accept_statistics_import);
  add(router, Method::get, "/api/v1/statistics-batches", "list-statistics-batches", action, Cost::worker,
      &Api::list_statistics_batches);
  add(router, Method::post, "/api/v1/statistics-batches/{id}/undo", "undo-statistics-batch", action, Cost::worker,
      &Api::undo_statistics_batch);
}

Response Api::start_statistics_import(const Request& request, const PathParameters&) {
  auto body = json_body(request);
  if (!body) return problem(body.error());
  auto wanted = wanted_of(std::move(*body));
  if (!wanted) return problem(wanted.error());
  const std::string owner = visitor(request).account->id.str();
  auto waiting = std::make_shared<WaitingImports::Waiting>();
  auto job =
      jobs_.start("statistics_import", owner,
                  [&workspace = workspace_, wanted = std::move(*wanted), settings = statistics_, waiting,  // may outlive the API
                   date = to_date(today())](const Jobs::Report& report, const std::stop_token& stop) -> Result<std::string> {
                    const auto snapshot = workspace.refresh();
                    auto found = preview(workspace.store(), snapshot->city, wanted, settings, date, report, stop);
                    if (!found) return std::unexpected(found.error());
                    std::string view = to_wire(views::preview_view(*found, snapshot->city, kListed), snapshot->city);
                    const std::lock_guard lock(waiting->mutex);
                    waiting->preview = std::move(*found);
                    return view;
                  });
  if (!job) return problem(job.error());
  waiting_imports_.keep(job->id, owner, std::move(waiting));
  return json(202, "{\"id\":" + json_string(job->id) + ",\"kind\":" + json_string(job->kind) +
                       ",\"state\":\"waiting\",\"done\":0,\"total\":0}")
      .with("Location", "/api/v1/jobs/" + job->id);
}

Response Api::get_statistics_import(const Request& request, const PathParameters& parameters) {
  const auto waiting = waiting_imports_.find(parameters.at("id"), visitor(request).account->id.str());
  if (waiting == nullptr) return problem({ErrorCode::not_found, "There is no such import any more; begin it anew.", {}});
  const std::lock_guard lock(waiting->mutex);
  if (!waiting->preview) return problem({ErrorCode::conflict, "The import has no preview yet.", {}});
  const auto snapshot = workspace_.snapshot();
  return json(200, to_wire(views::preview_view(*waiting->preview, snapshot->city, kListed), snapshot->city));
}

Response Api::accept_statistics_import(const Request& request, const PathParameters& parameters) {
  const std::string& id = parameters.at("id");
  const WriteContext context{clock_(), visitor(request).account->id.str(), {}};
  const auto waiting = waiting_imports_.find(id, context.actor);
  if (waiting == nullptr) return problem({ErrorCode::not_found, "There is no such import any more; begin it anew.", {}});
  const std::lock_guard lock(waiting->mutex);
  if (!waiting->preview) return problem({ErrorCode::conflict, "The import has no preview yet.", {}});
  const auto batch = accept_statistics(workspace_.store(), *waiting->preview, context);
  if (!batch) return problem(batch.error());
  waiting_imports_.forget(id);
  workspace_.refresh();
  const std::string source = waiting->preview->staged.source.id.str();
  if (*batch) record_audit(workspace_.store(), context.at, context.actor, "import_statistics", source, "allowed");
  return json(200, *batch ? "{\"batch\":" + wire(**batch, true) + '}' : "{}");
}

Response Api::list_statistics_batches(const Request&, const PathParameters&) {
  const auto batches = workspace_.store().observations().batches(kMaxBatches);
  const auto last = batches_to_undo(batches);
  std::string out = "{\"items\":[";
  for (const ObservationBatch& each : batches) {
    if (out.back() != '[') out += ',';
    out += wire(each, last.contains(each.id));
  }
  return json(200, out + "]}");
}

Response Api::undo_statistics_batch(const Request& request, const PathParameters& parameters) {
  const auto id = number_of(parameters.at("id"));
  if (!id) return problem({ErrorCode::not_found, "There is no such batch.", {}});
  const WriteContext context{clock_(), visitor(request).account->id.str(), {}};
  const auto undone = undo_statistics(workspace_.store(), *id, context);
  if (!undone) return problem(undone.error());
  record_audit(workspace_.store(), context.at, context.actor, "undo_statistics", undone->source, "allowed");
  workspace_.refresh();
  return json(200, wire(*undone, false));
}

}  // namespace koers::http
