// SPDX-License-Identifier: EUPL-1.2
#include "report/document.h"

namespace koers::report {
namespace {

void collect(const Section& section, std::vector<PlacedTable>& out) {
  for (const Block& block : section.blocks) {
    if (const auto* table = std::get_if<Table>(&block)) out.push_back({&section, table});
    if (const auto* figure = std::get_if<Figure>(&block)) out.push_back({&section, &figure->table});
  }
  for (const Section& part : section.sections) collect(part, out);
}

}  // namespace

std::vector<PlacedTable> tables_of(const Document& document) {
  std::vector<PlacedTable> out;
  for (const Section& section : document.sections) collect(section, out);
  return out;
}

}  // namespace koers::report
