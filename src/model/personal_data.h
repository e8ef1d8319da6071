// SPDX-License-Identifier: EUPL-1.2
// What must not stand in a note from the front line: it describes places, never people.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

namespace koers {

enum class PersonalDataKind : std::uint8_t {
  bsn = 1,    ///< nine digits that pass the 11-check
  phone = 2,  ///< Dutch, with or without +31
  email = 3,
  date_of_birth = 4,  ///< a full date in a year in which somebody who may be alive can have been born
  address = 5,        ///< street and house number, or postcode with or without number
  iban = 6,           ///< that passes its mod-97 check
  person = 7          ///< likely a name: a title or initials before a surname
};
BOOST_DESCRIBE_ENUM(PersonalDataKind, bsn, phone, email, date_of_birth, address, iban, person)

/// Bytes `offset` … `offset + length` of the text; whole characters.
struct PersonalData {
  PersonalDataKind kind{};
  std::size_t offset = 0;
  std::size_t length = 0;
  bool operator==(const PersonalData&) const = default;
};

/// In order of place, none within another. Dutch and English. Takes any bytes, in linear time. Patterns, not understanding: a
/// first name alone is not seen, and a shop's telephone number is; `this_year` bounds the years of birth.
[[nodiscard]] std::vector<PersonalData> find_personal_data(std::string_view text, int this_year);

}  // namespace koers
