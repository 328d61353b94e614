// handover.h: which co-worker takes which task of a STRIPPED role.
#ifndef JOBCARVE_SRC_CARVE_HANDOVER_H_
#define JOBCARVE_SRC_CARVE_HANDOVER_H_

#include <cstdint>
#include <vector>

#include "carve/links.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/model/compiled.h"

namespace jobcarve {

// Packs groups of bonded tasks, whole, into the spare minutes of co-workers who can take them.
class HandoverPacking {
 public:
  // With `is_room_endless`, spare minutes have no end, and everybody can take everything.
  HandoverPacking(const CompiledJob& job, const LinkForest& links, bool is_room_endless);

  // Can these tasks all be handed over? They hold all or none of each bond group. Exact, unless a million steps do not decide it:
  // then false, and is_exact() is false from then on.
  bool Fits(TaskSet tasks);
  bool is_exact() const { return is_exact_; }

  // Tasks by id, each to the first co-worker by id with whom all the rest still fit. Requires Fits(tasks).
  std::vector<TaskHandover> Assign(TaskSet tasks);

 private:
  struct Group {
    TaskSet tasks = 0;
    int64_t minutes = 0;
    std::vector<bool> takers = {};  // By co-worker: can they take it?
  };

  bool Pack(TaskSet tasks, std::vector<int64_t> spare);
  bool IsFirstOfItsKind(const std::vector<int64_t>& spare, size_t i) const;
  bool PackFrom(size_t position, std::vector<int64_t>& spare);

  std::vector<Group> by_task_;         // By first task.
  std::vector<Group> by_size_;         // Largest first.
  std::vector<int64_t> spare_;         // By co-worker.
  std::vector<size_t> alike_;          // By co-worker: the first who can take the same.
  std::vector<const Group*> to_pack_;  // The groups in question, largest first.
  int64_t steps_left_ = 0;
  bool is_exact_ = true;
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_HANDOVER_H_
