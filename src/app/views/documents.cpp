// SPDX-License-Identifier: EUPL-1.2
#include "app/views/documents.h"

#include "model/differences.h"

namespace koers::views {
namespace {

constexpr int kRevisionsShown = 200;

template <class T>
std::string camel_body(const T& record) {
  return to_json_text(record, KeyStyle::camel);
}

DocumentVersion version_of(const Snapshot& snapshot, const Reference& document) {
  const auto found = snapshot.versions.find(document);
  return found == snapshot.versions.end() ? DocumentVersion{} : found->second;
}

/// In the words of the wire: `link.note` → same, with every part in camelCase.
std::string wire_path(const std::string& path) { return to_camel_case(path); }

template <class T>
void add_outgoing(const City& city, const T& record, DocumentView& view) {
  for_each_reference(record, [&](const std::string& path, const Reference& to) {
    if (to.kind == Kind::source) {
      const Source* source = city.all<Source>().find(to.id);
      if (source != nullptr)
        view.sources[to.id] = {source->title, source->publisher, source->published, source->url, source->licence};
      return;
    }
    view.relations.push_back({RelationDirection::to, wire_path(path), to.kind, to.id, city.title_of(to)});
  });
}

void add_incoming(const Mentions& mentions, const City& city, const Reference& document, DocumentView& view) {
  const auto found = mentions.find(document);
  if (found == mentions.end()) return;
  for (const Mention& mention : found->second) {
    if (!city.contains(mention.from)) continue;  // not public
    view.relations.push_back(
        {RelationDirection::from, wire_path(mention.path), mention.from.kind, mention.from.id, city.title_of(mention.from)});
  }
}

DocumentPermissions permissions_of(const City& city, const Reference& document, const Roles& roles) {
  const std::string state = state_of(city, document).value_or("");
  DocumentPermissions out{may(roles, Action::edit, document.kind, state), may(roles, Action::withdraw, document.kind, state), {}};
  if (!may(roles, Action::transition, document.kind, state)) return out;
  for (const Transition& step : next_transitions(city, document)) out.transitions.push_back({std::string(step.to), step.body});
  return out;
}

Tree tree_of(const Revision& revision, const std::set<Reference>& hidden = {}) {
  if (!revision.body) return {};
  auto tree = parse_json(wire_body(revision.kind, *revision.body, hidden), "ledger");
  return tree ? std::move(*tree) : Tree{};
}

/// Was the document, in this revision, in a state that only those who work on it may see?
bool was_draft(const Revision& revision) {
  const Tree tree = tree_of(revision);
  const Tree* audience = revision.kind == Kind::field_note ? tree.find("audience") : nullptr;
  if (audience != nullptr) return audience->text != name_of(Audience::everybody);
  const Tree* state = tree.find("state");
  return state != nullptr && is_hidden_state(revision.kind, state->text);
}

std::vector<DifferenceView> differences_between(const Revision* older, const Revision& newer, const std::set<Reference>& hidden) {
  std::vector<DifferenceView> out;
  if (older == nullptr || !older->body || !newer.body) return out;
  const auto raw = [](const std::optional<std::string>& text) { return text ? std::optional(RawJson{*text}) : std::nullopt; };
  for (const Difference& each : differences(tree_of(*older, hidden), tree_of(newer, hidden))) {
    out.push_back({each.path, raw(each.before), raw(each.after)});
  }
  return out;
}

}  // namespace

std::string wire_body(Kind kind, const std::string& canonical, const std::set<Reference>& hidden) {
  std::string out = "{}";
  visit_kind(kind, [&]<class T>(RecordTag<T>) {
    auto record = from_json_text<T>(canonical);
    if (record && keep_without(*record, hidden)) out = camel_body(*record);
  });
  return out;
}

Result<DocumentView> document_view(const Snapshot& snapshot, const City& city, const Mentions& mentions,
                                   const Reference& document, const Roles& roles, const NameOf& name_of_account) {
  Result<DocumentView> out = failure(ErrorCode::not_found, "There is no " + to_string(document) + '.');
  visit_kind(document.kind, [&]<class T>(RecordTag<T>) {
    const T* record = city.all<T>().find(document.id);
    if (record == nullptr) return;
    const DocumentVersion version = version_of(snapshot, document);
    DocumentView view{document.kind,
                      document.id,
                      version.revision,
                      version.changed_at,
                      name_of_account(version.actor),
                      {camel_body(*record)},
                      {},
                      {},
                      permissions_of(city, document, roles)};
    add_outgoing(city, *record, view);
    add_incoming(mentions, city, document, view);
    out = std::move(view);
  });
  return out;
}

DocumentPage document_page(const Snapshot& snapshot, const City& city, Kind kind, std::size_t start, std::size_t limit) {
  DocumentPage page;
  visit_kind(kind, [&]<class T>(RecordTag<T>) {
    const auto& all = city.all<T>();
    page.total = static_cast<int>(all.size());
    for (std::size_t i = start; i < std::min(all.size(), start + limit); ++i) {
      const T& record = *(all.begin() + static_cast<std::ptrdiff_t>(i));
      const DocumentVersion version = version_of(snapshot, {kind, record.id.str()});
      page.items.push_back({kind, record.id.str(), version.revision, version.changed_at, {camel_body(record)}});
    }
    if (start + limit < all.size()) page.next_cursor = std::to_string(start + limit);
  });
  return page;
}

Result<RevisionList> revision_list(const Store& store, const Reference& document, const NameOf& name_of_account, bool sees_drafts,
                                   const std::set<Reference>& hidden) {
  auto history = store.ledger().history(document.kind, document.id, kRevisionsShown);
  if (!sees_drafts) std::erase_if(history, [](const Revision& each) { return was_draft(each); });
  if (history.empty()) return failure(ErrorCode::not_found, "There is no " + to_string(document) + '.');
  RevisionList list;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const Revision& each = history[i];
    const Revision* older = i + 1 < history.size() ? &history[i + 1] : nullptr;
    list.items.push_back({each.rev, each.seq, each.at, name_of_account(each.actor), each.decision, !each.body.has_value(),
                          each.hash, differences_between(older, each, hidden)});
  }
  return list;
}

Result<RevisionBody> revision_body(const Store& store, const Reference& document, int revision, bool sees_drafts,
                                   const std::set<Reference>& hidden) {
  const auto found = store.ledger().revision(document.kind, document.id, revision);
  if (!found || (!sees_drafts && was_draft(*found))) {
    return failure(ErrorCode::not_found, "There is no revision " + std::to_string(revision) + " of " + to_string(document) + '.');
  }
  RevisionBody out{document.kind, document.id, revision, found->at, {}};
  if (found->body) out.body = RawJson{wire_body(document.kind, *found->body, hidden)};
  return out;
}

SearchResults search(const Snapshot& snapshot, std::string_view query, int limit, std::string_view language) {
  SearchResults results{std::string(query), {}};
  for (SearchHit& hit : snapshot.public_search->find(query, limit, language)) {
    results.items.push_back(
        {hit.document.kind, hit.document.id, snapshot.public_city->title_of(hit.document), std::move(hit.excerpt)});
  }
  return results;
}

}  // namespace koers::views
