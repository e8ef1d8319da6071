// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/import_agenda_sheet.h"

#include <algorithm>

#include "app/foreign_sheet.h"
#include "app/optimise/agenda_sheet_heading.h"
#include "app/whole_file.h"
#include "base/utf8.h"
#include "model/package.h"
#include "model/write_record.h"
#include "store/chain.h"

namespace koers {
namespace {

/// A sheet of amounts is small, and somebody waits for the answer.
ForeignLimits sheet_limits() {
  ForeignLimits limits;
  limits.input_bytes = 16LL << 20;
  limits.unpacked_bytes = 128LL << 20;
  limits.output_bytes = 128LL << 20;
  limits.cpu_seconds = 15;
  limits.wall_seconds = 30;
  limits.cells = 1'000'000;
  return limits;
}

std::unexpected<Error> unknown(const char* what, const std::string& id) {
  return failure(ErrorCode::not_found, std::string("The city has no ") + what + ' ' + in_quotes(id) + '.');
}

Result<AgendaSheetTask> task_for(const City& city, const AgendaSheetImport& import) {
  const Weighing* weighing = city.all<Weighing>().find(import.weighing);
  if (weighing == nullptr) return unknown("weighing", import.weighing);
  AgendaSheetTask task{weighing->years, {}, import.section, NumberStyle::cells};
  if (import.source.empty()) return task;
  if (city.all<Source>().find(import.source) == nullptr) return unknown("source", import.source);
  task.source = Citation{Id<Source>(import.source), import.section};
  return task;
}

City with_appraisals(const City& city, const std::vector<Appraisal>& appraisals) {
  City out = city;
  for (const Appraisal& each : appraisals) out.all<Appraisal>().put(each);
  return out;
}

/// The city as it would be. The rows were judged one by one; here the whole is.
Result<City> changed_city(const City& city, const AgendaSheetPreview& preview) {
  if (!preview.is_acceptable())
    return failure(ErrorCode::bad_input, "The sheet has faults; nothing was changed.", preview.faults);
  City after = with_appraisals(city, preview.appraisals);
  if (auto fit = require_fit(city, after, {Kind::appraisal, ""}); !fit) return std::unexpected(fit.error());
  return after;
}

int revision_in(const Snapshot& seen, const Appraisal& appraisal) {
  const auto held = seen.versions.find({Kind::appraisal, appraisal.id.str()});
  return held == seen.versions.end() ? 0 : held->second.revision;
}

}  // namespace

bool may_take_in_sheets(const Roles& roles) {
  return may(roles, Action::edit, Kind::appraisal) && may_change_field(roles, Kind::appraisal, "", "options");
}

Result<AgendaSheetPreview> preview_agenda_sheet(const City& city, const AgendaSheetImport& import) {
  auto task = task_for(city, import);
  if (!task) return std::unexpected(task.error());
  const auto has_heading = [](const ForeignSheet& sheet) { return find_heading_row(sheet) != nullptr; };
  const auto opened = open_sheet({import.file, import.name, import.sheet, import.reader, sheet_limits(), {}, {}}, has_heading);
  if (!opened) return std::unexpected(opened.error());
  if (opened->format == "csv") task->numbers = NumberStyle::text;
  return read_agenda_sheet(opened->sheet, city, *task);
}

std::string fingerprint_of(const AgendaSheetPreview& preview, const Snapshot& seen) {
  FieldHash hash("agenda sheet");
  for (const Appraisal& each : preview.appraisals)
    hash.add(std::string_view(each.id.str()))
        .add(std::int64_t{revision_in(seen, each)})
        .add(std::string_view(to_json_text(each)));
  return hash.hexadecimal();
}

Result<std::vector<Revision>> accept_agenda_sheet(Workspace& workspace, const Snapshot& seen, const AgendaSheetPreview& preview,
                                                  const Editor& editor) {
  if (!may_take_in_sheets(editor.roles))
    return failure(ErrorCode::forbidden, "You may not edit an appraisal; ask for a role that may.");
  if (auto after = changed_city(seen.city, preview); !after) return std::unexpected(after.error());
  std::vector<Draft> drafts;
  for (const Appraisal& each : preview.appraisals)
    drafts.push_back({Kind::appraisal, each.id.str(), to_json_text(each), revision_in(seen, each)});
  if (drafts.empty()) return std::vector<Revision>();
  return append_drafts(workspace, drafts, editor);
}

Result<void> write_to_package(const std::filesystem::path& directory, const City& city, const AgendaSheetPreview& preview) {
  const auto after = changed_city(city, preview);
  if (!after) return std::unexpected(after.error());
  if (preview.appraisals.empty()) return {};
  const std::string name = std::string(plural_of(Kind::appraisal)) + ".yaml";
  const auto files = write_package(*after);
  const auto file = std::find_if(files.begin(), files.end(), [&](const PackageFile& each) { return each.name == name; });
  return write_whole(directory / name, file->text);
}

}  // namespace koers
