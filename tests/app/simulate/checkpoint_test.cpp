// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/checkpoint.h"

#include <fstream>

#include "app/city_fixture.h"
#include "app/simulate/compare_plans.h"
#include "app/simulate/record_run.h"

namespace koers::test {
namespace {

namespace files = std::filesystem;

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

RunRequest short_run(std::uint32_t replicates) {
  RunRequest out;
  out.years = 2;
  out.replicates = replicates;
  return out;
}

class CheckpointTest : public ::testing::Test {
 protected:
  ~CheckpointTest() override { files::remove_all(folder_); }

  /// Counts the replicates that are really simulated.
  simulate::RunAll counting() {
    return [this](const simulate::Population& start, const std::vector<simulate::EnsembleSetting>& settings,
                  const simulate::Progress& progress) {
      for (const auto& each : settings) simulated_ += each.replicates;
      return simulate::run_ensembles(start, settings, progress);
    };
  }
  Result<CityRun> run(const RunRequest& request, const simulate::Progress& progress = {}) {
    return simulate_city(city(), request, progress, with_checkpoint(folder_, counting()));
  }
  std::vector<files::path> kept() const {
    std::vector<files::path> out;
    for (const auto& each : files::directory_iterator(folder_)) out.push_back(each.path());
    return out;
  }

  std::uint32_t simulated_ = 0;
  files::path folder_ = files::temp_directory_path() / ("koers-checkpoint." + std::to_string(::getpid()));
};

TEST_F(CheckpointTest, ARunThatWasStoppedGoesOnAndSaysWhatOneInOneGoSays) {
  std::uint32_t years = 0;
  const auto stopped = run(short_run(4), [&](std::uint32_t done, std::uint32_t) {
    years = done;
    return done < 5;  // in the third replicate
  });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
  EXPECT_EQ(kept().size(), 2U);
  simulated_ = 0;
  std::uint32_t first_told = 0;
  const auto resumed = run(short_run(4), [&](std::uint32_t done, std::uint32_t all) {
    if (first_told == 0) first_told = done;
    EXPECT_EQ(all, 8U);
    return true;
  });
  ASSERT_TRUE(resumed) << resumed.error().message;
  EXPECT_EQ(simulated_, 2U);
  EXPECT_EQ(first_told, 5U);
  EXPECT_EQ(to_json(*resumed), to_json(simulate_city(city(), short_run(4)).value()));
}

TEST_F(CheckpointTest, AnotherRunInTheSameFolderTakesNothingOfIt) {
  ASSERT_TRUE(run(short_run(1)));
  RunRequest other = short_run(1);
  other.parameters = {{"birth_scale", 1.2}};
  ASSERT_TRUE(run(other));
  RunRequest seeded = short_run(1);
  seeded.synthesis.seed = 2;
  ASSERT_TRUE(run(seeded));
  EXPECT_EQ(simulated_, 3U);
  EXPECT_EQ(kept().size(), 3U);
}

TEST_F(CheckpointTest, AFileThatIsCutIsNamedAndNothingIsSimulated) {
  ASSERT_TRUE(run(short_run(1)));
  const files::path file = kept().front();
  files::resize_file(file, files::file_size(file) / 2);
  simulated_ = 0;
  const auto refused = run(short_run(1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::bad_input);
  EXPECT_EQ(refused.error().faults.front().place.file, file.string());
  EXPECT_EQ(simulated_, 0U);
}

TEST_F(CheckpointTest, AFolderThatCannotBeMadeIsSaid) {
  std::ofstream(folder_) << "no folder";
  const auto refused = run(short_run(1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::broken_world);
  EXPECT_EQ(simulated_, 0U);
}

class RecordRunTest : public ::testing::Test {
 protected:
  RunRecording recording() {
    return RunRecording(database_.store(), {{"command", "run"}}, [] { return Instant{1'000'000}; });
  }

  Runs& runs() { return database_.store().runs(); }

  EmptyDatabase database_;
};

TEST_F(RecordRunTest, ARunIsThereWhileItGoesAndWithItsResultsAfterwards) {
  RunRecording record = recording();
  const auto done = simulate_city(
      city(), short_run(1),
      [&](std::uint32_t, std::uint32_t) {
        EXPECT_EQ(runs().list(kEscalatorEngine, 9).front().run.state, RunState::running);
        return true;
      },
      record.around(simulate::run_here()));
  ASSERT_TRUE(done);
  const auto id = record.finish(to_json(*done).dump()).value();
  const RunRecord kept = runs().get(id).value();
  EXPECT_EQ(kept.state, RunState::finished);
  EXPECT_EQ(kept.inputs_hash, done->facts.inputs_hash);
  EXPECT_EQ(kept.seed, 1U);
  EXPECT_EQ(nlohmann::ordered_json::parse(kept.results.value()), to_json(*done));
}

TEST_F(RecordRunTest, OneThatIsStoppedIsWrittenDownAsStopped) {
  RunRecording record = recording();
  ASSERT_FALSE(simulate_city(
      city(), short_run(1), [](std::uint32_t, std::uint32_t) { return false; }, record.around(simulate::run_here())));
  EXPECT_EQ(runs().list(kEscalatorEngine, 9).front().run.state, RunState::cancelled);
}

}  // namespace
}  // namespace koers::test
