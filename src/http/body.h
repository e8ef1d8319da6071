// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace koers::http {

/// The bytes of an answer, never changed after they are made, so that a cache and a thousand connections can share them. The gzip
/// form and the content tag are made at most once, when first asked for, and kept with the bytes. Safe from any thread.
class Body {
 public:
  /// Shared because the cache that made it and the connections that still send it end in no fixed order.
  [[nodiscard]] static std::shared_ptr<const Body> of(std::string bytes);
  /// With a gzip form that was made beforehand (web build).
  [[nodiscard]] static std::shared_ptr<const Body> of(std::string bytes, std::string gzip);

  Body(std::string bytes, std::string gzip);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// Empty when compressing does not make it smaller.
  [[nodiscard]] std::string_view gzip() const;
  /// A strong entity tag with its quotes, from the BLAKE2b hash of the bytes.
  [[nodiscard]] const std::string& entity_tag() const;

 private:
  std::string bytes_;
  mutable std::once_flag gzip_once_;
  mutable std::string gzip_;
  mutable std::once_flag tag_once_;
  mutable std::string tag_;
};

}  // namespace koers::http
