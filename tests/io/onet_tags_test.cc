#include "io/onet_tags.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace jobcarve::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> TagsFor(const std::string& text, std::vector<std::string> activities = {}) {
  OnetTask task;
  task.text = text;
  task.activity_ids = std::move(activities);
  return TagsOf(task);
}

TEST(OnetTagsTest, ActivitiesAndWordsGiveTags) {
  EXPECT_THAT(TagsFor("Wash cups and plates.", {"4.A.3.a.1"}), ElementsAre("cleaning", "physical"));
  EXPECT_THAT(TagsFor("Answer the telephone.", {"4.A.4.a.8"}), ElementsAre("customers", "telephone"));
  EXPECT_THAT(TagsFor("Think."), IsEmpty());
}

TEST(OnetTagsTest, WordsThatOnlyBeginAlikeGiveNone) {
  EXPECT_THAT(TagsFor("Read petitions about sewers."), IsEmpty());
  EXPECT_THAT(TagsFor("Carry out plans."), IsEmpty());
  EXPECT_THAT(TagsFor("Sew."), ElementsAre("sewing"));
}

TEST(OnetTagsTest, SettingsFollowTheCode) {
  EXPECT_EQ(SettingOf("43-4171.00"), "setting:office");
  EXPECT_EQ(SettingOf("43-5071.00"), "setting:warehouse");
  EXPECT_EQ(SettingOf("99-1000.00"), "");
}

}  // namespace
}  // namespace jobcarve::io
