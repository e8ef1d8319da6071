// SPDX-License-Identifier: EUPL-1.2
// The states of everything that is decided upon. Which step is allowed, and by whom, is the table in model/lifecycle.cpp.
// Stored by name; append only.
#pragma once
#include <cstdint>

#include <boost/describe/enum.hpp>

namespace koers {

enum class VisionState : std::uint8_t { draft = 1, on_display = 2, adopted = 3, under_review = 4, superseded = 5 };
BOOST_DESCRIBE_ENUM(VisionState, draft, on_display, adopted, under_review, superseded)

enum class AgendaState : std::uint8_t { proposed = 1, adopted = 2, succeeded = 3, withdrawn = 4 };
BOOST_DESCRIBE_ENUM(AgendaState, proposed, adopted, succeeded, withdrawn)

enum class EffortState : std::uint8_t {
  proposed = 1,
  framed = 2,
  drafted = 3,
  consented = 4,
  adopted = 5,
  running = 6,
  evaluated = 7,
  closed = 8,
  withdrawn = 9
};
BOOST_DESCRIBE_ENUM(EffortState, proposed, framed, drafted, consented, adopted, running, evaluated, closed, withdrawn)

enum class DocumentState : std::uint8_t { in_preparation = 1, in_force = 2, superseded = 3, withdrawn = 4, unknown = 5 };
BOOST_DESCRIBE_ENUM(DocumentState, in_preparation, in_force, superseded, withdrawn, unknown)

enum class ProcessState : std::uint8_t {
  plan = 1,
  participants = 2,
  issues = 3,
  interim_stop = 4,
  agendas = 5,
  covenant = 6,
  learning = 7,
  ended = 8
};
BOOST_DESCRIBE_ENUM(ProcessState, plan, participants, issues, interim_stop, agendas, covenant, learning, ended)

/// Who takes decisions.
enum class Body : std::uint8_t { council = 1, college = 2, alderman = 3, director = 4 };
BOOST_DESCRIBE_ENUM(Body, council, college, alderman, director)

}  // namespace koers
