// SPDX-License-Identifier: EUPL-1.2
#include "model/permissions.h"

#include <algorithm>
#include <array>

#include "model/lifecycle.h"

namespace koers {
namespace {

// The states in which a kind is not public yet. Kinds that are not here are public.
struct Hidden {
  Kind kind;
  std::string_view state;
};
constexpr std::array kHidden{
    Hidden{Kind::vision, "draft"},
    Hidden{Kind::effort, "framed"},
    Hidden{Kind::effort, "drafted"},
    Hidden{Kind::policy_document, "in_preparation"},
    Hidden{Kind::framework, "in_preparation"},
};

constexpr std::array kEverybody{Role::resident,   Role::participant, Role::partner,           Role::officer,
                                Role::researcher, Role::controller,  Role::programme_manager, Role::alderman,
                                Role::councillor, Role::clerk,       Role::administrator};
constexpr std::array kStaff{Role::officer,  Role::controller, Role::programme_manager,
                            Role::alderman, Role::clerk,      Role::administrator};
constexpr std::array kEditedByOfficers{Kind::policy_document, Kind::effort,         Kind::partner,       Kind::network,
                                       Kind::process,         Kind::indicator,      Kind::source,        Kind::verdict,
                                       Kind::deviation,       Kind::cycle_activity, Kind::indicator_set, Kind::target,
                                       Kind::field_note,      Kind::scenario,       Kind::appraisal};
constexpr std::array kStructure{Kind::vision, Kind::guideline,  Kind::challenge, Kind::mechanism, Kind::principle, Kind::outcome,
                                Kind::pillar, Kind::focus_area, Kind::influence, Kind::agenda,    Kind::framework};
constexpr std::array kMoney{Kind::budget, Kind::fund, Kind::team, Kind::appraisal, Kind::weighing};
constexpr std::array kWrites{Action::create, Action::edit, Action::withdraw};
constexpr std::array kMoved{Kind::vision, Kind::agenda, Kind::effort, Kind::policy_document, Kind::framework, Kind::process};

void add_reading(std::vector<Permission>& table) {
  for (const Role role : kEverybody) {
    table.push_back({role, Action::read_public, {}, {}, {}});
    table.push_back({role, Action::export_package, {}, {}, {}});
    table.push_back({role, Action::simulate, {}, {}, {}});
    if (role != Role::resident) table.push_back({role, Action::read_own_account, {}, {}, {}});
  }
  for (const Role role : kStaff) {
    table.push_back({role, Action::read_draft, {}, {}, {}});
    table.push_back({role, Action::read_actors, {}, {}, {}});
  }
}

template <class Kinds>
void add_writing(std::vector<Permission>& table, Role role, const Kinds& kinds) {
  for (const Kind kind : kinds) {
    for (const Action action : kWrites) table.push_back({role, action, kind, {}, {}});
  }
}

/// Nobody makes up a signal or takes one away: it comes from the figures, and those that were raised are what the share of hits
/// is counted over. Who speaks for a neighbourhood adds a reply and changes nobody else's.
void add_signals(std::vector<Permission>& table) {
  for (const Role role : {Role::officer, Role::researcher}) table.push_back({role, Action::raise, Kind::signal, {}, {}});
  for (const Role role : {Role::officer, Role::programme_manager}) {
    table.push_back({role, Action::answer, Kind::signal, {}, {}});
    table.push_back(
        {role, Action::edit, Kind::signal, {}, {"reviewer", "deadline", "answer", "reason", "answered_on", "replies"}});
  }
  for (const Role role : {Role::participant, Role::partner, Role::officer}) {
    table.push_back({role, Action::reply, Kind::signal, {}, {}});
  }
}

std::vector<Permission> make_table() {
  std::vector<Permission> table;
  add_reading(table);
  add_writing(table, Role::officer, kEditedByOfficers);
  add_writing(table, Role::programme_manager,
              std::array{Kind::effort, Kind::network, Kind::process, Kind::verdict, Kind::partner, Kind::scenario,
                         Kind::appraisal, Kind::weighing});
  add_writing(table, Role::programme_manager, kStructure);
  add_writing(table, Role::controller, kMoney);
  // A controller keeps the people of an effort, not its content.
  table.push_back({Role::controller, Action::edit, Kind::effort, {}, {"staffing"}});
  add_writing(table, Role::researcher,
              std::array{Kind::indicator, Kind::source, Kind::indicator_set, Kind::target, Kind::reference_distribution,
                         Kind::crosswalk, Kind::scenario});
  // A partner works in the neighbourhood too, and says what is seen there.
  table.push_back({Role::partner, Action::create, Kind::field_note, {}, {}});
  add_signals(table);
  // Decisions are recorded by the clerk; what rests on them moves by the clerk's hand or the programme manager's.
  add_writing(table, Role::clerk, std::array{Kind::decision});
  for (const Kind kind : kMoved) {
    table.push_back({Role::clerk, Action::transition, kind, {}, {}});
    table.push_back({Role::programme_manager, Action::transition, kind, {}, {}});
  }
  // Figures come with a mapping and are shown before they are taken in; who works with figures may do it.
  for (const Role role : {Role::officer, Role::researcher, Role::administrator}) {
    table.push_back({role, Action::import_statistics, {}, {}, {}});
  }
  // Who reports on the city: the controller and the programme manager make the reports, the clerk sends them to the council.
  for (const Role role : {Role::officer, Role::controller, Role::programme_manager, Role::clerk}) {
    table.push_back({role, Action::freeze_report, {}, {}, {}});
  }
  for (const Action action : {Action::import_package, Action::administer_accounts, Action::read_audit}) {
    table.push_back({Role::administrator, action, {}, {}, {}});
  }
  return table;
}

bool covers(const Permission& row, const Roles& roles, Action action, std::optional<Kind> kind, std::string_view state) {
  if (row.action != action || !roles.contains(row.role)) return false;
  if (row.kind && row.kind != kind) return false;
  return row.states.empty() || std::find(row.states.begin(), row.states.end(), state) != row.states.end();
}

}  // namespace

std::span<const Permission> all_permissions() {
  static const std::vector<Permission> kTable = make_table();
  return kTable;
}

bool may(const Roles& roles, Action action, std::optional<Kind> kind, std::string_view state) {
  const auto table = all_permissions();
  return std::any_of(table.begin(), table.end(), [&](const Permission& row) { return covers(row, roles, action, kind, state); });
}

bool may_somewhere(const Roles& roles, Action action) {
  const auto table = all_permissions();
  return std::any_of(table.begin(), table.end(),
                     [&](const Permission& row) { return row.action == action && roles.contains(row.role); });
}

bool may_change_field(const Roles& roles, Kind kind, std::string_view state, std::string_view field) {
  const auto table = all_permissions();
  return std::any_of(table.begin(), table.end(), [&](const Permission& row) {
    return covers(row, roles, Action::edit, kind, state) &&
           (row.fields.empty() || std::find(row.fields.begin(), row.fields.end(), field) != row.fields.end());
  });
}

bool is_hidden_state(Kind kind, std::string_view state) {
  return std::any_of(kHidden.begin(), kHidden.end(),
                     [&](const Hidden& hidden) { return hidden.kind == kind && hidden.state == state; });
}

bool is_public(const City& city, const Reference& document) {
  if (document.kind == Kind::field_note) {
    const FieldNote* note = city.all<FieldNote>().find(document.id);
    return note == nullptr || note->audience == Audience::everybody;
  }
  const auto state = state_of(city, document);
  return !state || !is_hidden_state(document.kind, *state);
}

bool may_read(const Roles& roles, const City& city, const Reference& document) {
  return is_public(city, document) ? may(roles, Action::read_public) : may(roles, Action::read_draft);
}

}  // namespace koers
