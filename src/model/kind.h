// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>

#include <boost/describe/enum.hpp>

namespace koers {

/// What a document of the city is. The name is the wire form everywhere: ledger, package, JSON; in a path `_` becomes `-`.
/// Stored by name, so the order is free; never reuse a name for another noun.
enum class Kind : std::uint8_t {
  city,
  source,
  vision,
  guideline,
  challenge,
  mechanism,
  principle,
  outcome,
  pillar,
  focus_area,
  influence,
  policy_document,
  framework,
  deviation,
  effort,
  agenda,
  verdict,
  budget,
  fund,
  team,
  decision,
  partner,
  network,
  process,
  municipality,
  district,
  neighbourhood,
  boundary,
  indicator,
  cycle_activity,
  region,
  indicator_set,
  target,
  reference_distribution,
  crosswalk,
  signal,
  field_note,
  scenario,
  appraisal,
  weighing
};
BOOST_DESCRIBE_ENUM(Kind, city, source, vision, guideline, challenge, mechanism, principle, outcome, pillar, focus_area,
                    influence, policy_document, framework, deviation, effort, agenda, verdict, budget, fund, team, decision,
                    partner, network, process, municipality, district, neighbourhood, boundary, indicator, cycle_activity, region,
                    indicator_set, target, reference_distribution, crosswalk, signal, field_note, scenario, appraisal, weighing)

/// A reference to a document of any kind, written `kind/id`.
struct Reference {
  Kind kind{};
  std::string id;
  auto operator<=>(const Reference&) const = default;
};

}  // namespace koers
