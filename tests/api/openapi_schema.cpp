// SPDX-License-Identifier: EUPL-1.2
#include "api/openapi_schema.h"

#include <algorithm>
#include <regex>
#include <set>

namespace koers::test {

using nlohmann::json;

namespace {

bool has_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

/// Bytes that do not continue a character before them.
std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

const std::set<std::string>& known_words() {
  static const std::set<std::string> kWords{"type",      "required", "properties", "additionalProperties",
                                            "items",     "enum",     "nullable",   "pattern",
                                            "minimum",   "maximum",  "maxItems",   "minLength",
                                            "maxLength", "format",   "default",    "description",
                                            "$ref",      "allOf"};
  return kWords;
}

bool is_date(const std::string& text) {
  static const std::regex kDate(R"(\d{4}(-\d{2}(-\d{2})?)?)");
  return std::regex_match(text, kDate);
}

bool is_date_time(const std::string& text) {
  static const std::regex kDateTime(R"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z)");
  return std::regex_match(text, kDateTime);
}

}  // namespace

/// One answer on its way through its schema.
class OpenapiSchema::Walk {
 public:
  explicit Walk(const OpenapiSchema& owner) : owner_(owner) {}
  std::vector<std::string> faults;

  void check(const json& value, const json& schema_or_reference, const std::string& at) {
    const json& schema = owner_.resolve(schema_or_reference);
    for (const auto& [word, unused] : schema.items()) {
      if (!known_words().contains(word)) fault(at, "the description uses `" + word + "`, which this check does not know");
    }
    if (value.is_null()) {
      if (!schema.value("nullable", false)) fault(at, "null");
      return;
    }
    if (schema.contains("allOf")) {
      for (const json& part : schema["allOf"]) check(value, part, at);
    }
    if (schema.contains("type") && !has_type(value, schema["type"])) {
      fault(at, value.dump().substr(0, 60) + " is not of type " + schema["type"].get<std::string>());
      return;
    }
    check_enum(value, schema, at);
    if (value.is_object()) check_object(value, schema, at);
    if (value.is_array()) check_array(value, schema, at);
    if (value.is_string()) check_string(value, schema, at);
    if (value.is_number()) check_number(value, schema, at);
  }

 private:
  void fault(const std::string& at, const std::string& what) { faults.push_back(at + ": " + what); }

  void check_enum(const json& value, const json& schema, const std::string& at) {
    if (!schema.contains("enum")) return;
    const auto& allowed = schema["enum"];
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
      fault(at, value.dump() + " is not one of " + allowed.dump());
  }

  void check_object(const json& value, const json& schema, const std::string& at) {
    for (const auto& name : schema.value("required", json::array())) {
      if (!value.contains(name.get<std::string>())) fault(at, "no `" + name.get<std::string>() + "`");
    }
    const json properties = schema.value("properties", json::object());
    const json others = schema.value("additionalProperties", json());
    for (const auto& [name, member] : value.items()) {
      if (properties.contains(name)) {
        check(member, properties[name], at + '/' + name);
      } else if (others.is_object()) {
        check(member, others, at + '/' + name);
      } else if (!properties.empty() && others != json(true)) {
        fault(at, "`" + name + "` is not in the description");
      }
    }
  }

  void check_array(const json& value, const json& schema, const std::string& at) {
    if (value.size() > schema.value("maxItems", value.size())) fault(at, "too many items");
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i) check(value[i], schema["items"], at + '[' + std::to_string(i) + ']');
  }

  void check_string(const json& value, const json& schema, const std::string& at) {
    const auto text = value.get<std::string>();
    const std::size_t length = characters(text);
    if (length < schema.value("minLength", length) || length > schema.value("maxLength", length))
      fault(at, "length " + std::to_string(length));
    if (schema.contains("pattern") && !std::regex_search(text, std::regex(schema["pattern"].get<std::string>())))
      fault(at, "pattern");
    const std::string format = schema.value("format", "");
    if (format == "date" && !is_date(text)) fault(at, text + " is not a date");
    if (format == "date-time" && !is_date_time(text)) fault(at, text + " is not a moment");
  }

  void check_number(const json& value, const json& schema, const std::string& at) {
    const double number = value.get<double>();
    if (number < schema.value("minimum", number) || number > schema.value("maximum", number)) fault(at, value.dump());
  }

  const OpenapiSchema& owner_;
};

const json& OpenapiSchema::resolve(const json& schema) const {
  if (!schema.contains("$ref")) return schema;
  return resolve(openapi_.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))));
}

std::vector<std::string> OpenapiSchema::faults(const std::string& path, const std::string& method, int status,
                                               const json& answer) const {
  const json& responses = openapi_.at("paths").at(path).at(method).at("responses");
  const std::string code = std::to_string(status);
  const json& response = resolve(responses.contains(code) ? responses[code] : responses.at("default"));
  Walk walk(*this);
  walk.check(answer, response.at("content").begin()->at("schema"), "");
  return std::move(walk.faults);
}

}  // namespace koers::test
