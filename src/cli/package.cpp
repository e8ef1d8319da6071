// SPDX-License-Identifier: EUPL-1.2
// init, import and export: between a city package and a database.
#include <iostream>
#include <memory>

#include "app/import_city.h"
#include "app/package_files.h"
#include "app/workspace.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/write_record.h"

namespace koers::cli {
namespace {

struct Options {
  std::string directory;
  std::string city = "cities/zoetermeer";
  std::string as_of;
  bool dry_run = false;
  bool as_json = false;
};

struct Summary {
  int added = 0;
  int changed = 0;
  int withdrawn = 0;
  int unchanged = 0;
  int observations = 0;
  bool applied = false;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (added, changed, withdrawn, unchanged, observations, applied))

void print(const ImportReport& done, const Options& options, const std::string& db) {
  const Summary summary{static_cast<int>(done.added.size()),
                        static_cast<int>(done.changed.size()),
                        static_cast<int>(done.withdrawn.size()),
                        done.unchanged,
                        done.observations,
                        !options.dry_run};
  if (options.as_json) {
    std::cout << to_json_text(summary) << '\n';
    return;
  }
  std::cout << db << (options.dry_run ? " would get " : " got ") << summary.added << " new documents, " << summary.changed
            << " changed, " << summary.withdrawn << " withdrawn; " << summary.unchanged << " stay as they are; "
            << summary.observations << " figures\n";
}

/// Into a database that may not be there yet: it is made only for a package with which nothing is wrong, and never by a dry run.
Result<ImportReport> import_into(const std::string& db, const City& city, bool dry_run) {
  auto store = open_store(db, dry_run ? OpenMode::open_existing : OpenMode::open_or_create);
  if (!store && dry_run && store.error().code == ErrorCode::not_found) return first_import(city);
  if (!store) return std::unexpected(store.error());
  ProgressBar bar("import");
  return import_city(**store, city, {now(), "command line", {}}, dry_run ? ImportMode::check_only : ImportMode::apply,
                     bar.callback());
}

int import_package(const Program& program, const Options& options, const std::string& directory) {
  const auto files = read_package_directory(directory);
  if (!files) {
    report(files.error(), options.as_json);
    return kBadInput;
  }
  const auto city = read_city(*files);
  if (!city) return report(city.error(), options.as_json);
  const auto done = import_into(program.db, *city, options.dry_run);
  if (!done) return report(done.error(), options.as_json);
  print(*done, options, program.db);
  return kGood;
}

int export_package(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  std::optional<Instant> as_of;
  if (!options.as_of.empty()) {
    const auto date = parse_date(options.as_of);
    if (!date)
      return report({ErrorCode::bad_input, "--as-of must be a date such as 2021-06-14, not " + options.as_of + '.', {}},
                    options.as_json);
    as_of = end_of(*date);
  }
  const City city = load_city(**store, as_of);
  if (city.manifest() == nullptr) {
    return report({ErrorCode::not_found, as_of ? "The database held no city then." : "The database holds no city.", {}},
                  options.as_json);
  }
  const auto files = write_package(city);
  const auto written = write_package_directory(options.directory, files);
  if (!written) {
    report(written.error(), options.as_json);
    return kBadInput;
  }
  std::cout << (options.as_json ? "{\"files\":" + std::to_string(files.size()) + '}'
                                : std::to_string(files.size()) + " files in " + options.directory)
            << '\n';
  return kGood;
}

}  // namespace

void add_package_commands(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* init = add_command(program, "init", "Make a database from a city package, Zoetermeer unless told otherwise",
                               "koers init --city cities/zoetermeer --db sqlite:koers.db");
  init->add_option("--city", options->city, "a city package")->capture_default_str();
  add_db_option(program, *init);
  add_json_option(*init, options->as_json);
  init->callback([&program, options] { program.exit_code = import_package(program, *options, options->city); });

  CLI::App* import = add_command(program, "import", "Make the database hold what a city package says; the history stays",
                                 "koers import cities/zoetermeer --dry-run");
  import->add_option("directory", options->directory, "a city package")->required();
  import->add_flag("--dry-run", options->dry_run, "only say what would change");
  add_db_option(program, *import);
  add_json_option(*import, options->as_json);
  import->callback([&program, options] { program.exit_code = import_package(program, *options, options->directory); });

  CLI::App* out = add_command(program, "export", "Write the city as a package: importing it gives the same city",
                              "koers export /tmp/zoetermeer --as-of 2022-01-31");
  out->add_option("directory", options->directory, "a new directory")->required();
  out->add_option("--as-of", options->as_of, "as it was at the end of this day, month or year");
  add_db_option(program, *out);
  add_json_option(*out, options->as_json);
  out->callback([&program, options] { program.exit_code = export_package(program, *options); });
}

}  // namespace koers::cli
