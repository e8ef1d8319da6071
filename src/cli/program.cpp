// SPDX-License-Identifier: EUPL-1.2
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {

int carry_out(Program& program, int argc, char** argv) {
  keep_freed_memory();
  try {
    program.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = program.app.exit(error);
    return code == 0 ? kGood : kBadInput;
  }
  return program.exit_code;
}

CLI::App* add_command(Program& program, const char* name, const char* purpose, const char* example) {
  CLI::App* command = program.app.add_subcommand(name, purpose);
  command->footer(std::string("Example:\n  ") + example);
  return command;
}

void add_db_option(Program& program, CLI::App& command) {
  command.add_option("--db", program.db, "database: sqlite:PATH or postgresql://USER@HOST/NAME")->capture_default_str();
}

void add_json_option(CLI::App& command, bool& as_json) { command.add_flag("--json", as_json, "answer as JSON"); }

}  // namespace koers::cli
