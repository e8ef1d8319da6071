// SPDX-License-Identifier: EUPL-1.2
// What is packed in a spreadsheet, or stands in a GeoPackage: chance alone seldom gets through the packing. The first byte says
// what.
#include <cstdint>

#include "read/made_files.h"
#include "read/well_known_binary.h"
#include "require.h"

namespace {

using namespace koers;
using namespace koers::testing;

ForeignLimits small_limits() {
  ForeignLimits limits;
  limits.unpacked_bytes = 1 << 20;
  limits.output_bytes = 1 << 20;
  limits.cells = 20'000;
  limits.text_bytes = 1 << 16;
  return limits;
}

void read_packed(const std::string& bytes) {
  const auto file = read_bytes(bytes, "f", small_limits());
  require(file || file.error().faults.front().rule != "answer");
}

void read_part(const std::string& part, const std::string& text) {
  Parts parts = workbook_parts({.sheets = {R"(<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>)"}});
  for (auto& [name, inside] : parts) {
    if (name == part) inside = text;
  }
  read_packed(zipped(parts));
}

void read_geometry(std::string_view blob) {
  reader::Answer answer("f", small_limits(), [](std::string_view) {});
  reader::Positions positions(reader::Coordinates::wgs84, answer);
  static_cast<void>(reader::read_geopackage_geometry(blob, positions, answer));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0]) {
    case 's':
      read_packed(workbook({.sheets = {text}}));
      break;
    case 't':
      read_packed(workbook({.sheets = {}, .texts = text}));
      break;
    case 'f':
      read_packed(workbook({.sheets = {}, .styles = text}));
      break;
    case 'w':
      read_part("xl/workbook.xml", text);
      break;
    case 'r':
      read_part("xl/_rels/workbook.xml.rels", text);
      break;
    case 'o':
      read_packed(spreadsheet(text));
      break;
    case 'g':
      read_geometry(text);
      break;
    default:
      break;
  }
  return 0;
}
