// SPDX-License-Identifier: EUPL-1.2
#include "fetch/foreign_answer.h"

#include <gtest/gtest.h>

namespace {

using namespace koers;

constexpr std::string_view kFile = "{\"type\":\"file\",\"version\":1,\"format\":\"csv\"}\n";
constexpr std::string_view kSheet = "{\"type\":\"sheet\",\"name\":\"a\"}\n";
constexpr std::string_view kRow =
    "{\"type\":\"row\",\"row\":2,\"cells\":[{\"column\":2,\"text\":\"x\",\"kind\":\"text\",\"merged\":true}]}\n";
constexpr std::string_view kEnd = "{\"type\":\"end\",\"sheets\":1,\"layers\":0,\"rows\":1,\"cells\":1,\"features\":0}\n";

std::string joined(std::initializer_list<std::string_view> lines) {
  std::string all;
  for (const std::string_view line : lines) all += line;
  return all;
}

std::string outcome(const std::string& lines, const ForeignLimits& limits = {}) {
  ForeignAnswer answer("f.csv", limits);
  return answer.add(lines) && answer.finish() ? "read" : answer.error().message;
}

TEST(ForeignAnswer, AWholeAnswerIsTakenInHoweverItIsCut) {
  const std::string lines = joined({kFile, kSheet, kRow, kEnd});
  for (std::size_t cut = 0; cut <= lines.size(); ++cut) {
    ForeignAnswer answer("f.csv", {});
    ASSERT_TRUE(answer.add(lines.substr(0, cut)) && answer.add(lines.substr(cut)) && answer.finish());
    EXPECT_EQ(answer.records(), 1);
    const ForeignFile file = answer.take();
    const ForeignRow& row = file.sheets.at(0).rows.at(0);
    EXPECT_EQ(row.number, 2);
    ASSERT_EQ(row.cells.size(), 2U);
    EXPECT_EQ(row.cells[0], ForeignCell{});
    EXPECT_EQ(row.cells[1], (ForeignCell{"x", CellKind::text, false, true, false}));
  }
}

TEST(ForeignAnswer, AnAnswerThatBreaksOffIsNoAnswer) {
  const std::string lines = joined({kFile, kSheet, kRow, kEnd});
  for (std::size_t size = 0; size < lines.size(); ++size) EXPECT_NE(outcome(lines.substr(0, size)), "read") << size;
}

TEST(ForeignAnswer, WhatTheClosingLineCountsMustHaveCome) {
  EXPECT_NE(outcome(joined({kFile, kSheet, kEnd})).find("other counts"), std::string::npos);
  EXPECT_NE(outcome(joined({kFile, kSheet, kRow, kEnd, kEnd})).find("more after its end"), std::string::npos);
}

TEST(ForeignAnswer, AReaderThatWasTakenOverIsNotBelieved) {
  for (const std::string_view line :
       {"nonsense\n", "[]\n", "{\"type\":\"maan\"}\n", "{\"type\":\"row\",\"row\":2,\"cells\":5}\n",
        "{\"type\":\"row\",\"row\":0,\"cells\":[]}\n",
        "{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":0,\"kind\":\"text\"}]}\n",
        "{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":-9223372036854775808,\"kind\":\"text\"}]}\n",
        "{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":2,\"kind\":\"text\"},{\"column\":2,\"kind\":\"text\"}]}\n",
        "{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":1,\"kind\":\"maan\"}]}\n",
        "{\"type\":\"feature\",\"number\":1,\"properties\":{},\"geometry\":null}\n", "{\"type\":\"file\",\"version\":1}\n",
        "{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":1,\"kind\":\"text\",\"text\":\"\xFF\"}]}\n"}) {
    EXPECT_NE(outcome(joined({kFile, kSheet, line})).find("found an answer of its reader with"), std::string::npos) << line;
  }
  const std::string deep = "{\"a\":" + std::string(1'000'000, '[') + "}\n";
  EXPECT_NE(outcome(joined({kFile, kSheet, deep})).find("too much within each other"), std::string::npos);
  EXPECT_NE(outcome(joined({kRow})).find("no beginning"), std::string::npos);
}

TEST(ForeignAnswer, TheLimitsHoldForTheAnswerToo) {
  EXPECT_NE(outcome(joined({kFile, kSheet, kRow}), {.cells = 1}).find("over its limit"), std::string::npos);
  EXPECT_NE(outcome(joined({kFile, kSheet, kRow}), {.rows = 1}).find("over its limit"), std::string::npos);
  EXPECT_NE(outcome(joined({kFile, kSheet, kSheet}), {.sheets = 1}).find("over its limit"), std::string::npos);
  EXPECT_NE(outcome("{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":9999999999,\"kind\":\"text\"}]}\n").find("no beginning"),
            std::string::npos);
  EXPECT_NE(
      outcome(joined({kFile, kSheet, "{\"type\":\"row\",\"row\":1,\"cells\":[{\"column\":9999999999,\"kind\":\"text\"}]}\n"}))
          .find("over its limit"),
      std::string::npos);
  EXPECT_NE(outcome(std::string(200'000, 'x'), {.output_bytes = 1000}).find("over its limit"), std::string::npos);
}

TEST(ForeignAnswer, ARefusalKeepsItsPlaceAndKind) {
  ForeignAnswer answer("f.xlsx", {});
  EXPECT_FALSE(answer.add(
      "{\"type\":\"error\",\"code\":\"too-large\",\"rule\":\"cells\",\"file\":\"x\",\"sheet\":\"Blad1\",\"row\":3,\"column\":2,"
      "\"found\":\"6\",\"expected\":\"at most 5\"}\n"));
  EXPECT_EQ(answer.error().code, ErrorCode::too_large);
  EXPECT_EQ(answer.error().message, "f.xlsx:3:2: Blad1: found 6, expected at most 5");
}

}  // namespace
