// SPDX-License-Identifier: EUPL-1.2
#include "http/message.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "http/cookie.h"
#include "http/entity_tag.h"
#include "http/field_text.h"

namespace koers::http {
namespace {

constexpr std::array<std::string_view, 7> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' || c == '_';
    if (plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return out;
}

// RFC 6266: a plain form for old clients and the true name in UTF-8.
std::string attachment(std::string_view file_name) {
  std::string plain;
  std::string full;
  for (const char c : file_name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == '/' || c == '\\') continue;
    full += c;
    plain += byte >= 0x80 || c == '"' || c == '%' ? '_' : c;
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(full);
}

Response with_body(int status, std::string content_type, std::shared_ptr<const Body> body) {
  Response out;
  out.status = status;
  out.headers.set("Content-Type", std::move(content_type));
  out.body = std::move(body);
  return out;
}

}  // namespace

std::string_view to_string(Method method) { return kMethods.at(static_cast<std::size_t>(method)); }

std::optional<Method> method_from(std::string_view text) {
  const auto at = std::find(kMethods.begin(), kMethods.end(), text);
  if (at == kMethods.end()) return std::nullopt;
  return static_cast<Method>(at - kMethods.begin());
}

void Headers::add(std::string name, std::string value) {
  // A line end in a header would let data write headers of its own: nobody may get that far.
  if (!is_token(name) || !is_field_value(value)) throw std::logic_error("not a header: " + name);
  fields_.push_back({std::move(name), std::move(value)});
}

void Headers::set(std::string name, std::string value) {
  remove(name);
  add(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(fields_, [&](const Parameter& field) { return equal_ignoring_case(field.name, name); });
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  const auto at =
      std::find_if(fields_.begin(), fields_.end(), [&](const Parameter& f) { return equal_ignoring_case(f.name, name); });
  if (at == fields_.end()) return std::nullopt;
  return at->value;
}

std::string Headers::joined(std::string_view name) const {
  std::string out;
  for (const Parameter& field : fields_) {
    if (!equal_ignoring_case(field.name, name)) continue;
    if (!out.empty()) out += ", ";
    out += field.value;
  }
  return out;
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
  const auto at = std::find_if(query.begin(), query.end(), [&](const Parameter& p) { return p.name == name; });
  if (at == query.end()) return std::nullopt;
  return at->value;
}

std::vector<std::string_view> Request::query_values(std::string_view name) const {
  std::vector<std::string_view> out;
  for (const Parameter& parameter : query) {
    if (parameter.name == name) out.emplace_back(parameter.value);
  }
  return out;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  for (const Parameter& field : headers.all()) {
    if (!equal_ignoring_case(field.name, "cookie")) continue;
    for (Parameter& pair : parse_cookies(field.value)) {
      if (pair.name == name) return std::move(pair.value);
    }
  }
  return std::nullopt;
}

std::string Request::content_type() const {
  const std::string_view full = header("Content-Type").value_or("");
  return lower(trim(full.substr(0, full.find(';'))));
}

Response&& Response::with(std::string name, std::string value) && {
  headers.set(std::move(name), std::move(value));
  return std::move(*this);
}

Response&& Response::with_etag(std::string_view tag) && { return std::move(*this).with("ETag", '"' + std::string(tag) + '"'); }

Response&& Response::with_content_etag() && {
  if (body) headers.set("ETag", body->entity_tag());
  return std::move(*this);
}

Response json(int status, std::string text) { return json(status, Body::of(std::move(text))); }

Response json(int status, std::shared_ptr<const Body> body) { return with_body(status, "application/json", std::move(body)); }

Response text(int status, std::string content_type, std::string bytes) {
  return with_body(status, std::move(content_type), Body::of(std::move(bytes)));
}

Response no_content() {
  Response out;
  out.status = 204;
  return out;
}

Response not_modified(std::string_view etag) {
  Response out;
  out.status = 304;
  out.headers.set("ETag", std::string(etag));
  return out;
}

Response redirect(std::string location, int status) {
  Response out;
  out.status = status;
  out.headers.set("Location", std::move(location));
  return out;
}

Response problem(Problem problem) {
  Response out;
  out.status = problem.status;
  out.problem = std::move(problem);
  return out;
}

Response problem(const Error& error) { return problem(problem_of(error)); }

Response problem(ErrorCode code, std::string detail) { return problem(Error{code, std::move(detail), {}}); }

Response event_stream(std::shared_ptr<EventStream> events) {
  Response out;
  out.events = std::move(events);
  return out;
}

Response download(std::string_view file_name, std::string content_type, std::shared_ptr<const Body> body) {
  return with_body(200, std::move(content_type), std::move(body)).with("Content-Disposition", attachment(file_name));
}

Response download(std::string_view file_name, std::string content_type, FileBody file) {
  Response out = download(file_name, std::move(content_type), nullptr);
  out.file = std::move(file);
  return out;
}

std::vector<std::string> if_match_tags(const Request& request) {
  std::vector<std::string> out;
  for_each_element(request.headers.joined("If-Match"), [&](std::string_view tag) {
    if (tag == "*") out.emplace_back(tag);
    if (tag.starts_with("W/")) return;  // a weak tag never matches for a write
    if (const std::optional<std::string_view> opaque = opaque_tag(tag)) out.emplace_back(*opaque);
  });
  return out;
}

IfMatch if_match(const Request& request, std::string_view tag) {
  if (!request.headers.has("If-Match")) return IfMatch::absent;
  const std::vector<std::string> tags = if_match_tags(request);
  const bool holds =
      std::any_of(tags.begin(), tags.end(), [&](const std::string& given) { return given == "*" || given == tag; });
  return holds ? IfMatch::holds : IfMatch::fails;
}

}  // namespace koers::http
