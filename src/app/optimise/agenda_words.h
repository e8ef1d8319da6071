// SPDX-License-Identifier: EUPL-1.2
// What the answers about an agenda say, as sentences that a councillor understands, in one language.
#pragma once
#include <functional>

#include "app/optimise/agenda_answer.h"
#include "app/reports/words.h"

namespace koers {

/// Holds on to the problem and the words.
class AgendaWords {
 public:
  AgendaWords(const AgendaProblem& problem, const reports::Say& say) : problem_(problem), say_(say) {}

  [[nodiscard]] std::string quality(const optimise::Solution& solution) const;
  /// What the smallest overruns are; one sentence, and one when nothing helps.
  [[nodiscard]] std::string overruns(const std::optional<optimise::SmallestOverruns>& overruns) const;
  /// `is_in`: the agenda that is spoken of has the item.
  [[nodiscard]] std::string why_not(std::size_t item, const optimise::WhyNot& why, bool is_in) const;
  [[nodiscard]] std::string standing(std::size_t item, const optimise::ItemStanding& standing) const;
  [[nodiscard]] std::string noise(const optimise::Robustness& robustness) const;
  [[nodiscard]] std::string need(const optimise::DataNeed& need, const optimise::ItemStanding& standing) const;
  /// `best`: of the agenda with all wishes.
  [[nodiscard]] std::string price(const Wish& wish, const std::optional<optimise::Value>& price, optimise::Value best) const;
  [[nodiscard]] std::string marginal(const optimise::Marginal& marginal) const;
  [[nodiscard]] std::string curve(const optimise::CurvePoint& point) const;
  [[nodiscard]] std::string tempo(const SolvedAgenda& agenda) const;
  /// `before`: value of the agenda that was repaired, when it kept all rows.
  [[nodiscard]] std::string repair(const AgendaRepair& repair, const optimise::Choice& before) const;
  [[nodiscard]] std::string front(const std::vector<optimise::FrontPoint>& front) const;

  [[nodiscard]] std::string points(optimise::Value value) const;
  [[nodiscard]] std::string title(std::size_t item) const;

 private:
  [[nodiscard]] std::string titles(const std::vector<std::size_t>& items) const;
  [[nodiscard]] std::string percent(double share, int decimals) const;
  [[nodiscard]] std::string fte(optimise::CentiFte amount) const;
  [[nodiscard]] std::string excess(optimise::RowKind row, std::size_t index, int year, std::int64_t amount) const;
  [[nodiscard]] std::string name_of_row(optimise::RowKind row, std::size_t index) const;

  const AgendaProblem& problem_;
  const reports::Say& say_;
};

/// The same sentence in every language that there are words for.
[[nodiscard]] Text in_languages(const AgendaProblem& problem, const std::function<std::string(const AgendaWords&)>& sentence);

/// Money moved away from what happens by itself.
[[nodiscard]] optimise::Cents shift_of(const AgendaProblem& problem, const optimise::Choice& choice);
/// Items that are other than when nothing is decided: what runs not kept, what is new taken up.
[[nodiscard]] int changed_items(const AgendaProblem& problem, const optimise::Choice& choice);

}  // namespace koers
