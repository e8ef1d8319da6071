// SPDX-License-Identifier: EUPL-1.2
#include "model/write_record.h"

#include <nlohmann/json.hpp>

#include "model/package_statistics.h"

namespace koers {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string to_camel_case(std::string_view snake) {
  std::string out;
  for (std::size_t i = 0; i < snake.size(); ++i) {
    if (snake[i] == '_' && i + 1 < snake.size() && is_lower(snake[i + 1])) {
      out += static_cast<char>(snake[++i] - 'a' + 'A');
    } else {
      out += snake[i];
    }
  }
  return out;
}

std::string to_snake_case(std::string_view camel) {
  std::string out;
  for (const char c : camel) {
    if (is_upper(c)) {
      out += '_';
      out += static_cast<char>(c - 'A' + 'a');
    } else {
      out += c;
    }
  }
  return out;
}

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void JsonWriter::write_scalar(double value) { out_ += nlohmann::json(value).dump(); }

void JsonWriter::write_scalar(ObservationStatus value) { out_ += json_string(name_of_status(value)); }

void JsonWriter::write_citation(const Citation& citation) {
  out_ += "{\"source\":" + json_string(citation.source.str()) + ",\"section\":" + json_string(citation.section);
  const Source* source = sources_ == nullptr ? nullptr : sources_->find(citation.source.str());
  if (source != nullptr) out_ += ",\"sourceTitle\":" + json_string(source->title);
  if (source != nullptr && source->url) out_ += ",\"url\":" + json_string(*source->url);
  out_ += '}';
}

void JsonWriter::write_scalar(const Text& value) {
  out_ += '{';
  for (const auto& [language, text] : value.by_language) {
    if (out_.back() != '{') out_ += ',';
    out_ += json_string(language) + ':' + json_string(text);
  }
  out_ += '}';
}

void JsonWriter::write_scalar(const Position& value) {
  out_ += '[' + nlohmann::json(value[0]).dump() + ',' + nlohmann::json(value[1]).dump() + ']';
}

#define KOERS_WRITE_HERE(Type, kind) template void JsonWriter::write<Type>(const Type&);
KOERS_FOR_EACH_RECORD(KOERS_WRITE_HERE)

}  // namespace koers
