// SPDX-License-Identifier: EUPL-1.2
#include "fetch/http_client.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>

#include <curl/curl.h>

#include "base/utf8.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

using std::chrono::milliseconds;

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// libcurl wants to be started once for the whole program, before any thread uses it.
void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw BrokenWorld("libcurl could not start");
}

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  if (curl_easy_setopt(easy, option, value) != CURLE_OK) throw BrokenWorld("libcurl refused an option");
}

/// What came of one attempt.
struct Attempt {
  CURLcode result = CURLE_OK;
  int status = 0;
  std::string body;
  HttpValidators validators;
  std::string redirect;
  std::optional<milliseconds> asked_wait;
  bool too_large = false;
  bool stopped = false;
};

struct Sink {
  std::string* body;
  std::size_t limit;
  bool too_large = false;
};

std::size_t on_body(char* bytes, std::size_t one, std::size_t count, void* data) {
  Sink& sink = *static_cast<Sink*>(data);
  if (sink.body->size() + one * count > sink.limit) {
    sink.too_large = true;
    return 0;
  }
  sink.body->append(bytes, one * count);
  return one * count;
}

std::string header(CURL* easy, const char* name) {
  curl_header* found = nullptr;
  return curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

bool may_pass(CURLcode result) {
  switch (result) {
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_COULDNT_CONNECT:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return true;
    default:
      return false;
  }
}

/// Whether it is worth another attempt.
bool may_pass(const Attempt& attempt) {
  if (attempt.result != CURLE_OK) return may_pass(attempt.result);
  const int status = attempt.status;
  return status == 429 || status == 500 || (status >= 502 && status <= 504);
}

bool is_good(const Attempt& attempt, const HttpValidators& known) {
  if (attempt.result != CURLE_OK) return false;
  const bool may_be_unchanged = !known.entity_tag.empty() || !known.last_modified.empty();
  return attempt.status == 200 || (attempt.status == 304 && may_be_unchanged);
}

bool is_redirect(int status) { return status >= 301 && status <= 308 && status != 304 && status != 305 && status != 306; }

ErrorCode code_of(int status) {
  switch (status) {
    case 401:
    case 403:
      return ErrorCode::forbidden;
    case 404:
    case 410:
      return ErrorCode::not_found;
    case 429:
      return ErrorCode::too_many_requests;
    default:
      return status >= 400 && status < 500 ? ErrorCode::bad_input : ErrorCode::broken_world;
  }
}

std::string times(int attempts) { return attempts == 1 ? "" : ", " + std::to_string(attempts) + " times"; }

/// The first words of what came with a failure: services explain themselves there.
std::string excerpt(const std::string& body) {
  const auto start = body.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || first_invalid_utf8(body)) return "";
  return " with the text " + in_quotes(std::string_view(body).substr(start));
}

std::unexpected<Error> failed(const std::string& address, const Attempt& attempt, int attempts) {
  if (attempt.result != CURLE_OK) {
    const bool late = attempt.result == CURLE_OPERATION_TIMEDOUT;
    return page_fault(ErrorCode::broken_world, late ? "timeout" : "connection", address, "",
                      std::string(late ? "no whole answer in time" : curl_easy_strerror(attempt.result)) + times(attempts),
                      "an answer");
  }
  return page_fault(code_of(attempt.status), "status", address, "",
                    "HTTP status " + std::to_string(attempt.status) + times(attempts) + excerpt(attempt.body), "200");
}

std::unexpected<Error> too_large(const Address& address, std::size_t limit) {
  return page_fault(ErrorCode::too_large, "too_large", address.text, "", "more than " + std::to_string(limit) + " bytes",
                    "at most that");
}

std::unexpected<Error> stopped(const std::string& address) {
  return failure(ErrorCode::cancelled, address + ": cancelled before the answer was whole");
}

}  // namespace

bool sleep_unless_stopped(milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  wake.wait_for(lock, stop, time, [] { return false; });
  return !stop.stop_requested();
}

class HttpClient::Transfer {
 public:
  explicit Transfer(const HttpSettings& settings) : limit_(settings.max_bytes) {
    start_curl();
    easy_.reset(curl_easy_init());
    multi_.reset(curl_multi_init());
    if (!easy_ || !multi_) throw BrokenWorld("libcurl could not start");
    set(easy_.get(), CURLOPT_NOSIGNAL, 1L);
    set(easy_.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    set(easy_.get(), CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
    set(easy_.get(), CURLOPT_USERAGENT, settings.user_agent.c_str());
    set(easy_.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_timeout.count()));
    set(easy_.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
    set(easy_.get(), CURLOPT_WRITEFUNCTION, &on_body);
  }

  [[nodiscard]] Attempt run(const Address& address, const HttpValidators& known, const std::stop_token& stop) {
    Attempt attempt;
    Sink sink{&attempt.body, limit_};
    const auto headers = conditions(known);
    set(easy_.get(), CURLOPT_URL, address.text.c_str());
    // What runs on this machine is never behind a proxy; a null pointer means: as the environment says.
    set(easy_.get(), CURLOPT_PROXY, is_loopback(address) ? "" : static_cast<const char*>(nullptr));
    set(easy_.get(), CURLOPT_HTTPHEADER, headers.get());
    set(easy_.get(), CURLOPT_WRITEDATA, static_cast<void*>(&sink));
    attempt.stopped = !perform(attempt.result, stop);
    attempt.too_large = sink.too_large;
    read_head(attempt);
    set(easy_.get(), CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    return attempt;
  }

 private:
  [[nodiscard]] static std::unique_ptr<curl_slist, FreeList> conditions(const HttpValidators& known) {
    curl_slist* list = curl_slist_append(nullptr, "Accept: application/json, application/geo+json;q=0.9, */*;q=0.1");
    if (!known.entity_tag.empty()) list = curl_slist_append(list, ("If-None-Match: " + known.entity_tag).c_str());
    if (!known.last_modified.empty()) list = curl_slist_append(list, ("If-Modified-Since: " + known.last_modified).c_str());
    return std::unique_ptr<curl_slist, FreeList>(list);
  }

  /// False when it was stopped. Polls, so that a stop is seen at once and not when the next bytes come.
  bool perform(CURLcode& result, const std::stop_token& stop) {
    CURLM* multi = multi_.get();
    const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
    if (curl_multi_add_handle(multi, easy_.get()) != CURLM_OK) throw BrokenWorld("libcurl took no request");
    int running = 1;
    while (running > 0 && !stop.stop_requested()) {
      if (curl_multi_perform(multi, &running) != CURLM_OK) throw BrokenWorld("libcurl failed");
      if (running > 0) curl_multi_poll(multi, nullptr, 0, 1'000, nullptr);
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) result = message->data.result;
    curl_multi_remove_handle(multi, easy_.get());
    return !stop.stop_requested();
  }

  void read_head(Attempt& attempt) {
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    attempt.status = static_cast<int>(status);
    const char* redirect = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &redirect);
    if (redirect != nullptr) attempt.redirect = redirect;
    curl_off_t seconds = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &seconds);
    if (seconds > 0) attempt.asked_wait = std::chrono::seconds(seconds);
    attempt.validators = {header(easy_.get(), "ETag"), header(easy_.get(), "Last-Modified")};
  }

  std::size_t limit_;
  std::unique_ptr<CURL, FreeEasy> easy_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
};

HttpClient::HttpClient(HttpSettings settings)
    : settings_(std::move(settings)), transfer_(std::make_unique<Transfer>(settings_)) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

Result<Address> HttpClient::redirected(const Address& from, const std::string& link, int redirects) const {
  if (redirects > settings_.max_redirects) {
    return page_fault(ErrorCode::broken_world, "redirects", from.text, "", "one redirect after the other", "an answer");
  }
  const auto next = follow_link(from.text, link, settings_.rules);
  return next ? parse_address(*next, settings_.rules) : std::unexpected(next.error());
}

Result<void> HttpClient::wait_for(const Address& address, milliseconds time, const std::stop_token& stop) const {
  if (time > settings_.longest_wait) {
    return page_fault(ErrorCode::too_many_requests, "busy", address.text, "",
                      "a busy server that asks to wait " + std::to_string(time.count() / 1000) + " s",
                      "an answer within " + std::to_string(settings_.longest_wait.count() / 1000) + " s; try again later");
  }
  if (!settings_.wait(time, stop)) return stopped(address.text);
  return {};
}

Result<HttpReply> HttpClient::get(const std::string& address, const std::stop_token& stop, const HttpValidators& known) {
  auto at = parse_address(address, settings_.rules);
  milliseconds wait = settings_.first_wait;
  int attempts = 0;
  int redirects = 0;
  while (at) {
    if (stop.stop_requested()) return stopped(at->text);
    Attempt attempt = transfer_->run(*at, known, stop);
    if (attempt.stopped) return stopped(at->text);
    if (attempt.too_large) return too_large(*at, settings_.max_bytes);
    if (is_good(attempt, known)) {
      return HttpReply{attempt.status, std::move(attempt.body), std::move(attempt.validators), at->text};
    }
    if (attempt.result == CURLE_OK && is_redirect(attempt.status)) {
      at = redirected(*at, attempt.redirect, ++redirects);
      continue;
    }
    if (!may_pass(attempt) || ++attempts >= settings_.max_attempts) return failed(at->text, attempt, std::max(attempts, 1));
    if (auto waited = wait_for(*at, attempt.asked_wait.value_or(wait), stop); !waited) return std::unexpected(waited.error());
    wait = std::min(wait * 2, settings_.longest_wait);
  }
  return std::unexpected(at.error());
}

}  // namespace koers::fetch
