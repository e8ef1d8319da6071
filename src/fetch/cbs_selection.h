// SPDX-License-Identifier: EUPL-1.2
// What was asked of a table, as a test on keys and as a filter for the service. Services differ in how they pad keys and in what
// they filter, so every row is tested here too.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fetch/cbs.h"

namespace koers::fetch {

/// Faults of form, before anything is asked: table, areas and keys hold letters, digits and little else.
[[nodiscard]] Result<void> check_request(const CbsRequest& request);

/// One area with what lies within it.
[[nodiscard]] bool covers(std::string_view area, std::string_view key);

/// The areas without those that another one covers, in the order given.
[[nodiscard]] std::vector<std::string> outermost(const std::vector<std::string>& areas);

/// In few enough per request that no address becomes too long for a server (2,048 characters is a common bound).
[[nodiscard]] std::vector<std::vector<std::string>> in_groups(const std::vector<std::string>& areas);

/// `(startswith(D,'GM0637') or …)`: keys can be padded with blanks, so the start is compared.
[[nodiscard]] std::string area_filter(const std::string& dimension, const std::vector<std::string>& areas);

/// Of the other dimensions; empty where nothing is asked, or so much that it is better tested here.
[[nodiscard]] std::string key_filter(const CbsRequest& request);

/// The filters that are not empty, joined with `and`.
[[nodiscard]] std::string both(const std::string& one, const std::string& other);

/// Whether a measure was asked for: by its key, or by its key without the number behind the last underscore.
[[nodiscard]] bool is_wanted(const CbsRequest& request, std::string_view column);

/// An error that lists the columns that were asked for and are not there, with what is there that resembles them.
[[nodiscard]] Result<void> check_columns(const CbsRequest& request, const std::vector<CbsColumn>& columns,
                                         const std::string& address);

}  // namespace koers::fetch
