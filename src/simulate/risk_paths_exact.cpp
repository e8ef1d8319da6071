// SPDX-License-Identifier: EUPL-1.2
#include "simulate/risk_paths_exact.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <string_view>

namespace koers::simulate {
namespace {

constexpr int kCellsPerYear = 128;
constexpr double kCell = 1.0 / kCellsPerYear;
constexpr std::size_t kCells = std::size_t{kLifeYears} * kCellsPerYear;

/// Values at begin, middle and end of a cell. Neighbours need not agree where they meet: flows jump where hazards do.
using Nodes = std::array<double, 3>;
/// Women per year (a flow) or women (a stock), by cell of age.
using Course = std::vector<Nodes>;

/// Lobatto's rule of three points, better known as Simpson's.
double integral(const Nodes& f) { return kCell * (f[0] + 4 * f[1] + f[2]) / 6; }
/// The same parabola, over the first half of the cell.
double first_half(const Nodes& f) { return kCell * (5 * f[0] + 8 * f[1] - f[2]) / 24; }

std::size_t cells_of(double years) { return static_cast<std::size_t>(std::lround(years * kCellsPerYear)); }

/// One duration class of one status, or the part of it on one side of the turn from `first_early` to `first_late`.
struct Piece {
  UnionStatus status = UnionStatus::never;
  double exit_hazard = 0;
  std::size_t cells = kCells;  ///< its length
};

std::vector<Piece> pieces_of(UnionStatus status, std::span<const double> bounds, std::span<const double> hazards) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < hazards.size(); ++i) {
    const std::size_t end = i < bounds.size() ? cells_of(bounds[i]) : begin + kCells;
    pieces.push_back({status, hazards[i], end - begin});
    begin = end;
  }
  return pieces;
}

std::vector<Piece> first_union_of(const RiskPathsParameters& p) {
  const std::size_t turn = cells_of(p.early_union_years);
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (Piece piece : pieces_of(UnionStatus::first_late, p.union_bounds, p.first_union_end_hazards)) {
    const std::size_t end = begin + piece.cells;
    if (begin < turn) pieces.push_back({UnionStatus::first_early, piece.exit_hazard, std::min(turn, end) - begin});
    if (end > turn) pieces.push_back({UnionStatus::first_late, piece.exit_hazard, end - std::max(turn, begin)});
    begin = end;
  }
  return pieces;
}

std::vector<std::size_t> class_by_cell(std::span<const double> bounds) {
  std::vector<std::size_t> classes(kCells);
  for (double bound : bounds) {
    for (std::size_t cell = cells_of(bound); cell < kCells; ++cell) ++classes[cell];
  }
  return classes;
}

class Integration {
 public:
  explicit Integration(const RiskPathsParameters& parameters)
      : parameters_(parameters), class_(class_by_cell(parameters.age_bounds)), used_(kCells + 1) {
    for (std::size_t i = 0; i < kCells; ++i) used_[i + 1] = used_[i] + kCell * parameters_.pregnancy_hazards[class_[i]];
    exact_.pregnancies_by_class.resize(parameters_.pregnancy_hazards.size());
    exact_.first_unions_by_class.resize(parameters_.pregnancy_hazards.size());
  }

  [[nodiscard]] RiskPathsExact answer() && {
    const RiskPathsParameters& p = parameters_;
    Course moving = pass_never();
    moving = pass(first_union_of(p), std::move(moving));
    moving = pass(pieces_of(UnionStatus::after_first, p.second_union_bounds, p.second_union_hazards), std::move(moving));
    moving = pass(pieces_of(UnionStatus::second, p.union_bounds, p.second_union_end_hazards), std::move(moving));
    pass({{UnionStatus::after_second}}, std::move(moving));
    summarise();
    return std::move(exact_);
  }

 private:
  [[nodiscard]] double pregnancy_hazard(std::size_t cell, UnionStatus status) const {
    return parameters_.pregnancy_hazards[class_[cell]] * parameters_.pregnancy_risks[index_of(status)];
  }

  /// All are born in one moment: the stock is an exponential. Gives the flow of first unions.
  Course pass_never() {
    Course leaving(kCells);
    double stock = 1;
    for (std::size_t cell = 0; cell < kCells; ++cell) {
      const double exit = parameters_.first_union_hazards[class_[cell]];
      const double half = std::exp(-(exit + pregnancy_hazard(cell, UnionStatus::never)) * kCell / 2);
      const Nodes stocks{stock, stock * half, stock * half * half};
      count(cell, UnionStatus::never, stocks);
      exact_.first_unions_by_class[class_[cell]].events += exit * integral(stocks);
      exact_.first_unions_by_class[class_[cell]].years += integral(stocks);
      for (std::size_t k = 0; k < 3; ++k) leaving[cell][k] = exit * stocks[k];
      stock = stocks[2];
    }
    return leaving;
  }

  /// Those who come in pass piece after piece; gives the flow of those who leave for the next status.
  Course pass(const std::vector<Piece>& pieces, Course entering) {
    Course leaving(kCells);
    for (const Piece& piece : pieces) {
      const Course through = through_of(piece, entering);
      double stock = 0;
      for (std::size_t cell = 0; cell < kCells; ++cell) {
        const Nodes stocks = stocks_of(piece, cell, stock, entering[cell], through[cell]);
        count(cell, piece.status, stocks);
        for (std::size_t k = 0; k < 3; ++k) leaving[cell][k] += piece.exit_hazard * stocks[k];
        stock = stocks[2];
      }
      entering = through;
    }
    return leaving;
  }

  /// Who reaches the end of a piece: who came in so much earlier, and has neither left nor become pregnant.
  [[nodiscard]] Course through_of(const Piece& piece, const Course& entering) const {
    Course through(kCells);
    const double staying = std::exp(-piece.exit_hazard * kCell * static_cast<double>(piece.cells));
    const double risk = parameters_.pregnancy_risks[index_of(piece.status)];
    for (std::size_t cell = piece.cells; cell < kCells; ++cell) {
      for (std::size_t k = 0; k < 3; ++k) {
        const double used = used_at(cell, k) - used_at(cell - piece.cells, k);
        through[cell][k] = entering[cell - piece.cells][k] * staying * std::exp(-risk * used);
      }
    }
    return through;
  }

  /// Integral of the pregnancy hazard at a node, at relative risk 1.
  [[nodiscard]] double used_at(std::size_t cell, std::size_t node) const {
    return used_[cell] + (used_[cell + 1] - used_[cell]) * static_cast<double>(node) / 2;
  }

  /// Within a cell: stock(x) = stock(0) e^(−κx) + ∫ (in − out)(y) e^(−κ(x − y)) dy, κ the hazard of leaving in any way.
  [[nodiscard]] Nodes stocks_of(const Piece& piece, std::size_t cell, double stock, const Nodes& in, const Nodes& out) const {
    const double half = std::exp(-(piece.exit_hazard + pregnancy_hazard(cell, piece.status)) * kCell / 2);
    const Nodes to_middle{(in[0] - out[0]) * half, in[1] - out[1], (in[2] - out[2]) / half};
    const Nodes to_end{to_middle[0] * half, to_middle[1] * half, to_middle[2] * half};
    return {stock, stock * half + first_half(to_middle), stock * half * half + integral(to_end)};
  }

  void count(std::size_t cell, UnionStatus status, const Nodes& stocks) {
    const double hazard = pregnancy_hazard(cell, status);
    const double years = integral(stocks);
    const double begin = kCell * static_cast<double>(cell);
    const Nodes ages{begin, begin + kCell / 2, begin + kCell};
    for (ExpectedOccurrences* sum :
         {&exact_.pregnancies_of_childless[cell / kCellsPerYear], &exact_.pregnancies_by_class[class_[cell]][index_of(status)]}) {
      sum->events += hazard * years;
      sum->years += years;
    }
    exact_.pregnancies_by_status[index_of(status)] += hazard * years;
    ages_ += hazard * integral({stocks[0] * ages[0], stocks[1] * ages[1], stocks[2] * ages[2]});
    squares_ += hazard * integral({stocks[0] * ages[0] * ages[0], stocks[1] * ages[1] * ages[1], stocks[2] * ages[2] * ages[2]});
  }

  void summarise() {
    double pregnant = 0;
    for (double each : exact_.pregnancies_by_status) pregnant += each;
    exact_.share_childless = 1 - pregnant;
    if (!(pregnant > 0)) return;
    const double mean = ages_ / pregnant;
    exact_.mean_age_at_pregnancy = mean;
    exact_.deviation_age_at_pregnancy = std::sqrt(std::max(0.0, squares_ / pregnant - mean * mean));
  }

  const RiskPathsParameters& parameters_;
  std::vector<std::size_t> class_;  ///< age class, by cell
  std::vector<double> used_;        ///< integral of the pregnancy hazard until the begin of a cell, at relative risk 1
  RiskPathsExact exact_;
  double ages_ = 0;     ///< expectation of the age at pregnancy, 0 for who has none
  double squares_ = 0;  ///< of its square
};

/// What the integration is fine enough for.
class GridChecker {
 public:
  void bounds(std::string_view field, std::span<const double> years) {
    for (std::size_t i = 0; i < years.size(); ++i) {
      const double cells = years[i] * kCellsPerYear;
      if (cells == std::round(cells)) continue;
      add("off_grid", field, i, years[i], "a whole multiple of 1/" + std::to_string(kCellsPerYear) + " year");
    }
  }
  void hazards(std::string_view field, std::span<const double> per_year, double factor = 1) {
    for (std::size_t i = 0; i < per_year.size(); ++i) {
      if (per_year[i] * factor <= kMostExactHazard) continue;
      add("too_steep", field, i, per_year[i] * factor, "at most " + std::to_string(kMostExactHazard) + " per year");
    }
  }
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

 private:
  void add(std::string rule, std::string_view field, std::size_t index, double found, std::string expected) {
    std::string path = std::string(field) + '[' + std::to_string(index) + ']';
    faults_.push_back({std::move(rule), {}, std::move(path), std::to_string(found), std::move(expected)});
  }
  std::vector<Fault> faults_;
};

std::vector<Fault> faults_for_grid(const RiskPathsParameters& p) {
  GridChecker checker;
  checker.bounds("age_bounds", p.age_bounds);
  checker.bounds("union_bounds", p.union_bounds);
  checker.bounds("second_union_bounds", p.second_union_bounds);
  checker.bounds("early_union_years", std::span(&p.early_union_years, 1));
  checker.hazards("pregnancy_hazards", p.pregnancy_hazards, std::ranges::max(p.pregnancy_risks));
  checker.hazards("first_union_hazards", p.first_union_hazards);
  checker.hazards("first_union_end_hazards", p.first_union_end_hazards);
  checker.hazards("second_union_hazards", p.second_union_hazards);
  checker.hazards("second_union_end_hazards", p.second_union_end_hazards);
  return checker.faults();
}

}  // namespace

Result<RiskPathsExact> risk_paths_exact(const RiskPathsParameters& parameters) {
  if (auto checked = check(parameters); !checked) return std::unexpected(std::move(checked.error()));
  if (auto faults = faults_for_grid(parameters); !faults.empty()) {
    return failure(ErrorCode::bad_input, "The integration is not fine enough for these parameters.", std::move(faults));
  }
  return Integration(parameters).answer();
}

}  // namespace koers::simulate
