// SPDX-License-Identifier: EUPL-1.2
// What can only be judged when the whole city is there: references, sums, order, terms, sources, languages, mandates.
#pragma once
#include "model/package.h"

namespace koers {

/// Collects faults of a city, each with the place where it was written.
class CityCheck {
 public:
  CityCheck(const City& city, const PackagePlaces& places) : city_(city), places_(places) {}
  [[nodiscard]] std::vector<Fault> run() &&;

 private:
  void fault(std::string rule, const Reference& document, std::string path, std::string found, std::string expected);

  template <Record T>
  void check_document(const T& record);
  template <class T>
  void check_value(const T& value, const Reference& document, const std::string& path);
  void check_text(const Text& text, const Reference& document, const std::string& path);
  void check_unit(const std::string& unit, const Reference& document, const std::string& path);
  void check_order(const Date& from, const Date& to, const Reference& document, const std::string& path);

  void check_term(int years, const Reference& document, const std::string& path, const std::string& from, const std::string& to);
  void check_own_rules(const Effort& effort);
  void check_own_rules(const PolicyDocument& document);
  void check_own_rules(const Influence& influence);
  void check_own_rules(const CycleActivity& activity);
  void check_own_rules(const Vision& vision);
  void check_own_rules(const Agenda& agenda);
  void check_own_rules(const Framework& framework);
  void check_own_rules(const FocusArea& area);
  void check_own_rules(const Process& process);
  void check_own_rules(const Boundary& boundary);
  void check_own_rules(const Budget& budget);
  void check_own_rules(const Indicator& indicator);
  void check_own_rules(const IndicatorSet& set);
  void check_own_rules(const Target& target);
  void check_own_rules(const ReferenceDistribution& distribution);
  void check_own_rules(const Crosswalk& crosswalk);
  void check_own_rules(const Signal& signal);
  void check_own_rules(const FieldNote& note);
  void check_own_rules(const Scenario& scenario);
  void check_own_rules(const Appraisal& appraisal);
  void check_own_rules(const Weighing& weighing);
  void check_option(const Appraisal& appraisal, std::size_t index);
  void check_contributions(const AppraisalOption& option, const Reference& document, const std::string& path);
  void check_criteria(const Weighing& weighing, const Reference& document);
  void check_means(const Weighing& weighing, const Reference& document);
  void check_wishes(const Weighing& weighing, const Reference& document);
  void check_appraisals_once();
  void check_step(const ScenarioStep& step, const Reference& document, const std::string& path);
  void check_step_values(const ScenarioStep& step, const Reference& document, const std::string& path);
  void check_signal_dates(const Signal& signal);
  void check_signals_once();
  void check_impersonal(const std::string& text, int year, const Reference& document, const std::string& path);
  template <class T>
  void check_own_rules(const T&) {}

  template <Record T>
  void check_numbers();
  void check_mandate(const std::optional<Id<Decision>>& decision, const Reference& document);
  void check_area(const Reference& area, const Reference& document, const std::string& path);
  void check_areas(const std::vector<Reference>& areas, const Reference& document);
  void check_cycles();
  void check_observations();
  [[nodiscard]] std::optional<std::string> wrong_value(const Observation& observation) const;
  void check_area_sums();

  const City& city_;
  const PackagePlaces& places_;
  std::vector<Fault> faults_;
};

[[nodiscard]] inline std::vector<Fault> check_city(const City& city, const PackagePlaces& places) {
  return CityCheck(city, places).run();
}

/// Documents by kind.
[[nodiscard]] std::map<std::string, int> count_by_kind(const City& city);

}  // namespace koers
