// SPDX-License-Identifier: EUPL-1.2
#include "simulate/result_bytes.h"

#include <array>
#include <limits>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace koers::simulate {
namespace {

using Json = nlohmann::json;

constexpr int kForm = 2;  // of the bytes; another form is refused
constexpr std::size_t kMaxYears = 200;

/// Damage that the library does not see: well formed, but not what was written.
class WrongForm : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One description of each record serves both ways: `column(name, member)` writes or reads one column.
template <class Visit>
void chain_columns(const Visit& column) {
  column("origin", &Chain::origin, kVacancyOrigins);
  column("end", &Chain::end, kChainEnds);
  column("beginsIn", &Chain::begins_in);
  column("at", &Chain::at);
  column("segment", &Chain::segment);
  column("moves", &Chain::moves);
  column("step", &Chain::step);
  column("begun", &Chain::begun);
  column("ended", &Chain::ended);
  column("goesOnElsewhere", &Chain::goes_on_elsewhere, 2);
}

template <class Visit>
void move_columns(const Visit& column) {
  column("chain", &Move::chain);
  column("year", &Move::year);
  column("from", &Move::from);
  column("to", &Move::to);
  column("stage", &Move::stage, kLifeStages);
  column("fifth", &Move::income_quintile);
  column("members", &Move::members);
  column("leftSegment", &Move::left_segment, kSegments + 1);
  column("fromOutside", &Move::from_outside, 2);
}

template <class Record, class Columns>
Json write_columns(const std::vector<Record>& rows, const Columns& columns) {
  Json out = Json::object();
  columns([&](const char* name, auto member, std::size_t = 0) {
    Json column = Json::array();
    for (const Record& row : rows) column.push_back(static_cast<std::int64_t>(row.*member));
    out[name] = std::move(column);
  });
  return out;
}

/// A whole number that fits; `below` is the first that does not, when the type alone does not say.
template <class T>
T whole(const Json& value, std::size_t below, const char* what) {
  if (!value.is_number_integer()) throw WrongForm(std::string(what) + " is no whole number");
  const auto number = value.get<std::int64_t>();
  bool fits = below == 0 || (number >= 0 && static_cast<std::uint64_t>(number) < below);
  if constexpr (!std::is_enum_v<T> && !std::is_same_v<T, bool>) {
    fits = fits && number >= static_cast<std::int64_t>(std::numeric_limits<T>::lowest()) &&
           number <= static_cast<std::int64_t>(std::numeric_limits<T>::max());
  }
  if (!fits) throw WrongForm(std::string(what) + " is " + std::to_string(number));
  return static_cast<T>(number);
}

template <class Record, class Columns>
std::vector<Record> read_columns(const Json& from, const Columns& columns) {
  std::vector<Record> rows;
  bool is_first = true;
  columns([&](const char* name, auto member, std::size_t below = 0) {
    const Json& column = from.at(name);
    if (is_first) rows.resize(column.size());
    is_first = false;
    if (column.size() != rows.size()) throw WrongForm(std::string("the column ") + name + " has another length");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      using Field = std::remove_reference_t<decltype(rows[i].*member)>;
      rows[i].*member = whole<Field>(column[i], below, name);
    }
  });
  return rows;
}

/// What is a table of whole numbers in a year.
template <class Visit>
void tables_of(const Visit& table) {
  table("arrived", &YearResult::arrived);
  table("departed", &YearResult::departed);
  table("departedUnmet", &YearResult::departed_unmet);
  table("moved", &YearResult::moved);
  table("started", &YearResult::started);
  table("searched", &YearResult::searched);
  table("segments", &YearResult::segments);
}

template <class Visit>
void life_counts(const Visit& count) {
  count("births", &LifeAccount::births);
  count("deaths", &LifeAccount::deaths);
  count("orphans", &LifeAccount::orphans);
  count("separations", &LifeAccount::separations);
  count("institutions", &LifeAccount::institutions);
}

Json json_of(const YearResult& year) {
  Json out{{"year", year.year},
           {"neighbourhoods", year.neighbourhoods},
           {"filledByRound", year.filled_by_round},
           {"unions", year.unions},
           {"personsArrived", year.persons_arrived},
           {"personsDeparted", year.persons_departed},
           {"stayedYears", year.stayed_years_sum}};
  tables_of([&](const char* name, auto member) { out[name] = year.*member; });
  life_counts([&](const char* name, auto member) { out["life"][name] = year.life.*member; });
  return out;
}

YearResult year_of(const Json& from) {
  YearResult out;
  out.year = whole<int>(from.at("year"), 0, "year");
  from.at("neighbourhoods").get_to(out.neighbourhoods);
  from.at("filledByRound").get_to(out.filled_by_round);
  from.at("unions").get_to(out.unions);
  from.at("personsArrived").get_to(out.persons_arrived);
  from.at("personsDeparted").get_to(out.persons_departed);
  from.at("stayedYears").get_to(out.stayed_years_sum);
  tables_of([&](const char* name, auto member) { from.at(name).get_to(out.*member); });
  life_counts([&](const char* name, auto member) { from.at("life").at(name).get_to(out.life.*member); });
  return out;
}

RunResult result_of(const Json& from) {
  if (from.at("form") != kForm) throw WrongForm("the form is " + from.at("form").dump() + ", not " + std::to_string(kForm));
  RunResult out;
  if (from.at("years").size() > kMaxYears) throw WrongForm("there are more than 200 years");
  for (const Json& year : from.at("years")) out.years.push_back(year_of(year));
  out.chains = read_columns<Chain>(from.at("chains"), [](const auto& visit) { chain_columns(visit); });
  from.at("hasOwnStart").get_to(out.has_own_start);
  out.moves = read_columns<Move>(from.at("moves"), [](const auto& visit) { move_columns(visit); });
  return out;
}

std::unexpected<Error> damaged(const std::string& name, const std::string& what) {
  return failure(ErrorCode::bad_input, name + " is cut or damaged: " + what + '.',
                 {{"encoding", {name}, "", what, "the result of a run, as it was written"}});
}

}  // namespace

std::string to_bytes(const RunResult& result) {
  Json out{{"form", kForm}, {"hasOwnStart", result.has_own_start}, {"years", Json::array()}};
  for (const YearResult& year : result.years) out["years"].push_back(json_of(year));
  out["chains"] = write_columns(result.chains, [](const auto& visit) { chain_columns(visit); });
  out["moves"] = write_columns(result.moves, [](const auto& visit) { move_columns(visit); });
  std::string bytes;
  Json::to_cbor(out, bytes);
  return bytes;
}

Result<RunResult> result_from_bytes(std::string_view bytes, const std::string& name) {
  try {
    return result_of(Json::from_cbor(bytes));
  } catch (const WrongForm& problem) {
    return damaged(name, problem.what());
  } catch (const Json::exception& problem) {
    return damaged(name, problem.what());
  }
}

}  // namespace koers::simulate
