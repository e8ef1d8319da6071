// SPDX-License-Identifier: EUPL-1.2
#include <iostream>
#include <memory>

#include "app/views/overview.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {
namespace {

struct Options {
  std::string date;
  bool all = false;
  bool as_json = false;
};

std::string state_in_colour(DueState state) {
  std::string name = name_of(state);
  name.resize(9, ' ');
  if (state == DueState::late) return coloured(Colour::red, name);
  return state == DueState::due ? coloured(Colour::yellow, name) : name;
}

int show_calendar(const Program& program, const Options& options) {
  std::chrono::year_month_day day = today();
  if (!options.date.empty()) {
    const auto date = parse_date(options.date);
    if (!date || date->day == 0)
      return report({ErrorCode::bad_input, "--date must be a day such as 2022-01-31, not " + options.date + '.', {}},
                    options.as_json);
    day = date->first_day();
  }
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const City city = load_city(**store);
  const auto view = views::calendar_view(city, day);
  if (options.as_json) {
    std::cout << to_wire(view, city) << '\n';
    return kGood;
  }
  for (const auto& item : view.items) {
    if (item.state == DueState::not_yet && !options.all) continue;
    std::cout << to_string(item.due_by) << "  " << state_in_colour(item.state) << "  " << words_of(item.title, city) << '\n';
  }
  return kGood;
}

}  // namespace

void add_calendar(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command =
      add_command(program, "calendar", "What is due or late in the policy cycle", "koers calendar --date 2022-01-31");
  command->add_option("--date", options->date, "the day to look from; today unless told otherwise");
  command->add_flag("--all", options->all, "also what is not due within a quarter");
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  command->callback([&program, options] { program.exit_code = show_calendar(program, *options); });
}

}  // namespace koers::cli
