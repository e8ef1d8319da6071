// SPDX-License-Identifier: EUPL-1.2
#include "api/api_fixture.h"

#include <algorithm>
#include <array>
#include <thread>

namespace koers::test {
namespace {

http::ServerOptions options_for(http::Api& api, std::vector<std::string> trusted_proxies) {
  http::ServerOptions options;
  options.port = 0;
  options.trusted_proxies = std::move(trusted_proxies);
  options.hooks = api.hooks();
  return options;
}

void replace_in(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

}  // namespace

ServedCity::ServedCity(std::vector<std::string> trusted_proxies) {
  copy_zoetermeer_database(folder_ / "city.db");
  store_ = open_store("sqlite:" + (folder_ / "city.db").string()).value();
  workspace_ = std::make_unique<Workspace>(*store_);
  jobs_ = std::make_unique<Jobs>();
  api_ = std::make_unique<http::Api>(*workspace_, *jobs_, std::make_shared<http::Metrics>(), [this] { return now(); });
  http::Router router;
  api_->add_routes(router);
  api_->get_statistics_from({"", KOERS_READ});
  server_ = std::make_unique<http::Server>(options_for(*api_, std::move(trusted_proxies)), std::move(router));
  const auto started = server_->start();
  if (!started) throw std::runtime_error(started.error().message);
}

Account ServedCity::account_of(Role role) {
  const std::string name = name_of(role);
  std::string id = "a-" + name;
  std::replace(id.begin(), id.end(), '_', '-');
  if (auto found = store_->accounts().find(Id<Account>(id))) return *found;
  return store_->accounts().create({Id<Account>(id), name, "Persoon " + name, "", {role}, false, now(), 0}).value();
}

Client ServedCity::logged_in(Role role) {
  const NewSession session = begin_session(*store_, account_of(role), {"192.0.2.1", {}, now()});
  Client client(port());
  client.use_session(session.token, session.csrf_token);
  return client;
}

void ApiTest::write(const Draft& draft) {
  const auto written = served_.store().ledger().append(std::array{draft}, {served_.now(), "test", {}});
  ASSERT_TRUE(written) << written.error().message;
  served_.workspace().refresh();
}

nlohmann::json ApiTest::end_of_job(Client& client, const std::string& path) {
  for (int i = 0; i < 1'000; ++i) {
    auto job = client.get(path).json();
    if (job["state"] != "waiting" && job["state"] != "running") return job;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  ADD_FAILURE() << "the job does not end";
  return {};
}

std::vector<Role> roles_with_account() {
  std::vector<Role> roles;
  for (const std::string& name : names_of<Role>()) {
    if (name != "resident") roles.push_back(enum_from<Role>(name).value());
  }
  return roles;
}

std::string example_path(const http::Route& route, const std::string& account) {
  std::string path = route.pattern;
  const std::pair<const char*, const char*> examples[] = {{"/documents/", "entree"},
                                                          {"/area-profiles/", "WK063701"},
                                                          {"/indicator-profiles/", "woz-value"},
                                                          {"/signals/", "woz-value-WK063701-2022"}};
  replace_in(path, "{collection}", "efforts");
  replace_in(path, "{revision}", "1");
  replace_in(path, "{kind}", "management");
  replace_in(path, "{format}", "csv");
  replace_in(path, "{area}", "WK063701");
  for (const auto& [of, id] : examples) {
    if (path.find(of) != std::string::npos) replace_in(path, "{id}", id);
  }
  replace_in(path, "{id}", account);
  if (path.ends_with("/search-results")) path += "?q=meerzicht";
  if (path.ends_with("/boundaries") || path.ends_with("/area-features")) path += "?level=district";
  return path;
}

std::string import_body(const std::vector<PackageFile>& files, bool apply) {
  nlohmann::json body{{"apply", apply}, {"files", nlohmann::json::array()}};
  for (const PackageFile& file : files) body["files"].push_back({{"name", file.name}, {"text", file.text}});
  return body.dump();
}

}  // namespace koers::test
