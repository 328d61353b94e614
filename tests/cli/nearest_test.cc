#include "cli/nearest.h"

#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace jobcarve::cli {
namespace {

const std::vector<std::string>& Known() {
  static const std::vector<std::string>& known = *new std::vector<std::string>{"solve", "check", "carve", "verify"};
  return known;
}

TEST(NearestWordTest, ForgivesATypo) {
  EXPECT_EQ(NearestWord("solv", Known()), "solve");
  EXPECT_EQ(NearestWord("sovle", Known()), "solve");
  EXPECT_EQ(NearestWord("carv3", Known()), "carve");
  EXPECT_EQ(NearestWord("verfiy", Known()), "verify");
}

TEST(NearestWordTest, TheFirstOfEqualsWins) {
  EXPECT_EQ(NearestWord("xarve", {"carve", "marve"}), "carve");
  EXPECT_EQ(NearestWord("xarve", {"marve", "carve"}), "marve");
}

TEST(NearestWordTest, GivesNothingWhenNothingIsNear) {
  EXPECT_EQ(NearestWord("frobnicate", Known()), std::nullopt);
  EXPECT_EQ(NearestWord("", Known()), std::nullopt);
  EXPECT_EQ(NearestWord("solve", {}), std::nullopt);
}

TEST(NearestWordTest, DidYouMeanIsReadyToAppend) {
  EXPECT_EQ(DidYouMean("solv", Known()), ", did you mean 'solve'?");
  EXPECT_EQ(DidYouMean("frobnicate", Known()), "");
}

}  // namespace
}  // namespace jobcarve::cli
