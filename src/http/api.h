// SPDX-License-Identifier: EUPL-1.2
// The routes of api/openapi.yaml. Each names the action that it needs; one hook asks the permission table, whatever the route.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>

#include "app/edit_documents.h"
#include "app/import_statistics.h"
#include "app/jobs.h"
#include "app/log_in.h"
#include "app/simulate/simulations.h"
#include "app/views/signals.h"
#include "app/workspace.h"
#include "http/metrics.h"
#include "http/router.h"
#include "http/server.h"
#include "model/write_record.h"

namespace koers::http {

/// Gives the present moment; a parameter, so that tests can hold it.
using Clock = std::function<Instant()>;

/// What everybody who may see the same gets, kept until the city or the day changes.
class AnswerCache {
 public:
  /// The body for `key` at `state`; made by `make` when it is not there.
  [[nodiscard]] std::shared_ptr<const Body> get(const std::string& key, const std::string& state,
                                                const std::function<std::string()>& make);

 private:
  std::mutex mutex_;
  std::string state_;
  std::map<std::string, std::shared_ptr<const Body>, std::less<>> bodies_;
  std::size_t bytes_ = 0;  // of all bodies
};

/// Where figures from outside are got.
struct StatisticsSettings {
  std::string base_url = {};          ///< a mirror of CBS with the same paths; empty: CBS itself
  std::filesystem::path reader = {};  ///< `koers-read`; empty: beside the running program
};

/// Previews of imports that wait for their acceptance; the last few only. From any thread.
class WaitingImports {
 public:
  struct Waiting {
    std::mutex mutex;  // guards `preview`
    std::optional<StatisticsPreview> preview;
  };
  void keep(const std::string& id, const std::string& owner, std::shared_ptr<Waiting> waiting);
  /// Absent when there is none of this owner.
  [[nodiscard]] std::shared_ptr<Waiting> find(const std::string& id, const std::string& owner);
  void forget(const std::string& id);

 private:
  struct Entry {
    std::string id;
    std::string owner;
    std::shared_ptr<Waiting> waiting;  // shared with the job that fills it
  };
  std::mutex mutex_;
  std::vector<Entry> entries_;
};

/// The signals of the whole city, which take long to find and of which every area shows a part.
class BoardCache {
 public:
  [[nodiscard]] std::shared_ptr<const views::SignalBoard> get(const std::string& state,
                                                              const std::function<views::SignalBoard()>& make);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const views::SignalBoard>> boards_;  // the last few states
};

class Api {
 public:
  Api(Workspace& workspace, Jobs& jobs, std::shared_ptr<Metrics> metrics, Clock clock);

  void add_routes(Router& router);
  void get_statistics_from(StatisticsSettings settings) { statistics_ = std::move(settings); }
  [[nodiscard]] Hooks hooks();

 private:
  using Member = Response (Api::*)(const Request&, const PathParameters&);
  void add(Router& router, Method method, const char* pattern, const char* name, Action action, Cost cost, Member handler,
           std::optional<std::size_t> max_body = std::nullopt);
  void add_page_routes(Router& router);
  void add_document_routes(Router& router);
  void add_statistics_routes(Router& router);
  void add_monitor_routes(Router& router);
  void add_signal_routes(Router& router);
  void add_report_routes(Router& router);
  void add_open_data_routes(Router& router);
  void add_account_routes(Router& router);
  void add_job_routes(Router& router);
  void add_import_routes(Router& router);
  void add_simulation_routes(Router& router);
  void add_agenda_routes(Router& router);
  void add_agenda_sheet_routes(Router& router);
  void add_service_routes(Router& router);

  // Who asks, and what they may.
  [[nodiscard]] std::optional<Response> authorise(Request& request, const Route& route);
  [[nodiscard]] static const Visitor& visitor(const Request& request);
  [[nodiscard]] Editor editor(const Request& request) const;
  [[nodiscard]] Client client(const Request& request) const;

  // The city as this visitor may see it, now or on the day that `asOf` names.
  struct Seen {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const City> city;
    bool sees_drafts = false;
    bool is_past = false;
    [[nodiscard]] const std::set<Reference>& hidden() const {
      static const std::set<Reference> kNothing;
      return sees_drafts ? kNothing : snapshot->hidden;
    }
  };
  [[nodiscard]] Result<Seen> seen(const Request& request);
  [[nodiscard]] std::shared_ptr<const City> city_of_day(const Date& date);
  /// Which city an answer is about, as far as caches need to know.
  [[nodiscard]] std::string state_of(const Seen& seen) const;
  [[nodiscard]] std::chrono::year_month_day today() const;
  /// The first day of the ledger.
  [[nodiscard]] std::optional<Date> first_day() const;
  /// A cached answer: `make` turns the city into JSON.
  [[nodiscard]] Response cached(const Request& request, const std::function<Result<std::string>(const Seen&)>& make);

  // The city
  Response get_city(const Request&, const PathParameters&);
  Response get_overview(const Request&, const PathParameters&);
  Response get_vision_tree(const Request&, const PathParameters&);
  Response get_causal_map(const Request&, const PathParameters&);
  Response get_coverage(const Request&, const PathParameters&);
  Response get_calendar(const Request&, const PathParameters&);
  Response get_policy_register(const Request&, const PathParameters&);
  Response get_effort_register(const Request&, const PathParameters&);
  Response get_decision_register(const Request&, const PathParameters&);
  Response search(const Request&, const PathParameters&);
  // Documents
  Response list_documents(const Request&, const PathParameters&);
  Response get_document(const Request&, const PathParameters&);
  Response create_document(const Request&, const PathParameters&);
  Response replace_document(const Request&, const PathParameters&);
  Response withdraw_document(const Request&, const PathParameters&);
  Response restore_document(const Request&, const PathParameters&);
  Response transition_document(const Request&, const PathParameters&);
  Response list_revisions(const Request&, const PathParameters&);
  Response get_revision(const Request&, const PathParameters&);
  Response get_record_schema(const Request&, const PathParameters&);
  [[nodiscard]] Response document_response(const Request&, const Seen&, const Reference&, int status);
  [[nodiscard]] Response written(const Request&, const Result<Revision>&, int status);
  [[nodiscard]] std::function<std::optional<std::string>(const std::string&)> names_for(const Request&);
  // Statistics
  Response get_boundaries(const Request&, const PathParameters&);
  Response get_area_register(const Request&, const PathParameters&);
  Response get_area_profile(const Request&, const PathParameters&);
  Response list_observations(const Request&, const PathParameters&);
  // The monitor
  Response get_city_state(const Request&, const PathParameters&);
  Response get_indicator_register(const Request&, const PathParameters&);
  Response get_indicator_profile(const Request&, const PathParameters&);
  Response get_district_priorities(const Request&, const PathParameters&);
  // Signals
  Response get_signals(const Request&, const PathParameters&);
  Response raise_signals(const Request&, const PathParameters&);
  Response answer_signal(const Request&, const PathParameters&);
  Response reply_to_signal(const Request&, const PathParameters&);
  [[nodiscard]] std::shared_ptr<const views::SignalBoard> board_of(const Seen& seen);
  [[nodiscard]] Response signal_response(const Request&, const Result<Revision>&, int status);
  // Reports
  Response preview_report(const Request&, const PathParameters&);
  Response list_report_editions(const Request&, const PathParameters&);
  Response freeze_report(const Request&, const PathParameters&);
  Response get_report_edition(const Request&, const PathParameters&);
  Response get_report_file(const Request&, const PathParameters&);
  // Open data
  Response list_series(const Request&, const PathParameters&);
  Response list_scores(const Request&, const PathParameters&);
  Response get_area_features(const Request&, const PathParameters&);
  Response get_bundle(const Request&, const PathParameters&);
  Response get_catalogue(const Request&, const PathParameters&);
  // Accounts
  Response log_in(const Request&, const PathParameters&);
  Response get_session(const Request&, const PathParameters&);
  Response log_out(const Request&, const PathParameters&);
  Response set_up(const Request&, const PathParameters&);
  Response list_accounts(const Request&, const PathParameters&);
  Response create_account(const Request&, const PathParameters&);
  Response change_account(const Request&, const PathParameters&);
  Response change_password(const Request&, const PathParameters&);
  Response list_audit_entries(const Request&, const PathParameters&);
  Response get_permissions(const Request&, const PathParameters&);
  [[nodiscard]] static Response logged_in(const Request&, const NewSession&, int status);
  // Jobs
  Response start_import(const Request&, const PathParameters&);
  Response export_package(const Request&, const PathParameters&);
  Response get_job(const Request&, const PathParameters&);
  Response cancel_job(const Request&, const PathParameters&);
  Response stream_job(const Request&, const PathParameters&);
  [[nodiscard]] Result<JobStatus> own_job(const Request&, const std::string& id) const;
  // Figures from outside
  Response start_statistics_import(const Request&, const PathParameters&);
  Response get_statistics_import(const Request&, const PathParameters&);
  Response accept_statistics_import(const Request&, const PathParameters&);
  Response list_statistics_batches(const Request&, const PathParameters&);
  Response undo_statistics_batch(const Request&, const PathParameters&);
  // The escalator
  Response get_escalator(const Request&, const PathParameters&);
  Response start_simulation(const Request&, const PathParameters&);
  Response get_simulation(const Request&, const PathParameters&);
  Response cancel_simulation(const Request&, const PathParameters&);
  Response get_simulation_answer(const Request&, const PathParameters&);
  Response get_simulation_effects(const Request&, const PathParameters&);
  Response get_simulation_area(const Request&, const PathParameters&);
  Response stream_simulation(const Request&, const PathParameters&);
  // The agenda
  Response get_agenda_frame(const Request&, const PathParameters&);
  Response ask_agenda(const Request&, const PathParameters&);
  Response get_agenda_answer(const Request&, const PathParameters&);
  Response stop_agenda_question(const Request&, const PathParameters&);
  Response stream_agenda_question(const Request&, const PathParameters&);
  Response repair_agenda(const Request&, const PathParameters&);
  Response create_agenda_version(const Request&, const PathParameters&);
  Response compare_agendas(const Request&, const PathParameters&);
  Response get_agenda_sheet(const Request&, const PathParameters&);
  Response send_agenda_sheet(const Request&, const PathParameters&);
  // The service
  Response get_openapi(const Request&, const PathParameters&);
  Response get_health(const Request&, const PathParameters&);
  Response get_metrics(const Request&, const PathParameters&);

  Workspace& workspace_;
  Jobs& jobs_;
  std::shared_ptr<Metrics> metrics_;  // shared with the server
  Clock clock_;
  AnswerCache cache_;
  StatisticsSettings statistics_;
  WaitingImports waiting_imports_;
  BoardCache boards_;
  Simulations simulations_;
  Jobs agenda_jobs_;                      // beside the imports, which no visitor may hold up
  std::counting_semaphore<> repairs_{2};  // at once: each keeps a worker busy for a second
  std::mutex past_mutex_;
  // Cities of other days, by the last revision whose rules of disclosure they were shown under.
  std::map<std::pair<Date, std::int64_t>, std::shared_ptr<const City>> past_;
};

inline constexpr const char* kSessionCookie = "koers-session";
inline constexpr const char* kDeviceCookie = "koers-device";

/// A whole number in a query, within bounds; `fallback` when it is not given; a problem when it is not one.
[[nodiscard]] Result<int> query_number(const Request& request, std::string_view name, int fallback, int least, int most);
[[nodiscard]] const char* name_of_state(JobState state);
[[nodiscard]] std::string job_as_json(const JobStatus& job);
/// `progress` with a job until it has ended, then `done`.
[[nodiscard]] Response job_events(Jobs& jobs, const std::string& id);
/// The JSON body with keys in snake_case. `unsupported` when it is not sent as JSON.
[[nodiscard]] Result<Tree> json_body(const Request& request);
/// A record from the JSON body.
template <Record R>
[[nodiscard]] Result<R> body_as(const Request& request) {
  auto tree = json_body(request);
  if (!tree) return std::unexpected(tree.error());
  std::vector<Fault> faults;
  R record = RecordReader(faults).read<R>(*tree);
  if (faults.empty()) return record;
  return failure(ErrorCode::bad_input, "The body is not what this address expects.", std::move(faults));
}

}  // namespace koers::http
