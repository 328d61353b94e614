// Links of one job. Bonded tasks are one node (connected components); NEEDS between nodes must leave no circle (strong
// components); a circle is told link by link. Tested by tests/model/validate_links_test.cc.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "boost/graph/adjacency_list.hpp"
#include "boost/graph/connected_components.hpp"
#include "boost/graph/strong_components.hpp"
#include "model/validating.h"

namespace jobcarve::internal {
namespace {

using Bonds = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Needs = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

// A sound link, by positions of its tasks.
struct Tie {
  LinkKind kind = LinkKind::kUnspecified;
  size_t task = 0;
  size_t other = 0;
};

// The links whose own fields are sound; faults for the rest.
std::vector<Tie> SoundTies(const Job& job, const Path& path, Faults& faults) {
  const Ids tasks("task", job.tasks);
  std::vector<Tie> ties;
  for (size_t i = 0; i < job.links.size(); ++i) {
    const Link& link = job.links[i];
    const Path item = path.At("links", i);
    faults.CheckEnum(item / "kind", link.kind, LinkKind::kNeeds, true);
    const std::optional<size_t> task = faults.CheckReference(item / "task_id", link.task_id, tasks);
    const std::optional<size_t> other = faults.CheckReference(item / "other_task_id", link.other_task_id, tasks);
    if (!task.has_value() || !other.has_value()) {
      continue;
    }
    if (*task == *other) {
      faults.Add(item, absl::StrCat("ties task ", Quoted(link.task_id), " to itself"));
    } else {
      ties.push_back({.kind = link.kind, .task = *task, .other = *other});
    }
  }
  return ties;
}

// For each task the number of its group: tasks bonded to each other share one.
std::vector<size_t> BondedGroups(size_t task_count, const std::vector<Tie>& ties) {
  Bonds bonds(task_count);
  for (const Tie& tie : ties) {
    if (tie.kind == LinkKind::kBond) {
      boost::add_edge(tie.task, tie.other, bonds);
    }
  }
  std::vector<size_t> group(task_count);
  boost::connected_components(bonds, group.data());
  return group;
}

// For each group the number of its circle: groups that need each other round about share one.
std::vector<size_t> CirclesOf(const std::vector<Tie>& ties, const std::vector<size_t>& group) {
  Needs needs(group.size());
  for (const Tie& tie : ties) {
    if (tie.kind == LinkKind::kNeeds) {
      boost::add_edge(group[tie.task], group[tie.other], needs);
    }
  }
  std::vector<size_t> circle(group.size());
  boost::strong_components(needs, circle.data());
  return circle;
}

// The circle that one gets into by following, from `start`, always the first NEEDS that stays in the same strong component:
// "'a' needs 'b', 'b' needs 'a'".
std::string Told(const Job& job, const std::vector<Tie>& inner, const std::vector<size_t>& group, size_t start) {
  std::vector<const Tie*> walk;
  std::vector<size_t> step_at(group.size(), group.size());  // Of each group on the walk.
  for (size_t at = start; step_at[at] == group.size();) {
    step_at[at] = walk.size();
    const auto next = std::find_if(inner.begin(), inner.end(), [&](const Tie& tie) { return group[tie.task] == at; });
    walk.push_back(&*next);  // A strong component with a link in it has one from each of its groups.
    at = group[next->other];
    start = at;
  }
  walk.erase(walk.begin(), walk.begin() + static_cast<std::ptrdiff_t>(step_at[start]));
  return absl::StrJoin(walk, ", ", [&job](std::string* out, const Tie* tie) {
    absl::StrAppend(out, Quoted(job.tasks[tie->task].id), " needs ", Quoted(job.tasks[tie->other].id));
  });
}

}  // namespace

void CheckLinks(const Job& job, const Path& path, Faults& faults) {
  const std::vector<Tie> ties = SoundTies(job, path, faults);
  const std::vector<size_t> group = BondedGroups(job.tasks.size(), ties);
  const std::vector<size_t> circle = CirclesOf(ties, group);
  std::vector<std::vector<Tie>> inner(circle.size());  // NEEDS within one strong component.
  std::vector<size_t> order;                           // Of the components, as the links come.
  for (const Tie& tie : ties) {
    const size_t component = circle[group[tie.task]];
    if (tie.kind == LinkKind::kNeeds && component == circle[group[tie.other]]) {
      if (inner[component].empty()) {
        order.push_back(component);
      }
      inner[component].push_back(tie);
    }
  }
  for (const size_t component : order) {
    const std::string told = Told(job, inner[component], group, group[inner[component].front().task]);
    faults.Add(path / "links", absl::StrCat("NEEDS in a circle, bonded tasks counting as one: ", told));
  }
}

}  // namespace jobcarve::internal
