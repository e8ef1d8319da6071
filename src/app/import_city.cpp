// SPDX-License-Identifier: EUPL-1.2
#include "app/import_city.h"

#include <set>

#include "model/check.h"
#include "model/write_record.h"

namespace koers {
namespace {

/// What the ledger holds of a document now.
struct Held {
  int revision = 0;
  std::optional<std::string> body;
};
using HeldDocuments = std::map<Reference, Held>;

HeldDocuments held_by(const Store& store) {
  HeldDocuments held;
  store.ledger().all_current({}, [&](const Revision& revision) {
    held[{revision.kind, revision.id}] = {revision.rev, revision.body};
    return true;
  });
  return held;
}

Result<void> require_same_city(const HeldDocuments& held, const City& city) {
  for (const auto& [reference, document] : held) {
    if (reference.kind != Kind::city || !document.body || reference.id == city.manifest()->id.str()) continue;
    return failure(ErrorCode::conflict, "The database holds the city `" + reference.id + "`, the package `" +
                                            city.manifest()->id.str() + "`; use another database.");
  }
  return {};
}

/// Compares the package with the ledger, document by document.
class Plan {
 public:
  Plan(const City& city, const HeldDocuments& held) {
    report.counts = count_by_kind(city);
    report.observations = static_cast<int>(city.observations.size());
    for_each_kind([&]<class T>(RecordTag<T>) {
      for (const T& record : city.all<T>()) add({kKindOf<T>, record.id.str()}, to_json_text(record), held);
    });
    for (const auto& [reference, document] : held) {
      if (!document.body || in_package_.contains(reference)) continue;
      report.withdrawn.push_back(reference);
      drafts.push_back({reference.kind, reference.id, std::nullopt, document.revision});
    }
  }
  ImportReport report;
  std::vector<Draft> drafts;

 private:
  void add(const Reference& reference, std::string body, const HeldDocuments& held) {
    in_package_.insert(reference);
    const auto found = held.find(reference);
    const int based_on = found == held.end() ? 0 : found->second.revision;
    if (found != held.end() && found->second.body == body) {
      ++report.unchanged;
      return;
    }
    const bool is_new = found == held.end() || !found->second.body;
    (is_new ? report.added : report.changed).push_back(reference);
    drafts.push_back({reference.kind, reference.id, std::move(body), based_on});
  }
  std::set<Reference> in_package_;
};

using BySource = std::map<std::string, std::vector<Observation>>;

BySource by_source(const std::vector<Observation>& observations) {
  BySource sources;
  for (const Observation& observation : observations) sources[observation.source.source.str()].push_back(observation);
  return sources;
}

/// The sources whose figures are not the same, with what they are to be; empty: none any more.
BySource changed_statistics(const City& city, const Store& store) {
  BySource wanted = by_source(city.observations);
  BySource changed;
  for (auto& [source, held] : by_source(store.observations().find({}))) {
    const auto found = wanted.find(source);
    if (found == wanted.end()) {
      changed[source] = {};
    } else if (found->second == held) {
      wanted.erase(found);
    }
  }
  changed.merge(wanted);
  return changed;
}

Result<void> write_all(Store& store, const Plan& plan, const BySource& statistics, const WriteContext& context) {
  return store.all_or_nothing([&]() -> Result<void> {
    if (!plan.drafts.empty()) {
      const auto written = store.ledger().append(plan.drafts, context);
      if (!written) return std::unexpected(written.error());
    }
    for (const auto& [source, observations] : statistics) {
      const auto batch = store.observations().replace(source, observations, context);
      if (!batch) return std::unexpected(batch.error());
    }
    return {};
  });
}

std::unexpected<Error> cancelled() { return failure(ErrorCode::cancelled, "The import was cancelled; nothing has changed."); }

/// Says how far the import is; false when it is to stop.
class Steps {
 public:
  Steps(const Progress& progress, const std::stop_token& stop) : progress_(progress), stop_(stop) {}
  [[nodiscard]] bool done(std::int64_t step) const {
    constexpr std::int64_t kAll = 4;  // read, look at what is held, compare, write
    if (progress_) progress_(step, kAll);
    return !stop_.stop_requested();
  }

 private:
  const Progress& progress_;
  const std::stop_token& stop_;
};

}  // namespace

Result<City> read_city(const std::vector<PackageFile>& files) {
  PackageReading reading = read_package(files);
  if (reading.faults.empty()) reading.faults = check_city(reading.city, reading.places);
  if (reading.faults.empty()) return std::move(reading.city);
  const auto count = std::to_string(reading.faults.size());
  return failure(ErrorCode::bad_input, "The package has " + count + (count == "1" ? " fault." : " faults."),
                 std::move(reading.faults));
}

ImportReport first_import(const City& city) {
  Plan plan(city, {});
  for (const auto& [source, observations] : by_source(city.observations)) plan.report.statistics_changed.push_back(source);
  return std::move(plan.report);
}

Result<ImportReport> import_city(Store& store, const City& city, const WriteContext& context, ImportMode mode,
                                 const Progress& progress, const std::stop_token& stop) {
  const Steps steps(progress, stop);
  const HeldDocuments held = held_by(store);
  if (auto same = require_same_city(held, city); !same) return std::unexpected(same.error());
  if (!steps.done(2)) return cancelled();
  Plan plan(city, held);
  const BySource statistics = changed_statistics(city, store);
  for (const auto& [source, observations] : statistics) plan.report.statistics_changed.push_back(source);
  if (!steps.done(3)) return cancelled();
  if (mode == ImportMode::apply) {
    if (auto written = write_all(store, plan, statistics, context); !written) return std::unexpected(written.error());
  }
  (void)steps.done(4);  // too late to stop
  return std::move(plan.report);
}

Result<ImportReport> import_city(Store& store, const std::vector<PackageFile>& files, const WriteContext& context,
                                 ImportMode mode, const Progress& progress, const std::stop_token& stop) {
  const auto city = read_city(files);
  if (!city) return std::unexpected(city.error());
  if (!Steps(progress, stop).done(1)) return cancelled();
  return import_city(store, *city, context, mode, progress, stop);
}

}  // namespace koers
