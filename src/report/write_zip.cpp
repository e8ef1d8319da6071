// SPDX-License-Identifier: EUPL-1.2
#include "report/write_zip.h"

#include <zip.h>

#include "base/result.h"
#include "report/temporary_folder.h"

namespace koers::report {
namespace {

/// Thrown away unless it was written.
class Archive {
 public:
  explicit Archive(const std::filesystem::path& file) {
    int error = 0;
    archive_ = zip_open(file.c_str(), ZIP_CREATE | ZIP_EXCL, &error);
    if (archive_ == nullptr) throw BrokenWorld(file.string() + " could not be made.");
  }
  ~Archive() {
    if (archive_ != nullptr) zip_discard(archive_);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// `entry` must live until `finish`.
  void add(const ZipEntry& entry, std::time_t modified) {
    zip_source_t* source = zip_source_buffer(archive_, entry.bytes.data(), entry.bytes.size(), 0);
    if (source == nullptr) fail();
    const zip_int64_t place = zip_file_add(archive_, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
      zip_source_free(source);
      fail();
    }
    zip_file_set_mtime(archive_, static_cast<zip_uint64_t>(place), modified, 0);
  }
  void finish() {
    if (zip_close(archive_) != 0) fail();
    archive_ = nullptr;
  }

 private:
  [[noreturn]] void fail() const {
    throw BrokenWorld(std::string("The archive could not be written: ") + zip_strerror(archive_));
  }
  zip_t* archive_ = nullptr;
};

/// The library turns it into the clock time of this machine, as the format wants; noon of a day is that day nearly everywhere.
std::time_t noon_of(std::chrono::year_month_day day) {
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days(day) + std::chrono::hours(12));
}

}  // namespace

std::string write_zip(const std::vector<ZipEntry>& entries, std::chrono::year_month_day day,
                      const std::filesystem::path& folder) {
  const auto file = folder / "archive.zip";
  Archive archive(file);
  for (const ZipEntry& entry : entries) archive.add(entry, noon_of(day));
  archive.finish();
  return bytes_of_file(file);
}

}  // namespace koers::report
