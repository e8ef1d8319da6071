// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/result_columns.h"

#include <netcdf.h>
#include <netcdf_mem.h>

#include <span>

#include "app/simulate/result_json.h"

namespace koers {
namespace {

using simulate::Chain;
using simulate::EnsembleSetting;
using simulate::Population;
using simulate::RunResult;

/// A file that grows in memory. The first call that fails is kept and those after it do nothing, so that a caller asks once.
class ColumnFile {
 public:
  ColumnFile() { check(nc_create_mem("results", NC_NETCDF4, 0, &file_)); }
  ~ColumnFile() {
    if (file_ >= 0) nc_abort(file_);
  }
  ColumnFile(const ColumnFile&) = delete;
  ColumnFile& operator=(const ColumnFile&) = delete;

  int dimension(const char* name, std::size_t length) {
    int id = -1;
    if (is_well()) check(nc_def_dim(file_, name, length, &id));
    return id;
  }

  void note(int variable, const char* name, const std::string& text) {
    if (is_well()) check(nc_put_att_text(file_, variable, name, text.size(), text.data()));
  }

  /// A code for each word, as CF has it for flags.
  void flags(int variable, const std::vector<signed char>& codes, const std::string& words) {
    if (is_well()) check(nc_put_att_schar(file_, variable, "flag_values", NC_BYTE, codes.size(), codes.data()));
    note(variable, "flag_meanings", words);
  }

  int numbers(const char* name, std::span<const int> over, const std::vector<double>& values, const std::string& what) {
    const int id = variable(name, NC_DOUBLE, over, what);
    if (is_well() && !values.empty()) check(nc_put_var_double(file_, id, values.data()));
    return id;
  }

  int whole_numbers(const char* name, nc_type type, int over, const std::vector<int>& values, const std::string& what) {
    const int id = variable(name, type, std::span(&over, 1), what);
    if (is_well() && !values.empty()) check(nc_put_var_int(file_, id, values.data()));
    return id;
  }

  void words(const char* name, int over, const std::vector<const char*>& values, const std::string& what) {
    int id = -1;
    if (is_well()) check(nc_def_var(file_, name, NC_STRING, 1, &over, &id));
    note(id, "long_name", what);
    std::vector<const char*> given = values;
    if (is_well() && !given.empty()) check(nc_put_var_string(file_, id, given.data()));
  }

  Result<std::string> close() {
    NC_memio memory{};
    if (is_well()) {
      check(nc_close_memio(file_, &memory));
      file_ = -1;
    }
    std::string bytes(static_cast<const char*>(memory.memory), memory.size);
    std::free(memory.memory);  // NOLINT: the library took it from malloc
    if (is_well()) return bytes;
    return failure(ErrorCode::broken_world, std::string("Cannot make the file of columns: ") + nc_strerror(problem_) + '.');
  }

 private:
  static constexpr int kCompression = 4;

  [[nodiscard]] bool is_well() const { return problem_ == NC_NOERR; }
  void check(int answer) { problem_ = answer; }

  int variable(const char* name, nc_type type, std::span<const int> over, const std::string& what) {
    int id = -1;
    if (is_well()) check(nc_def_var(file_, name, type, static_cast<int>(over.size()), over.data(), &id));
    if (is_well()) check(nc_def_var_deflate(file_, id, NC_SHUFFLE, 1, kCompression));
    note(id, "long_name", what);
    return id;
  }

  int file_ = -1;
  int problem_ = NC_NOERR;
};

std::vector<int> counted_from(int first, std::size_t length) {
  std::vector<int> out(length);
  for (std::size_t i = 0; i < length; ++i) out[i] = first + static_cast<int>(i);
  return out;
}

std::vector<double> column_of(const std::vector<RunResult>& results, std::size_t measure) {
  std::vector<double> out;
  for (const RunResult& result : results) {
    for (const simulate::YearResult& year : result.years) {
      for (const simulate::MeasureRow& row : year.neighbourhoods) out.push_back(row[measure]);
    }
  }
  return out;
}

void add_neighbourhoods(ColumnFile& file, const EnsembleSetting& setting, const std::vector<RunResult>& results,
                        const Population& start, int neighbourhood) {
  const std::vector<simulate::YearResult>& years = results.front().years;
  const int replicate = file.dimension("replicate", results.size());
  const int year = file.dimension("year", years.size());
  file.whole_numbers("replicate", NC_INT, replicate, counted_from(static_cast<int>(setting.run.stream.replicate), results.size()),
                     "Runs that differ by draws, parameters and starting population; 0: the estimate");
  file.whole_numbers("year", NC_INT, year, counted_from(years.front().year, years.size()),
                     "State on 31 December, flows of that year; the first is the start");
  std::vector<const char*> codes;
  for (const simulate::Neighbourhood& each : start.neighbourhoods) codes.push_back(each.code.c_str());
  file.words("neighbourhood", neighbourhood, codes, "Code of Statistics Netherlands");
  const std::array over{replicate, year, neighbourhood};
  for (std::size_t m = 0; m < simulate::kMeasures; ++m) {
    const auto& measure = simulate::describe(static_cast<simulate::Measure>(m));
    const int id = file.numbers(std::string(measure.name).c_str(), over, column_of(results, m), std::string(measure.sentence));
    file.note(id, "cell_methods", measure.is_flow ? "year: sum" : "year: point");
  }
}

/// One property of all chains, replicate by replicate.
template <typename Property>
std::vector<int> of_chains(const std::vector<RunResult>& results, Property property) {
  std::vector<int> out;
  for (const RunResult& result : results) {
    for (const Chain& chain : result.chains) out.push_back(static_cast<int>(property(chain)));
  }
  return out;
}

/// Flags of an enumeration that counts from 0, by its names.
template <typename Kind>
void add_flags(ColumnFile& file, int variable, std::size_t kinds) {
  std::vector<signed char> codes;
  std::string words;
  for (std::size_t i = 0; i < kinds; ++i) {
    codes.push_back(static_cast<signed char>(i));
    words += (i > 0 ? " " : "") + std::string(name_of(static_cast<Kind>(i)));
  }
  file.flags(variable, codes, words);
}

void add_chains(ColumnFile& file, const EnsembleSetting& setting, const std::vector<RunResult>& results) {
  std::vector<int> replicates;
  for (std::size_t k = 0; k < results.size(); ++k)
    replicates.insert(replicates.end(), results[k].chains.size(), static_cast<int>(setting.run.stream.replicate + k));
  const int chain = file.dimension("chain", replicates.size());
  const auto add = [&](const char* name, nc_type type, const char* what, auto property) {
    return file.whole_numbers(name, type, chain, of_chains(results, property), what);
  };
  file.whole_numbers("chain_replicate", NC_INT, chain, replicates, "Replicate that the chain belongs to");
  const int origin = add("chain_origin", NC_BYTE, "How its first dwelling came free", [](const Chain& c) { return c.origin; });
  add_flags<simulate::VacancyOrigin>(file, origin, simulate::kVacancyOrigins);
  add("chain_begins_in", NC_USHORT, "Neighbourhood of its first dwelling, counted from 0",
      [](const Chain& c) { return c.begins_in; });
  add("chain_begun", NC_SHORT, "Year in which it began", [](const Chain& c) { return c.begun; });
  add("chain_moves", NC_USHORT, "Households that moved along it", [](const Chain& c) { return c.moves; });
  add("chain_last_in", NC_USHORT, "Neighbourhood of its last dwelling, counted from 0", [](const Chain& c) { return c.at; });
  const int end = add("chain_end", NC_BYTE, "How it ended", [](const Chain& c) { return c.end; });
  add_flags<simulate::ChainEnd>(file, end, simulate::kChainEnds);
  add("chain_ended", NC_SHORT, "Year in which it ended; 0 while it is open",
      [](const Chain& c) { return c.end == simulate::ChainEnd::open ? 0 : c.ended; });
  add("chain_goes_on_elsewhere", NC_BYTE, "1: who ended it left a dwelling in another municipality",
      [](const Chain& c) { return c.goes_on_elsewhere ? 1 : 0; });
}

}  // namespace

Result<std::string> result_columns(const std::string& name, const EnsembleSetting& setting, const std::vector<RunResult>& results,
                                   const Population& start) {
  ColumnFile file;
  file.note(NC_GLOBAL, "Conventions", "CF-1.8");
  file.note(NC_GLOBAL, "title", "Koers, escalator: " + name);
  file.note(NC_GLOBAL, "source",
            "Koers " KOERS_VERSION ", seed " + std::to_string(setting.run.stream.seed) + ", inputs " + setting.inputs);
  const int neighbourhood = file.dimension("neighbourhood", start.neighbourhoods.size());
  add_neighbourhoods(file, setting, results, start, neighbourhood);
  add_chains(file, setting, results);
  return file.close();
}

}  // namespace koers
