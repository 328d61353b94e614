// prefetch.h: asks for a cache line that will be read soon.
#ifndef JOBCARVE_SRC_BASE_PREFETCH_H_
#define JOBCARVE_SRC_BASE_PREFETCH_H_

namespace jobcarve {

// The empty statement counts as an effect. Without one, gcc takes a function that only prefetches for one that does nothing,
// and drops calls to it.
inline void Prefetch(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");
}

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_BASE_PREFETCH_H_
