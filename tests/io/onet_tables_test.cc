#include <filesystem>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/onet.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const char kCode[] = "99-1000.00";

std::string Tables(const std::string& layout) {
  return test::SourcePath(absl::StrCat("tests/data/onet/", layout));
}

OnetPaths Plain() {
  return {Tables("plain"), Tables("context"), ""};
}

TEST(OnetTablesTest, ReadsThePlainLayout) {
  ASSERT_OK_AND_ASSIGN(const OnetTables tables, ReadOnetTables(Plain()));
  const OnetOccupation& occupation = tables.occupations.at(kCode);
  EXPECT_EQ(occupation.title, "Tea room helper");
  ASSERT_THAT(occupation.tasks, SizeIs(4));
  EXPECT_TRUE(occupation.tasks[0].is_core);
  EXPECT_THAT(occupation.tasks[0].activity_ids, ElementsAre("4.A.3.a.1"));
  EXPECT_FALSE(occupation.tasks[0].rating);
  EXPECT_EQ(occupation.ability_importance.at("1.A.1.a.2"), 3.62);
  EXPECT_EQ(occupation.activity_importance.at("4.A.4.a.8"), 5);
  EXPECT_EQ(occupation.context.at("4.C.2.b.1.a"), 3);
  EXPECT_THAT(tables.abilities_by_activity.at("4.A.3.b.6"), ElementsAre("1.A.1.a.2", "1.A.1.a.4"));
}

TEST(OnetTablesTest, ReadsTheTextRelease) {
  ASSERT_OK_AND_ASSIGN(const OnetTables tables, ReadOnetTables({Tables("release"), "", ""}));
  const OnetOccupation& occupation = tables.occupations.at(kCode);
  EXPECT_EQ(occupation.ability_level.at("1.A.1.a.2"), 4.5);
  EXPECT_EQ(occupation.ability_level.at("1.A.4.a.2"), 0);  // "Not relevant".
  ASSERT_TRUE(occupation.tasks[0].rating);
  EXPECT_EQ(occupation.tasks[0].rating->relevance, 100);
  EXPECT_EQ(occupation.tasks[0].rating->frequency[4], 83.26);
  EXPECT_FALSE(occupation.tasks[2].rating);            // Relevance without frequency says nothing about time.
  EXPECT_EQ(occupation.context.at("4.C.2.b.1.a"), 3);  // Not the 12.5 per cent of one answer.
  EXPECT_EQ(occupation.context.count("4.C.3.d.4"), 0U);
}

TEST(OnetTablesTest, ElementsAreAbilitiesAndKnownContextItems) {
  ASSERT_OK_AND_ASSIGN(const OnetTables tables, ReadOnetTables(Plain()));
  ASSERT_THAT(tables.elements, SizeIs(10));  // Without the heading and without "Freedom".
  EXPECT_EQ(tables.elements[0].id, "1.A.1.a.2");
  EXPECT_EQ(tables.elements[0].group, "cognitive");
  EXPECT_THAT(tables.elements[0].anchors, SizeIs(3));
}

TEST(OnetTablesTest, ADimensionsFileChoosesAndNamesTheHeadings) {
  ASSERT_OK_AND_ASSIGN(const OnetTables tables,
                       ReadOnetTables({Tables("plain"), Tables("context"), test::SourcePath("tests/data/onet/dimensions.tsv")}));
  ASSERT_THAT(tables.elements, SizeIs(3));
  EXPECT_EQ(tables.elements[0].group, "letters");
}

// A copy of the plain tables in which one file is other.
absl::Status StatusWith(const std::string& name, const std::string& contents) {
  const test::TemporaryFolder folder;
  std::filesystem::copy(Tables("plain"), folder.path(), std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder.Path(name));
  if (!contents.empty()) {
    JOBCARVE_RETURN_IF_ERROR(WriteFile(folder.Path(name), contents));
  }
  return ReadOnetTables({folder.path(), Tables("context"), ""}).status();
}

TEST(OnetTablesTest, FaultsNameTheTableAndTheLine) {
  EXPECT_THAT(StatusWith("tasks.tsv", "").message(), HasSubstr("there is neither 'Task Statements.txt' nor 'tasks.tsv'"));
  EXPECT_THAT(StatusWith("tasks.tsv", "soc\ttask\n").message(),
              HasSubstr("tasks.tsv: the column 'Task ID' or 'task_id' is missing"));
  EXPECT_EQ(StatusWith("occupations.tsv", "soc\ttitle\na\tA\na\tB\n").message(),
            "occupations.tsv line 3: occupation 'a' is there twice");
  EXPECT_EQ(StatusWith("tasks.tsv", "soc\ttask_id\ttask\ttask_type\n99-1000.00\t1\tx\tCore\n99-1000.00\t1\ty\tCore\n").message(),
            "tasks.tsv line 3: task '1' has no id, no text, or is there twice");
  EXPECT_EQ(StatusWith("tasks_to_dwas.tsv", "soc\ttask_id\tdwa_id\n99-1000.00\t1\tD9\n").message(),
            "tasks_to_dwas.tsv line 2: detailed activity 'D9' is not in the reference");
  EXPECT_EQ(StatusWith("abilities_importance.tsv", "soc\telement_id\timportance\n99-1000.00\t1.A.1.a.2\t5.5\n").message(),
            "abilities_importance.tsv line 2: importance '5.5' is not a number in [1, 5]");
  const OnetPaths paths{Tables("plain"), "", Tables("plain/tasks.tsv")};
  EXPECT_THAT(ReadOnetTables(paths).status().message(),
              HasSubstr("tasks.tsv: the column 'Element ID' or 'element_id' is missing"));
}

}  // namespace
}  // namespace jobcarve::io
