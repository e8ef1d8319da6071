// SPDX-License-Identifier: EUPL-1.2
#include "http/problem.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

namespace koers::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 33> kPhrases{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

std::string kebab(std::string_view phrase) {
  std::string out(phrase);
  for (char& c : out) c = c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

nlohmann::ordered_json to_object(const Fault& fault) {
  nlohmann::ordered_json out{{"rule", fault.rule}, {"path", fault.path}, {"found", fault.found}, {"expected", fault.expected}};
  if (fault.place.line > 0) {
    out["file"] = fault.place.file;
    out["line"] = fault.place.line;
    out["column"] = fault.place.column;
  }
  return out;
}

}  // namespace

Problem problem_of(const Error& error) {
  const ErrorDescription& description = describe(error.code);
  return Problem{description.http_status, std::string(description.name), std::string(description.title), error.message,
                 error.faults};
}

Problem problem_of(int status, std::string detail) {
  const std::string_view phrase = reason_phrase(status);
  return Problem{status, kebab(phrase), std::string(phrase), std::move(detail), {}};
}

std::string to_json(const Problem& problem, std::string_view request_id) {
  nlohmann::ordered_json out;
  out["type"] = "urn:koers:problem:" + problem.name;
  out["title"] = problem.title;
  out["status"] = problem.status;
  if (!problem.detail.empty()) out["detail"] = problem.detail;
  if (!request_id.empty()) out["instance"] = "urn:koers:request:" + std::string(request_id);
  if (!problem.faults.empty()) {
    nlohmann::ordered_json faults = nlohmann::ordered_json::array();
    for (const Fault& fault : problem.faults) faults.push_back(to_object(fault));
    out["faults"] = std::move(faults);
  }
  // A message may quote what a client sent; bytes that are not UTF-8 must not turn the error into another one.
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string_view reason_phrase(int status) {
  const auto at = std::lower_bound(kPhrases.begin(), kPhrases.end(), status,
                                   [](const auto& entry, int value) { return entry.first < value; });
  return at != kPhrases.end() && at->first == status ? at->second : "Unknown";
}

}  // namespace koers::http
