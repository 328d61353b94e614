// large_vector.h: a vector for arrays of many megabytes that are read in random order.
#ifndef JOBCARVE_BASE_LARGE_VECTOR_H_
#define JOBCARVE_BASE_LARGE_VECTOR_H_

#include <cstddef>
#include <new>
#include <vector>

namespace jobcarve {
namespace internal {

// Memory aligned to `alignment`; large blocks ask the system for large pages, which save most of the address look-ups.
void* AllocateLarge(size_t bytes, size_t alignment);
void FreeLarge(void* memory, size_t bytes, size_t alignment);

template <typename T>
struct LargeAllocator {
  using value_type = T;
  LargeAllocator() = default;
  template <typename U>
  explicit LargeAllocator(const LargeAllocator<U>&) {}
  T* allocate(size_t count) {
    if (count > size_t{1} << 48) {
      throw std::bad_array_new_length();
    }
    return static_cast<T*>(AllocateLarge(count * sizeof(T), alignof(T)));
  }
  void deallocate(T* memory, size_t count) { FreeLarge(memory, count * sizeof(T), alignof(T)); }
  template <typename U>
  bool operator==(const LargeAllocator<U>&) const {
    return true;
  }
};

}  // namespace internal

template <typename T>
using LargeVector = std::vector<T, internal::LargeAllocator<T>>;

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_LARGE_VECTOR_H_
