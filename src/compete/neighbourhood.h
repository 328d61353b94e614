// neighbourhood.h: a few agents who want the same resources, searched with everybody else's bundles fixed.
#ifndef JOBCARVE_SRC_COMPETE_NEIGHBOURHOOD_H_
#define JOBCARVE_SRC_COMPETE_NEIGHBOURHOOD_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "compete/columns.h"
#include "compete/part.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/base/run_control.h"

namespace jobcarve::compete {

// Where the whole contest stands. Components touch their own agents and resources only, so they may be worked on side by side.
struct State {
  std::vector<int64_t> prices;     // By resource.
  std::vector<int64_t> room;       // By resource: what the choices leave.
  Selection choices;               // By agent.
  std::vector<int64_t> surpluses;  // By agent: of its best offer at the prices.
  std::vector<uint32_t> member;    // By agent: its place in its component.
};

// Gives `agent` that choice instead of the one it has.
void Rechoose(AgentIndex agent, std::optional<Offer> choice, State& state);

// New choices of a few agents, worth more together than those that they had.
struct Improvement {
  std::vector<AgentIndex> agents;
  Selection choices;
};

class Neighbourhoods {
 public:
  // All must outlive it; members and columns of one component.
  Neighbourhoods(const Contest& contest, std::span<const Member> members, const Columns& columns, const State& state)
      : contest_(contest), members_(members), columns_(columns), state_(state) {}

  // Searches one neighbourhood of `member`, drawn by `rng`. Several may be searched side by side, each with a desk of its own.
  absl::StatusOr<std::optional<Improvement>> Search(size_t member, Rng rng, const RunControl& run, Desk& desk) const;

 private:
  std::vector<Member> Pick(size_t member, Rng& rng, Desk& desk) const;
  std::vector<AgentIndex> Rivals(const Member& first, Rng& rng, Desk& desk) const;
  Columns KnownColumns(const Part& part, const Desk& desk) const;

  const Contest& contest_;
  const std::span<const Member> members_;
  const Columns& columns_;
  const State& state_;
};

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_NEIGHBOURHOOD_H_
