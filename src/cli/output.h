// SPDX-License-Identifier: EUPL-1.2
// What the commands print. Answers go to standard output, everything else to standard error; colours and progress only for a
// person at a terminal.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/date.h"
#include "base/result.h"

namespace koers::cli {

/// Exit codes: 0 good, 1 the answer is "no", 2 bad input or usage, 3 broken world.
inline constexpr int kGood = 0;
inline constexpr int kNo = 1;
inline constexpr int kBadInput = 2;
inline constexpr int kBrokenWorld = 3;

enum class Colour { red, green, yellow, bold };

/// `text` in colour when standard output (or error) is a terminal and NO_COLOR is not set.
[[nodiscard]] std::string coloured(Colour colour, const std::string& text, bool on_error_stream = false);

/// Says what is wrong and gives the exit code. With `as_json` a problem object on standard output.
int report(const Error& error, bool as_json);

[[nodiscard]] std::string faults_json(const std::vector<Fault>& faults);

/// A bar on standard error, drawn at most ten times a second and only after the first second; nothing when it is not a terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::string title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  void show(std::int64_t done, std::int64_t total);
  [[nodiscard]] std::function<void(std::int64_t, std::int64_t)> callback();

 private:
  std::string title_;
  std::int64_t started_;
  std::int64_t drawn_ = 0;
  bool is_terminal_;
};

/// The only clock of the command line.
[[nodiscard]] Instant now();
[[nodiscard]] std::chrono::year_month_day today();

/// A number with so many decimals, with a point.
[[nodiscard]] std::string rounded(double value, int decimals);

/// `text` in the default language of the city.
[[nodiscard]] std::string words_of(const Text& text, const City& city);

/// A database that is there. Asking for one that is not is bad input here, not an answer: exit 1 of `verify` must mean a broken
/// chain.
[[nodiscard]] Result<std::unique_ptr<Store>> open_existing(const std::string& url);

}  // namespace koers::cli
