// SPDX-License-Identifier: EUPL-1.2
#include "cli/output.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include "model/write_record.h"

namespace koers::cli {
namespace {

constexpr std::int64_t kFirstDrawing = 1'000'000;  // microseconds
constexpr std::int64_t kBetweenDrawings = 100'000;
constexpr int kBarWidth = 30;

bool is_colourful(bool on_error_stream) {
  return isatty(on_error_stream ? STDERR_FILENO : STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

}  // namespace

std::string coloured(Colour colour, const std::string& text, bool on_error_stream) {
  if (!is_colourful(on_error_stream)) return text;
  switch (colour) {
    case Colour::red:
      return "\x1b[31m" + text + "\x1b[0m";
    case Colour::green:
      return "\x1b[32m" + text + "\x1b[0m";
    case Colour::yellow:
      return "\x1b[33m" + text + "\x1b[0m";
    case Colour::bold:
      return "\x1b[1m" + text + "\x1b[0m";
  }
  return text;
}

std::string faults_json(const std::vector<Fault>& faults) {
  std::string out = "[";
  for (const Fault& fault : faults) {
    if (out.size() > 1) out += ',';
    out += "{\"rule\":" + json_string(fault.rule) + ",\"file\":" + json_string(fault.place.file) +
           ",\"line\":" + std::to_string(fault.place.line) + ",\"column\":" + std::to_string(fault.place.column) +
           ",\"path\":" + json_string(fault.path) + ",\"found\":" + json_string(fault.found) +
           ",\"expected\":" + json_string(fault.expected) + '}';
  }
  return out + ']';
}

int report(const Error& error, bool as_json) {
  const ErrorDescription& description = describe(error.code);
  if (as_json) {
    std::cout << "{\"error\":" << json_string(description.name) << ",\"message\":" << json_string(error.message)
              << ",\"faults\":" << faults_json(error.faults) << "}\n";
    return description.exit_code;
  }
  std::cerr << coloured(Colour::red, "koers: ", true) << error.message << '\n';
  for (const Fault& fault : error.faults) std::cerr << "  " << to_string(fault) << '\n';
  return description.exit_code;
}

Instant now() {
  const auto time = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(time).count()};
}

std::chrono::year_month_day today() {
  const std::chrono::sys_time<std::chrono::microseconds> moment{std::chrono::microseconds(now().microseconds)};
  return std::chrono::floor<std::chrono::days>(moment);
}

std::string words_of(const Text& text, const City& city) {
  const auto languages = city.languages();
  const auto found = languages.empty() ? text.by_language.begin() : text.by_language.find(languages.front());
  return found == text.by_language.end() ? "" : found->second;
}

Result<std::unique_ptr<Store>> open_existing(const std::string& url) {
  auto store = open_store(url, OpenMode::open_existing);
  if (!store && store.error().code == ErrorCode::not_found) store.error().code = ErrorCode::bad_input;
  return store;
}

ProgressBar::ProgressBar(std::string title)
    : title_(std::move(title)), started_(now().microseconds), is_terminal_(isatty(STDERR_FILENO) != 0) {}

ProgressBar::~ProgressBar() {
  if (drawn_ != 0) std::cerr << '\n';
}

void ProgressBar::show(std::int64_t done, std::int64_t total) {
  const std::int64_t time = now().microseconds;
  if (!is_terminal_ || total <= 0 || time - started_ < kFirstDrawing || time - drawn_ < kBetweenDrawings) return;
  drawn_ = time;
  const auto filled = static_cast<std::size_t>(done * kBarWidth / total);
  std::cerr << '\r' << title_ << " [" << std::string(filled, '#') << std::string(kBarWidth - filled, ' ') << "] "
            << done * 100 / total << " %" << std::flush;
}

std::function<void(std::int64_t, std::int64_t)> ProgressBar::callback() {
  return [this](std::int64_t done, std::int64_t total) { show(done, total); };
}

std::string rounded(double value, int decimals) {
  char text[64];
  const int length = std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace koers::cli
