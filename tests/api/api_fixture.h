// SPDX-License-Identifier: EUPL-1.2
// The whole API in this process: Zoetermeer on a free port, and a clock that the test holds.
#pragma once
#include <atomic>

#include "api/client.h"
#include "app/city_fixture.h"
#include "app/people.h"
#include "http/api.h"

namespace koers::test {

/// What a test of the API stands on; the benchmark uses it too.
class ServedCity {
 public:
  explicit ServedCity(std::vector<std::string> trusted_proxies = {});

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] Store& store() { return *store_; }
  [[nodiscard]] Workspace& workspace() { return *workspace_; }
  [[nodiscard]] const std::vector<std::unique_ptr<const http::Route>>& routes() const { return server_->router().routes(); }
  [[nodiscard]] Instant now() const { return {now_.load()}; }
  void advance(std::int64_t microseconds) { now_ += microseconds; }

  [[nodiscard]] Client anonymous() const { return Client(port()); }
  /// A new session of somebody with that role only.
  [[nodiscard]] Client logged_in(Role role);
  /// The account behind `logged_in`.
  [[nodiscard]] Account account_of(Role role);

 private:
  Folder folder_;
  std::atomic<std::int64_t> now_ = start_of_tests().microseconds;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<Jobs> jobs_;
  std::unique_ptr<http::Api> api_;
  std::unique_ptr<http::Server> server_;
};

/// A city for each test.
class ApiTest : public testing::Test {
 protected:
  explicit ApiTest(std::vector<std::string> trusted_proxies = {}) : served_(std::move(trusted_proxies)) {}
  [[nodiscard]] Client anonymous() const { return served_.anonymous(); }
  [[nodiscard]] Client logged_in(Role role) { return served_.logged_in(role); }
  /// Writes past all rules, as only a test may.
  void write(const Draft& draft);
  /// Waits until a job has ended.
  [[nodiscard]] static nlohmann::json end_of_job(Client& client, const std::string& path);

  ServedCity served_;
};

inline const std::string kApi = "/api/v1";
inline const std::string kEntree = kApi + "/documents/efforts/entree";

/// `name` of every role but resident.
[[nodiscard]] std::vector<Role> roles_with_account();
/// The address of a route with a document, area, … that is there.
[[nodiscard]] std::string example_path(const http::Route& route, const std::string& account = "a-niemand");
/// The package as the body of an import.
[[nodiscard]] std::string import_body(const std::vector<PackageFile>& files, bool apply);

}  // namespace koers::test
