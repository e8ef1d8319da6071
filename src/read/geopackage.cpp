// SPDX-License-Identifier: EUPL-1.2
#include "read/geopackage.h"

#include <algorithm>
#include <memory>
#include <new>

#include <sqlite3.h>

#include "base/utf8.h"
#include "read/number_text.h"
#include "read/well_known_binary.h"

namespace koers::reader {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

struct LayerTable {
  std::string name;
  std::string geometry_column;  ///< empty: a table of attributes
  Coordinates coordinates = Coordinates::wgs84;
  std::int64_t reference_system = 0;
};

/// A statement of ours reads columns; whatever else a crafted schema would make of it (functions, recursion, writing) is denied.
int allow_reading_only(void*, int action, const char*, const char*, const char*, const char*) {
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

std::string_view view_of(sqlite3_stmt* statement, int column) {
  const void* bytes = sqlite3_column_blob(statement, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

std::string in_sql_quotes(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

/// The size that the header of a database promises (SQLite file format, 1.3); 0 where it makes no promise.
std::size_t pages_bytes(std::string_view bytes) {
  const auto number = [&](std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  const std::size_t page = number(16, 2) == 1 ? 65'536 : number(16, 2);
  const bool is_valid = number(24, 4) == number(92, 4);
  return is_valid ? page * number(28, 4) : 0;
}

class GeoPackage {
 public:
  GeoPackage(std::string& bytes, Answer& answer) : answer_(answer) { open(bytes); }

  void read() {
    answer_.begin_file("gpkg");
    if (answer_.refused()) return;
    const std::vector<LayerTable> layers = contents();
    Positions positions(Coordinates::wgs84, answer_);
    for (const LayerTable& layer : layers) {
      if (answer_.refused()) return;
      positions.use(layer.coordinates);
      read_layer(layer, positions);
    }
  }

 private:
  void open(std::string& bytes) {
    constexpr std::size_t kHeaderBytes = 100;
    if (bytes.size() < kHeaderBytes) return refuse_damage("a database that breaks off");
    if (pages_bytes(bytes) > bytes.size()) return refuse_damage("a database that breaks off");
    // A file that was written with a write-ahead log cannot be opened in memory until it says otherwise (sqlite3_deserialize).
    for (const std::size_t at : {18U, 19U}) bytes[at] = bytes[at] == 2 ? char{1} : bytes[at];
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) throw std::bad_alloc();
    for (const auto& [option, value] :
         {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0}}) {
      sqlite3_db_config(opened, option, value, nullptr);
    }
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, static_cast<int>(std::min<std::int64_t>(answer_.limits().input_bytes, 1 << 30)));
    sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_exec(opened, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    auto* data = reinterpret_cast<unsigned char*>(bytes.data());
    if (sqlite3_deserialize(opened, "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) refuse_database();
    sqlite3_set_authorizer(opened, allow_reading_only, nullptr);
  }

  void refuse_damage(std::string found) {
    answer_.refuse(ErrorCode::bad_input, "damaged", std::move(found), "a whole GeoPackage");
  }

  void refuse_database() {
    const int code = sqlite3_errcode(database_.get());
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    if (code == SQLITE_TOOBIG) {
      return answer_.refuse(ErrorCode::too_large, "text-bytes", "a value that is larger than the file may be", "a smaller one");
    }
    if (code == SQLITE_AUTH) return refuse_damage("a table that asks for more than reading");
    refuse_damage(std::string("a database with a fault: ") + sqlite3_errmsg(database_.get()));
  }

  Statement prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), static_cast<int>(sql.size() + 1), &statement, nullptr) != SQLITE_OK) {
      refuse_database();
    }
    return Statement(statement);
  }

  /// True with each row; false at the end and when something is refused.
  bool step(sqlite3_stmt* statement) {
    if (answer_.refused() || statement == nullptr) return false;
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) refuse_database();
    return code == SQLITE_ROW;
  }

  std::string text(sqlite3_stmt* statement, int column) {
    const std::string_view view = view_of(statement, column);
    if (first_invalid_utf8(view)) refuse_damage("text that is not UTF-8");
    return answer_.refused() ? std::string() : std::string(view);
  }

  /// The tables of the file by its own list of contents (clause 1.1.3), with where their geometry is (2.1.5).
  std::vector<LayerTable> contents() {
    std::vector<LayerTable> layers;
    const Statement rows = prepare("SELECT table_name, data_type FROM gpkg_contents");
    while (step(rows.get())) {
      const std::string type = text(rows.get(), 1);
      if (type != "features" && type != "attributes") continue;  // tiles are pictures
      layers.push_back({text(rows.get(), 0), {}, Coordinates::wgs84, 0});
      if (!answer_.keep("sheets", static_cast<std::int64_t>(layers.size()))) break;
      find_table(layers.back());
      if (type == "features") find_geometry(layers.back());
    }
    return layers;
  }

  void find_table(const LayerTable& layer) {
    const Statement row = prepare("SELECT type, sql FROM sqlite_schema WHERE name = ?1");
    if (row) sqlite3_bind_text(row.get(), 1, layer.name.c_str(), -1, SQLITE_TRANSIENT);
    const bool found = step(row.get());
    if (answer_.refused()) return;
    if (!found) return refuse_damage("the layer " + in_quotes(layer.name) + " without its table");
    if (text(row.get(), 0) != "table" || text(row.get(), 1).starts_with("CREATE VIRTUAL")) {
      answer_.refuse(ErrorCode::unsupported, "geopackage",
                     "the layer " + in_quotes(layer.name) + ", which is computed by a query", "a plain table");
    }
  }

  void find_geometry(LayerTable& layer) {
    const Statement row = prepare(
        "SELECT c.column_name, c.srs_id, s.organization, s.organization_coordsys_id FROM gpkg_geometry_columns c "
        "LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id WHERE c.table_name = ?1");
    if (row) sqlite3_bind_text(row.get(), 1, layer.name.c_str(), -1, SQLITE_TRANSIENT);
    const bool found = step(row.get());
    if (answer_.refused()) return;
    if (!found) return refuse_damage("the layer " + in_quotes(layer.name) + " without its geometry");
    layer.geometry_column = text(row.get(), 0);
    layer.reference_system = sqlite3_column_int64(row.get(), 1);
    const std::string organisation = text(row.get(), 2);
    const std::string code = text(row.get(), 3);
    const auto coordinates = coordinates_of(organisation, code);
    if (!coordinates) {
      return answer_.refuse(ErrorCode::unsupported, "coordinates",
                            "the layer " + in_quotes(layer.name) + " in " + organisation + ':' + code,
                            "WGS 84 (EPSG:4326) or the Dutch grid (EPSG:28992)");
    }
    layer.coordinates = *coordinates;
  }

  void read_layer(const LayerTable& layer, Positions& positions) {
    answer_.begin_layer(layer.name);
    const Statement rows = prepare("SELECT rowid, * FROM " + in_sql_quotes(layer.name));
    while (step(rows.get())) read_feature(layer, rows.get(), positions);
  }

  void read_feature(const LayerTable& layer, sqlite3_stmt* row, Positions& positions) {
    const std::int64_t number = sqlite3_column_int64(row, 0);
    answer_.at(number);
    std::map<std::string, std::string> properties;
    std::string geometry;
    for (int column = 1; column < sqlite3_column_count(row); ++column) {
      const std::string name = sqlite3_column_name(row, column);
      if (first_invalid_utf8(name)) return refuse_damage("the name of a column that is not UTF-8");
      if (name == layer.geometry_column) {
        geometry = geometry_in(layer, row, column, positions);
      } else if (const auto value = value_of(row, column)) {
        properties[name] = *value;
      }
    }
    answer_.feature(number, properties, geometry);
  }

  /// Nothing for NULL, and for bytes: pictures and the like have no place in a table of figures.
  std::optional<std::string> value_of(sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
      case SQLITE_INTEGER:
        return std::to_string(sqlite3_column_int64(row, column));
      case SQLITE_FLOAT:
        return number_text(sqlite3_column_double(row, column));
      case SQLITE_TEXT:
        return text(row, column);
      default:
        return std::nullopt;
    }
  }

  std::string geometry_in(const LayerTable& layer, sqlite3_stmt* row, int column, Positions& positions) {
    if (sqlite3_column_type(row, column) == SQLITE_NULL) return {};
    GeoPackageGeometry read = read_geopackage_geometry(view_of(row, column), positions, answer_);
    if (!answer_.refused() && read.reference_system != layer.reference_system) {
      answer_.refuse(ErrorCode::bad_input, "geometry", "a geometry in system " + std::to_string(read.reference_system),
                     "that of its layer, " + std::to_string(layer.reference_system));
    }
    return std::move(read.geojson);
  }

  Answer& answer_;
  Database database_;
};

}  // namespace

void prepare_geopackage() {
  unsigned char chance = 0;
  if (sqlite3_initialize() != SQLITE_OK) throw std::bad_alloc();
  sqlite3_randomness(sizeof chance, &chance);
}

void read_geopackage(std::string& bytes, Answer& answer) {
  GeoPackage file(bytes, answer);
  file.read();
}

}  // namespace koers::reader
