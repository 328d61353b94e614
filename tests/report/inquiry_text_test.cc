// What an adviser reads before asking.
#include "jobcarve/report/inquiry_text.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// fetch, 300 minutes, needs noise 3; tea, 300 minutes, needs nothing; ada is not known, eve is.
Market NoisyPorter() {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 300, {{"noise", 3}}), TaskOf("tea", 300)})};
  market.jobs[0].carving.forms = {Form::kWhole, Form::kCarved};
  market.candidates = {CandidateOf("ada", 600), CandidateOf("eve", 600, {{"noise", 3}})};
  market.dimensions[2].anchors = {{.level = Level{0}, .text = "quiet"}, {.level = Level{5}, .text = "machines all day"}};
  return market;
}

std::string PageOf(const Market& market, const std::string& id) {
  const absl::StatusOr<Inquiries> inquiries = Inquire(market, {id});
  EXPECT_OK(inquiries);
  const absl::StatusOr<std::string> page = InquiryText(market, *inquiries);
  EXPECT_OK(page);
  return page.ok() ? *page : "";
}

TEST(InquiryTextTest, AQuestionHasItsAnchorsItsWorthAndItsAnswers) {
  Market market = NoisyPorter();
  ASSERT_EQ(market.dimensions[2].id, "noise");
  market.jobs.resize(1);
  const std::string page = PageOf(market, "ada");
  EXPECT_EQ(
      page,
      "ada\n"
      "Best role today: porter, Employer (whole job, 10 h a week); score 8.25\n"
      "Known: 0 of the 1 things that jobs within reach ask for; all that is asked is known for 5 h of their 10 h of tasks a "
      "week\n"
      "Ask next\n"
      "  - What is ada's level of noise? 0 = quiet, 5 = machines all day\n"
      "      The answer is worth 1.84 to the person and 0.00 to the plan, on average\n"
      "      0 to 2: porter, Employer (carved role, 5 h a week); score 3.68\n"
      "      3 to 5: the role stays; score 10.25\n");
}

TEST(InquiryTextTest, WithoutAnchorsTheScaleIsNamed) {
  Market market = NoisyPorter();
  market.dimensions[2].anchors.clear();
  EXPECT_THAT(PageOf(market, "ada"), HasSubstr("level of noise? 0 to 5\n"));
}

TEST(InquiryTextTest, WhoNeedsNoQuestionHearsWhy) {
  Market market = NoisyPorter();
  EXPECT_THAT(PageOf(market, "eve"), HasSubstr("Nothing to ask: all of it is known\n"));
  market.jobs.push_back(JobOf("writer", {TaskOf("letters", 60, {{"reading", 1}})}));
  EXPECT_THAT(PageOf(market, "eve"), HasSubstr("No answer would change the best role or the plan\n"
                                               "1 question would change nothing for now\n"));
  market.candidates[1].min_pay_per_hour = Pence{99'999};
  const std::string page = PageOf(market, "eve");
  EXPECT_THAT(page, HasSubstr("No role to propose yet"));
  EXPECT_THAT(page, HasSubstr("No job is within reach"));
  EXPECT_THAT(page, Not(HasSubstr("Known:")));
}

TEST(InquiryTextTest, RefusesInquiriesOfAnotherMarket) {
  const Market market = NoisyPorter();
  ASSERT_OK_AND_ASSIGN(Inquiries inquiries, Inquire(market, {"ada"}));
  Market other = market;
  other.jobs[0].id = "clerk";
  EXPECT_THAT(InquiryText(other, inquiries).status().message(), HasSubstr("'porter'"));
  inquiries.people[0].questions[0].dimension_id = "flying";
  EXPECT_THAT(InquiryText(market, inquiries).status().message(), HasSubstr("'flying'"));
}

}  // namespace
}  // namespace jobcarve::test
