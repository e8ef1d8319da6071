// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/result_files.h"

#include <netcdf.h>

#include <fstream>
#include <sstream>

#include "app/city_fixture.h"
#include "app/simulate/simulate_city.h"
#include "base/table.h"

namespace koers::test {
namespace {

namespace files = std::filesystem;

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

class ResultFilesTest : public ::testing::Test {
 protected:
  ~ResultFilesTest() override { files::remove_all(folder_); }

  Result<CityRun> run(const std::string& folder, int threads) {
    RunRequest request;
    request.years = 2;
    request.replicates = 2;
    request.synthesis.threads = threads;
    return simulate_city(city(), request, {}, with_result_files(folder_ / folder, {"run"}, simulate::run_here()));
  }
  [[nodiscard]] std::string text(const std::string& file) const {
    std::ifstream in(folder_ / file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
  }
  [[nodiscard]] Table table(const std::string& file) const { return parse_csv(text(file), file).value(); }

  files::path folder_ = files::temp_directory_path() / ("koers-result-files-" + std::to_string(::getpid()));
};

std::size_t column(const Table& table, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(table.header, name) - table.header.begin());
}

TEST_F(ResultFilesTest, AddUpToWhatTheRunSays) {
  const CityRun told = run("a", 2).value();
  const Table rows = table("a/run-neighbourhoods.csv");
  EXPECT_EQ(rows.rows.size(), 2U * 3U * 26U);
  double persons = 0;
  for (const Table::Row& row : rows.rows) {
    if (row.cells[column(rows, "year")] == "2023") persons += std::stod(row.cells[column(rows, "persons")]) / 2;
  }
  EXPECT_NEAR(persons, told.series.front().values.front().back().mean, 1e-6);
  const Table chains = table("a/run-chains.csv");
  EXPECT_GT(chains.rows.size(), 1000U);
  for (const Table::Row& row : chains.rows)
    EXPECT_EQ(row.cells[column(chains, "ended")].empty(), row.cells[column(chains, "end")] == "open");
}

TEST_F(ResultFilesTest, AreDescribedColumnByColumn) {
  ASSERT_TRUE(run("a", 1));
  const auto metadata = nlohmann::json::parse(text("a/run-metadata.json"));
  for (const auto& each : metadata["tables"]) {
    std::vector<std::string> names;
    for (const auto& one : each["tableSchema"]["columns"]) names.push_back(one["name"]);
    EXPECT_EQ(names, table("a/" + each["url"].get<std::string>()).header);
  }
}

/// One variable of a file of columns, whole.
std::vector<double> values(const files::path& file, const char* name) {
  int opened = -1;
  EXPECT_EQ(nc_open(file.c_str(), NC_NOWRITE, &opened), NC_NOERR);
  int variable = -1;
  EXPECT_EQ(nc_inq_varid(opened, name, &variable), NC_NOERR) << name;
  int dimensions = 0;
  std::array<int, NC_MAX_VAR_DIMS> over{};
  EXPECT_EQ(nc_inq_varndims(opened, variable, &dimensions), NC_NOERR);
  EXPECT_EQ(nc_inq_vardimid(opened, variable, over.data()), NC_NOERR);
  std::size_t size = 1;
  for (int i = 0; i < dimensions; ++i) {
    std::size_t length = 0;
    EXPECT_EQ(nc_inq_dimlen(opened, over[static_cast<std::size_t>(i)], &length), NC_NOERR);
    size *= length;
  }
  std::vector<double> out(size);
  EXPECT_EQ(nc_get_var_double(opened, variable, out.data()), NC_NOERR);
  nc_close(opened);
  return out;
}

TEST_F(ResultFilesTest, SayTheSameByColumn) {
  ASSERT_TRUE(run("a", 2));
  const Table rows = table("a/run-neighbourhoods.csv");
  for (const char* name : {"persons", "income_sum", "moved_in"}) {
    const std::vector<double> columns = values(folder_ / "a/run.nc", name);
    ASSERT_EQ(columns.size(), rows.rows.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
      ASSERT_NEAR(columns[i], std::stod(rows.rows[i].cells[column(rows, name)]), 5e-5) << name << ' ' << i;
  }
  EXPECT_EQ(values(folder_ / "a/run.nc", "year"), (std::vector<double>{2021, 2022, 2023}));
  const Table chains = table("a/run-chains.csv");
  const std::vector<double> moves = values(folder_ / "a/run.nc", "chain_moves");
  ASSERT_EQ(moves.size(), chains.rows.size());
  for (std::size_t i = 0; i < moves.size(); ++i)
    ASSERT_EQ(moves[i], std::stod(chains.rows[i].cells[column(chains, "moves")])) << i;
}

TEST_F(ResultFilesTest, AreTheSameBytesOnAnyNumberOfThreads) {
  ASSERT_TRUE(run("one", 1));
  ASSERT_TRUE(run("two", 2));
  for (const char* file : {"run-neighbourhoods.csv", "run-chains.csv", "run-metadata.json", "run.nc"})
    EXPECT_TRUE(text(std::string("one/") + file) == text(std::string("two/") + file)) << file;
}

TEST_F(ResultFilesTest, AreNotWrittenBesideOthersNorWhereNobodyMay) {
  ASSERT_TRUE(run("a", 1));
  const auto again = run("a", 1);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::bad_input);
  EXPECT_EQ(again.error().faults.front().path, "--output");
  std::ofstream(folder_ / "file") << "x";
  EXPECT_EQ(run("file/below", 1).error().code, ErrorCode::broken_world);
}

}  // namespace
}  // namespace koers::test
