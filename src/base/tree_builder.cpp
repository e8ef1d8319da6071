// SPDX-License-Identifier: EUPL-1.2
#include "base/tree_builder.h"

#include "base/utf8.h"

namespace koers {

void TreeBuilder::fail(Fault fault) {
  if (!fault_) fault_ = std::move(fault);
}

bool TreeBuilder::count_node(const Place& place) {
  if (fault_) return false;
  if (++nodes_ > limits_.nodes) {
    fail({"too_large", place, "", "more than " + std::to_string(limits_.nodes) + " values", "fewer"});
    return false;
  }
  return true;
}

/// What a file may not hold as a byte, it may not bring in as an escape either.
bool TreeBuilder::check_text(const std::string& text, const Place& place) {
  if (!first_control_character(text)) return true;
  fail({"encoding", place, "", "a control character", "printable text"});
  return false;
}

bool TreeBuilder::expects_key() const {
  return !open_.empty() && open_.back().tree.type == Tree::Type::mapping && !open_.back().next_key;
}

void TreeBuilder::key(std::string text, Place place) {
  if (fault_ || !check_text(text, place)) return;
  Open& mapping = open_.back();
  if (!mapping.keys.insert(text).second) {
    fail({"duplicate_key", place, "", "the key " + in_quotes(text) + " a second time", "every key once"});
    return;
  }
  mapping.next_key = std::move(text);
  mapping.next_key_place = std::move(place);
}

void TreeBuilder::scalar(Tree::Type type, std::string text, Place place) {
  if (!count_node(place) || !check_text(text, place)) return;
  Tree tree;
  tree.type = type;
  tree.text = std::move(text);
  tree.place = std::move(place);
  place_value(std::move(tree), {}, {});
}

void TreeBuilder::start(Tree::Type type, Place place) {
  if (!count_node(place)) return;
  if (static_cast<int>(open_.size()) >= limits_.depth) {
    fail({"too_large", place, "", "more than " + std::to_string(limits_.depth) + " levels", "fewer"});
    return;
  }
  Open open;
  open.tree.type = type;
  open.tree.place = std::move(place);
  if (!open_.empty() && open_.back().next_key) {
    open.key = std::move(*open_.back().next_key);
    open.key_place = open_.back().next_key_place;
    open_.back().next_key.reset();
  }
  open_.push_back(std::move(open));
}

void TreeBuilder::end() {
  if (fault_) return;
  Open closed = std::move(open_.back());
  open_.pop_back();
  place_value(std::move(closed.tree), std::move(closed.key), std::move(closed.key_place));
}

void TreeBuilder::place_value(Tree tree, std::string key, Place key_place) {
  if (open_.empty()) {
    root_ = std::move(tree);
    return;
  }
  Open& parent = open_.back();
  if (parent.tree.type == Tree::Type::sequence) {
    parent.tree.items.push_back(std::move(tree));
    return;
  }
  if (parent.next_key) {  // a scalar: its key still waits with the parent
    key = std::move(*parent.next_key);
    key_place = parent.next_key_place;
    parent.next_key.reset();
  }
  parent.tree.members.push_back({std::move(key), std::move(key_place), std::move(tree)});
}

}  // namespace koers
