// SPDX-License-Identifier: EUPL-1.2
// Questions to the escalator: anybody may ask one, with a scenario of the city or one of their own.
#include <algorithm>
#include <limits>

#include "app/simulate/asked_scenario.h"
#include "http/api.h"
#include "http/event_stream.h"

namespace koers::http {
namespace {

constexpr std::size_t kMaxQuestion = 256U << 10U;
constexpr int kMostYears = 30;
constexpr int kMostReplicates = 100;
constexpr std::size_t kMostScenarios = 24;
/// Of one question, what it stands beside counted in: 20 replicates of the most scenarios.
constexpr std::size_t kMostRuns = 500;

struct SimulationBody {
  std::optional<std::string> scenario_id;
  std::optional<Scenario> scenario;
  std::vector<std::string> scenario_ids;
  std::optional<std::string> against_id;
  std::optional<Scenario> against;
  std::optional<int> years;
  std::optional<int> replicates;
  std::optional<int> seed;
};
BOOST_DESCRIBE_STRUCT(SimulationBody, (), (scenario_id, scenario, scenario_ids, against_id, against, years, replicates, seed))

Result<Scenario> asked(const std::optional<std::string>& id, const std::optional<Scenario>& own, const char* path,
                       const City& city) {
  if (own) return checked_scenario(*own, city);
  if (id) return scenario_of_city(*id, city, path);
  return failure(ErrorCode::bad_input, "Say which scenario is asked about.",
                 {{"missing_field", {}, path, "nothing", "`scenarioId`, `scenario` or `scenarioIds`"}});
}

Result<int> within(std::optional<int> value, int fallback, int most, const char* name) {
  const int number = value.value_or(fallback);
  if (number >= 1 && number <= most) return number;
  return failure(ErrorCode::bad_input, std::string("`") + name + "` is out of range.",
                 {{"range", {}, name, std::to_string(number), "1 to " + std::to_string(most)}});
}

/// How long and how often it is played: all of a request but its scenario.
Result<RunRequest> settings_of(const SimulationBody& body, int most_replicates) {
  const auto years = within(body.years, 20, kMostYears, "years");
  const auto replicates = within(body.replicates, 20, most_replicates, "replicates");
  const auto seed = within(body.seed, 1, std::numeric_limits<int>::max(), "seed");
  for (const auto* number : {&years, &replicates, &seed}) {
    if (!*number) return std::unexpected(number->error());
  }
  RunRequest out;
  out.years = *years;
  out.replicates = static_cast<std::uint32_t>(*replicates);
  out.synthesis.seed = static_cast<std::uint32_t>(*seed);
  return out;
}

Result<Scenario> against_of(const SimulationBody& body, const City& city) {
  return asked(body.against_id.value_or("baseline"), body.against, "againstId", city);
}

Result<CompareRequest> comparison_of(const SimulationBody& body, const City& city) {
  auto settings = settings_of(body, kMostReplicates);
  if (!settings) return std::unexpected(settings.error());
  auto scenario = asked(body.scenario_id, body.scenario, "scenarioId", city);
  if (!scenario) return std::unexpected(scenario.error());
  auto against = against_of(body, city);
  if (!against) return std::unexpected(against.error());
  CompareRequest out{std::move(*settings), std::move(*against)};
  out.plan.scenario = std::move(*scenario);
  return out;
}

/// Each once, and no scenario beside the list.
std::vector<Fault> faults_in_list(const SimulationBody& body) {
  std::vector<Fault> faults;
  const auto fault = [&](const char* rule, const std::string& path, const std::string& found, const std::string& expected) {
    faults.push_back({rule, {}, path, found, expected});
  };
  const std::vector<std::string>& ids = body.scenario_ids;
  if (body.scenario_id) fault("unknown_field", "scenarioId", *body.scenario_id, "nothing beside `scenarioIds`");
  if (body.scenario) fault("unknown_field", "scenario", body.scenario->id.str(), "nothing beside `scenarioIds`");
  if (ids.size() > kMostScenarios)
    fault("range", "scenarioIds", std::to_string(ids.size()), "at most " + std::to_string(kMostScenarios));
  for (auto id = ids.begin(); id != ids.end(); ++id) {
    const std::string path = "scenarioIds[" + std::to_string(id - ids.begin()) + ']';
    if (std::find(ids.begin(), id, *id) != id) fault("double_id", path, *id, "every scenario once");
  }
  return faults;
}

Result<EffectTableRequest> table_of(const SimulationBody& body, const City& city) {
  std::vector<Fault> faults = faults_in_list(body);
  if (!faults.empty()) return failure(ErrorCode::bad_input, "This list of scenarios cannot be simulated.", std::move(faults));
  const auto most = std::min<std::size_t>(kMostReplicates, kMostRuns / (body.scenario_ids.size() + 1));
  auto settings = settings_of(body, static_cast<int>(most));
  if (!settings) return std::unexpected(settings.error());
  EffectTableRequest out{std::move(*settings), {}};
  auto against = against_of(body, city);
  if (!against) return std::unexpected(against.error());
  out.baseline.scenario = std::move(*against);
  for (const std::string& id : body.scenario_ids) {
    auto scenario = scenario_of_city(id, city, "scenarioIds[" + std::to_string(out.scenarios.size()) + ']');
    if (!scenario) return std::unexpected(scenario.error());
    out.scenarios.push_back(std::move(*scenario));
  }
  return out;
}

std::string as_json(const SimulationStatus& status) {
  std::string out = "{\"id\":" + json_string(status.id) + ",\"state\":" + json_string(name_of_state(status.state)) +
                    ",\"replicates\":" + std::to_string(status.replicates) +
                    ",\"replicatesAsked\":" + std::to_string(status.replicates_asked) +
                    ",\"answers\":" + std::to_string(status.answers) + ",\"done\":" + std::to_string(status.done) +
                    ",\"total\":" + std::to_string(status.total);
  if (status.error) out += ",\"problem\":" + to_json(problem_of(*status.error), "");
  return out + '}';
}

Response no_such_simulation() {
  return problem(ErrorCode::not_found, "There is no such simulation any more: ask the question again.");
}

Response no_such_answer(const std::optional<SimulationStatus>& status) {
  return status ? problem(ErrorCode::not_found, "This simulation has no such answer, or not yet.") : no_such_simulation();
}

}  // namespace

void Api::add_simulation_routes(Router& router) {
  const auto read = [&](const char* pattern, const char* name, Member handler) {
    add(router, Method::get, pattern, name, Action::read_public, Cost::worker, handler);
  };
  read("/api/v1/escalator", "get-escalator", &Api::get_escalator);
  add(router, Method::post, "/api/v1/simulations", "start-simulation", Action::simulate, Cost::worker, &Api::start_simulation,
      kMaxQuestion);
  read("/api/v1/simulations/{id}", "get-simulation", &Api::get_simulation);
  add(router, Method::delete_, "/api/v1/simulations/{id}", "cancel-simulation", Action::simulate, Cost::worker,
      &Api::cancel_simulation);
  read("/api/v1/simulations/{id}/answer", "get-simulation-answer", &Api::get_simulation_answer);
  read("/api/v1/simulations/{id}/effects", "get-simulation-effects", &Api::get_simulation_effects);
  read("/api/v1/simulations/{id}/areas/{area}", "get-simulation-area", &Api::get_simulation_area);
  read("/api/v1/simulations/{id}/events", "stream-simulation", &Api::stream_simulation);
}

Response Api::get_escalator(const Request& request, const PathParameters&) {
  return cached(request, [this](const Seen& seen) -> Result<std::string> {
    const auto start = simulations_.start_of(seen.city);
    if (!start) return std::unexpected(start.error());
    return escalator_card_json(*seen.city, **start).dump();
  });
}

Response Api::start_simulation(const Request& request, const PathParameters&) {
  const auto body = body_as<SimulationBody>(request);
  if (!body) return problem(body.error());
  const auto city = seen(request);
  if (!city) return problem(city.error());
  const auto begin = [&](const auto& question) -> Result<SimulationStatus> {
    if (!question) return std::unexpected(question.error());
    return simulations_.start(city->city, *question, request.client_address);
  };
  const auto started =
      body->scenario_ids.empty() ? begin(comparison_of(*body, *city->city)) : begin(table_of(*body, *city->city));
  if (!started) return problem(started.error());
  return json(202, as_json(*started)).with("Location", "/api/v1/simulations/" + started->id);
}

Response Api::get_simulation(const Request&, const PathParameters& parameters) {
  const auto status = simulations_.find(parameters.at("id"));
  return status ? json(200, as_json(*status)) : no_such_simulation();
}

Response Api::cancel_simulation(const Request&, const PathParameters& parameters) {
  simulations_.cancel(parameters.at("id"));
  const auto status = simulations_.find(parameters.at("id"));
  return status ? json(202, as_json(*status)) : no_such_simulation();
}

Response Api::get_simulation_answer(const Request&, const PathParameters& parameters) {
  const auto status = simulations_.find(parameters.at("id"));
  const auto answer = simulations_.answer(parameters.at("id"));
  if (!status || !answer) return no_such_answer(status);
  return json(200, answer_json(*status, *answer).dump()).with_content_etag();
}

Response Api::get_simulation_effects(const Request&, const PathParameters& parameters) {
  const auto status = simulations_.find(parameters.at("id"));
  const auto table = simulations_.effects(parameters.at("id"));
  if (!status || !table) return no_such_answer(status);
  return json(200, effects_json(*status, *table).dump()).with_content_etag();
}

Response Api::get_simulation_area(const Request&, const PathParameters& parameters) {
  const auto answer = simulations_.answer(parameters.at("id"));
  if (!answer) return no_such_answer(simulations_.find(parameters.at("id")));
  const auto area = area_json(*answer, parameters.at("area"));
  return area ? json(200, area->dump()).with_content_etag() : problem(area.error());
}

Response Api::stream_simulation(const Request&, const PathParameters& parameters) {
  const std::string& id = parameters.at("id");
  if (!simulations_.find(id)) return no_such_simulation();
  auto stream = std::make_shared<EventStream>();
  // The listener is called for one simulation at a time, never twice at once.
  simulations_.listen(id, [stream, seen = std::uint32_t{0}](const SimulationStatus& status) mutable {
    if (status.answers > seen) stream->send("answer", as_json(status), {}, EventStream::Importance::keep);
    seen = status.answers;
    if (!status.has_ended()) {
      stream->send("progress", as_json(status));
      return;
    }
    stream->send("done", as_json(status), {}, EventStream::Importance::keep);
    stream->close();
  });
  return event_stream(stream);
}

}  // namespace koers::http
