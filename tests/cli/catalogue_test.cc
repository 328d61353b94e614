#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/io/starter_catalogue.h"
#include "support/run_binary.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

TEST(CatalogueCommandTest, PrintsTheCatalogueAsAMarket) {
  const Outcome outcome = RunJobcarve({"catalogue"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  ASSERT_OK_AND_ASSIGN(const Market market, io::ParseMarket(outcome.output, io::Format::kJson));
  EXPECT_EQ(io::Fingerprint(market), io::Fingerprint(io::StarterCatalogue()));
}

TEST(CatalogueCommandTest, WritesItInTheFormatOfTheFilesEnding) {
  const TemporaryFolder folder;
  const Outcome outcome = RunJobcarve({"catalogue", "--out", folder.Path("catalogue.txtpb")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_EQ(outcome.output, "");
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(folder.Path("catalogue.txtpb")));
  EXPECT_EQ(io::Fingerprint(market), io::Fingerprint(io::StarterCatalogue()));
  EXPECT_EQ(RunJobcarve({"catalogue", "--out", folder.Path("catalogue.csv")}).exit_code, 2);
}

TEST(CatalogueCommandTest, WhatItWritesPassesCheck) {
  const TemporaryFolder folder;
  ASSERT_EQ(RunJobcarve({"catalogue", "--out", folder.Path("catalogue.json")}).exit_code, 0);
  EXPECT_EQ(RunJobcarve({"check", folder.Path("catalogue.json")}).exit_code, 0);
}

}  // namespace
}  // namespace jobcarve::test
