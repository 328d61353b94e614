#include "support/fault_cases.h"

namespace jobcarve {
namespace {

using test::BondOf;
using test::ExpectFaults;
using test::ExpectSound;
using test::NeedsOf;

TEST(ValidateLinksTest, OwnFields) {
  ExpectFaults({
      {"no kind",
       [](Market& m) {
         m.jobs[0].links = {{LinkKind::kUnspecified, "tea", "fetch"}};
       },
       "jobs[0].links[0].kind", "is missing (job 'porter')"},
      {"unknown kind",
       [](Market& m) {
         m.jobs[0].links = {{static_cast<LinkKind>(3), "tea", "fetch"}};
       },
       "jobs[0].links[0].kind", "3 is not one of the numbers 1..2 that have a meaning (job 'porter')"},
      {"unknown task", [](Market& m) { m.jobs[0].links = {BondOf("dusting", "tea")}; }, "jobs[0].links[0].task_id",
       "there is no task 'dusting' (job 'porter')"},
      {"unknown other task", [](Market& m) { m.jobs[0].links = {NeedsOf("tea", "dusting")}; }, "jobs[0].links[0].other_task_id",
       "there is no task 'dusting' (job 'porter')"},
      {"itself", [](Market& m) { m.jobs[0].links = {BondOf("tea", "tea")}; }, "jobs[0].links[0]",
       "ties task 'tea' to itself (job 'porter')"},
  });
}

TEST(ValidateLinksTest, NeedsFormNoCircle) {
  const std::string circle = "NEEDS in a circle, bonded tasks counting as one: ";
  ExpectFaults({
      {"two",
       [](Market& m) {
         m.jobs[0].links = {NeedsOf("tea", "fetch"), NeedsOf("fetch", "tea")};
       },
       "jobs[0].links", circle + "'tea' needs 'fetch', 'fetch' needs 'tea' (job 'porter')"},
      {"three",
       [](Market& m) {
         m.jobs[0].links = {NeedsOf("tea", "fetch"), NeedsOf("fetch", "letters"), NeedsOf("letters", "tea")};
       },
       "jobs[0].links", circle + "'tea' needs 'fetch', 'fetch' needs 'letters', 'letters' needs 'tea' (job 'porter')"},
      {"through a bond",
       [](Market& m) {
         m.jobs[0].links = {NeedsOf("tea", "fetch"), BondOf("fetch", "letters"), NeedsOf("letters", "tea")};
       },
       "jobs[0].links", circle + "'tea' needs 'fetch', 'letters' needs 'tea' (job 'porter')"},
      {"within a bond",
       [](Market& m) {
         m.jobs[0].links = {BondOf("tea", "fetch"), NeedsOf("fetch", "tea")};
       },
       "jobs[0].links", circle + "'fetch' needs 'tea' (job 'porter')"},
      {"only the circle is told",
       [](Market& m) {
         m.jobs[0].tasks.push_back(test::TaskOf("dust", 10));
         m.jobs[0].links = {NeedsOf("dust", "tea"), NeedsOf("tea", "fetch"), NeedsOf("fetch", "tea"),
                            NeedsOf("fetch", "letters")};
       },
       "jobs[0].links", circle + "'tea' needs 'fetch', 'fetch' needs 'tea' (job 'porter')"},
  });
}

TEST(ValidateLinksTest, EveryForestAndDiamondIsSound) {
  ExpectSound({
      {"chain",
       [](Market& m) {
         m.jobs[0].links = {NeedsOf("tea", "fetch"), NeedsOf("fetch", "letters")};
       }},
      {"diamond",
       [](Market& m) {
         m.jobs[0].tasks.push_back(test::TaskOf("dust", 10));
         m.jobs[0].links = {NeedsOf("tea", "fetch"), NeedsOf("tea", "letters"), NeedsOf("fetch", "dust"),
                            NeedsOf("letters", "dust")};
       }},
      {"bonds in a ring",
       [](Market& m) {
         m.jobs[0].links = {BondOf("tea", "fetch"), BondOf("fetch", "letters"), BondOf("letters", "tea")};
       }},
      {"said twice",
       [](Market& m) {
         m.jobs[0].links = {NeedsOf("tea", "fetch"), NeedsOf("tea", "fetch")};
       }},
  });
}

}  // namespace
}  // namespace jobcarve
