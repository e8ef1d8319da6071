// SPDX-License-Identifier: EUPL-1.2
// The fields of every kind as data, from the same description that reads and writes them: for forms and for the API.
#pragma once
#include "model/kinds.h"

namespace koers {

enum class FieldType : std::uint8_t {
  id = 1,
  reference_id = 2,
  reference = 3,
  text = 4,
  string = 5,
  integer = 6,
  year = 7,
  date = 8,
  period = 9,
  euro = 10,
  fte = 11,
  decimal = 12,
  enumeration = 13,
  boolean = 14,
  object = 15,
  geometry = 16
};
BOOST_DESCRIBE_ENUM(FieldType, id, reference_id, reference, text, string, integer, year, date, period, euro, fte, decimal,
                    enumeration, boolean, object, geometry)

struct Field {
  std::string name;
  FieldType type{};
  bool required = true;
  bool list = false;
  std::optional<Kind> of;           ///< for reference_id
  std::vector<std::string> values;  ///< for enumeration
  std::vector<Field> fields;        ///< for object
};

[[nodiscard]] std::vector<Field> record_schema(Kind kind);

}  // namespace koers
