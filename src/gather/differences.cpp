// SPDX-License-Identifier: EUPL-1.2
#include "gather/differences.h"

#include <map>
#include <tuple>

namespace koers::gather {
namespace {

using FigureKey = std::tuple<Id<Indicator>, Reference, Period>;

FigureKey key_of(const Observation& figure) { return {figure.indicator, figure.area, figure.period}; }

bool says_the_same(const Observation& held, const Observation& staged) {
  const bool same_denominator = !staged.denominator || held.denominator == staged.denominator;
  return held.value == staged.value && same_denominator && held.status == staged.status;
}

using HeldFigures = std::map<FigureKey, const Observation*>;

HeldFigures inside(std::span<const Observation> held, const Scope& scope) {
  HeldFigures figures;
  for (const Observation& each : held) {
    if (scope.contains(each)) figures[key_of(each)] = &each;
  }
  return figures;
}

}  // namespace

bool Scope::contains(const Observation& figure) const {
  return areas.contains(figure.area) && figures.contains({figure.indicator, figure.period});
}

Differences compare(std::span<const Observation> held, std::span<const Observation> staged, const Scope& scope) {
  Differences out;
  HeldFigures before = inside(held, scope);
  for (const Observation& each : staged) {
    const auto found = before.find(key_of(each));
    if (found == before.end()) {
      ++out.added;
      out.changes.push_back({Change::added, {}, each});
      continue;
    }
    if (says_the_same(*found->second, each)) {
      ++out.same;
    } else {
      ++out.changed;
      out.changes.push_back({Change::changed, *found->second, each});
    }
    before.erase(found);
  }
  for (const auto& [key, figure] : before) out.changes.push_back({Change::gone, *figure, {}});
  out.gone = static_cast<std::int64_t>(before.size());
  return out;
}

std::vector<Observation> merged(std::span<const Observation> held, std::span<const Observation> staged, const Scope& scope) {
  std::vector<Observation> out;
  out.reserve(held.size() + staged.size());
  for (const Observation& each : held) {
    if (!scope.contains(each)) out.push_back(each);
  }
  const HeldFigures before = inside(held, scope);
  for (const Observation& each : staged) {
    const auto found = before.find(key_of(each));
    out.push_back(found != before.end() && says_the_same(*found->second, each) ? *found->second : each);
  }
  return out;
}

}  // namespace koers::gather
