// SPDX-License-Identifier: EUPL-1.2
// A choice as the next version of an agenda, for the council to adopt; and two versions beside each other, line by line.
#pragma once
#include <vector>

#include "app/optimise/agenda_answer.h"

namespace koers {

struct NewVersion {
  Id<Agenda> id;
  Text title;
};

/// In the state `proposed`: every line of the choice with its option and start, the track that the version before gave it, and
/// what it costs together. It succeeds the agenda that the weighing prepares, if there is one.
[[nodiscard]] Agenda agenda_version(const AgendaProblem& problem, const optimise::Choice& choice, const NewVersion& version);

enum class LineChange : std::uint8_t { added = 1, removed = 2, changed = 3, same = 4 };
BOOST_DESCRIBE_ENUM(LineChange, added, removed, changed, same)

/// One item in two agendas; nothing on the side where it is not.
struct ComparedLine {
  Reference item;
  LineChange change = LineChange::same;
  std::optional<AgendaItem> before;
  std::optional<AgendaItem> after;
};

/// Each item once: those of `after` in its order, then those that are only in `before`. A note alone changes nothing.
[[nodiscard]] std::vector<ComparedLine> compare_agendas(const Agenda& before, const Agenda& after);

}  // namespace koers
