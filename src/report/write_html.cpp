// SPDX-License-Identifier: EUPL-1.2
#include "report/write_html.h"

#include "report/markup.h"
#include "report/picture.h"

namespace koers::report {
namespace {

// Colours are those of the pages; each pair that carries text has a contrast of at least 4.5 : 1.
constexpr const char* kStyle = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 16px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1c2b2d; background: #fff; margin: 0 auto;
  padding: 1.5rem; max-width: 52rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: "Liberation Serif", Georgia, serif; line-height: 1.2; margin: 1.6em 0 .5em; break-after: avoid; }
h1 { font-size: 2.2rem; margin: 0; }
h2 { font-size: 1.55rem; border-bottom: 2px solid #1f5d4c; padding-bottom: .2em; }
h3 { font-size: 1.2rem; }
h4 { font-size: 1.05rem; }
header { border-top: .5rem solid #1f5d4c; padding-top: 1.2rem; }
header p { font-size: 1.15rem; color: #4d5b5d; margin: .4rem 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 1rem; font-size: .9rem; }
dt { color: #4d5b5d; }
dd { margin: 0; overflow-wrap: anywhere; }
a { color: #1f5a80; }
nav ol { padding-left: 1.4rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #1c2b2d; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; margin: .6rem 0 .3rem; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid #ddd8ca; }
thead th { border-bottom: 2px solid #74807c; }
tbody th { font-weight: normal; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.note { font-size: .85rem; color: #4d5b5d; margin: 0 0 1rem; }
figure { margin: 1rem 0; }
figcaption { font-weight: bold; }
svg { width: 100%; height: auto; font: 12px "Liberation Sans", Arial, sans-serif; }
svg text { fill: #1c2b2d; }
svg .small { font-size: 11px; fill: #4d5b5d; }
svg .grid { stroke: #ddd8ca; }
svg .reference { stroke: #1c2b2d; stroke-dasharray: 4 3; }
svg .interval { stroke: #245f86; stroke-width: 2; }
svg .mark { fill: #245f86; }
svg .series { fill: none; stroke: #245f86; stroke-width: 2; }
svg .target { fill: #fff; stroke: #a63d26; stroke-width: 2.5; }
@page { size: A4; margin: 17mm 16mm; }
@media print {
  body { font-size: 10.5pt; padding: 0; max-width: none; }
  nav { break-after: page; }
  figure, tr { break-inside: avoid; }
  caption, thead { break-after: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
}
)css";

std::string heading(int level, const std::string& text, const std::string& id) {
  const std::string tag = 'h' + std::to_string(level);
  return '<' + tag + " id=\"" + escaped(id) + "\">" + escaped(text) + "</" + tag + ">\n";
}

std::string row_of(const std::vector<Cell>& cells, const std::vector<Column>& columns) {
  std::string out = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const char* kind = columns[i].is_number ? " class=\"n\"" : "";
    out += i == 0 ? std::string("<th scope=\"row\"") + kind + '>' + escaped(cells[i].text) + "</th>"
                  : std::string("<td") + kind + '>' + escaped(cells[i].text) + "</td>";
  }
  return out + "</tr>\n";
}

/// In a box of its own that can be scrolled, also with the keyboard: a wide table makes no wide page.
std::string html_of(const Table& table) {
  const std::string id = escaped(table.id);
  std::string out = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "-c\">\n<table id=\"" + id +
                    "\">\n<caption id=\"" + id + "-c\">" + escaped(table.caption) + "</caption>\n<thead><tr>";
  for (const Column& column : table.columns) {
    out += std::string("<th scope=\"col\"") + (column.is_number ? " class=\"n\"" : "") + '>' + escaped(column.title) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) out += row_of(row, table.columns);
  out += "</tbody>\n</table>\n</div>\n";
  if (!table.note.empty()) out += "<p class=\"note\">" + escaped(table.note) + "</p>\n";
  return out;
}

class BlockWriter {
 public:
  explicit BlockWriter(const std::string& language) : language_(language) {}
  std::string operator()(const Paragraph& paragraph) const { return "<p>" + escaped(paragraph.text) + "</p>\n"; }
  std::string operator()(const BulletList& list) const {
    std::string out = "<ul>\n";
    for (const std::string& item : list.items) out += "<li>" + escaped(item) + "</li>\n";
    return out + "</ul>\n";
  }
  std::string operator()(const Table& table) const { return html_of(table); }
  std::string operator()(const Figure& figure) const {
    return "<figure>\n<figcaption>" + escaped(figure.title) + "</figcaption>\n" + svg_of(figure, language_) + "\n</figure>\n" +
           html_of(figure.table);
  }

 private:
  const std::string& language_;
};

std::string html_of(const Section& section, int level, const std::string& language) {
  std::string out = "<section aria-labelledby=\"" + escaped(section.id) + "\">\n" + heading(level, section.title, section.id);
  for (const Block& block : section.blocks) out += std::visit(BlockWriter(language), block);
  for (const Section& part : section.sections) out += html_of(part, level + 1, language);
  return out + "</section>\n";
}

std::string contents_of(const Document& document) {
  std::string out = "<nav aria-labelledby=\"contents\">\n" + heading(2, document.words.contents, "contents") + "<ol>\n";
  for (const Section& section : document.sections) {
    out += "<li><a href=\"#" + escaped(section.id) + "\">" + escaped(section.title) + "</a></li>\n";
  }
  return out + "</ol>\n</nav>\n";
}

}  // namespace

std::string write_html(const Document& document) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + escaped(document.language) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
                    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
                    "content=\"width=device-width\">\n<title>" +
                    escaped(document.title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<header>\n<h1>" +
                    escaped(document.title) + "</h1>\n<p>" + escaped(document.subtitle) + "</p>\n<dl>\n";
  for (const auto& [name, value] : document.facts) out += "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>\n";
  out += "</dl>\n</header>\n" + contents_of(document) + "<main>\n";
  for (const Section& section : document.sections) out += html_of(section, 2, document.language);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace koers::report
