// pricing.h: each member's best offer at given prices, without asking about works that cannot have it.
#ifndef JOBCARVE_SRC_COMPETE_PRICING_H_
#define JOBCARVE_SRC_COMPETE_PRICING_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "compete/part.h"

namespace jobcarve::compete {

class Pricing {
 public:
  // Both must outlive the pricing. What is closed must be the same in all calls.
  Pricing(const Contest& contest, const Part& part);

  // The member's best offer, if it has one with a surplus above 0. Prices by resource of the contest. Members may be asked about
  // side by side.
  std::optional<Offer> Best(size_t member, std::span<const int64_t> prices);

 private:
  // What a work was worth when the source was last asked.
  struct Memory {
    int64_t ceiling = std::numeric_limits<int64_t>::max();  // No bundle had a greater surplus.
    std::vector<int64_t> prices;                            // At these prices, by interest.
  };

  int64_t CeilingNow(std::span<const Interest> interests, const Memory& memory, std::span<const int64_t> prices) const;

  const Contest& contest_;
  const Part& part_;
  std::vector<std::vector<Memory>> memories_;  // By member and position in its list of works.
};

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_PRICING_H_
