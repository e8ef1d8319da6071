// SPDX-License-Identifier: EUPL-1.2
#include "cli/mpi_ranks.h"

#include <algorithm>

#include <mpi.h>

#include "app/simulate/checkpoint.h"

namespace koers::cli {
namespace {

using simulate::EnsembleSetting;
using simulate::RunResult;

constexpr int kResultTag = 1;

/// One replicate of one setting.
struct Piece {
  std::size_t setting = 0;
  std::uint32_t replicate = 0;
};

std::vector<Piece> pieces_of(const std::vector<EnsembleSetting>& settings) {
  std::vector<Piece> out;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    for (std::uint32_t k = 0; k < settings[i].replicates; ++k) out.push_back({i, k});
  }
  std::ranges::stable_sort(out, {}, &Piece::replicate);
  return out;
}

void send(const std::string& bytes) {
  MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_BYTE, 0, kResultTag, MPI_COMM_WORLD);
}

std::string receive(int from) {
  MPI_Status status;
  MPI_Probe(from, kResultTag, MPI_COMM_WORLD, &status);
  int size = 0;
  MPI_Get_count(&status, MPI_BYTE, &size);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  MPI_Recv(bytes.data(), size, MPI_BYTE, from, kResultTag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return bytes;
}

bool any_failed(bool this_one) {
  int own = this_one ? 1 : 0;
  int most = 0;
  MPI_Allreduce(&own, &most, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
  return most != 0;
}

class Job {
 public:
  Job(int rank, int ranks, const std::vector<EnsembleSetting>& settings)
      : rank_(rank), ranks_(ranks), settings_(settings), pieces_(pieces_of(settings)) {}

  [[nodiscard]] std::vector<EnsembleSetting> own() const {
    std::vector<EnsembleSetting> out;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (owner_of(i) != rank_) continue;
      out.push_back(settings_[pieces_[i].setting]);
      out.back().run.stream.replicate += pieces_[i].replicate;
      out.back().replicates = 1;
    }
    return out;
  }

  void hand_over(const std::vector<std::vector<RunResult>>& own) const {
    for (const auto& each : own) send(simulate::to_bytes(each.front()));
  }

  /// By rank 0: its own results, and those that come in.
  [[nodiscard]] Result<std::vector<std::vector<RunResult>>> collect(std::vector<std::vector<RunResult>> own) const {
    std::vector<std::vector<RunResult>> out;
    for (const EnsembleSetting& setting : settings_) out.emplace_back(setting.replicates);
    std::size_t next_own = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      RunResult& place = out[pieces_[i].setting][pieces_[i].replicate];
      if (owner_of(i) == rank_) {
        place = std::move(own[next_own++].front());
        continue;
      }
      auto read = simulate::result_from_bytes(receive(owner_of(i)), "rank " + std::to_string(owner_of(i)));
      if (!read) return std::unexpected(read.error());
      place = std::move(*read);
    }
    return out;
  }

 private:
  [[nodiscard]] int owner_of(std::size_t piece) const { return static_cast<int>(piece % static_cast<std::size_t>(ranks_)); }

  int rank_;
  int ranks_;
  const std::vector<EnsembleSetting>& settings_;
  std::vector<Piece> pieces_;
};

}  // namespace

MpiSession::MpiSession(int& argc, char**& argv) {
  int given = 0;
  if (MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &given) != MPI_SUCCESS || given < MPI_THREAD_FUNNELED)
    throw BrokenWorld("MPI does not start.");
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks_);
}

MpiSession::~MpiSession() { MPI_Finalize(); }

simulate::RunAll over_ranks(const MpiSession& session) {
  return [rank = session.rank(), ranks = session.ranks()](
             const simulate::Population& start, const std::vector<EnsembleSetting>& settings,
             const simulate::Progress& progress) -> Result<std::vector<std::vector<RunResult>>> {
    const Job job(rank, ranks, settings);
    auto own = simulate::run_ensembles(start, job.own(), progress);
    if (any_failed(!own)) return own ? failure(ErrorCode::broken_world, "Another process failed.") : std::unexpected(own.error());
    if (rank == 0) return job.collect(std::move(*own));
    job.hand_over(*own);
    return failure(ErrorCode::cancelled, "Handed over.");
  };
}

}  // namespace koers::cli
