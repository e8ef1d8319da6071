// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_problem.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/optimise/item_groups.h"
#include "app/optimise/option_scores.h"
#include "optimise/check.h"

namespace koers {
namespace {

using optimise::Column;
using optimise::Item;
using optimise::Portfolio;
using optimise::Value;

constexpr int kLongAgo = -20;  // years before the agenda in which what runs has begun; no lag of a link is longer
constexpr double kCentsPerMillion = 1e8;
constexpr double kHundredthsPerFte = 100;
constexpr std::size_t kPillars = 2;

std::string at(const char* list, std::size_t index) { return std::string(list) + '[' + std::to_string(index) + ']'; }

Value units_of(double points) { return std::llround(points * static_cast<double>(optimise::kUnitsPerPoint)); }

class Builder {
 public:
  Builder(std::shared_ptr<const City> city, AgendaRequest request) : city_(*city) {
    out_.city = std::move(city);
    out_.request = std::move(request);
  }

  Result<AgendaProblem> build() {
    out_.weighing = city_.all<Weighing>().find(out_.request.weighing);
    if (out_.weighing == nullptr)
      return failure(ErrorCode::not_found, "There is no weighing " + out_.request.weighing + " in this city.");
    self_ = "weighing/" + out_.request.weighing;
    out_.portfolio.years = out_.weighing->years.to.value - out_.weighing->years.from.value + 1;
    frame();
    criteria();
    items();
    links();
    coverage();
    wishes();
    tempo();
    if (!faults_.empty()) return refused();
    out_.portfolio = optimise::likely(out_.portfolio, out_.assessment);
    faults_ = optimise::check(out_.portfolio);
    if (!faults_.empty()) return refused();
    pillars();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::unexpected<Error> refused() {
    return failure(ErrorCode::bad_input, "This agenda cannot be weighed as it stands.", std::move(faults_));
  }

  void fault(const char* rule, const std::string& document, const std::string& path, std::string found, std::string expected) {
    faults_.push_back({rule, {}, path.empty() ? document : document + ' ' + path, std::move(found), std::move(expected)});
  }

  void frame() {
    const Exchange& exchange = out_.weighing->exchange;
    const Value per_cent = units_of(exchange.overrun_million.to_double() / kCentsPerMillion);
    const Value per_hundredth = units_of(exchange.overrun_fte.to_double() / kHundredthsPerFte);
    const Value per_hired = units_of(exchange.hired_fte.to_double() / kHundredthsPerFte);
    for (const FundFrame& each : out_.weighing->funds) {
      sources_.emplace(each.fund.str(), out_.portfolio.sources.size());
      optimise::Source source{each.fund.str(),
                              {},
                              each.carries_over,
                              each.reserve_at_start.value_or(Euro{}).cents,
                              each.reserve_most.value_or(Euro{}).cents,
                              {!each.hard, per_cent}};
      for (const Euro amount : each.budget) source.budget.push_back(amount.cents);
      out_.portfolio.sources.push_back(std::move(source));
    }
    for (const TeamFrame& each : out_.weighing->teams) {
      teams_.emplace(each.team.str(), out_.portfolio.teams.size());
      optimise::Team team{each.team.str(), {}, each.hire_percent, per_hired, {!each.hard, per_hundredth}};
      for (const Fte amount : each.capacity) team.capacity.push_back(amount.hundredths);
      out_.portfolio.teams.push_back(std::move(team));
    }
  }

  void criteria() {
    for (const Criterion& each : out_.weighing->criteria) {
      out_.assessment.criteria.push_back({each.weight.to_double(), each.least.to_double(), each.most.to_double(), each.rank});
    }
  }

  void items() {
    std::map<Reference, const Appraisal*> appraisals;
    for (const Appraisal& each : city_.all<Appraisal>()) appraisals.emplace(each.subject, &each);
    const auto& listed = out_.weighing->items;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      if (appraisals.contains(listed[i])) continue;
      fault("not_appraised", self_, at("items", i), to_string(listed[i]), "something that has an appraisal");
    }
    for (const Appraisal& each : city_.all<Appraisal>()) {
      if (listed.empty() || std::ranges::find(listed, each.subject) != listed.end()) add_item(each);
    }
    if (out_.portfolio.items.empty()) fault("missing_field", self_, "", "nothing that is appraised", "at least one item");
  }

  void add_item(const Appraisal& appraisal) {
    const std::size_t item = out_.portfolio.items.size();
    places_.emplace(appraisal.subject, item);
    const auto keep = std::ranges::find(appraisal.options, OptionForm::keep, &AppraisalOption::form);
    const AppraisalOption* running = keep == appraisal.options.end() ? nullptr : &*keep;
    out_.portfolio.items.push_back({to_string(appraisal.subject), running != nullptr});
    const Effort* effort = appraisal.subject.kind == Kind::effort ? city_.all<Effort>().find(appraisal.subject.id) : nullptr;
    out_.items.push_back({&appraisal, effort, 0, {}});
    // What is kept comes first: it is what the other columns shift money away from.
    if (running != nullptr) {
      out_.items[item].baseline = out_.columns.size();
      add_column(item, running, *running, 0);
      out_.baseline_money += total_money(out_.columns.back().means);
    }
    for (const AppraisalOption& option : appraisal.options) {
      if (option.form != OptionForm::keep) add_starts(item, running, option);
    }
    out_.assessment.cost_factors.push_back(cost_factor(appraisal));
  }

  void add_starts(std::size_t item, const AppraisalOption* running, const AppraisalOption& option) {
    const Appraisal& appraisal = *out_.items[item].appraisal;
    const int first_year = out_.first_year();
    int first = option.starts ? option.starts->from.value - first_year : 0;
    int last = option.starts ? option.starts->to.value - first_year : out_.years() - 1;
    if (appraisal.bound_until) first = std::max(first, appraisal.bound_until->value + 1 - first_year);
    first = std::max(first, 0);
    last = std::min(last, out_.years() - 1);
    for (int start = first; start <= last; ++start) add_column(item, running, option, start);
  }

  void add_column(std::size_t item, const AppraisalOption* running, const AppraisalOption& option, int start) {
    AgendaColumn facts{&option, start, option_means(running, option, start, out_.years())};
    Column column;
    column.item = item;
    column.option = name_of(option.form);
    column.first_year = running == nullptr ? start : kLongAgo;
    column.years = running == nullptr ? option.years : out_.years() - kLongAgo;
    column.active = option.form != OptionForm::stop;
    add_uses(column, facts.means, item);
    const std::size_t baseline = out_.items[item].baseline;
    column.shift = running == nullptr                ? total_money(facts.means)
                   : option.form == OptionForm::keep ? 0
                                                     : shifted_money(facts.means, out_.columns[baseline].means);
    add_scores(running, option, start);
    out_.items[item].columns.push_back(out_.columns.size());
    out_.columns.push_back(std::move(facts));
    out_.portfolio.columns.push_back(std::move(column));
  }

  void add_uses(Column& column, const OptionMeans& means, std::size_t item) {
    const auto add = [&](const auto& by_name, const auto& rows, auto& uses, const char* what) {
      for (const auto& [name, amounts] : by_name) {
        const auto row = rows.find(name);
        if (row == rows.end()) {
          missing_row(item, what, name);
          continue;
        }
        for (std::size_t year = 0; year < amounts.size(); ++year) {
          if (amounts[year] > 0) uses.push_back({row->second, static_cast<int>(year), amounts[year]});
        }
      }
    };
    add(means.money, sources_, column.money, "fund");
    add(means.people, teams_, column.people, "team");
  }

  void missing_row(std::size_t item, const char* what, const std::string& name) {
    if (!missing_.insert({item, name}).second) return;
    fault("no_means", "appraisal/" + out_.items[item].appraisal->id.str(), "options", std::string(what) + '/' + name,
          std::string("a ") + what + " that " + self_ + " has");
  }

  void add_scores(const AppraisalOption* running, const AppraisalOption& option, int start) {
    const bool kept = option.form == OptionForm::keep;
    const double part = kept ? 1 : part_in_force(start, option.years, out_.years(), out_.weighing->discount_percent.to_double());
    std::vector<optimise::Estimate> scores;
    for (const Criterion& each : out_.weighing->criteria) {
      scores.push_back(score_over_years(kept ? nullptr : running, option, each.to, part));
    }
    out_.assessment.scores.push_back(std::move(scores));
  }

  static optimise::Estimate cost_factor(const Appraisal& appraisal) {
    for (const AppraisalOption& option : appraisal.options) {
      for (const OptionCost& cost : option.costs) {
        if (cost.status != Status::source) return {kLeastCost, 1, kMostCost};
      }
    }
    return {1, 1, 1};
  }

  void links() {
    std::map<std::pair<std::size_t, std::size_t>, Value> pairs;
    const Exchange& exchange = out_.weighing->exchange;
    for (std::size_t item = 0; item < out_.items.size(); ++item) {
      if (out_.items[item].effort == nullptr) continue;
      for (const Link& link : out_.items[item].effort->links) {
        const auto other = places_.find(link.to);
        if (other == places_.end() || other->second == item) continue;
        const auto both = std::minmax(item, other->second);
        if (link.nature == LinkNature::needs) add_order(other->second, item, link.lag_years.value_or(0));
        if (link.nature == LinkNature::conflicts && !exchange.conflicts) add_conflict(both);
        if (link.nature == LinkNature::conflicts && exchange.conflicts) pairs[both] = -units_of(exchange.conflicts->to_double());
        if (link.nature == LinkNature::supports) pairs[both] = units_of(exchange.supports.to_double());
        if (link.nature == LinkNature::overlaps) pairs[both] = -units_of(exchange.overlaps.to_double());
      }
    }
    for (const auto& [both, bonus] : pairs) {
      if (bonus != 0) out_.portfolio.pairs.push_back({both.first, both.second, bonus});
    }
  }

  /// What runs already does so without what is only proposed; among what runs only stopping the one and keeping the other is
  /// wrong.
  void add_order(std::size_t before, std::size_t after, int lag) {
    const bool before_runs = out_.portfolio.items[before].running;
    if (out_.portfolio.items[after].running && !before_runs) return;
    out_.portfolio.orders.push_back({before, after, before_runs ? 0 : lag});
  }

  void add_conflict(const std::pair<std::size_t, std::size_t>& both) {
    const std::string name = out_.portfolio.items[both.first].id + " and " + out_.portfolio.items[both.second].id;
    const auto known = std::ranges::find(out_.portfolio.conflicts, name, &optimise::Conflict::name);
    if (known == out_.portfolio.conflicts.end()) out_.portfolio.conflicts.push_back({name, {both.first, both.second}});
  }

  void coverage() {
    for (const CoverageRule& rule : out_.weighing->coverage) {
      optimise::Coverage row{to_string(rule.group), {}, rule.least_items, 0};
      for (std::size_t item = 0; item < out_.items.size(); ++item) {
        if (belongs_to(city_, out_.items[item].appraisal->subject, rule.group)) row.items.push_back(item);
      }
      out_.portfolio.coverages.push_back(std::move(row));
    }
  }

  [[nodiscard]] bool counts(const Wish& wish) const {
    const auto is_about = [&](const Wish& own) { return own.item == wish.item; };
    return std::ranges::find(out_.request.set_aside, wish.item) == out_.request.set_aside.end() &&
           std::ranges::none_of(out_.request.wishes, is_about);
  }

  void wishes() {
    const auto& standing = out_.weighing->wishes;
    for (std::size_t i = 0; i < standing.size(); ++i) {
      if (counts(standing[i])) add_wish(standing[i], self_, at("wishes", i));
    }
    const auto& own = out_.request.wishes;
    for (std::size_t i = 0; i < own.size(); ++i) add_wish(own[i], at("wishes", i), "");
  }

  void add_wish(const Wish& wish, const std::string& document, const std::string& path) {
    const auto item = places_.find(wish.item);
    if (item == places_.end()) {
      fault("not_appraised", document, path.empty() ? "item" : path + ".item", to_string(wish.item), "something that is weighed");
      return;
    }
    optimise::Imposition row{wish.kind == WishKind::must ? optimise::Imposed::must : optimise::Imposed::ban, item->second, {}};
    if (wish.option) {
      for (const std::size_t column : out_.items[item->second].columns) {
        if (out_.columns[column].option->form == *wish.option) row.columns.push_back(column);
      }
      if (row.columns.empty()) {
        fault("no_option", document, path.empty() ? "option" : path + ".option", name_of(*wish.option),
              "an option of " + to_string(wish.item) + " that can start in these years");
        return;
      }
    }
    out_.portfolio.impositions.push_back(std::move(row));
    out_.wishes.push_back(wish);
  }

  void tempo() {
    if (!out_.request.tempo) return;
    const auto limit = std::ranges::find(out_.weighing->tempos, *out_.request.tempo, &TempoLimit::tempo);
    if (limit == out_.weighing->tempos.end()) {
      std::string expected = "one of";
      for (const TempoLimit& each : out_.weighing->tempos) expected += ' ' + std::string(name_of(each.tempo));
      fault("no_option", "tempo", "", name_of(*out_.request.tempo), expected);
      return;
    }
    out_.portfolio.shift_limit = out_.baseline_money * limit->shift_percent / 100;
  }

  void pillars() {
    for (const Pillar& pillar : city_.all<Pillar>()) out_.both.push_back(&pillar);
    std::ranges::sort(out_.both, {}, &Pillar::number);
    if (out_.both.size() > kPillars) out_.both.resize(kPillars);
    if (out_.both.size() < kPillars) return;
    for (const Column& column : out_.portfolio.columns) {
      const Reference& subject = out_.items[column.item].appraisal->subject;
      const auto worth = [&](const Pillar& pillar) {
        return std::llround(static_cast<double>(column.value) * part_of_pillar(city_, subject, pillar));
      };
      out_.pillars.first.push_back(worth(*out_.both[0]));
      out_.pillars.second.push_back(worth(*out_.both[1]));
    }
  }

  const City& city_;
  AgendaProblem out_;
  std::string self_;
  std::vector<Fault> faults_;
  std::map<std::string, std::size_t> sources_;
  std::map<std::string, std::size_t> teams_;
  std::map<Reference, std::size_t> places_;
  std::set<std::pair<std::size_t, std::string>> missing_;
};

}  // namespace

Result<AgendaProblem> agenda_problem(std::shared_ptr<const City> city, AgendaRequest request) {
  return Builder(std::move(city), std::move(request)).build();
}

Result<std::string> weighing_meant(const std::optional<std::string>& asked, const City& city) {
  if (asked) return *asked;
  const Weighing* latest = nullptr;
  for (const Weighing& each : city.all<Weighing>()) {
    if (latest == nullptr || latest->years.from < each.years.from) latest = &each;
  }
  if (latest == nullptr)
    return failure(ErrorCode::not_found, "This city has no weighing yet: it says what an agenda is chosen within.");
  return latest->id.str();
}

}  // namespace koers
