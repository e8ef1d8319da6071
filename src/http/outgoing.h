// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"

namespace koers::http {

/// A file that is open for sending; ends with the answer. Links are not followed.
class OpenFile {
 public:
  /// Null when it cannot be opened or is not a plain file.
  [[nodiscard]] static std::unique_ptr<OpenFile> open(const FileBody& file);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// The next bytes, at most `most`; empty at the end or when reading fails.
  [[nodiscard]] std::string read(std::size_t most);

 private:
  OpenFile(int descriptor, std::uint64_t size, FileBody file) : descriptor_(descriptor), size_(size), file_(std::move(file)) {}
  int descriptor_;
  std::uint64_t size_;
  FileBody file_;
};

/// An answer in the bytes that will go over the wire: `head`, then `content` (kept alive by `body`), then the file or the events.
struct Outgoing {
  int status = 0;
  std::string head;
  std::shared_ptr<const Body> body;
  std::string_view content;
  std::unique_ptr<OpenFile> file;
  std::shared_ptr<EventStream> events;
  bool close = false;
};

}  // namespace koers::http
