// SPDX-License-Identifier: EUPL-1.2
// backup, restore and verify.
#include <iostream>
#include <memory>

#include "app/workspace.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/write_record.h"

namespace koers::cli {
namespace {

struct Options {
  std::string file;
  bool overwrite = false;
  bool as_json = false;
};

/// Figures are not in a chain: whoever reads the answer must know.
int print(const VerifyReport& found, bool as_json, std::int64_t unchained = 0) {
  const bool whole = found.is_whole();
  if (as_json) {
    std::cout << "{\"whole\":" << (whole ? "true" : "false") << ",\"revisions\":" << found.revisions_checked
              << ",\"audit_entries\":" << found.audit_entries_checked;
    if (unchained > 0) std::cout << ",\"unchained_figures\":" << unchained;
    if (found.first_broken) {
      std::cout << ",\"first_broken\":{\"chain\":" << json_string(found.first_broken->chain)
                << ",\"seq\":" << found.first_broken->seq << ",\"kind\":" << json_string(name_of(found.first_broken->kind))
                << ",\"message\":" << json_string(found.first_broken->message) << '}';
    }
    if (found.storage_fault) std::cout << ",\"storage_fault\":" << json_string(*found.storage_fault);
    std::cout << "}\n";
    return whole ? kGood : kNo;
  }
  std::cout << found.revisions_checked << " revisions and " << found.audit_entries_checked << " audit entries: "
            << coloured(whole ? Colour::green : Colour::red, whole ? "the chain is whole" : "the chain is broken") << '\n';
  if (unchained > 0) std::cout << unchained << " figures stand outside the chain: a changed figure is not noticed here\n";
  if (found.first_broken)
    std::cout << found.first_broken->chain << ' ' << found.first_broken->seq << ": " << found.first_broken->message << '\n';
  if (found.storage_fault) std::cout << *found.storage_fault << '\n';
  return whole ? kGood : kNo;
}

int verify(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  ProgressBar bar("verify");
  const auto found = (*store)->verify(bar.callback());
  if (!found) return report(found.error(), options.as_json);
  return print(*found, options.as_json, (*store)->observations().count({}));
}

int backup(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  ProgressBar bar("backup");
  const auto done = (*store)->backup(options.file, bar.callback());
  if (!done) return report(done.error(), options.as_json);
  std::cout << (options.as_json ? "{\"file\":" + json_string(options.file) + '}' : "The backup is in " + options.file) << '\n';
  return kGood;
}

int bring_back(const Program& program, const Options& options) {
  ProgressBar bar("restore");
  auto done = restore(options.file, program.db, {options.overwrite}, bar.callback());
  if (!done && done.error().code == ErrorCode::conflict && !options.overwrite) {
    done.error().message += " With --overwrite it is replaced.";
  }
  return done ? print(*done, options.as_json) : report(done.error(), options.as_json);
}

}  // namespace

void add_database_commands(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* check =
      add_command(program, "verify", "Walk the chain of all revisions: has anybody changed the past?", "koers verify");
  CLI::App* out = add_command(program, "backup", "Copy the database to a file, also while it is in use",
                              "koers backup koers-2022-01-31.backup");
  CLI::App* in =
      add_command(program, "restore", "Bring a backup back as a database", "koers restore koers.backup --db sqlite:koers.db");
  out->add_option("file", options->file, "a new file")->required();
  in->add_option("file", options->file, "a backup")->required();
  in->add_flag("--overwrite", options->overwrite, "replace what the database holds");
  for (CLI::App* command : {check, out, in}) {
    add_db_option(program, *command);
    add_json_option(*command, options->as_json);
  }
  check->callback([&program, options] { program.exit_code = verify(program, *options); });
  out->callback([&program, options] { program.exit_code = backup(program, *options); });
  in->callback([&program, options] { program.exit_code = bring_back(program, *options); });
}

}  // namespace koers::cli
