// SPDX-License-Identifier: EUPL-1.2
// Reports on what everybody may see of a city: a function of the city and of the order, never of the clock.
#pragma once
#include "app/optimise/agenda_problem.h"
#include "app/workspace.h"
#include "report/document.h"

namespace koers::reports {

/// Stored by name; append only.
enum class ReportKind : std::uint8_t { state_of_the_city = 1, management = 2, neighbourhood = 3, agenda_proposal = 4 };
BOOST_DESCRIBE_ENUM(ReportKind, state_of_the_city, management, neighbourhood, agenda_proposal)

/// As it stands in addresses and on the command line: `state-of-the-city`.
[[nodiscard]] std::string slug_of(ReportKind kind);
[[nodiscard]] std::optional<ReportKind> kind_from_slug(std::string_view slug);

enum class ReportFormat : std::uint8_t { html = 1, pdf = 2, xlsx = 3, csv = 4, json = 5 };
BOOST_DESCRIBE_ENUM(ReportFormat, html, pdf, xlsx, csv, json)
[[nodiscard]] const char* media_type_of(ReportFormat format);

struct ReportOrder {
  ReportKind kind = ReportKind::state_of_the_city;
  std::chrono::year_month_day date;     ///< the day that it speaks of: what is late is late then
  std::optional<Year> year;             ///< figures about later years are left out
  std::optional<std::string> area;      ///< code of the district or neighbourhood; for that kind only, and needed there
  std::optional<AgendaRequest> agenda;  ///< what a proposal of an agenda is chosen within; for that kind only, and needed there
};

/// What the report was made from, as it says itself.
struct ReportBasis {
  LedgerHead head;
  std::int64_t observations_version = 0;
};

/// Whether it can be made, without making it.
[[nodiscard]] Result<void> check_order(const City& public_city, const ReportOrder& order);

/// What a proposal of an agenda has to be searched for (solved_proposal.h).
struct SolvedProposal;

/// The report in one language. A proposal of an agenda takes some seconds, unless it comes with what was `solved` for its order
/// and this city. `bad_input` for a language or order that cannot be;
/// `not_found` for an unknown area.
[[nodiscard]] Result<report::Document> make_report(const City& public_city, const ReportBasis& basis, const ReportOrder& order,
                                                   std::string_view language, const SolvedProposal* solved = nullptr);

/// The city without figures and reference distributions about later years.
[[nodiscard]] City until_year(const City& city, Year year);

}  // namespace koers::reports
