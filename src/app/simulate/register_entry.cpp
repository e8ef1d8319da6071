// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/register_entry.h"

#include <algorithm>
#include <array>

namespace koers {
namespace {

using Json = nlohmann::ordered_json;

struct Words {
  const char* field;
  const char* nl;
  const char* en;
};

constexpr std::array kWords{
    Words{"name", "Woonroltrap (Koers)", "Housing escalator (Koers)"},
    Words{"description_short",
          "Rekenmodel dat nabootst wie waar woont en wie waarheen verhuist, om plannen voor de stad met elkaar te vergelijken.",
          "A model that imitates who lives where and who moves where, to compare plans for the city."},
    Words{"category", "Wonen; ruimtelijke ordening", "Housing; spatial planning"},
    Words{"publication_category", "Overige algoritmes", "Other algorithms"},
    Words{"status", "In ontwikkeling", "In development"},
    Words{
        "goal",
        "Vooraf laten zien wat een bouwplan, sloop, verkoop of investering doet met de bevolking van iedere buurt, en wie er "
        "doorschuift. De uitkomst is een vergelijking van twee plannen, met onzekerheid.",
        "To show beforehand what building, demolition, sale or investment does to the population of every neighbourhood, and who "
        "moves on. The outcome compares two plans, with its uncertainty."},
    Words{"impact",
          "Geen gevolgen voor een persoon: het model beslist niets en kent niemand. De uitkomst is een van de gronden voor een "
          "besluit "
          "van raad of college over een plan.",
          "None for a person: the model decides nothing and knows nobody. Its outcome is one of the grounds for a decision of "
          "council "
          "or college on a plan."},
    Words{
        "proportionality",
        "Een plan raakt duizenden huishoudens en is moeilijk terug te draaien. Zonder model wordt het effect op de buurten "
        "ernaast "
        "geschat op gevoel. Het model gebruikt alleen openbare cijfers per buurt; het nadeel is schijnnauwkeurigheid, en daarom "
        "heeft ieder cijfer een marge en staat bij ieder antwoord wat het model niet kan.",
        "A plan concerns thousands of households and is hard to undo. Without a model its effect on the neighbourhoods beside it "
        "is "
        "guessed. The model takes public figures per neighbourhood only; its danger is false precision, so every figure has an "
        "interval and every answer says what the model cannot do."},
    Words{"human_intervention",
          "Iedereen kan een vraag stellen en de aannames zien en veranderen. Een uitkomst wordt altijd door mensen gewogen; er "
          "volgt "
          "niets vanzelf uit.",
          "Anybody may ask a question, and see and change the assumptions. People always weigh an outcome; nothing follows from "
          "it by "
          "itself."},
    Words{"risks",
          "Uitkomsten worden als voorspelling gelezen; gewoonten van nu gelden niet over twintig jaar; schattingen waar geen "
          "cijfer is. "
          "Maatregelen: marges, gepaarde verschillen, een toets op het verleden die ook wordt getoond als het model verliest, en "
          "een "
          "lijst van alles wat is geschat.",
          "Outcomes read as forecasts; habits of today that do not hold in twenty years; estimates where there is no figure. "
          "Measures: "
          "intervals, paired differences, a test on the past that is shown also where the model loses, and a list of all that is "
          "estimated."},
    Words{"impacttoetsen", "Geen: er worden geen persoonsgegevens verwerkt.", "None: no personal data are processed."},
    Words{
        "methods_and_models",
        "Microsimulatie met jaarstappen: een kunstmatige bevolking die klopt met de cijfers per buurt, levensloop met kansen per "
        "leeftijd, keuze van een woning met een genest logitmodel, toewijzing met uitgestelde acceptatie, ketens van "
        "verhuizingen, "
        "prijzen. Alle loting volgt uit een getal, zodat iedere uitkomst herhaalbaar is. Het programma is open source "
        "(EUPL-1.2).",
        "Microsimulation in steps of a year: an artificial population that agrees with the figures of each neighbourhood, life "
        "courses with rates by age, choice of a dwelling by nested logit, allocation by deferred acceptance, chains of moves, "
        "prices. All that is drawn follows from one number, so that every outcome can be repeated. The program is open source "
        "(EUPL-1.2)."},
    Words{"monitoring",
          "Met ieder nieuw jaar cijfers wordt gekeken of het model het verleden beter voorspelt dan eenvoudige methoden.",
          "With every new year of figures it is seen whether the model tells the past better than simple methods."},
};

/// Who published the figures of the city that a starting population is made of.
std::string publishers_of(const City& city) {
  std::vector<std::string> names;
  for (const Observation& each : city.observations) {
    const Source* source = city.find(each.source.source);
    if (source == nullptr || each.area.kind == Kind::region) continue;
    if (std::find(names.begin(), names.end(), source->publisher) == names.end()) names.push_back(source->publisher);
  }
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

std::string source_data(const City& city, int year, bool is_dutch) {
  const std::string day = std::to_string(year);
  return is_dutch ? "Openbare cijfers per buurt, wijk en gemeente rond 1 januari " + day + ". Uitgevers: " + publishers_of(city) +
                        ". Geen gegevens van personen."
                  : "Public figures per neighbourhood, district and municipality around 1 January " + day +
                        ". Publishers: " + publishers_of(city) + ". No data of persons.";
}

}  // namespace

const std::vector<std::string>& left_to_the_municipality() {
  static const std::vector<std::string> kFields{"contact_email", "begin_date", "lawful_basis", "department", "website"};
  return kFields;
}

Json register_entry_json(const City& city, int year, std::string_view language) {
  const bool is_dutch = language == "nl";
  Json out{{"standard_version", "1.0"}, {"lang", is_dutch ? "NLD" : "ENG"}};
  for (const Words& words : kWords) out[words.field] = is_dutch ? words.nl : words.en;
  out["organization"] = city.manifest() == nullptr ? "" : "Gemeente " + city.manifest()->name;
  out["provider"] = "Koers";
  out["source_data"] = source_data(city, year, is_dutch);
  out["left_to_the_municipality"] = left_to_the_municipality();
  return out;
}

}  // namespace koers
