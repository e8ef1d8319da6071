// SPDX-License-Identifier: EUPL-1.2
#include "fetch/foreign_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "read/made_files.h"

namespace {

using namespace koers;
using namespace koers::testing;
using namespace std::chrono_literals;

class ForeignFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("koers-foreign-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  /// A program in the place of koers-read.
  std::filesystem::path script(const std::string& body) const {
    const auto path = write("reader.sh", "#!/bin/sh\n" + body + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }

  static ReadOptions options() {
    ReadOptions options;
    options.program = KOERS_READ;
    return options;
  }

  ReadOptions played_by(const std::string& body) const {
    ReadOptions options;
    options.program = script(body);
    return options;
  }

  std::filesystem::path folder_;
};

std::string message(const Result<ForeignFile>& file) { return file ? "read" : file.error().message; }

TEST_F(ForeignFileTest, EveryFormatIsReadByTheSandboxedProgram) {
  const std::string cell = "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>";
  const std::string table =
      "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"7\"/>"
      "</table:table-row></table:table>";
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"a.csv", "7;8\n"},
                                    {"a.xlsx", workbook({.sheets = {cell}})},
                                    {"a.ods", spreadsheet(table)}}) {
    const auto file = read_foreign_file(write(name, bytes), options());
    ASSERT_TRUE(file) << message(file);
    EXPECT_EQ(file->name, name);
    EXPECT_EQ(cell_at(file->sheets.at(0), 1, 1).text, "7") << name;
  }
  const std::string sql = "CREATE TABLE b (fid INTEGER PRIMARY KEY, geom BLOB);" + layer_sql("b", 4326) +
                          "INSERT INTO b VALUES (1, " + geometry_blob(4326, point_binary(4.5, 52)) + ");";
  const std::string map =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[4.5,52]}}]})";
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"a.gpkg", geopackage(sql)}, {"a.geojson", map}}) {
    const auto file = read_foreign_file(write(name, bytes), options());
    ASSERT_TRUE(file) << message(file);
    EXPECT_EQ(file->layers.at(0).features.at(0).geometry, R"({"coordinates":[4.5,52],"type":"Point"})") << name;
  }
}

TEST_F(ForeignFileTest, AFileWithAWriteAheadLogIsReadAsItWasLeft) {
  std::string bytes =
      geopackage("CREATE TABLE b (fid INTEGER PRIMARY KEY, geom BLOB); INSERT INTO b VALUES (1, NULL);" + layer_sql("b", 4326));
  bytes[18] = bytes[19] = 2;
  const auto file = read_foreign_file(write("a.gpkg", bytes), options());
  ASSERT_TRUE(file) << message(file);
  EXPECT_EQ(file->layers.at(0).features.size(), 1U);
}

TEST_F(ForeignFileTest, TheNameOfAnUploadStandsInTheMessages) {
  ReadOptions named = options();
  named.name = "Wijken 2024.xlsx";
  EXPECT_NE(message(read_foreign_file(write("upload-1", "a;b\n"), named)).find("Wijken 2024.xlsx: found the content of CSV"),
            std::string::npos);
}

TEST_F(ForeignFileTest, ProgressCountsRowsAndMuchIsReadAsWellAsLittle) {
  std::string bytes = "wijk;waarde\n";
  for (int i = 0; i < 50'000; ++i) bytes += "Meerzicht;" + std::to_string(i) + '\n';
  ReadOptions with = options();
  std::int64_t last = 0;
  with.progress = [&](std::int64_t done, std::int64_t) {
    EXPECT_GE(done, last);
    last = done;
  };
  const auto file = read_foreign_file(write("veel.csv", bytes), with);
  ASSERT_TRUE(file) << message(file);
  EXPECT_EQ(file->sheets[0].rows.size(), 50'001U);
  EXPECT_EQ(last, 50'001);
}

TEST_F(ForeignFileTest, AMissingFileAFolderAndAPipeAreRefused) {
  EXPECT_EQ(read_foreign_file(folder_ / "nergens.csv", options()).error().code, ErrorCode::not_found);
  EXPECT_EQ(read_foreign_file(folder_, options()).error().code, ErrorCode::bad_input);
  ASSERT_EQ(mkfifo((folder_ / "pijp.csv").c_str(), 0600), 0);
  EXPECT_EQ(read_foreign_file(folder_ / "pijp.csv", options()).error().code, ErrorCode::bad_input);
}

TEST_F(ForeignFileTest, WhatGoesOverALimitIsRefusedByTheProgramItself) {
  ReadOptions small = options();
  small.limits.input_bytes = 1000;
  EXPECT_EQ(read_foreign_file(write("groot.csv", std::string(2000, 'a')), small).error().faults.at(0).rule, "input-bytes");
  ReadOptions tight = options();
  tight.limits.memory_bytes = 40 << 20;
  const auto starved = read_foreign_file(write("honger.csv", std::string(60 << 20, 'a')), tight);
  ASSERT_FALSE(starved);
  EXPECT_EQ(starved.error().code, ErrorCode::too_large) << message(starved);
  EXPECT_EQ(starved.error().faults.at(0).rule, "memory-bytes");
}

TEST_F(ForeignFileTest, AReaderThatIsStoppedByTheSystemIsNamedForWhatItDid) {
  const auto path = write("a.csv", "a;b\n");
  EXPECT_NE(message(read_foreign_file(path, played_by("kill -SEGV $$"))).find("its reader fails (signal 11)"), std::string::npos);
  EXPECT_NE(message(read_foreign_file(path, played_by("kill -SYS $$"))).find("what is forbidden"), std::string::npos);
  EXPECT_EQ(read_foreign_file(path, played_by("kill -XCPU $$")).error().code, ErrorCode::too_large);
}

TEST_F(ForeignFileTest, AnAnswerThatBreaksOffOrMakesNoSenseIsAnError) {
  const auto path = write("a.csv", "a;b\n");
  EXPECT_NE(message(read_foreign_file(path, played_by("echo '{\"type\":\"file\",\"version\":1,\"format\":\"csv\"}'")))
                .find("broke off"),
            std::string::npos);
  EXPECT_NE(message(read_foreign_file(path, played_by("exit 0"))).find("broke off"), std::string::npos);
  EXPECT_NE(message(read_foreign_file(path, played_by("echo hallo; sleep 100"))).find("no JSON"), std::string::npos);
  ReadOptions little = played_by("yes '{\"type\":\"sheet\"}'");
  little.limits.sheets = 1'000'000'000;
  little.limits.output_bytes = 1 << 20;
  EXPECT_NE(message(read_foreign_file(path, little)).find("a.csv: found an answer of its reader"), std::string::npos);
}

TEST_F(ForeignFileTest, AReaderThatHangsIsEndedInTime) {
  ReadOptions hurried = played_by("sleep 100");
  hurried.limits.wall_seconds = 1;
  const auto start = std::chrono::steady_clock::now();
  const auto file = read_foreign_file(write("a.csv", "a;b\n"), hurried);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().faults.at(0).rule, "wall-seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 20s);
}

TEST_F(ForeignFileTest, ReadingCanBeStopped) {
  ReadOptions stoppable = played_by("sleep 100");
  std::stop_source source;
  stoppable.stop = source.get_token();
  const std::jthread stopper([&] {
    std::this_thread::sleep_for(200ms);
    source.request_stop();
  });
  const auto file = read_foreign_file(write("a.csv", "a;b\n"), stoppable);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::cancelled);
}

TEST_F(ForeignFileTest, TheReaderInheritsNothingButItsInput) {
  const int leaked = dup(STDERR_FILENO);  // without close-on-exec
  const auto file =
      read_foreign_file(write("a.csv", "a;b\n"), played_by("if [ -n \"$HOME\" ] || [ -e /proc/self/fd/" + std::to_string(leaked) +
                                                           " ]; then echo leak; else kill -SEGV $$; fi"));
  close(leaked);
  EXPECT_NE(message(file).find("signal 11"), std::string::npos) << message(file);
}

TEST_F(ForeignFileTest, WithoutTheProgramTheWorldIsBroken) {
  ReadOptions nowhere;
  nowhere.program = folder_ / "koers-read";
  EXPECT_THROW(static_cast<void>(read_foreign_file(write("a.csv", "a;b\n"), nowhere)), BrokenWorld);
}

TEST_F(ForeignFileTest, TheProgramIsSoughtBesideTheOneThatRuns) {
  // This test lies elsewhere than koers-read.
  EXPECT_THROW(static_cast<void>(read_foreign_file(write("a.csv", "a;b\n"))), BrokenWorld);
}

TEST_F(ForeignFileTest, ManyAreReadAtOnce) {
  const auto path = write("a.csv", "a;b\n1;2\n");
  std::atomic<int> good = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        if (read_foreign_file(path, options())) ++good;
      });
    }
  }
  EXPECT_EQ(good, 8);
}

}  // namespace
