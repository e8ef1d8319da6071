// SPDX-License-Identifier: EUPL-1.2
// Bytes of a client through the same reader, checks, router and writer that the server uses. Beside crashes it looks for what
// would be a hole: a request that depends on how its bytes were cut, or one that passed the checks without being what they
// promise.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "http/cookie.h"
#include "http/request_reader.h"
#include "http/response_writer.h"
#include "http/router.h"
#include "require.h"

namespace {

using namespace koers::http;
using State = RequestReader::State;

constexpr std::size_t kMaxBody = 1024;

Router make_router() {
  Router router;
  const auto add = [&](Method method, const char* pattern, const char* name) {
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.name = name;
    route.handler = [](const Request&, const PathParameters& path) { return json(200, std::to_string(path.all().size())); };
    router.add(std::move(route));
  };
  add(Method::get, "/api/v1/{collection}/{id}", "get");
  add(Method::put, "/api/v1/{collection}/{id}", "put");
  add(Method::get, "/api/v1/jobs/{job}/events", "events");
  add(Method::get, "/files/{path*}", "files");
  add(Method::post, "/", "root");
  return router;
}

void check_promises(const Request& request) {
  require(!koers::first_invalid_utf8(request.path));
  require(request.body.size() <= kMaxBody);
  for (const char c : request.path) require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '\\');
  for (std::size_t i = 0; i < request.segments.size(); ++i) {
    const std::string& segment = request.segments[i];
    require(segment != "." && segment != ".." && segment.find('/') == std::string::npos);
    require(!segment.empty() || (i > 0 && i + 1 == request.segments.size()));
  }
  require(!(request.headers.has("Content-Length") && request.headers.has("Transfer-Encoding")));
  require(request.headers.joined("Content-Length").find(',') == std::string::npos);
}

// What is done with every request that passed; the head that is written must be one head.
void answer(const Request& request, const Router& router, bool is_asterisk) {
  static_cast<void>(request.cookie("a"));
  static_cast<void>(if_match(request, "tag"));
  Response response = problem(problem_of(404, request.path));
  if (!is_asterisk) {
    const Match match = router.match(request.method, request.segments);
    if (match.kind == Match::Kind::route) response = match.route->handler(request, match.parameters).with_etag("tag");
  }
  const Outgoing out = write_response(std::move(response), terms_of(request, true));
  require(out.head.find("\r\n\r\n") == out.head.size() - 4);
}

std::string run(std::string_view bytes, std::size_t piece, const Router& router) {
  std::string trace;
  RequestReader reader({});
  while (!bytes.empty() && reader.state() != State::refused) {
    reader.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
    while (reader.state() == State::head_ready || reader.state() == State::complete) {
      if (reader.state() == State::head_ready) {
        reader.accept_body(kMaxBody);
        continue;
      }
      const bool is_asterisk = reader.head().is_asterisk;
      const Request request = reader.take_request();
      if (!is_asterisk) check_promises(request);
      answer(request, router, is_asterisk);
      trace += std::string(to_string(request.method)) + ' ' + request.host + ' ' + request.path + '\n' + request.body + '\n';
      reader.next();
    }
  }
  return trace;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Router router = make_router();
  if (size < 1 || size > 16 * 1024) return 0;  // above it limits may strike earlier in one way of cutting than in another
  const std::size_t piece = 1 + data[0] % 64U;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  require(run(bytes, bytes.size() + 1, router) == run(bytes, piece, router));
  return 0;
}
