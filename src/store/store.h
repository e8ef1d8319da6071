// SPDX-License-Identifier: EUPL-1.2
// The door of this folder: everything that the city keeps, in one SQLite file or one PostgreSQL database.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/accounts.h"
#include "store/attempts.h"
#include "store/audit.h"
#include "store/commit_in_doubt.h"
#include "store/ledger.h"
#include "store/observations.h"
#include "store/report_editions.h"
#include "store/runs.h"
#include "store/sessions.h"
#include "store/setup_tokens.h"
#include "store/verify.h"

namespace koers {

/// An open database. May be used from several threads at once, and several processes may have it open. One writer at a time,
/// the others wait; readers never wait. When a function returns, what it wrote is on disk. A lost connection gives BrokenWorld
/// once; the next call connects again.
class Store {
 public:
  explicit Store(std::unique_ptr<Database> database);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] Ledger& ledger() { return ledger_; }
  [[nodiscard]] Observations& observations() { return observations_; }
  [[nodiscard]] Runs& runs() { return runs_; }
  [[nodiscard]] ReportEditions& report_editions() { return report_editions_; }
  [[nodiscard]] Accounts& accounts() { return accounts_; }
  [[nodiscard]] Sessions& sessions() { return sessions_; }
  [[nodiscard]] Attempts& attempts() { return attempts_; }
  [[nodiscard]] SetupTokens& setup_tokens() { return setup_tokens_; }
  [[nodiscard]] AuditTrail& audit() { return audit_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const Observations& observations() const { return observations_; }
  [[nodiscard]] const Runs& runs() const { return runs_; }
  [[nodiscard]] const ReportEditions& report_editions() const { return report_editions_; }
  [[nodiscard]] const Accounts& accounts() const { return accounts_; }
  [[nodiscard]] const Sessions& sessions() const { return sessions_; }
  [[nodiscard]] const AuditTrail& audit() const { return audit_; }

  /// Everything that `work` writes on this thread, committed together; nothing when it throws or gives an Error, which it must
  /// when one of its writes does. What it reads meanwhile is the state of before.
  [[nodiscard]] Result<void> all_or_nothing(const std::function<Result<void>()>& work);

  /// Walks the chains of the ledger and the audit trail and lets the database check its own file. A broken chain is an answer,
  /// not an error. `cancelled` when `stop` asks for it.
  [[nodiscard]] Result<VerifyReport> verify(const Progress& progress = {}, const std::stop_token& stop = {}) const;

  /// Writes one consistent state to a new SQLite file (readable by the owner only), also while others write. It appears under
  /// `file` when it is whole, not before. Progress counts pages (SQLite) or rows (PostgreSQL). `conflict` when `file` exists,
  /// `bad_input` when it cannot be made there.
  [[nodiscard]] Result<void> backup(const std::filesystem::path& file, const Progress& progress = {},
                                    const std::stop_token& stop = {}) const;

  /// For messages: `SQLite 3.40.1, koers.db` or `PostgreSQL 15.14, koers on db.example`; never a password.
  [[nodiscard]] std::string description() const;

 private:
  std::unique_ptr<Database> database_;
  Ledger ledger_;
  Observations observations_;
  Runs runs_;
  ReportEditions report_editions_;
  Accounts accounts_;
  Sessions sessions_;
  Attempts attempts_;
  SetupTokens setup_tokens_;
  AuditTrail audit_;
};

enum class OpenMode : std::uint8_t {
  open_or_create,  ///< makes a new SQLite file (mode 0600), or the tables in an empty PostgreSQL database
  open_existing    ///< `not_found` when there is no Koers database yet
};

/// `sqlite:PATH` or `postgresql://…` (also `postgres://…`). A database of an older version is brought forward in one
/// transaction. `unsupported`: made by a newer version, or not a Koers database. `bad_input`: a URL that is not one, a
/// path that cannot be used. Throws BrokenWorld when the file is damaged, or the server cannot be reached or refuses.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(std::string_view url, OpenMode mode = OpenMode::open_or_create);

struct RestoreOptions {
  bool overwrite = false;  ///< replace what the target holds
};

/// Brings a backup file back as the database at `url`, verified before anybody can see it; sessions, setup tokens and counted
/// attempts are left out. A SQLite target appears by one rename, a PostgreSQL target by one commit.
/// `conflict`: the target holds something and `overwrite` is off, or a program has it open; `bad_input`: the backup is not
/// one or does not verify.
[[nodiscard]] Result<VerifyReport> restore(const std::filesystem::path& backup, std::string_view url,
                                           const RestoreOptions& options = {}, const Progress& progress = {},
                                           const std::stop_token& stop = {});

}  // namespace koers
