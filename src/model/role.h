// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include <boost/describe/enum.hpp>

namespace koers {

/// What somebody is to the city. `resident` is everybody who is not logged in and is never stored with an account.
/// Stored by name; never reuse a name for another role.
enum class Role : std::uint8_t {
  resident = 1,
  participant = 2,
  partner = 3,
  officer = 4,
  researcher = 5,
  controller = 6,
  programme_manager = 7,
  alderman = 8,
  councillor = 9,
  clerk = 10,
  administrator = 11
};
BOOST_DESCRIBE_ENUM(Role, resident, participant, partner, officer, researcher, controller, programme_manager, alderman,
                    councillor, clerk, administrator)

}  // namespace koers
