// SPDX-License-Identifier: EUPL-1.2
#include "model/personal_data.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace koers {
namespace {

using Kind = PersonalDataKind;
using namespace std::string_literals;

constexpr int kThisYear = 2026;

/// `person:mevrouw Jansen|phone:06 12345678`: what is found, with its text.
std::string found_in(const std::string& text) {
  std::string out;
  for (const PersonalData& each : find_personal_data(text, kThisYear)) {
    const char* const names[] = {"", "bsn", "phone", "email", "birth", "address", "iban", "person"};
    if (!out.empty()) out += '|';
    out += names[static_cast<int>(each.kind)] + ":"s + text.substr(each.offset, each.length);
  }
  return out;
}

struct Example {
  const char* text;
  const char* found;
};

void expect_all(const std::vector<Example>& examples) {
  for (const auto& [text, found] : examples) EXPECT_EQ(found_in(text), found) << text;
}

TEST(PersonalData, finds_a_bsn_by_its_11_check) {
  expect_all({{"BSN 123456782 gezien", "bsn:123456782"},
              {"1234.56.782", "bsn:1234.56.782"},
              {"123 456 782", "bsn:123 456 782"},
              {"BSN:111222333.", "bsn:111222333"},
              {"nummer 123456789 is er geen", ""},
              {"000000000", ""},
              {"1234567820", ""},
              {"kenmerk A123456782", ""}});
}

TEST(PersonalData, finds_dutch_and_foreign_phone_numbers) {
  expect_all({{"bel 06-12345678 na tien", "phone:06-12345678"},
              {"06 12 34 56 78", "phone:06 12 34 56 78"},
              {"079 346 8000", "phone:079 346 8000"},
              {"(079) 346 80 00", "phone:(079) 346 80 00"},
              {"+31 (0)79 346 8000", "phone:+31 (0)79 346 8000"},
              {"0031612345678", "phone:0031612345678"},
              {"+31612345678", "phone:+31612345678"},
              {"call +44 20 7946 0958 please", "phone:+44 20 7946 0958"},
              {"bel 14 079 of 0800-1234", ""},
              {"112 en 0900-8844", ""},
              {"☎0612345678", "phone:0612345678"},
              {"06\xC2\xA0"
               "12345678",
               "phone:06\xC2\xA0"
               "12345678"}});
}

TEST(PersonalData, finds_email_addresses) {
  expect_all({{"mail jan.jansen+x@voorbeeld.nl.", "email:jan.jansen+x@voorbeeld.nl"},
              {"<a@b-c.co.uk>", "email:a@b-c.co.uk"},
              {"josé@café.example", "email:josé@café.example"},
              {"@buurt om 3@4 is niets", ""},
              {"a@b", ""},
              {"x@@y.nl", ""}});
}

TEST(PersonalData, finds_full_dates_in_which_somebody_alive_can_be_born) {
  expect_all({{"geboren 3-4-1984 te", "birth:3-4-1984"},
              {"03/04/84", "birth:03/04/84"},
              {"3 april 1984", "birth:3 april 1984"},
              {"3 mrt. 2010", "birth:3 mrt. 2010"},
              {"3rd of April, 1984", "birth:3rd of April, 1984"},
              {"April 3rd, 1984", "birth:April 3rd, 1984"},
              {"1984-04-03", "birth:1984-04-03"},
              {"april 1984 en 2026-05 en 2024", ""},
              {"de slag van 2-7-1600", ""},
              {"32-1-1984 of 3-13-1984", ""},
              {"in 2050-01-01", ""},
              {"versie 1.2.10", ""},
              {"van 10-12 jaar", ""}});
}

TEST(PersonalData, finds_addresses) {
  expect_all({{"op Dorpsstraat 12 woont", "address:Dorpsstraat 12"},
              {"Markt 10, 2711 CZ Zoetermeer", "address:2711 CZ"},
              {"2719 AB 12", "address:2719 AB 12"},
              {"2719ab", "address:2719ab"},
              {"dorpsstraat nr. 12a-3", "address:dorpsstraat nr. 12a-3"},
              {"Bredewater 16", "address:Bredewater 16"},
              {"Van Leeuwenhoeklaan 4b", "address:Leeuwenhoeklaan 4b"},
              {"at 12 High Street.", "address:12 High Street"},
              {"in de Dorpsstraat is het druk", ""},
              {"langs de snelweg 20 meter", ""},
              {"2024 in cijfers", ""},
              {"1234 SS en 0123 AB", ""},
              {"groeide met laan 3", ""},
              {"de Dorpsstraat 30% drukker", ""}});
}

TEST(PersonalData, finds_ibans_by_their_check) {
  expect_all({{"NL91ABNA0417164300", "iban:NL91ABNA0417164300"},
              {"NL91 ABNA 0417 1643 00 staat", "iban:NL91 ABNA 0417 1643 00"},
              {"nl91abna0417164300", "iban:nl91abna0417164300"},
              {"BE68 5390 0754 7034", "iban:BE68 5390 0754 7034"},
              {"GB82 WEST 1234 5698 7654 32", "iban:GB82 WEST 1234 5698 7654 32"},
              {"NL92ABNA0417164300", ""}});
}

TEST(PersonalData, finds_what_is_likely_a_name) {
  expect_all({{"mevrouw Jansen klaagt", "person:mevrouw Jansen"},
              {"dhr. de Vries en mw. Bakker-Smit", "person:dhr. de Vries|person:mw. Bakker-Smit"},
              {"de heer J.P. van der Berg", "person:heer J.P. van der Berg"},
              {"J. Jansen belde", "person:J. Jansen"},
              {"volgens A.B. van 't Hof", "person:A.B. van 't Hof"},
              {"familie El Amrani", "person:familie El Amrani"},
              {"Mrs Smith and Mr. O'Neil", "person:Mrs Smith|person:Mr. O'Neil"},
              {"meneer Östürk", "person:meneer Östürk"},
              {"“mevrouw Jansen”", "person:mevrouw Jansen"},
              {"een mevrouw zei dat", ""},
              {"plan B. De buurt", ""},
              {"de familie komt", ""},
              {"wijk A en B", ""}});
}

TEST(PersonalData, finds_nothing_in_notes_as_they_should_be) {
  expect_all({{"In Meerzicht-West zien we sinds maart 2026 meer jongeren op straat, vooral na 22.00 uur.", ""},
              {"Schatting: 3 van de 10 huishoudens, 2 500 woningen, 12,5 %, € 1.250.000.", ""},
              {"More rubbish near the shops since May; about 40 complaints in 2025 against 25 in 2024.", ""},
              {"", ""}});
}

TEST(PersonalData, says_where_in_order_and_without_overlap) {
  const std::string text = "Mevrouw Jansen (06-12345678), Dorpsstraat 12, 2711 CZ, geb. 3-4-1984, jansen@voorbeeld.nl";
  EXPECT_EQ(
      found_in(text),
      "person:Mevrouw Jansen|phone:06-12345678|address:Dorpsstraat 12|address:2711 CZ|birth:3-4-1984|email:jansen@voorbeeld.nl");
  std::size_t end = 0;
  for (const PersonalData& each : find_personal_data(text, kThisYear)) {
    EXPECT_GE(each.offset, end);
    end = each.offset + each.length;
  }
}

TEST(PersonalData, takes_any_bytes_in_linear_time) {
  for (const std::string& piece :
       {"a@"s, "1 "s, "A."s, "van "s, "\xE2"s, "\xFF"s, "\0"s, "NL91ABNA"s, "0"s, "a"s, "Xstraat "s, "é"s, "+3"s}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    (void)find_personal_data(text, kThisYear);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace koers
