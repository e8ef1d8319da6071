// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <unordered_set>
#include <vector>

#include "base/tree.h"

namespace koers {

/// Puts a tree together from the events of a parser, within limits. Stops at the first fault: after one, events are ignored.
class TreeBuilder {
 public:
  TreeBuilder(std::string file, const TreeLimits& limits) : file_(std::move(file)), limits_(limits) {
    root_.place = {file_, 1, 1};
  }

  void scalar(Tree::Type type, std::string text, Place place);
  void start(Tree::Type type, Place place);
  void end();
  /// The key of the next value in the mapping that is open.
  void key(std::string text, Place place);
  [[nodiscard]] bool expects_key() const;

  void fail(Fault fault);
  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
  [[nodiscard]] Tree take() { return std::move(root_); }

 private:
  struct Open {
    Tree tree;
    std::string key;  // under which it goes into its parent
    Place key_place;
    std::optional<std::string> next_key;
    Place next_key_place;
    std::unordered_set<std::string> keys{};  // of the mapping so far
  };
  void place_value(Tree tree, std::string key, Place key_place);
  bool count_node(const Place& place);
  bool check_text(const std::string& text, const Place& place);

  std::string file_;
  TreeLimits limits_;
  std::size_t nodes_ = 0;
  std::vector<Open> open_;
  Tree root_;
  std::optional<Fault> fault_;
};

}  // namespace koers
