// SPDX-License-Identifier: EUPL-1.2
#include "fetch/cbs.h"

#include "fetch/cbs_reader.h"
#include "fetch/cbs_selection.h"
#include "fetch/page_fault.h"

namespace koers::fetch {

std::string_view to_string(CbsService service) { return service == CbsService::v4 ? "OData 4" : "OData 3"; }

Result<CbsTable> read_cbs_table(PageSource& pages, const CbsRequest& request, const FetchProgress& progress,
                                const std::stop_token& stop) {
  if (const auto checked = check_request(request); !checked) return std::unexpected(checked.error());
  const CbsTask task{pages, request, progress, stop};
  if (request.choice == CbsChoice::v3) return read_cbs_v3(task);
  auto newer = read_cbs_v4(task);
  const bool try_older = !newer && request.choice == CbsChoice::v4_then_v3 && newer.error().code == ErrorCode::not_found &&
                         !newer.error().faults.empty() && newer.error().faults.front().rule == "no_table";
  if (!try_older) return newer;
  auto older = read_cbs_v3(task);
  if (older || older.error().faults.empty() || older.error().faults.front().rule != "no_table") return older;
  std::vector<Fault> faults = newer.error().faults;
  faults.push_back(older.error().faults.front());
  return failure(ErrorCode::not_found, newer.error().message + "; " + older.error().message, std::move(faults));
}

}  // namespace koers::fetch
