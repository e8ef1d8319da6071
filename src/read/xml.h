// SPDX-License-Identifier: EUPL-1.2
// XML as foreign programs write it, a piece at a time. No document type, so no entities of its own and nothing from outside.
#pragma once
#include <string>
#include <string_view>

#include "read/zip_file.h"

namespace koers::reader {

struct XmlName {
  std::string_view space;  ///< the address of its namespace; of attributes mostly none
  std::string_view local;
};

class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Empty when it is not there. `space` is the end of the address of the namespace: documents know two of each.
  [[nodiscard]] std::string_view get(std::string_view local, std::string_view space = {}) const;

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void end(const XmlName& name) = 0;
  /// May come in pieces.
  virtual void text(std::string_view text) = 0;
};

/// Refuses what is not well formed, what has a document type and what is nested too deep.
void read_xml(ZipFile& zip, const std::string& part, Answer& answer, XmlHandler& handler);

}  // namespace koers::reader
