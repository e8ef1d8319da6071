// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <stop_token>

#include "base/result.h"
#include "store/connection.h"
#include "store/verify.h"

namespace koers {

/// Copies the rows of all tables, through SQL alone, so between different databases too. Both connections are in a transaction
/// and at the newest schema version; `to` holds nothing yet. `cancelled` when `stop` asks for it.
[[nodiscard]] Result<void> copy_tables(Connection& from, Connection& to, const Progress& progress, const std::stop_token& stop);

/// Removes what must not outlive a restore: sessions, setup tokens and counted attempts.
void forget_secrets(Connection& connection);

/// Removes all that the schema made, in PostgreSQL.
void drop_tables(Connection& connection);

}  // namespace koers
