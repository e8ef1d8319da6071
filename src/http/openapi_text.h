// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace koers::http {

/// The description of the API as it was when the program was built.
extern const char* const kOpenapiText;

}  // namespace koers::http
