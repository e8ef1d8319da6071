// SPDX-License-Identifier: EUPL-1.2
// What the reports say: one table per language in words/, and numbers and dates as that language writes them.
#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "model/city.h"
#include "report/document.h"

namespace koers::reports {

using WordTable = std::map<std::string, std::string, std::less<>>;

/// The table of `nl` or `en`; `bad_input` for another language.
[[nodiscard]] Result<const WordTable*> word_table(std::string_view language);

/// A place in a sentence and what goes there.
using Fill = std::pair<std::string_view, std::string>;

/// Says things in one language. Holds on to the city and the table, which must outlive it.
class Say {
 public:
  Say(const WordTable& table, std::string language, const City& city)
      : table_(table), language_(std::move(language)), city_(city) {}

  /// The text of `key` with what stands between braces filled in. A key that is not there is our own bug: std::out_of_range.
  [[nodiscard]] std::string operator()(std::string_view key, std::initializer_list<Fill> fills = {}) const;
  template <DescribedEnum E>
  [[nodiscard]] std::string name(std::string_view group, E value) const {
    return (*this)(std::string(group) + '.' + name_of(value));
  }
  /// In this language, or else in the first of the city.
  [[nodiscard]] std::string text(const Text& text) const;
  [[nodiscard]] std::string number(double value, int decimals) const;
  [[nodiscard]] std::string interval(double value, double lower, double upper, int decimals) const;
  [[nodiscard]] std::string with_unit(const std::string& number, const std::string& unit) const;
  [[nodiscard]] std::string euro(Euro value) const;  ///< whole euros
  [[nodiscard]] std::string date(const Date& date) const;
  [[nodiscard]] std::string period(const Period& period) const;
  [[nodiscard]] const std::string& language() const { return language_; }

  [[nodiscard]] report::Cell number_cell(double value, int decimals) const { return {number(value, decimals), value, decimals}; }
  [[nodiscard]] report::Cell euro_cell(Euro value) const;
  [[nodiscard]] report::WriterWords writer_words() const;

 private:
  const WordTable& table_;
  std::string language_;
  const City& city_;
};

}  // namespace koers::reports
