// Handovers by trying co-workers in order for each task in order: the first assignment that works is the contract's. States that
// led nowhere are remembered, so that large jobs end too. Tested by tests/support/oracle_test.cc.
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "support/oracle.h"
#include "support/oracle_feasible.h"

namespace jobcarve::test {
namespace {

using Taken = std::map<std::string, std::string>;  // Task to co-worker.
using Room = std::vector<int64_t>;                 // Spare minutes left, by co-worker.

struct HandoverSearch {
  const Job& job;
  std::vector<Ids> groups;  // Tasks that go together, by their first task.
  std::vector<CoWorker> co_workers;
  std::set<std::pair<size_t, Room>> dead_ends;
};

// All tasks of `rest` tied to `id` by bonds, itself included.
Ids BondGroup(const Job& job, const Ids& rest, const std::string& id) {
  Ids group = {id};
  for (size_t before = 0; before != group.size();) {
    before = group.size();
    for (const Link& link : job.links) {
      const bool is_tied = group.count(link.task_id) > 0 || group.count(link.other_task_id) > 0;
      if (link.kind == LinkKind::kBond && is_tied) {
        group.insert(link.task_id);
        group.insert(link.other_task_id);
      }
    }
  }
  std::erase_if(group, [&](const std::string& member) { return rest.count(member) == 0; });
  return group;
}

bool KnownToLack(const CoWorker& co_worker, const Task& task) {
  for (const Demand& demand : task.demands) {
    for (const Capability& capability : co_worker.capabilities) {
      if (capability.dimension_id == demand.dimension_id && capability.level < demand.level) {
        return true;
      }
    }
  }
  return false;
}

bool HandOver(HandoverSearch& search, size_t next, Room& room, Taken& taken) {
  if (next == search.groups.size()) {
    return true;
  }
  if (search.dead_ends.count({next, room}) > 0) {
    return false;
  }
  const int64_t minutes = SumOfMinutes(search.job, search.groups[next]);
  for (size_t i = 0; i < room.size(); ++i) {
    const bool is_known_to_lack = std::any_of(search.groups[next].begin(), search.groups[next].end(), [&](const std::string& id) {
      return KnownToLack(search.co_workers[i], FindTask(search.job, id));
    });
    if (room[i] < minutes || is_known_to_lack) {
      continue;
    }
    room[i] -= minutes;
    const bool is_done = HandOver(search, next + 1, room, taken);
    room[i] += minutes;
    if (is_done) {
      for (const std::string& task_id : search.groups[next]) {
        taken[task_id] = search.co_workers[i].id;
      }
      return true;
    }
  }
  search.dead_ends.insert({next, room});
  return false;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> HandoversOf(const Job& job, const Ids& task_ids) {
  Ids rest = AllTasks(job);
  for (const std::string& id : task_ids) {
    rest.erase(id);
  }
  HandoverSearch search{job, {}, job.co_workers, {}};
  std::sort(search.co_workers.begin(), search.co_workers.end(), [](const CoWorker& a, const CoWorker& b) { return a.id < b.id; });
  for (const std::string& id : rest) {
    Ids group = BondGroup(job, rest, id);
    if (*group.begin() == id) {
      search.groups.push_back(std::move(group));
    }
  }
  Room room;
  int64_t all_room = 0;
  for (const CoWorker& co_worker : search.co_workers) {
    room.push_back(co_worker.spare_minutes.count());
    all_room += room.back();
  }
  Taken taken;
  if (SumOfMinutes(job, rest) > all_room || !HandOver(search, 0, room, taken)) {
    return std::nullopt;
  }
  return std::vector<std::pair<std::string, std::string>>(taken.begin(), taken.end());
}

std::optional<std::vector<std::pair<std::string, std::string>>> Handovers(const Market& market, const std::string& job_id,
                                                                          const OracleRole& role) {
  return HandoversOf(FindJob(market, job_id), Ids(role.task_ids.begin(), role.task_ids.end()));
}

}  // namespace jobcarve::test
