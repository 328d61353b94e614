// run_binary.h: runs the built `jobcarve` as a person would, and keeps all it says.
//
//   const Outcome outcome = RunJobcarve({"check", folder.Path("market.json")});
//   EXPECT_EQ(outcome.exit_code, 2) << outcome.errors;
//   EXPECT_THAT(outcome.errors, HasSubstr("jobs[0].id"));
//
// A test that uses it is declared with jobcarve_cli_test(...) in tests/CMakeLists.txt, which says where the binary is.
#ifndef JOBCARVE_TESTS_SUPPORT_RUN_BINARY_H_
#define JOBCARVE_TESTS_SUPPORT_RUN_BINARY_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace jobcarve::test {

struct Outcome {
  int exit_code = 0;   // 128 + signal when a signal ended it.
  std::string output;  // All of stdout.
  std::string errors;  // All of stderr.
};

// Runs the binary with `arguments`, `input` on its stdin, and waits until it ends.
Outcome RunJobcarve(const std::vector<std::string>& arguments, absl::string_view input = "");

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_RUN_BINARY_H_
