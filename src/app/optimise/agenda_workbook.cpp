// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_workbook.h"

#include <algorithm>
#include <filesystem>

#include "app/optimise/agenda_sheet_heading.h"
#include "app/optimise/document_names.h"
#include "app/optimise/option_series.h"
#include "base/utf8.h"
#include "gather/names.h"
#include "report/temporary_folder.h"
#include "report/write_table_csv.h"
#include "report/write_xlsx.h"

namespace koers {
namespace {

constexpr std::size_t kLongestSection = 1'000;  // bytes; a spreadsheet cuts off what is much longer

constexpr std::array kBeforeYears{SheetColumn::item, SheetColumn::option, SheetColumn::start, SheetColumn::means,
                                  SheetColumn::unit};
constexpr std::array kAfterYears{SheetColumn::status, SheetColumn::source, SheetColumn::section, SheetColumn::remark};

/// A series with where it begins.
struct WorkbookRow {
  Reference item;
  OptionForm option{};
  Year start;
  OptionSeries series;
};

std::vector<WorkbookRow> rows_of(const City& city, const YearSpan& agenda) {
  std::vector<WorkbookRow> out;
  for (const Appraisal& appraisal : city.all<Appraisal>()) {
    for (const AppraisalOption& option : appraisal.options) {
      const Year start = start_years(appraisal, option, agenda).from;
      for (OptionSeries& each : series_of(option)) out.push_back({appraisal.subject, option.form, start, std::move(each)});
    }
  }
  return out;
}

YearSpan years_of(const std::vector<WorkbookRow>& rows, YearSpan agenda) {
  for (const WorkbookRow& each : rows) {
    const int last = each.start.value + static_cast<int>(each.series.amounts.size()) - 1;
    agenda.from = std::min(agenda.from, each.start);
    agenda.to.value = std::max(agenda.to.value, last);
  }
  return agenda;
}

report::Cell words(std::string text) { return {std::move(text), {}, 0}; }

report::Cell number(const Decimal& value) { return {to_string(value), value.to_double(), value.places}; }

/// Does this text come back from a spreadsheet or a CSV file as it was?
bool is_kept_by_a_cell(const std::string& text) {
  return !text.empty() && text.size() <= kLongestSection && !text.starts_with('\'') && gather::without_blanks(text) == text;
}

report::Cell year_cell(Year year) { return words(to_string(year)); }

class WorkbookTable {
 public:
  WorkbookTable(const City& city, SheetLanguage language, const YearSpan& years)
      : city_(city),
        language_(language),
        years_(years),
        items_(city, {Kind::effort, Kind::policy_document}),
        means_(city, {Kind::fund, Kind::team}),
        sources_(city, {Kind::source}) {}

  [[nodiscard]] report::Table table(const std::vector<WorkbookRow>& rows) const {
    const bool is_dutch = language_ == SheetLanguage::nl;
    report::Table out{is_dutch ? "bedragen" : "amounts",
                      is_dutch ? "Geld en mensen per onderdeel, optie en jaar" : "Money and people by item, option and year",
                      columns(),
                      {},
                      ""};  // no note: what stands below the rows would be read as one
    for (const WorkbookRow& each : rows) out.rows.push_back(row(each));
    return out;
  }

 private:
  [[nodiscard]] std::vector<report::Column> columns() const {
    std::vector<report::Column> out;
    for (const SheetColumn each : kBeforeYears) out.push_back({word_of(each, language_), false});
    for (int year = years_.from.value; year <= years_.to.value; ++year) out.push_back({std::to_string(year), true});
    for (const SheetColumn each : kAfterYears) out.push_back({word_of(each, language_), false});
    return out;
  }

  [[nodiscard]] std::vector<report::Cell> row(const WorkbookRow& each) const {
    const OptionSeries& series = each.series;
    // Two sources do not go into one cell; empty means: as it is.
    const bool has_one = series.sources.size() == 1 && is_kept_by_a_cell(series.sources.front().section);
    std::vector<report::Cell> out{words(name(items_, each.item)), words(word_of(each.option, language_)), year_cell(each.start),
                                  words(name(means_, series.means)), words(series.means.kind == Kind::fund ? "EUR" : "fte")};
    for (int year = years_.from.value; year <= years_.to.value; ++year) out.push_back(amount(each, year));
    out.push_back(words(word_of(series.status, language_)));
    out.push_back(words(has_one ? name(sources_, {Kind::source, series.sources.front().source.str()}) : ""));
    out.push_back(words(has_one ? series.sources.front().section : ""));
    out.push_back(words(""));
    return out;
  }

  static report::Cell amount(const WorkbookRow& each, int year) {
    const int index = year - each.start.value;
    if (index < 0 || index >= static_cast<int>(each.series.amounts.size())) return words("");
    return number(decimal_of(each.series.amounts[static_cast<std::size_t>(index)]));
  }

  [[nodiscard]] std::string name(const DocumentNames& names, const Reference& document) const {
    return names.written(city_, document, name_of(language_));
  }

  const City& city_;
  SheetLanguage language_;
  YearSpan years_;
  DocumentNames items_;
  DocumentNames means_;
  DocumentNames sources_;
};

report::Section explanation(SheetLanguage language, report::Table table) {
  const bool is_dutch = language == SheetLanguage::nl;
  report::BulletList columns;
  for (const SheetColumnWords& each : kSheetColumns)
    columns.items.push_back(word_of(each.column, language) + ": " + purpose_of(each.column, language) + '.');
  columns.items.emplace_back(
      is_dutch
          ? "2023, 2024, …: het bedrag in dat jaar, voor elk jaar van de optie; 0 als er niets nodig is. Andere jaren leeg."
          : "2023, 2024, …: the amount in that year, for each year of the option; 0 when nothing is needed. Other years empty.");
  const std::string lead =
      is_dutch
          ? "Eén regel voor elk onderdeel, elke optie en elk middel. Een regel komt in de plaats van wat de optie van dat "
            "middel had; wat niet op het blad staat blijft zoals het is."
          : "One row for each item, option and fund or team. A row takes the place of what the option had of it; what is not on "
            "the sheet stays as it is.";
  const std::string rules =
      is_dutch
          ? "Geen samengevoegde of verborgen cellen, geen totaalregels. Formules mogen: hun uitkomst telt, afgerond op centen "
            "en honderdsten fte."
          : "No merged or hidden cells, no rows of totals. Formulas are welcome: what they give counts, rounded to cents and "
            "hundredths of an fte.";
  return {"columns",
          is_dutch ? "Zo werkt het blad met bedragen" : "How the sheet of amounts works",
          {report::Paragraph{lead}, std::move(columns), report::Paragraph{rules}, std::move(table)},
          {}};
}

std::string in_language(const Text& text, SheetLanguage language) {
  const auto found = text.by_language.find(name_of(language));
  return found == text.by_language.end() ? "" : found->second;
}

}  // namespace

Result<report::Document> agenda_workbook(const City& city, const std::string& weighing, SheetLanguage language) {
  const Weighing* frame = city.all<Weighing>().find(weighing);
  if (frame == nullptr) return failure(ErrorCode::not_found, "The city has no weighing " + in_quotes(weighing) + '.');
  const auto rows = rows_of(city, frame->years);
  if (rows.empty()) return failure(ErrorCode::bad_input, "The city has no appraisal with money or people.");
  const YearSpan years = years_of(rows, frame->years);
  if (years.to.value - years.from.value >= static_cast<int>(kMaxSheetYears)) {
    return failure(ErrorCode::too_large, "The options run from " + to_string(years.from) + " to " + to_string(years.to) +
                                             "; a sheet has at most " + std::to_string(kMaxSheetYears) + " years.");
  }
  report::Document out;
  out.language = name_of(language);
  out.title = in_language(frame->title, language);
  out.subtitle = in_language(frame->summary, language);
  out.sections.push_back(explanation(language, WorkbookTable(city, language, years).table(rows)));
  return out;
}

std::string write_agenda_workbook(const report::Document& workbook, WorkbookFormat format) {
  if (format == WorkbookFormat::csv) return report::write_table_csv(*report::tables_of(workbook).front().table);
  const report::TemporaryFolder folder(std::filesystem::temp_directory_path());
  return report::write_xlsx(workbook, folder.path());
}

}  // namespace koers
