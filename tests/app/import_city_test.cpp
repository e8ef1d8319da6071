// SPDX-License-Identifier: EUPL-1.2
#include "app/import_city.h"

#include <algorithm>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

class ImportTest : public EmptyStoreTest {
 protected:
  Result<ImportReport> import(const std::vector<PackageFile>& files, ImportMode mode = ImportMode::apply,
                              const std::stop_token& stop = {}) {
    return import_city(store(), files, {now_, "test", {}}, mode, {}, stop);
  }
  [[nodiscard]] bool is_untouched() { return store().ledger().head().seq == 0 && store().observations().count({}) == 0; }
};

std::vector<PackageFile> sorted(std::vector<PackageFile> files) {
  std::sort(files.begin(), files.end(), [](const PackageFile& a, const PackageFile& b) { return a.name < b.name; });
  return files;
}

/// Withdraws the last document of a file: everything from its id on goes.
std::vector<PackageFile> without_last(const std::string& file) {
  auto files = zoetermeer();
  std::string& text = text_of(files, file);
  text.erase(text.rfind("\n- id: ") + 1);
  return files;
}

TEST_F(ImportTest, CheckingOnlyReportsEverythingAndChangesNothing) {
  const auto report = import(zoetermeer(), ImportMode::check_only);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_TRUE(report->changes_anything());
  EXPECT_EQ(report->counts.at("guideline"), 6);
  EXPECT_EQ(report->counts.at("challenge"), 17);
  EXPECT_GT(report->observations, 100);
  EXPECT_TRUE(is_untouched());
}

TEST_F(ImportTest, AppliesEveryDocumentAndEveryFigure) {
  const auto report = import(zoetermeer());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(store().ledger().head().seq, static_cast<std::int64_t>(report->added.size()));
  EXPECT_EQ(store().observations().count({}), report->observations);
  EXPECT_TRUE(report->changed.empty() && report->withdrawn.empty());
}

TEST_F(ImportTest, AFreshCityExportsTheSameBytesAsItsPackage) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto written = write_package(load_city(store()));
  ASSERT_EQ(written.size(), zoetermeer().size());
  for (const PackageFile& file : written) {
    const auto same = std::find(zoetermeer().begin(), zoetermeer().end(), file);
    EXPECT_NE(same, zoetermeer().end()) << file.name << " is not what was imported";
  }
}

TEST_F(ImportTest, ImportingAgainChangesNothing) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto head = store().ledger().head();
  const auto version = store().observations().version();
  const auto again = import(zoetermeer());
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->changes_anything());
  EXPECT_EQ(again->unchanged, head.seq);
  EXPECT_EQ(store().ledger().head(), head);
  EXPECT_EQ(store().observations().version(), version);
}

TEST_F(ImportTest, WritesOnlyTheDocumentThatChanged) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto changed = import(zoetermeer_with("districts.yaml", "name: Meerzicht", "name: Meerzigt"));
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(changed->changed, (std::vector<Reference>{{Kind::district, "WK063701"}}));
  EXPECT_TRUE(changed->added.empty() && changed->withdrawn.empty() && changed->statistics_changed.empty());
  EXPECT_EQ(store().ledger().current(Kind::district, "WK063701")->rev, 2);
  EXPECT_EQ(load_city(store()).all<District>().find("WK063701")->name, "Meerzigt");
}

TEST_F(ImportTest, WithdrawsWhatThePackageNoLongerHoldsAndBringsItBack) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto less = import(without_last("cycle-activities.yaml"));
  ASSERT_TRUE(less) << to_string(less.error().faults.empty() ? Fault{} : less.error().faults.front());
  ASSERT_EQ(less->withdrawn.size(), 1U);
  EXPECT_FALSE(load_city(store()).contains(less->withdrawn.front()));
  const auto back = import(zoetermeer());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->added, less->withdrawn);
  EXPECT_EQ(sorted(write_package(load_city(store()))), zoetermeer());
}

TEST_F(ImportTest, ReplacesTheFiguresOfTheSourceThatChangedAndNoOthers) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto batches = store().observations().batches(1'000).size();
  const auto changed = import(zoetermeer_with("statistics/cbs-kwb-2022.csv", "WK063701,2022,239000", "WK063701,2022,240500"));
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(changed->statistics_changed, std::vector<std::string>{"cbs-kwb-2022"});
  EXPECT_TRUE(changed->changed.empty());
  EXPECT_EQ(store().observations().batches(1'000).size(), batches + 1);
}

TEST_F(ImportTest, RefusesAnotherCityAndKeepsTheOneItHolds) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto head = store().ledger().head();
  const auto other = import(zoetermeer_with("city.yaml", "id: zoetermeer", "id: elders"));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::conflict);
  EXPECT_EQ(store().ledger().head(), head);
}

TEST_F(ImportTest, APackageWithFaultsLeavesNothingBehind) {
  const auto bad = import(zoetermeer_with("budgets.yaml", "total_costs: 830000", "total_costs: 830001"));
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::bad_input);
  ASSERT_FALSE(bad.error().faults.empty());
  EXPECT_EQ(bad.error().faults.front().place.file, "budgets.yaml");
  EXPECT_GT(bad.error().faults.front().place.line, 1);
  EXPECT_TRUE(is_untouched());
}

TEST_F(ImportTest, ACancelledImportLeavesNothingBehind) {
  std::stop_source stop;
  stop.request_stop();
  const auto done = import(zoetermeer(), ImportMode::apply, stop.get_token());
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::cancelled);
  EXPECT_TRUE(is_untouched());
}

TEST_F(ImportTest, CancellingAtAnyStepBeforeTheWriteLeavesNothingBehind) {
  for (std::int64_t at = 1; at <= 3; ++at) {
    std::stop_source stop;
    const auto progress = [&](std::int64_t done, std::int64_t) {
      if (done == at) stop.request_stop();
    };
    const auto done = import_city(store(), zoetermeer(), {now_, "test", {}}, ImportMode::apply, progress, stop.get_token());
    ASSERT_FALSE(done) << "step " << at;
    EXPECT_EQ(done.error().code, ErrorCode::cancelled);
    EXPECT_TRUE(is_untouched()) << "step " << at;
  }
}

TEST_F(ImportTest, ReportsProgressUpToTheEnd) {
  std::vector<std::int64_t> seen;
  std::int64_t total = 0;
  ASSERT_TRUE(import_city(store(), zoetermeer(), {now_, "test", {}}, ImportMode::apply, [&](std::int64_t done, std::int64_t all) {
    seen.push_back(done);
    total = all;
  }));
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), total);
}

TEST_F(ImportTest, AnEmptyPackageIsAFaultAndNotAnEmptyCity) {
  ASSERT_TRUE(import(zoetermeer()));
  const auto done = import({});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::bad_input);
  EXPECT_TRUE(load_city(store()).manifest() != nullptr);
}

}  // namespace
}  // namespace koers::test
