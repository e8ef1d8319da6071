// SPDX-License-Identifier: EUPL-1.2
#include "simulate/result_bytes.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "simulate/engine.h"
#include "small_city.h"

namespace koers::simulate {
namespace {

const std::string& bytes() {
  static const std::string kBytes = [] {
    RunSetting setting;
    setting.years = 3;
    setting.stream = {4, 2};
    setting.keep_moves = true;
    return to_bytes(run(small_city(800, {8, 0}), setting).value());
  }();
  return kBytes;
}

void expect_refused(std::string_view damaged, std::string_view word) {
  const auto read = result_from_bytes(damaged, "replicate-0000.cbor");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::bad_input);
  EXPECT_EQ(read.error().faults.front().place.file, "replicate-0000.cbor");
  EXPECT_NE(read.error().message.find(word), std::string::npos) << read.error().message;
}

/// The bytes with one value of the tree changed.
std::string with(const std::string& pointer, const nlohmann::json& value) {
  nlohmann::json tree = nlohmann::json::from_cbor(bytes());
  tree[nlohmann::json::json_pointer(pointer)] = value;
  std::string out;
  nlohmann::json::to_cbor(tree, out);
  return out;
}

TEST(ResultBytes, ComeBackAsTheyWere) {
  const auto read = result_from_bytes(bytes(), "file");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(to_bytes(*read), bytes());
  EXPECT_EQ(read->years.size(), 4U);
  EXPECT_FALSE(read->chains.empty());
  EXPECT_FALSE(read->moves.empty());
}

TEST(ResultBytes, ThatAreCutAnywhereAreRefused) {
  for (std::size_t length = 0; length < bytes().size(); length += 1 + bytes().size() / 97)
    expect_refused(bytes().substr(0, length), "cut");
}

TEST(ResultBytes, ThatAreAnotherFormOrHoldWhatCannotBeAreRefused) {
  expect_refused(with("/form", 99), "99");
  expect_refused(with("/chains/end/0", 7), "end is 7");
  expect_refused(with("/chains/end/0", -1), "end is -1");
  expect_refused(with("/moves/stage/0", "young"), "stage is no whole number");
  expect_refused(with("/moves/members/0", 400), "members is 400");
  expect_refused(with("/years/1/year", 99'999'999'999), "year is");
  expect_refused(with("/years", nlohmann::json::array_t(201, nlohmann::json())), "200 years");
  nlohmann::json shorter = nlohmann::json::from_cbor(bytes());
  shorter["moves"]["to"].erase(0);
  std::string out;
  nlohmann::json::to_cbor(shorter, out);
  expect_refused(out, "another length");
  expect_refused("", "cut");
}

}  // namespace
}  // namespace koers::simulate
