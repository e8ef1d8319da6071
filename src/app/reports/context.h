// SPDX-License-Identifier: EUPL-1.2
// What the chapters of the reports share.
#pragma once
#include <set>

#include "app/reports/report.h"
#include "app/reports/words.h"
#include "app/views/city_state.h"

namespace koers::reports {

/// Sources that the report has shown something of; the last chapter lists them.
class Cited {
 public:
  void add(const Citation& citation) { ids_.insert(citation.source.str()); }
  void add(const std::vector<Citation>& citations) {
    for (const Citation& each : citations) add(each);
  }
  [[nodiscard]] const std::set<std::string>& ids() const { return ids_; }

 private:
  std::set<std::string> ids_;
};

struct ReportContext {
  const City& city;
  const Say& say;
  std::chrono::year_month_day date;
  Cited& cited;
};

/// The chapters of each kind, without the sources.
[[nodiscard]] std::vector<report::Section> state_chapters(const ReportContext& context);
[[nodiscard]] std::vector<report::Section> management_chapters(const ReportContext& context);
[[nodiscard]] std::vector<report::Section> agenda_chapters(const ReportContext& context, const SolvedProposal& solved);
[[nodiscard]] Result<std::vector<report::Section>> neighbourhood_chapters(const ReportContext& context, const std::string& area);

/// A figure of an indicator in words, `decimals` as the indicator wants it.
[[nodiscard]] std::string value_words(const Say& say, const std::optional<Decimal>& value, int decimals, const std::string& unit,
                                      ObservationStatus status);
/// The indicators of a set with what is known of each.
[[nodiscard]] report::Table indicator_table(const ReportContext& context, const std::string& id, const std::string& caption,
                                            const std::vector<views::IndicatorState>& indicators);
/// The course of a series in time; none when there are too few figures to draw.
[[nodiscard]] std::optional<report::Figure> series_figure(const ReportContext& context, const std::string& id,
                                                          const views::IndicatorState& state);
[[nodiscard]] report::Cell words_cell(std::string text);
/// A chapter that holds `table`, or else the sentence that says why there is none.
void add_table_or(report::Section& section, report::Table table, const std::string& when_empty);

}  // namespace koers::reports
