// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/outgoing.h"

namespace koers::http {

/// What of the request decides the form of the answer. Copied out of it, since the answer can outlive it.
struct AnswerTerms {
  bool is_head = false;
  bool is_read = false;  ///< GET or HEAD: conditions apply
  bool accepts_gzip = false;
  bool keep_alive = true;
  bool is_secure = false;
  std::string if_none_match;
  std::string request_id;
};

[[nodiscard]] AnswerTerms terms_of(const Request& request, bool keep_alive);

/// Settles conditions (304), compression, default headers and framing, and writes the head. A file that cannot be opened becomes
/// a 404.
[[nodiscard]] Outgoing write_response(Response response, const AnswerTerms& terms);

}  // namespace koers::http
