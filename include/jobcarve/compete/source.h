// source.h: agents, what they compete for, and who knows their bundles.
//
// An agent takes at most one *bundle*: a value, and amounts of resources. Bundles are too many to list; a BundleSource finds the
// best one at given prices, as a shop assistant would. An agent looks for it at a few *works* (places of work), each with
// resources of its own or shared with others; resources have whole capacities.
//
//   class Market : public BundleSource { ... };      // In tests/support/listed_bundles.h one that does list them.
#ifndef JOBCARVE_COMPETE_SOURCE_H_
#define JOBCARVE_COMPETE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "jobcarve/base/index.h"

namespace jobcarve {

using AgentIndex = Index<struct AgentTag>;
using ResourceIndex = Index<struct ResourceTag>;

struct Use {
  ResourceIndex resource;
  int64_t amount = 0;  // Not 0. Below 0 where a bundle makes room for others, as a pleasant task does under a rule of shares.

  bool operator==(const Use&) const = default;
};

// What the source must keep to: the value lies in [1, kMaxBundleValue], the uses ascend by resource, and the sum of the sizes of
// their amounts is at most kMaxBundleUse.
struct Bundle {
  int64_t value = 0;
  std::vector<Use> uses;
  uint64_t key = 0;  // The source's own: by it the source knows what the bundle was. Bundles that differ only here are different.

  bool operator==(const Bundle&) const = default;
};

inline constexpr int64_t kMaxBundleValue = int64_t{1} << 38;
inline constexpr int64_t kMaxBundleUse = int64_t{1} << 24;
inline constexpr int64_t kMaxResourceCapacity = int64_t{1} << 24;
inline constexpr size_t kMaxAgents = size_t{1} << 21;

// A price at which nothing is sold: no bundle may take an amount above 0.
inline constexpr int64_t kClosed = std::numeric_limits<int64_t>::max();

// A resource that bundles of one agent at one work may use, and limits of the amounts: least <= 0 <= most.
struct Interest {
  ResourceIndex resource;
  // About what one unit adds to a bundle, 0 if nobody knows. First prices are guessed from it; no promise is.
  int64_t worth = 0;
  int64_t least = 0;
  int64_t most = 1;
};

// value - the sum of price x amount. No price of a resource that it uses more than 0 of may be kClosed.
int64_t SurplusOf(const Bundle& bundle, std::span<const int64_t> prices);

// All calls give the same answer to the same question, for ever; several threads may call at the same time. Workspaces are best
// thread_local. A source that breaks a promise of this page has a bug, and JOBCARVE_CHECK ends the program where that is seen.
class BundleSource {
 public:
  virtual ~BundleSource() = default;

  virtual size_t agent_count() const = 0;                   // At most kMaxAgents.
  virtual std::span<const int64_t> capacities() const = 0;  // By ResourceIndex, each in [0, kMaxResourceCapacity].
  virtual size_t work_count(AgentIndex agent) const = 0;    // Any, also 0.

  // All resources that bundles of `agent` at `work` may use, ascending; asked once for each.
  virtual std::vector<Interest> Interests(AgentIndex agent, size_t work) const = 0;

  // The bundle with the greatest surplus of all of `agent` at `work`, if that is above `floor`, which is never below 0; otherwise
  // nothing. Prices, by ResourceIndex, are at least 0; only those of the interests count. While one of these is kClosed, any
  // bundle above `floor` that takes nothing closed will do, or none: the better the best, but no proof hangs on it.
  virtual std::optional<Bundle> Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const = 0;

  // All bundles of `agent` at `work` that take nothing closed and have a surplus of at least `least`, which may be below 0, if
  // there are not more than `limit`; otherwise, or when the source cannot tell, nothing. With this, what is left of a small
  // search can be searched to the end. Of bundles that use the same, the most valuable is enough.
  virtual std::optional<std::vector<Bundle>> AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices,
                                                     int64_t least, size_t limit) const;
};

}  // namespace jobcarve

#endif  // JOBCARVE_COMPETE_SOURCE_H_
