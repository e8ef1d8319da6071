// SPDX-License-Identifier: EUPL-1.2
// Reports as files, and editions of them that are kept for ever.
#pragma once
#include <functional>
#include <stop_token>

#include "app/reports/report.h"

namespace koers::reports {

/// Makes a PDF of a page; a parameter, since that takes a browser.
using Printer = std::function<Result<std::string>(const std::string& html)>;
/// By Chromium, from the PATH.
[[nodiscard]] Printer chromium();

/// The bytes of a file.
[[nodiscard]] Result<std::string> write_report(const report::Document& document, ReportFormat format, const Printer& print);

struct Freezing {
  Instant at;
  std::string actor;
  Printer print;
  std::function<void(std::int64_t done, std::int64_t total)> progress;  ///< counts files; may be empty
  std::stop_token stop;
};

/// Makes the report in every language and form from what everybody may see of `snapshot`, and keeps it with the audit trail.
/// Nothing is kept when one of the files cannot be made. `cancelled` when `stop` asks for it.
[[nodiscard]] Result<ReportEdition> freeze_report(Store& store, const Snapshot& snapshot, const ReportOrder& order,
                                                  const Freezing& how);

/// What an edition is about, without its bytes.
struct EditionFileView {
  std::string language;
  ReportFormat format{};
  std::int64_t size = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(EditionFileView, (), (language, format, size, hash))

struct EditionView {
  std::string id;
  ReportKind kind{};
  std::string label;
  std::optional<std::string> area;
  std::string report_date;
  Instant frozen_at;
  std::optional<std::string> actor;  ///< for those only who may see who did what
  std::int64_t ledger_sequence = 0;
  std::string ledger_hash;
  std::int64_t observations_version = 0;
  std::string program_version;
  std::string previous_hash;
  std::string hash;
  std::vector<EditionFileView> files;
};
BOOST_DESCRIBE_STRUCT(EditionView, (),
                      (id, kind, label, area, report_date, frozen_at, actor, ledger_sequence, ledger_hash, observations_version,
                       program_version, previous_hash, hash, files))

[[nodiscard]] EditionView edition_view(const ReportEdition& edition, bool with_actor);

}  // namespace koers::reports
