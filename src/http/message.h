// SPDX-License-Identifier: EUPL-1.2
// What a handler gets and gives. A Request has passed all checks on form: paths, headers and encodings in it are well formed.
#pragma once
#include <any>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/body.h"
#include "http/problem.h"

namespace koers::http {

class EventStream;

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };
[[nodiscard]] std::string_view to_string(Method method);
[[nodiscard]] std::optional<Method> method_from(std::string_view text);

/// A name and its value: a header, a query parameter, a form field.
struct Parameter {
  std::string name;
  std::string value;
  bool operator==(const Parameter&) const = default;
};

/// Header fields in the order given; names compare without regard to case, as RFC 9110 says.
class Headers {
 public:
  void add(std::string name, std::string value);
  /// Replaces all fields of that name.
  void set(std::string name, std::string value);
  void remove(std::string_view name);
  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
  /// The first field of that name; the view lives as long as the headers are not changed.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// All fields of that name joined by ", ": the form in which lists such as Accept and If-None-Match are read.
  [[nodiscard]] std::string joined(std::string_view name) const;
  [[nodiscard]] const std::vector<Parameter>& all() const { return fields_; }
  void reserve(std::size_t count) { fields_.reserve(count); }

 private:
  std::vector<Parameter> fields_;
};

struct Request {
  Method method = Method::get;        ///< HEAD stays HEAD here, though the GET handler answers it
  std::string path = "/";             ///< decoded; valid UTF-8 without `.`/`..`/empty segments, backslash, control characters
  std::vector<std::string> segments;  ///< of the path: `/api/v1` is {"api", "v1"}; a last "" means that it ended in a slash
  std::vector<Parameter> query;       ///< decoded, in the order given, names may repeat
  Headers headers;
  std::string body;
  std::string host;            ///< as the client named us, lower case, with port if given
  std::string client_address;  ///< of the client, seen through trusted proxies; for rate limits only, never stored or logged
  std::string id;              ///< of this request, also in log, `X-Request-Id` and problem documents
  bool is_secure = false;      ///< TLS, ended by a trusted proxy
  /// For the `before` hook to leave something to the handler, such as who is logged in. The server never looks at it.
  std::any context;

  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const { return headers.find(name); }
  /// First value of that query parameter.
  [[nodiscard]] std::optional<std::string_view> query_value(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> query_values(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> cookie(std::string_view name) const;
  /// Content-Type without parameters, lower case; empty when absent.
  [[nodiscard]] std::string content_type() const;
};

/// A file that is sent piece by piece, so that a back-up of any size costs no memory.
struct FileBody {
  std::string path;  ///< on disk; opened when the answer starts
  bool remove_when_sent = false;
};

struct Response {
  int status = 200;
  Headers headers;
  std::shared_ptr<const Body> body;  ///< null: no content
  /// When set the answer is `application/problem+json`, written by the server so that it can add the request id.
  std::optional<Problem> problem;
  /// When set the answer is `text/event-stream`; the connection keeps it open until it is closed. Shared with the producer.
  std::shared_ptr<EventStream> events;
  std::optional<FileBody> file;

  /// For chaining: `return json(200, text).with("Location", "/api/v1/x");`
  Response&& with(std::string name, std::string value) &&;
  /// Sets a strong ETag: `tag` is what is between the quotes.
  Response&& with_etag(std::string_view tag) &&;
  /// Sets a strong ETag from the bytes of the body.
  Response&& with_content_etag() &&;
};

[[nodiscard]] Response json(int status, std::string text);
/// The form for cached answers: nothing is copied, and the gzip form is made once.
[[nodiscard]] Response json(int status, std::shared_ptr<const Body> body);
[[nodiscard]] Response text(int status, std::string content_type, std::string bytes);
[[nodiscard]] Response no_content();
[[nodiscard]] Response not_modified(std::string_view etag);
/// 303 unless told otherwise. `location` must be a path of our own or an URL that the program made.
[[nodiscard]] Response redirect(std::string location, int status = 303);
[[nodiscard]] Response problem(Problem problem);
[[nodiscard]] Response problem(const Error& error);
[[nodiscard]] Response problem(ErrorCode code, std::string detail);
[[nodiscard]] Response event_stream(std::shared_ptr<EventStream> events);
/// A file to save: `file_name` may hold any letters (RFC 6266); path separators and control characters are dropped.
[[nodiscard]] Response download(std::string_view file_name, std::string content_type, std::shared_ptr<const Body> body);
[[nodiscard]] Response download(std::string_view file_name, std::string content_type, FileBody file);

/// `If-Match` of a write, by the strong comparison; our `-gzip` twin of a tag counts as the tag. `tag` without quotes.
enum class IfMatch : std::uint8_t { absent, holds, fails };
[[nodiscard]] IfMatch if_match(const Request& request, std::string_view tag);
/// The tags (without quotes and `-gzip`) that `If-Match` names, for handlers that look the revision up themselves; `*` stays `*`.
[[nodiscard]] std::vector<std::string> if_match_tags(const Request& request);

}  // namespace koers::http
