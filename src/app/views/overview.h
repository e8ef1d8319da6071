// SPDX-License-Identifier: EUPL-1.2
// The first page: the cycle today, what is due, the mechanisms, the latest decisions.
#pragma once
#include "app/views/city_state.h"
#include "app/views/registers.h"
#include "app/views/vision_tree.h"
#include "app/workspace.h"
#include "model/calendar.h"

namespace koers::views {

struct DueView {
  std::string id;
  Text title;
  Quadrant quadrant{};
  DueState state{};
  DueReason reason{};
  Date due_from;
  Date due_by;
  int days = 0;
  std::optional<Mentioned> subject;  ///< the document that it is about
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(DueView, (), (id, title, quadrant, state, reason, due_from, due_by, days, subject, status, sources))

struct CalendarView {
  Date date;
  std::vector<DueView> items;
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (date, items))

struct CityView {
  std::string id;
  std::string name;
  std::vector<std::string> languages;
  std::string licence;
  std::map<std::string, int> counts;
  int observations = 0;
  std::int64_t sequence = 0;
  Instant changed_at;
  std::optional<Date> since;  ///< the first day of the ledger
  std::string version;
};
BOOST_DESCRIBE_STRUCT(CityView, (), (id, name, languages, licence, counts, observations, sequence, changed_at, since, version))

struct QuadrantView {
  Quadrant quadrant{};
  int late = 0;
  int due = 0;
  std::map<std::string, int> counts;
};
BOOST_DESCRIBE_STRUCT(QuadrantView, (), (quadrant, late, due, counts))

/// Where a mechanism stands against the country, by the set of indicators that measures it.
struct MechanismIndex {
  std::string mechanism;
  Estimate index;
  Band band{};
  RankInterval rank;
  Status status{};
};
BOOST_DESCRIBE_STRUCT(MechanismIndex, (), (mechanism, index, band, rank, status))

struct Overview {
  Date date;
  CityView city;
  std::vector<QuadrantView> quadrants;
  std::vector<DueView> due;
  std::vector<MechanismCard> mechanisms;
  std::vector<MechanismIndex> indices;  ///< of those that can be measured
  std::vector<OutcomeCard> outcomes;
  std::vector<DecisionRow> decisions;
  std::vector<Mentioned> uncovered_challenges;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (date, city, quadrants, due, mechanisms, indices, outcomes, decisions, uncovered_challenges))

[[nodiscard]] CalendarView calendar_view(const City& city, std::chrono::year_month_day today);
[[nodiscard]] CityView city_view(const City& city, const LedgerHead& head);
[[nodiscard]] Overview overview(const City& city, const LedgerHead& head, std::chrono::year_month_day today);

}  // namespace koers::views
