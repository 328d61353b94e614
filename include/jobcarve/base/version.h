// version.h: which engine made a plan.
#ifndef JOBCARVE_BASE_VERSION_H_
#define JOBCARVE_BASE_VERSION_H_

#include "absl/strings/string_view.h"

namespace jobcarve {

// "MAJOR.MINOR.PATCH", the version of the CMake project.
absl::string_view Version();

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_VERSION_H_
