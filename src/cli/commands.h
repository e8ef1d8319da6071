// SPDX-License-Identifier: EUPL-1.2
// Each command adds itself to the program; when it is chosen it sets `exit_code`.
#pragma once
#include <string>

#include <CLI/CLI.hpp>

#include "app/simulate/simulate_city.h"

namespace koers::cli {

/// What all commands share.
struct Program {
  CLI::App app{"Koers: a city steers itself toward its long-term vision"};
  std::string db = "sqlite:koers.db";
  simulate::RunAll run_all = simulate::run_here();  ///< by what `simulate run` and `compare` are carried out
  int exit_code = 0;
};

void add_check(Program& program);
void add_package_commands(Program& program);   // init, import, export
void add_database_commands(Program& program);  // backup, restore, verify
void add_show(Program& program);
void add_calendar(Program& program);
void add_user(Program& program);
void add_monitor_import(Program& program, CLI::App& monitor);  // import, batches, undo
void add_monitor(Program& program);                            // state, differences, forecasts, priority, gaps, evaluate
void add_evaluate(Program& program, CLI::App& monitor);
void add_signals(Program& program, CLI::App& monitor);  // signals, answer
void add_report(Program& program);
void add_serve(Program& program);
void add_simulate(Program& program);                          // synthesise, parameters
void add_simulate_run(Program& program, CLI::App& simulate);  // run, compare, runs
void add_simulate_calibrate(Program& program, CLI::App& simulate);
void add_simulate_bench(Program& program, CLI::App& simulate);
void add_simulate_effects(Program& program, CLI::App& simulate);
void add_simulate_validate(Program& program, CLI::App& simulate);
void add_optimise(Program& program);  // solve
void add_optimise_agenda(Program& program, CLI::App& optimise);
void add_optimise_explain(Program& program, CLI::App& optimise);
void add_optimise_frame(Program& program, CLI::App& optimise);
void add_optimise_sheet(Program& program, CLI::App& optimise);  // export, import

/// Reads the command line and carries out the command that it names; the exit code.
int carry_out(Program& program, int argc, char** argv);

/// A command with the options that most have.
CLI::App* add_command(Program& program, const char* name, const char* purpose, const char* example);
void add_db_option(Program& program, CLI::App& command);
void add_json_option(CLI::App& command, bool& as_json);
void add_city_option(CLI::App& command, std::string& directory);
void add_threads_option(CLI::App& command, int& threads);

}  // namespace koers::cli
