// SPDX-License-Identifier: EUPL-1.2
#include "model/kinds.h"

#include <algorithm>
#include <array>

namespace koers {
namespace {

struct Plural {
  Kind kind;
  std::string_view text;
};

constexpr std::array kPlurals{
    Plural{Kind::city, "cities"},
    Plural{Kind::source, "sources"},
    Plural{Kind::vision, "visions"},
    Plural{Kind::guideline, "guidelines"},
    Plural{Kind::challenge, "challenges"},
    Plural{Kind::mechanism, "mechanisms"},
    Plural{Kind::principle, "principles"},
    Plural{Kind::outcome, "outcomes"},
    Plural{Kind::pillar, "pillars"},
    Plural{Kind::focus_area, "focus-areas"},
    Plural{Kind::influence, "influences"},
    Plural{Kind::policy_document, "policy-documents"},
    Plural{Kind::framework, "frameworks"},
    Plural{Kind::deviation, "deviations"},
    Plural{Kind::effort, "efforts"},
    Plural{Kind::agenda, "agendas"},
    Plural{Kind::verdict, "verdicts"},
    Plural{Kind::budget, "budgets"},
    Plural{Kind::fund, "funds"},
    Plural{Kind::team, "teams"},
    Plural{Kind::decision, "decisions"},
    Plural{Kind::partner, "partners"},
    Plural{Kind::network, "networks"},
    Plural{Kind::process, "processes"},
    Plural{Kind::municipality, "municipalities"},
    Plural{Kind::district, "districts"},
    Plural{Kind::neighbourhood, "neighbourhoods"},
    Plural{Kind::boundary, "boundaries"},
    Plural{Kind::indicator, "indicators"},
    Plural{Kind::cycle_activity, "cycle-activities"},
    Plural{Kind::region, "regions"},
    Plural{Kind::indicator_set, "indicator-sets"},
    Plural{Kind::target, "targets"},
    Plural{Kind::reference_distribution, "reference-distributions"},
    Plural{Kind::crosswalk, "crosswalks"},
    Plural{Kind::signal, "signals"},
    Plural{Kind::field_note, "field-notes"},
    Plural{Kind::scenario, "scenarios"},
    Plural{Kind::appraisal, "appraisals"},
    Plural{Kind::weighing, "weighings"},
};
static_assert(kPlurals.size() == boost::mp11::mp_size<AllRecords>::value, "every kind needs a plural");

}  // namespace

std::string_view plural_of(Kind kind) {
  return std::find_if(kPlurals.begin(), kPlurals.end(), [&](const Plural& each) { return each.kind == kind; })->text;
}

std::optional<Kind> kind_from_plural(std::string_view plural) {
  const auto found = std::find_if(kPlurals.begin(), kPlurals.end(), [&](const Plural& each) { return each.text == plural; });
  return found == kPlurals.end() ? std::nullopt : std::optional(found->kind);
}

std::string to_string(const Reference& reference) { return std::string(name_of(reference.kind)) + '/' + reference.id; }

std::optional<Reference> parse_reference(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto kind = enum_from<Kind>(text.substr(0, slash));
  if (!kind || !is_valid_id(text.substr(slash + 1))) return std::nullopt;
  return Reference{*kind, std::string(text.substr(slash + 1))};
}

}  // namespace koers
