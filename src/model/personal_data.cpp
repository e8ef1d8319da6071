// SPDX-License-Identifier: EUPL-1.2
#include "model/personal_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace koers {
namespace {

constexpr int kOldestLiving = 115;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || is_beyond_ascii(c); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

/// What a sign of two to four bytes that is no letter looks like to the patterns; 0 for a letter. Of U+0080 … 00BF, U+2000 … 2FFF
/// and all beyond U+FFFF nothing is a letter that a Dutch name has.
char plain_sign(std::string_view sign) {
  if (sign.size() == 3 && sign[0] == '\xE2') {
    const bool dash = sign[1] == '\x80' && sign[2] >= '\x90' && sign[2] <= '\x95';
    if (dash) return '-';
    return sign == "\xE2\x80\x99" || sign == "\xE2\x80\x98" ? '\'' : ' ';
  }
  const bool no_letter = (sign.size() == 2 && sign[0] == '\xC2') || sign.size() == 4;
  return no_letter ? ' ' : '\0';
}

std::size_t length_of_sign(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC0 ? 2 : 1;
}

/// The text as the patterns want it, byte for byte in the same places: spaces that do not break, long dashes, quotation marks and
/// pictures as plain ones.
std::string plain(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t length = std::min(length_of_sign(out[at]), out.size() - at);
    const char sign = length > 1 ? plain_sign(text.substr(at, length)) : '\0';
    if (sign != '\0') std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), length, sign);
    at += length;
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_upper(c)) c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

/// Every pattern looks a bounded way ahead from one place, so that the whole is linear.
class Reader {
 public:
  Reader(std::string_view text, std::string_view small, std::size_t at) : text_(text), small_(small), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  [[nodiscard]] bool after_word() const { return at_ > 0 && is_word(text_[at_ - 1]); }
  void skip(std::size_t count) { at_ = std::min(at_ + count, text_.size()); }

  /// Up to `most` of `set`; how many.
  std::size_t take_any(std::string_view set, std::size_t most) {
    std::size_t count = 0;
    while (count < most && at_ < text_.size() && set.contains(text_[at_])) ++at_, ++count;
    return count;
  }
  /// A number of 1 … `most` digits; none when more follow.
  std::optional<int> number(std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    for (; count < most && is_digit(peek()); ++count, ++at_) value = value * 10 + (peek() - '0');
    if (count == 0 || is_digit(peek())) return std::nullopt;
    return value;
  }
  /// The word here in small letters, at most 48 bytes; empty when there is none or it is longer.
  [[nodiscard]] std::string_view word() const {
    std::size_t end = at_;
    while (end < text_.size() && end - at_ <= 48 && is_letter(text_[end])) ++end;
    return end - at_ > 48 ? std::string_view() : small_.substr(at_, end - at_);
  }
  bool take_word(std::string_view wanted) {
    if (word() != wanted) return false;
    at_ += wanted.size();
    return true;
  }
  [[nodiscard]] bool is_capital() const {
    const auto next = static_cast<unsigned char>(peek(1));
    return is_upper(peek()) || (peek() == '\xC3' && next >= 0x80 && next <= 0x9E);
  }

 private:
  std::string_view text_;
  std::string_view small_;
  std::size_t at_;
};

using End = std::optional<std::size_t>;

/// The 11-check of the burgerservicenummer: 9a + 8b + … + 2h − i is a multiple of 11.
bool passes_eleven_check(const std::array<int, 9>& digits) {
  int sum = -digits[8];
  for (int i = 0; i < 8; ++i) sum += (9 - i) * digits[static_cast<std::size_t>(i)];
  return sum % 11 == 0 && std::ranges::any_of(digits, [](int digit) { return digit != 0; });
}

End bsn(Reader in) {
  if (in.after_word()) return std::nullopt;
  std::array<int, 9> digits{};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0) in.take_any(" .-", 3);
    if (!is_digit(in.peek())) return std::nullopt;
    digits[i] = in.peek() - '0';
    in.skip(1);
  }
  if (is_word(in.peek()) || !passes_eleven_check(digits)) return std::nullopt;
  return in.at();
}

/// `count` digits with separators between them; the first is not 0.
bool take_subscriber(Reader& in, int count) {
  for (int i = 0; i < count; ++i) {
    in.take_any(" .-/)", 3);
    if (!is_digit(in.peek()) || (i == 0 && in.peek() == '0')) return false;
    in.skip(1);
  }
  return !is_digit(in.peek());
}

End foreign_phone(Reader in) {
  in.skip(1);
  int digits = 0;
  std::size_t end = in.at();
  while (digits < 15) {
    in.take_any(" .-/()", 3);
    if (!is_digit(in.peek())) break;
    in.skip(1);
    ++digits;
    end = in.at();
  }
  if (digits < 9 || digits > 14) return std::nullopt;
  return end;
}

/// `(079)` belongs to the number, the bracket of `(06-12345678)` does not.
bool closes_soon(const Reader& in) {
  for (std::size_t ahead = 1; ahead <= 6; ++ahead) {
    if (in.peek(ahead) == ')') return true;
  }
  return false;
}

End phone(Reader in) {
  if (in.after_word()) return std::nullopt;
  if (in.peek() == '(' && !closes_soon(in)) return std::nullopt;
  Reader dutch = in;
  dutch.take_any("(", 1);
  const bool plus = dutch.peek() == '+' && dutch.peek(1) == '3' && dutch.peek(2) == '1';
  const bool zeros = dutch.peek() == '0' && dutch.peek(1) == '0' && dutch.peek(2) == '3' && dutch.peek(3) == '1';
  if (plus || zeros) {
    dutch.skip(plus ? 3 : 4);
    dutch.take_any(" .-()", 3);
    if (dutch.peek() == '0') dutch.skip(1);
  } else if (dutch.peek() == '0') {
    dutch.skip(1);
  } else {
    return in.peek() == '+' ? foreign_phone(in) : std::nullopt;
  }
  if (take_subscriber(dutch, 9)) return dutch.at();
  return in.peek() == '+' ? foreign_phone(in) : std::nullopt;
}

struct IbanForm {
  std::string_view country;
  std::size_t length;
};
/// Lengths from the IBAN registry of SWIFT, for countries whose accounts are met with here.
constexpr std::array kIbanForms{IbanForm{"nl", 18}, IbanForm{"be", 16}, IbanForm{"de", 22}, IbanForm{"fr", 27},
                                IbanForm{"gb", 22}, IbanForm{"es", 24}, IbanForm{"it", 27}, IbanForm{"pl", 28},
                                IbanForm{"pt", 25}, IbanForm{"ie", 22}, IbanForm{"lu", 20}, IbanForm{"at", 20},
                                IbanForm{"ch", 21}, IbanForm{"tr", 26}, IbanForm{"bg", 22}, IbanForm{"ro", 24},
                                IbanForm{"gr", 27}, IbanForm{"lt", 20}, IbanForm{"se", 24}, IbanForm{"dk", 18}};

/// ISO 7064 mod 97-10 over the account with its first four signs at the end, letters as 10 … 35.
bool passes_mod_97(std::string_view iban) {
  int rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'a' + 10)) % 97;
  }
  return rest == 1;
}

End iban(Reader in) {
  if (in.after_word()) return std::nullopt;
  const std::string country = lower(std::string{in.peek(), in.peek(1)});
  const auto form = std::ranges::find(kIbanForms, country, &IbanForm::country);
  if (form == kIbanForms.end() || !is_digit(in.peek(2))) return std::nullopt;
  std::string signs;
  while (signs.size() < form->length) {
    if (!signs.empty()) in.take_any(" ", 2);
    const char c = in.peek();
    if (!is_word(c) || is_beyond_ascii(c)) return std::nullopt;
    signs += is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
    in.skip(1);
  }
  if (is_word(in.peek()) || !passes_mod_97(signs)) return std::nullopt;
  return in.at();
}

bool is_local_part(char c) { return is_word(c) || std::string_view("._%+-").contains(c); }

/// An address around the @ at `at`: where it begins and ends.
std::optional<std::pair<std::size_t, std::size_t>> email(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 64 && is_local_part(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  std::size_t last_dot = 0;
  while (end < text.size() && end - at < 255 && (is_word(text[end]) || text[end] == '-' || text[end] == '.')) {
    if (text[end] == '.') {
      if (!is_word(text[end - 1]) || end + 1 >= text.size() || !is_letter(text[end + 1])) break;
      last_dot = end;
    }
    ++end;
  }
  while (end < text.size() && end - at >= 255 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  if (begin == at || last_dot == 0 || end - last_dot < 3) return std::nullopt;
  while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;  // cut off inside a character
  return std::pair(begin, end);
}

constexpr std::array<std::string_view, 12> kDutchMonths{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                        "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<std::string_view, 12> kEnglishMonths{"january", "february", "march",     "april",   "may",      "june",
                                                          "july",    "august",   "september", "october", "november", "december"};

bool is_month(std::string_view word) {
  if (word.size() < 3) return false;
  const auto begins_so = [&](std::string_view month) { return word == month || word == month.substr(0, 3); };
  return word == "mrt" || word == "sept" || std::ranges::any_of(kDutchMonths, begins_so) ||
         std::ranges::any_of(kEnglishMonths, begins_so);
}

bool is_day(std::optional<int> day) { return day && *day >= 1 && *day <= 31; }
bool is_month_number(std::optional<int> month) { return month && *month >= 1 && *month <= 12; }
bool is_year_of_birth(std::optional<int> year, int this_year) {
  return year && *year >= this_year - kOldestLiving && *year <= this_year;
}

/// `3-4-1984`, `03.04.84`, `3 / 4 / 1984`.
End date_in_figures(Reader in, int this_year) {
  const std::size_t begin = in.at();
  const auto day = in.number(2);
  in.take_any(" ", 1);
  const char separator = in.peek();
  if (!is_day(day) || in.take_any("-/.", 3) == 0) return std::nullopt;
  in.take_any(" ", 1);
  const auto month = in.number(2);
  in.take_any(" ", 1);
  if (!is_month_number(month) || in.peek() != separator || in.take_any("-/.", 3) == 0) return std::nullopt;
  in.take_any(" ", 1);
  const std::size_t year_at = in.at();
  const auto year = in.number(4);
  if (is_word(in.peek())) return std::nullopt;
  const bool short_year = in.at() - year_at == 2 && in.at() - begin >= 8;
  if (!short_year && !(in.at() - year_at == 4 && is_year_of_birth(year, this_year))) return std::nullopt;
  return in.at();
}

/// `1984-04-03`, as machines write it.
End date_from_year(Reader in, int this_year) {
  const auto year = in.number(4);
  if (!is_year_of_birth(year, this_year) || in.take_any("-/.", 3) == 0) return std::nullopt;
  const auto month = in.number(2);
  if (!is_month_number(month) || in.take_any("-/.", 3) == 0) return std::nullopt;
  if (!is_day(in.number(2)) || is_letter(in.peek())) return std::nullopt;
  return in.at();
}

/// `3 april 1984`, `3rd of April, 1984`.
End date_in_words(Reader in, int this_year) {
  if (!is_day(in.number(2))) return std::nullopt;
  for (const std::string_view ordinal : {"st", "nd", "rd", "th", "e", "ste", "de"}) {
    if (in.take_word(ordinal)) break;
  }
  in.take_any(" .-", 3);
  if (in.take_word("of")) in.take_any(" ", 2);
  if (!is_month(in.word())) return std::nullopt;
  in.skip(in.word().size());
  in.take_any(" .,-'", 3);
  if (!is_year_of_birth(in.number(4), this_year) || is_letter(in.peek())) return std::nullopt;
  return in.at();
}

/// `April 3rd, 1984`.
End date_from_month(Reader in, int this_year) {
  if (!is_month(in.word())) return std::nullopt;
  in.skip(in.word().size());
  if (in.take_any(" .", 2) == 0 || !is_day(in.number(2))) return std::nullopt;
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (in.take_word(ordinal)) break;
  }
  if (in.take_any(" ,", 2) == 0 || !is_year_of_birth(in.number(4), this_year) || is_letter(in.peek())) return std::nullopt;
  return in.at();
}

End date_of_birth(Reader in, int this_year) {
  if (in.after_word()) return std::nullopt;
  if (!is_digit(in.peek())) return date_from_month(in, this_year);
  for (const auto form : {date_in_figures, date_from_year, date_in_words}) {
    if (const End end = form(in, this_year)) return end;
  }
  return std::nullopt;
}

/// ` 12`, ` 12a`, ` 12-3`, ` nr. 12`: a house number after a street or postcode.
End house_number(Reader in) {
  if (in.take_any(" ,", 2) == 0) return std::nullopt;
  if (in.take_word("nr") || in.take_word("nummer") || in.take_word("no")) in.take_any(" .", 2);
  if (in.peek() == '0' || !in.number(4)) return std::nullopt;
  if (is_letter(in.peek()) && !is_letter(in.peek(1)) && !is_beyond_ascii(in.peek())) in.skip(1);
  if (in.peek() == '-' && is_word(in.peek(1)) && !is_beyond_ascii(in.peek(1)) && !is_letter(in.peek(2))) {
    in.skip(1);
    while (is_digit(in.peek()) && in.peek() != '\0') in.skip(1);
  }
  if (is_word(in.peek()) || in.peek() == '%') return std::nullopt;
  return in.at();
}

/// `2719 AB`, with the house number when it follows. No postcode ends in SA, SD or SS.
End postcode(Reader in) {
  const auto figures = in.number(4);
  if (!figures || *figures < 1000) return std::nullopt;
  const bool apart = in.take_any(" ", 2) > 0;
  const std::string letters{in.peek(), in.peek(1)};
  const bool capitals = is_upper(letters[0]) && is_upper(letters[1]);
  const bool small = is_lower(letters[0]) && is_lower(letters[1]) && !apart;
  if (!(capitals || small) || letters == "SA" || letters == "SD" || letters == "SS") return std::nullopt;
  in.skip(2);
  if (is_word(in.peek())) return std::nullopt;
  return house_number(in).value_or(in.at());
}

/// Endings of names of Dutch streets. The first nine are hardly ever anything else.
constexpr std::array<std::string_view, 9> kStreetEndings{"straat", "laan",      "plein", "singel", "gracht",
                                                         "dreef",  "plantsoen", "kade",  "steeg"};
/// These end other words as well: only with a capital.
constexpr std::array<std::string_view, 20> kOtherEndings{"weg",  "hof",  "pad",    "park",  "dijk", "ring", "baan",
                                                         "erf",  "gang", "gaarde", "hage",  "wal",  "tuin", "akker",
                                                         "veld", "berg", "burg",   "water", "rode", "zoom"};

bool is_street(Reader in) {
  const std::string_view word = in.word();
  const auto ends_so = [&](std::string_view ending) { return word.size() >= ending.size() + 2 && word.ends_with(ending); };
  return std::ranges::any_of(kStreetEndings, ends_so) || (in.is_capital() && std::ranges::any_of(kOtherEndings, ends_so));
}

constexpr std::array<std::string_view, 8> kEnglishStreets{"street", "road",  "avenue", "lane",
                                                          "drive",  "close", "square", "court"};

/// `12 High Street`: a number, one to three words with a capital, the last a kind of street.
End english_address(Reader in) {
  if (in.peek() == '0' || !in.number(4)) return std::nullopt;
  for (int words = 0; words < 3; ++words) {
    if (in.take_any(" ", 2) == 0 || !in.is_capital() || in.word().empty()) return std::nullopt;
    const bool is_last = words > 0 && std::ranges::find(kEnglishStreets, in.word()) != kEnglishStreets.end();
    in.skip(in.word().size());
    if (is_last) return in.at();
  }
  return std::nullopt;
}

End address(Reader in) {
  if (in.after_word()) return std::nullopt;
  if (is_digit(in.peek())) {
    const End found = postcode(in);
    return found ? found : english_address(in);
  }
  if (!is_street(in)) return std::nullopt;
  in.skip(in.word().size());
  return house_number(in);
}

constexpr std::array<std::string_view, 21> kTitles{"mevrouw", "mevr", "mw",  "dhr",  "heer",    "meneer", "mijnheer",
                                                   "mr",      "mrs",  "ms",  "miss", "familie", "fam",    "juffrouw",
                                                   "mej",     "dr",   "drs", "ing",  "ir",      "prof",   "madam"};
constexpr std::array<std::string_view, 20> kPrefixes{"van", "de", "der", "den", "ten", "ter", "te", "het", "t",   "in",
                                                     "op",  "el", "al",  "la",  "le",  "von", "di", "da",  "ben", "bin"};
/// What begins a sentence after "plan B." and is no surname.
constexpr std::array<std::string_view, 34> kNoSurnames{
    "de", "het", "een",  "er",   "in",   "op",  "wij", "we", "ze", "zij",  "hij",  "ik",    "dit",  "dat", "die", "deze", "maar",
    "en", "ook", "veel", "daar", "hier", "dan", "the", "a",  "it", "they", "this", "there", "that", "and", "but", "he",   "she"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// `de Vries`, `van 't Hof`, `Jansen-Bakker`: the last byte of a surname here.
End surname(Reader in) {
  for (int prefixes = 0; prefixes < 4 && is_one_of(kPrefixes, in.word()); ++prefixes) {
    Reader after = in;
    after.skip(after.word().size());
    if (after.take_any(" '-", 5) == 0) break;
    in = after;
  }
  in.take_any("'", 3);
  if (in.is_capital() && in.peek(1) == '\'') in.skip(2);  // O'Neil
  if (!in.is_capital() || in.word().size() < 2) return std::nullopt;
  in.skip(in.word().size());
  while (in.peek() == '-' && is_letter(in.peek(1))) {
    in.skip(1);
    if (in.word().empty()) break;
    in.skip(in.word().size());
  }
  return in.at();
}

/// `J.`, `J.P.`, `J. P. `: how many, and the place behind them.
int take_initials(Reader& in) {
  int count = 0;
  while (count < 6 && is_upper(in.peek()) && in.peek(1) == '.') {
    in.skip(2);
    in.take_any(" ", 2);
    ++count;
  }
  return count;
}

End person(Reader in) {
  if (in.after_word() || !is_letter(in.peek())) return std::nullopt;
  Reader initials = in;
  if (const int count = take_initials(initials); count > 0) {
    if (count == 1 && is_one_of(kNoSurnames, initials.word()) && initials.is_capital()) return std::nullopt;
    return surname(initials);
  }
  if (!is_one_of(kTitles, in.word())) return std::nullopt;
  in.skip(in.word().size());
  if (in.take_any(". ", 3) == 0) return std::nullopt;
  take_initials(in);
  return surname(in);
}

class Scan {
 public:
  Scan(std::string_view text, int this_year) : text_(plain(text)), small_(lower(text_)), this_year_(this_year) {}

  std::vector<PersonalData> run() {
    for (std::size_t at = 0; at < text_.size(); ++at) look_at(at);
    std::ranges::stable_sort(found_, [](const PersonalData& a, const PersonalData& b) {
      return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
    std::size_t end = 0;
    std::erase_if(found_, [&](const PersonalData& each) {
      if (each.offset < end) return true;
      end = each.offset + each.length;
      return false;
    });
    return std::move(found_);
  }

 private:
  void look_at(std::size_t at) {
    const char c = text_[at];
    if (c == '@') {
      if (const auto place = email(text_, at)) add(PersonalDataKind::email, place->first, place->second);
      return;
    }
    const Reader in(text_, small_, at);
    if (is_digit(c) || c == '+' || c == '(') add(PersonalDataKind::phone, at, phone(in));
    if (is_digit(c)) add(PersonalDataKind::bsn, at, bsn(in));
    if (!is_word(c)) return;
    add(PersonalDataKind::date_of_birth, at, date_of_birth(in, this_year_));
    add(PersonalDataKind::address, at, address(in));
    if (is_digit(c)) return;
    add(PersonalDataKind::iban, at, iban(in));
    add(PersonalDataKind::person, at, person(in));
  }

  void add(PersonalDataKind kind, std::size_t begin, End end) {
    if (end) found_.push_back({kind, begin, *end - begin});
  }

  std::string text_;
  std::string small_;
  int this_year_;
  std::vector<PersonalData> found_;
};

}  // namespace

std::vector<PersonalData> find_personal_data(std::string_view text, int this_year) { return Scan(text, this_year).run(); }

}  // namespace koers
