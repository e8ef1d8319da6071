// SPDX-License-Identifier: EUPL-1.2
// An invented table of an invented country, over both services of CBS, in the shape of their answers. Nothing in it is real.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "fetch/cbs.h"
#include "fetch/local_server.h"

namespace koers::test {

struct FakeCbs {
  bool has_v3 = true;
  bool has_v4 = true;
  bool has_periods = false;
  bool filters = true;       ///< otherwise it gives all, whatever is asked
  bool counts = true;        ///< v4: says how many there are
  std::int64_t v4_page = 7;  ///< observations per page
  std::int64_t v3_most = 10'000;
  std::string modified = "2026-03-01T02:00:00";
  std::function<void(const Asked&, Answer&)> spoil;  ///< may change each answer
  std::string origin;                                ///< of the links that it writes

  [[nodiscard]] Answer operator()(const Asked& asked) const;

  static constexpr const char* kTable = "99001NED";
  static const std::vector<std::string>& areas();
};

/// A request to the fake service at that address.
[[nodiscard]] fetch::CbsRequest request_to(const std::string& address, fetch::CbsChoice choice);

/// A source of pages without a network.
class FakePages final : public fetch::PageSource {
 public:
  explicit FakePages(std::function<Answer(const Asked&)> service) : service_(std::move(service)) {}
  [[nodiscard]] Result<std::string> page(const std::string& address, const std::string& edition,
                                         const std::stop_token& stop) override;
  void reject(const std::string& address, const std::string& edition) override;

  std::vector<std::string> asked;     ///< decoded, without scheme and host
  std::vector<std::string> editions;  ///< beside `asked`
  std::vector<std::string> rejected;

 private:
  std::function<Answer(const Asked&)> service_;
};

}  // namespace koers::test
