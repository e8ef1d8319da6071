// SPDX-License-Identifier: EUPL-1.2
// Pages out of one input, parted by a line of three dashes: the first request gets the first, and so on.
#pragma once
#include <string>
#include <string_view>

#include "fetch/page_source.h"

namespace koers::fuzz {

class InputPages final : public fetch::PageSource {
 public:
  explicit InputPages(std::string_view input) : rest_(input) {}

  Result<std::string> page(const std::string& address, const std::string&, const std::stop_token&) override {
    if (is_over_) return failure(ErrorCode::not_found, address + ": no more pages");
    static constexpr std::string_view kBetween = "\n---\n";
    const auto end = rest_.find(kBetween);
    std::string body(rest_.substr(0, end));
    is_over_ = end == std::string_view::npos;
    if (!is_over_) rest_.remove_prefix(end + kBetween.size());
    return body;
  }
  void reject(const std::string&, const std::string&) override {}

 private:
  std::string_view rest_;
  bool is_over_ = false;
};

}  // namespace koers::fuzz
