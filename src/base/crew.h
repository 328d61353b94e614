// crew.h: threads that stay for many short loops, where starting them each time (parallel.h) would cost more than the loop.
//
//   Crew crew(threads);
//   crew.Share(items.size(), [&](size_t begin, size_t end) { for (size_t i = begin; i < end; ++i) Work(items[i]); });
#ifndef JOBCARVE_SRC_BASE_CREW_H_
#define JOBCARVE_SRC_BASE_CREW_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <thread>
#include <vector>

#include "absl/functional/function_ref.h"

namespace jobcarve {

class Crew {
 public:
  using Body = absl::FunctionRef<void(size_t begin, size_t end)>;

  // The calling thread and `threads` - 1 more; fewer when the system has no more to give. With 1, everything is an ordinary loop.
  explicit Crew(int threads);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Calls `body` with consecutive ranges that make up [0, count), one for each thread, and returns when all calls have ended.
  // What a call writes, no other may touch. `body` must not throw, nor share again. Small counts are not shared.
  void Share(size_t count, Body body);

 private:
  void Work(size_t worker);
  void WorkOn(size_t worker);

  std::vector<std::thread> workers_;
  std::optional<Body> body_;
  size_t count_ = 0;
  std::atomic<uint32_t> turn_ = 0;  // Grows with each loop.
  std::atomic<uint32_t> busy_ = 0;  // Workers that have not ended theirs.
  std::atomic<bool> is_over_ = false;
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_BASE_CREW_H_
