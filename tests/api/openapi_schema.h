// SPDX-License-Identifier: EUPL-1.2
// Does a JSON answer have the form that api/openapi.yaml promises? Only the words of JSON Schema that our description uses;
// another word is a failure, so that no promise goes unchecked.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace koers::test {

class OpenapiSchema {
 public:
  explicit OpenapiSchema(nlohmann::json openapi) : openapi_(std::move(openapi)) {}

  /// What is wrong with the JSON answer to `method path` (`path` as in the description); empty: nothing.
  [[nodiscard]] std::vector<std::string> faults(const std::string& path, const std::string& method, int status,
                                                const nlohmann::json& answer) const;
  [[nodiscard]] const nlohmann::json& openapi() const { return openapi_; }

 private:
  class Walk;
  [[nodiscard]] const nlohmann::json& resolve(const nlohmann::json& schema) const;

  nlohmann::json openapi_;
};

}  // namespace koers::test
