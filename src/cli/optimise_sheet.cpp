// SPDX-License-Identifier: EUPL-1.2
// koers optimise sheet …: money and people of the agenda as the sheet that a controller fills in.
#include <iostream>
#include <memory>

#include "app/optimise/agenda_problem.h"
#include "app/optimise/agenda_sheet_view.h"
#include "app/optimise/agenda_workbook.h"
#include "app/optimise/import_agenda_sheet.h"
#include "app/whole_file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/simulate_options.h"

namespace koers::cli {
namespace {

constexpr std::size_t kShown = 20;  // changes and faults, for a person
constexpr std::size_t kListed = 1'000;

struct Options {
  std::string city;
  std::optional<std::string> weighing;
  std::string output;
  std::string language = "nl";
  AgendaSheetImport import;
  bool write = false;
  bool as_json = false;
};

/// Where the amounts are kept: in a package, or else in the database.
struct Holder {
  std::unique_ptr<Store> store;
  std::unique_ptr<Workspace> workspace;  // holds on to the store
  std::shared_ptr<const Snapshot> snapshot;
  City package;
  [[nodiscard]] const City& city() const { return snapshot ? snapshot->city : package; }
};

Result<Holder> open_holder(const Program& program, const std::string& folder) {
  Holder out;
  if (!folder.empty()) {
    auto city = city_of(folder);
    if (!city) return std::unexpected(city.error());
    out.package = std::move(*city);
    return out;
  }
  auto store = open_existing(program.db);
  if (!store) return std::unexpected(store.error());
  out.store = std::move(*store);
  out.workspace = std::make_unique<Workspace>(*out.store);
  out.snapshot = out.workspace->snapshot();
  return out;
}

// ---- Out --------------------------------------------------------------------------------------------------------------------

Result<WorkbookFormat> format_of(const std::string& file) {
  const std::string ending = std::filesystem::path(file).extension().string();
  const auto format = ending.empty() ? std::nullopt : enum_from<WorkbookFormat>(ending.substr(1));
  if (!format) return failure(ErrorCode::bad_input, "--output must end in .xlsx or .csv, not be " + file + '.');
  return *format;
}

Result<std::size_t> export_rows(const Program& program, const Options& options) {
  const auto format = format_of(options.output);
  if (!format) return std::unexpected(format.error());
  const auto holder = open_holder(program, options.city);
  if (!holder) return std::unexpected(holder.error());
  const auto weighing = weighing_meant(options.weighing, holder->city());
  if (!weighing) return std::unexpected(weighing.error());
  const auto workbook = agenda_workbook(holder->city(), *weighing, *enum_from<SheetLanguage>(options.language));
  if (!workbook) return std::unexpected(workbook.error());
  if (const auto done = write_whole(options.output, write_agenda_workbook(*workbook, *format)); !done)
    return std::unexpected(done.error());
  return report::tables_of(*workbook).front().table->rows.size();
}

int export_sheet(const Program& program, const Options& options) {
  const auto rows = export_rows(program, options);
  if (!rows) return refuse(rows.error(), options.as_json);
  if (options.as_json) {
    std::cout << "{\"file\":" << json_string(options.output) << ",\"rows\":" << *rows << "}\n";
  } else {
    std::cout << *rows << " rows are in " << options.output << '\n';
  }
  return kGood;
}

// ---- In ---------------------------------------------------------------------------------------------------------------------

void print(const views::AgendaSheetChangeView& change) {
  std::cout << name_of(change.item.kind) << '/' << change.item.id << ' ' << name_of(change.option) << ", "
            << name_of(change.means.kind) << '/' << change.means.id << " in " << change.unit << " (row " << change.row << "):";
  for (const auto& each : change.amounts) {
    std::cout << (each.year == change.amounts.front().year ? " " : "; ") << to_string(each.year) << ' ';
    if (each.before && *each.before != each.after) std::cout << to_string(*each.before) << " becomes ";
    std::cout << to_string(each.after);
  }
  if (change.status_before != change.status) {
    std::cout << "; status " << (change.status_before ? std::string(name_of(*change.status_before)) + " becomes " : "")
              << name_of(change.status);
  }
  std::cout << '\n';
}

void print(const views::AgendaSheetView& view) {
  std::cout << view.rows << " rows: " << view.changed << " change something, " << view.same << " are as they were\n";
  for (const auto& each : view.changes) print(each);
  if (view.changed > std::ssize(view.changes)) std::cout << "and " << view.changed - std::ssize(view.changes) << " more\n";
  if (view.fault_count == 0) return;
  std::cout << coloured(Colour::red, std::to_string(view.fault_count) + (view.fault_count == 1 ? " fault" : " faults")) << ":\n";
  for (const auto& each : view.faults)
    std::cout << "  " << to_string(Fault{each.rule, {each.file, each.row, each.column}, each.path, each.found, each.expected})
              << '\n';
  if (view.fault_count > std::ssize(view.faults))
    std::cout << "  and " << view.fault_count - std::ssize(view.faults) << " more\n";
}

Result<void> write(Holder& holder, const AgendaSheetPreview& preview, const Options& options) {
  if (!options.city.empty()) return write_to_package(options.city, holder.package, preview);
  // Whoever holds the database may do what its controllers may.
  const auto written =
      accept_agenda_sheet(*holder.workspace, *holder.snapshot, preview, {{Role::controller}, "command line", now()});
  if (!written) return std::unexpected(written.error());
  return {};
}

std::string changed_words(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " appraisal has changed.\n" : " appraisals have changed.\n");
}

/// How the import ended, after what it showed.
int end_of_import(const AgendaSheetPreview& preview, const Options& options) {
  const bool is_pending = preview.is_acceptable() && !preview.appraisals.empty() && !options.write;
  if (!options.as_json) {
    std::cout << (!preview.is_acceptable()     ? "Nothing was changed.\n"
                  : preview.appraisals.empty() ? "There is nothing to change.\n"
                  : is_pending                 ? "Nothing has changed yet: the same command with --write takes it in.\n"
                                               : changed_words(preview.appraisals.size()));
  }
  return !preview.is_acceptable() ? kBadInput : is_pending ? kNo : kGood;
}

int import_sheet(const Program& program, const Options& options) {
  auto holder = open_holder(program, options.city);
  if (!holder) return refuse(holder.error(), options.as_json);
  auto import = options.import;
  const auto weighing = weighing_meant(options.weighing, holder->city());
  if (!weighing) return refuse(weighing.error(), options.as_json);
  import.weighing = *weighing;
  const auto preview = preview_agenda_sheet(holder->city(), import);
  if (!preview) return refuse(preview.error(), options.as_json);
  if (options.write && preview->is_acceptable()) {
    if (const auto done = write(*holder, *preview, options); !done) return refuse(done.error(), options.as_json);
  }
  const auto view = views::agenda_sheet_view(*preview, holder->city(), options.as_json ? kListed : kShown);
  if (options.as_json) {
    std::cout << to_wire(view, holder->city()) << '\n';
  } else {
    print(view);
  }
  return end_of_import(*preview, options);
}

// ---- Options ----------------------------------------------------------------------------------------------------------------

void add_shared(Program& program, CLI::App& command, Options& options) {
  command.add_option("--city", options.city, "a city package, instead of the database");
  command.add_option("--weighing", options.weighing, "in whose years; the one that begins last, if none is given");
  add_db_option(program, command);
  add_json_option(command, options.as_json);
}

void add_export(Program& program, CLI::App& sheet) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command = add_part(sheet, "export", "Write the sheet with what the city has",
                               "koers optimise sheet export --city cities/zoetermeer --output agenda.xlsx");
  add_shared(program, *command, *options);
  command->add_option("--output", options->output, "a file that ends in .xlsx or .csv")->required();
  command->add_option("--language", options->language, "of the headings")
      ->check(CLI::IsMember(names_of<SheetLanguage>()))
      ->capture_default_str();
  command->callback([options, &program] { program.exit_code = export_sheet(program, *options); });
}

void add_import(Program& program, CLI::App& sheet) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_part(sheet, "import", "Read a filled-in sheet; shows what would change, and changes it with --write",
                               "koers optimise sheet import agenda.xlsx --city cities/zoetermeer --source begroting-2022");
  command->add_option("FILE", options->import.file, "XLSX, ODS or CSV")->required();
  add_shared(program, *command, *options);
  command->add_option("--sheet", options->import.sheet, "of the file; the only one with such a heading, if none is given");
  command->add_option("--source", options->import.source, "id of the source of what is new in rows that name none themselves");
  command->add_option("--section", options->import.section, "where in the source; the name of the sheet, if not given");
  command->add_flag("--write", options->write, "change the appraisals");
  command->callback([options, &program] { program.exit_code = import_sheet(program, *options); });
}

}  // namespace

void add_optimise_sheet(Program& program, CLI::App& optimise) {
  CLI::App* sheet = add_part(optimise, "sheet", "Money and people of the agenda as a sheet to fill in",
                             "koers optimise sheet import agenda.xlsx --city cities/zoetermeer");
  sheet->require_subcommand(1);
  add_export(program, *sheet);
  add_import(program, *sheet);
}

}  // namespace koers::cli
