// SPDX-License-Identifier: EUPL-1.2
// Changing one document: who may, does it fit the rest of the city, is it still the revision that was read.
#pragma once
#include "app/workspace.h"
#include "base/tree.h"
#include "model/permissions.h"

namespace koers {

/// Who wants to change something, and when.
struct Editor {
  Roles roles;
  std::string account;  ///< id
  Instant now;
};

/// Faults that the whole city has after a change and had not before; those in `document` by their place within it.
[[nodiscard]] Result<void> require_fit(const City& before, const City& after, const Reference& document);

/// Writes all drafts or none, and takes in what is written.
[[nodiscard]] Result<std::vector<Revision>> append_drafts(Workspace& workspace, std::span<const Draft> drafts,
                                                          const Editor& editor, std::optional<std::string> decision = {});

/// `body`: a record of `kind` as a Tree with keys in snake_case. Its state must be one in which a document may begin.
[[nodiscard]] Result<Revision> create_document(Workspace& workspace, Kind kind, const Tree& body, const Editor& editor);

/// The id in the body must be that of the document, and its state the present one: states change by `transition_document`.
[[nodiscard]] Result<Revision> replace_document(Workspace& workspace, const Reference& document, const Tree& body, int based_on,
                                                const Editor& editor);

/// `conflict` when other documents still refer to it.
[[nodiscard]] Result<Revision> withdraw_document(Workspace& workspace, const Reference& document, int based_on,
                                                 const Editor& editor);

/// Brings a withdrawn document back as it was before, in the state that it had; who may withdraw it may. `based_on`: the revision
/// of the withdrawal. `bad_input` when it does not fit the city any more.
[[nodiscard]] Result<Revision> restore_document(Workspace& workspace, const Reference& document, int based_on,
                                                const Editor& editor);

[[nodiscard]] Result<Revision> transition_document(Workspace& workspace, const Reference& document, std::string_view to,
                                                   const Id<Decision>& decision, int based_on, const Editor& editor);

}  // namespace koers
