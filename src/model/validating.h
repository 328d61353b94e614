// validating.h: what the parts of FindFaults share. Private to model.
#ifndef JOBCARVE_MODEL_VALIDATING_H_
#define JOBCARVE_MODEL_VALIDATING_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "jobcarve/model/market.h"
#include "model/faults.h"

namespace jobcarve::internal {

// Which adjustments exclude each other, by position in the market.
class Exclusions {
 public:
  Exclusions() = default;
  Exclusions(const std::vector<Adjustment>& adjustments, const Ids& ids);

  bool Contains(size_t a, size_t b) const { return pairs_.contains(std::minmax(a, b)); }

 private:
  absl::flat_hash_set<std::pair<size_t, size_t>> pairs_;  // Smaller first. Looked up, never iterated.
};

// The market and the ids in it.
struct Context {
  explicit Context(const Market& the_market);

  const Market& market;
  Ids dimensions;
  Ids adjustments;
  Ids employers;
  Ids sites;
  Ids jobs;
  Ids pools;
  Ids candidates;
  Exclusions exclusions;
};

void CheckAdjustments(const Context& context, const Path& root, Faults& faults);
void CheckJobs(const Context& context, const Path& root, Faults& faults);
void CheckCandidates(const Context& context, const Path& root, Faults& faults);
void CheckPools(const Context& context, const Path& root, Faults& faults);

// Unknown tasks, a task tied to itself, and NEEDS in a circle when bonded tasks count as one.
void CheckLinks(const Job& job, const Path& path, Faults& faults);

// Levels that are asked for, at most one for each dimension.
void CheckDemands(const Context& context, const Path& parent, absl::string_view name, const std::vector<Demand>& demands,
                  Faults& faults);

// Levels that somebody has, at most one for each dimension.
void CheckCapabilities(const Context& context, const Path& path, const std::vector<Capability>& capabilities, Faults& faults);

// Shares, minutes and a number of tasks, each in its range.
void CheckRoleRules(const Path& path, const RoleRules& rules, Faults& faults);

void CheckSelection(const Context& context, const Path& path, const Selection& selection, Faults& faults);

// A reference to a dimension and a level on its scale. `parent` is the demand, capability or effect.
void CheckLevel(const Context& context, const Path& path, absl::string_view dimension_id, Level level, Faults& faults);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_MODEL_VALIDATING_H_
