// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "read/answer.h"

struct zip;

namespace koers::reader {

/// A packed file in memory. Every byte that is unpacked counts towards the limit, also of a part that is read twice: a bomb is
/// noticed while it unpacks, whatever its directory says of its size. The bytes and the answer must outlive it.
class ZipFile {
 public:
  /// Refuses what is no whole zip file.
  ZipFile(std::string_view bytes, Answer& answer);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  [[nodiscard]] bool has(const std::string& part) const;
  /// Gives the part piece by piece, until all is given, `take` says false or something is refused.
  void read(const std::string& part, const std::function<bool(std::string_view piece)>& take);

 private:
  void refuse_damage(const std::string& part, std::string_view what);

  Answer& answer_;
  zip* zip_ = nullptr;
  std::int64_t unpacked_ = 0;
};

}  // namespace koers::reader
