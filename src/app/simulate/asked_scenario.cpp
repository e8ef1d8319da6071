// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/asked_scenario.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/check.h"
#include "model/package_documents.h"

namespace koers {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 1U << 20U;
constexpr const char* kBaseline = "baseline";

std::string known_names(const City& city) {
  std::string out;
  for (const Scenario& each : city.all<Scenario>()) out += (out.empty() ? "" : ", ") + each.id.str();
  return out.empty() ? kBaseline : out;
}

bool is_file_name(const std::string& name) {
  const std::string ending = std::filesystem::path(name).extension().string();
  return ending == ".yaml" || ending == ".yml" || ending == ".json";
}

Result<Tree> read_file(const std::string& name) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(name, problem);
  std::ifstream in(name, std::ios::binary);
  if (problem || !in)
    return failure(ErrorCode::bad_input, "Cannot read " + name + '.', {{"missing_file", {name}, "", "nothing", "a scenario"}});
  if (size > kMaxFileBytes) {
    return failure(ErrorCode::bad_input, name + " is too large.",
                   {{"too_large", {name}, "", std::to_string(size) + " bytes", "at most " + std::to_string(kMaxFileBytes)}});
  }
  std::stringstream text;
  text << in.rdbuf();
  return std::filesystem::path(name).extension() == ".json" ? parse_json(text.str(), name) : parse_yaml(text.str(), name);
}

/// Held against the city as it would be with it.
Result<Scenario> check(Scenario scenario, const City& city, const PackagePlaces& places) {
  City with = city;
  with.all<Scenario>().put(scenario);
  const std::string self = to_string(Reference{Kind::scenario, scenario.id.str()});
  std::vector<Fault> faults = check_city(with, places);
  std::erase_if(faults, [&](const Fault& each) { return each.path != self && !each.path.starts_with(self + ' '); });
  if (faults.empty()) return scenario;
  std::string message = to_string(faults.front());
  return failure(ErrorCode::bad_input, std::move(message), std::move(faults));
}

}  // namespace

Result<Scenario> scenario_from(const Tree& tree, const City& city) {
  PackageReading reading;
  const Tree& one = tree.type == Tree::Type::sequence && tree.items.size() == 1 ? tree.items.front() : tree;
  const Scenario* read = add_document<Scenario>(one, reading);
  if (read == nullptr) {
    std::string message = to_string(reading.faults.front());
    return failure(ErrorCode::bad_input, std::move(message), std::move(reading.faults));
  }
  return check(*read, city, reading.places);
}

Result<Scenario> checked_scenario(Scenario scenario, const City& city) { return check(std::move(scenario), city, {}); }

Result<Scenario> scenario_of_city(const std::string& id, const City& city, const std::string& path) {
  if (const Scenario* found = city.all<Scenario>().find(id)) return *found;
  if (id == kBaseline) {
    Scenario nothing;
    nothing.id = Id<Scenario>(kBaseline);
    return nothing;
  }
  return failure(ErrorCode::bad_input, "There is no scenario " + in_quotes(id) + '.',
                 {{"unknown_reference", {}, path, id, "one of " + known_names(city)}});
}

Result<Scenario> scenario_called(const std::string& name, const City& city) {
  if (!is_file_name(name)) return scenario_of_city(name, city, "the scenario (or a file, .yaml or .json)");
  const auto tree = read_file(name);
  if (!tree) return std::unexpected(tree.error());
  return scenario_from(*tree, city);
}

}  // namespace koers
