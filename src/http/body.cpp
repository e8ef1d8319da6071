// SPDX-License-Identifier: EUPL-1.2
#include "http/body.h"

#include <sodium.h>

#include <array>
#include <utility>

#include "http/compression.h"

namespace koers::http {

std::shared_ptr<const Body> Body::of(std::string bytes) { return std::make_shared<const Body>(std::move(bytes), std::string()); }

std::shared_ptr<const Body> Body::of(std::string bytes, std::string gzip) {
  return std::make_shared<const Body>(std::move(bytes), std::move(gzip));
}

Body::Body(std::string bytes, std::string gzip) : bytes_(std::move(bytes)), gzip_(std::move(gzip)) {}

std::string_view Body::gzip() const {
  std::call_once(gzip_once_, [this] {
    if (!gzip_.empty() || bytes_.size() < kMinimumToCompress) return;
    std::string made = http::gzip(bytes_);
    if (made.size() < bytes_.size()) gzip_ = std::move(made);
  });
  return gzip_;
}

const std::string& Body::entity_tag() const {
  std::call_once(tag_once_, [this] {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size(), nullptr,
                       0);
    std::array<char, 2 * 16 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    tag_ = '"' + std::string(hex.data()) + '"';
  });
  return tag_;
}

}  // namespace koers::http
