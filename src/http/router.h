// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace koers::http {

/// What `{name}` in the pattern of a route stood for in this request.
class PathParameters {
 public:
  PathParameters() = default;
  explicit PathParameters(std::vector<Parameter> values) : values_(std::move(values)) {}
  /// The name must be in the pattern: another one is our own bug and throws std::out_of_range.
  [[nodiscard]] const std::string& at(std::string_view name) const;
  [[nodiscard]] const std::vector<Parameter>& all() const { return values_; }

 private:
  std::vector<Parameter> values_;
};

/// Where a handler runs. `inline_`: on the thread that also serves other connections, so it must answer within about a
/// millisecond and never wait (cached reads). `worker`: on the bounded pool (passwords, database writes, imports).
enum class Cost : std::uint8_t { inline_, worker };

using Handler = std::function<Response(const Request&, const PathParameters&)>;

/// One operation of the program on the wire.
struct Route {
  Method method = Method::get;
  /// `/api/v1/{collection}/{id}`; a last `{name*}` takes the rest of the path, slashes included. Literals win over parameters.
  std::string pattern;
  std::string name;        ///< short and unique, such as `get-challenge`: label of metrics and log
  std::string permission;  ///< what one must be allowed; opaque to the server, read by the `before` hook
  Cost cost = Cost::inline_;
  Handler handler;
  std::optional<std::size_t> max_body;  ///< bytes; overrides Limits::max_body
};

/// The outcome of a look-up.
struct Match {
  enum class Kind : std::uint8_t { route, no_path, no_method };
  Kind kind = Kind::no_path;
  const Route* route = nullptr;  ///< for `route`; lives as long as the router
  PathParameters parameters;
  std::string allow;  ///< value for the Allow header, for `no_method` and OPTIONS; names HEAD where there is GET
};

/// The table of routes. Filled before the server starts and only read after, so it needs no lock.
class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  /// Throws std::logic_error for a pattern that is not well formed, a route that is there already or a name that is taken: our
  /// own bugs.
  void add(Route route);
  /// Answers GET and HEAD for paths that no route knows, except under `/api/`: the web pages. Its pattern is ignored.
  void set_fallback(Route route);

  /// HEAD finds the GET route. A path that only other methods know gives `no_method`.
  [[nodiscard]] Match match(Method method, const std::vector<std::string>& segments) const;
  /// All routes in the order added (tests walk routes × roles); addresses are stable once serving.
  [[nodiscard]] const std::vector<std::unique_ptr<const Route>>& routes() const;
  [[nodiscard]] const Route* fallback() const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
  std::vector<std::unique_ptr<const Route>> routes_;
  std::unique_ptr<const Route> fallback_;
};

}  // namespace koers::http
