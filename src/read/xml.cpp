// SPDX-License-Identifier: EUPL-1.2
#include "read/xml.h"

#include <exception>
#include <memory>
#include <new>

#include <expat.h>

#include "base/utf8.h"

namespace koers::reader {
namespace {

constexpr char kSeparator = '|';
// One tag, comment or the like must be in memory whole, and is looked through again with each piece.
constexpr std::int64_t kMostTokenBytes = 1 << 20;

XmlName split(const char* name) {
  const std::string_view all = name;
  const auto at = all.rfind(kSeparator);
  if (at == std::string_view::npos) return {{}, all};
  return {all.substr(0, at), all.substr(at + 1)};
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Stands between expat, which knows no exceptions, and a handler.
struct Bridge {
  XML_Parser parser;
  Answer& answer;
  XmlHandler& handler;
  std::string part;
  std::int64_t depth = 0;
  std::exception_ptr thrown;

  void run(const auto& step) {
    try {
      step();
    } catch (...) {
      thrown = std::current_exception();
    }
    if (thrown || answer.refused()) XML_StopParser(parser, XML_FALSE);
  }
};

void on_start(void* data, const char* name, const char** attributes) {
  auto& bridge = *static_cast<Bridge*>(data);
  bridge.run([&] {
    if (bridge.answer.keep("depth", ++bridge.depth)) bridge.handler.start(split(name), XmlAttributes(attributes));
  });
}

void on_end(void* data, const char* name) {
  auto& bridge = *static_cast<Bridge*>(data);
  bridge.run([&] {
    --bridge.depth;
    bridge.handler.end(split(name));
  });
}

void on_text(void* data, const char* text, int size) {
  auto& bridge = *static_cast<Bridge*>(data);
  bridge.run([&] { bridge.handler.text({text, static_cast<std::size_t>(size)}); });
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  auto& bridge = *static_cast<Bridge*>(data);
  bridge.run([&] {
    bridge.answer.refuse(ErrorCode::bad_input, "document_type", "a document type in " + in_quotes(bridge.part),
                         "none: a spreadsheet has no entities of its own");
  });
}

void refuse_syntax(Bridge& bridge) {
  const auto code = XML_GetErrorCode(bridge.parser);
  if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  bridge.answer.refuse(
      ErrorCode::bad_input, "damaged",
      in_quotes(bridge.part) + ", line " + std::to_string(XML_GetCurrentLineNumber(bridge.parser)) + ": " + XML_ErrorString(code),
      "well-formed XML");
}

/// False when there is no need to go on.
bool feed(Bridge& bridge, std::string_view piece, bool last) {
  const auto status = XML_Parse(bridge.parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
  if (bridge.thrown) std::rethrow_exception(bridge.thrown);
  if (bridge.answer.refused()) return false;
  if (status == XML_STATUS_ERROR) {
    refuse_syntax(bridge);
    return false;
  }
  return true;
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view local, std::string_view space) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    const XmlName name = split(*pair);
    if (name.local == local && (space.empty() ? name.space.empty() : name.space.ends_with(space))) return pair[1];
  }
  return {};
}

void read_xml(ZipFile& zip, const std::string& part, Answer& answer, XmlHandler& handler) {
  if (answer.refused()) return;
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreateNS(nullptr, kSeparator));
  if (!parser) throw std::bad_alloc();
  Bridge bridge{parser.get(), answer, handler, part, 0, nullptr};
  XML_SetUserData(parser.get(), &bridge);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  std::int64_t fed = 0;
  bool goes_on = true;
  zip.read(part, [&](std::string_view piece) {
    goes_on = feed(bridge, piece, false);
    fed += static_cast<std::int64_t>(piece.size());
    if (goes_on && fed - XML_GetCurrentByteIndex(parser.get()) > kMostTokenBytes) {
      answer.refuse(ErrorCode::too_large, "token", "a single tag or comment in " + in_quotes(part) + " over a mebibyte", "less");
    }
    return goes_on && !answer.refused();
  });
  if (goes_on && !answer.refused()) feed(bridge, {}, true);
}

}  // namespace koers::reader
