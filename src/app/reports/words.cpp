// SPDX-License-Identifier: EUPL-1.2
#include "app/reports/words.h"

#include <stdexcept>

#include "app/reports/words_text.h"
#include "base/tree.h"
#include "base/utf8.h"
#include "report/picture.h"

namespace koers::reports {
namespace {

WordTable read_table(const WordsFile& file) {
  const auto tree = parse_yaml(file.yaml, "words/" + std::string(file.language) + ".yaml");
  if (!tree) throw std::logic_error(tree.error().message);  // built in and tested
  WordTable table;
  for (const Tree::Member& member : tree->members) table.emplace(member.key, member.value.text);
  return table;
}

const std::map<std::string, WordTable, std::less<>>& all_tables() {
  static const auto kTables = [] {
    std::map<std::string, WordTable, std::less<>> tables;
    for (const WordsFile& file : words_files()) tables.emplace(file.language, read_table(file));
    return tables;
  }();
  return kTables;
}

}  // namespace

Result<const WordTable*> word_table(std::string_view language) {
  const auto found = all_tables().find(language);
  if (found != all_tables().end()) return &found->second;
  return failure(ErrorCode::bad_input, "The language of a report is nl or en, not " + in_quotes(language) + '.');
}

std::string Say::operator()(std::string_view key, std::initializer_list<Fill> fills) const {
  const auto found = table_.find(key);
  if (found == table_.end()) throw std::out_of_range("The reports have no words for " + std::string(key) + '.');
  const std::string& pattern = found->second;
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    out.append(pattern, at, open - at);
    if (open == pattern.size()) break;
    const std::size_t close = pattern.find('}', open);
    const std::string_view name = std::string_view(pattern).substr(open + 1, close - open - 1);
    const auto fill = std::find_if(fills.begin(), fills.end(), [&](const Fill& each) { return each.first == name; });
    if (fill == fills.end()) throw std::out_of_range("Nothing fills " + std::string(name) + " in " + std::string(key) + '.');
    out += fill->second;
    at = close + 1;
  }
  return out;
}

std::string Say::text(const Text& text) const {
  const auto own = text.by_language.find(language_);
  if (own != text.by_language.end()) return own->second;
  const auto languages = city_.languages();
  const auto first = text.by_language.find(languages.empty() ? "" : languages.front());
  if (first != text.by_language.end()) return first->second;
  return text.by_language.empty() ? "" : text.by_language.begin()->second;
}

std::string Say::number(double value, int decimals) const { return report::number_words(value, decimals, language_); }

std::string Say::interval(double value, double lower, double upper, int decimals) const {
  return (*this)("interval",
                 {{"value", number(value, decimals)}, {"lower", number(lower, decimals)}, {"upper", number(upper, decimals)}});
}

std::string Say::with_unit(const std::string& number, const std::string& unit) const {
  if (unit == "%") return number + '%';
  const std::string words = (*this)("unit." + unit);
  return words == " " ? number : number + "\u00a0" + words;
}

std::string Say::euro(Euro value) const {
  return (*this)("euro", {{"amount", number(static_cast<double>(value.cents) / 100, 0)}});
}

report::Cell Say::euro_cell(Euro value) const { return {euro(value), static_cast<double>(value.cents) / 100, 0}; }

std::string Say::date(const Date& date) const {
  const std::string year = std::to_string(date.year);
  if (date.month == 0) return year;
  const std::string month = (*this)("month." + std::to_string(date.month));
  return date.day == 0 ? month + ' ' + year : std::to_string(date.day) + ' ' + month + ' ' + year;
}

std::string Say::period(const Period& period) const {
  return period.from == period.to ? date(period.from) : date(period.from) + "\u2013" + date(period.to);
}

report::WriterWords Say::writer_words() const {
  return {(*this)("writer.contents"), (*this)("writer.section"), (*this)("writer.table"), (*this)("writer.row"),
          (*this)("writer.column"),   (*this)("writer.text"),    (*this)("writer.number")};
}

}  // namespace koers::reports
