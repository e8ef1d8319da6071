// SPDX-License-Identifier: EUPL-1.2
// Zoetermeer in a database of its own, and a moment that the test holds.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/edit_documents.h"
#include "app/import_city.h"
#include "model/write_record.h"

namespace koers::test {

/// A folder of its own, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

[[nodiscard]] Instant moment(const std::string& text);
/// When the tests begin: 2022-03-01T09:00:00Z; the city came in a month earlier.
[[nodiscard]] Instant start_of_tests();
[[nodiscard]] Instant later(Instant from, std::int64_t microseconds);

/// The package in cities/zoetermeer, read once.
[[nodiscard]] const std::vector<PackageFile>& zoetermeer();
/// The same with `from` replaced by `to` in one file, which must hold it.
[[nodiscard]] std::vector<PackageFile> zoetermeer_with(const std::string& file, const std::string& from, const std::string& to);
[[nodiscard]] std::string& text_of(std::vector<PackageFile>& files, const std::string& name);
/// A new SQLite file with Zoetermeer at `path`; made once per program and copied.
void copy_zoetermeer_database(const std::filesystem::path& path);

[[nodiscard]] std::vector<std::string> rules_of(const Error& error);
[[nodiscard]] Tree tree_of(const std::string& json);
/// A small effort that fits Zoetermeer.
[[nodiscard]] Effort small_effort(const std::string& id, EffortState state = EffortState::proposed);
[[nodiscard]] Decision decision_about(const std::string& id, Body body, std::vector<Reference> subjects);
template <Record R>
[[nodiscard]] Draft draft_of(const R& record, int based_on = 0) {
  return {kKindOf<R>, record.id.str(), to_json_text(record), based_on};
}

/// A database without anything in it.
class EmptyDatabase {
 public:
  EmptyDatabase();
  [[nodiscard]] Store& store() { return *store_; }

 private:
  Folder folder_;
  std::unique_ptr<Store> store_;
};

class EmptyStoreTest : public testing::Test {
 protected:
  EmptyStoreTest();
  [[nodiscard]] Store& store() { return *store_; }
  /// Another door to the same database, as another process has it.
  [[nodiscard]] std::unique_ptr<Store> second_store() const;
  [[nodiscard]] std::string url() const { return "sqlite:" + (folder_ / "city.db").string(); }

  Folder folder_;
  Instant now_ = start_of_tests();
  std::unique_ptr<Store> store_;
};

class CityTest : public EmptyStoreTest {
 protected:
  CityTest();
  [[nodiscard]] Workspace& workspace() { return *workspace_; }
  [[nodiscard]] const City& city() const { return workspace_->snapshot()->city; }
  [[nodiscard]] const City& public_city() const { return *workspace_->snapshot()->public_city; }
  /// Past all rules, as only a test may.
  template <Record R>
  void put(const R& record, int based_on = 0) {
    write(draft_of(record, based_on));
  }
  void write(const Draft& draft);
  [[nodiscard]] Editor as(Role role) const { return {{Role::resident, role}, "a-" + std::string(name_of(role)), now_}; }
  [[nodiscard]] int revision_of(const Reference& document) const;

  std::unique_ptr<Workspace> workspace_;
};

}  // namespace koers::test
