// SPDX-License-Identifier: EUPL-1.2
// Long work: importing a package, with progress; and exporting one.
#include "app/import_city.h"
#include "app/package_files.h"
#include "http/api.h"
#include "http/event_stream.h"

namespace koers::http {
namespace {

constexpr std::size_t kMaxImport = 64U << 20U;

struct FileInput {
  std::string name;
  std::string text;
};

struct ImportResult {
  bool applied = false;
  std::map<std::string, int> counts;
  std::vector<Reference> added;
  std::vector<Reference> changed;
  std::vector<Reference> withdrawn;
  int unchanged = 0;
  int observations = 0;
  std::vector<std::string> statistics_changed;
};
BOOST_DESCRIBE_STRUCT(ImportResult, (), (applied, counts, added, changed, withdrawn, unchanged, observations, statistics_changed))

Result<std::vector<PackageFile>> files_of(const Tree& body) {
  const Tree* list = body.find("files");
  if (list == nullptr || list->type != Tree::Type::sequence || list->items.size() > PackageLimits{}.files) {
    const auto most = std::to_string(PackageLimits{}.files);
    return failure(ErrorCode::bad_input, "`files` must be a list of at most " + most + " files.");
  }
  std::vector<PackageFile> files;
  for (const Tree& item : list->items) {
    const Tree* name = item.find("name");
    const Tree* text = item.find("text");
    if (name == nullptr || text == nullptr || name->type != Tree::Type::string || text->type != Tree::Type::string) {
      return failure(ErrorCode::bad_input, "Each of `files` must have a name and a text.");
    }
    files.push_back({name->text, text->text});
  }
  return files;
}

Result<std::string> run_import(Store& store, const std::vector<PackageFile>& files, const WriteContext& context, ImportMode mode,
                               const Jobs::Report& report, const std::stop_token& stop) {
  auto done = import_city(store, files, context, mode, report, stop);
  if (!done) return std::unexpected(done.error());
  const bool applied = mode == ImportMode::apply;
  record_audit(store, context.at, context.actor, applied ? "import" : "check_import", "package", "allowed");
  return to_json_text(ImportResult{applied, done->counts, done->added, done->changed, done->withdrawn, done->unchanged,
                                   done->observations, done->statistics_changed},
                      KeyStyle::camel);
}

}  // namespace

const char* name_of_state(JobState state) {
  switch (state) {
    case JobState::waiting:
      return "waiting";
    case JobState::running:
      return "running";
    case JobState::done:
      return "done";
    case JobState::failed:
      return "failed";
    case JobState::cancelled:
      return "cancelled";
  }
  return "failed";
}

std::string job_as_json(const JobStatus& job) {
  std::string out = "{\"id\":" + json_string(job.id) + ",\"kind\":" + json_string(job.kind) +
                    ",\"state\":" + json_string(name_of_state(job.state)) + ",\"done\":" + std::to_string(job.done) +
                    ",\"total\":" + std::to_string(job.total);
  if (!job.result.empty()) out += ",\"result\":" + job.result;
  if (job.error) out += ",\"problem\":" + to_json(problem_of(*job.error), "");
  return out + '}';
}

Response job_events(Jobs& jobs, const std::string& id) {
  auto stream = std::make_shared<EventStream>();
  jobs.listen(id, [stream](const JobStatus& status) {
    if (!status.has_ended()) {
      stream->send("progress", job_as_json(status));
      return;
    }
    stream->send("done", job_as_json(status), {}, EventStream::Importance::keep);
    stream->close();
  });
  return event_stream(stream);
}

void Api::add_job_routes(Router& router) {
  add(router, Method::post, "/api/v1/imports", "start-import", Action::import_package, Cost::worker, &Api::start_import,
      kMaxImport);
  add(router, Method::get, "/api/v1/exports", "export-package", Action::export_package, Cost::worker, &Api::export_package);
  add(router, Method::get, "/api/v1/jobs/{id}", "get-job", Action::read_own_account, Cost::worker, &Api::get_job);
  add(router, Method::delete_, "/api/v1/jobs/{id}", "cancel-job", Action::read_own_account, Cost::worker, &Api::cancel_job);
  add(router, Method::get, "/api/v1/jobs/{id}/events", "stream-job", Action::read_own_account, Cost::worker, &Api::stream_job);
}

Response Api::start_import(const Request& request, const PathParameters&) {
  const auto body = json_body(request);
  if (!body) return problem(body.error());
  auto files = files_of(*body);
  if (!files) return problem(files.error());
  const Tree* apply = body->find("apply");
  const ImportMode mode = apply != nullptr && apply->type == Tree::Type::boolean && apply->text == "true"
                              ? ImportMode::apply
                              : ImportMode::check_only;
  const WriteContext context{clock_(), visitor(request).account->id.str(), {}};
  auto job = jobs_.start("import", context.actor,
                         [&workspace = workspace_, files = std::move(*files), context, mode](  // jobs may outlive the API
                             const Jobs::Report& report, const std::stop_token& stop) {
                           auto result = run_import(workspace.store(), files, context, mode, report, stop);
                           workspace.refresh();
                           return result;
                         });
  if (!job) return problem(job.error());
  return json(202, job_as_json(*job)).with("Location", "/api/v1/jobs/" + job->id);
}

Response Api::export_package(const Request& request, const PathParameters&) {
  return cached(request, [](const Seen& seen) {
    std::string out = "{\"files\":[";
    for (const PackageFile& file : write_package(*seen.city)) {
      if (out.back() != '[') out += ',';
      out += "{\"name\":" + json_string(file.name) + ",\"text\":" + json_string(file.text) + '}';
    }
    return out + "]}";
  });
}

Result<JobStatus> Api::own_job(const Request& request, const std::string& id) const {
  auto job = jobs_.find(id);
  if (!job || job->owner != visitor(request).account->id.str()) return failure(ErrorCode::not_found, "There is no such job.");
  return std::move(*job);
}

Response Api::get_job(const Request& request, const PathParameters& parameters) {
  const auto job = own_job(request, parameters.at("id"));
  return job ? json(200, job_as_json(*job)) : problem(job.error());
}

Response Api::cancel_job(const Request& request, const PathParameters& parameters) {
  const auto job = own_job(request, parameters.at("id"));
  if (!job) return problem(job.error());
  jobs_.cancel(job->id);
  return json(202, job_as_json(*job));
}

Response Api::stream_job(const Request& request, const PathParameters& parameters) {
  const auto job = own_job(request, parameters.at("id"));
  if (!job) return problem(job.error());
  return job_events(jobs_, job->id);
}

}  // namespace koers::http
