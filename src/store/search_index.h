// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "model/kind.h"

namespace koers {

/// What can be found: the words of one document in one language.
struct SearchEntry {
  Reference document;
  std::string language;
  std::string title;
  std::string words;
};

struct SearchHit {
  Reference document;
  std::string excerpt;  ///< plain text; each match stands between U+2068 and U+2069
};

/// A full-text index in memory (SQLite FTS5, BM25; titles weigh ten times), the same whatever database holds the documents.
/// Filled once, then only searched; from any thread.
class SearchIndex {
 public:
  explicit SearchIndex(const std::vector<SearchEntry>& entries);
  ~SearchIndex();

  /// The best first, every document once. Each word of `query` must occur, or begin a word that does; accents and case do not
  /// matter; signs mean nothing. What is found in `language` comes before what is found in another only.
  [[nodiscard]] std::vector<SearchHit> find(std::string_view query, int limit, std::string_view language = "") const;

 private:
  struct Database;
  std::unique_ptr<Database> database_;
  mutable std::mutex mutex_;
};

}  // namespace koers
