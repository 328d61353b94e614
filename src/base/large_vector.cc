// Where the system knows no large pages, or has none left, ordinary ones serve. Tested by tests/base/large_vector_test.cc.
#include "jobcarve/base/large_vector.h"

#include <algorithm>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace jobcarve::internal {
namespace {

constexpr size_t kLargePage = size_t{2} << 20;

size_t AlignmentFor(size_t bytes, size_t alignment) {
  return bytes >= 2 * kLargePage ? std::max(kLargePage, alignment) : alignment;
}

}  // namespace

void* AllocateLarge(size_t bytes, size_t alignment) {
  void* memory = ::operator new(bytes, std::align_val_t(AlignmentFor(bytes, alignment)));
#ifdef __linux__
  if (bytes >= 2 * kLargePage) {
    madvise(memory, bytes, MADV_HUGEPAGE);  // Advice only: a refusal changes nothing but speed.
  }
#endif
  return memory;
}

void FreeLarge(void* memory, size_t bytes, size_t alignment) {
  ::operator delete(memory, std::align_val_t(AlignmentFor(bytes, alignment)));
}

}  // namespace jobcarve::internal
