// SPDX-License-Identifier: EUPL-1.2
#include "fetch/page_source.h"

namespace koers::fetch {

Result<std::string> NetworkPages::page(const std::string& address, const std::string& edition, const std::stop_token& stop) {
  auto kept = cache_ == nullptr ? std::nullopt : cache_->find(address, edition);
  if (kept && !edition.empty()) return std::move(kept->body);
  auto reply = client_.get(address, stop, kept ? kept->validators : HttpValidators{});
  if (!reply) return std::unexpected(reply.error());
  if (reply->status == 304) return std::move(kept->body);
  if (cache_ == nullptr) return std::move(reply->body);
  CachedPage page{std::move(reply->body), std::move(reply->validators)};
  cache_->keep(address, edition, page);
  return std::move(page.body);
}

void NetworkPages::reject(const std::string& address, const std::string& edition) {
  if (cache_ != nullptr) cache_->forget(address, edition);
}

}  // namespace koers::fetch
