// SPDX-License-Identifier: EUPL-1.2
// Any document with what it is related to, its history, and what a search finds.
#pragma once
#include "app/views/parts.h"
#include "app/workspace.h"
#include "model/lifecycle.h"
#include "model/permissions.h"

namespace koers::views {

struct SourceView {
  std::string title;
  std::string publisher;
  Date published;
  std::optional<std::string> url;
  std::optional<std::string> licence;
};
BOOST_DESCRIBE_STRUCT(SourceView, (), (title, publisher, published, url, licence))

enum class RelationDirection : std::uint8_t { to = 1, from = 2 };
BOOST_DESCRIBE_ENUM(RelationDirection, to, from)

struct Relation {
  RelationDirection direction{};
  std::string field;
  Kind kind{};
  std::string id;
  Text title;
};
BOOST_DESCRIBE_STRUCT(Relation, (), (direction, field, kind, id, title))

struct NextState {
  std::string to;
  Body body{};
};
BOOST_DESCRIBE_STRUCT(NextState, (), (to, body))

struct DocumentPermissions {
  bool edit = false;
  bool withdraw = false;
  std::vector<NextState> transitions;
};
BOOST_DESCRIBE_STRUCT(DocumentPermissions, (), (edit, withdraw, transitions))

struct DocumentView {
  Kind kind{};
  std::string id;
  int revision = 0;
  Instant changed_at;
  std::optional<std::string> changed_by;
  RawJson body;
  std::map<std::string, SourceView> sources;
  std::vector<Relation> relations;
  DocumentPermissions permissions;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (), (kind, id, revision, changed_at, changed_by, body, sources, relations, permissions))

struct DocumentItem {
  Kind kind{};
  std::string id;
  int revision = 0;
  Instant changed_at;
  RawJson body;
};
BOOST_DESCRIBE_STRUCT(DocumentItem, (), (kind, id, revision, changed_at, body))

struct DocumentPage {
  std::vector<DocumentItem> items;
  int total = 0;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(DocumentPage, (), (items, total, next_cursor))

struct DifferenceView {
  std::string path;
  std::optional<RawJson> before;
  std::optional<RawJson> after;
};
BOOST_DESCRIBE_STRUCT(DifferenceView, (), (path, before, after))

struct RevisionView {
  int revision = 0;
  std::int64_t sequence = 0;
  Instant at;
  std::optional<std::string> actor;
  std::optional<std::string> decision;
  bool withdrawn = false;
  std::string hash;
  std::vector<DifferenceView> differences;
};
BOOST_DESCRIBE_STRUCT(RevisionView, (), (revision, sequence, at, actor, decision, withdrawn, hash, differences))

struct RevisionList {
  std::vector<RevisionView> items;
};
BOOST_DESCRIBE_STRUCT(RevisionList, (), (items))

struct RevisionBody {
  Kind kind{};
  std::string id;
  int revision = 0;
  Instant at;
  std::optional<RawJson> body;
};
BOOST_DESCRIBE_STRUCT(RevisionBody, (), (kind, id, revision, at, body))

struct SearchItem {
  Kind kind{};
  std::string id;
  Text title;
  std::string excerpt;
};
BOOST_DESCRIBE_STRUCT(SearchItem, (), (kind, id, title, excerpt))

struct SearchResults {
  std::string query;
  std::vector<SearchItem> items;
};
BOOST_DESCRIBE_STRUCT(SearchResults, (), (query, items))

/// Which names of people a reader may see: gives the display name of an account.
using NameOf = std::function<std::optional<std::string>(const std::string& account)>;

/// A document of `city` (the present one or one of another day, with its `mentions`), or `not_found`. `roles` must be allowed to
/// read it.
[[nodiscard]] Result<DocumentView> document_view(const Snapshot& snapshot, const City& city, const Mentions& mentions,
                                                 const Reference& document, const Roles& roles, const NameOf& name_of_account);

/// Documents of one kind from place `start` on.
[[nodiscard]] DocumentPage document_page(const Snapshot& snapshot, const City& city, Kind kind, std::size_t start,
                                         std::size_t limit);

/// Revisions in a state that was not public, and what points at `hidden`, are left out unless `sees_drafts`.
[[nodiscard]] Result<RevisionList> revision_list(const Store& store, const Reference& document, const NameOf& name_of_account,
                                                 bool sees_drafts, const std::set<Reference>& hidden = {});
[[nodiscard]] Result<RevisionBody> revision_body(const Store& store, const Reference& document, int revision, bool sees_drafts,
                                                 const std::set<Reference>& hidden = {});

[[nodiscard]] SearchResults search(const Snapshot& snapshot, std::string_view query, int limit, std::string_view language = "");

/// The body of a ledger revision with keys as on the wire, without what points at `hidden`.
[[nodiscard]] std::string wire_body(Kind kind, const std::string& canonical, const std::set<Reference>& hidden = {});

}  // namespace koers::views
