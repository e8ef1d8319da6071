// SPDX-License-Identifier: EUPL-1.2
// ECMA-376 part 1, chapter 18, and part 2 for the relations between parts. Both the transitional and the strict form.
#include "read/xlsx_workbook.h"

#include <map>

#include "base/utf8.h"
#include "read/number_text.h"

namespace koers::reader {
namespace {

constexpr std::string_view kRelationSpace = "/relationships";

struct Relation {
  std::string id;
  std::string type;  ///< the last word of its address
  std::string target;
};

class RelationHandler : public XmlHandler {
 public:
  std::vector<Relation> relations;
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.local != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string_view type = attributes.get("Type");
    relations.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)),
                         std::string(attributes.get("Target"))});
  }
  void end(const XmlName&) override {}
  void text(std::string_view) override {}
};

/// `target` seen from the folder of `part`, as the name of a part.
std::string resolve(const std::string& part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder = part.substr(0, part.rfind('/') == std::string::npos ? 0 : part.rfind('/'));
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../")) folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
    target.remove_prefix(target.find('/') + 1);
  }
  return folder.empty() ? std::string(target) : folder + '/' + std::string(target);
}

/// The relations of a part (of the whole when it is empty), with their targets as names of parts.
std::vector<Relation> relations_of(const std::string& part, ZipFile& zip, Answer& answer) {
  const auto slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  RelationHandler handler;
  read_xml(zip, folder + "_rels/" + part.substr(folder.size()) + ".rels", answer, handler);
  for (Relation& relation : handler.relations) relation.target = resolve(part, relation.target);
  return std::move(handler.relations);
}

class WorkbookHandler : public XmlHandler {
 public:
  struct Tab {
    std::string name;
    std::string relation;
    bool hidden = false;
  };
  std::vector<Tab> tabs;
  bool from_1904 = false;
  explicit WorkbookHandler(Answer& answer) : answer_(answer) {}
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (!is_spreadsheet(name)) return;
    if (name.local == "workbookPr") {
      const std::string_view flag = attributes.get("date1904");
      from_1904 = flag == "1" || flag == "true" || flag == "on";
    } else if (name.local == "sheet" && answer_.keep("sheets", static_cast<std::int64_t>(tabs.size()) + 1)) {
      const std::string_view state = attributes.get("state");
      tabs.push_back({std::string(attributes.get("name")), std::string(attributes.get("id", kRelationSpace)),
                      !state.empty() && state != "visible"});
    }
  }
  void end(const XmlName&) override {}
  void text(std::string_view) override {}

 private:
  Answer& answer_;
};

class StylesHandler : public XmlHandler {
 public:
  std::vector<NumberFormat> formats;
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (!is_spreadsheet(name)) return;
    if (name.local == "numFmts" || name.local == "cellXfs") within_ = name.local;
    if (within_ == "numFmts" && name.local == "numFmt") {
      if (const auto id = count_in(attributes.get("numFmtId"))) own_[*id] = judge_format_code(attributes.get("formatCode"));
    } else if (within_ == "cellXfs" && name.local == "xf") {
      const auto id = count_in(attributes.get("numFmtId")).value_or(0);
      const auto found = own_.find(id);
      formats.push_back(found == own_.end() ? builtin_format(id) : found->second);
    }
  }
  void end(const XmlName& name) override {
    if (name.local == within_) within_.clear();
  }
  void text(std::string_view) override {}

 private:
  std::string within_;
  std::map<std::int64_t, NumberFormat> own_;
};

class SharedTextHandler : public XmlHandler {
 public:
  std::vector<std::string> texts;
  explicit SharedTextHandler(Answer& answer) : answer_(answer) {}
  void start(const XmlName& name, const XmlAttributes&) override { text_.start(name.local); }
  void end(const XmlName& name) override {
    text_.end(name.local);
    if (name.local == "si") texts.push_back(text_.take());
  }
  void text(std::string_view text) override { text_.text(text, answer_); }

 private:
  Answer& answer_;
  XlsxText text_;
};

std::string main_part(ZipFile& zip, Answer& answer) {
  for (const Relation& relation : relations_of("", zip, answer)) {
    if (relation.type == "officeDocument") return relation.target;
  }
  answer.refuse(ErrorCode::bad_input, "damaged", "a packed file without a main document", "a workbook");
  return {};
}

void take_sheets(XlsxWorkbook& book, const WorkbookHandler& handler, const std::vector<Relation>& relations, Answer& answer) {
  for (const auto& tab : handler.tabs) {
    const auto found =
        std::find_if(relations.begin(), relations.end(), [&](const Relation& relation) { return relation.id == tab.relation; });
    if (found == relations.end()) {
      return answer.refuse(ErrorCode::bad_input, "damaged", "the sheet " + in_quotes(tab.name) + " without its part",
                           "a whole file");
    }
    if (found->type == "worksheet") book.sheets.push_back({tab.name, found->target, tab.hidden});
  }
}

/// The value of four hexadecimal digits, or nothing.
std::optional<unsigned> hex_in(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    const auto at = std::string_view("0123456789ABCDEF").find(c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c);
    if (at == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(at);
  }
  return value;
}

void add_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (code >> 12U));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

}  // namespace

std::string unescape_xlsx(std::string text) {
  constexpr std::size_t kEscape = 7;
  if (text.find("_x") == std::string::npos) return text;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = std::string_view(text).substr(i);
    const bool is_escape = rest.size() >= kEscape && rest.starts_with("_x") && rest[kEscape - 1] == '_';
    const auto code = is_escape ? hex_in(rest.substr(2, 4)) : std::nullopt;
    if (code && (*code < 0xD800 || *code > 0xDFFF)) {
      add_utf8(out, *code);
      i += kEscape;
    } else {
      out += text[i++];
    }
  }
  return out;
}

bool is_spreadsheet(const XmlName& name) {
  return name.space.ends_with("spreadsheetml/2006/main") || name.space.ends_with("spreadsheetml/main");
}

void XlsxText::start(std::string_view local) {
  if (local == "rPh") in_phonetic_ = true;
  if (local == "t") in_text_ = true;
}

void XlsxText::end(std::string_view local) {
  if (local == "rPh") in_phonetic_ = false;
  if (local == "t") in_text_ = false;
}

void XlsxText::text(std::string_view text, Answer& answer) {
  if (!in_text_ || in_phonetic_ || !answer.keep("text-bytes", static_cast<std::int64_t>(text_.size() + text.size()))) return;
  text_ += text;
}

std::string XlsxText::take() { return unescape_xlsx(std::exchange(text_, {})); }

XlsxWorkbook read_xlsx_workbook(ZipFile& zip, Answer& answer) {
  XlsxWorkbook book;
  const std::string main = main_part(zip, answer);
  WorkbookHandler workbook(answer);
  read_xml(zip, main, answer, workbook);
  if (answer.refused()) return book;
  book.from_1904 = workbook.from_1904;
  const auto relations = relations_of(main, zip, answer);
  take_sheets(book, workbook, relations, answer);
  for (const Relation& relation : relations) {
    if (relation.type == "sharedStrings") {
      SharedTextHandler handler(answer);
      read_xml(zip, relation.target, answer, handler);
      book.texts = std::move(handler.texts);
    } else if (relation.type == "styles") {
      StylesHandler handler;
      read_xml(zip, relation.target, answer, handler);
      book.formats = std::move(handler.formats);
    }
  }
  return book;
}

}  // namespace koers::reader
