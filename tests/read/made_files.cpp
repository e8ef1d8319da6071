// SPDX-License-Identifier: EUPL-1.2
#include "read/made_files.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include <sqlite3.h>
#include <zip.h>

#include "fetch/foreign_answer.h"
#include "read/read_file.h"

namespace koers::testing {
namespace {

constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

void require(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(kRelations) + '/' + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inside) {
  return "<Relationships xmlns=\"" + std::string(kPackage) + "\">" + inside + "</Relationships>";
}

std::string within(const std::string& element, const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + element + " xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" +
         std::string(kRelations) + "\">" + inside + "</" + element + '>';
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    out += kDigits[static_cast<unsigned char>(c) >> 4U];
    out += kDigits[static_cast<unsigned char>(c) & 15U];
  }
  return out;
}

template <class T>
std::string little_endian(T value) {
  const auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
  return {raw.begin(), raw.end()};
}

}  // namespace

std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  require(zip != nullptr, "no zip could be made");
  zip_source_keep(target);
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(zip, text.data(), text.size(), 0);
    require(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0, "a part could not be added");
  }
  require(zip_close(zip) == 0, "the zip could not be closed");
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

Parts workbook_parts(const MadeWorkbook& made) {
  std::string sheets;
  std::string links = relation("t", "sharedStrings", "sharedStrings.xml") + relation("s", "styles", "/xl/styles.xml");
  Parts parts = {{"[Content_Types].xml", "<Types/>"},
                 {"_rels/.rels", relations(relation("w", "officeDocument", "xl/workbook.xml"))},
                 {"xl/sharedStrings.xml", within("sst", made.texts)},
                 {"xl/styles.xml", within("styleSheet", made.styles)}};
  for (std::size_t i = 0; i < made.sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets += "<sheet name=\"Blad" + number + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\" " + made.states + "/>";
    links += relation("r" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml", within("worksheet", made.sheets[i]));
  }
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations(links));
  parts.emplace_back("xl/workbook.xml", within("workbook", made.properties + "<sheets>" + sheets + "</sheets>"));
  return parts;
}

std::string workbook(const MadeWorkbook& made) { return zipped(workbook_parts(made)); }

std::string spreadsheet(std::string_view tables, std::string_view styles) {
  std::string content =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:automatic-styles>";
  content += std::string(styles) + "</office:automatic-styles><office:body><office:spreadsheet>" + std::string(tables) +
             "</office:spreadsheet></office:body></office:document-content>";
  return zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

std::string geopackage(const std::string& sql) {
  const std::string all =
      "PRAGMA page_size = 512; PRAGMA application_id = 0x47504B47;"
      "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id "
      "INTEGER,"
      " definition TEXT, description TEXT);"
      "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '', ''), ('RD', 28992, 'EPSG', 28992, '', ''),"
      " ('Web Mercator', 3857, 'EPSG', 3857, '', '');"
      "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);"
      "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z "
      "TINYINT, m TINYINT);" +
      sql;
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  char* message = nullptr;
  sqlite3_exec(database, all.c_str(), nullptr, nullptr, &message);
  const std::string fault = message == nullptr ? "" : message;
  require(fault.empty(), fault.c_str());
  sqlite3_int64 size = 0;
  unsigned char* raw = sqlite3_serialize(database, "main", &size, 0);
  std::string bytes(reinterpret_cast<char*>(raw), static_cast<std::size_t>(size));
  sqlite3_free(raw);
  sqlite3_close(database);
  return bytes;
}

std::string point_binary(double x, double y) { return "0101000000" + hex(little_endian(x)) + hex(little_endian(y)); }

std::string geometry_blob(int reference_system, std::string_view binary) {
  return "x'47500001" + hex(little_endian(reference_system)) + std::string(binary) + "'";
}

std::string layer_sql(const std::string& name, int reference_system) {
  const std::string system = std::to_string(reference_system);
  return "INSERT INTO gpkg_contents VALUES ('" + name + "', 'features', '" + name + "', " + system + ");" +
         "INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', 'GEOMETRY', " + system + ", 0, 0);";
}

std::string answer_on(std::string bytes, const std::string& name, const ForeignLimits& limits) {
  std::string lines;
  reader::Answer answer(name, limits, [&](std::string_view line) { lines += line; });
  reader::read_file(bytes, answer);
  return lines;
}

Result<ForeignFile> read_bytes(std::string bytes, const std::string& name, const ForeignLimits& limits) {
  ForeignAnswer answer(name, limits);
  if (!answer.add(answer_on(std::move(bytes), name, limits)) || !answer.finish()) return std::unexpected(answer.error());
  return answer.take();
}

ForeignCell cell_at(const ForeignSheet& sheet, std::int64_t row, std::size_t column) {
  for (const ForeignRow& each : sheet.rows) {
    if (each.number == row && column <= each.cells.size()) return each.cells[column - 1];
  }
  return {};
}

std::string shown(const ForeignCell& cell) {
  constexpr std::array<const char*, 7> kKinds = {"", "empty", "text", "number", "boolean", "date", "error"};
  std::string out = cell.text + '/' + kKinds.at(static_cast<std::size_t>(cell.kind));
  if (cell.formula || cell.merged || cell.hidden) out += ' ';
  if (cell.formula) out += 'f';
  if (cell.merged) out += 'm';
  if (cell.hidden) out += 'h';
  return out;
}

}  // namespace koers::testing
