// SPDX-License-Identifier: EUPL-1.2
// E5: households that would come from outside if they found a dwelling.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "simulate/family.h"
#include "simulate/search.h"
#include "simulate/work_table.h"

namespace koers::simulate {

struct DonorMember {
  std::uint8_t age = 0;
  Sex sex = Sex::man;
  Role role = Role::head;
  Education education = Education::low;
};

/// Some of the households of one step, each as often as the people in it move.
struct DonorsOfStage {
  double share = 0;                 ///< of all households at the gate
  std::vector<std::uint32_t> rows;  ///< of donors
  std::vector<double> cumulative;   ///< weights, added up
};

/// Households of the start that arrivals are like, whoever lives there later. Children of age are donors on their own as well:
/// most of the young who come leave a parental home elsewhere.
struct Donors {
  std::vector<DonorMember> members;  ///< of all, one after the other
  std::vector<std::uint32_t> first;  ///< of each donor, and one past the last
  std::vector<bool> alone;           ///< of each donor: a child of age, without its household
  std::array<DonorsOfStage, kLifeStages> by_stage;
  WorkTable work;
  ByAge from_abroad{};  ///< of those who come, by age: as of those who go
};
/// The weights are the published rates of moves between municipalities and to other countries of the members, so that those who
/// come can have the ages of those who move; of heads under 30 `per_young` times as much, since they find a dwelling less often.
[[nodiscard]] Donors donors_of(const Population& start, const Rates& rates, const WorkTable& work, double per_young);

/// A household at the gate. Its members are made when it gets a dwelling.
struct Arrival {
  std::uint64_t key = 0;
  std::uint32_t donor = 0;
  LifeStage stage = LifeStage::single;
  std::int8_t older = 0;  ///< years, beside the donor
};

/// Expected households at the gate: those of the start × `arrivals`, divided over the steps, × e^(`arrival_response` × (view −
/// base view)). Numbers are Poisson. Within several regions each gets its part by the households of the start.
[[nodiscard]] std::vector<Arrival> arrivals_of(const Donors& donors, const std::vector<std::uint32_t>& households_by_region,
                                               const Parameters& parameters, const MarketView& view, const MarketView& base_view,
                                               const Year& year, std::vector<std::uint16_t>& regions);

/// The arrival as a searcher: it comes for more than what the market of the start offered its kind.
[[nodiscard]] Searcher searcher_of(const Arrival& arrival, std::uint32_t row, std::uint16_t region, const Donors& donors,
                                   const Situation& situation, const Year& year);

/// Whether it leaves a dwelling of its own in another municipality: not who comes from a parental home or another country.
[[nodiscard]] bool leaves_dwelling(const Arrival& arrival, const Donors& donors, const Year& year);

/// The household of the arrival, without a dwelling yet.
HouseholdIndex take_in(Population& population, const Arrival& arrival, const Donors& donors, const Parameters& parameters,
                       const Year& year);

}  // namespace koers::simulate
