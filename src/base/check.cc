#include "jobcarve/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace jobcarve::internal {

void CheckFailed(const char* file, int line, const char* expression) {
  std::fprintf(stderr, "%s:%d: JOBCARVE_CHECK failed: %s\n", file, line, expression);
  std::abort();
}

}  // namespace jobcarve::internal
