// SPDX-License-Identifier: EUPL-1.2
#include "http/api.h"

#include <charconv>

#include "app/monitor/published.h"
#include "http/cookie.h"

namespace koers::http {
namespace {

constexpr std::size_t kPastCities = 8;

bool is_safe(Method method) { return method == Method::get || method == Method::head || method == Method::options; }

/// A page of another site cannot make a browser send this: JSON needs that site's permission asked first, and browsers say where
/// a request comes from.
std::optional<Response> refuse_foreign(const Request& request) {
  const auto site = request.header("Sec-Fetch-Site");
  if (site && *site != "same-origin" && *site != "none") {
    return problem(ErrorCode::forbidden, "A change must come from a page of this site.");
  }
  return std::nullopt;
}

void rename_keys(Tree& tree) {
  for (Tree::Member& member : tree.members) {
    member.key = to_snake_case(member.key);
    rename_keys(member.value);
  }
  for (Tree& item : tree.items) rename_keys(item);
}

std::string key_of(const Request& request, bool sees_drafts) {
  std::string key = (sees_drafts ? "d " : "p ") + request.path;
  for (const Parameter& each : request.query) key += '\n' + each.name + '=' + each.value;
  return key;
}

}  // namespace

std::shared_ptr<const Body> AnswerCache::get(const std::string& key, const std::string& state,
                                             const std::function<std::string()>& make) {
  constexpr std::size_t kMaxAnswers = 2'000;
  constexpr std::size_t kMaxBytes = 48U << 20U;  // whoever makes up addresses must not fill the memory
  {
    const std::lock_guard lock(mutex_);
    if (state != state_) {
      bodies_.clear();
      bytes_ = 0;
      state_ = state;
    }
    const auto found = bodies_.find(key);
    if (found != bodies_.end()) return found->second;
  }
  auto body = Body::of(make());
  const std::lock_guard lock(mutex_);
  if (state != state_ || body->bytes().empty() || body->bytes().size() > kMaxBytes) return body;
  if (bodies_.size() >= kMaxAnswers || bytes_ + body->bytes().size() > kMaxBytes) {
    bodies_.clear();
    bytes_ = 0;
  }
  if (bodies_.emplace(key, body).second) bytes_ += body->bytes().size();
  return body;
}

Api::Api(Workspace& workspace, Jobs& jobs, std::shared_ptr<Metrics> metrics, Clock clock)
    : workspace_(workspace),
      jobs_(jobs),
      metrics_(std::move(metrics)),
      clock_(std::move(clock)),
      simulations_(static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))) {}

void Api::add_routes(Router& router) {
  add_page_routes(router);
  add_document_routes(router);
  add_statistics_routes(router);
  add_monitor_routes(router);
  add_signal_routes(router);
  add_report_routes(router);
  add_open_data_routes(router);
  add_account_routes(router);
  add_job_routes(router);
  add_import_routes(router);
  add_simulation_routes(router);
  add_agenda_routes(router);
  add_agenda_sheet_routes(router);
  add_service_routes(router);
}

void Api::add(Router& router, Method method, const char* pattern, const char* name, Action action, Cost cost, Member handler,
              std::optional<std::size_t> max_body) {
  router.add({method, pattern, name, name_of(action), cost,
              [this, handler](const Request& request, const PathParameters& parameters) {
                return (this->*handler)(request, parameters);
              },
              max_body});
}

Hooks Api::hooks() {
  Hooks hooks;
  hooks.on_head = [this](const Request& request, const Route& route) -> std::optional<Response> {
    if (!route.max_body) return std::nullopt;  // small bodies are cheaper to read than to judge
    const Visitor who = visitor_of(workspace_.store(), request.cookie(kSessionCookie), clock_());
    const auto action = enum_from<Action>(route.permission);
    if (action && may_somewhere(who.roles, *action)) return std::nullopt;
    return problem(who.account ? ErrorCode::forbidden : ErrorCode::unauthenticated, "You may not send this.");
  };
  hooks.before = [this](Request& request, const Route& route) { return authorise(request, route); };
  hooks.after = [](const Request& request, const Route* route, Response& response) {
    if (route == nullptr || !request.path.starts_with("/api/") || response.headers.has("Cache-Control")) return;
    response.headers.set("Cache-Control", request.cookie(kSessionCookie) ? "private, no-cache" : "no-cache");
    response.headers.add("Vary", "Cookie");
  };
  return hooks;
}

std::optional<Response> Api::authorise(Request& request, const Route& route) {
  Visitor who;
  const auto token = request.cookie(kSessionCookie);
  if (token) who = visitor_of(workspace_.store(), token, clock_());
  const auto action = enum_from<Action>(route.permission);
  const bool allowed = !action ? route.permission.empty() : may_somewhere(who.roles, *action);
  if (!allowed) {
    return problem(who.account ? ErrorCode::forbidden : ErrorCode::unauthenticated,
                   who.account ? "Your roles do not allow this." : "Log in to do this.");
  }
  if (!is_safe(request.method)) {
    if (auto refused = refuse_foreign(request)) return refused;
    if (who.account && request.header("X-CSRF-Token").value_or("") != who.csrf_token) {
      return problem(ErrorCode::forbidden, "The header X-CSRF-Token must hold the csrfToken of your session.");
    }
  }
  request.context = std::move(who);
  return std::nullopt;
}

const Visitor& Api::visitor(const Request& request) {
  static const Visitor kNobody;
  const auto* who = std::any_cast<Visitor>(&request.context);
  return who == nullptr ? kNobody : *who;
}

Editor Api::editor(const Request& request) const {
  const Visitor& who = visitor(request);
  return {who.roles, who.account ? who.account->id.str() : "", clock_()};
}

Client Api::client(const Request& request) const { return {request.client_address, request.cookie(kDeviceCookie), clock_()}; }

std::chrono::year_month_day Api::today() const {
  const std::chrono::sys_time<std::chrono::microseconds> now{std::chrono::microseconds{clock_().microseconds}};
  return std::chrono::floor<std::chrono::days>(now);
}

std::optional<Date> Api::first_day() const {
  const auto first = workspace_.store().ledger().since(0, 1);
  return first.empty() ? std::nullopt : parse_date(to_string(first.front().at).substr(0, 10));
}

std::shared_ptr<const City> Api::city_of_day(const Date& date) {
  const auto present = workspace_.snapshot();
  const std::pair key{date, present->head.seq};
  {
    const std::lock_guard lock(past_mutex_);
    const auto found = past_.find(key);
    if (found != past_.end()) return found->second;
  }
  City past = load_city(workspace_.store(), end_of(date));
  past.observations = published_observations(past, &present->city);
  auto city = std::make_shared<const City>(std::move(past));
  const bool is_over = end_of(date) <= clock_();  // a day that is not over may still change
  const std::lock_guard lock(past_mutex_);
  if (past_.size() >= kPastCities) past_.clear();
  if (is_over) past_[key] = city;
  return city;
}

Result<Api::Seen> Api::seen(const Request& request) {
  Seen out;
  out.snapshot = workspace_.snapshot();
  out.sees_drafts = may_somewhere(visitor(request).roles, Action::read_draft);
  out.city = out.sees_drafts ? std::shared_ptr<const City>(out.snapshot, &out.snapshot->city) : out.snapshot->public_city;
  const auto as_of = request.query_value("asOf");
  if (!as_of) return out;
  const auto date = parse_date(*as_of);
  if (!date) {
    return failure(ErrorCode::bad_input, "`asOf` must be a date such as 2021, 2021-06 or 2021-06-14.",
                   {{"type", {}, "asOf", in_quotes(*as_of), "a date"}});
  }
  out.city = city_of_day(*date);
  if (out.city->manifest() == nullptr) {
    const auto first = first_day();
    return failure(
        ErrorCode::not_found,
        first ? "The ledger begins on " + to_string(*first) + "; of earlier days there is no state." : "The ledger is empty.");
  }
  if (!out.sees_drafts) out.city = std::make_shared<const City>(public_part(*out.city));
  out.is_past = true;
  return out;
}

std::string Api::state_of(const Seen& seen) const {
  return std::to_string(seen.snapshot->head.seq) + '.' + std::to_string(seen.snapshot->observations_version) + '.' +
         to_string(to_date(today()));
}

Response Api::cached(const Request& request, const std::function<Result<std::string>(const Seen&)>& make) {
  const auto city = seen(request);
  if (!city) return problem(city.error());
  std::optional<Error> error;
  auto body = cache_.get(key_of(request, city->sees_drafts), state_of(*city), [&] {
    auto text = make(*city);
    if (!text) error = std::move(text.error());
    return error ? std::string() : std::move(*text);
  });
  if (error || body->bytes().empty()) return problem(error.value_or(Error{ErrorCode::not_found, "There is nothing here.", {}}));
  return json(200, std::move(body)).with_content_etag();
}

Result<int> query_number(const Request& request, std::string_view name, int fallback, int least, int most) {
  const auto text = request.query_value(name);
  if (!text) return fallback;
  int value = 0;
  const char* const end = text->data() + text->size();
  const auto parsed = std::from_chars(text->data(), end, value);
  if (parsed.ptr == end && parsed.ec == std::errc{} && value >= least && value <= most) return value;
  const std::string expected = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  return failure(ErrorCode::bad_input, '`' + std::string(name) + "` must be " + expected + '.',
                 {{"type", {}, std::string(name), in_quotes(*text), expected}});
}

Result<Tree> json_body(const Request& request) {
  if (request.content_type() != "application/json") {
    return failure(ErrorCode::unsupported, "Send the body as application/json.");
  }
  auto tree = parse_json(request.body, "body");
  if (tree) rename_keys(*tree);
  return tree;
}

}  // namespace koers::http
