#include "base/utf8.h"

#include <string>

#include "gtest/gtest.h"

namespace jobcarve {
namespace {

TEST(Utf8Test, AcceptsEveryLengthAtItsEnds) {
  for (const std::string text : {"", "plain", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                                 "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "mixed \xe2\x82\xac text"}) {
    EXPECT_TRUE(IsUtf8(text)) << testing::PrintToString(text);
  }
  EXPECT_TRUE(IsUtf8(std::string(1, '\0')));
}

TEST(Utf8Test, RefusesLongFormsSurrogatesAndBeyondUnicode) {
  for (const std::string text : {"\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
                                 "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\x80"}) {
    EXPECT_FALSE(IsUtf8(text)) << testing::PrintToString(text);
  }
}

TEST(Utf8Test, RefusesWhatEndsTooSoon) {
  for (const std::string text : {"\xc2", "\xe2\x82", "\xf0\x90\x80", "\xc2x", "\xe2\x82x", "\xf0\x90\x80x", "a\xe2"}) {
    EXPECT_FALSE(IsUtf8(text)) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace jobcarve
