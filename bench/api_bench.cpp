// SPDX-License-Identifier: EUPL-1.2
// How fast the pages of Zoetermeer are served, as one JSON object per line; `api_bench [SECONDS PER PAGE] [CONNECTIONS]`. Server
// and clients share this process and its processors, so the figures are a lower bound. The ratio to bare Beast is in http_bench.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include "api/api_fixture.h"

namespace koers::test {
namespace {

using Clock = std::chrono::steady_clock;

struct Page {
  const char* name;
  const char* path;
  bool gzip;
};

// Each page of the web site with the data that it asks for.
constexpr std::array kPages{
    Page{"city", "/api/v1/city", true},
    Page{"overview", "/api/v1/overview", true},
    Page{"vision-tree", "/api/v1/vision-tree", true},
    Page{"causal-map", "/api/v1/causal-map", true},
    Page{"policy-register", "/api/v1/policy-register", true},
    Page{"effort-register", "/api/v1/effort-register", true},
    Page{"decision-register", "/api/v1/decision-register", true},
    Page{"area-register", "/api/v1/area-register", true},
    Page{"city-state", "/api/v1/city-state", true},
    Page{"indicator-register", "/api/v1/indicator-register", true},
    Page{"area-profile", "/api/v1/area-profiles/WK063701", true},
    Page{"document", "/api/v1/documents/efforts/entree", true},
    Page{"search", "/api/v1/search-results?q=meerzicht", true},
    Page{"city, not zipped", "/api/v1/city", false},
};

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

long resident_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
  }
  return 0;
}

void report(const nlohmann::ordered_json& line) { std::cout << line.dump() << '\n' << std::flush; }

/// Asks for a page over and over, on one connection, until it is time.
std::vector<double> ask(std::uint16_t port, const Page& page, Clock::time_point end, std::atomic<int>& failures) {
  Client client(port);
  const HeaderList headers = page.gzip ? HeaderList{{"Accept-Encoding", "gzip"}} : HeaderList{};
  std::vector<double> times;
  while (Clock::now() < end) {
    const auto start = Clock::now();
    if (client.get(page.path, headers).status != 200) ++failures;
    times.push_back(milliseconds_since(start));
  }
  return times;
}

void measure(std::uint16_t port, const Page& page, std::chrono::duration<double> seconds, int connections) {
  std::vector<std::vector<double>> times(static_cast<std::size_t>(connections));
  std::vector<std::thread> threads;
  std::atomic<int> failures = 0;
  const auto start = Clock::now();
  const auto end = start + std::chrono::duration_cast<Clock::duration>(seconds);
  for (auto& own : times) threads.emplace_back([&] { own = ask(port, page, end, failures); });
  for (auto& thread : threads) thread.join();
  const double took = milliseconds_since(start) / 1'000;
  std::vector<double> all;
  for (const auto& own : times) all.insert(all.end(), own.begin(), own.end());
  std::sort(all.begin(), all.end());
  report({{"bench", page.name},
          {"connections", connections},
          {"requests", all.size()},
          {"failures", failures.load()},
          {"per_second", static_cast<long>(static_cast<double>(all.size()) / took)},
          {"p50_ms", all[all.size() / 2]},
          {"p99_ms", all[all.size() * 99 / 100]}});
}

void measure_import() {
  EmptyDatabase empty;
  static_cast<void>(zoetermeer());  // read from disk before
  const auto start = Clock::now();
  const auto done = import_city(empty.store(), zoetermeer(), {start_of_tests(), "bench", {}}, ImportMode::apply);
  if (!done) throw std::runtime_error(done.error().message);
  report({{"bench", "import"},
          {"milliseconds", milliseconds_since(start)},
          {"documents", done->added.size()},
          {"observations", done->observations}});
}

void run(double seconds, int connections) {
  measure_import();
  const auto start = Clock::now();
  const ServedCity served;
  report({{"bench", "start"}, {"milliseconds", milliseconds_since(start)}, {"resident_mib", resident_kib() / 1024}});
  for (const Page& page : kPages) measure(served.port(), page, std::chrono::duration<double>(seconds), connections);
  report({{"bench", "after"}, {"resident_mib", resident_kib() / 1024}});
}

}  // namespace
}  // namespace koers::test

int main(int argc, char** argv) {
  try {
    koers::test::run(argc > 1 ? std::stod(argv[1]) : 3, argc > 2 ? std::stoi(argv[2]) : 100);
  } catch (const std::exception& problem) {
    std::cerr << "api_bench: " << problem.what() << '\n';
    return 3;
  }
  return 0;
}
