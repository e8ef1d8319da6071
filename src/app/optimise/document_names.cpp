// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/document_names.h"

#include <algorithm>

#include "app/optimise/folded_name.h"

namespace koers {
namespace {

constexpr std::size_t kLongestTitle = 200;  // bytes; a longer one is no name for a cell

/// An apostrophe before a text means something to a spreadsheet.
bool is_for_a_cell(const std::string& title) { return title.size() <= kLongestTitle && !title.starts_with('\''); }

}  // namespace

DocumentNames::DocumentNames(const City& city, std::initializer_list<Kind> kinds) {
  for (const Kind kind : kinds) {
    visit_kind(kind, [&]<class T>(RecordTag<T>) {
      for (const T& each : city.all<T>()) {
        const Reference document{kind, each.id.str()};
        add(document.id, document);
        add(to_string(document), document);
        for (const auto& [language, title] : city.title_of(document).by_language) add(title, document);
      }
    });
  }
}

void DocumentNames::add(const std::string& name, const Reference& document) {
  auto& called = by_name_[folded_name(name)];
  if (std::find(called.begin(), called.end(), document) == called.end()) called.push_back(document);
}

std::vector<Reference> DocumentNames::find(std::string_view name) const {
  const auto found = by_name_.find(folded_name(name));
  return found == by_name_.end() ? std::vector<Reference>() : found->second;
}

bool DocumentNames::is_name_of(std::string_view name, const Reference& document) const {
  return find(name) == std::vector{document};
}

std::string DocumentNames::written(const City& city, const Reference& document, const std::string& language) const {
  const Text titles = city.title_of(document);
  const auto title = titles.by_language.find(language);
  if (title != titles.by_language.end() && is_for_a_cell(title->second) && is_name_of(title->second, document))
    return title->second;
  return is_name_of(document.id, document) ? document.id : to_string(document);
}

}  // namespace koers
