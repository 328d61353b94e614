// part.h: some agents of a contest, with some of their works and the room that is left for them: what one search looks at.
// A connected component is a part, and so is every neighbourhood that is searched anew with everybody else's bundles fixed.
#ifndef JOBCARVE_SRC_COMPETE_PART_H_
#define JOBCARVE_SRC_COMPETE_PART_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "compete/contest.h"

namespace jobcarve::compete {

// Per resource of the whole contest, for one part at a time. Only what the part needs is written, so a desk is made once and
// used again and again.
struct Desk {
  explicit Desk(size_t resource_count) : prices(resource_count, 0), position(resource_count, 0), mark(resource_count, 0) {}

  bool IsOpen(ResourceIndex resource) const { return mark[resource.value()] == marks; }

  std::vector<int64_t> prices;     // What the source is shown.
  std::vector<uint32_t> position;  // In the part's list of resources.
  std::vector<uint32_t> mark;      // Equal to `marks` for the part's resources.
  uint32_t marks = 0;
};

// Desks for whoever works side by side.
class Desks {
 public:
  explicit Desks(size_t resource_count) : resource_count_(resource_count) {}

  std::unique_ptr<Desk> Take();
  void Return(std::unique_ptr<Desk> desk);

 private:
  const size_t resource_count_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Desk>> free_;
};

struct Member {
  AgentIndex agent;
  std::vector<uint32_t> works;  // Those to look at.
};

struct Part {
  std::vector<Member> members;
  std::vector<ResourceIndex> resources;  // All that the members' works may use, each once, but for those that are closed.
  std::vector<int64_t> room;             // By `resources`. Below 0 where others count on a member's bundle to make room.
};

// By member: the bundle taken, if any.
using Selection = std::vector<std::optional<Offer>>;

// A part of these members, on `desk`: with the room that each resource of the contest has, after the members have given back what
// they hold. Used-up resources that nobody can make room in are closed on the desk, and no resources of the part.
Part MakePart(const Contest& contest, std::vector<Member> members, const Selection& held, std::span<const int64_t> room,
              Desk& desk);

// Shows `prices`, by the part's resources, to the source.
void ShowPrices(const Part& part, std::span<const int64_t> prices, Desk& desk);

// Whether `bundle` fits into `room`, by the part's resources; and what it takes or gives back.
bool Fits(const Bundle& bundle, std::span<const int64_t> room, const Desk& desk);
void Take(const Bundle& bundle, std::span<int64_t> room, const Desk& desk);
void GiveBack(const Bundle& bundle, std::span<int64_t> room, const Desk& desk);

// Whether all of it fits together.
bool IsFeasible(const Part& part, const Selection& selection, const Desk& desk);

int64_t ValueOf(const Selection& selection);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_PART_H_
