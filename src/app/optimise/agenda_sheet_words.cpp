// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_sheet_words.h"

#include <algorithm>

#include "app/optimise/folded_name.h"

namespace koers {
namespace {

template <class T>
struct Word {
  T meaning;
  std::string_view nl;
  std::string_view en;
};

constexpr std::array kOptions{
    Word<OptionForm>{OptionForm::keep, "doorgaan", "keep"},
    Word<OptionForm>{OptionForm::stop, "stoppen", "stop"},
    Word<OptionForm>{OptionForm::bend, "bijbuigen", "bend"},
    Word<OptionForm>{OptionForm::speed_up, "versnellen", "speed up"},
    Word<OptionForm>{OptionForm::supplement, "aanvullen", "supplement"},
    Word<OptionForm>{OptionForm::light, "licht", "light"},
    Word<OptionForm>{OptionForm::base, "basis", "base"},
    Word<OptionForm>{OptionForm::plus, "plus", "plus"},
};
constexpr std::array kStatuses{
    Word<Status>{Status::source, "bron", "source"},
    Word<Status>{Status::derived, "afgeleid", "derived"},
    Word<Status>{Status::illustrative, "illustratief", "illustrative"},
};

struct UnitWord {
  std::string_view word;  ///< folded, without blanks, points and a first ×
  SheetUnit unit;
};
constexpr SheetUnit kEuros{true, 1};
constexpr SheetUnit kThousands{true, 1'000};
constexpr std::array kUnits{
    UnitWord{"eur", kEuros},          UnitWord{"euro", kEuros},      UnitWord{"€", kEuros},
    UnitWord{"k€", kThousands},       UnitWord{"keur", kThousands},  UnitWord{"1000eur", kThousands},
    UnitWord{"1000euro", kThousands}, UnitWord{"1000€", kThousands}, UnitWord{"€1000", kThousands},
    UnitWord{"fte", {false, 1}},
};

template <class T>
std::string_view in(const Word<T>& word, SheetLanguage language) {
  return language == SheetLanguage::nl ? word.nl : word.en;
}

template <class List, class Meaning>
std::string word_for(const List& words, Meaning meaning, SheetLanguage language) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.meaning == meaning; });
  return std::string(in(*found, language));
}

template <class T, std::size_t N>
std::optional<T> meaning_of(const std::array<Word<T>, N>& words, std::string_view text) {
  std::string word = folded_name(text);
  std::replace(word.begin(), word.end(), '_', ' ');
  for (const Word<T>& each : words) {
    if (word == each.nl || word == each.en) return each.meaning;
  }
  return std::nullopt;
}

const SheetColumnWords& words_for(SheetColumn column) {
  return *std::find_if(kSheetColumns.begin(), kSheetColumns.end(), [&](const auto& each) { return each.column == column; });
}

}  // namespace

std::optional<SheetColumn> sheet_column(std::string_view text) {
  const std::string word = folded_name(text);
  for (const SheetColumnWords& each : kSheetColumns) {
    if (word == each.nl || word == each.en) return each.column;
  }
  return std::nullopt;
}

std::optional<OptionForm> sheet_option(std::string_view word) { return meaning_of(kOptions, word); }
std::optional<Status> sheet_status(std::string_view word) { return meaning_of(kStatuses, word); }

std::optional<SheetUnit> sheet_unit(std::string_view text) {
  std::string word = folded_name(text);
  std::erase_if(word, [](char c) { return c == ' ' || c == '.'; });
  for (const std::string_view times : {std::string_view("×"), std::string_view("x")}) {
    if (word.starts_with(times)) word.erase(0, times.size());
  }
  for (const UnitWord& each : kUnits) {
    if (word == each.word) return each.unit;
  }
  return std::nullopt;
}

std::string word_of(SheetColumn column, SheetLanguage language) {
  const SheetColumnWords& words = words_for(column);
  return std::string(language == SheetLanguage::nl ? words.nl : words.en);
}

std::string word_of(OptionForm form, SheetLanguage language) { return word_for(kOptions, form, language); }
std::string word_of(Status status, SheetLanguage language) { return word_for(kStatuses, status, language); }

std::string purpose_of(SheetColumn column, SheetLanguage language) {
  const SheetColumnWords& words = words_for(column);
  return std::string(language == SheetLanguage::nl ? words.purpose_nl : words.purpose_en);
}

}  // namespace koers
