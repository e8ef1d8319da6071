// SPDX-License-Identifier: EUPL-1.2
#include "model/write_yaml.h"

#include <yaml-cpp/emitter.h>
#include <nlohmann/json.hpp>

namespace koers {
namespace {

constexpr std::size_t kLineWidth = 100;

/// Would a reader take this string, without quotes, for something else?
bool needs_quotes(const std::string& text) {
  return text.empty() || text == "~" || text == "null" || text == "true" || text == "false" || parse_decimal(text).has_value() ||
         text.find('\r') != std::string::npos;
}

/// The width of a node on one line, or nothing when it does not fit.
std::optional<std::size_t> flow_width(const YamlNode& node) {
  if (node.is_scalar()) {
    if (node.text.find('\n') != std::string::npos) return std::nullopt;
    return node.text.size() + 2;
  }
  std::size_t width = 2;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto inner = flow_width(node.items[i]);
    if (!inner) return std::nullopt;
    width += *inner + 2 + (node.type == YamlNode::Type::mapping ? node.keys[i].size() + 2 : 0);
  }
  return width <= kLineWidth ? std::optional(width) : std::nullopt;
}

void emit(YAML::Emitter& out, const YamlNode& node, bool outermost);

void emit_collection(YAML::Emitter& out, const YamlNode& node, bool outermost) {
  const bool mapping = node.type == YamlNode::Type::mapping;
  if (!outermost && flow_width(node)) out << YAML::Flow;
  if (mapping) {
    out << YAML::BeginMap;
  } else {
    out << YAML::BeginSeq;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (mapping) out << YAML::Key << node.keys[i] << YAML::Value;
    emit(out, node.items[i], false);
  }
  if (mapping) {
    out << YAML::EndMap;
  } else {
    out << YAML::EndSeq;
  }
}

void emit(YAML::Emitter& out, const YamlNode& node, bool outermost) {
  if (!node.is_scalar()) return emit_collection(out, node, outermost);
  if (node.type == YamlNode::Type::string && needs_quotes(node.text)) out << YAML::DoubleQuoted;
  out << node.text;
}

}  // namespace

YamlNode YamlBuilder::build_scalar(const Text& value) {
  YamlNode node{YamlNode::Type::mapping, {}, {}, {}};
  for (const auto& [language, text] : value.by_language) {
    node.keys.push_back(language);
    node.items.push_back(build_scalar(text));
  }
  return node;
}

YamlNode YamlBuilder::build_scalar(const Position& value) {
  YamlNode node{YamlNode::Type::sequence, {}, {}, {}};
  for (const double degrees : value) node.items.push_back({YamlNode::Type::number, nlohmann::json(degrees).dump(), {}, {}});
  return node;
}

std::string write_yaml(const YamlNode& node) {
  YAML::Emitter out;
  if (node.type == YamlNode::Type::sequence && node.items.size() == 1) {
    out << YAML::BeginSeq;
    emit(out, node.items.front(), true);
    out << YAML::EndSeq;
  } else {
    emit(out, node, true);
  }
  return std::string(out.c_str(), out.size()) + '\n';
}

#define KOERS_BUILD_HERE(Type, kind) template YamlNode YamlBuilder::build<Type>(const Type&);
KOERS_FOR_EACH_RECORD(KOERS_BUILD_HERE)

}  // namespace koers
