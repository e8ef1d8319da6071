// SPDX-License-Identifier: EUPL-1.2
#include <iostream>
#include <memory>

#include "app/workspace.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/write_record.h"
#include "model/write_yaml.h"

namespace koers::cli {
namespace {

struct Options {
  std::string kind;
  std::string id;
  std::string as_of;
  std::string language;
  bool as_json = false;
};

std::string in_language(const Text& text, const std::string& language) {
  const auto found = text.by_language.find(language);
  if (found != text.by_language.end()) return found->second;
  return text.by_language.empty() ? "" : text.by_language.begin()->second;
}

/// Both `effort` and `efforts`, `policy_document` and `policy-documents`.
std::optional<Kind> parse_kind(const std::string& text) {
  if (const auto kind = kind_from_plural(text)) return kind;
  return enum_from<Kind>(text);
}

int bad_kind(const Options& options) {
  std::string kinds;
  for_each_kind([&]<class T>(RecordTag<T>) { kinds += std::string(" ") + name_of(kKindOf<T>); });
  return report({ErrorCode::bad_input, '`' + options.kind + "` is no kind of document; there are" + kinds + '.', {}},
                options.as_json);
}

int show_all(const City& city, Kind kind, const Options& options) {
  visit_kind(kind, [&]<class T>(RecordTag<T>) {
    if (options.as_json) std::cout << '[';
    bool first = true;
    for (const T& record : city.all<T>()) {
      if (options.as_json) {
        std::cout << (first ? "" : ",\n") << to_json_text(record);
      } else {
        std::cout << record.id.str() << '\t' << in_language(title_of_record(record, city.languages()), options.language) << '\n';
      }
      first = false;
    }
    if (options.as_json) std::cout << "]\n";
  });
  return kGood;
}

int show_one(const City& city, const Reference& document, const Options& options) {
  int code = kNo;
  visit_kind(document.kind, [&]<class T>(RecordTag<T>) {
    const T* record = city.all<T>().find(document.id);
    if (record == nullptr) {
      code = report({ErrorCode::not_found, "There is no " + to_string(document) + '.', {}}, options.as_json);
      return;
    }
    std::cout << (options.as_json ? to_json_text(*record) + '\n' : to_yaml(*record));
    code = kGood;
  });
  return code;
}

int show(const Program& program, Options options) {
  const auto kind = parse_kind(options.kind);
  if (!kind) return bad_kind(options);
  std::optional<Instant> as_of;
  if (!options.as_of.empty()) {
    const auto date = parse_date(options.as_of);
    if (!date)
      return report({ErrorCode::bad_input, "--as-of must be a date such as 2021-06-14, not " + options.as_of + '.', {}},
                    options.as_json);
    as_of = end_of(*date);
  }
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const City city = load_city(**store, as_of);
  if (options.language.empty() && !city.languages().empty()) options.language = city.languages().front();
  return options.id.empty() ? show_all(city, *kind, options) : show_one(city, {*kind, options.id}, options);
}

}  // namespace

void add_show(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command =
      add_command(program, "show", "Show the documents of a kind, or one of them whole", "koers show effort entree --as-of 2022");
  command->add_option("kind", options->kind, "such as guideline, effort, policy-documents")->required();
  command->add_option("id", options->id, "of one document");
  command->add_option("--as-of", options->as_of, "as it was at the end of this day, month or year");
  command->add_option("--language", options->language, "of the titles; the city's first unless told otherwise");
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  command->callback([&program, options] { program.exit_code = show(program, *options); });
}

}  // namespace koers::cli
