// SPDX-License-Identifier: EUPL-1.2
// koers monitor signals | answer: what the figures ask, and what came of it.
#include <algorithm>
#include <iostream>
#include <memory>

#include "app/signal_work.h"
#include "app/views/signals.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {
namespace {

constexpr const char* kActor = "command line";

struct Options {
  bool as_json = false;
  std::string area;
  std::vector<std::string> ids;
  bool all = false;
  std::string reviewer;
  std::string deadline;
  std::string id;
  std::string answer;
  std::string reason;
  std::string date;
};

struct Raised {
  std::vector<std::string> raised;
};
BOOST_DESCRIBE_STRUCT(Raised, (), (raised))

/// Whoever holds the database may do what its people may.
Editor operator_now() { return {{Role::officer}, kActor, now()}; }

Result<views::SignalBoard> board_for(const City& city, const std::string& area) {
  auto board = views::signal_board(city, today());
  if (area.empty()) return board;
  return views::signals_of(board, city, area);
}

void print_signal(const views::SignalView& each, const City& city) {
  std::cout << coloured(Colour::bold, each.id) << "  " << name_of(each.level) << ", " << name_of(each.state) << '\n'
            << "  " << words_of(each.area.title, city) << ", " << words_of(each.indicator.title, city) << ' '
            << to_string(each.period) << ": " << to_string(each.value) << ' ' << each.unit << ", expected "
            << rounded(each.expected.value, each.decimals + 1) << " (" << rounded(each.expected.lower, each.decimals + 1)
            << " to " << rounded(each.expected.upper, each.decimals + 1) << ")\n";
  if (each.deadline) std::cout << "  " << *each.reviewer << ", before " << to_string(*each.deadline) << '\n';
  if (each.answer) std::cout << "  " << name_of(*each.answer) << ": " << *each.reason << '\n';
}

void print_board(const views::SignalBoard& board, const City& city) {
  for (const auto& each : board.signals) print_signal(each, city);
  const auto& quality = board.quality;
  std::cout << board.tested << " pairs of area and indicator judged; " << quality.fresh << " not asked yet, " << quality.open
            << " open, " << quality.overdue << " overdue, " << quality.hits << " hits, " << quality.false_alarms
            << " false alarms\n";
  if (quality.hit_rate) {
    std::cout << "Share of hits " << rounded(quality.hit_rate->value, 2) << " (" << rounded(quality.hit_rate->lower, 2) << " to "
              << rounded(quality.hit_rate->upper, 2) << ')'
              << (quality.status == Status::illustrative ? ", with illustrative answers" : "") << '\n';
  }
}

int list_signals(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const City city = load_published_city(**store);
  const auto board = board_for(city, options.area);
  if (!board) return report(board.error(), options.as_json);
  if (options.as_json) {
    std::cout << to_wire(*board, city) << '\n';
  } else {
    print_board(*board, city);
  }
  return kGood;
}

Result<std::optional<Date>> optional_date(const std::string& text, const char* option) {
  if (text.empty()) return std::optional<Date>{};
  const auto date = parse_date(text);
  if (date && date->day != 0) return date;
  return failure(ErrorCode::bad_input, std::string(option) + " must be a day such as 2022-03-01, not `" + text + "`.");
}

Result<RaiseWish> wish_of(const City& city, const Options& options) {
  auto deadline = optional_date(options.deadline, "--deadline");
  if (!deadline) return std::unexpected(deadline.error());
  RaiseWish wish{options.ids, {}, *deadline};
  if (!options.reviewer.empty()) wish.reviewer = options.reviewer;
  if (!options.all) return wish;
  const auto board = board_for(city, options.area);
  if (!board) return std::unexpected(board.error());
  for (const auto& each : board->signals) {
    if (each.state == views::SignalState::fresh) wish.signals.push_back(each.id);
  }
  return wish;
}

int raise(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  Workspace workspace(**store);
  const auto wish = wish_of(workspace.snapshot()->city, options);
  if (!wish) return report(wish.error(), options.as_json);
  Raised out;
  if (!wish->signals.empty() || !options.all) {  // with --all, nothing new is an answer and no mistake
    const auto raised = raise_signals(workspace, *wish, operator_now());
    if (!raised) return report(raised.error(), options.as_json);
    for (const Revision& each : *raised) out.raised.push_back(each.id);
  }
  if (options.as_json) {
    std::cout << to_wire(out, workspace.snapshot()->city) << '\n';
  } else {
    for (const std::string& id : out.raised) std::cout << id << " has been raised.\n";
    if (out.raised.empty()) std::cout << "There is nothing new to raise.\n";
  }
  return kGood;
}

int answer(const Program& program, const Options& options) {
  const auto found = enum_from<SignalAnswer>(options.answer);
  const auto date = optional_date(options.date, "--date");
  if (!date) return report(date.error(), options.as_json);
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  Workspace workspace(**store);
  const auto written = answer_signal(workspace, options.id, {found.value(), options.reason, *date}, operator_now());
  if (!written) return report(written.error(), options.as_json);
  if (options.as_json) {
    std::cout << "{\"id\":" << json_string(written->id) << ",\"answer\":" << json_string(options.answer) << "}\n";
  } else {
    std::cout << options.id << " has been answered: " << options.answer << ".\n";
  }
  return kGood;
}

void add_raise(CLI::App& signals, Program& program, const std::shared_ptr<Options>& options) {
  CLI::App* command = signals.add_subcommand("raise", "Ask what the figures ask: each signal goes to a reviewer with a deadline");
  command->footer("Example: koers monitor signals raise --all --reviewer Wijkregie");
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  auto* ids = command->add_option("id", options->ids, "signals, as the list names them");
  auto* all = command->add_flag("--all", options->all, "all that are new");
  ids->excludes(all);
  command->add_option("--area", options->area, "with --all: only in this area")->needs(all);
  command->add_option("--reviewer", options->reviewer, "a function or team; the owner of each indicator when left out");
  command->add_option("--deadline", options->deadline, "six weeks from now when left out");
  command->callback([=, &program] { program.exit_code = raise(program, *options); });
}

void add_answer(CLI::App& monitor, Program& program, const std::shared_ptr<Options>& options) {
  CLI::App* command = monitor.add_subcommand("answer", "Say what the reviewer of a signal found");
  command->footer("Example: koers monitor answer ID --answer explained --reason \"The street was dug up\"");
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  command->add_option("id", options->id, "the signal")->required();
  command->add_option("--answer", options->answer, "what was found")->required()->check(CLI::IsMember(names_of<SignalAnswer>()));
  command->add_option("--reason", options->reason, "why")->required();
  command->add_option("--date", options->date, "today when left out");
  command->callback([=, &program] { program.exit_code = answer(program, *options); });
}

}  // namespace

void add_signals(Program& program, CLI::App& monitor) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* signals = monitor.add_subcommand("signals", "Where a figure is worse than one may expect, and what came of it");
  signals->footer("Example: koers monitor signals --area WK063701 --json");
  add_db_option(program, *signals);
  add_json_option(*signals, options->as_json);
  signals->add_option("--area", options->area, "a district or neighbourhood, with all within it");
  signals->callback([=, &program] {
    if (signals->get_subcommands().empty()) program.exit_code = list_signals(program, *options);
  });
  add_raise(*signals, program, options);
  add_answer(monitor, program, options);
}

}  // namespace koers::cli
