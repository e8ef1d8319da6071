// SPDX-License-Identifier: EUPL-1.2
#include "simulate/home_tables.h"

#include <algorithm>
#include <numeric>

#include "simulate/fitting.h"
#include "simulate/integerise.h"
#include "simulate/synthesis_draws.h"

namespace koers::simulate {
namespace {

DenseTable national_dwellings() {
  DenseTable seed{{kDwellingTypes, kMaxRooms, kTenures, kPeriods}, {}};
  for (std::size_t type = 0; type < kDwellingTypes; ++type) {
    for (std::size_t rooms = 0; rooms < kMaxRooms; ++rooms) {
      for (std::size_t tenure = 0; tenure < kTenures; ++tenure) {
        for (std::size_t period = 0; period < kPeriods; ++period) {
          seed.cells.push_back(kRoomsOf[type][rooms] * kTenureOfType[type][tenure] * kTenureOfRooms[rooms][tenure] *
                               kPeriodOfType[type][period] * kTenureOfPeriod[period][tenure]);
        }
      }
    }
  }
  return seed;
}

DenseTable national_households() {
  DenseTable seed{{kTypes4, kHeadAges, kTenuresOrNone, kIncomeClasses}, {}};
  for (std::size_t type = 0; type < kTypes4; ++type) {
    for (std::size_t age = 0; age < kHeadAges; ++age) {
      for (std::size_t tenure = 0; tenure < kTenuresOrNone; ++tenure) {
        for (std::size_t income = 0; income < kIncomeClasses; ++income) {
          seed.cells.push_back(kTenureOf[type][age][tenure] * kIncomeByTenure[tenure][income] * kIncomeByType[type][income] *
                               kIncomeByAge[age][income]);
        }
      }
    }
  }
  return seed;
}

void add_if_known(std::vector<MarginTable>& margins, const AreaMargins& area, MarginKind kind, std::size_t dimension,
                  std::int64_t total) {
  Cells cells = whole_margin(area[kind], total);
  if (!cells.empty()) margins.push_back({std::string(describe(kind).name), {dimension}, std::move(cells)});
}

/// Dwellings beyond the households stand empty, spread over tenures by how often that happens there, but never more than there
/// are.
std::array<std::int64_t, kTenures> vacancies(const std::array<std::int64_t, kTenures>& dwellings, std::int64_t vacant,
                                             Stream stream, std::uint64_t hash) {
  const auto all = std::accumulate(dwellings.begin(), dwellings.end(), std::int64_t{0});
  std::array<double, kTenures> expected{};
  double weight = 0;
  for (std::size_t i = 0; i < kTenures; ++i) weight += kVacancyOf[i] * static_cast<double>(dwellings[i]);
  for (std::size_t i = 0; i < kTenures; ++i) {
    const double count = static_cast<double>(dwellings[i]);
    const double by_rate = static_cast<double>(vacant) * kVacancyOf[i] * count / std::max(weight, 1.0);
    const double even = static_cast<double>(vacant) * count / std::max(1.0, static_cast<double>(all));
    expected[i] = 2 * vacant > all ? even : by_rate;
  }
  const Whole drawn = truncate_replicate_sample(expected, stream, hash, item_of(SynthesisItem::vacancies));
  std::array<std::int64_t, kTenures> out{};
  std::int64_t missing = vacant;
  for (std::size_t i = 0; i < kTenures; ++i) missing -= out[i] = std::min(drawn[i], dwellings[i]);
  for (std::size_t i = 0; i < kTenures && missing > 0; ++i) {
    const std::int64_t more = std::min(missing, dwellings[i] - out[i]);
    out[i] += more;
    missing -= more;
  }
  return out;
}

}  // namespace

std::array<std::int64_t, kTenures> DwellingTable::by_tenure() const {
  std::array<std::int64_t, kTenures> sums{};
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i / kPeriods % kTenures] += counts[i];
  return sums;
}

Result<DwellingTable> dwelling_table(const AreaMargins& area, Stream stream) {
  static const DenseTable kNational = national_dwellings();
  DwellingTable table;
  const Whole types = largest_remainders(area[MarginKind::dwelling_types].values);
  table.dwellings = std::accumulate(types.begin(), types.end(), std::int64_t{0});
  std::vector<MarginTable> margins{{"dwelling types", {0}, as_cells(types)}};
  add_if_known(margins, area, MarginKind::rooms, 1, table.dwellings);
  add_if_known(margins, area, MarginKind::tenures, 2, table.dwellings);
  add_if_known(margins, area, MarginKind::periods, 3, table.dwellings);
  auto whole = whole_table(kNational, margins, {stream, area_hash(area.code), item_of(SynthesisItem::dwellings)}, table.fit);
  if (!whole) return std::unexpected(whole.error());
  table.counts = std::move(*whole);
  return table;
}

Result<HouseholdTable> household_table(const AreaMargins& area, const HouseholdRows& rows, const DwellingTable& dwellings,
                                       Stream stream) {
  static const DenseTable kNational = national_households();
  const auto all = std::accumulate(rows.begin(), rows.end(), std::int64_t{0});
  const auto by_tenure = dwellings.by_tenure();
  HouseholdTable table;
  table.vacant = vacancies(by_tenure, std::max<std::int64_t>(0, dwellings.dwellings - all), stream, area_hash(area.code));
  Whole tenures;
  for (std::size_t i = 0; i < kTenures; ++i) tenures.push_back(by_tenure[i] - table.vacant[i]);
  tenures.push_back(std::max<std::int64_t>(0, all - dwellings.dwellings));
  std::vector<MarginTable> margins{{"households", {0, 1}, as_cells(rows)}, {"tenures", {2}, as_cells(tenures)}};
  add_if_known(margins, area, MarginKind::incomes, 3, all);
  auto whole = whole_table(kNational, margins, {stream, area_hash(area.code), item_of(SynthesisItem::households)}, table.fit);
  if (!whole) return std::unexpected(whole.error());
  table.counts = std::move(*whole);
  return table;
}

}  // namespace koers::simulate
