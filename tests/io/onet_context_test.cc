#include "io/onet_context.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace jobcarve::io {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

OnetOccupation With(std::map<std::string, double> context) {
  OnetOccupation occupation;
  occupation.context = std::move(context);
  return occupation;
}

TEST(OnetContextTest, ExposuresOfThePlaceHoldForTheJob) {
  const std::vector<Demand> demands = JobContext(With({{"4.C.2.b.1.a", 3.4}}));
  ASSERT_THAT(demands, SizeIs(1));
  EXPECT_EQ(demands[0].dimension_id, "onet:4.C.2.b.1.a");
  EXPECT_EQ(demands[0].level, Level{2});
  EXPECT_EQ(demands[0].source, Source::kStated);
  EXPECT_THAT(JobContext(With({{"4.C.2.b.1.a", 2.4}})), IsEmpty());  // Rare.
  EXPECT_THAT(JobContext(With({{"4.C.3.a.4", 5.0}})), IsEmpty());    // Freedom to decide is no barrier.
}

TEST(OnetContextTest, CustomersAreMetOnlyInTasksWithCustomers) {
  const OnetOccupation receptionist = With({{"4.C.1.b.1.f", 4.35}});
  EXPECT_THAT(JobContext(receptionist), IsEmpty());
  EXPECT_THAT(TaskContext(receptionist, {"records"}), IsEmpty());
  const std::vector<Demand> demands = TaskContext(receptionist, {"customers"});
  ASSERT_THAT(demands, SizeIs(1));
  EXPECT_EQ(demands[0].level, Level{3});
  EXPECT_EQ(demands[0].source, Source::kImputed);
}

TEST(OnetContextTest, StandingIsTheJobsWhenItIsMostOfTheTime) {
  EXPECT_THAT(JobContext(With({{"4.C.2.d.1.b", 4.1}})), SizeIs(1));
  EXPECT_THAT(JobContext(With({{"4.C.2.d.1.b", 3.4}})), IsEmpty());
  EXPECT_THAT(TaskContext(With({{"4.C.2.d.1.b", 3.4}}), {"handling"}), SizeIs(1));
}

TEST(OnetContextTest, ALadderTaskHasItsLadderHoweverRareInTheWeek) {
  const std::vector<Demand> demands = TaskContext(With({{"4.C.2.c.1.c", 1.9}}), {"heights"});
  ASSERT_THAT(demands, SizeIs(1));
  EXPECT_EQ(demands[0].level, Level{2});
}

}  // namespace
}  // namespace jobcarve::io
