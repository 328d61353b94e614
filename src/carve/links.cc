// A bond is an arc in both directions, a need is an arc to what is needed; tasks of one strong component go together
// (Boost.Graph's strong_components, R. Tarjan, "Depth-first search and linear graph algorithms", 1972). Components come out
// numbered so that whatever is needed has a lower number: one pass upwards gives depths, parents and closures. The parent is the
// deepest of the needed components: its own ancestors then cover most of the other needs. Tested by tests/carve/links_test.cc.
#include "carve/links.h"

#include <algorithm>
#include <bit>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <numeric>

namespace jobcarve {
namespace {

using Arcs = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Bonds = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

struct Component {
  TaskSet tasks = 0;
  TaskSet required = 0;  // With everything it needs, however far.
  std::vector<size_t> needs;
  std::vector<size_t> children;
  size_t depth = 0;
  bool is_root = true;
};

std::vector<TaskSet> Gather(const std::vector<size_t>& group_of, size_t count) {
  std::vector<TaskSet> groups(count);
  for (size_t task = 0; task < group_of.size(); ++task) {
    groups[group_of[task]] |= TaskSet{1} << task;
  }
  return groups;
}

std::vector<TaskSet> BondGroups(const CompiledJob& job) {
  Bonds bonds(job.tasks.size());
  for (const CompiledLink& link : job.links) {
    if (link.kind == LinkKind::kBond) {
      boost::add_edge(link.task.value(), link.other.value(), bonds);
    }
  }
  std::vector<size_t> group_of(job.tasks.size());
  const size_t count = boost::connected_components(bonds, group_of.data());
  return Gather(group_of, count);
}

std::vector<Component> ComponentsOf(const CompiledJob& job) {
  Arcs arcs(job.tasks.size());
  for (const CompiledLink& link : job.links) {
    boost::add_edge(link.task.value(), link.other.value(), arcs);
    if (link.kind == LinkKind::kBond) {
      boost::add_edge(link.other.value(), link.task.value(), arcs);
    }
  }
  std::vector<size_t> component_of(job.tasks.size());
  const size_t count = boost::strong_components(arcs, component_of.data());
  std::vector<Component> components(count);
  const std::vector<TaskSet> groups = Gather(component_of, count);
  for (size_t i = 0; i < count; ++i) {
    components[i].tasks = groups[i];
  }
  for (const CompiledLink& link : job.links) {
    const size_t from = component_of[link.task.value()];
    const size_t to = component_of[link.other.value()];
    if (link.kind == LinkKind::kNeeds && from != to) {
      components[from].needs.push_back(to);
    }
  }
  return components;
}

// Hangs every component below the deepest that it needs; needed ones have lower numbers. What a parent requires comes with it,
// so only what is left is an extra need.
void HangUp(std::vector<Component>& components, LinkForest& forest) {
  for (size_t i = 0; i < components.size(); ++i) {
    Component& component = components[i];
    component.required = component.tasks;
    if (component.needs.empty()) {
      continue;
    }
    size_t parent = component.needs.front();
    for (size_t other : component.needs) {
      component.required |= components[other].required;
      const bool is_deeper = components[other].depth > components[parent].depth;
      const bool is_first = components[other].depth == components[parent].depth &&
                            std::countr_zero(components[other].tasks) < std::countr_zero(components[parent].tasks);
      parent = is_deeper || is_first ? other : parent;
    }
    component.depth = components[parent].depth + 1;
    component.is_root = false;
    components[parent].children.push_back(i);
    const TaskSet besides = component.required & ~component.tasks & ~components[parent].required;
    if (besides != 0) {
      forest.extra_needs.push_back({.item = component.tasks, .needs = besides});
    }
  }
}

void SortByFirstTask(const std::vector<Component>& components, std::vector<size_t>& order) {
  std::sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return std::countr_zero(components[a].tasks) < std::countr_zero(components[b].tasks); });
}

// Appends the tree below `root`, in preorder.
void Append(std::vector<Component>& components, size_t root, const CompiledJob& job, LinkForest& forest) {
  const size_t position = forest.items.size();
  LinkItem item{.tasks = components[root].tasks};
  for (TaskIndex task : job.tasks.Indices()) {
    item.units += Contains(item.tasks, task) ? job.tasks[task].minutes.count() : 0;
  }
  forest.items.push_back(item);
  SortByFirstTask(components, components[root].children);
  for (size_t child : components[root].children) {
    Append(components, child, job, forest);
  }
  forest.items[position].skip = forest.items.size();
}

void DivideByUnit(LinkForest& forest) {
  forest.unit = 0;
  for (const LinkItem& item : forest.items) {
    forest.unit = std::gcd(forest.unit, item.units);
  }
  for (LinkItem& item : forest.items) {
    item.units /= forest.unit;
  }
}

void AddClosures(const std::vector<Component>& components, LinkForest& forest, size_t task_count) {
  forest.required_by.resize(task_count);
  forest.impossible_with.resize(task_count);
  for (const Component& component : components) {
    for (size_t task = 0; task < task_count; ++task) {
      if ((component.tasks >> task & 1) != 0) {
        forest.required_by[task] = component.required;
      }
      if ((component.required >> task & 1) != 0) {
        forest.impossible_with[task] |= component.tasks;
      }
    }
  }
}

}  // namespace

TaskSet LinkForest::Close(const std::vector<TaskSet>& closure, TaskSet tasks) {
  TaskSet closed = tasks;
  for (TaskSet left = tasks; left != 0; left &= left - 1) {
    closed |= closure[static_cast<size_t>(std::countr_zero(left))];
  }
  return closed;
}

LinkForest LinkForestOf(const CompiledJob& job) {
  LinkForest forest;
  forest.all = job.AllTasks();
  forest.is_linked = !job.links.empty();
  std::vector<Component> components = ComponentsOf(job);
  HangUp(components, forest);
  std::vector<size_t> roots;
  for (size_t i = 0; i < components.size(); ++i) {
    if (components[i].is_root) {
      roots.push_back(i);
    }
  }
  SortByFirstTask(components, roots);
  for (size_t root : roots) {
    Append(components, root, job, forest);
  }
  DivideByUnit(forest);
  AddClosures(components, forest, job.tasks.size());
  forest.bond_groups = BondGroups(job);
  return forest;
}

}  // namespace jobcarve
