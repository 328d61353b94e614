// Where the system knows no large pages, or has none left, ordinary ones serve. Tested by tests/base/large_vector_test.cc.
#include "jobcarve/base/large_vector.h"

#include <algorithm>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace jobcarve::internal {
namespace {

constexpr size_t kLargePage = size_t{2} << 20;

// Blocks that would fill a good part of a large page get whole ones.
bool IsLarge(size_t bytes) {
  return bytes >= kLargePage / 4;
}
size_t SizeFor(size_t bytes) {
  return IsLarge(bytes) ? (bytes + kLargePage - 1) / kLargePage * kLargePage : bytes;
}
size_t AlignmentFor(size_t bytes, size_t alignment) {
  return IsLarge(bytes) ? std::max(kLargePage, alignment) : alignment;
}

}  // namespace

void* AllocateLarge(size_t bytes, size_t alignment) {
  void* memory = ::operator new(SizeFor(bytes), std::align_val_t(AlignmentFor(bytes, alignment)));
#ifdef __linux__
  if (IsLarge(bytes)) {
    madvise(memory, SizeFor(bytes), MADV_HUGEPAGE);  // Advice only: a refusal changes nothing but speed.
  }
#endif
  return memory;
}

void FreeLarge(void* memory, size_t bytes, size_t alignment) {
  ::operator delete(memory, std::align_val_t(AlignmentFor(bytes, alignment)));
}

}  // namespace jobcarve::internal
