// child.h: calls a function in a process of its own, so that it may crash, fill the memory or never come back.
//
//   const absl::StatusOr<PeerAnswer> answer = InChild<PeerAnswer>(300.0, [&] { return SolveByBoost(instance); });
#ifndef JOBCARVE_BENCH_CHILD_H_
#define JOBCARVE_BENCH_CHILD_H_

#include <cstring>
#include <functional>
#include <string>
#include <type_traits>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace jobcarve::bench {

// What `run` returns in a copy of this process, made here and now. No other thread may be running.
// Errors: DeadlineExceeded after `limit_seconds`, when the child and all its children have been ended; Internal when it ended
//   without an answer.
absl::StatusOr<std::string> BytesFromChild(double limit_seconds, const std::function<std::string()>& run);

// The same for a value that can be copied byte by byte.
template <typename T>
absl::StatusOr<T> InChild(double limit_seconds, const std::function<T()>& run) {
  static_assert(std::is_trivially_copyable_v<T>);
  const absl::StatusOr<std::string> bytes = BytesFromChild(limit_seconds, [&run] {
    const T value = run();
    return std::string(reinterpret_cast<const char*>(&value), sizeof(T));
  });
  if (!bytes.ok()) {
    return bytes.status();
  }
  if (bytes->size() != sizeof(T)) {
    return absl::InternalError("it ended without an answer");
  }
  T value;
  std::memcpy(&value, bytes->data(), sizeof(T));
  return value;
}

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_CHILD_H_
