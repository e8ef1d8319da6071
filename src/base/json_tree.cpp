// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "base/tree_builder.h"
#include "base/utf8.h"

namespace koers {
namespace {

using Json = nlohmann::json;

/// Reads through a string and remembers how far: nlohmann's events carry no positions, so a place is where the parser stood
/// when the event came, which is just behind the token.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    ++at_;
    if (reached_ != nullptr) *reached_ = at_;
    return *this;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }
  bool operator!=(const Cursor& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

/// Counts lines as the parser goes, so that a place costs no second look at the text.
class Events final : public nlohmann::json_sax<Json> {
 public:
  Events(TreeBuilder& builder, std::string_view text, const std::string& file, const char* const& reached)
      : builder_(builder), text_(text), file_(file), reached_(reached), counted_(text.data()), line_start_(text.data()) {}

  bool null() override { return scalar(Tree::Type::null, ""); }
  bool boolean(bool value) override { return scalar(Tree::Type::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& value) override { return scalar(Tree::Type::string, std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return start(Tree::Type::mapping); }
  bool end_object() override { return end(); }
  bool start_array(std::size_t) override { return start(Tree::Type::sequence); }
  bool end_array() override { return end(); }
  bool key(string_t& value) override {
    builder_.key(std::move(value), place());
    return !builder_.fault();
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    builder_.fail({"syntax", place_of(text_, position == 0 ? 0 : position - 1, file_), "",
                   position > text_.size() ? "the end of the text" : "something that JSON does not allow here",
                   "well-formed JSON"});
    return false;
  }

 private:
  Place place() { return place_at(reached_); }
  Place place_at(const char* at) {
    for (; counted_ < at; ++counted_) {
      if (*counted_ == '\n') {
        ++line_;
        line_start_ = counted_ + 1;
      }
    }
    return {file_, line_, static_cast<int>(at - line_start_) + 1};
  }
  bool scalar(Tree::Type type, std::string text) {
    builder_.scalar(type, std::move(text), place());
    return !builder_.fault();
  }
  /// The parser sees that a number ends by the character behind it, which may be on the next line.
  bool number(std::string text) {
    const bool at_end = reached_ == text_.data() + text_.size() && reached_[-1] >= '0' && reached_[-1] <= '9';
    builder_.scalar(Tree::Type::number, std::move(text), place_at(at_end ? reached_ : reached_ - 1));
    return !builder_.fault();
  }
  bool start(Tree::Type type) {
    builder_.start(type, place());
    return !builder_.fault();
  }
  bool end() {
    builder_.end();
    return !builder_.fault();
  }

  TreeBuilder& builder_;
  std::string_view text_;
  const std::string& file_;
  const char* const& reached_;
  const char* counted_;
  const char* line_start_;
  int line_ = 1;
};

Error as_error(Fault fault) {
  std::string message = to_string(fault);
  return {ErrorCode::bad_input, std::move(message), {std::move(fault)}};
}

}  // namespace

Result<Tree> parse_json(std::string_view text, const std::string& file, const TreeLimits& limits) {
  if (auto fault = text_fault(text, file, limits.bytes)) return std::unexpected(as_error(std::move(*fault)));
  TreeBuilder builder(file, limits);
  const char* reached = text.data();
  Events events(builder, text, file, reached);
  const Cursor begin(text.data(), &reached);
  const Cursor end(text.data() + text.size(), nullptr);
  const bool good = Json::sax_parse(begin, end, &events);
  if (builder.fault()) return std::unexpected(as_error(*builder.fault()));
  if (!good) return std::unexpected(as_error({"syntax", {file, 1, 1}, "", "no JSON", "well-formed JSON"}));
  return builder.take();
}

}  // namespace koers
