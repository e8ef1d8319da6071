// SPDX-License-Identifier: EUPL-1.2
// Signals: what the figures ask, and who answers.
#include "app/signal_work.h"
#include "app/views/documents.h"
#include "http/api.h"

namespace koers::http {
namespace {

struct RaisedSignals {
  std::vector<std::string> raised;
};
BOOST_DESCRIBE_STRUCT(RaisedSignals, (), (raised))

constexpr std::size_t kBoards = 4;  // of staff and of everybody, while the city changes

Error for_the_wire(Error error) {
  for (Fault& fault : error.faults) fault.path = to_camel_case(fault.path);
  return error;
}

}  // namespace

std::shared_ptr<const views::SignalBoard> BoardCache::get(const std::string& state,
                                                          const std::function<views::SignalBoard()>& make) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = boards_.find(state); found != boards_.end()) return found->second;
  }
  auto board = std::make_shared<const views::SignalBoard>(make());
  const std::lock_guard lock(mutex_);
  if (boards_.size() >= kBoards) boards_.clear();
  return boards_.emplace(state, std::move(board)).first->second;
}

void Api::add_signal_routes(Router& router) {
  add(router, Method::get, "/api/v1/signals", "get-signals", Action::read_public, Cost::worker, &Api::get_signals);
  add(router, Method::post, "/api/v1/signals", "raise-signals", Action::raise, Cost::worker, &Api::raise_signals);
  add(router, Method::post, "/api/v1/signals/{id}/answer", "answer-signal", Action::answer, Cost::worker, &Api::answer_signal);
  add(router, Method::post, "/api/v1/signals/{id}/replies", "reply-to-signal", Action::reply, Cost::worker,
      &Api::reply_to_signal);
}

std::shared_ptr<const views::SignalBoard> Api::board_of(const Seen& seen) {
  const auto make = [&] { return views::signal_board(*seen.city, today()); };
  if (seen.is_past) return std::make_shared<const views::SignalBoard>(make());
  return boards_.get((seen.sees_drafts ? "d " : "p ") + state_of(seen), make);
}

Response Api::get_signals(const Request& request, const PathParameters&) {
  const auto area = request.query_value("area");
  return cached(request, [&](const Seen& seen) -> Result<std::string> {
    const auto board = board_of(seen);
    if (!area) return to_wire(*board, *seen.city);
    const auto part = views::signals_of(*board, *seen.city, std::string(*area));
    if (!part) return std::unexpected(part.error());
    return to_wire(*part, *seen.city);
  });
}

Response Api::raise_signals(const Request& request, const PathParameters&) {
  const auto wish = body_as<RaiseWish>(request);
  if (!wish) return problem(wish.error());
  const auto raised = koers::raise_signals(workspace_, *wish, editor(request));
  if (!raised) return problem(for_the_wire(raised.error()));
  RaisedSignals out;
  for (const Revision& each : *raised) out.raised.push_back(each.id);
  return json(201, to_wire(out, workspace_.snapshot()->city));
}

Response Api::signal_response(const Request& request, const Result<Revision>& revision, int status) {
  if (!revision) return problem(for_the_wire(revision.error()));
  const auto city = seen(request);
  if (!city) return problem(city.error());
  const auto board = board_of(*city);
  const auto found = std::find_if(board->signals.begin(), board->signals.end(),
                                  [&](const views::SignalView& each) { return each.id == revision->id; });
  if (found == board->signals.end()) return problem(ErrorCode::not_found, "There is no signal/" + revision->id + '.');
  return json(status, to_wire(*found, *city->city));
}

Response Api::answer_signal(const Request& request, const PathParameters& parameters) {
  const auto wish = body_as<AnswerWish>(request);
  if (!wish) return problem(wish.error());
  return signal_response(request, koers::answer_signal(workspace_, parameters.at("id"), *wish, editor(request)), 200);
}

Response Api::reply_to_signal(const Request& request, const PathParameters& parameters) {
  const auto wish = body_as<ReplyWish>(request);
  if (!wish) return problem(wish.error());
  return signal_response(request, koers::reply_to_signal(workspace_, parameters.at("id"), *wish, editor(request)), 201);
}

}  // namespace koers::http
