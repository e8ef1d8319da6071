// SPDX-License-Identifier: EUPL-1.2
#include "simulate/margins.h"

#include <algorithm>
#include <numeric>

#include "simulate/synthesis_draws.h"

namespace koers::simulate {
namespace {

constexpr std::array<MarginDescription, kMarginKinds> kDescriptions{{{"people", 2 * kAgeGroups, true, true},
                                                                     {"households", kHouseholdTypes, true, true},
                                                                     {"dwelling types", kDwellingTypes, true, true},
                                                                     {"rooms", kMaxRooms, false, false},
                                                                     {"tenures", kTenures, false, false},
                                                                     {"periods", kPeriods, false, false},
                                                                     {"incomes", kIncomeClasses, false, false},
                                                                     {"education", 1, false, false},
                                                                     {"work", 1, false, false},
                                                                     {"value", 1, false, false}}};

/// Errors beyond this would turn a value round.
constexpr double kMostDeviations = 3;

void perturb(Margin& margin, Stream stream, std::uint64_t entity) {
  const double total = margin.total();
  for (std::uint32_t cell = 0; cell < margin.values.size(); ++cell) {
    const Block bits = draw(stream, derived_key(entity, 1, cell), 0, DrawSite::synthesis, item_of(SynthesisItem::error));
    const double z = std::clamp(normal(bits), -kMostDeviations, kMostDeviations);
    double& value = margin.values[cell];
    const bool single = margin.values.size() == 1;
    const double step = margin.error_kind == ErrorKind::relative ? value : (single ? 1 : total) / 100;
    value = std::max(0.0, value + z * margin.error * step);
  }
  const double moved = margin.total();
  if (margin.values.size() == 1 || !(moved > 0)) return;
  for (double& value : margin.values) value *= total / moved;
}

}  // namespace

const MarginDescription& describe(MarginKind kind) { return kDescriptions[static_cast<std::size_t>(kind)]; }

double Margin::total() const { return std::accumulate(values.begin(), values.end(), 0.0); }

Margins perturbed(Margins margins, Stream stream) {
  if (stream.replicate == 0) return margins;
  for (AreaMargins& area : margins.areas) {
    const std::uint64_t hash = area_hash(area.code);
    for (std::uint32_t kind = 0; kind < kMarginKinds; ++kind) {
      Margin& margin = area.margins[kind];
      if (margin.standing == Standing::estimated) perturb(margin, stream, derived_key(hash, 0, kind));
    }
  }
  return margins;
}

std::uint64_t area_hash(std::string_view code) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : code) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

}  // namespace koers::simulate
