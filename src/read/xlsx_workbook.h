// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "read/answer.h"
#include "read/serial_date.h"
#include "read/xml.h"

namespace koers::reader {

struct XlsxSheet {
  std::string name;
  std::string part;  ///< where it is in the packed file
  bool hidden = false;
};

/// What the sheets of a workbook share.
struct XlsxWorkbook {
  std::vector<XlsxSheet> sheets;  ///< in the order of the tabs; pages with only a chart are left out
  std::vector<std::string> texts;
  std::vector<NumberFormat> formats;  ///< by style number
  bool from_1904 = false;
};

[[nodiscard]] XlsxWorkbook read_xlsx_workbook(ZipFile& zip, Answer& answer);

/// The text of a string item: its runs joined, without the reading aid of Japanese. Both shared and inline strings are such.
class XlsxText {
 public:
  void start(std::string_view local);
  void end(std::string_view local);
  void text(std::string_view text, Answer& answer);
  /// Gives the text, with `_x000D_` and the like as the character it stands for, and begins anew.
  [[nodiscard]] std::string take();

 private:
  std::string text_;
  bool in_text_ = false;
  bool in_phonetic_ = false;
};

/// ST_Xstring (ECMA-376 part 1, 22.9.2.19): `_xHHHH_` is the character of that number. Half of a surrogate pair stays as it is.
[[nodiscard]] std::string unescape_xlsx(std::string text);

/// Whether an element is one of the spreadsheet itself; extensions and drawings have namespaces of their own.
[[nodiscard]] bool is_spreadsheet(const XmlName& name);

}  // namespace koers::reader
