// The first byte says how many follow and what the second may be; the rest are 80..BF. Tested by tests/base/utf8_test.cc.
#include "base/utf8.h"

#include <cstddef>
#include <cstdint>

namespace jobcarve {
namespace {

// What may follow one first byte.
struct Rest {
  size_t count = 0;  // Of bytes that follow; 0 for a byte that is no first byte.
  uint8_t second_low = 0x80;
  uint8_t second_high = 0xBF;
};

Rest RestAfter(uint8_t first) {
  if (first >= 0xC2 && first <= 0xDF) {
    return {.count = 1};
  }
  if (first >= 0xE0 && first <= 0xEF) {  // E0: no long forms. ED: no surrogates.
    return {.count = 2,
            .second_low = static_cast<uint8_t>(first == 0xE0 ? 0xA0 : 0x80),
            .second_high = static_cast<uint8_t>(first == 0xED ? 0x9F : 0xBF)};
  }
  if (first >= 0xF0 && first <= 0xF4) {  // F0: no long forms. F4: at most U+10FFFF.
    return {.count = 3,
            .second_low = static_cast<uint8_t>(first == 0xF0 ? 0x90 : 0x80),
            .second_high = static_cast<uint8_t>(first == 0xF4 ? 0x8F : 0xBF)};
  }
  return {};
}

}  // namespace

bool IsUtf8(absl::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto byte = [text, i](size_t ahead) { return static_cast<uint8_t>(text[i + ahead]); };
    if (byte(0) < 0x80) {
      ++i;
      continue;
    }
    const Rest rest = RestAfter(byte(0));
    if (rest.count == 0 || text.size() - i <= rest.count || byte(1) < rest.second_low || byte(1) > rest.second_high) {
      return false;
    }
    for (size_t ahead = 2; ahead <= rest.count; ++ahead) {
      if ((byte(ahead) & 0xC0) != 0x80) {
        return false;
      }
    }
    i += rest.count + 1;
  }
  return true;
}

}  // namespace jobcarve
