// SPDX-License-Identifier: EUPL-1.2
// koers-mpi: the commands of `koers simulate`, with the replicates spread over the processes of an MPI job. Prints what `koers`
// prints.
#include <iostream>

#include "cli/commands.h"
#include "cli/mpi_ranks.h"
#include "cli/output.h"

namespace koers::cli {
namespace {

int run(int argc, char** argv) {
  const MpiSession session(argc, argv);
  const bool speaks = session.rank() == 0;
  if (!speaks) {  // nobody hears a hundred processes say the same
    std::cout.setstate(std::ios::failbit);
    std::cerr.setstate(std::ios::failbit);
  }
  Program program;
  program.app.description("Koers, over the processes of an MPI job");
  program.app.set_version_flag("--version", KOERS_VERSION);
  program.app.require_subcommand(1);
  program.run_all = over_ranks(session);
  add_simulate(program);
  // It carries out one run after another, which processes that have handed over the first do not.
  CLI::App* simulate = program.app.get_subcommand("simulate");
  simulate->remove_subcommand(simulate->get_subcommand("effects"));
  const int code = carry_out(program, argc, argv);
  // Those that handed over are done; how it ended is for the first to say.
  return speaks ? code : kGood;
}

}  // namespace
}  // namespace koers::cli

int main(int argc, char** argv) {
  try {
    return koers::cli::run(argc, argv);
  } catch (const std::exception& problem) {
    std::cerr << "koers-mpi: " << problem.what() << '\n';
    return koers::cli::kBrokenWorld;
  }
}
