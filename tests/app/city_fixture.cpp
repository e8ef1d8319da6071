// SPDX-License-Identifier: EUPL-1.2
#include "app/city_fixture.h"

#include <array>
#include <cstdlib>
#include <stdexcept>

#include "app/package_files.h"

namespace koers::test {
namespace {

namespace fs = std::filesystem;

fs::path new_folder() {
  std::string pattern = (fs::temp_directory_path() / "koers-test.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
  return pattern;
}

std::unique_ptr<Store> open_or_throw(const std::string& url) {
  auto store = open_store(url);
  if (!store) throw std::runtime_error(store.error().message);
  return std::move(*store);
}

/// The database that all tests copy.
class Template {
 public:
  Template() {
    const auto store = open_or_throw("sqlite:" + path().string());
    const auto done = import_city(*store, zoetermeer(), {moment("2022-02-01T00:00:00Z"), "test", {}}, ImportMode::apply);
    if (!done) throw std::runtime_error(done.error().message);
  }
  [[nodiscard]] fs::path path() const { return folder_ / "template.db"; }

 private:
  Folder folder_;
};

}  // namespace

Folder::Folder() : path_(new_folder()) {}
Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Instant moment(const std::string& text) {
  const auto date = parse_date(text.substr(0, 10));
  const std::chrono::sys_days day{date.value().first_day()};
  const auto clock = std::chrono::hours(std::stoi(text.substr(11, 2))) + std::chrono::minutes(std::stoi(text.substr(14, 2)));
  return {std::chrono::duration_cast<std::chrono::microseconds>(day.time_since_epoch() + clock).count()};
}

Instant start_of_tests() { return moment("2022-03-01T09:00:00Z"); }
Instant later(Instant from, std::int64_t microseconds) { return {from.microseconds + microseconds}; }

const std::vector<PackageFile>& zoetermeer() {
  static const std::vector<PackageFile> kFiles = read_package_directory(KOERS_CITIES "/zoetermeer").value();
  return kFiles;
}

std::string& text_of(std::vector<PackageFile>& files, const std::string& name) {
  for (PackageFile& file : files) {
    if (file.name == name) return file.text;
  }
  throw std::logic_error("no file " + name);
}

std::vector<PackageFile> zoetermeer_with(const std::string& file, const std::string& from, const std::string& to) {
  auto files = zoetermeer();
  std::string& text = text_of(files, file);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error(file + " does not hold " + from);
  text.replace(at, from.size(), to);
  return files;
}

void copy_zoetermeer_database(const fs::path& path) {
  static const Template kTemplate;
  fs::copy_file(kTemplate.path(), path);
}

std::vector<std::string> rules_of(const Error& error) {
  std::vector<std::string> rules;
  for (const Fault& fault : error.faults) rules.push_back(fault.rule);
  return rules;
}

Tree tree_of(const std::string& json) { return parse_json(json, "test").value(); }

Effort small_effort(const std::string& id, EffortState state) {
  Effort effort;
  effort.id = Id<Effort>(id);
  effort.title.by_language = {{"nl", "Titel van " + id}, {"en", "Title of " + id}};
  effort.summary.by_language = {{"nl", "Om te proberen."}, {"en", "To try."}};
  effort.form = EffortForm::project;
  effort.state = state;
  effort.challenges = {Id<Challenge>("sociale-basis")};
  effort.sources = {{Id<Source>("visie-2040"), "3.2"}};
  return effort;
}

Decision decision_about(const std::string& id, Body body, std::vector<Reference> subjects) {
  Decision decision;
  decision.id = Id<Decision>(id);
  decision.date = {2022, 2, 14};
  decision.body = body;
  decision.title.by_language = {{"nl", "Besluit " + id}, {"en", "Decision " + id}};
  decision.summary.by_language = {{"nl", "Besloten."}, {"en", "Decided."}};
  decision.subjects = std::move(subjects);
  decision.sources = {{Id<Source>("visie-2040"), "4.2"}};
  return decision;
}

EmptyDatabase::EmptyDatabase() : store_(open_or_throw("sqlite:" + (folder_ / "empty.db").string())) {}

EmptyStoreTest::EmptyStoreTest() : store_(open_or_throw(url())) {}
std::unique_ptr<Store> EmptyStoreTest::second_store() const { return open_or_throw(url()); }

CityTest::CityTest() {
  store_.reset();
  for (const char* part : {"", "-wal", "-shm"}) fs::remove((folder_ / "city.db").string() + part);
  copy_zoetermeer_database(folder_ / "city.db");
  store_ = open_or_throw(url());
  workspace_ = std::make_unique<Workspace>(*store_);
}

void CityTest::write(const Draft& draft) {
  const auto written = store().ledger().append(std::array{draft}, {now_, "test", {}});
  ASSERT_TRUE(written) << written.error().message;
  workspace_->refresh();
}

int CityTest::revision_of(const Reference& document) const {
  const auto& versions = workspace_->snapshot()->versions;
  const auto found = versions.find(document);
  return found == versions.end() ? 0 : found->second.revision;
}

}  // namespace koers::test
