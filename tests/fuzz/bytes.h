// bytes.h: an input of a fuzzer, taken byte by byte.
#ifndef JOBCARVE_TESTS_FUZZ_BYTES_H_
#define JOBCARVE_TESTS_FUZZ_BYTES_H_

#include <cstdint>
#include <span>

namespace jobcarve::test {

// Takes bytes from the front; zeros when they are used up.
class Bytes {
 public:
  explicit Bytes(std::span<const uint8_t> bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  uint8_t Next() {
    if (bytes_.empty()) {
      return 0;
    }
    const uint8_t byte = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return byte;
  }
  int64_t Below(int64_t n) { return Next() % n; }  // n > 0.

 private:
  std::span<const uint8_t> bytes_;
};

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_FUZZ_BYTES_H_
