// SPDX-License-Identifier: EUPL-1.2
// The three channels of failure, never mixed: `Result` for what data or a user can cause, an exception (`BrokenWorld`) for a
// disk, connection or library that fails us, `assert` for our own bugs.
#pragma once
#include <cstdint>
#include <expected>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koers {

/// Why a request could not be met. What each means on the wire and for the shell is one table: `describe(ErrorCode)`.
enum class ErrorCode : std::uint8_t {
  bad_input,        ///< what was given is not well formed or not allowed
  unauthenticated,  ///< nobody is logged in
  forbidden,        ///< somebody is, but may not do this
  not_found,
  conflict,             ///< it exists already, or its state does not allow the step
  stale,                ///< somebody else changed it first
  precondition_needed,  ///< a write without saying which revision it is based on
  too_large,
  too_many_requests,
  unsupported,  ///< a newer format, another media type
  cancelled,
  broken_world  ///< disk, database or network failed
};

struct ErrorDescription {
  std::string_view name;   ///< stable, for machines
  std::string_view title;  ///< English, for people
  int http_status;
  int exit_code;  ///< 1: the answer is "no"; 2: bad input or usage; 3: broken world
};

[[nodiscard]] const ErrorDescription& describe(ErrorCode code);

/// A place in something that a person wrote. Lines and columns count from 1; 0 means unknown.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  bool operator==(const Place&) const = default;
};

/// One thing that is wrong in an input: where, what was found, what was expected.
struct Fault {
  std::string rule;  ///< stable name of the rule that was broken, such as `unknown_reference`
  Place place;
  std::string path;  ///< the field, such as `challenges[3].title.en`
  std::string found;
  std::string expected;
  bool operator==(const Fault&) const = default;
};

/// `file:line:column: path: found X, expected Y`.
[[nodiscard]] std::string to_string(const Fault& fault);

struct Error {
  ErrorCode code = ErrorCode::bad_input;
  std::string message;  ///< a whole English sentence
  std::vector<Fault> faults;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, std::string message, std::vector<Fault> faults = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(faults)});
}

/// Thrown when something outside data and users fails: disk full, connection lost, file damaged.
class BrokenWorld : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace koers
