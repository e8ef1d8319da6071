// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "report/document.h"

namespace koers::report {

/// One page of HTML that needs nothing beside it: language, headings in order, captions and row headings, pictures with a table;
/// no script, and a policy that lets nothing be loaded. Prints on A4.
[[nodiscard]] std::string write_html(const Document& document);

}  // namespace koers::report
