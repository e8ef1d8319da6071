// SPDX-License-Identifier: EUPL-1.2
#include "http/message.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "http/client_address.h"
#include "http/request_log.h"

namespace koers::http {
namespace {

TEST(Headers, ignore_case_and_keep_all_values) {
  Headers headers;
  headers.add("Accept", "a");
  headers.add("ACCEPT", "b");
  EXPECT_EQ(headers.find("accept"), "a");
  EXPECT_EQ(headers.joined("accept"), "a, b");
  headers.set("accept", "c");
  EXPECT_EQ(headers.joined("Accept"), "c");
}

TEST(Headers, cannot_be_split_by_data) {
  Headers headers;
  EXPECT_THROW(headers.add("A", "x\r\nSet-Cookie: y"), std::logic_error);
  EXPECT_THROW(headers.add("A b", "x"), std::logic_error);
  EXPECT_THROW(headers.set("A", std::string("x\0y", 3)), std::logic_error);
  EXPECT_THROW(static_cast<void>(redirect("/a\nb")), std::logic_error);
}

TEST(Problem, is_rfc_9457) {
  Fault fault;
  fault.place.line = 3;
  fault.path.assign("title.nl");
  Error error{ErrorCode::bad_input, "The title is missing.", {}};
  error.faults.push_back(fault);
  const auto document = nlohmann::json::parse(to_json(problem_of(error), "abc"));
  EXPECT_EQ(document["type"], "urn:koers:problem:bad-input");
  EXPECT_EQ(document["status"], 400);
  EXPECT_EQ(document["detail"], "The title is missing.");
  EXPECT_EQ(document["instance"], "urn:koers:request:abc");
  EXPECT_EQ(document["faults"][0]["path"], "title.nl");
  EXPECT_EQ(document["faults"][0]["line"], 3);
  EXPECT_EQ(nlohmann::json::parse(to_json(problem_of(405, ""), ""))["type"], "urn:koers:problem:method-not-allowed");
}

TEST(Problem, survives_bytes_that_are_not_utf8) {
  EXPECT_TRUE(nlohmann::json::accept(to_json(problem_of(400, "found \xFF"), "")));
}

TEST(IfMatch, is_strong_and_knows_the_gzip_twin) {
  Request request;
  EXPECT_EQ(if_match(request, "r7"), IfMatch::absent);
  request.headers.set("If-Match", "\"r6\", \"r7-gzip\"");
  EXPECT_EQ(if_match(request, "r7"), IfMatch::holds);
  EXPECT_EQ(if_match(request, "r8"), IfMatch::fails);
  EXPECT_EQ(if_match_tags(request), (std::vector<std::string>{"r6", "r7"}));
  request.headers.set("If-Match", "W/\"r7\"");
  EXPECT_EQ(if_match(request, "r7"), IfMatch::fails);
  request.headers.set("If-Match", "*");
  EXPECT_EQ(if_match(request, "r7"), IfMatch::holds);
}

TEST(Download, names_the_file_in_any_language) {
  const Response response = download("agen/da \"\xC3\xA9\".csv", "text/csv", Body::of("a"));
  EXPECT_EQ(response.headers.find("Content-Disposition"),
            "attachment; filename=\"agenda ____.csv\"; filename*=UTF-8''agenda%20%22%C3%A9%22.csv");
}

TEST(TrustedProxies, are_believed_as_far_as_they_go) {
  const auto proxies = TrustedProxies::parse({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
  ASSERT_TRUE(proxies);
  Headers headers;
  headers.add("X-Forwarded-For", "6.6.6.6, 1.2.3.4");
  headers.add("X-Forwarded-For", "10.9.8.7");
  headers.add("X-Forwarded-Proto", "https");
  EXPECT_EQ(proxies->client_of("127.0.0.1", headers), "1.2.3.4");
  EXPECT_EQ(proxies->client_of("8.8.8.8", headers), "8.8.8.8");
  EXPECT_TRUE(proxies->is_secure("fd12::1", headers));
  EXPECT_FALSE(proxies->is_secure("fe80::1", headers));
  headers.set("X-Forwarded-For", "nonsense, 10.0.0.1");
  EXPECT_EQ(proxies->client_of("127.0.0.1", headers), "10.0.0.1");
  for (const char* bad : {"10.0.0.0/33", "10.0.0", "x", "1.2.3.4/", "::/129", "/8"})
    EXPECT_FALSE(TrustedProxies::parse({bad})) << bad;
}

TEST(RequestLog, writes_json_without_personal_data) {
  const auto line = nlohmann::json::parse(to_json_line({"id1", "GET", "get-job", 200, std::chrono::microseconds(1500), 42},
                                                       std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)));
  EXPECT_EQ(line["time"], "2026-11-21T00:00:00.000Z");
  EXPECT_EQ(line["ms"], 1.5);
  EXPECT_EQ(line["route"], "get-job");
  EXPECT_EQ(line.size(), 9U);
}

}  // namespace
}  // namespace koers::http
