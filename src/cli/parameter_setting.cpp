// SPDX-License-Identifier: EUPL-1.2
#include "cli/parameter_setting.h"

#include <charconv>
#include <fstream>
#include <sstream>

namespace koers::cli {
namespace {

Result<std::pair<std::string, double>> parameter_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos) return wrong_option("--set", text, "NAME=NUMBER");
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data() + equals + 1, end, value);
  if (problem != std::errc{} || stopped != end) return wrong_option("--set", text, "NAME=NUMBER");
  return std::pair(text.substr(0, equals), value);
}

}  // namespace

std::unexpected<Error> wrong_option(const char* option, std::string found, std::string expected) {
  return failure(ErrorCode::bad_input, "The option " + std::string(option) + " cannot be used like this.",
                 {{"wrong_option", {}, option, std::move(found), std::move(expected)}});
}

Result<simulate::ParameterDraws> parameter_draws_in(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (!in) return wrong_option("--draws", path, "a file that can be read");
  return simulate::draws_from_csv(text.str(), path);
}

Result<std::vector<std::pair<std::string, double>>> parameter_settings(const std::vector<std::string>& texts) {
  std::vector<std::pair<std::string, double>> out;
  for (const std::string& text : texts) {
    auto setting = parameter_setting(text);
    if (!setting) return std::unexpected(setting.error());
    out.push_back(std::move(*setting));
  }
  return out;
}

}  // namespace koers::cli
