// SPDX-License-Identifier: EUPL-1.2
#include "model/record_schema.h"

namespace koers {
namespace {

template <Record R>
std::vector<Field> fields_of();

template <class T>
constexpr FieldType scalar_type() {
  if constexpr (std::is_same_v<T, Reference>) return FieldType::reference;
  if constexpr (std::is_same_v<T, Text>) return FieldType::text;
  if constexpr (std::is_same_v<T, std::string>) return FieldType::string;
  if constexpr (std::is_same_v<T, int>) return FieldType::integer;
  if constexpr (std::is_same_v<T, bool>) return FieldType::boolean;
  if constexpr (std::is_same_v<T, Year>) return FieldType::year;
  if constexpr (std::is_same_v<T, Date>) return FieldType::date;
  if constexpr (std::is_same_v<T, Period>) return FieldType::period;
  if constexpr (std::is_same_v<T, Euro>) return FieldType::euro;
  if constexpr (std::is_same_v<T, Fte>) return FieldType::fte;
  if constexpr (std::is_same_v<T, Decimal>) return FieldType::decimal;
}

template <class T>
void describe_type(Field& field) {
  if constexpr (kIsOptional<T>) {
    field.required = false;
    describe_type<typename T::value_type>(field);
  } else if constexpr (std::is_same_v<T, MultiPolygon>) {
    field.type = FieldType::geometry;
  } else if constexpr (kIsVector<T>) {
    field.required = false;
    field.list = true;
    describe_type<typename T::value_type>(field);
  } else if constexpr (DescribedEnum<T>) {
    field.type = FieldType::enumeration;
    field.values = names_of<T>();
    if constexpr (std::is_same_v<T, Status>) field.required = false;
  } else if constexpr (kIsId<T>) {
    []<class R>(Field& out, const Id<R>*) {
      out.type = FieldType::reference_id;
      out.of = kKindOf<R>;
    }(field, static_cast<const T*>(nullptr));
  } else if constexpr (Record<T>) {
    field.type = FieldType::object;
    field.fields = fields_of<T>();
  } else {
    field.type = scalar_type<T>();
  }
}

template <Record R>
std::vector<Field> fields_of() {
  std::vector<Field> fields;
  const R record{};
  for_each_field(record, [&](const char* name, const auto& value) {
    Field field;
    field.name = name;
    describe_type<std::remove_cvref_t<decltype(value)>>(field);
    if (field.name == "id") {
      field.type = FieldType::id;
      field.of.reset();
    }
    fields.push_back(std::move(field));
  });
  return fields;
}

}  // namespace

std::vector<Field> record_schema(Kind kind) {
  std::vector<Field> fields;
  visit_kind(kind, [&]<class T>(RecordTag<T>) { fields = fields_of<T>(); });
  return fields;
}

}  // namespace koers
