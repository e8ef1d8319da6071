// SPDX-License-Identifier: EUPL-1.2
#include "read/zip_file.h"

#include <vector>

#include <zip.h>

#include "base/utf8.h"

namespace koers::reader {
namespace {

constexpr std::int64_t kMostParts = 20'000;
constexpr std::size_t kPieceBytes = 1U << 16U;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string text_of(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

}  // namespace

ZipFile::ZipFile(std::string_view bytes, Answer& answer) : answer_(answer) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip_ == nullptr) {
    if (source != nullptr) zip_source_free(source);
    answer.refuse(ErrorCode::bad_input, "damaged", "a packed file that cannot be opened: " + text_of(error), "a whole file");
  } else if (zip_get_num_entries(zip_, 0) > kMostParts) {
    answer.refuse(ErrorCode::too_large, "parts", std::to_string(zip_get_num_entries(zip_, 0)) + " packed parts",
                  "at most " + std::to_string(kMostParts));
  }
}

ZipFile::~ZipFile() {
  if (zip_ != nullptr) zip_discard(zip_);
}

bool ZipFile::has(const std::string& part) const { return zip_ != nullptr && zip_name_locate(zip_, part.c_str(), 0) >= 0; }

void ZipFile::refuse_damage(const std::string& part, std::string_view what) {
  answer_.refuse(ErrorCode::bad_input, "damaged", "the part " + in_quotes(part) + ": " + std::string(what), "a whole file");
}

void ZipFile::read(const std::string& part, const std::function<bool(std::string_view piece)>& take) {
  if (answer_.refused()) return;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(zip_, part.c_str(), 0));
  if (!file) return refuse_damage(part, zip_strerror(zip_));
  std::vector<char> piece(kPieceBytes);
  while (!answer_.refused()) {
    const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
    if (size < 0) return refuse_damage(part, zip_file_strerror(file.get()));
    if (size == 0) return;
    unpacked_ += size;
    if (!answer_.keep("unpacked-bytes", unpacked_) || !take({piece.data(), static_cast<std::size_t>(size)})) return;
  }
}

}  // namespace koers::reader
