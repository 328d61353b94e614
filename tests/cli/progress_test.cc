#include "cli/progress.h"

#include <cstdio>
#include <string>

#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "support/temporary_folder.h"

namespace jobcarve::cli {
namespace {

// What `use` makes a Progress print.
template <typename Use>
std::string Printed(bool is_terminal, Use use) {
  const test::TemporaryFolder folder;
  std::FILE* out = std::fopen(folder.Path("out").c_str(), "w");
  {
    Progress progress(out, is_terminal);
    use(progress);
  }
  std::fclose(out);
  return io::ReadFile(folder.Path("out")).value();
}

TEST(ProgressTest, DrawsStageShareAndCountsAndClearsAtTheEnd) {
  EXPECT_EQ(Printed(true, [](Progress& progress) { progress.Draw("carve", 4200, 10'000); }),
            "\r\033[Kcarve  42 %  (4,200 of 10,000)\r\033[K");
}

TEST(ProgressTest, DrawsAtMostTenTimesASecondWithinAStage) {
  const std::string printed = Printed(true, [](Progress& progress) {
    for (int i = 0; i < 1000; ++i) {
      progress.Draw("carve", i, 1000);
    }
    progress.Draw("match", 0, 5);
  });
  EXPECT_LT(printed.size(), 1000U);
  EXPECT_NE(printed.find("match  0 %"), std::string::npos);
}

TEST(ProgressTest, AnEmptyStageIsDone) {
  EXPECT_EQ(Printed(true, [](Progress& progress) { progress.Draw("carve", 0, 0); }), "\r\033[Kcarve  100 %  (0 of 0)\r\033[K");
}

TEST(ProgressTest, PrintsNothingWhenPiped) {
  EXPECT_EQ(Printed(false,
                    [](Progress& progress) {
                      EXPECT_FALSE(progress.Callback());
                      progress.Draw("carve", 1, 2);
                    }),
            "");
}

}  // namespace
}  // namespace jobcarve::cli
