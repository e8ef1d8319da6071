// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/result_files.h"

#include <nlohmann/json.hpp>

#include "app/simulate/result_columns.h"
#include "app/simulate/result_json.h"
#include "app/whole_file.h"

namespace koers {
namespace {

namespace files = std::filesystem;
using Json = nlohmann::ordered_json;
using simulate::EnsembleSetting;
using simulate::Population;
using simulate::RunResult;

std::string digits(double value) { return number_json(value).dump(); }

/// Several thousand rows of what a year is like in a neighbourhood.
std::string neighbourhoods_csv(const std::vector<RunResult>& results, std::uint32_t first, const Population& start) {
  std::string out = "replicate,year,neighbourhood";
  for (std::size_t m = 0; m < simulate::kMeasures; ++m)
    out.append(",").append(simulate::describe(static_cast<simulate::Measure>(m)).name);
  out += '\n';
  for (std::size_t k = 0; k < results.size(); ++k) {
    for (const simulate::YearResult& year : results[k].years) {
      for (std::size_t i = 0; i < year.neighbourhoods.size(); ++i) {
        out += std::to_string(first + k) + ',' + std::to_string(year.year) + ',' + start.neighbourhoods[i].code;
        for (const double value : year.neighbourhoods[i]) out.append(",").append(digits(value));
        out += '\n';
      }
    }
  }
  return out;
}

std::string chains_csv(const std::vector<RunResult>& results, std::uint32_t first, const Population& start) {
  std::string out = "replicate,chain,origin,begins_in,begun,moves,last_in,end,ended,goes_on_elsewhere\n";
  for (std::size_t k = 0; k < results.size(); ++k) {
    std::size_t number = 0;
    for (const simulate::Chain& chain : results[k].chains) {
      const bool is_open = chain.end == simulate::ChainEnd::open;
      out += std::to_string(first + k) + ',' + std::to_string(number++) + ',' + name_of(chain.origin) + ',' +
             start.neighbourhoods[chain.begins_in].code + ',' + std::to_string(chain.begun) + ',' + std::to_string(chain.moves) +
             ',' + start.neighbourhoods[chain.at].code + ',' + name_of(chain.end) + ',' +
             (is_open ? "" : std::to_string(chain.ended)) + ',' + (chain.goes_on_elsewhere ? "true" : "false") + '\n';
    }
  }
  return out;
}

Json column(const std::string& name, const char* type, const std::string& what) {
  return {{"name", name}, {"datatype", type}, {"dc:description", what}};
}

Json columns_of_neighbourhoods() {
  Json out = Json::array(
      {column("replicate", "integer", "Runs that differ by draws, parameters and starting population; 0: the estimate"),
       column("year", "integer", "The state on 31 December; flows of that year. The first year is the start"),
       column("neighbourhood", "string", "Code of Statistics Netherlands")});
  for (std::size_t m = 0; m < simulate::kMeasures; ++m) {
    const auto& measure = simulate::describe(static_cast<simulate::Measure>(m));
    out.push_back(column(std::string(measure.name), "number", std::string(measure.sentence)));
  }
  return out;
}

Json columns_of_chains() {
  return Json::array(
      {column("replicate", "integer", "As in the other table"), column("chain", "integer", "Number within the replicate"),
       column("origin", "string", "How its first dwelling came free"),
       column("begins_in", "string", "Neighbourhood of its first dwelling"), column("begun", "integer", "Year"),
       column("moves", "integer", "Households that moved along it"),
       column("last_in", "string", "Neighbourhood of its last dwelling"), column("end", "string", "How it ended, or open"),
       column("ended", "integer", "Year; nothing while it is open"),
       column("goes_on_elsewhere", "boolean", "Who ended it left a dwelling in another municipality")});
}

Json table(const std::string& url, Json columns) { return {{"url", url}, {"tableSchema", {{"columns", std::move(columns)}}}}; }

std::string metadata(const EnsembleSetting& setting, const std::string& name) {
  const Json all{
      {"@context", Json::array({"http://www.w3.org/ns/csvw", {{"@language", "en"}}})},
      {"dc:title", "Koers, escalator: " + name},
      {"dc:source", "Koers " KOERS_VERSION ", seed " + std::to_string(setting.run.stream.seed) + ", inputs " + setting.inputs},
      {"tables", Json::array({table(name + "-neighbourhoods.csv", columns_of_neighbourhoods()),
                              table(name + "-chains.csv", columns_of_chains())})}};
  return all.dump(2) + '\n';
}

Result<void> make_empty(const files::path& folder) {
  std::error_code problem;
  files::create_directories(folder, problem);
  if (problem)
    return failure(ErrorCode::broken_world, "Cannot make the folder " + folder.string() + ": " + problem.message() + '.');
  if (files::is_empty(folder, problem) && !problem) return {};
  return failure(ErrorCode::bad_input, "The folder " + folder.string() + " holds something already.",
                 {{"wrong_option", {}, "--output", folder.string(), "a folder that is empty or not there yet"}});
}

Result<void> write(const files::path& folder, const std::string& name, const EnsembleSetting& setting,
                   const std::vector<RunResult>& results, const Population& start) {
  const std::uint32_t first = setting.run.stream.replicate;
  const Result<std::string> columns = result_columns(name, setting, results, start);
  if (!columns) return std::unexpected(columns.error());
  const std::array<std::pair<const char*, std::string>, 4> all{
      {{"-neighbourhoods.csv", neighbourhoods_csv(results, first, start)},
       {"-chains.csv", chains_csv(results, first, start)},
       {"-metadata.json", metadata(setting, name)},
       {".nc", *columns}}};
  for (const auto& [end, text] : all) {
    if (auto kept = write_whole(folder / (name + end), text); !kept) return kept;
  }
  return {};
}

}  // namespace

simulate::RunAll with_result_files(files::path folder, std::vector<std::string> names, simulate::RunAll run_all) {
  return [folder = std::move(folder), names = std::move(names), run_all = std::move(run_all)](
             const Population& start, const std::vector<EnsembleSetting>& settings,
             const simulate::Progress& progress) -> Result<std::vector<std::vector<RunResult>>> {
    if (const auto made = make_empty(folder); !made) return std::unexpected(made.error());
    auto results = run_all(start, settings, progress);
    if (!results) return results;
    for (std::size_t i = 0; i < settings.size(); ++i) {
      const auto written = write(folder, names.at(i), settings[i], results->at(i), start);
      if (!written) return std::unexpected(written.error());
    }
    return results;
  };
}

}  // namespace koers
