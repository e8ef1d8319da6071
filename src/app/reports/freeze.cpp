// SPDX-License-Identifier: EUPL-1.2
#include "app/reports/freeze.h"

#include "app/log_in.h"
#include "app/optimise/agenda_bundle.h"
#include "app/reports/solved_proposal.h"
#include "report/print_pdf.h"
#include "report/temporary_folder.h"
#include "report/write_csv.h"
#include "report/write_html.h"
#include "report/write_xlsx.h"

namespace koers::reports {
namespace {

constexpr const char* kLanguages[] = {"nl", "en"};
constexpr ReportFormat kFormats[] = {ReportFormat::html, ReportFormat::csv, ReportFormat::xlsx, ReportFormat::pdf};

/// Throws BrokenWorld for a kind that a newer program wrote.
ReportKind stored_kind(const std::string& name) {
  const auto kind = enum_from<ReportKind>(name);
  if (!kind) throw BrokenWorld("The database holds a report of the unknown kind '" + name + "'.");
  return *kind;
}

/// A year or a day; of a proposal also what it was chosen within.
std::string label_of(const ReportOrder& order) {
  const std::string when = order.year ? to_string(*order.year) : to_string(to_date(order.date));
  if (!order.agenda) return when;
  const std::string tempo = order.agenda->tempo ? std::string("-") + name_of(*order.agenda->tempo) : "";
  return order.agenda->weighing + tempo + '-' + when;
}

Result<std::vector<NewReportFile>> files_of(const Snapshot& snapshot, const ReportOrder& order, const Freezing& how) {
  const std::int64_t total = std::ssize(kLanguages) * std::ssize(kFormats) + (order.agenda ? 1 : 0);
  std::vector<NewReportFile> files;
  std::shared_ptr<const SolvedProposal> solved;
  if (order.agenda) {
    auto found = solve_proposal(*snapshot.public_city, *order.agenda);
    if (!found) return std::unexpected(found.error());
    solved = std::move(*found);
  }
  for (const char* language : kLanguages) {
    const auto document =
        make_report(*snapshot.public_city, {snapshot.head, snapshot.observations_version}, order, language, solved.get());
    if (!document) return std::unexpected(document.error());
    for (const ReportFormat format : kFormats) {
      if (how.stop.stop_requested()) return failure(ErrorCode::cancelled, "The report was not frozen: it was cancelled.");
      auto bytes = write_report(*document, format, how.print);
      if (!bytes) return std::unexpected(bytes.error());
      files.push_back({language, name_of(format), std::move(*bytes)});
      if (how.progress) how.progress(std::ssize(files), total);
    }
  }
  if (!solved) return files;
  files.push_back({kLanguages[0], name_of(ReportFormat::json), agenda_bundle(solved->answer).dump(1) + '\n'});
  if (how.progress) how.progress(total, total);
  return files;
}

}  // namespace

Printer chromium() {
  return [](const std::string& html) { return report::print_pdf(html); };
}

Result<std::string> write_report(const report::Document& document, ReportFormat format, const Printer& print) {
  switch (format) {
    case ReportFormat::html:
      return report::write_html(document);
    case ReportFormat::csv:
      return report::write_csv(document);
    case ReportFormat::xlsx: {
      const report::TemporaryFolder folder(std::filesystem::temp_directory_path());
      return report::write_xlsx(document, folder.path());
    }
    case ReportFormat::pdf:
      return print(report::write_html(document));
    case ReportFormat::json:  // only of a frozen agenda, and made from its run
      break;
  }
  return failure(ErrorCode::bad_input, "There is no such form of a report.");
}

Result<ReportEdition> freeze_report(Store& store, const Snapshot& snapshot, const ReportOrder& order, const Freezing& how) {
  const auto files = files_of(snapshot, order, how);
  if (!files) return std::unexpected(files.error());
  ReportEdition edition;
  edition.kind = name_of(order.kind);
  edition.label = label_of(order);
  edition.area = order.area;
  edition.report_date = to_string(to_date(order.date));
  edition.at = how.at;
  edition.actor = how.actor;
  edition.ledger_seq = snapshot.head.seq;
  edition.ledger_hash = snapshot.head.hash;
  edition.observations_version = snapshot.observations_version;
  edition.version = KOERS_VERSION;
  auto kept = store.report_editions().add(std::move(edition), *files);
  if (kept) record_audit(store, how.at, how.actor, "freeze_report", kept->id.str(), "allowed");
  return kept;
}

EditionView edition_view(const ReportEdition& edition, bool with_actor) {
  EditionView view{edition.id.str(),
                   stored_kind(edition.kind),
                   edition.label,
                   edition.area,
                   edition.report_date,
                   edition.at,
                   with_actor ? std::optional(edition.actor) : std::nullopt,
                   edition.ledger_seq,
                   edition.ledger_hash,
                   edition.observations_version,
                   edition.version,
                   edition.previous_hash,
                   edition.hash,
                   {}};
  for (const ReportFile& file : edition.files) {
    const auto format = enum_from<ReportFormat>(file.format);
    if (format) view.files.push_back({file.language, *format, file.size, file.hash});
  }
  return view;
}

}  // namespace koers::reports
