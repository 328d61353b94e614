#include "support/fault_cases.h"

namespace jobcarve {
namespace {

using test::ExpectFaults;
using test::ExpectSound;

// The porter is chosen by a talk that asks for reading and noise; nobody has to read with the questions in advance.
Selection& Talk(Market& market) {
  market.jobs[0].selection = Selection{.demands = {{"reading", Level{2}, Source::kStated}, {"noise", Level{1}, Source::kStated}},
                                       .routes = {{.kind = RouteKind::kQuestionsInAdvance, .removes_dimension_ids = {"reading"}},
                                                  {.kind = RouteKind::kWorkTrial, .removes_dimension_ids = {}}}};
  return *market.jobs[0].selection;
}

TEST(ValidateSelectionTest, Demands) {
  ExpectFaults({
      {"none", [](Market& m) { m.jobs[0].selection.emplace(); }, "jobs[0].selection.demands",
       "is empty: a selection asks for something (job 'porter')"},
      {"unknown dimension", [](Market& m) { Talk(m).demands[1].dimension_id = "flying"; },
       "jobs[0].selection.demands[1].dimension_id", "there is no dimension 'flying' (job 'porter')"},
      {"too high", [](Market& m) { Talk(m).demands[0].level = Level{6}; }, "jobs[0].selection.demands[0].level",
       "6 is outside 0..5 (job 'porter')"},
  });
  ExpectSound({{"as it is", [](Market& m) { Talk(m); }}, {"no other route", [](Market& m) { Talk(m).routes.clear(); }}});
}

TEST(ValidateSelectionTest, Routes) {
  ExpectFaults({
      {"no kind", [](Market& m) { Talk(m).routes[1].kind = RouteKind::kUnspecified; }, "jobs[0].selection.routes[1].kind",
       "is missing (job 'porter')"},
      {"unknown kind", [](Market& m) { Talk(m).routes[1].kind = static_cast<RouteKind>(9); }, "jobs[0].selection.routes[1].kind",
       "9 is not one of the numbers 1..8 that have a meaning (job 'porter')"},
      {"twice", [](Market& m) { Talk(m).routes.push_back({.kind = RouteKind::kWorkTrial, .removes_dimension_ids = {}}); },
       "jobs[0].selection.routes[2].kind", "routes[1] is of the same kind (job 'porter')"},
      {"takes nothing away", [](Market& m) { Talk(m).routes[0].removes_dimension_ids.clear(); },
       "jobs[0].selection.routes[0].removes_dimension_ids", "0 entries, allowed are 1..2 (job 'porter')"},
      {"takes away what is not asked", [](Market& m) { Talk(m).routes[0].removes_dimension_ids = {"lifting"}; },
       "jobs[0].selection.routes[0].removes_dimension_ids[0]", "the selection has no demand on 'lifting' (job 'porter')"},
      {"takes it away twice",
       [](Market& m) {
         Talk(m).routes[0].removes_dimension_ids = {"reading", "reading"};
       },
       "jobs[0].selection.routes[0].removes_dimension_ids[1]", "'reading' is already in removes_dimension_ids[0] (job 'porter')"},
      {"a trial that lists", [](Market& m) { Talk(m).routes[1].removes_dimension_ids = {"noise"}; },
       "jobs[0].selection.routes[1].removes_dimension_ids",
       "only QUESTIONS_IN_ADVANCE to ONE_TO_ONE list what they take away (job 'porter')"},
  });
  ExpectSound({
      {"the usual way listed",
       [](Market& m) { Talk(m).routes.push_back({.kind = RouteKind::kPanelInterview, .removes_dimension_ids = {}}); }},
      {"all of it taken away",
       [](Market& m) {
         Talk(m).routes[0].removes_dimension_ids = {"noise", "reading"};
       }},
  });
}

}  // namespace
}  // namespace jobcarve
