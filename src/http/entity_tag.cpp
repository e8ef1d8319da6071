// SPDX-License-Identifier: EUPL-1.2
#include "http/entity_tag.h"

#include "http/field_text.h"

namespace koers::http {
namespace {

constexpr std::string_view kGzipSuffix = "-gzip";

}  // namespace

std::optional<std::string_view> opaque_tag(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  if (etag.size() < 2 || etag.front() != '"' || etag.back() != '"') return std::nullopt;
  etag = etag.substr(1, etag.size() - 2);
  if (etag.ends_with(kGzipSuffix)) etag.remove_suffix(kGzipSuffix.size());
  return etag;
}

std::string gzip_twin(std::string_view etag) {
  if (!etag.starts_with('"') || !opaque_tag(etag)) return std::string(etag);
  return std::string(etag.substr(0, etag.size() - 1)).append(kGzipSuffix) + '"';
}

std::optional<std::string> matching_tag(std::string_view if_none_match, std::string_view etag) {
  const std::optional<std::string_view> own = opaque_tag(etag);
  std::optional<std::string> match;
  for_each_element(if_none_match, [&](std::string_view element) {
    if (match) return;
    if (element == "*") match = etag;
    if (own && opaque_tag(element) == own) match = element;
  });
  return match;
}

}  // namespace koers::http
