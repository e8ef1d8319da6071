// SPDX-License-Identifier: EUPL-1.2
// The agenda: its frame, questions that take a while, and what a press on "must" or "not" changes. Anybody may ask; nothing is
// kept of it.
#include <limits>

#include "app/optimise/agenda_json.h"
#include "app/optimise/agenda_version.h"
#include "app/views/parts.h"
#include "http/api.h"
#include "http/event_stream.h"

namespace koers::http {
namespace {

constexpr std::size_t kMaxQuestion = 256U << 10U;
constexpr std::size_t kMostWishes = 200;
constexpr std::size_t kMostLines = 2'000;
constexpr std::size_t kMostOpen = 3;  // questions of one visitor
constexpr std::chrono::seconds kRepairWait{5};

struct WishBody {
  Reference item;
  WishKind kind{};
  std::optional<OptionForm> option;
};
BOOST_DESCRIBE_STRUCT(WishBody, (), (item, kind, option))

struct LineBody {
  Reference item;
  OptionForm option{};
  Year starts;
};
BOOST_DESCRIBE_STRUCT(LineBody, (), (item, option, starts))

struct AgendaBody {
  std::optional<std::string> weighing_id;
  std::optional<Tempo> tempo;
  std::vector<WishBody> wishes;
  std::vector<Reference> set_aside;
  std::optional<AgendaAsk> ask;
  std::optional<Reference> item;
  std::optional<int> seed;
  std::optional<Thoroughness> thoroughness;
  std::vector<LineBody> before;
};
BOOST_DESCRIBE_STRUCT(AgendaBody, (), (weighing_id, tempo, wishes, set_aside, ask, item, seed, thoroughness, before))

/// A choice that becomes the next version of an agenda.
struct VersionBody {
  std::optional<std::string> weighing_id;
  Id<Agenda> id;
  Text title;
  std::vector<LineBody> lines;
};
BOOST_DESCRIBE_STRUCT(VersionBody, (), (weighing_id, id, title, lines))

struct LineView {
  views::Mentioned item;
  LineChange change{};
  std::optional<AgendaItem> before;
  std::optional<AgendaItem> after;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (item, change, before, after))

struct ComparisonView {
  views::Mentioned first;
  views::Mentioned second;
  std::vector<LineView> lines;
};
BOOST_DESCRIBE_STRUCT(ComparisonView, (), (first, second, lines))

std::vector<AgendaLine> lines_of(const std::vector<LineBody>& body) {
  std::vector<AgendaLine> out;
  for (const LineBody& each : body) out.push_back({each.item, each.option, each.starts});
  return out;
}

/// Gives back what was taken, also when the work throws.
class Turn {
 public:
  explicit Turn(std::counting_semaphore<>& turns) : turns_(turns) {}
  ~Turn() { turns_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  std::counting_semaphore<>& turns_;
};

std::vector<Fault> faults_of(const AgendaBody& body) {
  std::vector<Fault> faults;
  const auto at_most = [&](const char* path, std::size_t found, std::size_t most) {
    if (found > most) faults.push_back({"range", {}, path, std::to_string(found), "at most " + std::to_string(most)});
  };
  at_most("wishes", body.wishes.size(), kMostWishes);
  at_most("setAside", body.set_aside.size(), kMostWishes);
  at_most("before", body.before.size(), kMostLines);
  if (body.seed && *body.seed < 1) faults.push_back({"range", {}, "seed", std::to_string(*body.seed), "at least 1"});
  return faults;
}

Result<AgendaQuestion> question_of(const AgendaBody& body, const City& city) {
  if (auto faults = faults_of(body); !faults.empty())
    return failure(ErrorCode::bad_input, "This question about the agenda cannot be answered.", std::move(faults));
  auto weighing = weighing_meant(body.weighing_id, city);
  if (!weighing) return std::unexpected(weighing.error());
  AgendaQuestion out;
  out.request.weighing = std::move(*weighing);
  out.request.tempo = body.tempo;
  for (const WishBody& each : body.wishes) out.request.wishes.push_back({each.item, each.kind, each.option, {}});
  out.request.set_aside = body.set_aside;
  out.ask = body.ask.value_or(AgendaAsk::choice);
  out.item = body.item;
  out.seed = static_cast<std::uint32_t>(body.seed.value_or(1));
  out.thoroughness = body.thoroughness.value_or(Thoroughness::normal);
  return out;
}

Response no_such_question() {
  return problem(ErrorCode::not_found, "There is no such question about the agenda any more: ask it again.");
}

}  // namespace

void Api::add_agenda_routes(Router& router) {
  const auto read = [&](const char* pattern, const char* name, Member handler) {
    add(router, Method::get, pattern, name, Action::read_public, Cost::worker, handler);
  };
  const auto ask = [&](Method method, const char* pattern, const char* name, Member handler) {
    add(router, method, pattern, name, Action::simulate, Cost::worker, handler, kMaxQuestion);
  };
  read("/api/v1/agenda-frame", "get-agenda-frame", &Api::get_agenda_frame);
  ask(Method::post, "/api/v1/agenda-questions", "ask-agenda", &Api::ask_agenda);
  read("/api/v1/agenda-questions/{id}", "get-agenda-answer", &Api::get_agenda_answer);
  ask(Method::delete_, "/api/v1/agenda-questions/{id}", "stop-agenda-question", &Api::stop_agenda_question);
  read("/api/v1/agenda-questions/{id}/events", "stream-agenda-question", &Api::stream_agenda_question);
  ask(Method::post, "/api/v1/agenda-repairs", "repair-agenda", &Api::repair_agenda);
  add(router, Method::post, "/api/v1/agenda-versions", "create-agenda-version", Action::create, Cost::worker,
      &Api::create_agenda_version, kMaxQuestion);
  read("/api/v1/agenda-comparisons", "compare-agendas", &Api::compare_agendas);
}

Response Api::get_agenda_frame(const Request& request, const PathParameters&) {
  const auto asked = request.query_value("weighing");
  return cached(request, [&](const Seen& seen) -> Result<std::string> {
    const auto weighing = weighing_meant(asked ? std::optional<std::string>(*asked) : std::nullopt, *seen.city);
    if (!weighing) return std::unexpected(weighing.error());
    const auto frame = agenda_problem(seen.city, {*weighing, {}, {}, {}});
    if (!frame) return std::unexpected(frame.error());
    return frame_json(*frame, today()).dump();
  });
}

Response Api::ask_agenda(const Request& request, const PathParameters&) {
  const auto body = body_as<AgendaBody>(request);
  if (!body) return problem(body.error());
  const auto city = seen(request);
  if (!city) return problem(city.error());
  auto question = question_of(*body, *city->city);
  if (!question) return problem(question.error());
  // What is wrong with a question is said at once, not after its turn.
  if (const auto frame = agenda_problem(city->city, question->request); !frame) return problem(frame.error());
  if (agenda_jobs_.open_of(request.client_address) >= kMostOpen)
    return problem(ErrorCode::too_many_requests, "Three questions of yours are waiting already; stop one, or wait a moment.");
  const auto started = agenda_jobs_.start(name_of(question->ask), request.client_address,
                                          [seen_city = city->city, question = std::move(*question)](
                                              const Jobs::Report& report, const std::stop_token& stop) -> Result<std::string> {
                                            const auto answer =
                                                answer_agenda(seen_city, question, [&](std::int64_t done, std::int64_t total) {
                                                  report(done, total);
                                                  return !stop.stop_requested();
                                                });
                                            if (!answer) return std::unexpected(answer.error());
                                            return answer_json(*answer).dump();
                                          });
  if (!started) return problem(started.error());
  return json(202, job_as_json(*started)).with("Location", "/api/v1/agenda-questions/" + started->id);
}

Response Api::get_agenda_answer(const Request&, const PathParameters& parameters) {
  const auto job = agenda_jobs_.find(parameters.at("id"));
  return job ? json(200, job_as_json(*job)) : no_such_question();
}

Response Api::stop_agenda_question(const Request&, const PathParameters& parameters) {
  if (!agenda_jobs_.cancel(parameters.at("id"))) return no_such_question();
  return json(202, job_as_json(*agenda_jobs_.find(parameters.at("id"))));
}

Response Api::stream_agenda_question(const Request&, const PathParameters& parameters) {
  if (!agenda_jobs_.find(parameters.at("id"))) return no_such_question();
  return job_events(agenda_jobs_, parameters.at("id"));
}

Response Api::repair_agenda(const Request& request, const PathParameters&) {
  const auto body = body_as<AgendaBody>(request);
  if (!body) return problem(body.error());
  const auto city = seen(request);
  if (!city) return problem(city.error());
  const auto question = question_of(*body, *city->city);
  if (!question) return problem(question.error());
  const std::vector<AgendaLine> before = lines_of(body->before);
  if (!repairs_.try_acquire_for(kRepairWait))
    return problem(ErrorCode::too_many_requests, "Many are asking; try again in a moment.");
  const Turn turn(repairs_);
  const auto repaired = koers::repair_agenda(city->city, *question, before);
  if (!repaired) return problem(repaired.error());
  return json(200, repair_json(*repaired, *choice_of(*repaired->problem, before)).dump());
}

Response Api::create_agenda_version(const Request& request, const PathParameters&) {
  const auto body = body_as<VersionBody>(request);
  if (!body) return problem(body.error());
  if (body->lines.size() > kMostLines) return problem(ErrorCode::too_large, "An agenda has at most 2,000 lines.");
  const auto city = seen(request);
  if (!city) return problem(city.error());
  const auto weighing = weighing_meant(body->weighing_id, *city->city);
  if (!weighing) return problem(weighing.error());
  const auto frame = agenda_problem(city->city, {*weighing, {}, {}, {}});
  if (!frame) return problem(frame.error());
  const auto choice = choice_of(*frame, lines_of(body->lines));
  if (!choice) return problem(choice.error());
  const Agenda agenda = agenda_version(*frame, *choice, {body->id, body->title});
  const auto tree = parse_json(to_json_text(agenda, KeyStyle::snake), "agenda");
  if (!tree) return problem(tree.error());
  return written(request, koers::create_document(workspace_, Kind::agenda, *tree, editor(request)), 201);
}

Response Api::compare_agendas(const Request& request, const PathParameters&) {
  const std::string first(request.query_value("first").value_or(""));
  const std::string second(request.query_value("second").value_or(""));
  return cached(request, [&](const Seen& seen) -> Result<std::string> {
    const City& city = *seen.city;
    const Agenda* before = city.all<Agenda>().find(first);
    const Agenda* after = city.all<Agenda>().find(second);
    if (before == nullptr || after == nullptr)
      return failure(ErrorCode::not_found, "`first` and `second` must be the ids of two agendas.");
    ComparisonView view{views::mentioned(city, before->id), views::mentioned(city, after->id), {}};
    for (ComparedLine& line : koers::compare_agendas(*before, *after))
      view.lines.push_back({views::mentioned(city, line.item), line.change, std::move(line.before), std::move(line.after)});
    return to_json_text(view, KeyStyle::camel);
  });
}

}  // namespace koers::http
