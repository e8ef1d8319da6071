// SPDX-License-Identifier: EUPL-1.2
#include "http/response_writer.h"

#include <array>
#include <ctime>
#include <utility>

#include "http/compression.h"
#include "http/entity_tag.h"
#include "http/event_stream.h"
#include "http/field_text.h"

namespace koers::http {
namespace {

struct Field {
  std::string_view name;
  std::string_view value;
};

// On every answer, errors too: a page of ours loads nothing from elsewhere, sits in no frame and leaks no address.
constexpr std::array<Field, 7> kSecurityFields{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
     "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
}};

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

void append_security(std::string& out, const Headers& given) {
  for (const Field& field : kSecurityFields) {
    if (!given.has(field.name)) append_field(out, field.name, field.value);
  }
}

// Written once a second at most; each thread keeps its own, so none waits for another.
std::string_view date_now() {
  thread_local std::time_t second = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != second) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> buffer{};
    // The program never leaves the C locale for dates, so the names are English, as RFC 9110 wants.
    text.assign(buffer.data(), std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
    second = now;
  }
  return text;
}

void write_problem(Response& response, const AnswerTerms& terms) {
  if (!response.problem) return;
  response.status = response.problem->status;
  response.headers.set("Content-Type", "application/problem+json");
  response.headers.set("Cache-Control", "no-store");
  response.body = Body::of(to_json(*response.problem, terms.request_id));
  response.file.reset();
}

void open_file(Response& response, const AnswerTerms& terms, Outgoing& out) {
  if (!response.file) return;
  out.file = OpenFile::open(*response.file);
  if (out.file) return;
  response.headers.remove("Content-Disposition");
  response.problem = problem_of(404, "The file is not there any more.");
  write_problem(response, terms);
}

// 304 when the client has it already. Before compressing, so that nothing is compressed for nothing.
bool settle_condition(Response& response, const AnswerTerms& terms) {
  if (!terms.is_read || response.status != 200 || terms.if_none_match.empty()) return false;
  const std::optional<std::string_view> etag = response.headers.find("ETag");
  if (!etag) return false;
  std::optional<std::string> match = matching_tag(terms.if_none_match, *etag);
  if (!match) return false;
  response.status = 304;
  response.headers.set("ETag", *std::move(match));
  return true;
}

void add_vary(Headers& headers) {
  const std::string given = headers.joined("Vary");
  headers.set("Vary", given.empty() ? "Accept-Encoding" : given + ", Accept-Encoding");
}

void settle_compression(Response& response, const AnswerTerms& terms, Outgoing& out) {
  const bool can = response.body && response.body->bytes().size() >= kMinimumToCompress &&
                   !response.headers.has("Content-Encoding") &&
                   is_compressible(response.headers.find("Content-Type").value_or(""));
  if (!can) return;
  add_vary(response.headers);
  if (!terms.accepts_gzip || response.status == 304 || response.body->gzip().empty()) return;
  out.content = response.body->gzip();
  response.headers.set("Content-Encoding", "gzip");
  if (const auto etag = response.headers.find("ETag")) response.headers.set("ETag", gzip_twin(*etag));
}

void settle_caching(Response& response) {
  if (response.headers.has("Cache-Control")) return;
  // Without a word from the handler: what can be checked may be kept but must be checked; the rest is not kept anywhere.
  response.headers.set("Cache-Control", response.headers.has("ETag") ? "private, no-cache" : "no-store");
}

void settle_events(Response& response, const AnswerTerms& terms, Outgoing& out) {
  if (!response.events) return;
  response.headers.set("Content-Type", "text/event-stream");
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("X-Accel-Buffering", "no");  // nginx would hold events back
  out.close = true;                                 // the end of the stream is the end of the connection
  if (terms.is_head) {
    response.events->abandon();
  } else {
    out.events = std::move(response.events);
  }
}

bool has_no_content(int status) { return status == 204 || status == 304 || status < 200; }

void write_head(const Response& response, const AnswerTerms& terms, Outgoing& out) {
  std::string& head = out.head;
  head.reserve(1024);
  head.append("HTTP/1.1 ")
      .append(std::to_string(response.status))
      .append(" ")
      .append(reason_phrase(response.status))
      .append("\r\n");
  append_field(head, "Date", date_now());
  for (const Parameter& field : response.headers.all()) append_field(head, field.name, field.value);
  append_field(head, "X-Request-Id", terms.request_id);
  append_security(head, response.headers);
  if (terms.is_secure) append_field(head, "Strict-Transport-Security", "max-age=31536000");
  if (!out.events && !response.events && !has_no_content(response.status)) {
    append_field(head, "Content-Length", std::to_string(out.file ? out.file->size() : out.content.size()));
  }
  append_field(head, "Connection", out.close ? "close" : "keep-alive");
  head.append("\r\n");
}

}  // namespace

AnswerTerms terms_of(const Request& request, bool keep_alive) {
  AnswerTerms terms;
  terms.is_head = request.method == Method::head;
  terms.is_read = terms.is_head || request.method == Method::get;
  terms.accepts_gzip = accepts_gzip(request.headers.joined("Accept-Encoding"));
  terms.keep_alive = keep_alive;
  terms.is_secure = request.is_secure;
  if (terms.is_read) terms.if_none_match = request.headers.joined("If-None-Match");
  terms.request_id = request.id;
  return terms;
}

Outgoing write_response(Response response, const AnswerTerms& terms) {
  Outgoing out;
  out.close = !terms.keep_alive;
  write_problem(response, terms);
  open_file(response, terms, out);
  if (response.body) out.content = response.body->bytes();
  const bool is_known = settle_condition(response, terms);
  settle_compression(response, terms, out);
  settle_events(response, terms, out);
  settle_caching(response);
  if (is_known) response.headers.remove("Content-Type");
  write_head(response, terms, out);
  out.status = response.status;
  if (terms.is_head || has_no_content(out.status)) {
    out.content = {};
    out.file.reset();
  }
  out.body = std::move(response.body);
  return out;
}

}  // namespace koers::http
