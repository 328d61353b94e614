// check.h: stops the program when an invariant of ours is broken. Active in every build.
//
//   JOBCARVE_CHECK(row < row_count) << ...      is not offered: the expression and its place say enough.
//
// Use it only for what no input can cause; input faults are absl::Status.
#ifndef JOBCARVE_BASE_CHECK_H_
#define JOBCARVE_BASE_CHECK_H_

namespace jobcarve::internal {

// Prints "file:line: JOBCARVE_CHECK failed: expression" on stderr and aborts.
[[noreturn]] void CheckFailed(const char* file, int line, const char* expression);

}  // namespace jobcarve::internal

#define JOBCARVE_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::jobcarve::internal::CheckFailed(__FILE__, __LINE__, #condition))

// Like JOBCARVE_CHECK, for hot loops: compiled out when NDEBUG is set.
#ifdef NDEBUG
#define JOBCARVE_DCHECK(condition) static_cast<void>(sizeof(condition))
#else
#define JOBCARVE_DCHECK(condition) JOBCARVE_CHECK(condition)
#endif

#endif  // JOBCARVE_BASE_CHECK_H_
