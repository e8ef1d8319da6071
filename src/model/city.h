// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <tuple>
#include <unordered_map>

#include "model/kinds.h"

namespace koers {

/// The documents of one kind, in the order in which they came, findable by id.
template <class T>
class Documents {
 public:
  using value_type = T;
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] const T& front() const { return items_.front(); }

  [[nodiscard]] const T* find(std::string_view id) const {
    const auto found = places_.find(std::string(id));
    return found == places_.end() ? nullptr : &items_[found->second];
  }
  /// False, and nothing changes, when the id is there already.
  bool add(T record) {
    if (!places_.emplace(record.id.str(), items_.size()).second) return false;
    items_.push_back(std::move(record));
    return true;
  }
  /// In the place of the one with its id, or at the end.
  void put(T record) {
    const auto found = places_.find(record.id.str());
    if (found == places_.end()) {
      add(std::move(record));
    } else {
      items_[found->second] = std::move(record);
    }
  }
  void remove(std::string_view id) {
    if (find(id) == nullptr) return;
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(places_.at(std::string(id))));
    places_.clear();
    for (std::size_t i = 0; i < items_.size(); ++i) places_.emplace(items_[i].id.str(), i);
  }
  bool operator==(const Documents& other) const { return items_ == other.items_; }

 private:
  std::vector<T> items_;
  std::unordered_map<std::string, std::size_t> places_;
};

#define KOERS_DOCUMENTS_ELSEWHERE(Type, kind) extern template class Documents<Type>;
KOERS_FOR_EACH_RECORD(KOERS_DOCUMENTS_ELSEWHERE)
#undef KOERS_DOCUMENTS_ELSEWHERE

/// A whole city at one moment: every document of every kind and what is measured. Built once, then only read.
struct City {
  City();
  City(const City&);
  City(City&&) noexcept;
  City& operator=(const City&);
  City& operator=(City&&) noexcept;
  ~City();

  boost::mp11::mp_rename<boost::mp11::mp_transform<Documents, AllRecords>, std::tuple> documents;
  std::vector<Observation> observations;

  template <class T>
  [[nodiscard]] const Documents<T>& all() const {
    return std::get<Documents<T>>(documents);
  }
  template <class T>
  [[nodiscard]] Documents<T>& all() {
    return std::get<Documents<T>>(documents);
  }
  template <class T>
  [[nodiscard]] const T* find(const Id<T>& id) const {
    return all<T>().find(id.str());
  }
  [[nodiscard]] bool contains(const Reference& reference) const;
  /// What a document is called; its id when it has no title of its own. Empty when there is no such document.
  [[nodiscard]] Text title_of(const Reference& reference) const;
  [[nodiscard]] const CityManifest* manifest() const;
  [[nodiscard]] std::vector<std::string> languages() const;
  bool operator==(const City& other) const;
};

/// The title or name of a record as a text in each of `languages`.
template <Record T>
[[nodiscard]] Text title_of_record(const T& record, const std::vector<std::string>& languages) {
  const auto everywhere = [&](const std::string& word) {
    Text text;
    for (const auto& language : languages) text.by_language[language] = word;
    return text;
  };
  if constexpr (requires { record.title.by_language; }) {
    return record.title;
  } else if constexpr (requires { record.title; }) {
    return everywhere(record.title);
  } else if constexpr (requires { record.name; }) {
    return everywhere(record.name);
  } else {
    return everywhere(record.id.str());
  }
}

using ReferenceVisitor = std::function<void(const std::string& path, const Reference& to)>;

/// Calls `visit` for everything that `record` (a document or a citation) refers to; its own id is not a reference.
template <Record T>
void for_each_reference(const T& record, const ReferenceVisitor& visit);

}  // namespace koers
