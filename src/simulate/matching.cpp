// SPDX-License-Identifier: EUPL-1.2
#include "simulate/matching.h"

namespace koers::simulate {
namespace {

struct Holder {
  std::uint32_t seeker = kUnmatched;
  float claim = 0;
};

class Acceptance {
 public:
  Acceptance(const Wishes& wishes, std::size_t places) : wishes_(wishes), holders_(places), asked_(wishes.keys.size(), 0) {}

  /// Lets this seeker ask until it is held or has nothing left to ask for, and whoever it drives out after it.
  void seat(std::uint32_t seeker) {
    while (seeker != kUnmatched) {
      const Wish* wish = next_wish(seeker);
      if (wish == nullptr) return;
      seeker = ask(seeker, *wish);
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> places_of_seekers() const {
    std::vector<std::uint32_t> out(wishes_.keys.size(), kUnmatched);
    for (std::uint32_t place = 0; place < holders_.size(); ++place) {
      if (holders_[place].seeker != kUnmatched) out[holders_[place].seeker] = place;
    }
    return out;
  }

 private:
  const Wish* next_wish(std::uint32_t seeker) {
    if (asked_[seeker] == wishes_.width) return nullptr;
    const Wish* wish = &wishes_.wishes[seeker * wishes_.width + asked_[seeker]++];
    return wish->place == kUnmatched ? nullptr : wish;
  }

  /// Who has to ask on: the one that was driven out, or the one that asked in vain.
  std::uint32_t ask(std::uint32_t seeker, const Wish& wish) {
    Holder& holder = holders_[wish.place];
    if (holder.seeker != kUnmatched && !wins(seeker, wish.claim, holder)) return seeker;
    const std::uint32_t driven_out = holder.seeker;
    holder = {seeker, wish.claim};
    return driven_out;
  }

  [[nodiscard]] bool wins(std::uint32_t seeker, float claim, const Holder& holder) const {
    if (claim != holder.claim) return claim > holder.claim;
    return wishes_.keys[seeker] < wishes_.keys[holder.seeker];
  }

  const Wishes& wishes_;
  std::vector<Holder> holders_;
  std::vector<std::uint16_t> asked_;
};

}  // namespace

std::vector<std::uint32_t> match(const Wishes& wishes, std::size_t places) {
  Acceptance acceptance(wishes, places);
  for (std::uint32_t seeker = 0; seeker < wishes.keys.size(); ++seeker) acceptance.seat(seeker);
  return acceptance.places_of_seekers();
}

}  // namespace koers::simulate
