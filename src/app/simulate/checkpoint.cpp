// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/checkpoint.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "app/whole_file.h"
#include "store/chain.h"

namespace koers {
namespace {

using simulate::EnsembleSetting;
using simulate::Progress;
using simulate::RunResult;
namespace files = std::filesystem;

constexpr std::size_t kNameLength = 24;

/// One replicate of one setting, and where it is kept.
struct Piece {
  std::size_t setting = 0;
  std::uint32_t replicate = 0;
  files::path file;
};

std::string name_of(const EnsembleSetting& setting) {
  FieldHash hash("koers checkpoint 1");
  hash.add(std::string_view(KOERS_VERSION)).add(std::string_view(setting.inputs));
  hash.add(std::int64_t{setting.run.stream.seed}).add(std::int64_t{setting.run.years}).add(std::int64_t{setting.run.keep_moves});
  return hash.hexadecimal().substr(0, kNameLength);
}

Result<std::optional<RunResult>> kept(const files::path& file) {
  std::error_code problem;
  if (!files::exists(file, problem)) return std::optional<RunResult>();
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  auto read = simulate::result_from_bytes(bytes.str(), file.string());
  if (!read) return std::unexpected(read.error());
  return std::optional(std::move(*read));
}

class Checkpointed {
 public:
  Checkpointed(const files::path& folder, const simulate::RunAll& run_all, const simulate::Population& start,
               const std::vector<EnsembleSetting>& settings, const Progress& progress)
      : run_all_(run_all), start_(start), settings_(settings), progress_(progress) {
    for (std::size_t i = 0; i < settings.size(); ++i) {
      results_.emplace_back(settings[i].replicates);
      const std::string name = name_of(settings[i]);
      for (std::uint32_t k = 0; k < settings[i].replicates; ++k) {
        const std::uint32_t replicate = settings[i].run.stream.replicate + k;
        pieces_.push_back({i, k, folder / fmt::format("{}-{:05}.cbor", name, replicate)});
        years_of_all_ += static_cast<std::uint32_t>(settings[i].run.years);
      }
    }
    std::ranges::stable_sort(pieces_, {}, &Piece::replicate);
  }

  Result<std::vector<std::vector<RunResult>>> run() {
    std::vector<Piece> missing;
    for (const Piece& piece : pieces_) {
      auto found = kept(piece.file);
      if (!found) return std::unexpected(found.error());
      if (*found) {
        take(piece, std::move(**found));
      } else {
        missing.push_back(piece);
      }
    }
    const auto at_once = static_cast<std::size_t>(settings_.empty() ? 1 : std::max(1, settings_.front().threads));
    for (std::size_t i = 0; i < missing.size(); i += at_once) {
      const auto done = run_some({missing.begin() + static_cast<std::ptrdiff_t>(i),
                                  missing.begin() + static_cast<std::ptrdiff_t>(std::min(i + at_once, missing.size()))});
      if (!done) return std::unexpected(done.error());
    }
    return std::move(results_);
  }

 private:
  void take(const Piece& piece, RunResult result) {
    years_done_ += static_cast<std::uint32_t>(settings_[piece.setting].run.years);
    results_[piece.setting][piece.replicate] = std::move(result);
  }

  Result<void> run_some(const std::vector<Piece>& some) {
    std::vector<EnsembleSetting> alone;
    for (const Piece& piece : some) {
      alone.push_back(settings_[piece.setting]);
      alone.back().run.stream.replicate += piece.replicate;
      alone.back().replicates = 1;
    }
    const auto progress = [&](std::uint32_t years, std::uint32_t) {
      return !progress_ || progress_(years_done_ + years, years_of_all_);
    };
    auto results = run_all_(start_, alone, progress);
    if (!results) return std::unexpected(results.error());
    for (std::size_t i = 0; i < some.size(); ++i) {
      const auto written = write_whole(some[i].file, simulate::to_bytes(results->at(i).front()));
      if (!written) return std::unexpected(written.error());
      take(some[i], std::move(results->at(i).front()));
    }
    return {};
  }

  const simulate::RunAll& run_all_;
  const simulate::Population& start_;
  const std::vector<EnsembleSetting>& settings_;
  const Progress& progress_;
  std::vector<Piece> pieces_;
  std::vector<std::vector<RunResult>> results_;
  std::uint32_t years_done_ = 0;
  std::uint32_t years_of_all_ = 0;
};

}  // namespace

simulate::RunAll with_checkpoint(files::path folder, simulate::RunAll run_all) {
  return [folder = std::move(folder), run_all = std::move(run_all)](
             const simulate::Population& start, const std::vector<EnsembleSetting>& settings,
             const Progress& progress) -> Result<std::vector<std::vector<RunResult>>> {
    std::error_code problem;
    files::create_directories(folder, problem);
    if (problem)
      return failure(ErrorCode::broken_world, "Cannot make the folder " + folder.string() + ": " + problem.message() + '.');
    return Checkpointed(folder, run_all, start, settings, progress).run();
  };
}

}  // namespace koers
