#include "support/link_circles.h"

#include <set>
#include <string>

namespace jobcarve::test {
namespace {

// Everything that comes with a task: what it needs and what it is bonded with, however far.
std::set<std::string> ComesWith(const std::vector<Link>& links, const std::string& task) {
  std::set<std::string> reached = {task};
  size_t before = 0;
  while (before != reached.size()) {
    before = reached.size();
    for (const Link& link : links) {
      if (reached.contains(link.task_id)) {
        reached.insert(link.other_task_id);
      }
      if (link.kind == LinkKind::kBond && reached.contains(link.other_task_id)) {
        reached.insert(link.task_id);
      }
    }
  }
  return reached;
}

}  // namespace

bool NeedInACircle(const std::vector<Link>& links) {
  for (const Link& link : links) {
    if (link.kind == LinkKind::kNeeds && ComesWith(links, link.other_task_id).contains(link.task_id)) {
      return true;
    }
  }
  return false;
}

}  // namespace jobcarve::test
