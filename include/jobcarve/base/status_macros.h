// status_macros.h: passes an error up. Abseil's own macros are not in the release we build against.
//
//   JOBCARVE_RETURN_IF_ERROR(Validate(market));
//   JOBCARVE_ASSIGN_OR_RETURN(const Plan plan, Solve(market));
#ifndef JOBCARVE_BASE_STATUS_MACROS_H_
#define JOBCARVE_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define JOBCARVE_CONCAT_INNER(a, b) a##b
#define JOBCARVE_CONCAT(a, b) JOBCARVE_CONCAT_INNER(a, b)

// Returns the status from the enclosing function unless it is OK.
#define JOBCARVE_RETURN_IF_ERROR(expression)                                  \
  do {                                                                        \
    if (absl::Status jobcarve_status = (expression); !jobcarve_status.ok()) { \
      return jobcarve_status;                                                 \
    }                                                                         \
  } while (false)

// Declares or assigns `lhs` from a StatusOr, or returns its status from the enclosing function.
#define JOBCARVE_ASSIGN_OR_RETURN(lhs, expression) \
  JOBCARVE_ASSIGN_OR_RETURN_INNER(JOBCARVE_CONCAT(jobcarve_status_or_, __LINE__), lhs, expression)
#define JOBCARVE_ASSIGN_OR_RETURN_INNER(result, lhs, expression) \
  auto result = (expression);                                    \
  if (!result.ok()) {                                            \
    return std::move(result).status();                           \
  }                                                              \
  lhs = *std::move(result)

#endif  // JOBCARVE_BASE_STATUS_MACROS_H_
