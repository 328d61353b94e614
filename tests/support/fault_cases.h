// fault_cases.h: one change to a sound market, one fault.
//
//   ExpectFaults({{"too many openings", [](Market& m) { m.jobs[0].openings = 1'000'001; },
//                  "jobs[0].openings", "1000001 is outside 0..1000000 (job 'porter')"}});
//   ExpectSound({{"as many as allowed", [](Market& m) { m.jobs[0].openings = 1'000'000; }}});
#ifndef JOBCARVE_TESTS_SUPPORT_FAULT_CASES_H_
#define JOBCARVE_TESTS_SUPPORT_FAULT_CASES_H_

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/validate.h"
#include "support/builders.h"

namespace jobcarve {

// How gtest shows a fault.
inline void PrintTo(const Fault& fault, std::ostream* out) {
  *out << fault.path << ": " << fault.message;
}

namespace test {

struct FaultCase {
  std::string name;
  std::function<void(Market&)> change;
  std::string path;
  std::string message;
};

// SmallMarket, changed, has exactly the fault of each case.
inline void ExpectFaults(const std::vector<FaultCase>& cases) {
  for (const FaultCase& fault_case : cases) {
    SCOPED_TRACE(fault_case.name);
    Market market = SmallMarket();
    fault_case.change(market);
    EXPECT_THAT(FindFaults(market), testing::ElementsAre(Fault{.path = fault_case.path, .message = fault_case.message}));
  }
}

struct SoundCase {
  std::string name;
  std::function<void(Market&)> change;
};

// SmallMarket, changed, is sound in each case.
inline void ExpectSound(const std::vector<SoundCase>& cases) {
  for (const SoundCase& sound_case : cases) {
    SCOPED_TRACE(sound_case.name);
    Market market = SmallMarket();
    sound_case.change(market);
    EXPECT_THAT(FindFaults(market), testing::IsEmpty());
  }
}

}  // namespace test
}  // namespace jobcarve

#endif  // JOBCARVE_TESTS_SUPPORT_FAULT_CASES_H_
