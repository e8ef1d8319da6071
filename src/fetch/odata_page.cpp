// SPDX-License-Identifier: EUPL-1.2
#include "fetch/odata_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

using Json = nlohmann::json;
using Type = PageValue::Type;

/// Values of the row that is being read; their strings keep their memory from row to row.
class RowBuffer {
 public:
  void begin() { used_ = 0; }
  void key(const std::string& name) {
    if (used_ == values_.size()) values_.emplace_back();
    values_[used_].name = name;
    ++used_;
  }
  void value(Type type, std::string_view text) {
    values_[used_ - 1].type = type;
    values_[used_ - 1].text = text;
  }
  [[nodiscard]] PageRow row() const { return {values_.data(), used_}; }

 private:
  std::vector<PageValue> values_;
  std::size_t used_ = 0;
};

/// Follows the events of the parser. What lies deeper than a row's values is passed over.
class Events final : public nlohmann::json_sax<Json> {
 public:
  explicit Events(const OnRow& on_row) : on_row_(on_row) {}

  bool null() override { return scalar(Type::null, ""); }
  bool boolean(bool value) override { return scalar(Type::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return integer(value); }
  bool number_unsigned(number_unsigned_t value) override { return integer(value); }
  bool number_float(number_float_t, const string_t& written) override { return scalar(Type::number, written); }
  bool string(string_t& value) override { return scalar(Type::text, value); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    if (depth_ == kInList && in_value_) row_.begin();
    if (in_top()) top_.value(Type::nested, "");
    if (depth_ == kInRow && in_value_) row_.value(Type::nested, "");
    if (depth_ == 0) has_top_ = true;
    ++depth_;
    return true;
  }
  bool end_object() override {
    --depth_;
    if (depth_ == kInList && in_value_) return end_row();
    return true;
  }
  bool start_array(std::size_t) override {
    if (in_top()) {
      in_value_ = top_.row().back().name == "value";
      has_value_ = has_value_ || in_value_;
      top_.value(Type::nested, "");
    }
    if (depth_ == kInRow && in_value_) row_.value(Type::nested, "");
    if (depth_ == kInList && in_value_) return stray();
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    if (depth_ == kInTop) in_value_ = false;
    return true;
  }
  bool key(string_t& name) override {
    if (in_top()) top_.key(name);
    if (depth_ == kInRow && in_value_) row_.key(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_at_ = position;
    return false;
  }

  [[nodiscard]] PageRow top() const { return top_.row(); }
  [[nodiscard]] bool has_top() const { return has_top_; }
  [[nodiscard]] bool has_value() const { return has_value_; }
  [[nodiscard]] bool has_stray() const { return stray_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] const std::optional<std::size_t>& error_at() const { return error_at_; }
  [[nodiscard]] const std::optional<Error>& row_error() const { return row_error_; }

 private:
  static constexpr int kInTop = 1;
  static constexpr int kInList = 2;
  static constexpr int kInRow = 3;

  [[nodiscard]] bool in_top() const { return depth_ == kInTop && has_top_; }
  template <class Integer>
  bool integer(Integer value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return scalar(Type::number, {digits.data(), end});
  }
  bool scalar(Type type, std::string_view text) {
    if (in_top()) top_.value(type, text);
    if (depth_ == kInRow && in_value_) row_.value(type, text);
    return depth_ == kInList && in_value_ ? stray() : true;
  }
  /// Something else than a row stands in the list: reading ends.
  bool stray() {
    stray_ = true;
    return false;
  }
  bool end_row() {
    ++rows_;
    if (const auto taken = on_row_(row_.row()); !taken) row_error_ = taken.error();
    return !row_error_;
  }

  const OnRow& on_row_;
  RowBuffer top_;
  RowBuffer row_;
  int depth_ = 0;
  bool has_top_ = false;
  bool in_value_ = false;
  bool has_value_ = false;
  bool stray_ = false;
  std::int64_t rows_ = 0;
  std::optional<std::size_t> error_at_;
  std::optional<Error> row_error_;
};

std::string what_it_is(std::string_view body, std::size_t error_at) {
  const std::string_view text = trimmed(body);
  if (text.empty()) return "an empty answer";
  if (text.front() != '{' && text.front() != '[') {
    return first_invalid_utf8(text) ? "bytes that are no text" : "an answer that starts with " + in_quotes(text);
  }
  if (error_at > body.size()) return "JSON that breaks off after " + std::to_string(body.size()) + " bytes";
  return "something that JSON does not allow, at byte " + std::to_string(error_at) + " of " + std::to_string(body.size());
}

std::string names_of(PageRow row) {
  std::string out;
  for (const PageValue& value : row) out += (out.empty() ? "" : ", ") + in_quotes(value.name);
  return out.empty() ? "no members" : "the members " + out;
}

/// Runs the parser; after it, the answer was one whole JSON object.
Result<void> parse(Events& events, std::string_view body, const std::string& address) {
  const bool good = Json::sax_parse(body.begin(), body.end(), &events);
  if (events.row_error()) return std::unexpected(*events.row_error());
  if (events.has_stray())
    return page_fault(ErrorCode::bad_input, "rows", address, "value", "something else than an object", "rows");
  if (!good) {
    return page_fault(ErrorCode::bad_input, "json", address, "", what_it_is(body, events.error_at().value_or(0)),
                      "a whole JSON object");
  }
  if (!events.has_top()) return page_fault(ErrorCode::bad_input, "json", address, "", "JSON that is no object", "a JSON object");
  return {};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

const PageValue* find_value(PageRow row, std::string_view name) {
  const auto found = std::ranges::find(row, name, &PageValue::name);
  return found == row.end() ? nullptr : &*found;
}

std::string text_of(PageRow row, std::string_view name) {
  const PageValue* value = find_value(row, name);
  return value == nullptr ? "" : std::string(trimmed(value->text));
}

std::optional<std::int64_t> number_of(PageRow row, std::string_view name) {
  std::string text = text_of(row, name);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  std::int64_t number = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

Result<PageHead> read_odata_page(std::string_view body, const std::string& address, const OnRow& on_row) {
  Events events(on_row);
  if (const auto parsed = parse(events, body, address); !parsed) return std::unexpected(parsed.error());
  if (!events.has_value()) {
    return page_fault(ErrorCode::bad_input, "members", address, "", names_of(events.top()), "the list \"value\"");
  }
  PageHead head;
  head.rows = events.rows();
  for (const char* name : {"odata.nextLink", "@odata.nextLink"}) {
    if (std::string link = text_of(events.top(), name); !link.empty()) head.next_link = std::move(link);
  }
  for (const char* name : {"odata.count", "@odata.count"}) {
    if (const auto count = number_of(events.top(), name)) head.count = count;
  }
  return head;
}

Result<void> read_odata_object(std::string_view body, const std::string& address, const OnRow& on_row) {
  static const OnRow kNoRows = [](PageRow) { return Result<void>(); };
  Events events(kNoRows);
  if (const auto parsed = parse(events, body, address); !parsed) return std::unexpected(parsed.error());
  return on_row(events.top());
}

}  // namespace koers::fetch
