// SPDX-License-Identifier: EUPL-1.2
// Who may do what: one table, default deny, asked by page, API, export and command line alike.
#pragma once
#include <set>
#include <span>

#include "model/city.h"
#include "model/role.h"

namespace koers {

/// Stored nowhere; free to reorder.
enum class Action : std::uint8_t {
  read_public,  ///< documents that have been decided, statistics, the permission table itself
  read_draft,   ///< documents in a state that is not public yet
  read_actors,  ///< who made a revision
  create,
  edit,
  withdraw,
  transition,
  raise,   ///< to ask the question that a signal is; what it says is computed, never typed in
  answer,  ///< to say what the reviewer found
  reply,   ///< to add what a neighbourhood says to a signal
  import_package,
  import_statistics,  ///< figures from outside, as batches that can be undone
  export_package,
  administer_accounts,
  read_audit,
  read_own_account,  ///< one's own session and password
  freeze_report,     ///< keep an edition of a report for ever
  simulate           ///< ask the escalator a question; nothing of it is kept
};
BOOST_DESCRIBE_ENUM(Action, read_public, read_draft, read_actors, create, edit, withdraw, transition, raise, answer, reply,
                    import_package, import_statistics, export_package, administer_accounts, read_audit, read_own_account,
                    freeze_report, simulate)

/// A row: `role` may do `action` to documents of `kind` (none: whatever the kind, or no document at all) in one of `states`
/// (empty: in every state). `fields`: only these may change (empty: all).
struct Permission {
  Role role;
  Action action;
  std::optional<Kind> kind;
  std::vector<std::string_view> states;
  std::vector<std::string_view> fields;
};

[[nodiscard]] std::span<const Permission> all_permissions();

using Roles = std::set<Role>;

/// May somebody with `roles` do this? `state` is the document's, empty when it has none.
[[nodiscard]] bool may(const Roles& roles, Action action, std::optional<Kind> kind = std::nullopt, std::string_view state = "");

/// Is there any kind and state for which they may? For a door that many kinds go through; what is behind it asks again.
[[nodiscard]] bool may_somewhere(const Roles& roles, Action action);

/// May they change `field` of it? True for every field when some row names none.
[[nodiscard]] bool may_change_field(const Roles& roles, Kind kind, std::string_view state, std::string_view field);

/// Is this a state that only those who work on the document may see?
[[nodiscard]] bool is_hidden_state(Kind kind, std::string_view state);
/// Is the document in a state that everybody may see?
[[nodiscard]] bool is_public(const City& city, const Reference& document);

/// The part of a city that somebody may see. Everybody sees the same when nothing is hidden.
[[nodiscard]] bool may_read(const Roles& roles, const City& city, const Reference& document);

}  // namespace koers
