// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "base/result.h"

namespace koers {

/// `rule file:line:column: path: found X, expected Y`: a fault on one line, as tests expect it.
inline std::string fault_text(const Fault& fault) { return fault.rule + ' ' + to_string(fault); }

/// The first fault of a result that must have failed; `no fault` when it did not.
template <class T>
std::string first_fault(const Result<T>& result) {
  return result || result.error().faults.empty() ? "no fault" : fault_text(result.error().faults.front());
}

}  // namespace koers
