// Any bytes as a market in binary. Replayed by tests/fuzz/replay_main.cc.
#include <cstddef>
#include <cstdint>

#include "fuzz/market_property.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  jobcarve::test::CheckMarketBytes(absl::string_view(reinterpret_cast<const char*>(data), size), jobcarve::io::Format::kBinary);
  return 0;
}
