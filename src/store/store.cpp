// SPDX-License-Identifier: EUPL-1.2
#include "store/store.h"

#include "store/database.h"

namespace koers {

Store::Store(std::unique_ptr<Database> database)
    : database_(std::move(database)),
      ledger_(*database_),
      observations_(*database_),
      runs_(*database_),
      report_editions_(*database_),
      accounts_(*database_),
      sessions_(*database_),
      attempts_(*database_),
      setup_tokens_(*database_),
      audit_(*database_) {}

Store::~Store() = default;

Result<void> Store::all_or_nothing(const std::function<Result<void>()>& work) {
  return database_->write([&](Connection&) { return work(); });
}

Result<VerifyReport> Store::verify(const Progress& progress, const std::stop_token& stop) const {
  return database_->read_snapshot([&](Connection& connection) { return verify_chains(connection, progress, stop); });
}

std::string Store::description() const {
  return database_->read([](Connection& connection) { return connection.description(); });
}

}  // namespace koers
