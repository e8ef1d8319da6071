// SPDX-License-Identifier: EUPL-1.2
// Money and people of the agenda as a controller's sheet: out, and in again. A sheet is sent twice: to see what it would change,
// and with the fingerprint of that to change it; what was not shown is not written.
#include "app/optimise/agenda_problem.h"
#include "app/optimise/agenda_sheet_view.h"
#include "app/optimise/agenda_workbook.h"
#include "app/optimise/import_agenda_sheet.h"
#include "app/reports/report.h"
#include "http/api.h"
#include "http/uploaded_file.h"

namespace koers::http {
namespace {

constexpr std::size_t kListed = 200;  // of each list in a preview

struct AgendaSheetBody {
  std::string weighing_id;
  std::optional<std::string> sheet;
  std::optional<std::string> source_id;
  std::optional<std::string> section;
  std::optional<bool> accept;
  std::optional<std::string> fingerprint;
};
BOOST_DESCRIBE_STRUCT(AgendaSheetBody, (), (weighing_id, sheet, source_id, section, accept, fingerprint))

struct AgendaSheetAnswer {
  bool written = false;
  std::string fingerprint;
  views::AgendaSheetView preview;
};
BOOST_DESCRIBE_STRUCT(AgendaSheetAnswer, (), (written, fingerprint, preview))

struct Wanted {
  AgendaSheetBody body;
  UploadedFile file;
};

Result<Wanted> wanted_of(const Request& request) {
  auto tree = json_body(request);
  if (!tree) return std::unexpected(tree.error());
  auto file = take_uploaded_file(*tree);
  if (!file) return std::unexpected(file.error());
  std::vector<Fault> faults;
  auto body = RecordReader(faults).read<AgendaSheetBody>(*tree);
  if (!*file) faults.push_back({"missing_field", {}, "file", "nothing", "the sheet, with its `name` and `content`"});
  if (!faults.empty()) return failure(ErrorCode::bad_input, "The body is not what this address expects.", std::move(faults));
  return Wanted{std::move(body), std::move(**file)};
}

Result<AgendaSheetPreview> preview_of(const City& city, const Wanted& wanted, const std::filesystem::path& reader) {
  const TemporaryFile file(wanted.file.content);
  return preview_agenda_sheet(city, {file.path(), wanted.file.name, wanted.body.sheet.value_or(""), wanted.body.weighing_id,
                                     wanted.body.source_id.value_or(""), wanted.body.section.value_or(""), reader});
}

/// Is this what was shown?
Result<void> require_shown(const AgendaSheetBody& body, const std::string& fingerprint) {
  if (!body.fingerprint) return failure(ErrorCode::precondition_needed, "Accepting needs the `fingerprint` of what was shown.");
  if (*body.fingerprint == fingerprint) return {};
  return failure(ErrorCode::stale, "The sheet would change something else than was shown; look at it again first.");
}

}  // namespace

void Api::add_agenda_sheet_routes(Router& router) {
  add(router, Method::get, "/api/v1/agenda-sheet", "get-agenda-sheet", Action::read_public, Cost::worker, &Api::get_agenda_sheet);
  add(router, Method::post, "/api/v1/agenda-sheet", "send-agenda-sheet", Action::edit, Cost::worker, &Api::send_agenda_sheet,
      kMaxUpload);
}

Response Api::get_agenda_sheet(const Request& request, const PathParameters&) {
  const auto language = enum_from<SheetLanguage>(request.query_value("language").value_or("nl"));
  if (!language) return problem(ErrorCode::bad_input, "`language` must be nl or en.");
  const auto asked = request.query_value("weighing");
  auto response = cached(request, [&](const Seen& seen) -> Result<std::string> {
    const auto weighing = weighing_meant(asked ? std::optional<std::string>(*asked) : std::nullopt, *seen.city);
    if (!weighing) return std::unexpected(weighing.error());
    const auto workbook = agenda_workbook(*seen.city, *weighing, *language);
    if (!workbook) return std::unexpected(workbook.error());
    return write_agenda_workbook(*workbook, WorkbookFormat::xlsx);
  });
  if (response.status != 200) return response;
  response.headers.set("Content-Type", reports::media_type_of(reports::ReportFormat::xlsx));
  response.headers.set("Content-Disposition", "attachment; filename=\"agenda.xlsx\"");
  return response;
}

Response Api::send_agenda_sheet(const Request& request, const PathParameters&) {
  const auto wanted = wanted_of(request);
  if (!wanted) return problem(wanted.error());
  const Editor who = editor(request);
  if (!may_take_in_sheets(who.roles))
    return problem(ErrorCode::forbidden, "You may not edit an appraisal; ask for a role that may.");
  const auto snapshot = workspace_.refresh();
  const auto preview = preview_of(snapshot->city, *wanted, statistics_.reader);
  if (!preview) return problem(preview.error());
  AgendaSheetAnswer answer{false, fingerprint_of(*preview, *snapshot),
                           views::agenda_sheet_view(*preview, snapshot->city, kListed)};
  if (wanted->body.accept.value_or(false)) {
    if (const auto shown = require_shown(wanted->body, answer.fingerprint); !shown) return problem(shown.error());
    const auto written = accept_agenda_sheet(workspace_, *snapshot, *preview, who);
    if (!written) return problem(written.error());
    answer.written = true;
  }
  return json(200, to_wire(answer, snapshot->city));
}

}  // namespace koers::http
