// SPDX-License-Identifier: EUPL-1.2
// Answers of the two services of CBS: the first byte chooses the service, the rest is the pages. A table that is given is whole:
// each row has its keys, no two rows have the same, and no row is wider than the table.
#include <cstdint>
#include <set>

#include "fetch/cbs.h"
#include "pages.h"
#include "require.h"

namespace {

void check(const koers::fetch::CbsTable& table) {
  require(!table.table.rows.empty() && table.columns.size() == table.table.columns.size());
  std::size_t dimensions = 0;
  while (dimensions < table.columns.size() && table.columns[dimensions].kind != koers::fetch::CbsColumnKind::measure)
    ++dimensions;
  require(dimensions > 0);
  std::set<std::string> keys;
  for (const koers::ForeignRow& row : table.table.rows) {
    require(row.cells.size() >= dimensions && row.cells.size() <= table.columns.size());
    std::string key;
    for (std::size_t n = 0; n < dimensions; ++n) {
      require(!row.cells[n].text.empty());
      key += row.cells[n].text + '\x1F';
    }
    require(keys.insert(key).second);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  koers::fuzz::InputPages pages({reinterpret_cast<const char*>(data) + 1, size - 1});
  koers::fetch::CbsRequest request;
  request.table = "99001NED";
  request.choice = data[0] == '3' ? koers::fetch::CbsChoice::v3 : koers::fetch::CbsChoice::v4;
  request.v3_page_rows = 2;
  request.max_cells = 100'000;
  const auto table = koers::fetch::read_cbs_table(pages, request);
  if (table) {
    check(*table);
  } else {
    require(!table.error().message.empty());
  }
  return 0;
}
