// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_sheet_view.h"

namespace koers::views {
namespace {

std::vector<AgendaSheetAmount> amounts_of(const AgendaSheetChange& change) {
  std::vector<AgendaSheetAmount> out;
  for (std::size_t i = 0; i < change.after.amounts.size(); ++i) {
    const Year year{change.start.value + static_cast<int>(i)};
    const auto before = change.before ? std::optional(decimal_of(change.before->amounts[i])) : std::nullopt;
    out.push_back({year, before, decimal_of(change.after.amounts[i])});
  }
  return out;
}

AgendaSheetChangeView change_view(const AgendaSheetChange& change, const City& city) {
  AgendaSheetChangeView out;
  out.row = change.row;
  out.appraisal = change.appraisal.str();
  out.item = mentioned(city, change.item);
  out.option = change.option;
  out.means = mentioned(city, change.after.means);
  out.unit = change.after.means.kind == Kind::fund ? "EUR" : "fte";
  out.amounts = amounts_of(change);
  out.status = change.after.status;
  out.sources = change.after.sources;
  if (change.before) {
    out.status_before = change.before->status;
    out.sources_before = change.before->sources;
  }
  return out;
}

}  // namespace

AgendaSheetView agenda_sheet_view(const AgendaSheetPreview& preview, const City& city, std::size_t most) {
  AgendaSheetView out;
  out.acceptable = preview.is_acceptable();
  out.file = preview.file;
  out.sheet = preview.sheet;
  out.rows = preview.rows;
  out.same = preview.same;
  out.changed = std::ssize(preview.changes);
  for (const AgendaSheetChange& each : preview.changes) {
    if (out.changes.size() == most) break;
    out.changes.push_back(change_view(each, city));
  }
  for (const Appraisal& each : preview.appraisals) out.appraisals.push_back(each.id.str());
  out.fault_count = preview.fault_count;
  out.faults = first_faults(preview.faults, most);
  return out;
}

}  // namespace koers::views
