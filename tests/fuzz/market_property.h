// market_property.h: what must hold for any bytes taken for a market.
#ifndef JOBCARVE_TESTS_FUZZ_MARKET_PROPERTY_H_
#define JOBCARVE_TESTS_FUZZ_MARKET_PROPERTY_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/check.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/validate.h"

namespace jobcarve::test {

// What is read can be written, and reads back as the same in every format; a market without faults compiles, one with faults
// does not.
inline void CheckMarketBytes(absl::string_view bytes, io::Format format) {
  const absl::StatusOr<Market> market = io::ParseMarket(bytes, format);
  if (!market.ok()) {
    JOBCARVE_CHECK(market.status().code() == absl::StatusCode::kInvalidArgument);
    return;
  }
  JOBCARVE_CHECK(FindFaults(*market).empty() == Compile(*market).ok());
  for (const io::Format other : {io::Format::kJson, io::Format::kText, io::Format::kBinary}) {
    const absl::StatusOr<std::string> written = io::FormatMarket(*market, other);
    JOBCARVE_CHECK(written.ok());
    const absl::StatusOr<Market> back = io::ParseMarket(*written, other);
    JOBCARVE_CHECK(back.ok());
    const absl::StatusOr<std::string> again = io::FormatMarket(*back, other);
    JOBCARVE_CHECK(again.ok() && *again == *written);
  }
}

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_FUZZ_MARKET_PROPERTY_H_
