// SPDX-License-Identifier: EUPL-1.2
// The words of a controller's sheet in the languages of the program: one table for what is read, what is written and what the
// guide explains.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "model/weighing.h"

namespace koers {

enum class SheetLanguage : std::uint8_t { nl = 1, en = 2 };
BOOST_DESCRIBE_ENUM(SheetLanguage, nl, en)

/// The columns beside those of the years.
enum class SheetColumn : std::uint8_t { item, option, start, means, unit, status, source, section, remark };

struct SheetColumnWords {
  SheetColumn column;
  bool is_needed;
  std::string_view nl;
  std::string_view en;
  std::string_view purpose_nl;
  std::string_view purpose_en;
};

inline constexpr std::array kSheetColumns{
    SheetColumnWords{SheetColumn::item, true, "onderdeel", "item",
                     "Titel of id van de inspanning of het beleidsdocument; bij dubbele titels effort/id of policy_document/id",
                     "Title or id of the effort or policy document; where titles are not unique effort/id or policy_document/id"},
    SheetColumnWords{
        SheetColumn::option, false, "optie", "option",
        "doorgaan, stoppen, bijbuigen, versnellen, aanvullen, licht, basis of plus; leeg: doorgaan voor wat loopt, "
        "basis voor wat nieuw is",
        "keep, stop, bend, speed up, supplement, light, base or plus; empty: keep for what runs, base for what is new"},
    SheetColumnWords{SheetColumn::start, false, "start", "start",
                     "Het jaar waarin het eerste bedrag valt; leeg: het eerste jaar waarin de optie kan beginnen",
                     "The year of the first amount; empty: the first year in which the option can begin"},
    SheetColumnWords{SheetColumn::means, true, "middel", "means", "Titel of id van het budget of het team",
                     "Title or id of the fund or team"},
    SheetColumnWords{SheetColumn::unit, true, "eenheid", "unit", "EUR of k€ (duizenden euro's) voor geld, fte voor mensen",
                     "EUR or k€ (thousands of euros) for money, fte for people"},
    SheetColumnWords{SheetColumn::status, false, "status", "status",
                     "bron, afgeleid of illustratief; leeg: bron bij een nieuw bedrag met een bron, anders wat het was",
                     "source, derived or illustrative; empty: source for a new amount with a source, otherwise what it was"},
    SheetColumnWords{
        SheetColumn::source, false, "bron", "source",
        "Titel of id van een bron die de stad kent; leeg: van wat nieuw is de bron van het hele blad, anders wat het was",
        "Title or id of a source that the city knows; empty: of what is new the source of the whole sheet, otherwise what it "
        "was"},
    SheetColumnWords{SheetColumn::section, false, "vindplaats", "section", "Waar in die bron: paragraaf, bladzijde of regel",
                     "Where in that source: section, page or row"},
    SheetColumnWords{SheetColumn::remark, false, "opmerking", "remark", "Wordt niet gelezen", "Is not read"},
};

/// Money or people, and how many of its own unit (euro, fte) one is.
struct SheetUnit {
  bool is_money = false;
  int factor = 1;
  bool operator==(const SheetUnit&) const = default;
};

/// Nothing when the word is none of these; case and blanks do not count, the language does not either.
[[nodiscard]] std::optional<SheetColumn> sheet_column(std::string_view word);
[[nodiscard]] std::optional<OptionForm> sheet_option(std::string_view word);
[[nodiscard]] std::optional<Status> sheet_status(std::string_view word);
[[nodiscard]] std::optional<SheetUnit> sheet_unit(std::string_view word);

[[nodiscard]] std::string word_of(SheetColumn column, SheetLanguage language);
[[nodiscard]] std::string word_of(OptionForm form, SheetLanguage language);
[[nodiscard]] std::string word_of(Status status, SheetLanguage language);
[[nodiscard]] std::string purpose_of(SheetColumn column, SheetLanguage language);

}  // namespace koers
