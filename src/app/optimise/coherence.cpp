// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/coherence.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/optimise/item_groups.h"

namespace koers {
namespace {

constexpr double kSameGoals = 0.5;    // shared challenges of all that either has (Jaccard)
constexpr double kEverywhere = 0.25;  // a partner in more than this part of the efforts says nothing of double work
constexpr int kLongAgo = 0;
constexpr int kFarAhead = 9'999;

/// An effort that is in, with the years in which it is.
struct Present {
  const Effort* effort = nullptr;
  int from = kLongAgo;
  int until = kFarAhead;
};

Reference reference_of(const Effort& effort) { return {Kind::effort, effort.id.str()}; }

bool is_open(EffortState state) {
  return state != EffortState::closed && state != EffortState::withdrawn && state != EffortState::evaluated;
}

template <class T>
std::vector<T> shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> out;
  for (const T& each : a) {
    if (std::ranges::find(b, each) != b.end()) out.push_back(each);
  }
  return out;
}

const Link* link_between(const Effort& one, const Effort& other) {
  for (const Link& link : one.links) {
    if (link.to == reference_of(other)) return &link;
  }
  return nullptr;
}

class Finder {
 public:
  Finder(const City& city, std::vector<Present> present) : city_(city), present_(std::move(present)) {
    for (const Present& each : present_) by_id_.emplace(each.effort->id.str(), &each);
    for (const Present& each : present_) {
      for (const Involvement& partner : each.effort->partners) ++efforts_of_[partner.partner.str()];
    }
  }

  void find_conflicts() {
    for_each_link(LinkNature::conflicts, [&](const Effort& effort, const Link& link, const Present* other) {
      if (other != nullptr && is_new_pair(effort, *other->effort))
        add({FindingKind::conflict, {reference_of(effort), link.to}, {}, {}, link.note});
    });
  }

  void find_double_work() {
    for_each_link(LinkNature::overlaps, [&](const Effort& effort, const Link& link, const Present* other) {
      if (other == nullptr || !is_new_pair(effort, *other->effort)) return;
      add({FindingKind::double_work, {reference_of(effort), link.to}, common(effort, *other->effort), {}, link.note});
    });
    for (std::size_t a = 0; a < present_.size(); ++a) {
      for (std::size_t b = a + 1; b < present_.size(); ++b) {
        if (does_the_same(present_[a], present_[b]))
          add({FindingKind::double_work,
               {reference_of(*present_[a].effort), reference_of(*present_[b].effort)},
               common(*present_[a].effort, *present_[b].effort),
               {},
               {}});
      }
    }
  }

  void find_gaps() {
    for (const Challenge& challenge : city_.all<Challenge>()) {
      const auto works_on = [&](const Present& each) { return !shared(each.effort->challenges, {challenge.id}).empty(); };
      if (std::ranges::none_of(present_, works_on)) add({FindingKind::gap, {}, {{Kind::challenge, challenge.id.str()}}, {}, {}});
    }
    for (const District& district : city_.all<District>()) {
      const Reference area{Kind::district, district.id.str()};
      const auto works_in = [&](const Present& each) { return belongs_to(city_, reference_of(*each.effort), area); };
      if (std::ranges::none_of(present_, works_in)) add({FindingKind::gap, {}, {area}, {}, {}});
    }
  }

  void find_broken_order() {
    for_each_link(LinkNature::needs, [&](const Effort& effort, const Link& link, const Present* other) {
      if (link.to.kind != Kind::effort) return;
      const Effort* needed = city_.all<Effort>().find(link.to.id);
      if (needed == nullptr || needed->state == EffortState::closed) return;
      const Present& own = *by_id_.at(effort.id.str());
      const bool is_late = other != nullptr && own.from != kLongAgo && other->from + link.lag_years.value_or(0) > own.from;
      if (other == nullptr || is_late) add({FindingKind::order, {reference_of(effort), link.to}, {}, {}, link.note});
    });
  }

  void find_unfunded() {
    std::set<std::string> with_money;
    for (const Budget& budget : city_.all<Budget>()) {
      for (const BudgetLine& line : budget.lines) {
        if (line.effort && (line.amount || line.fund)) with_money.insert(line.effort->str());
      }
      if (budget.shortfall.cents > 0)
        add({FindingKind::unfunded, {budget.subject}, {{Kind::budget, budget.id.str()}}, budget.shortfall.cents, budget.note});
    }
    for (const Appraisal& appraisal : city_.all<Appraisal>()) {
      const auto costs = [](const AppraisalOption& option) { return !option.costs.empty(); };
      if (std::ranges::any_of(appraisal.options, costs)) with_money.insert(appraisal.subject.id);
    }
    for (const Present& each : present_) {
      if (!with_money.contains(each.effort->id.str())) add({FindingKind::unfunded, {reference_of(*each.effort)}, {}, {}, {}});
    }
  }

  std::vector<Finding> take() {
    std::ranges::stable_sort(out_, {}, &Finding::kind);
    return std::move(out_);
  }

 private:
  void add(Finding finding) { out_.push_back(std::move(finding)); }

  template <class Visit>
  void for_each_link(LinkNature nature, Visit visit) const {
    for (const Present& each : present_) {
      for (const Link& link : each.effort->links) {
        if (link.nature != nature) continue;
        const auto other = by_id_.find(link.to.kind == Kind::effort ? link.to.id : "");
        visit(*each.effort, link, other == by_id_.end() ? nullptr : other->second);
      }
    }
  }

  bool is_new_pair(const Effort& one, const Effort& other) {
    return pairs_.insert(std::minmax(one.id.str(), other.id.str())).second;
  }

  [[nodiscard]] std::vector<Reference> telling_partners(const Effort& one, const Effort& other) const {
    std::vector<Reference> out;
    for (const Involvement& own : one.partners) {
      const auto is_same = [&](const Involvement& each) { return each.partner == own.partner; };
      const bool is_everywhere = efforts_of_.at(own.partner.str()) > kEverywhere * static_cast<double>(present_.size());
      if (!is_everywhere && std::ranges::any_of(other.partners, is_same)) out.push_back({Kind::partner, own.partner.str()});
    }
    return out;
  }

  [[nodiscard]] std::vector<Reference> common(const Effort& one, const Effort& other) const {
    std::vector<Reference> out;
    for (const Id<Challenge>& each : shared(one.challenges, other.challenges)) out.push_back({Kind::challenge, each.str()});
    for (const Reference& each : shared(one.areas, other.areas)) out.push_back(each);
    for (const Reference& each : telling_partners(one, other)) out.push_back(each);
    return out;
  }

  bool does_the_same(const Present& one, const Present& other) {
    if (one.until < other.from || other.until < one.from) return false;
    const auto& a = *one.effort;
    const auto& b = *other.effort;
    const auto goals = shared(a.challenges, b.challenges).size();
    const auto all = a.challenges.size() + b.challenges.size() - goals;
    if (goals == 0 || static_cast<double>(goals) < kSameGoals * static_cast<double>(all)) return false;
    if (shared(a.areas, b.areas).empty() || telling_partners(a, b).empty()) return false;
    // A tie between them says that they know of each other.
    if (link_between(a, b) != nullptr || link_between(b, a) != nullptr) return false;
    return is_new_pair(a, b);
  }

  const City& city_;
  std::vector<Present> present_;
  std::map<std::string, const Present*> by_id_;
  std::map<std::string, int> efforts_of_;  // partner → efforts
  std::set<std::pair<std::string, std::string>> pairs_;
  std::vector<Finding> out_;
};

std::vector<Finding> all_findings(const City& city, std::vector<Present> present) {
  Finder finder(city, std::move(present));
  finder.find_conflicts();
  finder.find_double_work();
  finder.find_gaps();
  finder.find_broken_order();
  finder.find_unfunded();
  return finder.take();
}

}  // namespace

std::vector<Finding> findings_of_city(const City& city) {
  std::vector<Present> present;
  for (const Effort& effort : city.all<Effort>()) {
    if (!is_open(effort.state)) continue;
    present.push_back({&effort, effort.starts ? effort.starts->year : kLongAgo, effort.ends ? effort.ends->year : kFarAhead});
  }
  return all_findings(city, std::move(present));
}

std::vector<Finding> findings_of_choice(const AgendaProblem& problem, const optimise::Choice& choice) {
  std::vector<Present> present;
  for (std::size_t item = 0; item < choice.size(); ++item) {
    const Effort* effort = problem.items[item].effort;
    if (effort == nullptr || choice[item] == optimise::kNoColumn) continue;
    const auto column = static_cast<std::size_t>(choice[item]);
    if (!problem.portfolio.columns[column].active) continue;
    const AgendaColumn& facts = problem.columns[column];
    const bool runs = problem.portfolio.items[item].running;
    const int from = runs ? kLongAgo : problem.first_year() + facts.start;
    present.push_back({effort, from, problem.first_year() + facts.start + facts.option->years - 1});
  }
  return all_findings(*problem.city, std::move(present));
}

}  // namespace koers
