// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/date.h"
#include "base/quantity.h"
#include "base/strong_id.h"

namespace koers {

/// A text in each language of the package, by language code (`nl`, `en`). Plain text: a reader never interprets markup in it.
struct Text {
  std::map<std::string, std::string> by_language;
  bool operator==(const Text&) const = default;
};

/// Where a fact comes from. `source`: the paper or table says so; `derived`: computed or concluded from sources;
/// `illustrative`: filled in so that the example runs, and shown as such wherever it appears.
enum class Status : std::uint8_t { source = 1, derived = 2, illustrative = 3 };
BOOST_DESCRIBE_ENUM(Status, source, derived, illustrative)

/// A publication or table that facts are taken from.
struct Source {
  Id<Source> id;
  std::string title;  ///< as published
  std::string publisher;
  Date published;
  Text summary;
  std::optional<std::string> url;
  std::optional<std::string> licence;
  bool operator==(const Source&) const = default;
};
BOOST_DESCRIBE_STRUCT(Source, (), (id, title, publisher, published, summary, url, licence))

/// A place in a source: section, page, table or row, in the source's own numbering.
struct Citation {
  Id<Source> source;
  std::string section;
  bool operator==(const Citation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Citation, (), (source, section))

/// A number that a source gives: what it counts, its unit and the period that it is about.
struct Figure {
  Text label;
  Decimal value;
  std::string unit;  ///< UCUM-like short name: `dwellings`, `%`, `persons`, `EUR`, `ha`
  Period period;
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const Figure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (label, value, unit, period, status, sources))

}  // namespace koers
