// SPDX-License-Identifier: EUPL-1.2
// A signal is a question to somebody with a deadline: asking it, answering it, and what the neighbourhood says to it.
#pragma once
#include "app/edit_documents.h"

namespace koers {

/// Weeks between a question and the day on which its answer is due.
inline constexpr int kWeeksToAnswer = 6;

struct RaiseWish {
  std::vector<std::string> signals;     ///< as the board names those that are found and not asked yet
  std::optional<std::string> reviewer;  ///< a function or team; the owner of each indicator when absent
  std::optional<Date> deadline;         ///< six weeks from now when absent
};
BOOST_DESCRIBE_STRUCT(RaiseWish, (), (signals, reviewer, deadline))

/// All of them or none. `not_found` for a name that the figures do not ask, `conflict` for one that was asked before,
/// `bad_input` where nobody would have to answer.
[[nodiscard]] Result<std::vector<Revision>> raise_signals(Workspace& workspace, const RaiseWish& wish, const Editor& editor);

struct AnswerWish {
  SignalAnswer answer{};
  std::string reason;
  std::optional<Date> answered_on;  ///< today when absent
};
BOOST_DESCRIBE_STRUCT(AnswerWish, (), (answer, reason, answered_on))

/// `conflict` when it was answered before: an answer is changed by editing, where its history shows.
[[nodiscard]] Result<Revision> answer_signal(Workspace& workspace, const std::string& id, const AnswerWish& wish,
                                             const Editor& editor);

struct ReplyWish {
  std::string from;  ///< a group or body, such as a residents' council; never a person
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ReplyWish, (), (from, text))

/// Adds to what was said before. `bad_input` with the place, where it holds personal data.
[[nodiscard]] Result<Revision> reply_to_signal(Workspace& workspace, const std::string& id, const ReplyWish& wish,
                                               const Editor& editor);

}  // namespace koers
