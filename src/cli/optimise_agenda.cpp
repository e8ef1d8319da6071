// SPDX-License-Identifier: EUPL-1.2
// koers optimise agenda, explain: the agenda that helps most within the city's own frame, and why.
#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

#include "app/optimise/agenda_bundle.h"
#include "app/optimise/agenda_json.h"
#include "app/optimise/agenda_words.h"
#include "app/whole_file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/simulate_options.h"

namespace koers::cli {
namespace {

struct Options {
  std::string city = "cities/zoetermeer";
  std::optional<std::string> weighing;
  std::string tempo;
  std::vector<std::string> musts;
  std::vector<std::string> bans;
  std::string ask = "choice";
  std::string thoroughness = "normal";
  std::string language = "nl";
  std::string item;
  std::string bundle;
  AgendaQuestion question;
  bool as_json = false;
  bool quiet = false;
};

using Json = nlohmann::ordered_json;

/// `effort/x`, `effort/x:bend`; `x` alone is an effort.
Result<Wish> wish_of(const std::string& text, WishKind kind) {
  Wish out;
  out.kind = kind;
  const auto colon = text.find(':');
  const std::string item = text.substr(0, colon);
  const auto reference = parse_reference(item.find('/') == std::string::npos ? "effort/" + item : item);
  if (!reference)
    return failure(ErrorCode::bad_input, "A wish is about an item.",
                   {{"type", {}, "--must or --ban", text, "such as effort/entree"}});
  out.item = *reference;
  if (colon == std::string::npos) return out;
  out.option = enum_from<OptionForm>(text.substr(colon + 1));
  if (out.option) return out;
  return failure(
      ErrorCode::bad_input, "There is no such option.",
      {{"type", {}, "--must or --ban", text.substr(colon + 1), "keep, stop, bend, speed_up, supplement, light, base or plus"}});
}

Result<AgendaQuestion> question_of(const Options& options, const City& city) {
  AgendaQuestion out = options.question;
  auto weighing = weighing_meant(options.weighing, city);
  if (!weighing) return std::unexpected(weighing.error());
  out.request.weighing = std::move(*weighing);
  if (!options.tempo.empty()) out.request.tempo = enum_from<Tempo>(options.tempo);
  for (const auto& [texts, kind] : {std::pair{&options.musts, WishKind::must}, std::pair{&options.bans, WishKind::ban}}) {
    for (const std::string& text : *texts) {
      auto wish = wish_of(text, kind);
      if (!wish) return std::unexpected(wish.error());
      out.request.wishes.push_back(std::move(*wish));
    }
  }
  out.ask = *enum_from<AgendaAsk>(options.ask);
  out.thoroughness = *enum_from<Thoroughness>(options.thoroughness);
  if (options.item.empty()) return out;
  auto about = wish_of(options.item, WishKind::must);
  if (!about) return std::unexpected(about.error());
  out.item = about->item;
  return out;
}

std::string in_language(const Json& words, const std::string& language) { return words.value(language, ""); }

void print_lines(const AgendaProblem& problem, const Json& choice, const std::string& language) {
  std::cout << "item\toption\tfrom\tpoints\teuros\tfte-years\n";
  for (const Json& line : choice["items"]) {
    if (line["option"].is_null()) continue;
    const auto item = parse_reference(line["item"].get<std::string>());
    const Text title = problem.city->title_of(*item);
    const auto words = title.by_language.find(language);
    std::cout << (words == title.by_language.end() ? item->id : words->second) << '\t' << line["option"].get<std::string>()
              << '\t' << line["starts"] << '\t' << rounded(line["worth"].get<double>(), 3) << '\t'
              << rounded(line["money"].get<double>(), 0) << '\t' << rounded(line["people"].get<double>(), 2) << '\n';
  }
}

void print_sentences(const Json& node, const std::string& language) {
  if (node.is_array()) {
    for (const Json& each : node) print_sentences(each, language);
    return;
  }
  if (!node.is_object()) return;
  for (const auto& [key, value] : node.items()) {
    if (key == "words" || key == "summary") {
      const std::string sentence = in_language(value, language);
      if (!sentence.empty()) std::cout << sentence << '\n';
    } else if (key != "choice") {
      print_sentences(value, language);
    }
  }
}

void print(const AgendaAnswer& answer, const Options& options) {
  const Json whole = answer_json(answer);
  const Json& agenda = whole["agenda"];
  if (answer.question.ask == AgendaAsk::choice && !agenda["choice"].is_null())
    print_lines(*answer.agenda.problem, agenda["choice"], options.language);
  print_sentences(whole, options.language);
}

int run(const Options& options) {
  auto city = city_of(options.city);
  if (!city) return refuse(city.error(), options.as_json);
  const auto question = question_of(options, *city);
  if (!question) return refuse(question.error(), options.as_json);
  ProgressBar bar("weighing");
  const auto progress = [&](std::int64_t done, std::int64_t total) {
    if (!options.quiet) bar.show(done, total);
    return true;
  };
  const auto answer = answer_agenda(std::make_shared<const City>(std::move(*city)), *question, progress);
  if (!answer) return refuse(answer.error(), options.as_json);
  if (!options.bundle.empty()) {
    const auto written = write_whole(options.bundle, agenda_bundle(*answer).dump(1) + '\n');
    if (!written) return refuse(written.error(), options.as_json);
  }
  if (options.as_json) {
    std::cout << answer_json(*answer).dump() << '\n';
  } else {
    print(*answer, options);
  }
  return answer->agenda.solution.outcome == optimise::Outcome::found ? kGood : kNo;
}

/// Money of what runs, by fund and year, with the sums over all years.
void print_money(const Json& baseline) {
  std::cout << "fund\tyear\tavailable\tasked\tshort\n";
  for (const Json& fund : baseline["funds"]) {
    double budget = 0;
    double spent = 0;
    double beyond = 0;
    const std::string name = fund["fund"].get<std::string>();
    const auto row = [&](const std::string& year, double available, double asked, double missing) {
      std::cout << name << '\t' << year << '\t' << rounded(available, 0) << '\t' << rounded(asked, 0) << '\t'
                << rounded(missing, 0) << '\n';
    };
    for (const Json& year : fund["years"]) {
      row(std::to_string(year["year"].get<int>()), year["budget"].get<double>(), year["spent"].get<double>(),
          year["beyond"].get<double>());
      budget += year["budget"].get<double>();
      spent += year["spent"].get<double>();
      beyond += year["beyond"].get<double>();
    }
    row("together", budget, spent, beyond);
  }
}

int show_frame(const Options& options) {
  auto city = city_of(options.city);
  if (!city) return refuse(city.error(), options.as_json);
  auto question = question_of(options, *city);
  if (!question) return refuse(question.error(), options.as_json);
  const auto problem = agenda_problem(std::make_shared<const City>(std::move(*city)), std::move(question->request));
  if (!problem) return refuse(problem.error(), options.as_json);
  const Json frame = frame_json(*problem, today());
  if (options.as_json) {
    std::cout << frame.dump() << '\n';
  } else {
    std::cout << frame["items"].size() << " items, " << problem->columns.size() << " ways to carry them out, "
              << frame["findings"].size() << " findings of what does not hang together; what runs asks\n";
    print_money(frame["baseline"]);
  }
  return kGood;
}

void add_shared(CLI::App& command, Options& options) {
  command.add_option("--city", options.city, "folder of the city package")->capture_default_str();
  command.add_option("--weighing", options.weighing, "the frame in which is chosen; the one that begins last, if none is given");
  command.add_option("--tempo", options.tempo, "how much may change; no limit, if none is given")
      ->check(CLI::IsMember(names_of<Tempo>()));
  command.add_option("--must", options.musts,
                     "an item that must be in, or with `:option` in that form; may be given more than once");
  command.add_option("--ban", options.bans, "an item that may not be in; may be given more than once");
  command.add_option("--seed", options.question.seed, "of all that is drawn")->capture_default_str();
  command.add_option("--thoroughness", options.thoroughness, "how long is searched")
      ->check(CLI::IsMember(names_of<Thoroughness>()))
      ->capture_default_str();
  command.add_option("--language", options.language, "of the sentences")
      ->check(CLI::IsMember({"nl", "en"}))
      ->capture_default_str();
  add_threads_option(command, options.question.threads);
  add_json_option(command, options.as_json);
  command.add_flag("--quiet", options.quiet, "no progress");
}

std::shared_ptr<Options> new_options() {
  auto options = std::make_shared<Options>();
  options->question.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return options;
}

}  // namespace

void add_optimise_agenda(Program& program, CLI::App& optimise) {
  auto options = new_options();  // lives as long as the callback
  CLI::App* command = add_part(optimise, "agenda", "The agenda that helps most within money, people, contracts and order",
                               "koers optimise agenda --city cities/zoetermeer --tempo medium --json");
  add_shared(*command, *options);
  std::vector<std::string> asks = names_of<AgendaAsk>();
  std::erase(asks, "why_not");  // that is `explain`
  command->add_option("--ask", options->ask, "what beside the choice itself")->check(CLI::IsMember(asks))->capture_default_str();
  command->add_option("--bundle", options->bundle, "a file to write the whole run to: question, numbers, documents, answer");
  command->add_option("--draws", options->question.draws, "of `standing`")->check(CLI::Range(10, 2'000))->capture_default_str();
  command->callback([options, &program] { program.exit_code = run(*options); });
}

void add_optimise_frame(Program& program, CLI::App& optimise) {
  auto options = new_options();
  CLI::App* command = add_part(optimise, "frame", "What there is to choose from, and what keeping all that runs asks",
                               "koers optimise frame --city cities/zoetermeer --weighing actieagenda-economie-2020-2022");
  command->add_option("--city", options->city, "folder of the city package")->capture_default_str();
  command->add_option("--weighing", options->weighing, "the frame; the one that begins last, if none is given");
  add_json_option(*command, options->as_json);
  command->callback([options, &program] { program.exit_code = show_frame(*options); });
}

void add_optimise_explain(Program& program, CLI::App& optimise) {
  auto options = new_options();
  options->ask = "why_not";
  CLI::App* command = add_part(optimise, "explain", "Why an item is in the agenda or not, and what would bring it in",
                               "koers optimise explain effort/station-oostzijde --city cities/zoetermeer --tempo medium");
  command->add_option("ITEM", options->item, "an effort or policy document, such as effort/station-oostzijde")->required();
  add_shared(*command, *options);
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace koers::cli
