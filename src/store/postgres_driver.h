// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <string>

#include "store/connection.h"

namespace koers {

/// Connects to `postgresql://…`. Throws BrokenWorld when the server cannot be reached or refuses; never shows the password.
[[nodiscard]] std::unique_ptr<Connection> open_postgres(const std::string& url);

}  // namespace koers
