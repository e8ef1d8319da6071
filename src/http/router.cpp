// SPDX-License-Identifier: EUPL-1.2
#include "http/router.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <utility>

namespace koers::http {
namespace {

constexpr std::size_t kMethodCount = 7;

std::size_t index_of(Method method) { return static_cast<std::size_t>(method); }

std::vector<std::string> split(std::string_view pattern) {
  std::vector<std::string> out;
  std::size_t start = 1;
  while (start <= pattern.size()) {
    const std::size_t slash = std::min(pattern.find('/', start), pattern.size());
    out.emplace_back(pattern.substr(start, slash - start));
    start = slash + 1;
  }
  if (out.size() == 1 && out[0].empty()) out.clear();  // "/" has no segments
  return out;
}

bool is_parameter(std::string_view part) { return part.starts_with('{') && part.ends_with('}'); }
bool is_rest(std::string_view part) { return part.starts_with('{') && part.ends_with("*}"); }

std::string_view name_in(std::string_view part) {
  const std::size_t braces = is_rest(part) ? 3 : 2;
  return part.substr(1, part.size() - braces);
}

[[noreturn]] void refuse(const Route& route, std::string_view why) {
  throw std::logic_error("route " + route.name + " (" + route.pattern + "): " + std::string(why));
}

void check(const Route& route, const std::vector<std::string>& parts) {
  if (!route.pattern.starts_with('/')) refuse(route, "a pattern begins with a slash");
  if (!route.handler) refuse(route, "has no handler");
  if (route.name.empty()) refuse(route, "has no name");
  if (route.method == Method::head || route.method == Method::options)
    refuse(route, "HEAD and OPTIONS are answered by the server");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty()) refuse(route, "has an empty segment");
    const bool braces = parts[i].find_first_of("{}") != std::string::npos;
    if (braces && (!is_parameter(parts[i]) || name_in(parts[i]).empty())) refuse(route, "a parameter is a whole segment, {name}");
    if (is_rest(parts[i]) && i + 1 != parts.size()) refuse(route, "{name*} must come last");
  }
}

}  // namespace

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> parameter;
  std::unique_ptr<Node> rest;
  std::array<const Route*, kMethodCount> by_method{};

  [[nodiscard]] bool is_end() const {
    return std::any_of(by_method.begin(), by_method.end(), [](const Route* route) { return route != nullptr; });
  }

  Node& child(const std::string& part) {
    std::unique_ptr<Node>& slot = is_rest(part) ? rest : is_parameter(part) ? parameter : literals[part];
    if (!slot) slot = std::make_unique<Node>();
    return *slot;
  }

  // Literals first, then a parameter, then the rest; steps back when a branch leads nowhere. An empty last segment (a slash at
  // the end) is no value for a parameter.
  [[nodiscard]] const Node* find(const std::vector<std::string>& segments, std::size_t at) const {
    if (at == segments.size()) return is_end() ? this : nullptr;
    if (const auto literal = literals.find(segments[at]); literal != literals.end()) {
      if (const Node* found = literal->second->find(segments, at + 1)) return found;
    }
    if (parameter && !segments[at].empty()) {
      if (const Node* found = parameter->find(segments, at + 1)) return found;
    }
    return rest && !segments[at].empty() ? rest.get() : nullptr;
  }

  [[nodiscard]] std::string allow() const {
    std::string out;
    for (std::size_t i = 0; i < kMethodCount; ++i) {
      if (by_method[i] == nullptr) continue;
      out += std::string(to_string(static_cast<Method>(i))) + ", ";
      if (static_cast<Method>(i) == Method::get) out += "HEAD, ";
    }
    return out + "OPTIONS";
  }
};

namespace {

PathParameters parameters_of(const Route& route, const std::vector<std::string>& segments) {
  if (route.pattern.find('{') == std::string::npos) return {};
  std::vector<Parameter> values;
  const std::vector<std::string> parts = split(route.pattern);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_parameter(parts[i])) continue;
    std::string value = segments[i];
    for (std::size_t next = i + 1; is_rest(parts[i]) && next < segments.size(); ++next) value += '/' + segments[next];
    values.push_back({std::string(name_in(parts[i])), std::move(value)});
  }
  return PathParameters(std::move(values));
}

}  // namespace

const std::string& PathParameters::at(std::string_view name) const {
  const auto found = std::find_if(values_.begin(), values_.end(), [&](const Parameter& value) { return value.name == name; });
  if (found == values_.end()) throw std::out_of_range("no path parameter " + std::string(name));
  return found->value;
}

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route) {
  const std::vector<std::string> parts = split(route.pattern);
  check(route, parts);
  for (const auto& other : routes_) {
    if (other->name == route.name) refuse(route, "the name is taken");
  }
  Node* node = root_.get();
  for (const std::string& part : parts) node = &node->child(part);
  const Route*& slot = node->by_method.at(index_of(route.method));
  if (slot != nullptr) refuse(route, "the same as " + slot->name);
  routes_.push_back(std::make_unique<const Route>(std::move(route)));
  slot = routes_.back().get();
}

void Router::set_fallback(Route route) {
  if (!route.handler || route.name.empty()) refuse(route, "a fallback needs a name and a handler");
  fallback_ = std::make_unique<const Route>(std::move(route));
}

Match Router::match(Method method, const std::vector<std::string>& segments) const {
  const Node* node = root_->find(segments, 0);
  if (node == nullptr) {
    const bool is_api = !segments.empty() && segments[0] == "api";
    if (!fallback_ || is_api) return {};
    if (method != Method::get && method != Method::head) return {Match::Kind::no_method, nullptr, {}, "GET, HEAD, OPTIONS"};
    return {Match::Kind::route, fallback_.get(), {}, {}};
  }
  const Route* route = node->by_method.at(index_of(method == Method::head ? Method::get : method));
  if (route == nullptr) return {Match::Kind::no_method, nullptr, {}, node->allow()};
  return {Match::Kind::route, route, parameters_of(*route, segments), {}};
}

const std::vector<std::unique_ptr<const Route>>& Router::routes() const { return routes_; }
const Route* Router::fallback() const { return fallback_.get(); }

}  // namespace koers::http
