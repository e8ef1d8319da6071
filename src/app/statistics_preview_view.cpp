// SPDX-License-Identifier: EUPL-1.2
#include "app/statistics_preview_view.h"

#include <algorithm>

namespace koers::views {
namespace {

std::optional<ImportFigure> figure_of(const std::optional<Observation>& figure) {
  if (!figure) return std::nullopt;
  return ImportFigure{figure->value, figure->denominator, figure->status};
}

ImportChange change_of(const gather::FigureChange& change, const City& city) {
  const Observation& figure = change.after ? *change.after : *change.before;
  const Indicator* indicator = city.find(figure.indicator);
  return {change.change,
          mentioned(city, figure.indicator),
          indicator == nullptr ? "" : indicator->unit,
          mentioned(city, figure.area),
          figure.period,
          figure_of(change.before),
          figure_of(change.after)};
}

/// What a person must look at comes first: what was said before and would not be said any more.
std::vector<ImportChange> first_changes(const gather::Differences& differences, const City& city, std::size_t most) {
  std::vector<ImportChange> out;
  for (const auto kind : {gather::Change::changed, gather::Change::gone, gather::Change::added}) {
    for (const gather::FigureChange& each : differences.changes) {
      if (out.size() == most) return out;
      if (each.change == kind) out.push_back(change_of(each, city));
    }
  }
  return out;
}

template <class T>
std::vector<T> first(const std::vector<T>& list, std::size_t most) {
  return {list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), most))};
}

}  // namespace

std::vector<ImportFault> first_faults(const std::vector<Fault>& faults, std::size_t most) {
  std::vector<ImportFault> out;
  for (const Fault& each : faults) {
    if (out.size() == most) break;
    out.push_back({each.rule, each.place.file, each.place.line, each.place.column, each.path, each.found, each.expected});
  }
  return out;
}

StatisticsPreviewView preview_view(const StatisticsPreview& preview, const City& city, std::size_t most) {
  const gather::Staged& staged = preview.staged;
  StatisticsPreviewView view;
  view.acceptable = preview.is_acceptable();
  view.source = staged.source.id.str();
  view.source_title = staged.source.title;
  view.adds_source = preview.adds_source;
  view.origin = preview.origin;
  view.table = preview.table;
  view.rows = staged.rows;
  view.figures = static_cast<std::int64_t>(staged.observations.size());
  view.added = preview.differences.added;
  view.changed = preview.differences.changed;
  view.same = preview.differences.same;
  view.gone = preview.differences.gone;
  view.fault_count = staged.fault_count;
  view.faults = first_faults(staged.faults, most);
  for (const auto& [reason, rows] : staged.left_out_counts) view.left_out.push_back({reason, rows});
  for (const gather::LeftOutRow& row : first(staged.left_out, most)) {
    view.left_out_rows.push_back({row.row, row.code, row.name, row.reason});
  }
  view.changes = first_changes(preview.differences, city, most);
  for (const auto& indicator : staged.not_in_source) view.not_in_source.push_back(mentioned(city, indicator));
  view.columns_not_used = first(staged.columns_not_used, most);
  view.remarks = first(preview.remarks, most);
  return view;
}

BoundaryPreviewView preview_view(const BoundaryPreview& preview, std::size_t most) {
  return {preview.is_acceptable(),
          preview.source.id.str(),
          preview.source.title,
          preview.origin,
          preview.added,
          preview.changed,
          preview.same,
          first_faults(preview.faults, most),
          first(preview.left_out, most),
          first(preview.remarks, most)};
}

}  // namespace koers::views
