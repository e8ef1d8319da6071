// SPDX-License-Identifier: EUPL-1.2
// Which record belongs to which kind. A new kind of document is a record, a line here and a name in kind.h.
#pragma once
#include <string_view>

#include <boost/mp11/list.hpp>

#include "model/agenda.h"
#include "model/area.h"
#include "model/policy.h"
#include "model/record.h"
#include "model/together.h"

namespace koers {

/// In the order in which a package is written and read: what is referred to comes first where that is possible.
using AllRecords = boost::mp11::mp_list<CityManifest, Source, Municipality, District, Neighbourhood, Boundary, Vision, Guideline,
                                        Challenge, Mechanism, Principle, Outcome, Pillar, FocusArea, Influence, Indicator,
                                        PolicyDocument, Framework, Partner, Network, Team, Fund, Effort, Agenda, Budget, Verdict,
                                        Decision, Deviation, Process, CycleActivity>;

template <class T>
inline constexpr Kind kKindOf = [] {
  static_assert(sizeof(T) == 0, "not a document");
  return Kind{};
}();
template <>
inline constexpr Kind kKindOf<CityManifest> = Kind::city;
template <>
inline constexpr Kind kKindOf<Source> = Kind::source;
template <>
inline constexpr Kind kKindOf<Vision> = Kind::vision;
template <>
inline constexpr Kind kKindOf<Guideline> = Kind::guideline;
template <>
inline constexpr Kind kKindOf<Challenge> = Kind::challenge;
template <>
inline constexpr Kind kKindOf<Mechanism> = Kind::mechanism;
template <>
inline constexpr Kind kKindOf<Principle> = Kind::principle;
template <>
inline constexpr Kind kKindOf<Outcome> = Kind::outcome;
template <>
inline constexpr Kind kKindOf<Pillar> = Kind::pillar;
template <>
inline constexpr Kind kKindOf<FocusArea> = Kind::focus_area;
template <>
inline constexpr Kind kKindOf<Influence> = Kind::influence;
template <>
inline constexpr Kind kKindOf<PolicyDocument> = Kind::policy_document;
template <>
inline constexpr Kind kKindOf<Framework> = Kind::framework;
template <>
inline constexpr Kind kKindOf<Deviation> = Kind::deviation;
template <>
inline constexpr Kind kKindOf<Effort> = Kind::effort;
template <>
inline constexpr Kind kKindOf<Agenda> = Kind::agenda;
template <>
inline constexpr Kind kKindOf<Verdict> = Kind::verdict;
template <>
inline constexpr Kind kKindOf<Budget> = Kind::budget;
template <>
inline constexpr Kind kKindOf<Fund> = Kind::fund;
template <>
inline constexpr Kind kKindOf<Team> = Kind::team;
template <>
inline constexpr Kind kKindOf<Decision> = Kind::decision;
template <>
inline constexpr Kind kKindOf<Partner> = Kind::partner;
template <>
inline constexpr Kind kKindOf<Network> = Kind::network;
template <>
inline constexpr Kind kKindOf<Process> = Kind::process;
template <>
inline constexpr Kind kKindOf<Municipality> = Kind::municipality;
template <>
inline constexpr Kind kKindOf<District> = Kind::district;
template <>
inline constexpr Kind kKindOf<Neighbourhood> = Kind::neighbourhood;
template <>
inline constexpr Kind kKindOf<Boundary> = Kind::boundary;
template <>
inline constexpr Kind kKindOf<Indicator> = Kind::indicator;
template <>
inline constexpr Kind kKindOf<CycleActivity> = Kind::cycle_activity;

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
  return kind == Kind::municipality || kind == Kind::district || kind == Kind::neighbourhood;
}

/// `kind/id`.
[[nodiscard]] std::string to_string(const Reference& reference);
[[nodiscard]] std::optional<Reference> parse_reference(std::string_view text);

}  // namespace koers
