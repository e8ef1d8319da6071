// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <stop_token>
#include <string>

#include "base/result.h"
#include "fetch/http_cache.h"
#include "fetch/http_client.h"

namespace koers::fetch {

/// Where the readers of CBS and PDOK get their pages: the network, a cache before it, or a test.
class PageSource {
 public:
  virtual ~PageSource() = default;
  /// The page at an address. With an `edition` that is not empty, a page kept under the same edition is as good as a new one.
  [[nodiscard]] virtual Result<std::string> page(const std::string& address, const std::string& edition,
                                                 const std::stop_token& stop) = 0;
  /// The page could not be read: it must not be given out again.
  virtual void reject(const std::string& address, const std::string& edition) = 0;
};

/// The network. With a cache: pages of a known edition are asked for once, ever; of the others the server is asked whether they
/// changed. Both must outlive this.
class NetworkPages final : public PageSource {
 public:
  explicit NetworkPages(HttpClient& client, HttpCache* cache = nullptr) : client_(client), cache_(cache) {}
  [[nodiscard]] Result<std::string> page(const std::string& address, const std::string& edition,
                                         const std::stop_token& stop) override;
  void reject(const std::string& address, const std::string& edition) override;

 private:
  HttpClient& client_;
  HttpCache* cache_;
};

}  // namespace koers::fetch
