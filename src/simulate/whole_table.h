// SPDX-License-Identifier: EUPL-1.2
// Tables of whole persons and things that keep whole margins: fitting and rounding together.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "simulate/draws.h"
#include "simulate/fitting.h"
#include "simulate/margins.h"

namespace koers::simulate {

using Cells = std::vector<double>;
using Whole = std::vector<std::int64_t>;
[[nodiscard]] inline Cells as_cells(std::span<const std::int64_t> whole) { return {whole.begin(), whole.end()}; }

/// How far whole tables are from what was fitted. Adds up over areas.
struct JointFit {
  double absolute = 0;
  double squares = 0;
  double reference = 0;
  std::size_t cells = 0;

  void add(double found, double wanted);
  void add(const JointFit& other);
  [[nodiscard]] double srmse() const;
};

/// Closer than this the rounding keeps whole margins; it is reached in about a hundred rounds.
inline constexpr FittingLimits kWholeLimits{1000, 1e-10};
inline constexpr double kConverged = 1e-7;

/// What two margins are rounded for: draws are told apart by it.
struct Purpose {
  Stream stream;
  std::uint64_t entity = 0;
  std::uint32_t item = 0;
};

/// Whole numbers of which both margins are kept. `seed` is by row; rows and columns are whole and have the same total. Where
/// fitting does not come to an end, the table with these margins that is likeliest under the seed. Adds to `joint`.
[[nodiscard]] Result<Whole> fit_and_round(const Cells& seed, const Cells& rows, const Cells& columns, const Purpose& purpose,
                                          JointFit& joint);

/// A table of four dimensions: fitted to the margins, its pairs of dimensions made whole, and with these the table. Each whole
/// margin over one dimension or the first pair is kept. Takes three items. Adds to `joint`.
[[nodiscard]] Result<Whole> whole_table(DenseTable seed, std::span<const MarginTable> margins, const Purpose& purpose,
                                        JointFit& joint);

/// A margin as whole numbers with this total; none when it is not known.
[[nodiscard]] Cells whole_margin(const Margin& margin, std::int64_t total);

}  // namespace koers::simulate
