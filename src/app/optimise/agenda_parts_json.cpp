// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_parts_json.h"

namespace koers::agenda_parts {
namespace {

Json named(const City& city, const Reference& reference) {
  return {{"kind", name_of(reference.kind)}, {"id", reference.id}, {"title", text(city.title_of(reference))}};
}

}  // namespace

std::vector<std::int64_t> by_year(const std::map<std::string, std::vector<std::int64_t>>& amounts, int years) {
  std::vector<std::int64_t> out(static_cast<std::size_t>(years));
  for (const auto& [name, series] : amounts) {
    for (std::size_t year = 0; year < series.size(); ++year) out[year] += series[year];
  }
  return out;
}

Json finding(const City& city, const Finding& finding) {
  const auto all = [&](const std::vector<Reference>& references) {
    return list(references, [&](const Reference& each) { return named(city, each); });
  };
  return {{"kind", name_of(finding.kind)},
          {"items", all(finding.items)},
          {"about", all(finding.about)},
          {"shortfall", finding.cents ? Json(euros(*finding.cents)) : Json()},
          {"note", finding.note ? text(*finding.note) : Json()}};
}

}  // namespace koers::agenda_parts
