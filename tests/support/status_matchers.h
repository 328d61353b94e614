// status_matchers.h: absl::Status in EXPECT and ASSERT; Debian's GoogleTest has none.
//
//   ASSERT_OK(Validate(market));
//   EXPECT_THAT(Validate(market).message(), HasSubstr("jobs[0]"));
//   ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
#ifndef JOBCARVE_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define JOBCARVE_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gtest/gtest.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::test {

// A gtest verdict that prints the status when it is not OK.
testing::AssertionResult IsOk(const absl::Status& status);

template <typename T>
testing::AssertionResult IsOk(const absl::StatusOr<T>& result) {
  return IsOk(result.status());
}

}  // namespace jobcarve::test

#define ASSERT_OK(expression) ASSERT_TRUE(::jobcarve::test::IsOk(expression))
#define EXPECT_OK(expression) EXPECT_TRUE(::jobcarve::test::IsOk(expression))
#define ASSERT_OK_AND_ASSIGN(lhs, expression) \
  ASSERT_OK_AND_ASSIGN_INNER(JOBCARVE_CONCAT(jobcarve_test_result_, __LINE__), lhs, expression)
#define ASSERT_OK_AND_ASSIGN_INNER(result, lhs, expression) \
  auto result = (expression);                               \
  ASSERT_OK(result);                                        \
  lhs = *std::move(result)

#endif  // JOBCARVE_TESTS_SUPPORT_STATUS_MATCHERS_H_
