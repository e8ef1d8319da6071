// SPDX-License-Identifier: EUPL-1.2
#include "model/lifecycle.h"

#include <algorithm>
#include <array>

namespace koers {
namespace {

constexpr std::string_view kCouncilSetsFrames = "the council sets the guiding frameworks before a programme is drafted";
constexpr std::string_view kCouncilConsents = "the college adopts a programme only after the council's consent";
constexpr std::string_view kCollegeAdopts = "the college adopts programmes and starts efforts";
constexpr std::string_view kCouncilAdoptsVision = "the council adopts the vision";
constexpr std::string_view kCouncilAdoptsAgenda = "the council adopts the strategic agenda";
constexpr std::string_view kCollegeUpholds = "the college keeps policy and reports on it";

constexpr std::array kTransitions{
    Transition{Kind::vision, "draft", "on_display", Body::college, "the college puts the draft vision on display"},
    Transition{Kind::vision, "on_display", "adopted", Body::council, kCouncilAdoptsVision},
    Transition{Kind::vision, "adopted", "under_review", Body::council, "the council decides to review the vision"},
    Transition{Kind::vision, "under_review", "adopted", Body::council, kCouncilAdoptsVision},
    Transition{Kind::vision, "under_review", "superseded", Body::council, kCouncilAdoptsVision},
    Transition{Kind::agenda, "proposed", "adopted", Body::council, kCouncilAdoptsAgenda},
    Transition{Kind::agenda, "proposed", "withdrawn", Body::college, "the college may withdraw what it proposed"},
    Transition{Kind::agenda, "adopted", "succeeded", Body::council, kCouncilAdoptsAgenda},
    Transition{Kind::effort, "proposed", "framed", Body::council, kCouncilSetsFrames, true, false},
    Transition{Kind::effort, "framed", "drafted", Body::college, "the college drafts the programme", true, false},
    Transition{Kind::effort, "drafted", "consented", Body::council, kCouncilConsents, true, false},
    Transition{Kind::effort, "consented", "adopted", Body::college, kCollegeAdopts, true, false},
    Transition{Kind::effort, "proposed", "adopted", Body::college, kCollegeAdopts, false, true},
    Transition{Kind::effort, "adopted", "running", Body::college, kCollegeAdopts},
    Transition{Kind::effort, "running", "evaluated", Body::college, "the college reports what an effort brought"},
    Transition{Kind::effort, "evaluated", "closed", Body::college, "the college closes what has been evaluated"},
    Transition{Kind::effort, "proposed", "withdrawn", Body::college, "withdrawing needs a decision with its reason"},
    Transition{Kind::effort, "framed", "withdrawn", Body::college, "withdrawing needs a decision with its reason"},
    Transition{Kind::effort, "drafted", "withdrawn", Body::college, "withdrawing needs a decision with its reason"},
    Transition{Kind::effort, "consented", "withdrawn", Body::college, "withdrawing needs a decision with its reason"},
    Transition{Kind::effort, "adopted", "withdrawn", Body::college, "withdrawing needs a decision with its reason"},
    Transition{Kind::effort, "running", "withdrawn", Body::college, "withdrawing needs a decision with its reason"},
    Transition{Kind::policy_document, "in_preparation", "in_force", Body::college, kCollegeUpholds},
    Transition{Kind::policy_document, "in_force", "superseded", Body::college, kCollegeUpholds},
    Transition{Kind::policy_document, "in_force", "withdrawn", Body::college, kCollegeUpholds},
    Transition{Kind::policy_document, "in_preparation", "withdrawn", Body::college, kCollegeUpholds},
    Transition{Kind::policy_document, "unknown", "in_force", Body::college, kCollegeUpholds},
    Transition{Kind::policy_document, "unknown", "withdrawn", Body::college, kCollegeUpholds},
    Transition{Kind::framework, "in_preparation", "in_force", Body::council, "the council adopts frameworks"},
    Transition{Kind::framework, "in_force", "superseded", Body::council, "the council adopts frameworks"},
    Transition{Kind::framework, "in_force", "withdrawn", Body::council, "the council adopts frameworks"},
    Transition{Kind::process, "plan", "participants", Body::college, "the college starts a participation process"},
    Transition{Kind::process, "participants", "issues", Body::director, "the participants have been chosen"},
    Transition{Kind::process, "issues", "interim_stop", Body::director, "the issues have been chosen"},
    Transition{Kind::process, "interim_stop", "agendas", Body::college, "the college decides at the interim stop how to go on"},
    Transition{Kind::process, "interim_stop", "ended", Body::college, "the college decides at the interim stop how to go on"},
    Transition{Kind::process, "agendas", "covenant", Body::college, "the college signs for the city"},
    Transition{Kind::process, "covenant", "learning", Body::college, "the college signs for the city"},
    Transition{Kind::process, "learning", "ended", Body::director, "the lessons have been recorded"},
};

bool is_programme(const City& city, const Reference& document) {
  const Effort* effort = city.all<Effort>().find(document.id);
  return effort != nullptr && (effort->form == EffortForm::policy_programme || effort->form == EffortForm::area_programme);
}

bool applies(const Transition& step, const Reference& document, std::string_view state, bool programme) {
  return step.kind == document.kind && step.from == state && !(step.programmes_only && !programme) &&
         !(step.others_only && programme);
}

Result<void> check_decision(const City& city, const Reference& document, const Transition& step, const Id<Decision>& id) {
  const Decision* decision = city.find(id);
  if (decision == nullptr) return failure(ErrorCode::not_found, "There is no decision `" + id.str() + "`.");
  if (decision->body != step.body) {
    return failure(ErrorCode::forbidden, "This step needs a decision of the " + std::string(name_of(step.body)) + ", but `" +
                                             id.str() + "` is of the " + name_of(decision->body) + ": " +
                                             std::string(step.reason) + '.');
  }
  const auto& subjects = decision->subjects;
  if (std::find(subjects.begin(), subjects.end(), document) == subjects.end()) {
    return failure(ErrorCode::forbidden, "The decision `" + id.str() + "` is not about " + to_string(document) + '.');
  }
  return {};
}

}  // namespace

std::span<const Transition> all_transitions() { return kTransitions; }

std::optional<std::string> state_of(const City& city, const Reference& document) {
  std::optional<std::string> state;
  visit_kind(document.kind, [&]<class T>(RecordTag<T>) {
    if constexpr (requires(const T& record) { record.state; }) {
      if (const T* record = city.all<T>().find(document.id)) state = name_of(record->state);
    }
  });
  return state;
}

std::vector<Transition> next_transitions(const City& city, const Reference& document) {
  std::vector<Transition> steps;
  const auto state = state_of(city, document);
  if (!state) return steps;
  const bool programme = is_programme(city, document);
  std::copy_if(kTransitions.begin(), kTransitions.end(), std::back_inserter(steps),
               [&](const Transition& step) { return applies(step, document, *state, programme); });
  return steps;
}

Result<void> check_transition(const City& city, const Reference& document, std::string_view to, const Id<Decision>& decision) {
  const auto state = state_of(city, document);
  if (!state) return failure(ErrorCode::not_found, to_string(document) + " does not exist or has no states.");
  const auto steps = next_transitions(city, document);
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const Transition& each) { return each.to == to; });
  if (step == steps.end()) {
    std::string allowed;
    for (const Transition& each : steps) allowed += (allowed.empty() ? "" : ", ") + std::string(each.to);
    return failure(ErrorCode::conflict, to_string(document) + " is `" + *state + "` and cannot become `" + std::string(to) +
                                            "`; from here: " + (allowed.empty() ? "nothing" : allowed) + '.');
  }
  return check_decision(city, document, *step, decision);
}

std::optional<Body> adopting_body(Kind kind) {
  const bool council = kind == Kind::vision || kind == Kind::agenda || kind == Kind::framework;
  return council ? std::optional(Body::council) : std::nullopt;
}

}  // namespace koers
