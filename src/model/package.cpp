// SPDX-License-Identifier: EUPL-1.2
#include "model/package.h"

#include <iterator>

#include "model/package_boundaries.h"
#include "model/package_documents.h"
#include "model/package_statistics.h"
#include "model/write_yaml.h"

namespace koers {
namespace {

constexpr std::string_view kManifestFile = "city.yaml";
constexpr std::string_view kYamlEnding = ".yaml";

std::string file_of(Kind kind) { return std::string(plural_of(kind)) + std::string(kYamlEnding); }

bool is_statistics(std::string_view name) {
  constexpr std::string_view folder = "statistics/";
  constexpr std::string_view ending = ".csv";
  return name.starts_with(folder) && name.ends_with(ending) && name.size() > folder.size() + ending.size() &&
         is_valid_id(name.substr(folder.size(), name.size() - folder.size() - ending.size()));
}

template <Record T>
void read_documents(const Tree& tree, PackageReading& reading) {
  if (tree.type != Tree::Type::sequence) {
    reading.faults.push_back({"type", tree.place, "", tree.describe(), "a sequence of documents"});
    return;
  }
  for (const Tree& item : tree.items) add_document<T>(item, reading);
}

void read_yaml_file(const PackageFile& file, PackageReading& reading) {
  const auto tree = parse_yaml(file.text, file.name);
  if (!tree) {
    reading.faults.insert(reading.faults.end(), tree.error().faults.begin(), tree.error().faults.end());
    return;
  }
  if (file.name == kManifestFile) {
    add_document<CityManifest>(*tree, reading);
    return;
  }
  for_each_kind([&]<class T>(RecordTag<T>) {
    if (file.name == file_of(kKindOf<T>)) read_documents<T>(*tree, reading);
  });
}

bool is_document_file(std::string_view name) {
  if (name == kManifestFile) return true;
  if (!name.ends_with(kYamlEnding)) return false;
  const auto kind = kind_from_plural(name.substr(0, name.size() - kYamlEnding.size()));
  return kind && kind != Kind::city && kind != Kind::boundary;
}

void read_file(const PackageFile& file, PackageReading& reading) {
  if (is_document_file(file.name)) {
    read_yaml_file(file, reading);
  } else if (file.name == kBoundariesFile) {
    read_boundaries(file, reading);
  } else if (is_statistics(file.name)) {
    read_statistics(file, reading);
  } else {
    reading.faults.push_back({"unknown_file",
                              {file.name, 0, 0},
                              "",
                              "a file that a package does not have",
                              "city.yaml, <kind>.yaml, boundaries.geojson or statistics/<source>.csv"});
  }
}

void require_manifest(PackageReading& reading) {
  const CityManifest* manifest = reading.city.manifest();
  if (manifest == nullptr) {
    if (reading.faults.empty()) {
      reading.faults.push_back({"missing_file", {std::string(kManifestFile), 0, 0}, "", "nothing", "the manifest of the city"});
    }
  } else if (manifest->format != kPackageFormat) {
    reading.faults.push_back({"format", reading.places.of({Kind::city, manifest->id.str()}, "format"), "format",
                              std::to_string(manifest->format), std::to_string(kPackageFormat)});
  } else if (manifest->languages.empty()) {
    reading.faults.push_back({"missing_field", reading.places.of({Kind::city, manifest->id.str()}, "languages"), "languages",
                              "no language", "at least one"});
  }
  if (reading.city.all<CityManifest>().size() > 1) {
    const CityManifest& second = *std::next(reading.city.all<CityManifest>().begin());
    reading.faults.push_back({"double_id", reading.places.of({Kind::city, second.id.str()}, "id"), "id",
                              "a second city/" + second.id.str(), "one city in a package"});
  }
}

}  // namespace

Place PackagePlaces::of(const Reference& document, std::string path) const {
  const auto found = documents.find(document);
  if (found == documents.end()) return {};
  for (;;) {  // up from the field to the nearest thing that was written
    const auto place = found->second.find(path);
    if (place != found->second.end()) return place->second;
    if (path.empty()) return {};
    const auto cut = path.find_last_of(".[");
    path.resize(cut == std::string::npos ? 0 : cut);
  }
}

PackageReading read_package(const std::vector<PackageFile>& files) {
  PackageReading reading;
  for (const PackageFile& file : files) read_file(file, reading);
  require_manifest(reading);
  return reading;
}

std::vector<PackageFile> write_package(const City& city) {
  std::vector<PackageFile> files;
  const std::string head = "# SPDX-License-Identifier: " + (city.manifest() ? city.manifest()->licence : "") + '\n';
  for_each_kind([&]<class T>(RecordTag<T>) {
    if (city.all<T>().empty()) return;
    if constexpr (std::is_same_v<T, CityManifest>) {
      files.push_back({std::string(kManifestFile), head + to_yaml(city.all<T>().front())});
    } else if constexpr (std::is_same_v<T, Boundary>) {
      files.push_back(write_boundaries(city));
    } else {
      std::string text = head;
      for (const T& record : city.all<T>()) text += to_yaml_item(record);
      files.push_back({file_of(kKindOf<T>), std::move(text)});
    }
  });
  for (PackageFile& file : write_statistics(city)) files.push_back(std::move(file));
  return files;
}

}  // namespace koers
