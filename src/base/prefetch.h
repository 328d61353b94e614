// prefetch.h: asks for cache lines that will be read soon.
#ifndef JOBCARVE_SRC_BASE_PREFETCH_H_
#define JOBCARVE_SRC_BASE_PREFETCH_H_

#include <cstddef>
#include <span>

namespace jobcarve {

// The empty statement counts as an effect. Without one, gcc takes a function that only prefetches for one that does nothing,
// and drops calls to it.
inline void Prefetch(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");
}

// A line for each 64 bytes of `items`, from the first item on.
template <typename T>
void PrefetchLines(std::span<const T> items) {
  constexpr size_t kItemsPerLine = 64 / sizeof(T);
  static_assert(kItemsPerLine > 0);
  for (size_t i = 0; i < items.size(); i += kItemsPerLine) {
    Prefetch(items.data() + i);
  }
}

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_BASE_PREFETCH_H_
