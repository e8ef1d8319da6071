// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_version.h"

#include <algorithm>

#include "app/optimise/agenda_words.h"

namespace koers {
namespace {

const AgendaItem* line_in(const Agenda& agenda, const Reference& item) {
  const auto found = std::ranges::find(agenda.items, item, &AgendaItem::item);
  return found == agenda.items.end() ? nullptr : &*found;
}

Figure figure(const AgendaProblem& problem, const char* dutch, const char* english, Decimal value, const char* unit) {
  const Date from{problem.first_year(), 0, 0};
  const Date to{problem.first_year() + problem.years() - 1, 0, 0};
  return {{{{"nl", dutch}, {"en", english}}}, value, unit, {from, to}, Status::derived, problem.weighing->sources};
}

}  // namespace

Agenda agenda_version(const AgendaProblem& problem, const optimise::Choice& choice, const NewVersion& version) {
  const Agenda* previous = problem.weighing->agenda ? problem.city->find(*problem.weighing->agenda) : nullptr;
  Agenda out;
  out.id = version.id;
  out.title = version.title;
  out.form = previous == nullptr ? AgendaForm::strategic : previous->form;
  out.state = AgendaState::proposed;
  out.version = previous == nullptr ? 1 : previous->version + 1;
  out.term = problem.weighing->years;
  out.summary = problem.weighing->summary;
  out.sources = problem.weighing->sources;
  if (previous != nullptr) {
    out.succeeds = previous->id;
    out.tracks = previous->tracks;
  }
  optimise::Cents money = 0;
  for (const AgendaLine& line : lines_of(problem, choice)) {
    const AgendaItem* before = previous == nullptr ? nullptr : line_in(*previous, line.item);
    out.items.push_back({line.item, before == nullptr ? std::nullopt : before->track, line.option, line.starts, std::nullopt});
  }
  for (const std::int32_t column : choice) {
    if (column != optimise::kNoColumn) money += total_money(problem.columns[static_cast<std::size_t>(column)].means);
  }
  out.figures.push_back(figure(problem, "Kosten van alle onderdelen samen", "Costs of all items together",
                               *parse_decimal(to_string(Euro{money})), "EUR"));
  return out;
}

std::vector<ComparedLine> compare_agendas(const Agenda& before, const Agenda& after) {
  std::vector<ComparedLine> out;
  for (const AgendaItem& line : after.items) {
    const AgendaItem* earlier = line_in(before, line.item);
    if (earlier == nullptr) {
      out.push_back({line.item, LineChange::added, std::nullopt, line});
    } else {
      const bool is_same = earlier->option == line.option && earlier->starts == line.starts && earlier->track == line.track;
      out.push_back({line.item, is_same ? LineChange::same : LineChange::changed, *earlier, line});
    }
  }
  for (const AgendaItem& line : before.items) {
    if (line_in(after, line.item) == nullptr) out.push_back({line.item, LineChange::removed, line, std::nullopt});
  }
  return out;
}

}  // namespace koers
