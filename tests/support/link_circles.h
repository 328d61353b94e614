// link_circles.h: would these links be refused because NEEDS go in a circle?
#ifndef JOBCARVE_TESTS_SUPPORT_LINK_CIRCLES_H_
#define JOBCARVE_TESTS_SUPPORT_LINK_CIRCLES_H_

#include <vector>

#include "jobcarve/model/market.h"

namespace jobcarve::test {

// True if some task needs, however far, itself or a task bonded with it.
bool NeedInACircle(const std::vector<Link>& links);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_LINK_CIRCLES_H_
