// SPDX-License-Identifier: EUPL-1.2
// Money and people of the agenda from a controller's file: open → show → accept, as one change or none. What is accepted is
// exactly what was shown.
#pragma once
#include <filesystem>

#include "app/edit_documents.h"
#include "app/optimise/agenda_sheet.h"

namespace koers {

struct AgendaSheetImport {
  std::filesystem::path file;
  std::string name = {};              ///< what the file is called, where its path does not say it
  std::string sheet = {};             ///< empty: the only one with a heading of such a sheet
  std::string weighing = {};          ///< in whose years it is read
  std::string source = {};            ///< id, of what is new in rows that name none themselves; empty: none
  std::string section = {};           ///< in that source; empty: the name of the sheet
  std::filesystem::path reader = {};  ///< `koers-read`; empty: beside the running program
};

[[nodiscard]] bool may_take_in_sheets(const Roles& roles);

/// `not_found` for a weighing or source that the city does not have; `bad_input`, `too_large` and `unsupported` for a file that
/// cannot be such a sheet. What is wrong within it is in the preview.
[[nodiscard]] Result<AgendaSheetPreview> preview_agenda_sheet(const City& city, const AgendaSheetImport& import);

/// Equal for two previews when accepting them would write the same on the same.
[[nodiscard]] std::string fingerprint_of(const AgendaSheetPreview& preview, const Snapshot& seen);

/// Writes the appraisals of the preview on the revisions of `seen`, all or none; none when nothing would change. `bad_input` when
/// the preview has faults; `forbidden`; `stale` when somebody changed one of them meanwhile.
[[nodiscard]] Result<std::vector<Revision>> accept_agenda_sheet(Workspace& workspace, const Snapshot& seen,
                                                                const AgendaSheetPreview& preview, const Editor& editor);

/// The appraisals of a city package, as an export writes them: comments in the file are lost. `bad_input` when the preview has
/// faults.
[[nodiscard]] Result<void> write_to_package(const std::filesystem::path& directory, const City& city,
                                            const AgendaSheetPreview& preview);

}  // namespace koers
