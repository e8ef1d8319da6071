// SPDX-License-Identifier: EUPL-1.2
#include "model/check.h"

#include <algorithm>
#include <set>

#include "model/lifecycle.h"
#include "model/units.h"

namespace koers {
namespace {

constexpr int kTermYearsMin = 2;  // VISIE 4.2: programmes, and so agendas, run two to eight years
constexpr int kTermYearsMax = 8;
constexpr int kMaxLag = 20;
constexpr int kMaxYears = 100;  // for lags and terms; more is a slip of the pen

std::string show(const Date& date) { return to_string(date); }
std::string show(int number) { return std::to_string(number); }

}  // namespace

void CityCheck::fault(std::string rule, const Reference& document, std::string path, std::string found, std::string expected) {
  if (faults_.size() >= kMaxFaults) return;
  Place place = places_.of(document, path);
  std::string name = to_string(document);
  if (!path.empty()) name += ' ' + path;
  faults_.push_back({std::move(rule), std::move(place), std::move(name), std::move(found), std::move(expected)});
}

void CityCheck::check_text(const Text& text, const Reference& document, const std::string& path) {
  const auto languages = city_.languages();
  for (const auto& language : languages) {
    if (!text.by_language.contains(language)) {
      fault("missing_text", document, path, "no text in `" + language + '`', "one in every language of the package");
    }
  }
  for (const auto& [language, words] : text.by_language) {
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
      fault("unknown_language", document, path + '.' + language, '`' + language + '`', "a language that city.yaml declares");
    }
  }
}

void CityCheck::check_unit(const std::string& unit, const Reference& document, const std::string& path) {
  if (find_unit(unit) != nullptr) return;
  std::string expected = "one of";
  for (const Unit& known : kUnits) expected += ' ' + std::string(known.name);
  fault("unknown_unit", document, path, in_quotes(unit), std::move(expected));
}

void CityCheck::check_order(const Date& from, const Date& to, const Reference& document, const std::string& path) {
  if (to.last_day() < from.first_day()) fault("years_out_of_order", document, path, show(to), "not before " + show(from));
}

template <class T>
void CityCheck::check_value(const T& value, const Reference& document, const std::string& path) {
  if constexpr (kIsOptional<T>) {
    if (value) check_value(*value, document, path);
  } else if constexpr (kIsVector<T> && !std::is_same_v<T, MultiPolygon>) {
    for (std::size_t i = 0; i < value.size(); ++i) check_value(value[i], document, path + '[' + std::to_string(i) + ']');
  } else if constexpr (std::is_same_v<T, Text>) {
    check_text(value, document, path);
  } else if constexpr (Record<T>) {
    if constexpr (std::is_same_v<T, YearSpan>) check_order({value.from.value, 0, 0}, {value.to.value, 0, 0}, document, path);
    if constexpr (std::is_same_v<T, Figure>) {
      check_unit(value.unit, document, path + ".unit");
      if (value.sources.empty()) fault("missing_source", document, path, "a figure without a source", "where it comes from");
    }
    if constexpr (std::is_same_v<T, Phase>) {
      if (value.starts && value.ends) check_order(*value.starts, *value.ends, document, path + ".ends");
    }
    for_each_field(value, [&](const char* name, const auto& field) {
      check_value(field, document, path.empty() ? name : path + '.' + name);
    });
  }
}

template <Record T>
void CityCheck::check_document(const T& record) {
  const Reference self{kKindOf<T>, record.id.str()};
  check_value(record, self, "");
  for_each_reference(record, [&](const std::string& path, const Reference& to) {
    if (!city_.contains(to)) fault("unknown_reference", self, path, to_string(to), "the id of a document in this package");
  });
  // A scenario asks something; only what a question rests on has a source.
  if constexpr (requires { record.sources; } && !std::is_same_v<T, Scenario>) {
    if (record.sources.empty())
      fault("missing_source", self, "", "no sources", "at least one: the paper or table and the place in it");
  }
  check_own_rules(record);
}

void CityCheck::check_mandate(const std::optional<Id<Decision>>& decision, const Reference& document) {
  const Decision* found = decision ? city_.find(*decision) : nullptr;
  const auto body = adopting_body(document.kind);
  if (found == nullptr || !body || found->body == *body) return;
  fault("mandate", document, "adopted_by", std::string("a decision of the ") + name_of(found->body),
        std::string("one of the ") + name_of(*body));
}

void CityCheck::check_own_rules(const Effort& effort) {
  const Reference self{Kind::effort, effort.id.str()};
  check_areas(effort.areas, self);
  for (std::size_t i = 0; i < effort.links.size(); ++i) {
    const Link& link = effort.links[i];
    const std::string path = "links[" + std::to_string(i) + "].lag_years";
    if (link.lag_years && link.nature != LinkNature::needs) fault("unknown_field", self, path, "lag_years", "a link `needs`");
    if (link.lag_years && (*link.lag_years < 0 || *link.lag_years > kMaxLag))
      fault("type", self, path, show(*link.lag_years), "years from 0 to 20");
  }
  if (!effort.starts || !effort.ends) return;
  check_order(*effort.starts, *effort.ends, self, "ends");
  const bool programme = effort.form == EffortForm::policy_programme || effort.form == EffortForm::area_programme;
  if (programme) check_term(effort.ends->year - effort.starts->year, self, "ends", show(*effort.starts), show(*effort.ends));
}

/// `years` between first and last year; those may be all that is known: 2021 to 2022 can be two.
void CityCheck::check_term(int years, const Reference& document, const std::string& path, const std::string& from,
                           const std::string& to) {
  if (years + 1 >= kTermYearsMin && years <= kTermYearsMax) return;
  fault("term", document, path, from + " to " + to, "a term of 2 to 8 years");
}

void CityCheck::check_own_rules(const PolicyDocument& document) {
  const Reference self{Kind::policy_document, document.id.str()};
  const auto not_before = [&](const std::optional<Year>& later, const char* path) {
    if (document.year && later && *later < *document.year) {
      fault("years_out_of_order", self, path, to_string(*later), "not before " + to_string(*document.year));
    }
  };
  not_before(document.runs_until, "runs_until");
  not_before(document.review_due, "review_due");
}

void CityCheck::check_own_rules(const Influence& influence) {
  const Reference self{Kind::influence, influence.id.str()};
  if (influence.lag_years_min < 0 || influence.lag_years_max < influence.lag_years_min || influence.lag_years_max > kMaxYears) {
    fault("years_out_of_order", self, "lag_years_max", show(influence.lag_years_max),
          "not less than lag_years_min, both from 0 to 100");
  }
  const Kind from = influence.from.kind;
  if (from != Kind::guideline && from != Kind::challenge && from != Kind::mechanism) {
    fault("type", self, "from", to_string(influence.from), "a guideline, challenge or mechanism");
  }
}

void CityCheck::check_own_rules(const CycleActivity& activity) {
  const Reference self{Kind::cycle_activity, activity.id.str()};
  if (activity.every_years_min < 1 || activity.every_years_max < activity.every_years_min ||
      activity.every_years_max > kMaxYears) {
    fault("years_out_of_order", self, "every_years_max", show(activity.every_years_max),
          "not less than every_years_min, both from 1 to 100");
  }
  if (activity.month && (*activity.month < 1 || *activity.month > 12)) {
    fault("type", self, "month", show(*activity.month), "a month from 1 to 12");
  }
}

void CityCheck::check_own_rules(const Vision& vision) {
  const Reference self{Kind::vision, vision.id.str()};
  check_mandate(vision.adopted_by, self);
  if (vision.review_after_years < 1 || vision.review_before_years < vision.review_after_years ||
      vision.review_before_years > kMaxYears) {
    fault("years_out_of_order", self, "review_before_years", show(vision.review_before_years),
          "not less than review_after_years, both from 1 to 100");
  }
}

void CityCheck::check_own_rules(const Agenda& agenda) {
  const Reference self{Kind::agenda, agenda.id.str()};
  check_mandate(agenda.adopted_by, self);
  check_term(agenda.term.to.value - agenda.term.from.value, self, "term", show(agenda.term.from.value),
             show(agenda.term.to.value));
  for (std::size_t i = 0; i < agenda.items.size(); ++i) {
    const Reference& item = agenda.items[i].item;
    if (item.kind == Kind::effort || item.kind == Kind::policy_document) continue;
    fault("type", self, "items[" + std::to_string(i) + "].item", to_string(item), "an effort or policy document");
  }
}

void CityCheck::check_own_rules(const Framework& framework) {
  check_mandate(framework.adopted_by, {Kind::framework, framework.id.str()});
}

void CityCheck::check_own_rules(const FocusArea& area) { check_areas(area.areas, {Kind::focus_area, area.id.str()}); }

void CityCheck::check_own_rules(const Process& process) { check_areas(process.areas, {Kind::process, process.id.str()}); }

void CityCheck::check_area(const Reference& area, const Reference& document, const std::string& path) {
  if (is_area(area.kind)) return;
  fault("type", document, path, to_string(area), "a region, municipality, district or neighbourhood");
}

void CityCheck::check_areas(const std::vector<Reference>& areas, const Reference& document) {
  for (std::size_t i = 0; i < areas.size(); ++i) check_area(areas[i], document, "areas[" + std::to_string(i) + ']');
}

void CityCheck::check_own_rules(const Boundary& boundary) {
  if (boundary.area.id == boundary.id.str() && is_area(boundary.area.kind)) return;
  fault("type", {Kind::boundary, boundary.id.str()}, "area", to_string(boundary.area), "the area with the id of the boundary");
}

template <Record T>
void CityCheck::check_numbers() {
  std::set<int> seen;
  for (const T& record : city_.all<T>()) {
    const Reference self{kKindOf<T>, record.id.str()};
    if (!seen.insert(record.number).second) fault("double_number", self, "number", show(record.number), "every number once");
  }
}

std::vector<Fault> CityCheck::run() && {
  for_each_kind([&]<class T>(RecordTag<T>) {
    for (const T& record : city_.all<T>()) check_document(record);
  });
  check_numbers<Guideline>();
  check_numbers<Challenge>();
  check_numbers<Mechanism>();
  check_numbers<Principle>();
  check_numbers<Outcome>();
  check_numbers<Pillar>();
  check_cycles();
  check_observations();
  check_area_sums();
  check_signals_once();
  check_appraisals_once();
  return std::move(faults_);
}

std::map<std::string, int> count_by_kind(const City& city) {
  std::map<std::string, int> counts;
  for_each_kind([&]<class T>(RecordTag<T>) { counts[name_of(kKindOf<T>)] = static_cast<int>(city.all<T>().size()); });
  return counts;
}

}  // namespace koers
