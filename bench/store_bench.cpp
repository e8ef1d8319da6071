// SPDX-License-Identifier: EUPL-1.2
// Rates of the ledger, as one JSON object per line; `store_bench [REVISIONS] [URL]`. Without a URL it works on a SQLite file in
// the present folder, so that the disk is the one that you choose, and measures a bare SQLite table beside it.
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "store/store.h"

namespace koers {
namespace {

constexpr int kDocuments = 100'000;  // the revisions are spread over these
constexpr int kReads = 20'000;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void report(const std::string& what, const std::string& figures) {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  std::cout << R"({"bench":")" << what << R"(",)" << figures << R"(,"peak_memory_mib":)" << usage.ru_maxrss / 1024 << "}\n"
            << std::flush;
}

std::string rate(std::int64_t count, double seconds) {
  return R"("count":)" + std::to_string(count) + R"(,"seconds":)" + std::to_string(seconds) + R"(,"per_second":)" +
         std::to_string(static_cast<std::int64_t>(static_cast<double>(count) / seconds));
}

/// About what a programme looks like as JSON.
std::string body_of(std::int64_t n) {
  return R"({"id":"d)" + std::to_string(n) + R"(","title":{"nl":")" + std::string(400, 'x') + R"("},"state":"running"})";
}

std::string id_of(std::int64_t n) { return "document-" + std::to_string((n * 7919) % kDocuments); }

void append(Ledger& ledger, std::int64_t& next, std::int64_t count, std::int64_t batch, const std::string& what) {
  const auto start = std::chrono::steady_clock::now();
  for (std::int64_t done = 0; done < count; done += batch) {
    std::vector<Draft> drafts;
    for (std::int64_t n = next; n < next + batch; ++n) {
      drafts.push_back({Kind::effort, id_of(n), body_of(n), static_cast<int>(n / kDocuments)});
    }
    const auto written = ledger.append(drafts, {Instant{next * 1000}, "bench", "decision-1"});
    if (!written) throw BrokenWorld(written.error().message);
    next += batch;
  }
  report(what, rate(count, seconds_since(start)));
}

void read_as_of(const Ledger& ledger, std::int64_t revisions) {
  std::mt19937_64 random(1);
  std::vector<double> microseconds;
  for (int n = 0; n < kReads; ++n) {
    const auto at = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(revisions));
    const auto start = std::chrono::steady_clock::now();
    const auto found = ledger.as_of(Kind::effort, id_of(static_cast<std::int64_t>(random() % kDocuments)), Instant{at * 1000});
    microseconds.push_back(seconds_since(start) * 1e6);
    if (found && found->at > Instant{at * 1000}) throw BrokenWorld("a revision of later");
  }
  std::ranges::sort(microseconds);
  report("as_of_read", R"("count":)" + std::to_string(kReads) + R"(,"median_microseconds":)" +
                           std::to_string(microseconds[kReads / 2]) + R"(,"p99_microseconds":)" +
                           std::to_string(microseconds[kReads * 99 / 100]));
}

/// The same bytes into one table without an index, with the same sync: what the disk and SQLite cost by themselves.
void bare_insert(const std::string& file, std::int64_t count, std::int64_t batch) {
  sqlite3* database = nullptr;
  sqlite3_open(file.c_str(), &database);
  sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare (line TEXT)", nullptr, nullptr,
               nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO bare VALUES (?)", -1, &insert, nullptr);
  const auto start = std::chrono::steady_clock::now();
  for (std::int64_t n = 0; n < count; ++n) {
    if (n % batch == 0) sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    const std::string line = "effort" + id_of(n) + "bench" + "decision-1" + body_of(n) + std::string(128, 'h');
    sqlite3_bind_text(insert, 1, line.data(), static_cast<int>(line.size()), nullptr);
    sqlite3_step(insert);
    sqlite3_reset(insert);
    if ((n + 1) % batch == 0) sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  }
  report("baseline_bare_sqlite_batch_" + std::to_string(batch), rate(count, seconds_since(start)));
  sqlite3_finalize(insert);
  sqlite3_close(database);
}

void bench_ledger(Store& store, std::int64_t revisions) {
  Ledger& ledger = store.ledger();
  std::int64_t next = 0;
  append(ledger, next, revisions / 2, 1000, "append_batch_1000");
  append(ledger, next, revisions / 2, 100, "append_batch_100");
  append(ledger, next, 2000, 1, "append_one_by_one");
  read_as_of(ledger, next);
  auto start = std::chrono::steady_clock::now();
  std::int64_t shown = 0;
  ledger.all_current({}, [&](const Revision&) { return ++shown > 0; });
  report("all_current", rate(shown, seconds_since(start)));
  start = std::chrono::steady_clock::now();
  const auto verified = store.verify();
  if (!verified || !verified->is_whole()) throw BrokenWorld("the ledger does not verify");
  report("verify", rate(verified->revisions_checked, seconds_since(start)));
}

int run(std::int64_t revisions, const std::string& url) {
  const std::filesystem::path folder = "store-bench.tmp";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  const auto opened = open_store(url.empty() ? "sqlite:" + (folder / "koers.db").string() : url);
  if (!opened) throw BrokenWorld(opened.error().message);
  bench_ledger(**opened, revisions);
  if (url.empty()) {
    bare_insert((folder / "bare1000.db").string(), revisions / 2, 1000);
    bare_insert((folder / "bare100.db").string(), revisions / 2, 100);
    bare_insert((folder / "bare1.db").string(), 2000, 1);
    const auto bytes = std::filesystem::file_size(folder / "koers.db");
    report("file_size", R"("mib":)" + std::to_string(bytes >> 20U));
  }
  std::filesystem::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace koers

int main(int count, char** arguments) {
  try {
    return koers::run(count > 1 ? std::stoll(arguments[1]) : 1'000'000, count > 2 ? arguments[2] : "");
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << "\n";
    return 3;
  }
}
