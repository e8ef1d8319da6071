// SPDX-License-Identifier: EUPL-1.2
// koers report …: make a report, freeze an edition of it, and show that the frozen ones are as they were.
#include <fstream>
#include <iostream>
#include <memory>

#include <unistd.h>

#include "app/reports/freeze.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/write_record.h"

namespace koers::cli {
namespace {

using namespace koers::reports;

struct Options {
  std::string area;
  std::string weighing;
  std::string tempo;
  std::string date;
  std::string format = "html";
  std::string language = "nl";
  std::string output;
  std::string id;
  int year = 0;
  bool freeze = false;
  bool as_json = false;
};

/// What was made, for machines.
struct MadeReport {
  ReportKind kind{};
  std::string title;
  std::string language;
  ReportFormat format{};
  Date date;
  int chapters = 0;
  int tables = 0;
  std::int64_t size = 0;
  std::optional<std::string> file;
};
BOOST_DESCRIBE_STRUCT(MadeReport, (), (kind, title, language, format, date, chapters, tables, size, file))

struct CheckedEdition {
  std::string id;
  bool whole = false;
  std::optional<std::string> fault;
};
BOOST_DESCRIBE_STRUCT(CheckedEdition, (), (id, whole, fault))

struct VerifiedEditions {
  bool whole = true;
  std::vector<CheckedEdition> editions;
};
BOOST_DESCRIBE_STRUCT(VerifiedEditions, (), (whole, editions))

struct ListedEditions {
  std::vector<EditionView> items;
};
BOOST_DESCRIBE_STRUCT(ListedEditions, (), (items))

template <class T>
void print_json(const T& value) {
  std::cout << to_json_text(value, KeyStyle::camel) << '\n';
}

Result<ReportOrder> order_of(ReportKind kind, const Options& options) {
  ReportOrder order{kind, today(), std::nullopt, std::nullopt, std::nullopt};
  if (!options.date.empty()) {
    const auto date = parse_date(options.date);
    if (!date || date->day == 0) {
      return failure(ErrorCode::bad_input, "--date must be a day such as 2022-01-31, not " + options.date + '.');
    }
    order.date = date->first_day();
  }
  if (options.year != 0) order.year = Year{options.year};
  if (!options.area.empty()) order.area = options.area;
  if (kind == ReportKind::agenda_proposal) {
    order.agenda = AgendaRequest{options.weighing, std::nullopt, {}, {}};
    if (!options.tempo.empty()) order.agenda->tempo = enum_from<Tempo>(options.tempo);
  }
  return order;
}

/// To the file that was named, or to standard output: never bytes onto the terminal of a person.
Result<void> put_out(const std::string& bytes, const Options& options) {
  if (!options.output.empty()) {
    std::ofstream out(options.output, std::ios::binary | std::ios::trunc);
    out << bytes << std::flush;
    if (!out) return failure(ErrorCode::bad_input, options.output + " cannot be written.");
    return {};
  }
  const bool is_binary = options.format == "pdf" || options.format == "xlsx";
  if (is_binary && ::isatty(STDOUT_FILENO) == 1) {
    return failure(ErrorCode::bad_input, "A " + options.format + " file needs --output FILE.");
  }
  std::cout << bytes;
  return {};
}

int print_edition(const ReportEdition& edition, const Options& options) {
  if (options.as_json) {
    print_json(edition_view(edition, true));
  } else {
    std::cout << coloured(Colour::green, edition.id.str()) << " is frozen: " << edition.files.size() << " files, hash "
              << edition.hash << '\n';
  }
  return kGood;
}

int freeze(Store& store, const Snapshot& snapshot, const ReportOrder& order, const Options& options) {
  ProgressBar bar("freeze");
  const auto edition = freeze_report(store, snapshot, order, {now(), "command line", chromium(), bar.callback(), {}});
  if (!edition) return report(edition.error(), options.as_json);
  if (!options.output.empty()) {
    const auto bytes = store.report_editions().bytes(edition->id, options.language, options.format);
    if (!bytes) return report({ErrorCode::not_found, "The edition has no such file.", {}}, options.as_json);
    if (const auto done = put_out(*bytes, options); !done) return report(done.error(), options.as_json);
  }
  return print_edition(*edition, options);
}

int make(const Snapshot& snapshot, const ReportOrder& order, const Options& options) {
  const auto format = enum_from<ReportFormat>(options.format);
  const auto document =
      make_report(*snapshot.public_city, {snapshot.head, snapshot.observations_version}, order, options.language);
  if (!document) return report(document.error(), options.as_json);
  const auto bytes = write_report(*document, *format, chromium());
  if (!bytes) return report(bytes.error(), options.as_json);
  if (!options.as_json || !options.output.empty()) {
    if (const auto done = put_out(*bytes, options); !done) return report(done.error(), options.as_json);
  }
  if (options.as_json) {
    print_json(MadeReport{order.kind, document->title, options.language, *format, to_date(order.date),
                          static_cast<int>(document->sections.size()), static_cast<int>(report::tables_of(*document).size()),
                          std::ssize(*bytes), options.output.empty() ? std::nullopt : std::optional(options.output)});
  } else if (!options.output.empty()) {
    std::cerr << document->title << " is in " << options.output << '\n';
  }
  return kGood;
}

int make_or_freeze(const Program& program, ReportKind kind, const Options& options) {
  const auto order = order_of(kind, options);
  if (!order) return report(order.error(), options.as_json);
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const Workspace workspace(**store);
  const auto snapshot = workspace.snapshot();
  return options.freeze ? freeze(**store, *snapshot, *order, options) : make(*snapshot, *order, options);
}

int list(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const auto editions = (*store)->report_editions().list();
  if (options.as_json) {
    ListedEditions listed;
    for (const auto& each : editions) listed.items.push_back(edition_view(each, true));
    print_json(listed);
    return kGood;
  }
  for (const auto& each : editions)
    std::cout << each.id.str() << "  " << to_string(each.at).substr(0, 10) << "  " << each.hash << '\n';
  if (editions.empty()) std::cout << "No report was frozen yet.\n";
  return kGood;
}

int verify(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  VerifiedEditions found;
  for (const auto& each : (*store)->report_editions().verify()) {
    found.editions.push_back({each.id.str(), each.fault.empty(), each.fault.empty() ? std::nullopt : std::optional(each.fault)});
    found.whole = found.whole && each.fault.empty();
  }
  if (options.as_json) {
    print_json(found);
  } else {
    for (const auto& each : found.editions) {
      std::cout << each.id << ": "
                << (each.whole ? coloured(Colour::green, "as it was frozen") : coloured(Colour::red, each.fault.value_or("")))
                << '\n';
    }
    if (found.editions.empty()) std::cout << "No report was frozen yet.\n";
  }
  return found.whole ? kGood : kNo;
}

int get(const Program& program, const Options& options) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const auto bytes = (*store)->report_editions().bytes(Id<ReportEdition>(options.id), options.language, options.format);
  if (!bytes) {
    return report({ErrorCode::not_found,
                   "There is no frozen report " + options.id + " with such a file; koers report list names them.",
                   {}},
                  options.as_json);
  }
  const auto done = put_out(*bytes, options);
  return done ? kGood : report(done.error(), options.as_json);
}

void add_form_options(CLI::App& command, Options& options) {
  command.add_option("--format", options.format, "html, pdf, xlsx or csv")
      ->check(CLI::IsMember({"html", "pdf", "xlsx", "csv"}))
      ->capture_default_str();
  command.add_option("--language", options.language, "nl or en")->check(CLI::IsMember({"nl", "en"}))->capture_default_str();
  command.add_option("--output", options.output, "a file; standard output unless told");
}

void add_kind(CLI::App& parent, Program& program, const std::shared_ptr<Options>& options, ReportKind kind, const char* purpose,
              const char* example) {
  CLI::App* command = parent.add_subcommand(slug_of(kind), purpose);
  command->footer(std::string("Example: ") + example);
  add_form_options(*command, *options);
  command->add_option("--date", options->date, "the day that it speaks of; today unless told");
  command->add_option("--year", options->year, "leave out figures about later years")->check(CLI::Range(1900, 2999));
  if (kind == ReportKind::neighbourhood) {
    command->add_option("--area", options->area, "code of a district or neighbourhood, such as WK063701")->required();
  }
  if (kind == ReportKind::agenda_proposal) {
    command->add_option("--weighing", options->weighing, "the frame within which is chosen")->required();
    command->add_option("--tempo", options->tempo, "how much may change")->check(CLI::IsMember(names_of<Tempo>()));
  }
  command->add_flag("--freeze", options->freeze, "keep it for ever, in all forms and languages");
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  command->callback([&program, options, kind] { program.exit_code = make_or_freeze(program, kind, *options); });
}

}  // namespace

void add_report(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* parent = add_command(program, "report", "Reports of what everybody may see, and editions that are frozen",
                                 "koers report state-of-the-city --year 2022 --format pdf --output staat-2022.pdf");
  parent->require_subcommand(1);
  add_kind(*parent, program, options, ReportKind::state_of_the_city, "Mechanisms, core indicators, targets and differences",
           "koers report state-of-the-city --year 2022 --freeze");
  add_kind(*parent, program, options, ReportKind::management, "What is due, late, overdue and short of money",
           "koers report management --date 2022-01-31");
  add_kind(*parent, program, options, ReportKind::neighbourhood, "The profile of one district or neighbourhood",
           "koers report neighbourhood --area WK063701 --format csv");
  add_kind(
      *parent, program, options, ReportKind::agenda_proposal, "The proposal of an agenda to college and council",
      "koers report agenda-proposal --weighing strategische-agenda-2022-2026 --tempo medium --format pdf --output voorstel.pdf");
  const auto add = [&](const char* name, const char* purpose, const char* example) {
    CLI::App* command = parent->add_subcommand(name, purpose);
    command->footer(std::string("Example: ") + example);
    add_db_option(program, *command);
    add_json_option(*command, options->as_json);
    return command;
  };
  add("list", "The frozen editions", "koers report list --json")->callback([=, &program] {
    program.exit_code = list(program, *options);
  });
  add("verify", "Is each frozen edition as it was frozen?", "koers report verify")->callback([=, &program] {
    program.exit_code = verify(program, *options);
  });
  CLI::App* out = add("get", "A file of a frozen edition, as it was frozen",
                      "koers report get state-of-the-city-2022 --format pdf --output staat.pdf");
  out->add_option("id", options->id, "of the edition")->required();
  add_form_options(*out, *options);
  out->callback([=, &program] { program.exit_code = get(program, *options); });
}

}  // namespace koers::cli
