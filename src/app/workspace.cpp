// SPDX-License-Identifier: EUPL-1.2
#include "app/workspace.h"

#include "app/monitor/published.h"
#include "model/write_record.h"

namespace koers {
namespace {

/// The ledger only holds what was checked when it went in; if it cannot be read back, the database is not ours to trust.
template <class T>
T parse_body(const Revision& revision) {
  auto record = from_json_text<T>(*revision.body, "ledger");
  if (!record) {
    throw BrokenWorld("revision " + std::to_string(revision.seq) + " of the ledger cannot be read: " + record.error().message);
  }
  return std::move(*record);
}

void apply(const Revision& revision, City& city) {
  visit_kind(revision.kind, [&]<class T>(RecordTag<T>) {
    if (revision.body) {
      city.all<T>().put(parse_body<T>(revision));
    } else {
      city.all<T>().remove(revision.id);
    }
  });
}

void note_version(const Revision& revision, std::map<Reference, DocumentVersion>& versions) {
  versions[{revision.kind, revision.id}] = {revision.rev, revision.at, revision.actor};
}

/// All texts of a value in one language, one after the other.
template <class T>
void collect_words(const T& value, const std::string& language, std::string& words) {
  if constexpr (kIsOptional<T>) {
    if (value) collect_words(*value, language, words);
  } else if constexpr (kIsVector<T> && !std::is_same_v<T, MultiPolygon>) {
    for (const auto& item : value) collect_words(item, language, words);
  } else if constexpr (std::is_same_v<T, Text>) {
    const auto found = value.by_language.find(language);
    if (found != value.by_language.end()) words += found->second + ' ';
  } else if constexpr (Record<T>) {
    for_each_field(value, [&](const char* name, const auto& field) {
      if (std::string_view(name) != "title") collect_words(field, language, words);
    });
  }
}

std::shared_ptr<const SearchIndex> make_search(const City& city) {
  std::vector<SearchEntry> entries;
  for_each_kind([&]<class T>(RecordTag<T>) {
    if constexpr (std::is_same_v<T, Boundary> || std::is_same_v<T, CityManifest>) return;
    for (const T& record : city.all<T>()) {
      const Text title = title_of_record(record, city.languages());
      for (const auto& [language, words] : title.by_language) {
        SearchEntry entry{{kKindOf<T>, record.id.str()}, language, words, {}};
        collect_words(record, language, entry.words);
        entries.push_back(std::move(entry));
      }
    }
  });
  return std::make_shared<const SearchIndex>(entries);
}

/// The observations of `snapshot` are those of the database until here, and those that may leave it from here on.
void complete(Snapshot& snapshot) {
  snapshot.city.observations = published_observations(snapshot.city);
  snapshot.hidden = hidden_documents(snapshot.city);
  snapshot.public_city = std::make_shared<const City>(public_part(snapshot.city));
  snapshot.mentions = find_mentions(snapshot.city);
  snapshot.public_search = make_search(*snapshot.public_city);
}

std::shared_ptr<const Snapshot> load_snapshot(const Store& store) {
  auto snapshot = std::make_shared<Snapshot>();
  // Observations and head are read first: what comes in meanwhile is taken in by the next refresh, never missed.
  snapshot->observations_version = store.observations().version();
  snapshot->head = store.ledger().head();
  snapshot->city.observations = store.observations().find({});
  store.ledger().all_current({}, [&](const Revision& revision) {
    note_version(revision, snapshot->versions);
    if (revision.body) apply(revision, snapshot->city);
    return true;
  });
  complete(*snapshot);
  return snapshot;
}

/// The new revisions put into a copy; null when that would not give the same as loading all (a document that came back).
std::shared_ptr<const Snapshot> advance(const Store& store, const Snapshot& old) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->city = old.city;
  snapshot->versions = old.versions;
  snapshot->observations_version = store.observations().version();
  // What an earlier snapshot kept back is not in it any more; a changed rule may let it go.
  const bool is_guarded = has_disclosure_rules(old.city);
  if (is_guarded || snapshot->observations_version != old.observations_version) {
    snapshot->city.observations = store.observations().find({});
  }
  snapshot->head = old.head;
  for (;;) {
    const auto revisions = store.ledger().since(snapshot->head.seq);
    if (revisions.empty()) break;
    for (const Revision& revision : revisions) {
      if (revision.body && revision.rev > 1 && !snapshot->city.contains({revision.kind, revision.id})) return nullptr;
      note_version(revision, snapshot->versions);
      apply(revision, snapshot->city);
    }
    snapshot->head = {revisions.back().seq, revisions.back().hash, revisions.back().at};
  }
  complete(*snapshot);
  return snapshot;
}

}  // namespace

Mentions find_mentions(const City& city) {
  Mentions mentions;
  for_each_kind([&]<class T>(RecordTag<T>) {
    for (const T& record : city.all<T>()) {
      const Reference self{kKindOf<T>, record.id.str()};
      for_each_reference(record, [&](const std::string& path, const Reference& to) {
        if (to.kind != Kind::source) mentions[to].push_back({self, path});
      });
    }
  });
  return mentions;
}

City load_city(const Store& store, std::optional<Instant> as_of) {
  City city;
  store.ledger().all_current({as_of, std::nullopt}, [&](const Revision& revision) {
    if (revision.body) apply(revision, city);
    return true;
  });
  ObservationFilter filter;
  filter.as_of = as_of;
  city.observations = store.observations().find(filter);
  return city;
}

City load_published_city(const Store& store) {
  City city = load_city(store);
  city.observations = published_observations(city);
  return city;
}

Workspace::Workspace(Store& store) : store_(store), current_(load_snapshot(store)) {}

std::shared_ptr<const Snapshot> Workspace::snapshot() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

std::shared_ptr<const Snapshot> Workspace::refresh() {
  const std::lock_guard one_at_a_time(refresh_mutex_);
  auto old = snapshot();
  if (store_.ledger().head().seq == old->head.seq && store_.observations().version() == old->observations_version) return old;
  auto fresh = advance(store_, *old);
  if (!fresh) fresh = load_snapshot(store_);
  const std::lock_guard lock(mutex_);
  current_ = fresh;
  return fresh;
}

}  // namespace koers
