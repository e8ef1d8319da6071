// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace koers::http {

/// The tag of the gzip form: other bytes need another strong tag. `"x"` → `"x-gzip"`; a weak tag stays, it promises meaning only.
[[nodiscard]] std::string gzip_twin(std::string_view etag);

/// The element of an If-None-Match field that matches by the weak comparison, the gzip twin included, as the client wrote it;
/// `etag` itself for `*`; none when the client has something else.
[[nodiscard]] std::optional<std::string> matching_tag(std::string_view if_none_match, std::string_view etag);

/// What is between the quotes, without `W/` and `-gzip`. None when it is not an entity tag.
[[nodiscard]] std::optional<std::string_view> opaque_tag(std::string_view etag);

}  // namespace koers::http
