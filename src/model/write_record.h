// SPDX-License-Identifier: EUPL-1.2
// Records as JSON. In the ledger: keys as in the record, in its order, absent and empty fields left out, numbers exact; the
// same record always gives the same bytes. On the wire: the same with keys in camelCase.
#pragma once
#include <map>
#include <string>

#include "model/city.h"
#include "model/read_record.h"

namespace koers {

enum class KeyStyle : std::uint8_t { snake, camel };

[[nodiscard]] std::string to_camel_case(std::string_view snake);
[[nodiscard]] std::string to_snake_case(std::string_view camel);
/// `text` as a JSON string, with its quotes.
[[nodiscard]] std::string json_string(std::string_view text);

/// JSON that is text already.
struct RawJson {
  std::string text;
};

template <class T>
inline constexpr bool kIsMap = false;
template <class T>
inline constexpr bool kIsMap<std::map<std::string, T>> = true;

class JsonWriter {
 public:
  explicit JsonWriter(KeyStyle style) : style_(style) {}
  /// For the wire; `sources` may be null.
  explicit JsonWriter(const Documents<Source>* sources) : style_(KeyStyle::camel), sources_(sources) {}
  [[nodiscard]] std::string take() { return std::move(out_); }

  template <class T>
  void write(const T& value);

 private:
  void write_scalar(const std::string& value) { out_ += json_string(value); }
  void write_scalar(int value) { out_ += std::to_string(value); }
  void write_scalar(std::int64_t value) { out_ += std::to_string(value); }
  void write_scalar(double value);
  void write_scalar(ObservationStatus value);
  void write_scalar(Instant value) { out_ += json_string(to_string(value)); }
  void write_scalar(const RawJson& value) { out_ += value.text; }
  void write_scalar(bool value) { out_ += value ? "true" : "false"; }
  void write_scalar(Year value) { out_ += to_string(value); }
  void write_scalar(const Date& value) { out_ += json_string(to_string(value)); }
  void write_scalar(const Period& value) { out_ += json_string(to_string(value)); }
  void write_scalar(Euro value) { out_ += to_string(value); }
  void write_scalar(Fte value) { out_ += to_string(value); }
  void write_scalar(const Decimal& value) { out_ += to_string(value); }
  void write_scalar(const Reference& value) { out_ += json_string(to_string(value)); }
  void write_scalar(const Text& value);
  void write_scalar(const Position& value);

  void write_citation(const Citation& citation);

  template <class T>
  [[nodiscard]] bool is_absent(const T& value) const {
    if constexpr (kIsOptional<T>) return !value.has_value();
    if constexpr (kIsVector<T>) return style_ == KeyStyle::snake && value.empty();
    return false;
  }

  template <class T>
  void write_map(const std::map<std::string, T>& map) {
    out_ += '{';
    for (const auto& [key, value] : map) {
      if (out_.back() != '{') out_ += ',';
      out_ += json_string(key) + ':';
      write(value);
    }
    out_ += '}';
  }

  template <class T>
  void write_items(const std::vector<T>& items) {
    out_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      write(items[i]);
    }
    out_ += ']';
  }

  template <Record R>
  void write_record(const R& record) {
    out_ += '{';
    bool first = true;
    for_each_field(record, [&](const char* name, const auto& field) {
      if (is_absent(field)) return;
      if (!first) out_ += ',';
      first = false;
      out_ += json_string(style_ == KeyStyle::camel ? to_camel_case(name) : name) + ':';
      write(field);
    });
    out_ += '}';
  }

  KeyStyle style_;
  const Documents<Source>* sources_ = nullptr;
  std::string out_;
};

template <class T>
void JsonWriter::write(const T& value) {
  if constexpr (std::is_same_v<T, Citation>) {
    write_citation(value);
  } else if constexpr (Record<T>) {
    write_record(value);
  } else if constexpr (kIsOptional<T>) {
    write(*value);
  } else if constexpr (kIsVector<T>) {
    write_items(value);
  } else if constexpr (kIsMap<T>) {
    write_map(value);
  } else if constexpr (DescribedEnum<T>) {
    out_ += json_string(name_of(value));
  } else if constexpr (kIsId<T>) {
    out_ += json_string(value.str());
  } else {
    write_scalar(value);
  }
}

#define KOERS_WRITE_ELSEWHERE(Type, kind) extern template void JsonWriter::write<Type>(const Type&);
KOERS_FOR_EACH_RECORD(KOERS_WRITE_ELSEWHERE)
#undef KOERS_WRITE_ELSEWHERE

template <Record R>
[[nodiscard]] std::string to_json_text(const R& record, KeyStyle style = KeyStyle::snake) {
  JsonWriter writer(style);
  writer.write(record);
  return writer.take();
}

/// A record for the wire, its citations with title and address.
template <Record R>
[[nodiscard]] std::string to_wire(const R& record, const City& city) {
  JsonWriter writer(&city.all<Source>());
  writer.write(record);
  return writer.take();
}

/// A record from JSON text. `name` stands for the file in faults.
template <Record R>
[[nodiscard]] Result<R> from_json_text(std::string_view json, const std::string& name = "") {
  const auto tree = parse_json(json, name);
  if (!tree) return std::unexpected(tree.error());
  std::vector<Fault> faults;
  R record = RecordReader(faults).read<R>(*tree);
  if (!faults.empty()) {
    std::string message = to_string(faults.front());
    return failure(ErrorCode::bad_input, std::move(message), std::move(faults));
  }
  return record;
}

}  // namespace koers
