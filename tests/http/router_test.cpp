// SPDX-License-Identifier: EUPL-1.2
#include "http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace koers::http {
namespace {

Route route(Method method, std::string pattern, std::string name) {
  Route out;
  out.method = method;
  out.pattern = std::move(pattern);
  out.name = std::move(name);
  out.handler = [](const Request&, const PathParameters&) { return no_content(); };
  return out;
}

Router example() {
  Router router;
  router.add(route(Method::get, "/api/v1/{collection}/{id}", "get-document"));
  router.add(route(Method::put, "/api/v1/{collection}/{id}", "put-document"));
  router.add(route(Method::get, "/api/v1/jobs/{job}", "get-job"));
  router.add(route(Method::get, "/api/v1/jobs/{job}/events", "job-events"));
  router.add(route(Method::get, "/api/v1/{collection}/{id}/diff", "diff"));
  router.add(route(Method::get, "/files/{path*}", "files"));
  router.add(route(Method::post, "/", "root-post"));
  return router;
}

TEST(Router, prefers_literals_and_gives_parameters) {
  const Router router = example();
  const Match job = router.match(Method::get, {"api", "v1", "jobs", "7"});
  EXPECT_EQ(job.route->name, "get-job");
  EXPECT_EQ(job.parameters.at("job"), "7");
  const Match document = router.match(Method::get, {"api", "v1", "visions", "main"});
  EXPECT_EQ(document.route->name, "get-document");
  EXPECT_EQ(document.parameters.at("collection"), "visions");
  EXPECT_EQ(document.parameters.at("id"), "main");
  EXPECT_THROW(static_cast<void>(document.parameters.at("other")), std::out_of_range);
}

TEST(Router, steps_back_from_a_literal_that_leads_nowhere) {
  EXPECT_EQ(example().match(Method::get, {"api", "v1", "jobs", "7", "diff"}).route->name, "diff");
}

TEST(Router, takes_the_rest_of_a_path) {
  EXPECT_EQ(example().match(Method::get, {"files", "a", "b.txt"}).parameters.at("path"), "a/b.txt");
  EXPECT_EQ(example().match(Method::get, {"files"}).kind, Match::Kind::no_path);
  EXPECT_EQ(example().match(Method::get, {"files", ""}).kind, Match::Kind::no_path);
}

TEST(Router, tells_an_unknown_path_from_an_unknown_method) {
  const Router router = example();
  EXPECT_EQ(router.match(Method::get, {"api", "v1"}).kind, Match::Kind::no_path);
  const Match wrong = router.match(Method::delete_, {"api", "v1", "visions", "main"});
  EXPECT_EQ(wrong.kind, Match::Kind::no_method);
  EXPECT_EQ(wrong.allow, "GET, HEAD, PUT, OPTIONS");
  EXPECT_EQ(router.match(Method::get, {}).allow, "POST, OPTIONS");
}

TEST(Router, answers_head_with_get) {
  EXPECT_EQ(example().match(Method::head, {"api", "v1", "jobs", "7"}).route->name, "get-job");
}

TEST(Router, gives_no_parameter_an_empty_value) {
  EXPECT_EQ(example().match(Method::get, {"api", "v1", "jobs", ""}).kind, Match::Kind::no_path);
}

TEST(Router, sends_other_paths_to_the_fallback_but_not_api_paths) {
  Router router = example();
  router.set_fallback(route(Method::get, "/", "static"));
  EXPECT_EQ(router.match(Method::get, {"dashboard"}).route->name, "static");
  EXPECT_EQ(router.match(Method::head, {"x", "y"}).route->name, "static");
  EXPECT_EQ(router.match(Method::get, {"api", "nothing"}).kind, Match::Kind::no_path);
  EXPECT_EQ(router.match(Method::post, {"dashboard"}).kind, Match::Kind::no_method);
}

TEST(Router, refuses_mistakes_of_ours) {
  Router router = example();
  EXPECT_THROW(router.add(route(Method::get, "/api/v1/jobs/{other}", "new")), std::logic_error);
  EXPECT_THROW(router.add(route(Method::get, "/new", "get-job")), std::logic_error);
  EXPECT_THROW(router.add(route(Method::get, "new", "new")), std::logic_error);
  EXPECT_THROW(router.add(route(Method::get, "/a//b", "new")), std::logic_error);
  EXPECT_THROW(router.add(route(Method::get, "/a{b}", "new")), std::logic_error);
  EXPECT_THROW(router.add(route(Method::get, "/{rest*}/b", "new")), std::logic_error);
  EXPECT_THROW(router.add(route(Method::head, "/new", "new")), std::logic_error);
  EXPECT_EQ(router.routes().size(), 7U);
}

}  // namespace
}  // namespace koers::http
