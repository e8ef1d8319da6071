// SPDX-License-Identifier: EUPL-1.2
#include "store/report_editions.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include <sodium.h>

#include "store/chain.h"
#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

constexpr std::string_view kSelect =
    "SELECT number, id, kind, label, area, report_date, at, actor, ledger_seq, ledger_hash, observations_version, version, "
    "previous_hash, hash FROM report_edition ";
constexpr std::string_view kNoHash = "0000000000000000000000000000000000000000000000000000000000000000";

std::string base64_of(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the NUL of C
  return text;
}

/// None when it is no base64.
std::optional<std::string> bytes_of(const std::string& text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  const int refused = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                                        nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL);
  if (refused != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

std::string hash_of_bytes(std::string_view bytes) { return FieldHash("koers report file").add(bytes).hexadecimal(); }

std::string hash_of(const ReportEdition& edition) {
  FieldHash hash("koers report edition");
  const auto add = [&](std::string_view text) { hash.add(text); };
  hash.add(edition.number);
  for (const std::string* text : {&edition.id.str(), &edition.kind, &edition.label}) add(*text);
  hash.add(edition.area);
  add(edition.report_date);
  hash.add(edition.at.microseconds);
  add(edition.actor);
  hash.add(edition.ledger_seq);
  add(edition.ledger_hash);
  hash.add(edition.observations_version);
  for (const std::string* text : {&edition.version, &edition.previous_hash}) add(*text);
  hash.add(static_cast<std::int64_t>(edition.files.size()));
  for (const ReportFile& file : edition.files) {
    add(file.language);
    add(file.format);
    hash.add(file.size);
    add(file.hash);
  }
  return hash.hexadecimal();
}

ReportEdition read_edition(const Rows& rows) {
  ReportEdition edition;
  edition.number = rows.integer(0);
  edition.id = Id<ReportEdition>(rows.text(1));
  edition.kind = rows.text(2);
  edition.label = rows.text(3);
  edition.area = rows.optional_text(4);
  edition.report_date = rows.text(5);
  edition.at = Instant{rows.integer(6)};
  edition.actor = rows.text(7);
  edition.ledger_seq = rows.integer(8);
  edition.ledger_hash = rows.text(9);
  edition.observations_version = rows.integer(10);
  edition.version = rows.text(11);
  edition.previous_hash = rows.text(12);
  edition.hash = rows.text(13);
  return edition;
}

void read_files(Connection& connection, ReportEdition& edition) {
  const auto rows = connection.query(
      "SELECT language, format, size, hash FROM report_file WHERE edition = ? ORDER BY language, format", {edition.number});
  while (rows->next()) edition.files.push_back({rows->text(0), rows->text(1), rows->integer(2), rows->text(3)});
  // In an order of our own: databases differ in theirs.
  std::ranges::sort(edition.files, {}, [](const ReportFile& file) { return std::pair(file.language, file.format); });
}

std::vector<ReportEdition> read_editions(Connection& connection, const std::string& sql, std::span<const Bind> values) {
  std::vector<ReportEdition> editions;
  {
    const auto rows = connection.query_with(sql, values);
    while (rows->next()) editions.push_back(read_edition(*rows));
  }
  for (ReportEdition& each : editions) read_files(connection, each);
  return editions;
}

std::optional<ReportEdition> find_edition(Connection& connection, const Id<ReportEdition>& id) {
  const std::array<Bind, 1> values{Bind(id.str())};
  auto found = read_editions(connection, std::string(kSelect) + "WHERE id = ?", values);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

/// `state-of-the-city-2022`, or `state-of-the-city-2022-2` when there is one.
Id<ReportEdition> free_id(Connection& connection, const ReportEdition& edition) {
  std::string wanted = edition.kind + (edition.area ? '-' + *edition.area : "") + '-' + edition.label;
  std::replace(wanted.begin(), wanted.end(), '_', '-');
  std::string id = wanted;
  for (int n = 2; find_edition(connection, Id<ReportEdition>(id)); ++n) id = wanted + '-' + std::to_string(n);
  return Id<ReportEdition>(id);
}

void insert(Connection& connection, const ReportEdition& edition, const std::vector<NewReportFile>& files) {
  connection.run(
      "INSERT INTO report_edition (number, id, kind, label, area, report_date, at, actor, ledger_seq, ledger_hash, "
      "observations_version, version, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {edition.number, edition.id.str(), edition.kind, edition.label, edition.area, edition.report_date, edition.at,
       edition.actor, edition.ledger_seq, edition.ledger_hash, edition.observations_version, edition.version,
       edition.previous_hash, edition.hash});
  for (const NewReportFile& file : files) {
    connection.run("INSERT INTO report_file (edition, language, format, size, hash, content) VALUES (?, ?, ?, ?, ?, ?)",
                   {edition.number, file.language, file.format, static_cast<std::int64_t>(file.bytes.size()),
                    hash_of_bytes(file.bytes), base64_of(file.bytes)});
  }
}

Result<void> check(const ReportEdition& edition, const std::vector<NewReportFile>& files) {
  if (files.empty()) return failure(ErrorCode::bad_input, "A frozen report holds at least one file.");
  std::set<std::pair<std::string, std::string>> seen;
  for (const NewReportFile& file : files) {
    if (!seen.emplace(file.language, file.format).second) {
      return failure(ErrorCode::bad_input, "A frozen report holds one " + file.format + " file in " + file.language + ".");
    }
    if (auto checked = expect_storable({{file.language, "language"}, {file.format, "format"}}); !checked) return checked;
  }
  return expect_storable({{edition.kind, "kind of report"},
                          {edition.label, "label"},
                          {edition.area ? *edition.area : std::string_view(), "area"},
                          {edition.report_date, "day of the report"},
                          {edition.actor, "actor"},
                          {edition.version, "version"}});
}

/// What is wrong with the files of an edition; empty: nothing.
std::string fault_of_files(Connection& connection, const ReportEdition& edition) {
  for (const ReportFile& file : edition.files) {
    const auto rows = connection.query("SELECT content FROM report_file WHERE edition = ? AND language = ? AND format = ?",
                                       {edition.number, file.language, file.format});
    const auto bytes = rows->next() ? bytes_of(rows->text(0)) : std::nullopt;
    if (!bytes || hash_of_bytes(*bytes) != file.hash || static_cast<std::int64_t>(bytes->size()) != file.size) {
      return "Its " + file.format + " file in " + file.language + " was changed after it was frozen.";
    }
  }
  return "";
}

}  // namespace

Result<ReportEdition> ReportEditions::add(ReportEdition edition, const std::vector<NewReportFile>& files) {
  if (auto checked = check(edition, files); !checked) return std::unexpected(checked.error());
  return database_->write([&](Connection& connection) -> Result<ReportEdition> {
    const LedgerHead last = read_head(connection, kReportChain);
    edition.number = last.seq + 1;
    edition.previous_hash = last.hash;
    edition.id = free_id(connection, edition);
    edition.files.clear();
    for (const NewReportFile& file : files) {
      edition.files.push_back(
          {file.language, file.format, static_cast<std::int64_t>(file.bytes.size()), hash_of_bytes(file.bytes)});
    }
    std::ranges::sort(edition.files, {}, [](const ReportFile& file) { return std::pair(file.language, file.format); });
    edition.hash = hash_of(edition);
    insert(connection, edition, files);
    write_head(connection, kReportChain, {edition.number, edition.hash, edition.at});
    return edition;
  });
}

std::vector<ReportEdition> ReportEditions::list(std::string_view kind) const {
  if (!is_storable(kind)) return {};
  return database_->read_snapshot([&](Connection& connection) {
    const std::array<Bind, 1> values{Bind(kind)};
    const std::string order = "ORDER BY number DESC";
    if (kind.empty()) return read_editions(connection, std::string(kSelect) + order, {});
    return read_editions(connection, std::string(kSelect) + "WHERE kind = ? " + order, values);
  });
}

std::optional<ReportEdition> ReportEditions::get(const Id<ReportEdition>& id) const {
  if (!is_storable(id.str())) return std::nullopt;
  return database_->read_snapshot([&](Connection& connection) { return find_edition(connection, id); });
}

std::optional<std::string> ReportEditions::bytes(const Id<ReportEdition>& id, std::string_view language,
                                                 std::string_view format) const {
  if (!is_storable(id.str()) || !is_storable(language) || !is_storable(format)) return std::nullopt;
  return database_->read([&](Connection& connection) -> std::optional<std::string> {
    const auto rows = connection.query(
        "SELECT f.content, f.hash FROM report_file f JOIN report_edition e ON e.number = f.edition "
        "WHERE e.id = ? AND f.language = ? AND f.format = ?",
        {id.str(), language, format});
    if (!rows->next()) return std::nullopt;
    auto found = bytes_of(rows->text(0));
    if (!found || hash_of_bytes(*found) != rows->text(1)) {
      throw BrokenWorld("A file of the frozen report " + id.str() + " is not what was frozen; run koers report verify.");
    }
    return found;
  });
}

std::vector<EditionCheck> ReportEditions::verify() const {
  return database_->read_snapshot([&](Connection& connection) {
    std::vector<EditionCheck> checks;
    LedgerHead last{0, std::string(kNoHash), {}};
    for (const ReportEdition& each : read_editions(connection, std::string(kSelect) + "ORDER BY number", {})) {
      EditionCheck check{each.id, ""};
      if (each.number != last.seq + 1) {
        check.fault = "An edition before it is missing.";
      } else if (each.previous_hash != last.hash) {
        check.fault = "It does not follow on the edition before it.";
      } else if (hash_of(each) != each.hash) {
        check.fault = "What is written down of it was changed after it was frozen.";
      } else {
        check.fault = fault_of_files(connection, each);
      }
      last = {each.number, each.hash, each.at};
      checks.push_back(std::move(check));
    }
    const LedgerHead recorded = read_head(connection, kReportChain);
    if (recorded.seq != last.seq || recorded.hash != last.hash) {
      checks.push_back(
          {Id<ReportEdition>("edition-" + std::to_string(recorded.seq)), "It was recorded as the last, and is not there."});
    }
    return checks;
  });
}

}  // namespace koers
