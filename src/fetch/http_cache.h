// SPDX-License-Identifier: EUPL-1.2
// Pages on disk, so that an import that was cut off goes on where it stopped.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "fetch/http_client.h"

namespace koers::fetch {

struct CachedPage {
  std::string body;
  HttpValidators validators;
};

/// One file per page in a folder of its own, written under another name first and then renamed, so a page is there whole or not
/// at all; several processes may share the folder. A file that does not match its hash (BLAKE2b) is as good as absent. A disk
/// that fails is a BrokenWorld. Nothing is ever dropped by itself: the caller clears it when an import is complete.
class HttpCache {
 public:
  explicit HttpCache(std::filesystem::path folder);

  /// `edition` is the state of the source (such as a table's date of change): a page of another edition is another page.
  [[nodiscard]] std::optional<CachedPage> find(const std::string& address, const std::string& edition) const;
  void keep(const std::string& address, const std::string& edition, const CachedPage& page);
  void forget(const std::string& address, const std::string& edition);
  /// Removes all pages, and half-written ones; other files in the folder stay. Gives the number of files removed.
  std::int64_t clear();

 private:
  [[nodiscard]] std::filesystem::path file_of(const std::string& address, const std::string& edition) const;
  std::filesystem::path folder_;
};

}  // namespace koers::fetch
