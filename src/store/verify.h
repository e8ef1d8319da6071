// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include <boost/describe/enum.hpp>

#include "base/result.h"

namespace koers {

class Connection;

enum class BrokenLinkKind : std::uint8_t {
  hash_mismatch,           ///< the content is not what was hashed
  previous_hash_mismatch,  ///< not chained to the one before
  sequence_gap,            ///< an entry is missing
  revision_gap,            ///< an earlier revision of the document is missing
  time_reversed,           ///< earlier than the one before
  truncated,               ///< the end is missing
  head_mismatch            ///< the recorded head is not the last entry
};
BOOST_DESCRIBE_ENUM(BrokenLinkKind, hash_mismatch, previous_hash_mismatch, sequence_gap, revision_gap, time_reversed, truncated,
                    head_mismatch)

struct BrokenLink {
  std::string chain;  ///< `ledger` or `audit`
  std::int64_t seq = 0;
  BrokenLinkKind kind{};
  std::string message;  ///< a whole sentence
};

struct VerifyReport {
  std::int64_t revisions_checked = 0;
  std::int64_t audit_entries_checked = 0;
  std::optional<BrokenLink> first_broken;
  std::optional<std::string> storage_fault;  ///< what the database itself finds wrong with its file
  [[nodiscard]] bool is_whole() const { return !first_broken && !storage_fault; }
};

/// Entries done and entries in all.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Walks both chains on `connection`, within its running transaction; `cancelled` when `stop` asks for it. Throws BrokenWorld
/// when the database cannot be read.
[[nodiscard]] Result<VerifyReport> verify_chains(Connection& connection, const Progress& progress, const std::stop_token& stop);

}  // namespace koers
