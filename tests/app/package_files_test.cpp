// SPDX-License-Identifier: EUPL-1.2
#include "app/package_files.h"

#include <fstream>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

namespace fs = std::filesystem;

class PackageFilesTest : public testing::Test {
 protected:
  PackageFilesTest() { put("city.yaml", "id: x\n"); }
  void put(const std::string& name, const std::string& text) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> out;
    const auto files = read_package_directory(folder_.path());
    for (const PackageFile& file : *files) out.push_back(file.name);
    return out;
  }
  Folder folder_;
  Folder elsewhere_;
};

TEST_F(PackageFilesTest, ReadsFilesInFoldersBySlashesInOrder) {
  put("statistics/b.csv", "1");
  put("statistics/a.csv", "2");
  EXPECT_EQ(names(), (std::vector<std::string>{"city.yaml", "statistics/a.csv", "statistics/b.csv"}));
}

TEST_F(PackageFilesTest, DoesNotFollowALinkToAFile) {
  std::ofstream(elsewhere_ / "secret") << "geheim";
  fs::create_symlink(elsewhere_ / "secret", folder_ / "efforts.yaml");
  EXPECT_EQ(names(), std::vector<std::string>{"city.yaml"});
}

TEST_F(PackageFilesTest, DoesNotFollowALinkToAFolder) {
  std::ofstream(elsewhere_ / "secret.csv") << "geheim";
  fs::create_directory_symlink(elsewhere_.path(), folder_ / "statistics");
  EXPECT_EQ(names(), std::vector<std::string>{"city.yaml"});
}

TEST_F(PackageFilesTest, PassesOverFilesWhoseNameStartsWithADot) {
  put(".DS_Store", "x");
  EXPECT_EQ(names(), std::vector<std::string>{"city.yaml"});
}

TEST_F(PackageFilesTest, PassesOverFoldersWhoseNameStartsWithADot) {
  put(".git/config", "x");  // a package that is kept in git
  EXPECT_EQ(names(), std::vector<std::string>{"city.yaml"});
}

TEST_F(PackageFilesTest, AFolderThatIsNotThereIsNotFound) {
  EXPECT_EQ(read_package_directory(folder_ / "nergens").error().code, ErrorCode::not_found);
}

TEST_F(PackageFilesTest, TooManyFilesAreNotAPackage) {
  for (int i = 0; i < 5; ++i) put("statistics/" + std::to_string(i) + ".csv", "1");
  EXPECT_EQ(read_package_directory(folder_.path(), {5, 1000}).error().code, ErrorCode::too_large);
  EXPECT_TRUE(read_package_directory(folder_.path(), {6, 1000}));
}

TEST_F(PackageFilesTest, TooManyBytesAreNotAPackage) {
  put("efforts.yaml", std::string(1000, 'x'));
  EXPECT_EQ(read_package_directory(folder_.path(), {10, 1000}).error().code, ErrorCode::too_large);
}

TEST_F(PackageFilesTest, WhatIsWrittenReadsBackTheSame) {
  const std::vector<PackageFile> files{{"city.yaml", "a\n"}, {"statistics/x.csv", "b\r\n\n"}};
  ASSERT_TRUE(write_package_directory(folder_ / "out", files));
  EXPECT_EQ(read_package_directory(folder_ / "out").value(), files);
  EXPECT_FALSE(fs::exists(folder_ / "out.unfinished"));
}

TEST_F(PackageFilesTest, WritesIntoAnEmptyFolder) {
  fs::create_directory(folder_ / "out");
  EXPECT_TRUE(write_package_directory(folder_ / "out", {{"city.yaml", "a\n"}}));
}

TEST_F(PackageFilesTest, ASlashAtTheEndOfTheNameDoesNotMatter) {
  ASSERT_TRUE(write_package_directory((folder_ / "out").string() + '/', {{"city.yaml", "a\n"}}));
  EXPECT_TRUE(fs::exists(folder_ / "out" / "city.yaml"));
}

TEST_F(PackageFilesTest, DoesNotWriteOverWhatIsThere) {
  const auto written = write_package_directory(folder_.path(), {{"city.yaml", "a\n"}});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::conflict);
  EXPECT_EQ(read_package_directory(folder_.path())->front().text, "id: x\n");
}

TEST_F(PackageFilesTest, WhatAWriteThatBrokeOffLeftDoesNotStandInTheWay) {
  put("out.unfinished/old.yaml", "x");
  ASSERT_TRUE(write_package_directory(folder_ / "out", {{"city.yaml", "a\n"}}));
  EXPECT_EQ(read_package_directory(folder_ / "out")->size(), 1U);
}

}  // namespace
}  // namespace koers::test
