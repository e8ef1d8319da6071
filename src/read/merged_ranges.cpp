// SPDX-License-Identifier: EUPL-1.2
#include "read/merged_ranges.h"

#include <algorithm>

#include "read/number_text.h"

namespace koers::reader {

std::optional<CellPlace> cell_place(std::string_view reference) {
  constexpr std::int64_t kMostColumn = 1'000'000;
  CellPlace place;
  while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z' && place.column < kMostColumn) {
    place.column = place.column * 26 + (reference.front() - 'A' + 1);
    reference.remove_prefix(1);
  }
  place.row = count_in(reference).value_or(0);
  if (place.row == 0 || place.column == 0) return std::nullopt;
  return place;
}

bool MergedRanges::add(std::string_view range) {
  const auto colon = range.find(':');
  const auto first = cell_place(range.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : cell_place(range.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return false;
  ranges_.push_back({*first, *last});
  return true;
}

void MergedRanges::sort() {
  std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.first.row < b.first.row; });
}

void MergedRanges::mark(std::int64_t row, std::vector<PlacedCell>& cells, Answer& answer) {
  while (next_ < ranges_.size() && ranges_[next_].first.row <= row) active_.push_back(ranges_[next_++]);
  std::erase_if(active_, [&](const Range& range) { return range.last.row < row; });
  for (const Range& range : active_) {
    // A block as wide as the sheet in a million rows is a line of text: what it costs is counted before it is paid.
    if (!answer.keep("columns", range.last.column)) return;
    marked_ += range.last.column - range.first.column + 1;
    if (!answer.keep("cells", marked_)) return;
    for (std::int64_t column = range.first.column; column <= range.last.column; ++column) {
      auto at = std::lower_bound(cells.begin(), cells.end(), column,
                                 [](const PlacedCell& placed, std::int64_t wanted) { return placed.column < wanted; });
      if (at == cells.end() || at->column != column) at = cells.insert(at, {column, {}});
      at->cell.merged = true;
    }
  }
}

}  // namespace koers::reader
