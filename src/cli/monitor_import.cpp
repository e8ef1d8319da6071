// SPDX-License-Identifier: EUPL-1.2
// koers monitor import|batches|undo: figures and boundaries from outside.
#include <csignal>
#include <ctime>
#include <iostream>
#include <memory>
#include <thread>

#include "app/statistics_preview_view.h"
#include "app/workspace.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {
namespace {

constexpr std::size_t kShown = 20;
constexpr std::size_t kListed = 1'000;  // with --json

struct Options {
  std::string source;
  std::string table;
  std::string area;
  int year = 0;
  std::string mapping;
  std::string file;
  std::string sheet;
  std::string base_url;
  std::string cache;
  bool dry_run = false;
  bool accept = false;
  bool as_json = false;
  std::int64_t batch = 0;
};

struct BatchView {
  std::int64_t id = 0;
  Instant at;
  std::string actor;
  std::string source;
  std::int64_t count = 0;
  std::optional<Instant> undone_at;
  std::optional<std::string> undone_by;
};
BOOST_DESCRIBE_STRUCT(BatchView, (), (id, at, actor, source, count, undone_at, undone_by))

BatchView view_of(const ObservationBatch& batch) {
  return {batch.id, batch.at, batch.actor, batch.source, batch.count, batch.undone_at, batch.undone_by};
}

/// While it lives, Ctrl-C and a stop from the system ask the work to stop instead of ending the program in the middle.
class StopOnSignal {
 public:
  StopOnSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    waiting_ = std::jthread([this](const std::stop_token& over) {
      constexpr timespec kBetweenLooks{0, 50'000'000};
      while (!over.stop_requested()) {
        if (sigtimedwait(&signals_, nullptr, &kBetweenLooks) > 0) source_.request_stop();
      }
    });
  }
  ~StopOnSignal() {
    waiting_ = {};  // asks it to end, and waits
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  sigset_t signals_{};
  sigset_t before_{};
  std::stop_source source_;
  std::jthread waiting_;
};

std::string words_of(gather::LeftOut reason) {
  switch (reason) {
    case gather::LeftOut::other_municipality:
      return "about areas outside what was asked for";
    case gather::LeftOut::unknown_elsewhere:
      return "about areas of other municipalities";
    case gather::LeftOut::no_area:
      return "without an area and without figures";
  }
  return "";
}

std::string words_of(const std::optional<views::ImportFigure>& figure) {
  if (!figure) return "nothing";
  return figure->value ? to_string(*figure->value) : "no value";
}

void print_list(const std::string& title, const std::vector<std::string>& list) {
  if (list.empty()) return;
  std::cout << title << ':';
  for (const std::string& each : list) std::cout << ' ' << each;
  std::cout << '\n';
}

void print_faults(const std::vector<views::ImportFault>& faults, std::int64_t count) {
  if (count == 0) return;
  std::cout << coloured(Colour::red, std::to_string(count) + (count == 1 ? " fault" : " faults")) << ":\n";
  for (const auto& each : faults) {
    std::cout << "  " << to_string(Fault{each.rule, {each.file, each.row, each.column}, each.path, each.found, each.expected})
              << '\n';
  }
  if (count > static_cast<std::int64_t>(faults.size())) {
    std::cout << "  and " << count - static_cast<std::int64_t>(faults.size()) << " more\n";
  }
}

void print_changes(const views::StatisticsPreviewView& view) {
  for (const auto& each : view.changes) {
    if (each.change == gather::Change::added) continue;
    std::cout << "  " << each.indicator.id << " of " << name_of(each.area.kind) << '/' << each.area.id << " in "
              << to_string(each.period) << ": " << words_of(each.before) << " becomes " << words_of(each.after) << '\n';
  }
}

void print(const views::StatisticsPreviewView& view) {
  std::cout << coloured(Colour::bold, view.source_title) << (view.adds_source ? " (new source)" : "") << '\n'
            << view.rows << " rows give " << view.figures << " figures: " << view.added << " new, " << view.changed
            << " changed, " << view.same << " the same, " << view.gone << " gone\n";
  print_changes(view);
  for (const auto& each : view.left_out) std::cout << "left out: " << each.rows << " rows " << words_of(each.reason) << '\n';
  std::vector<std::string> absent;
  for (const auto& each : view.not_in_source) absent.push_back(each.id);
  print_list("no column for", absent);
  print_list("columns not used", view.columns_not_used);
  for (const auto& each : view.remarks) std::cout << "note: " << each << '\n';
  print_faults(view.faults, view.fault_count);
}

void print(const views::BoundaryPreviewView& view) {
  std::cout << coloured(Colour::bold, view.source_title) << '\n'
            << view.added << " new boundaries, " << view.changed << " changed, " << view.same << " the same\n";
  print_list("left out, not areas of this city", view.left_out);
  for (const auto& each : view.remarks) std::cout << "note: " << each << '\n';
  print_faults(view.faults, static_cast<std::int64_t>(view.faults.size()));
}

Result<MappingText> mapping_of(const Options& options) {
  if (!options.mapping.empty()) return mapping_from(options.mapping);
  if (options.source != "cbs") return failure(ErrorCode::bad_input, "Say how the file is to be read, with --mapping FILE.");
  const auto shipped = shipped_mapping("cbs-kwb");
  if (shipped.empty()) return failure(ErrorCode::bad_input, "mappings/cbs-kwb.yaml is not there; say which with --mapping FILE.");
  return mapping_from(shipped);
}

std::optional<Year> year_of(const Options& options) {
  return options.year == 0 ? std::nullopt : std::optional(Year{options.year});
}

Result<StatisticsPreview> preview(const Store& store, const City& city, const Options& options, ProgressBar& bar,
                                  const std::stop_token& stop) {
  const auto mapping = mapping_of(options);
  if (!mapping) return std::unexpected(mapping.error());
  const Date date = to_date(today());
  if (!options.file.empty()) {
    return preview_file(store, city, {options.file, "", options.sheet, year_of(options)}, *mapping, date, bar.callback(), stop);
  }
  const CbsImport import{options.table, options.area, year_of(options), options.base_url, options.cache};
  return preview_cbs(store, city, import, *mapping, date, bar.callback(), stop);
}

/// How the import ended, after what it showed.
int end_of_import(const Options& options, bool acceptable, const std::string& done) {
  if (!acceptable) {
    if (!options.as_json) std::cout << "Nothing was accepted.\n";
    return kBadInput;
  }
  if (options.accept || options.dry_run) {
    if (!options.as_json) std::cout << done << '\n';
    return kGood;
  }
  if (!options.as_json) std::cout << "Nothing has changed yet: the same command with --accept takes it in.\n";
  return kNo;
}

template <class View>
void print_json(const View& view, const City& city, const std::optional<ObservationBatch>& batch) {
  std::string out = to_wire(view, city);
  if (batch) out.insert(out.size() - 1, ",\"batch\":" + to_json_text(view_of(*batch), KeyStyle::camel));
  std::cout << out << '\n';
}

int import_figures(Store& store, const City& city, const Options& options, ProgressBar& bar, const std::stop_token& stop) {
  auto found = preview(store, city, options, bar, stop);
  if (!found) return report(found.error(), options.as_json);
  std::optional<ObservationBatch> batch;
  if (options.accept && found->is_acceptable()) {
    auto accepted = accept_statistics(store, *found, {now(), "command line", {}});
    if (!accepted) return report(accepted.error(), options.as_json);
    batch = std::move(*accepted);
    forget_pages(options.cache);
  }
  const auto view = views::preview_view(*found, city, options.as_json ? kListed : kShown);
  if (options.as_json) {
    print_json(view, city, batch);
  } else {
    print(view);
  }
  const std::string done = options.dry_run ? "Nothing has changed: this was a dry run."
                           : batch         ? "Accepted as batch " + std::to_string(batch->id) + "; `koers monitor undo " +
                                         std::to_string(batch->id) + "` takes it back."
                                   : "Nothing to accept: the figures are there already.";
  return end_of_import(options, found->is_acceptable(), done);
}

int import_boundaries(Store& store, const City& city, const Options& options, ProgressBar& bar, const std::stop_token& stop) {
  const auto year = year_of(options);
  if (!year)
    return report({ErrorCode::bad_input, "Say of which year the boundaries are to be, with --year.", {}}, options.as_json);
  const BoundaryImport import{options.area, *year, options.base_url, options.cache};
  const auto found = preview_boundaries(city, import, bar.callback(), stop);
  if (!found) return report(found.error(), options.as_json);
  int written = 0;
  if (options.accept && found->is_acceptable()) {
    const auto accepted = accept_boundaries(store, *found, {now(), "command line", {}});
    if (!accepted) return report(accepted.error(), options.as_json);
    written = *accepted;
    forget_pages(options.cache);
  }
  const auto view = views::preview_view(*found, options.as_json ? kListed : kShown);
  if (options.as_json) {
    print_json(view, city, {});
  } else {
    print(view);
  }
  const std::string done = options.dry_run ? "Nothing has changed: this was a dry run."
                                           : "Accepted: " + std::to_string(written) + " boundaries written to the ledger.";
  return end_of_import(options, found->is_acceptable(), done);
}

Result<void> judge(const Options& options) {
  if (options.file.empty() == options.source.empty()) {
    return failure(ErrorCode::bad_input, "Say either --source cbs, --source pdok or --file FILE.");
  }
  if (options.source == "cbs" && options.table.empty()) {
    return failure(ErrorCode::bad_input, "Say which table of CBS, such as --table 85318NED.");
  }
  if (options.source == "pdok" && options.area.empty()) {
    return failure(ErrorCode::bad_input, "Say of which municipality, such as --area GM0637.");
  }
  return {};
}

int import(const Program& program, const Options& options) {
  if (const auto good = judge(options); !good) return report(good.error(), options.as_json);
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const City city = load_city(**store);
  ProgressBar bar("import");
  const StopOnSignal stop;
  return options.source == "pdok" ? import_boundaries(**store, city, options, bar, stop.token())
                                  : import_figures(**store, city, options, bar, stop.token());
}

std::string line_of(const ObservationBatch& batch) {
  std::string line = std::to_string(batch.id) + "  " + to_string(batch.at).substr(0, 16) + "  " + batch.source + "  " +
                     std::to_string(batch.count) + " figures, by " + batch.actor;
  if (batch.undone_at) line += ", undone " + to_string(*batch.undone_at).substr(0, 16) + " by " + batch.undone_by.value_or("?");
  return line;
}

int list_batches(const Program& program, const Options& options) {
  constexpr int kMost = 1'000;
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  std::string json = "[";
  for (const ObservationBatch& batch : (*store)->observations().batches(kMost)) {
    if (options.as_json) {
      json += (json.size() > 1 ? "," : "") + to_json_text(view_of(batch), KeyStyle::camel);
    } else {
      std::cout << line_of(batch) << '\n';
    }
  }
  if (options.as_json) std::cout << json << "]\n";
  return kGood;
}

int undo(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const auto undone = undo_statistics(**store, options.batch, {now(), "command line", {}});
  if (!undone) return report(undone.error(), options.as_json);
  if (options.as_json) {
    std::cout << to_json_text(view_of(*undone), KeyStyle::camel) << '\n';
  } else {
    std::cout << "Batch " << undone->id << " of " << undone->source << " is undone; what was there before is seen again.\n";
  }
  return kGood;
}

CLI::App* add_part(CLI::App& monitor, const char* name, const char* purpose, const char* example, Program& program,
                   const std::shared_ptr<Options>& options) {
  CLI::App* command = monitor.add_subcommand(name, purpose);
  command->footer(std::string("Example: ") + example);
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  return command;
}

}  // namespace

void add_monitor_import(Program& program, CLI::App& monitor) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* in =
      add_part(monitor, "import", "Take in figures or boundaries; shows what would change, and changes it with --accept",
               "koers monitor import --source cbs --table 85318NED --area GM0637", program, options);
  in->add_option("--source", options->source, "cbs (statistics) or pdok (boundaries)")->check(CLI::IsMember({"cbs", "pdok"}));
  in->add_option("--table", options->table, "a table of CBS");
  in->add_option("--area", options->area, "a municipality, with all in it");
  in->add_option("--year", options->year, "where neither source nor mapping says it")->check(CLI::Range(1900, 2100));
  in->add_option("--file", options->file, "CSV, XLSX or ODS");
  in->add_option("--sheet", options->sheet, "of the file, where it has more than one");
  in->add_option("--mapping", options->mapping, "which column is what; for CBS mappings/cbs-kwb.yaml when absent");
  in->add_option("--base-url", options->base_url, "another server with the same paths");
  in->add_option("--cache", options->cache, "a folder for pages, so that an import that was cut off goes on");
  auto* dry_run = in->add_flag("--dry-run", options->dry_run, "only show; ends with 0");
  in->add_flag("--accept", options->accept, "take it in as one batch")->excludes(dry_run);
  in->callback([&program, options] { program.exit_code = import(program, *options); });
  add_part(monitor, "batches", "What was imported, the newest first", "koers monitor batches", program, options)
      ->callback([&program, options] { program.exit_code = list_batches(program, *options); });
  CLI::App* back =
      add_part(monitor, "undo", "Take a batch back; the one before it is seen again", "koers monitor undo 12", program, options);
  back->add_option("batch", options->batch, "its number, as `koers monitor batches` says")
      ->required()
      ->check(CLI::PositiveNumber);
  back->callback([&program, options] { program.exit_code = undo(program, *options); });
}

}  // namespace koers::cli
