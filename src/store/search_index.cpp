// SPDX-License-Identifier: EUPL-1.2
#include "store/search_index.h"

#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "base/result.h"

namespace koers {
namespace {

constexpr int kMaxQueryWords = 12;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Every word as a quoted prefix: nothing that a person types can be an operator of the query language.
std::string match_expression(std::string_view query) {
  std::string expression;
  int words = 0;
  std::size_t at = 0;
  while (at < query.size() && words < kMaxQueryWords) {
    while (at < query.size() && !is_word_byte(query[at])) ++at;
    const std::size_t start = at;
    while (at < query.size() && is_word_byte(query[at])) ++at;
    if (at == start) continue;
    if (words++ > 0) expression += " AND ";
    expression += '"' + std::string(query.substr(start, at - start)) + "\"*";
  }
  return expression;
}

}  // namespace

struct SearchIndex::Database {
  SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

SearchIndex::SearchIndex(const std::vector<SearchEntry>& entries) : database_(std::make_unique<Database>()) {
  SQLite::Database& db = database_->db;
  db.exec(
      "CREATE VIRTUAL TABLE entry USING fts5(kind UNINDEXED, id UNINDEXED, language UNINDEXED, title, words, "
      "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')");
  SQLite::Transaction transaction(db);
  SQLite::Statement insert(db, "INSERT INTO entry (kind, id, language, title, words) VALUES (?, ?, ?, ?, ?)");
  for (const SearchEntry& entry : entries) {
    insert.bind(1, boost::describe::enum_to_string(entry.document.kind, "?"));
    insert.bind(2, entry.document.id);
    insert.bind(3, entry.language);
    insert.bind(4, entry.title);
    insert.bind(5, entry.words);
    insert.exec();
    insert.reset();
  }
  transaction.commit();
}

SearchIndex::~SearchIndex() = default;

std::vector<SearchHit> SearchIndex::find(std::string_view query, int limit, std::string_view language) const {
  std::vector<SearchHit> hits;
  const std::string expression = match_expression(query);
  if (expression.empty()) return hits;
  const std::lock_guard lock(mutex_);
  try {
    SQLite::Statement select(database_->db,
                             "SELECT kind, id, snippet(entry, -1, char(0x2068), char(0x2069), '…', 24) FROM entry "
                             "WHERE entry MATCH ? ORDER BY language <> ?, bm25(entry, 0, 0, 0, 10.0, 1.0), rowid LIMIT ?");
    select.bind(1, expression);
    select.bind(2, std::string(language));
    select.bind(3, limit * 2);  // a document may be found in each of two languages
    std::set<Reference> seen;
    while (select.executeStep() && static_cast<int>(hits.size()) < limit) {
      Reference document;
      boost::describe::enum_from_string(select.getColumn(0).getText(), document.kind);
      document.id = select.getColumn(1).getText();
      if (seen.insert(document).second) hits.push_back({std::move(document), select.getColumn(2).getText()});
    }
  } catch (const SQLite::Exception& error) {
    throw BrokenWorld(std::string("the search index failed: ") + error.what());
  }
  return hits;
}

}  // namespace koers
