// SPDX-License-Identifier: EUPL-1.2
#include "http/request_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "http/field_text.h"
#include "http/target.h"

namespace koers::http {
namespace {

std::size_t count(const Headers& headers, std::string_view name) {
  const auto& all = headers.all();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Parameter& field) { return equal_ignoring_case(field.name, name); }));
}

std::optional<Problem> bad(std::string detail) { return problem_of(400, std::move(detail)); }

// Fields that mean one thing: given twice, two programs on the way could each believe another one.
std::optional<Problem> check_single_fields(const Headers& headers) {
  static constexpr std::array<std::string_view, 8> kSingle{"host",   "content-length",   "transfer-encoding", "content-type",
                                                           "origin", "content-encoding", "authorization",     "expect"};
  for (const std::string_view name : kSingle) {
    if (count(headers, name) > 1) return bad("The header " + std::string(name) + " may be given only once.");
  }
  return std::nullopt;
}

std::optional<Problem> check_transfer_encoding(const RawHead& raw, Head& head) {
  const std::optional<std::string_view> encoding = raw.headers.find("Transfer-Encoding");
  if (!encoding) return std::nullopt;
  if (raw.headers.has("Content-Length")) return bad("Content-Length and Transfer-Encoding may not be combined.");
  if (raw.version < 11) return bad("HTTP/1.0 has no Transfer-Encoding.");
  if (!equal_ignoring_case(*encoding, "chunked"))
    return problem_of(501, "The only Transfer-Encoding that is understood is chunked.");
  head.is_chunked = true;
  return std::nullopt;
}

std::optional<Problem> check_content_length(const RawHead& raw, Head& head) {
  const std::optional<std::string_view> text = raw.headers.find("Content-Length");
  if (!text) return std::nullopt;
  std::uint64_t length = 0;
  const char* const end = text->data() + text->size();
  const auto [stopped, error] = std::from_chars(text->data(), end, length);
  if (text->empty() || stopped != end || error != std::errc()) return bad("The Content-Length is not a number.");
  head.content_length = length;
  return std::nullopt;
}

std::optional<Problem> check_host(const RawHead& raw, const Target& target, Head& head) {
  const std::optional<std::string_view> host = raw.headers.find("Host");
  if (!host) {
    if (raw.version >= 11) return bad("The Host header is missing.");
    head.request.host = target.authority;
    return std::nullopt;
  }
  head.request.host = lower(*host);
  if (!is_authority(head.request.host)) return bad("The Host header is not a host name.");
  if (!target.authority.empty() && target.authority != head.request.host)
    return bad("The request target and the Host header differ.");
  return std::nullopt;
}

std::optional<Problem> check_method(const RawHead& raw, Head& head) {
  if (raw.method == "TRACE" || raw.method == "CONNECT") return problem_of(405, "This method is not served here.");
  const std::optional<Method> method = method_from(raw.method);
  if (!method) return problem_of(501, "This method is not known here.");
  head.request.method = *method;
  return std::nullopt;
}

std::optional<Problem> check_target(const RawHead& raw, std::size_t max_target, Head& head) {
  if (raw.target.size() > max_target) return problem_of(414, "The address is too long.");
  std::optional<Target> target = parse_target(raw.target);
  if (!target) return bad("The address is not well formed.");
  if (target->is_asterisk && head.request.method != Method::options) return bad("Only OPTIONS may ask for *.");
  if (std::optional<Problem> problem = check_host(raw, *target, head)) return problem;
  head.is_asterisk = target->is_asterisk;
  head.request.path = std::move(target->path);
  head.request.segments = std::move(target->segments);
  head.request.query = std::move(target->query);
  return std::nullopt;
}

std::optional<Problem> check_options(const RawHead& raw, Head& head) {
  const std::optional<std::string_view> encoding = raw.headers.find("Content-Encoding");
  if (encoding && !equal_ignoring_case(*encoding, "identity")) return problem_of(415, "Send the body without Content-Encoding.");
  const std::optional<std::string_view> expect = raw.headers.find("Expect");
  if (expect && !equal_ignoring_case(*expect, "100-continue"))
    return problem_of(417, "The only Expect that is understood is 100-continue.");
  head.expects_continue = expect && raw.version >= 11;
  return std::nullopt;
}

bool asks_to_close(const Headers& headers) {
  bool close = false;
  for_each_element(headers.joined("Connection"),
                   [&](std::string_view option) { close = close || equal_ignoring_case(option, "close"); });
  return close;
}

bool is_bad_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

}  // namespace

std::optional<Problem> check_head_bytes(std::string_view bytes, std::size_t max_fields) {
  std::size_t lines = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find("\r\n");
    const std::string_view line = bytes.substr(0, end);
    // With every CR LF taken out as a line end, what is left of CR or LF is bare: some read it as a line end, others do not.
    if (std::any_of(line.begin(), line.end(), is_bad_byte)) return bad("The headers hold control characters.");
    if (!line.empty() && (line[0] == ' ' || line[0] == '\t')) return bad("Headers may not be folded over lines.");
    if (++lines > max_fields + 2) return problem_of(431, "There are too many headers.");
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 2);
  }
  return std::nullopt;
}

CheckedHead check_head(RawHead raw, std::size_t max_target) {
  CheckedHead out;
  Head& head = out.head;
  std::optional<Problem>& problem = out.problem;
  problem = check_single_fields(raw.headers);
  if (!problem) problem = check_transfer_encoding(raw, head);
  if (!problem) problem = check_content_length(raw, head);
  if (!problem) problem = check_method(raw, head);
  if (!problem) problem = check_target(raw, max_target, head);
  if (!problem) problem = check_options(raw, head);
  if (problem) return out;
  head.keep_alive = raw.version >= 11 && !asks_to_close(raw.headers);
  head.request.headers = std::move(raw.headers);
  return out;
}

}  // namespace koers::http
