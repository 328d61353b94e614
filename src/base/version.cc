// JOBCARVE_VERSION comes from project(jobcarve VERSION ...), through src/CMakeLists.txt. Tested by tests/cli/main_test.cc.
#include "jobcarve/base/version.h"

namespace jobcarve {

absl::string_view Version() {
  return JOBCARVE_VERSION;
}

}  // namespace jobcarve
