// SPDX-License-Identifier: EUPL-1.2
// Tables of Statistics Netherlands (CBS) over its two services: OData 4 (datasets.cbs.nl, one observation per row) and OData 3
// (opendata.cbs.nl, one area per row). Both give the same here: one row per area and period, one column per measure.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/foreign_table.h"
#include "base/result.h"
#include "fetch/address.h"
#include "fetch/page_source.h"

namespace koers::fetch {

enum class CbsService : std::uint8_t { v3 = 3, v4 = 4 };
[[nodiscard]] std::string_view to_string(CbsService service);  ///< `OData 4`

/// Which service to ask: the newer one, then the older where the newer does not have the table.
enum class CbsChoice : std::uint8_t { v4_then_v3, v4, v3 };

struct CbsRequest {
  std::string table;  ///< such as 85318NED
  /// Codes of areas; empty: all. A municipality (GM) brings its districts and neighbourhoods, a district (WK) its neighbourhoods.
  std::vector<std::string> areas;
  /// Keys of measures; empty: all. `AantalInwoners` stands for `AantalInwoners_5`: the number moves from year to year.
  std::vector<std::string> columns;
  /// Other dimensions: only these keys, such as {"Perioden", {"2022JJ00"}}.
  std::map<std::string, std::vector<std::string>> keys;
  CbsChoice choice = CbsChoice::v4_then_v3;
  std::string v4_base = "https://datasets.cbs.nl/odata/v1/CBS";
  std::string v3_base = "https://opendata.cbs.nl/ODataApi/OData";
  std::int64_t v3_page_rows = 5'000;    ///< the service gives 10,000 at most
  std::int64_t max_pages = 10'000;      ///< of one list
  std::int64_t max_cells = 20'000'000;  ///< of the whole table
  AddressRules rules;
};

/// `total` is 0 where the service does not say it. Rows of the service: of OData 4 these are observations.
using FetchProgress = std::function<void(std::int64_t done, std::int64_t total)>;

enum class CbsColumnKind : std::uint8_t { dimension, area, period, measure };

/// What the service says of a column; `columns[i]` belongs to `table.columns[i]`.
struct CbsColumn {
  std::string code;   ///< `WijkenEnBuurten`; `AantalInwoners_5` in OData 3, `T001036` in OData 4
  std::string title;  ///< Dutch, as given
  std::string unit;
  std::string description;
  std::string data_type;  ///< as given: `Long`, `Double`, `String` …
  std::optional<int> decimals;
  CbsColumnKind kind = CbsColumnKind::measure;
  bool operator==(const CbsColumn&) const = default;
};

/// A key of a dimension that occurs in the rows: an area with its name, a period with its status.
struct CbsCode {
  std::string title;
  std::string status;  ///< as given: `Definitief`, `Voorlopig`, or empty
  bool operator==(const CbsCode&) const = default;
};

struct CbsTable {
  CbsService service = CbsService::v4;
  std::string id;
  std::string title;
  std::string period;    ///< of the whole table, as given; OData 3 only
  std::string modified;  ///< as given
  std::string status;    ///< of the whole table, as given (`OutputStatus`, `Status`); of a period, see `codes`
  std::vector<CbsColumn> columns;
  std::map<std::string, std::map<std::string, CbsCode>> codes;  ///< dimension, key
  /// Dimensions first, then measures in the order of the service. Keys and texts are trimmed. An empty cell holds the reason: `.`
  /// or `null` (OData 3), the ValueAttribute (OData 4), or nothing where OData 4 has no observation.
  ForeignTable table;
  std::vector<std::string> areas_without_rows;  ///< asked for, but not there
  std::vector<std::string> remarks;             ///< oddities that a person should see, one English sentence each
};

/// Reads a whole table, or what was asked of it. The figures may be many; the pages are dropped one by one. A page that cannot be
/// trusted (not JSON, cut off, a row twice, a column missing, links in a ring, fewer rows than promised) is an Error that names
/// the page, what was found and what was expected; nothing is given of a table that is not whole.
[[nodiscard]] Result<CbsTable> read_cbs_table(PageSource& pages, const CbsRequest& request, const FetchProgress& progress = {},
                                              const std::stop_token& stop = {});

}  // namespace koers::fetch
