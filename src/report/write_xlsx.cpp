// SPDX-License-Identifier: EUPL-1.2
#include "report/write_xlsx.h"

#include <map>
#include <set>
#include <utility>

#include <xlsxwriter.h>

#include "base/result.h"
#include "report/temporary_folder.h"

namespace koers::report {
namespace {

constexpr std::size_t kLongestSheetName = 31;     // characters; we count bytes, which are never fewer
constexpr std::size_t kLongestText = 32'767 - 1;  // of a cell

/// At most `bytes`, cut between two characters.
std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U) --bytes;
  text.resize(bytes);
  return text;
}

class Workbook {
 public:
  explicit Workbook(const std::filesystem::path& file) : book_(workbook_new(file.c_str())) {
    if (book_ == nullptr) throw BrokenWorld(file.string() + " could not be made.");
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    title_ = workbook_add_format(book_);
    format_set_bold(title_);
    format_set_font_size(title_, 14);
    wrapped_ = workbook_add_format(book_);
    format_set_text_wrap(wrapped_);
    format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
  }
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);  // also frees it
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  lxw_worksheet* sheet(const std::string& wanted) {
    lxw_worksheet* made = workbook_add_worksheet(book_, free_name(wanted).c_str());
    if (made == nullptr) throw BrokenWorld("A sheet could not be added.");
    return made;
  }
  void describe(const Document& document) {
    std::string title = document.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    // A file is a function of what is in it: the library would write the moment of making.
    properties.created = 1;
    workbook_set_properties(book_, &properties);
  }
  void finish() {
    lxw_workbook* closing = std::exchange(book_, nullptr);
    if (const lxw_error error = workbook_close(closing); error != LXW_NO_ERROR) {
      throw BrokenWorld(std::string("The spreadsheet could not be written: ") + lxw_strerror(error));
    }
  }
  lxw_format* number_format(int decimals) {
    const auto [place, is_new] = numbers_.try_emplace(decimals, nullptr);
    if (is_new) {
      place->second = workbook_add_format(book_);
      const std::string picture = decimals > 0 ? "#,##0." + std::string(static_cast<std::size_t>(decimals), '0') : "#,##0";
      format_set_num_format(place->second, picture.c_str());
    }
    return place->second;
  }
  [[nodiscard]] lxw_format* bold() const { return bold_; }
  [[nodiscard]] lxw_format* title() const { return title_; }
  [[nodiscard]] lxw_format* wrapped() const { return wrapped_; }

 private:
  /// Excel takes no `[]:*?/\` in a name, no apostrophe at its ends, and no two names that differ in case only; ids of tables
  /// are lower-case letters, digits and hyphens, so only length and doubles are left.
  std::string free_name(const std::string& wanted) {
    std::string name = cut(wanted, kLongestSheetName);
    for (int n = 2; !names_.insert(name).second; ++n) {
      const std::string end = '-' + std::to_string(n);
      name = cut(wanted, kLongestSheetName - end.size()) + end;
    }
    return name;
  }

  lxw_workbook* book_;
  lxw_format* bold_ = nullptr;
  lxw_format* title_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  std::map<int, lxw_format*> numbers_;
  std::set<std::string> names_;
};

/// As text whatever it looks like: nothing becomes a formula or a link.
void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
  if (text.empty()) return;
  worksheet_write_string(sheet, row, column, cut(text, kLongestText).c_str(), format);
}

void put(Workbook& book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
  if (cell.number) {
    worksheet_write_number(sheet, row, column, *cell.number, book.number_format(cell.decimals));
  } else {
    put(sheet, row, column, cell.text, nullptr);
  }
}

void add_table(Workbook& book, const Table& table) {
  lxw_worksheet* sheet = book.sheet(table.id);
  put(sheet, 0, 0, table.caption, book.title());
  constexpr lxw_row_t kHeader = 2;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    put(sheet, kHeader, static_cast<lxw_col_t>(i), table.columns[i].title, book.bold());
  }
  lxw_row_t row = kHeader;
  for (const auto& cells : table.rows) {
    ++row;
    for (std::size_t i = 0; i < cells.size(); ++i) put(book, sheet, row, static_cast<lxw_col_t>(i), cells[i]);
  }
  put(sheet, row + 2, 0, table.note, nullptr);
  worksheet_freeze_panes(sheet, kHeader + 1, 1);
  worksheet_set_column(sheet, 0, 0, 42, nullptr);
  worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(table.columns.size()), 18, nullptr);
}

class TextSheet {
 public:
  TextSheet(Workbook& book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}
  void title(const std::string& text) { put(sheet_, row_++, 0, text, book_.title()); }
  void heading(const std::string& text) { put(sheet_, ++row_, 0, text, book_.bold()), ++row_; }
  void fact(const std::string& name, const std::string& value) {
    put(sheet_, row_, 0, name, nullptr);
    put(sheet_, row_++, 1, value, nullptr);
  }
  void add(const Section& section) {
    heading(section.title);
    for (const Block& block : section.blocks) std::visit([this](const auto& each) { add(each); }, block);
    for (const Section& part : section.sections) add(part);
  }

 private:
  void add(const Paragraph& paragraph) { put(sheet_, row_++, 0, paragraph.text, book_.wrapped()); }
  void add(const BulletList& list) {
    for (const std::string& item : list.items) put(sheet_, row_++, 0, "\u2022 " + item, book_.wrapped());
  }
  void add(const Table& table) { put(sheet_, row_++, 0, "\u2192 " + table.id + ": " + table.caption, nullptr); }
  void add(const Figure& figure) { add(figure.table); }

  Workbook& book_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0;
};

}  // namespace

std::string write_xlsx(const Document& document, const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "report.xlsx";
  Workbook book(file);
  book.describe(document);
  lxw_worksheet* sheet = book.sheet(document.language == "nl" ? "tekst" : "text");
  worksheet_set_column(sheet, 0, 0, 100, nullptr);
  worksheet_set_column(sheet, 1, 1, 60, nullptr);
  TextSheet texts(book, sheet);
  texts.title(document.title);
  texts.fact(document.subtitle, "");
  for (const auto& [name, value] : document.facts) texts.fact(name, value);
  for (const Section& section : document.sections) texts.add(section);
  for (const auto& [section, table] : tables_of(document)) add_table(book, *table);
  book.finish();
  return bytes_of_file(file);
}

}  // namespace koers::report
