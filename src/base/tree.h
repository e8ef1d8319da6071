// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace koers {

/// What a person or another program wrote, before anybody believes it: scalars, sequences and mappings, each with its place.
/// YAML and JSON both become this; one reader (model/read_record.h) turns it into records.
struct Tree {
  enum class Type : std::uint8_t { null, boolean, number, string, sequence, mapping };

  struct Member;

  Type type = Type::null;
  std::string text;             ///< of a scalar, as written
  std::vector<Tree> items;      ///< of a sequence
  std::vector<Member> members;  ///< of a mapping, in order, keys unique
  Place place;

  [[nodiscard]] const Tree* find(std::string_view key) const;
  /// For people: `"Entree"`, `a sequence of 3`, `nothing`.
  [[nodiscard]] std::string describe() const;
};

struct Tree::Member {
  std::string key;
  Place place;  ///< of the key
  Tree value;
};

/// How much of an input is taken at all.
struct TreeLimits {
  std::size_t bytes = 16U << 20U;
  std::size_t nodes = 1'000'000;
  int depth = 32;
};

/// Strict YAML: one document, UTF-8, no anchors, aliases, tags or duplicate keys. A plain scalar that YAML 1.2 calls a number,
/// boolean or null is one; all else is a string.
[[nodiscard]] Result<Tree> parse_yaml(std::string_view text, const std::string& file, const TreeLimits& limits = {});

/// RFC 8259 with unique keys. Places are lines and columns too.
[[nodiscard]] Result<Tree> parse_json(std::string_view text, const std::string& file, const TreeLimits& limits = {});

}  // namespace koers
