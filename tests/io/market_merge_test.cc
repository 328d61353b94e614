#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/onet.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using testing::SizeIs;

Dimension Named(const std::string& id, const std::string& name) {
  Dimension dimension;
  dimension.id = id;
  dimension.name = name;
  return dimension;
}

Adjustment AdjustmentWith(const std::string& id) {
  Adjustment adjustment;
  adjustment.id = id;
  return adjustment;
}

TEST(MarketMergeTest, JoinsListsAndKeepsKnownDimensions) {
  Market market;
  market.title = "ours";
  market.dimensions = {Named("a", "ours")};
  Market other;
  other.title = "theirs";
  other.dimensions = {Named("a", "theirs"), Named("b", "theirs")};
  other.adjustments = {AdjustmentWith("x")};
  ASSERT_OK(MergeMarket(other, market));
  EXPECT_EQ(market.title, "ours");
  ASSERT_THAT(market.dimensions, SizeIs(2));
  EXPECT_EQ(market.dimensions[0].name, "ours");
  EXPECT_THAT(market.adjustments, SizeIs(1));
}

TEST(MarketMergeTest, TheSameIdTwiceIsAFault) {
  Market market;
  market.adjustments = {AdjustmentWith("x")};
  EXPECT_EQ(MergeMarket(market, market).message(), "adjustment 'x' is in both markets");
}

}  // namespace
}  // namespace jobcarve::io
