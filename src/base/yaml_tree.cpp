// SPDX-License-Identifier: EUPL-1.2
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/quantity.h"
#include "base/tree_builder.h"
#include "base/utf8.h"

namespace koers {
namespace {

/// The type of a plain scalar in the core schema of YAML 1.2, with numbers as this program writes them.
Tree::Type type_of_plain(const std::string& text) {
  if (text.empty() || text == "~" || text == "null") return Tree::Type::null;
  if (text == "true" || text == "false") return Tree::Type::boolean;
  return parse_decimal(text) ? Tree::Type::number : Tree::Type::string;
}

/// Thrown out of the parser at the first fault: the rest of the text is not worth reading.
struct Stop {};

class Events final : public YAML::EventHandler {
 public:
  Events(TreeBuilder& builder, const std::string& file) : builder_(builder), file_(file) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    builder_.fail({"syntax", place(mark), "", "a second document", "one document in a file"});
    throw Stop{};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { OnScalar(mark, "?", anchor, ""); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "an alias"); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    require_plain(mark, tag, anchor);
    if (builder_.expects_key()) {
      builder_.key(value, place(mark));
    } else {
      builder_.scalar(tag == "!" ? Tree::Type::string : type_of_plain(value), value, place(mark));
    }
    stop_at_fault();
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    start(mark, tag, anchor, Tree::Type::sequence);
  }
  void OnSequenceEnd() override { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    start(mark, tag, anchor, Tree::Type::mapping);
  }
  void OnMapEnd() override { builder_.end(); }

 private:
  [[nodiscard]] Place place(const YAML::Mark& mark) const { return {file_, mark.line + 1, mark.column + 1}; }

  void refuse(const YAML::Mark& mark, const std::string& what) {
    builder_.fail({"syntax", place(mark), "", what, "plain YAML without anchors, aliases and tags"});
    throw Stop{};
  }
  void require_plain(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(mark, "an anchor");
    if (!tag.empty() && tag != "?" && tag != "!") refuse(mark, "the tag " + in_quotes(tag));
  }
  void stop_at_fault() {
    if (builder_.fault()) throw Stop{};
  }
  void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Tree::Type type) {
    require_plain(mark, tag, anchor);
    if (builder_.expects_key()) refuse(mark, "a collection as a key");
    builder_.start(type, place(mark));
    stop_at_fault();
  }

  TreeBuilder& builder_;
  const std::string& file_;
  int documents_ = 0;
};

Error as_error(Fault fault) {
  std::string message = to_string(fault);
  return {ErrorCode::bad_input, std::move(message), {std::move(fault)}};
}

}  // namespace

Result<Tree> parse_yaml(std::string_view text, const std::string& file, const TreeLimits& limits) {
  if (auto fault = text_fault(text, file, limits.bytes)) return std::unexpected(as_error(std::move(*fault)));
  TreeBuilder builder(file, limits);
  Events events(builder, file);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(events);
    parser.HandleNextDocument(events);
  } catch (const Stop&) {  // the builder knows why
  } catch (const YAML::Exception& error) {
    builder.fail({"syntax", {file, error.mark.line + 1, error.mark.column + 1}, "", error.msg, "well-formed YAML"});
  }
  if (builder.fault()) return std::unexpected(as_error(*builder.fault()));
  return builder.take();
}

}  // namespace koers
