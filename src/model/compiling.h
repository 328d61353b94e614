// compiling.h: what the parts of Compile share: the way from ids to indices. Private to model.
#ifndef JOBCARVE_MODEL_COMPILING_H_
#define JOBCARVE_MODEL_COMPILING_H_

#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/check.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/market.h"

namespace jobcarve::internal {

// Ids of one kind, and the index that each has among them in sorted order. Refers to the ids' text: the market must outlive it.
template <typename I>
class IdTable {
 public:
  IdTable() = default;

  // Of the items' ids, which must differ.
  template <typename T>
  explicit IdTable(const std::vector<T>& items) : order_(items.size()) {
    std::iota(order_.begin(), order_.end(), size_t{0});
    absl::c_sort(order_, [&items](size_t a, size_t b) { return items[a].id < items[b].id; });
    index_of_.reserve(items.size());
    for (size_t position = 0; position < order_.size(); ++position) {
      index_of_.emplace(items[order_[position]].id, I(position));
    }
  }

  // Positions in the input, in the order of the ids.
  const std::vector<size_t>& order() const { return order_; }

  I Find(absl::string_view id) const {
    const auto found = index_of_.find(id);
    JOBCARVE_CHECK(found != index_of_.end());  // FindFaults has seen to it.
    return found->second;
  }

  // Ascending indices of the ids.
  std::vector<I> FindAll(const std::vector<std::string>& ids) const {
    std::vector<I> indices;
    indices.reserve(ids.size());
    for (const std::string& id : ids) {
      indices.push_back(Find(id));
    }
    absl::c_sort(indices);
    return indices;
  }

 private:
  std::vector<size_t> order_;
  absl::flat_hash_map<absl::string_view, I> index_of_;  // Looked up, never iterated.
};

struct Tables {
  Date as_of;
  IdTable<DimensionIndex> dimensions;
  IdTable<AdjustmentIndex> adjustments;
  IdTable<EmployerIndex> employers;
  IdTable<SiteIndex> sites;
  IdTable<JobIndex> jobs;  // And open pools.
  IdTable<CandidateIndex> candidates;
  absl::flat_hash_map<absl::string_view, TagIndex> tags;  // Looked up, never iterated.

  TagIndex FindTag(absl::string_view tag) const;
  // `text` as a day; as_of when it is empty.
  Date DateOr(absl::string_view text) const;
};

// Disjoint, ascending, touching ones joined; the whole week when there are none.
std::vector<Window> MergedWindows(const std::vector<Window>& windows);
// What two such lists have in common.
std::vector<Window> CommonWindows(const std::vector<Window>& a, const std::vector<Window>& b);

CompiledAdjustment CompileAdjustment(const Adjustment& adjustment, const Tables& tables);
std::vector<CompiledCapability> CompileCapabilities(const std::vector<Capability>& capabilities, const Tables& tables);

CompiledJob CompileJob(const Job& job, const Tables& tables);
CompiledCandidate CompileCandidate(const Candidate& candidate, const Tables& tables);
// `members`, ascending and not empty, are the pool's jobs that nobody holds.
CompiledJob CompilePool(const Pool& pool, const std::vector<JobIndex>& members, const IndexedVector<JobIndex, CompiledJob>& jobs,
                        const Tables& tables);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_MODEL_COMPILING_H_
