// SPDX-License-Identifier: EUPL-1.2
// Which record belongs to which kind. A new kind of document is a record, a line here and a name in kind.h.
#pragma once
#include <string_view>

#include <boost/mp11/list.hpp>

#include "model/agenda.h"
#include "model/indicator.h"
#include "model/policy.h"
#include "model/record.h"
#include "model/scenario.h"
#include "model/signal.h"
#include "model/together.h"
#include "model/weighing.h"

namespace koers {

/// Every record with its kind, in the order in which a package is written and read: what is referred to comes first where that is
/// possible. A macro, since the compiler is also told once for each (`extern template`) what it need not make again in every
/// file.
#define KOERS_FOR_EACH_RECORD(X)                   \
  X(CityManifest, city)                            \
  X(Source, source)                                \
  X(Municipality, municipality)                    \
  X(District, district)                            \
  X(Neighbourhood, neighbourhood)                  \
  X(Region, region)                                \
  X(Boundary, boundary)                            \
  X(Vision, vision)                                \
  X(Guideline, guideline)                          \
  X(Challenge, challenge)                          \
  X(Mechanism, mechanism)                          \
  X(Principle, principle)                          \
  X(Outcome, outcome)                              \
  X(Pillar, pillar)                                \
  X(FocusArea, focus_area)                         \
  X(Influence, influence)                          \
  X(Indicator, indicator)                          \
  X(PolicyDocument, policy_document)               \
  X(Framework, framework)                          \
  X(Partner, partner)                              \
  X(Network, network)                              \
  X(Team, team)                                    \
  X(Fund, fund)                                    \
  X(Effort, effort)                                \
  X(Agenda, agenda)                                \
  X(Budget, budget)                                \
  X(Verdict, verdict)                              \
  X(Decision, decision)                            \
  X(Deviation, deviation)                          \
  X(Process, process)                              \
  X(CycleActivity, cycle_activity)                 \
  X(IndicatorSet, indicator_set)                   \
  X(Target, target)                                \
  X(ReferenceDistribution, reference_distribution) \
  X(Crosswalk, crosswalk)                          \
  X(Signal, signal)                                \
  X(FieldNote, field_note)                         \
  X(Scenario, scenario)                            \
  X(Appraisal, appraisal)                          \
  X(Weighing, weighing)

#define KOERS_NEXT_RECORD(Type, kind) , Type
using AllRecords = boost::mp11::mp_pop_front<boost::mp11::mp_list<void KOERS_FOR_EACH_RECORD(KOERS_NEXT_RECORD)>>;
#undef KOERS_NEXT_RECORD

template <class T>
inline constexpr Kind kKindOf = [] {
  static_assert(sizeof(T) == 0, "not a document");
  return Kind{};
}();
#define KOERS_KIND_OF_RECORD(Type, kind) \
  template <>                            \
  inline constexpr Kind kKindOf<Type> = Kind::kind;
KOERS_FOR_EACH_RECORD(KOERS_KIND_OF_RECORD)
#undef KOERS_KIND_OF_RECORD

template <class T>
struct RecordTag {
  using type = T;
};

/// Calls `visit(RecordTag<T>{})` for every kind, in the order of `AllRecords`.
template <class F>
void for_each_kind(F&& visit) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<RecordTag, AllRecords>>(visit);
}

/// Calls `visit(RecordTag<T>{})` for the record of `kind`.
template <class F>
void visit_kind(Kind kind, F&& visit) {
  for_each_kind([&]<class T>(RecordTag<T> tag) {
    if (kKindOf<T> == kind) visit(tag);
  });
}

/// `policy_document` → `policy-documents`: the plural in paths and file names.
[[nodiscard]] std::string_view plural_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_from_plural(std::string_view plural);

/// Is it a place in which something can be or be measured?
[[nodiscard]] constexpr bool is_area(Kind kind) {
  return kind == Kind::municipality || kind == Kind::district || kind == Kind::neighbourhood || kind == Kind::region;
}

/// `kind/id`.
[[nodiscard]] std::string to_string(const Reference& reference);
[[nodiscard]] std::optional<Reference> parse_reference(std::string_view text);

}  // namespace koers
