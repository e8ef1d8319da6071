// SPDX-License-Identifier: EUPL-1.2
#include "app/edit_documents.h"

#include <algorithm>
#include <array>

#include "model/check.h"
#include "model/differences.h"
#include "model/lifecycle.h"
#include "model/write_record.h"

namespace koers {
namespace {

std::unexpected<Error> not_allowed(Action action, Kind kind) {
  return failure(ErrorCode::forbidden,
                 std::string("You may not ") + name_of(action) + " a " + name_of(kind) + "; ask for a role that may.");
}

/// A document must begin where its life begins: in a state that no decision leads to, or that says that nothing is known.
bool may_begin_in(Kind kind, std::string_view state) {
  const auto steps = all_transitions();
  return std::none_of(steps.begin(), steps.end(), [&](const Transition& step) { return step.kind == kind && step.to == state; });
}

/// Faults of the whole city that the change brings with it; old ones are not the editor's.
std::vector<Fault> new_faults(const City& before, const City& after) {
  const PackagePlaces nowhere;
  auto old = check_city(before, nowhere);
  std::vector<Fault> fresh;
  for (Fault& fault : check_city(after, nowhere)) {
    if (std::find(old.begin(), old.end(), fault) == old.end()) fresh.push_back(std::move(fault));
  }
  return fresh;
}

/// `effort/entree milestones[0].title` → `milestones[0].title`, for faults in the document that is being edited.
void shorten_paths(std::vector<Fault>& faults, const Reference& document) {
  const std::string own = to_string(document) + ' ';
  for (Fault& fault : faults) {
    if (fault.path.starts_with(own)) fault.path.erase(0, own.size());
  }
}

Result<void> require_allowed_fields(const City& city, const Reference& document, const Tree& before, const Tree& after,
                                    const Editor& editor) {
  const std::string state = state_of(city, document).value_or("");
  for (const Difference& difference : differences(before, after)) {
    const std::string field = difference.path.substr(0, difference.path.find_first_of(".["));
    if (field == "state") {
      return failure(ErrorCode::conflict, "A state changes by a transition that rests on a decision, not by editing.");
    }
    if (!may_change_field(editor.roles, document.kind, state, field)) {
      return failure(ErrorCode::forbidden, "You may not change the field `" + field + "` of this document.");
    }
  }
  return {};
}

/// Said before anything else: whoever looks at an older revision must first see the present one.
Result<void> require_latest(const Snapshot& snapshot, const Reference& document, int based_on) {
  const auto held = snapshot.versions.find(document);
  if (held == snapshot.versions.end() || !snapshot.city.contains(document)) {
    return failure(ErrorCode::not_found, "There is no " + to_string(document) + '.');
  }
  if (held->second.revision == based_on) return {};
  return failure(ErrorCode::stale, to_string(document) + " is at revision " + std::to_string(held->second.revision) + ", not " +
                                       std::to_string(based_on) + ": somebody else changed it first.");
}

Result<Revision> append(Workspace& workspace, Draft draft, const Editor& editor, std::optional<std::string> decision = {}) {
  auto written = append_drafts(workspace, std::array{std::move(draft)}, editor, std::move(decision));
  if (!written) return std::unexpected(written.error());
  return std::move(written->front());
}

template <class T>
Result<T> read_body(const Tree& body) {
  std::vector<Fault> faults;
  T record = RecordReader(faults).read<T>(body);
  if (faults.empty()) return record;
  return failure(ErrorCode::bad_input, "The document is not well formed.", std::move(faults));
}

template <class T>
Result<Revision> create(Workspace& workspace, const Tree& body, const Editor& editor) {
  auto record = read_body<T>(body);
  if (!record) return std::unexpected(record.error());
  const auto snapshot = workspace.refresh();
  const Reference document{kKindOf<T>, record->id.str()};
  if (snapshot->city.contains(document)) return failure(ErrorCode::conflict, to_string(document) + " exists already.");
  City after = snapshot->city;
  after.all<T>().put(*record);
  if (const auto state = state_of(after, document); state && !may_begin_in(kKindOf<T>, *state)) {
    return failure(ErrorCode::conflict, "A new document cannot begin as `" + *state + "`: that takes a decision.");
  }
  if (auto fit = require_fit(snapshot->city, after, document); !fit) return std::unexpected(fit.error());
  const auto held = snapshot->versions.find(document);  // withdrawn before: its revisions go on
  return append(workspace,
                {document.kind, document.id, to_json_text(*record), held == snapshot->versions.end() ? 0 : held->second.revision},
                editor);
}

template <class T>
Result<Revision> replace(Workspace& workspace, const Reference& document, const Tree& body, int based_on, const Editor& editor) {
  auto record = read_body<T>(body);
  if (!record) return std::unexpected(record.error());
  if (record->id.str() != document.id) return failure(ErrorCode::bad_input, "The id of a document cannot change.");
  const auto snapshot = workspace.refresh();
  if (auto latest = require_latest(*snapshot, document, based_on); !latest) return std::unexpected(latest.error());
  const T* held = snapshot->city.all<T>().find(document.id);
  const std::string text = to_json_text(*record);
  const auto before = parse_json(to_json_text(*held), "");
  const auto after = parse_json(text, "");
  if (!before || !after) throw std::logic_error("a record does not read back as JSON");
  if (auto allowed = require_allowed_fields(snapshot->city, document, *before, *after, editor); !allowed) {
    return std::unexpected(allowed.error());
  }
  City changed = snapshot->city;
  changed.all<T>().put(*record);
  if (auto fit = require_fit(snapshot->city, changed, document); !fit) return std::unexpected(fit.error());
  return append(workspace, {document.kind, document.id, text, based_on}, editor);
}

template <class T>
Result<Revision> move(Workspace& workspace, const Reference& document, std::string_view to, const Id<Decision>& decision,
                      int based_on, const Editor& editor) {
  const auto snapshot = workspace.refresh();
  if (auto latest = require_latest(*snapshot, document, based_on); !latest) return std::unexpected(latest.error());
  if (auto good = check_transition(snapshot->city, document, to, decision); !good) return std::unexpected(good.error());
  if constexpr (requires(T& record) { record.state; }) {
    T record = *snapshot->city.all<T>().find(document.id);
    record.state = *enum_from<decltype(record.state)>(to);
    if constexpr (requires { record.adopted_by->str(); }) {
      if (to == "adopted" || to == "in_force") record.adopted_by = decision;
    }
    return append(workspace, {document.kind, document.id, to_json_text(record), based_on}, editor, decision.str());
  } else {
    return failure(ErrorCode::conflict, to_string(document) + " has no states.");
  }
}

/// What a document held before it was withdrawn.
Result<Revision> last_before_withdrawal(const Store& store, const Reference& document, int based_on) {
  auto history = store.ledger().history(document.kind, document.id, 2);
  if (history.empty()) return failure(ErrorCode::not_found, "There is no " + to_string(document) + '.');
  if (history.front().body || history.front().rev != based_on) {
    return failure(ErrorCode::stale, to_string(document) + " is at revision " + std::to_string(history.front().rev) + ", not " +
                                         std::to_string(based_on) + ": somebody else changed it first.");
  }
  if (history.size() < 2 || !history[1].body) throw std::logic_error("a document was withdrawn that was not there");
  return std::move(history[1]);
}

template <class T>
Result<Revision> bring_back(Workspace& workspace, const Revision& last, int based_on, const Editor& editor) {
  const Reference document{last.kind, last.id};
  const auto snapshot = workspace.refresh();
  auto record = from_json_text<T>(*last.body, "ledger");
  if (!record) return std::unexpected(record.error());
  City after = snapshot->city;
  after.all<T>().put(std::move(*record));
  const std::string state = state_of(after, document).value_or("");
  if (!may(editor.roles, Action::withdraw, last.kind, state)) return not_allowed(Action::withdraw, last.kind);
  if (auto fit = require_fit(snapshot->city, after, document); !fit) return std::unexpected(fit.error());
  return append(workspace, {last.kind, last.id, last.body, based_on}, editor);
}

}  // namespace

Result<void> require_fit(const City& before, const City& after, const Reference& document) {
  auto faults = new_faults(before, after);
  if (faults.empty()) return {};
  shorten_paths(faults, document);
  return failure(ErrorCode::bad_input, "The document does not fit the rest of the city.", std::move(faults));
}

Result<std::vector<Revision>> append_drafts(Workspace& workspace, std::span<const Draft> drafts, const Editor& editor,
                                            std::optional<std::string> decision) {
  auto written = workspace.store().ledger().append(drafts, {editor.now, editor.account, std::move(decision)});
  workspace.refresh();  // also after a refusal: somebody else has written
  return written;
}

Result<Revision> create_document(Workspace& workspace, Kind kind, const Tree& body, const Editor& editor) {
  if (!may(editor.roles, Action::create, kind)) return not_allowed(Action::create, kind);
  Result<Revision> result = failure(ErrorCode::not_found, "");
  visit_kind(kind, [&]<class T>(RecordTag<T>) { result = create<T>(workspace, body, editor); });
  return result;
}

Result<Revision> replace_document(Workspace& workspace, const Reference& document, const Tree& body, int based_on,
                                  const Editor& editor) {
  const std::string state = state_of(workspace.refresh()->city, document).value_or("");
  if (!may(editor.roles, Action::edit, document.kind, state)) return not_allowed(Action::edit, document.kind);
  Result<Revision> result = failure(ErrorCode::not_found, "");
  visit_kind(document.kind, [&]<class T>(RecordTag<T>) { result = replace<T>(workspace, document, body, based_on, editor); });
  return result;
}

Result<Revision> withdraw_document(Workspace& workspace, const Reference& document, int based_on, const Editor& editor) {
  const auto snapshot = workspace.refresh();
  const std::string state = state_of(snapshot->city, document).value_or("");
  if (!may(editor.roles, Action::withdraw, document.kind, state)) return not_allowed(Action::withdraw, document.kind);
  if (auto latest = require_latest(*snapshot, document, based_on); !latest) return std::unexpected(latest.error());
  City after = snapshot->city;
  visit_kind(document.kind, [&]<class T>(RecordTag<T>) { after.all<T>().remove(document.id); });
  auto faults = new_faults(snapshot->city, after);
  if (!faults.empty()) {
    return failure(ErrorCode::conflict, "Other documents refer to " + to_string(document) + '.', std::move(faults));
  }
  return append(workspace, {document.kind, document.id, std::nullopt, based_on}, editor);
}

Result<Revision> restore_document(Workspace& workspace, const Reference& document, int based_on, const Editor& editor) {
  const auto snapshot = workspace.refresh();
  const std::string state = state_of(snapshot->city, document).value_or("");
  const bool is_there = snapshot->city.contains(document);
  if (is_there && !may(editor.roles, Action::withdraw, document.kind, state)) return not_allowed(Action::withdraw, document.kind);
  if (is_there) return failure(ErrorCode::conflict, to_string(document) + " is not withdrawn.");
  const auto last = last_before_withdrawal(workspace.store(), document, based_on);
  if (!last) return std::unexpected(last.error());
  Result<Revision> result = failure(ErrorCode::not_found, "");
  visit_kind(document.kind, [&]<class T>(RecordTag<T>) { result = bring_back<T>(workspace, *last, based_on, editor); });
  return result;
}

Result<Revision> transition_document(Workspace& workspace, const Reference& document, std::string_view to,
                                     const Id<Decision>& decision, int based_on, const Editor& editor) {
  const std::string state = state_of(workspace.refresh()->city, document).value_or("");
  if (!may(editor.roles, Action::transition, document.kind, state)) return not_allowed(Action::transition, document.kind);
  Result<Revision> result = failure(ErrorCode::not_found, "");
  visit_kind(document.kind,
             [&]<class T>(RecordTag<T>) { result = move<T>(workspace, document, to, decision, based_on, editor); });
  return result;
}

}  // namespace koers
