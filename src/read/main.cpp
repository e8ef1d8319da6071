// SPDX-License-Identifier: EUPL-1.2
// koers-read: opens one foreign table or map, given as its standard input, and answers in lines of JSON.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "read/attempt.h"
#include "read/geopackage.h"
#include "read/number_text.h"
#include "read/read_file.h"
#include "read/sandbox.h"

namespace {

using namespace koers;
using namespace koers::reader;

constexpr int kRefused = 2;
constexpr int kBrokenWorld = 3;
constexpr const char* kUsage =
    "koers-read --name NAME [--limit NAME=NUMBER]… < FILE\n"
    "Opens a CSV, XLSX, ODS, GeoJSON or GeoPackage in a sandbox; answers in lines of JSON.\n";

struct Arguments {
  std::string name = "standard input";
  ForeignLimits limits;
  std::string attempt;
};

bool set_limit(ForeignLimits& limits, std::string_view text) {
  const auto equals = std::min(text.find('='), text.size());
  const auto found = std::find_if(kForeignLimits.begin(), kForeignLimits.end(),
                                  [&](const auto& each) { return each.name == text.substr(0, equals); });
  if (found == kForeignLimits.end() || equals == text.size()) return false;
  const auto number = number_in(text.substr(equals + 1));
  if (!number || *number < 1 || *number > 1e15) return false;
  limits.*(found->value) = static_cast<std::int64_t>(*number);
  return true;
}

std::optional<Arguments> arguments_in(int count, char** texts) {
  Arguments arguments;
  for (int i = 1; i < count; i += 2) {
    const std::string_view option = texts[i];
    if (i + 1 == count) return std::nullopt;
    const std::string_view value = texts[i + 1];
    if (option == "--name") {
      arguments.name = value;
    } else if (option == "--try") {  // for the test of the sandbox
      arguments.attempt = value;
    } else if (option != "--limit" || !set_limit(arguments.limits, value)) {
      return std::nullopt;
    }
  }
  if (first_invalid_utf8(arguments.name))
    std::replace_if(
        arguments.name.begin(), arguments.name.end(), [](char c) { return c < 0; }, '?');
  return arguments;
}

/// Lines in large pieces; whoever stops listening has no use for the rest.
class Output {
 public:
  void add(std::string_view line) {
    constexpr std::size_t kPieceBytes = 1U << 16U;
    waiting_ += line;
    if (waiting_.size() >= kPieceBytes) flush();
  }
  void flush() {
    std::string_view rest = waiting_;
    while (!rest.empty()) {
      const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
      if (written <= 0) _exit(kBrokenWorld);
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    waiting_.clear();
  }

 private:
  std::string waiting_;
};

/// The whole input; refused when it is over the limit.
std::string take_input(Answer& answer) {
  std::string bytes;
  std::string piece(1U << 20U, '\0');
  while (!answer.refused()) {
    const ssize_t size = read(STDIN_FILENO, piece.data(), piece.size());
    if (size < 0) throw BrokenWorld("the input cannot be read");
    if (size == 0) break;
    bytes.append(piece, 0, static_cast<std::size_t>(size));
    answer.keep("input-bytes", static_cast<std::int64_t>(bytes.size()));
  }
  return bytes;
}

int run(const Arguments& arguments) {
  prepare_geopackage();
  Output output;
  output.add("");
  Answer answer(arguments.name, arguments.limits, [&](std::string_view line) { output.add(line); });
  enter_sandbox(arguments.limits);
  if (!arguments.attempt.empty()) return attempt(arguments.attempt) ? 0 : 1;
  try {
    std::string bytes = take_input(answer);
    answer.refused() ? answer.end() : read_file(bytes, answer);
  } catch (const std::bad_alloc&) {  // of the input itself
    answer.refuse(ErrorCode::too_large, "memory-bytes", "a file that does not fit in memory", "a smaller one");
    answer.end();
  }
  output.flush();
  return answer.refused() ? kRefused : 0;
}

}  // namespace

int main(int count, char** texts) {
  const auto arguments = arguments_in(count, texts);
  if (!arguments) {
    std::fputs(kUsage, stderr);
    return kRefused;
  }
  try {
    _exit(run(*arguments));  // nothing is left to tidy up, and tidying up may ask what the sandbox forbids
  } catch (const std::exception& error) {
    std::fprintf(stderr, "koers-read: %s\n", error.what());
    _exit(kBrokenWorld);
  }
}
