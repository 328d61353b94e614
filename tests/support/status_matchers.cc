#include "support/status_matchers.h"

namespace jobcarve::test {

testing::AssertionResult IsOk(const absl::Status& status) {
  if (status.ok()) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << status.ToString();
}

}  // namespace jobcarve::test
