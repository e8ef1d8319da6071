// SPDX-License-Identifier: EUPL-1.2
// What the commands of `koers simulate` share.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "model/city.h"

namespace koers::cli {

struct SimulateOptions {
  std::string city = "cities/zoetermeer";
  std::optional<int> year;
  std::uint32_t seed = 1;
  int threads = 1;
  bool as_json = false;
};

/// The answer to a question that nobody should have to ask twice: bad input, whatever the error calls itself.
[[nodiscard]] int refuse(const Error& error, bool as_json);
/// The package in a folder.
[[nodiscard]] Result<City> city_of(const std::string& folder);

CLI::App* add_part(CLI::App& simulate, const char* name, const char* purpose, const char* example);
void add_start_options(CLI::App& command, SimulateOptions& options);

}  // namespace koers::cli
