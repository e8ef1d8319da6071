// SPDX-License-Identifier: EUPL-1.2
// Which step may follow which, and whose decision it must rest on (mission C6; VISIE 4.2 and 4.3). One table; nothing else in
// the program knows a rule about states.
#pragma once
#include <span>

#include "base/result.h"
#include "model/city.h"

namespace koers {

/// A step that is allowed.
struct Transition {
  Kind kind;
  std::string_view from;
  std::string_view to;
  Body body;                ///< must have taken the decision
  std::string_view reason;  ///< the rule in words, for whoever is refused
  bool programmes_only = false;
  bool others_only = false;  ///< for efforts that are not programmes
};

[[nodiscard]] std::span<const Transition> all_transitions();

/// The steps that the document may take from where it is.
[[nodiscard]] std::vector<Transition> next_transitions(const City& city, const Reference& document);

/// `conflict`: no such step from here; `forbidden`: the decision is of another body, or is not about this document;
/// `not_found`: no such document or decision.
[[nodiscard]] Result<void> check_transition(const City& city, const Reference& document, std::string_view to,
                                            const Id<Decision>& decision);

/// The body whose decision adopts documents of this kind; none: it is not adopted.
[[nodiscard]] std::optional<Body> adopting_body(Kind kind);

/// The name of the state of a document; none when its kind has no states or it does not exist.
[[nodiscard]] std::optional<std::string> state_of(const City& city, const Reference& document);

}  // namespace koers
