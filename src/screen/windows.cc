// Two sorted lists of disjoint windows, walked side by side. Tested by tests/screen/screen_test.cc.
#include <algorithm>
#include <vector>

#include "jobcarve/screen/screen.h"

namespace jobcarve {

Minutes CommonMinutes(const std::vector<Window>& a, const std::vector<Window>& b) {
  Minutes common;
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const Minutes start = std::max(a[i].start, b[j].start);
    const Minutes end = std::min(a[i].end, b[j].end);
    if (start < end) {
      common += end - start;
    }
    // The window that ends first can meet nothing later.
    a[i].end < b[j].end ? ++i : ++j;
  }
  return common;
}

}  // namespace jobcarve
