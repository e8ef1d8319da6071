// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "read/geojson.h"
#include "read/geopackage.h"
#include "read/made_files.h"

namespace {

using namespace koers;
using namespace koers::testing;

Result<ForeignFile> read_map(std::string text) { return read_bytes(std::move(text), "buurten.geojson"); }
Result<ForeignFile> read_package(const std::string& sql) { return read_bytes(geopackage(sql), "buurten.gpkg"); }

std::string message(const Result<ForeignFile>& file) { return file ? "read" : file.error().message; }

std::string collection(const std::string& features, const std::string& more = "") {
  return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

TEST(GeoJson, FeaturesComeWithNumberPropertiesAsTextAndGeometry) {
  const auto file = read_map(collection(
      R"({"type":"Feature","id":12,"properties":{"naam":"Meerzicht","inwoners":15480,"deel":0.5,"leeg":null,"nieuw":true,"lijst":[1,2]},)"
      R"("geometry":{"type":"Polygon","coordinates":[[[4.5,52.0,3],[4.6,52,3],[4.6,52.1,3],[4.5,52,3]]]}},)" +
          feature("null"),
      R"("name":"buurten",)"));
  ASSERT_TRUE(file) << message(file);
  EXPECT_EQ(file->format, "geojson");
  ASSERT_EQ(file->layers.size(), 1U);
  const ForeignLayer& layer = file->layers[0];
  EXPECT_EQ(layer.name, "buurten");
  EXPECT_EQ(layer.origin, "buurten.geojson");
  ASSERT_EQ(layer.features.size(), 2U);
  EXPECT_EQ(layer.features[0].number, 1);
  const std::map<std::string, std::string> expected = {{"id", "12"},    {"naam", "Meerzicht"}, {"inwoners", "15480"},
                                                       {"deel", "0.5"}, {"nieuw", "true"},     {"lijst", "[1,2]"}};
  EXPECT_EQ(layer.features[0].properties, expected);
  EXPECT_EQ(nlohmann::json::parse(layer.features[0].geometry),
            nlohmann::json::parse(R"({"type":"Polygon","coordinates":[[[4.5,52],[4.6,52],[4.6,52.1],[4.5,52]]]})"));
  EXPECT_EQ(layer.features[1].geometry, "");
}

TEST(GeoJson, EveryTypeOfGeometryIsKept) {
  for (const char* geometry :
       {R"({"coordinates":[4,52],"type":"Point"})", R"({"coordinates":[[4,52],[5,52]],"type":"LineString"})",
        R"({"coordinates":[[4,52],[5,52]],"type":"MultiPoint"})", R"({"coordinates":[[[4,52],[5,52]]],"type":"MultiLineString"})",
        R"({"coordinates":[[[[4,52],[5,52],[5,53],[4,52]]]],"type":"MultiPolygon"})",
        R"({"geometries":[{"coordinates":[4,52],"type":"Point"}],"type":"GeometryCollection"})"}) {
    const auto file = read_map(collection(feature(geometry)));
    ASSERT_TRUE(file) << message(file);
    EXPECT_EQ(nlohmann::json::parse(file->layers[0].features[0].geometry), nlohmann::json::parse(geometry));
  }
}

TEST(GeoJson, TheDutchGridIsConvertedAlsoWhereItIsNamedBehindTheFeatures) {
  const auto file =
      read_map(R"({"type":"FeatureCollection","features":[)" + feature(R"({"type":"Point","coordinates":[155000,463000]})") +
               R"(],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}})");
  ASSERT_TRUE(file) << message(file);
  EXPECT_EQ(file->layers[0].features[0].geometry, R"({"coordinates":[5.3872062,52.1551744],"type":"Point"})");
}

TEST(GeoJson, OtherCoordinatesAreRefusedByName) {
  const auto file = read_map(collection("", R"("crs":{"type":"name","properties":{"name":"EPSG:3857"}},)"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::unsupported);
  EXPECT_NE(message(file).find("EPSG:3857"), std::string::npos);
}

TEST(GeoJson, ADamagedFeatureIsRefusedWithItsNumber) {
  EXPECT_EQ(message(read_map(collection(feature("null") + ',' + feature(R"({"type":"Point","coordinates":[93000,451000]})")))),
            "buurten.geojson:2: found the position 93000, 451000, expected longitude and latitude in degrees (WGS 84)");
  EXPECT_NE(message(read_map(collection(feature(R"({"type":"Point","coordinates":[[4,52]]})")))).find("no pair of numbers"),
            std::string::npos);
  EXPECT_NE(message(read_map(collection(feature(R"({"type":"Cirkel","coordinates":[4,52]})")))).find("unknown type"),
            std::string::npos);
  EXPECT_NE(message(read_map(collection("5"))).find("expected a Feature"), std::string::npos);
  EXPECT_NE(message(read_map("{\"type\":\"FeatureCollection\",\n\"features\":[}")).find("buurten.geojson:2:13"),
            std::string::npos);
  EXPECT_NE(message(read_map(R"({"type":"Topology"})")).find("FeatureCollection"), std::string::npos);
}

TEST(GeoPackage, FeaturesComeWithTheNumberOfTheirRow) {
  const auto file = read_package(
      "CREATE TABLE \"buurten \"\"x\"\"\" (fid INTEGER PRIMARY KEY, geom BLOB, naam TEXT, inwoners INTEGER, deel REAL, leeg "
      "TEXT, foto BLOB);" +
      layer_sql("buurten \"x\"", 4326) + "INSERT INTO \"buurten \"\"x\"\"\" VALUES (3, " +
      geometry_blob(4326, point_binary(4.5, 52.25)) + ", 'Meerzicht', 15480, 0.1, NULL, x'00ff');");
  ASSERT_TRUE(file) << message(file);
  EXPECT_EQ(file->format, "gpkg");
  ASSERT_EQ(file->layers.size(), 1U);
  EXPECT_EQ(file->layers[0].name, "buurten \"x\"");
  const ForeignFeature& feature = file->layers[0].features.at(0);
  EXPECT_EQ(feature.number, 3);
  EXPECT_EQ(feature.geometry, R"({"coordinates":[4.5,52.25],"type":"Point"})");
  const std::map<std::string, std::string> expected = {
      {"fid", "3"}, {"naam", "Meerzicht"}, {"inwoners", "15480"}, {"deel", "0.1"}};
  EXPECT_EQ(feature.properties, expected);
}

TEST(GeoPackage, ATableOfAttributesIsALayerWithoutGeometry) {
  const auto file = read_package(
      "CREATE TABLE cijfers (id INTEGER PRIMARY KEY, waarde REAL); INSERT INTO cijfers VALUES (1, 2.5);"
      "INSERT INTO gpkg_contents VALUES ('cijfers', 'attributes', '', 0), ('plaatjes', 'tiles', '', 4326);");
  ASSERT_TRUE(file) << message(file);
  ASSERT_EQ(file->layers.size(), 1U);
  EXPECT_EQ(file->layers[0].features.at(0).properties.at("waarde"), "2.5");
  EXPECT_EQ(file->layers[0].features.at(0).geometry, "");
}

/// The geometry of one feature with this well-known binary, or why it was refused.
std::string geometry_of(const std::string& binary, int system = 4326, int blob_system = 0) {
  const auto file =
      read_package("CREATE TABLE b (fid INTEGER PRIMARY KEY, geom BLOB);" + layer_sql("b", system) + "INSERT INTO b VALUES (1, " +
                   geometry_blob(blob_system == 0 ? system : blob_system, binary) + ");");
  return file ? file->layers.at(0).features.at(0).geometry : file.error().message;
}

TEST(GeoPackage, TheDutchGridIsConverted) {
  EXPECT_EQ(geometry_of(point_binary(155000, 463000), 28992), R"({"coordinates":[5.3872062,52.1551744],"type":"Point"})");
  EXPECT_NE(geometry_of(point_binary(4.5, 52), 28992).find("the Dutch grid"), std::string::npos);
}

TEST(GeoPackage, WellKnownBinaryIsReadInBothByteOrdersAndWithHeight) {
  // Hand-made after OGC 06-103r4: 4.5 is 4012000000000000, 52 is 404a000000000000.
  EXPECT_EQ(geometry_of("00"
                        "00000001"
                        "4012000000000000"
                        "404a000000000000"),
            R"({"coordinates":[4.5,52],"type":"Point"})");
  EXPECT_EQ(geometry_of("00"
                        "000003e9"
                        "4012000000000000"
                        "404a000000000000"
                        "4000000000000000"),
            R"({"coordinates":[4.5,52],"type":"Point"})");
  EXPECT_EQ(geometry_of("00"
                        "00000006"
                        "00000001"
                        "00"
                        "00000003"
                        "00000001"
                        "00000002"
                        "4012000000000000"
                        "404a000000000000"
                        "404a000000000000"
                        "4012000000000000"),
            R"({"coordinates":[[[[4.5,52],[52,4.5]]]],"type":"MultiPolygon"})");
  EXPECT_EQ(geometry_of("00"
                        "00000007"
                        "00000001" +
                        point_binary(4.5, 52)),
            R"({"geometries":[{"coordinates":[4.5,52],"type":"Point"}],"type":"GeometryCollection"})");
  EXPECT_EQ(geometry_of("00"
                        "00000001"
                        "7ff8000000000000"
                        "7ff8000000000000"),
            "")
      << "POINT EMPTY";
}

TEST(GeoPackage, ABrokenOrUnknownGeometryIsRefused) {
  EXPECT_NE(geometry_of("0101000000").find("breaks off"), std::string::npos);
  EXPECT_NE(geometry_of("0102000000ffffffff").find("breaks off"), std::string::npos) << "four thousand million positions";
  EXPECT_NE(geometry_of("00"
                        "00000008")
                .find("the geometry type 8"),
            std::string::npos)
      << "a curve";
  EXPECT_NE(geometry_of("00"
                        "00000004"
                        "00000001"
                        "00"
                        "00000002"
                        "00000000")
                .find("a part of type 2"),
            std::string::npos);
  EXPECT_NE(geometry_of(point_binary(4.5, 52) + "00").find("bytes behind"), std::string::npos);
  EXPECT_NE(geometry_of(point_binary(4.5, 52), 4326, 28992).find("that of its layer, 4326"), std::string::npos);
  EXPECT_NE(geometry_of("00"
                        "00000001"
                        "7ff0000000000000"
                        "404a000000000000")
                .find("no number"),
            std::string::npos);
}

TEST(GeoPackage, OtherCoordinatesAreRefusedByName) {
  EXPECT_NE(geometry_of(point_binary(500000, 6800000), 3857).find("EPSG:3857"), std::string::npos);
}

TEST(GeoPackage, AFileWithoutLayersIsReadAsSuch) {
  const auto file = read_package("");
  ASSERT_TRUE(file) << message(file);
  EXPECT_EQ(file->format, "gpkg");
  EXPECT_TRUE(file->layers.empty());
}

TEST(GeoPackage, WhatADamagedDatabaseSaysOfItselfIsPutIntoWords) {
  std::string bytes = geopackage("CREATE TABLE b (fid INTEGER PRIMARY KEY, geom BLOB);");
  const auto at = bytes.find("sqlite_autoindex_gpkg_contents_1");
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at + 28, 4, "\xFF\xFF\xFF\xFF");
  const auto file = read_bytes(bytes, "f.gpkg");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().faults.at(0).rule, "damaged") << message(file);
}

TEST(GeoPackage, AViewIsNotExecuted) {
  EXPECT_NE(
      message(read_package("CREATE VIEW v AS SELECT 1 AS fid, NULL AS geom;" + layer_sql("v", 4326))).find("computed by a query"),
      std::string::npos);
  EXPECT_NE(
      message(
          read_package(
              "DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
              "FROM n) SELECT 'a' AS table_name, 'features' AS data_type FROM n;"))
          .find("a database with a fault"),
      std::string::npos);
}

TEST(GeoPackage, AColumnThatComputesMayNotComputeMuch) {
  const auto file = read_package("CREATE TABLE g (fid INTEGER PRIMARY KEY, geom BLOB, bom AS (zeroblob(900000000)));" +
                                 layer_sql("g", 4326) + "INSERT INTO g (fid) VALUES (1);");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::too_large) << message(file);
}

}  // namespace
