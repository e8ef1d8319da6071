// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {

namespace {

void describe(Program& program) {
  program.app.set_version_flag("--version", KOERS_VERSION);
  program.app.require_subcommand(1);
  program.app.footer(
      "Exit codes: 0 good, 1 the answer is no, 2 bad input or usage, 3 disk, database or network failed.\n"
      "First steps:\n"
      "  koers check cities/zoetermeer          is the example sound?\n"
      "  koers init                             put it into koers.db\n"
      "  koers serve                            and look at it in a browser");
}

int run(int argc, char** argv) {
  Program program;
  describe(program);
  add_check(program);
  add_package_commands(program);
  add_serve(program);
  add_show(program);
  add_calendar(program);
  add_monitor(program);
  add_simulate(program);
  add_optimise(program);
  add_report(program);
  add_user(program);
  add_database_commands(program);
  return carry_out(program, argc, argv);
}

}  // namespace
}  // namespace koers::cli

int main(int argc, char** argv) {
  try {
    return koers::cli::run(argc, argv);
  } catch (const std::exception& problem) {
    std::cerr << koers::cli::coloured(koers::cli::Colour::red, "koers: ", true) << problem.what() << '\n';
    return koers::cli::kBrokenWorld;
  }
}
