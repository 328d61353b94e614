// links.h: the links of a job as items to choose, arranged so that choosing is a walk over a forest.
//
// Tasks that can only go together (bonds, and cycles made of bonds and needs) are one item. An item that needs others hangs below
// one of them, its parent; what it needs besides and what the forest does not already say is an extra need. Items are in
// preorder, so the descendants of item i are the items i + 1 .. skip - 1.
#ifndef JOBCARVE_SRC_CARVE_LINKS_H_
#define JOBCARVE_SRC_CARVE_LINKS_H_

#include <cstdint>
#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve {

struct LinkItem {
  TaskSet tasks = 0;
  int64_t units = 0;  // Weekly minutes / LinkForest::unit.
  size_t skip = 0;    // Position of the first item after its descendants.
};

// `item` may be in a role only with all of `needs`.
struct ExtraNeed {
  TaskSet item = 0;
  TaskSet needs = 0;
};

struct LinkForest {
  TaskSet all = 0;         // All tasks.
  int64_t unit = 1;        // Greatest common divisor of the items' minutes.
  bool is_linked = false;  // There are bonds or needs.
  std::vector<LinkItem> items;
  std::vector<ExtraNeed> extra_needs;
  std::vector<TaskSet> bond_groups;      // Tasks that one co-worker must take together; by first task.
  std::vector<TaskSet> required_by;      // For each task: what must be in a role with it, itself included.
  std::vector<TaskSet> impossible_with;  // For each task: what cannot be in a role without it, itself included.

  // All that must be in with `tasks`, and all that must be out without them.
  TaskSet CloseIn(TaskSet tasks) const { return is_linked ? Close(required_by, tasks) : tasks; }
  TaskSet CloseOut(TaskSet tasks) const { return is_linked ? Close(impossible_with, tasks) : tasks; }

 private:
  static TaskSet Close(const std::vector<TaskSet>& closure, TaskSet tasks);
};

// O(tasks^2 + links).
LinkForest LinkForestOf(const CompiledJob& job);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_LINKS_H_
