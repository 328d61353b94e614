#include "support/fault_cases.h"

namespace jobcarve {
namespace {

using test::ExpectFaults;
using test::ExpectSound;
using test::TaskOf;

TEST(ValidateJobTest, OwnFields) {
  ExpectFaults({
      {"no id", [](Market& m) { m.jobs[0].id = ""; }, "jobs[0].id", "is missing"},
      {"repeated", [](Market& m) { m.jobs.push_back(m.jobs[0]); }, "jobs[1].id",
       "'porter' is already the id of jobs[0] (job 'porter')"},
      {"no title", [](Market& m) { m.jobs[0].title = ""; }, "jobs[0].title", "is missing (job 'porter')"},
      {"no employer", [](Market& m) { m.jobs[0].employer_id = ""; }, "jobs[0].employer_id", "is missing (job 'porter')"},
      {"unknown employer", [](Market& m) { m.jobs[0].employer_id = "e"; }, "jobs[0].employer_id",
       "there is no employer 'e' (job 'porter')"},
      {"unknown site", [](Market& m) { m.jobs[0].site_id = "s"; }, "jobs[0].site_id", "there is no site 's' (job 'porter')"},
      {"openings", [](Market& m) { m.jobs[0].openings = 1'000'001; }, "jobs[0].openings",
       "1000001 is outside 0..1000000 (job 'porter')"},
      {"pay", [](Market& m) { m.jobs[0].pay_per_hour = Pence{-1}; }, "jobs[0].pay_pence_per_hour",
       "-1 is outside 0..1000000 (job 'porter')"},
      {"most co-worker minutes", [](Market& m) { m.jobs[0].max_coworker_minutes = Minutes{-1}; }, "jobs[0].max_coworker_minutes",
       "-1 is outside 0..2147483647 (job 'porter')"},
      {"unknown adjustment", [](Market& m) { m.jobs[0].ruled_out_adjustment_ids = {"ramp"}; },
       "jobs[0].ruled_out_adjustment_ids[0]", "there is no adjustment 'ramp' (job 'porter')"},
      {"ruled out twice",
       [](Market& m) {
         m.jobs[0].ruled_out_adjustment_ids = {"reader", "reader"};
       },
       "jobs[0].ruled_out_adjustment_ids[1]", "'reader' repeats ruled_out_adjustment_ids[0] (job 'porter')"},
      {"empty tag", [](Market& m) { m.jobs[0].tags = {""}; }, "jobs[0].tags[0]", "is missing (job 'porter')"},
      {"repeated tag",
       [](Market& m) {
         m.jobs[0].tags = {"a", "b", "a"};
       },
       "jobs[0].tags[2]", "'a' repeats tags[0] (job 'porter')"},
  });
  ExpectSound({
      {"no openings", [](Market& m) { m.jobs[0].openings = 0; }},
      {"most openings and pay",
       [](Market& m) {
         m.jobs[0].openings = 1'000'000;
         m.jobs[0].pay_per_hour = Pence{1'000'000};
         m.jobs[0].max_coworker_minutes = Minutes{0};
       }},
      {"unpaid", [](Market& m) { m.jobs[0].pay_per_hour = Pence{0}; }},
      {"tag of task and job",
       [](Market& m) {
         m.jobs[0].tags = {"early"};
         m.jobs[0].tasks[0].tags = {"early"};
       }},
  });
}

TEST(ValidateJobTest, Tasks) {
  const auto task = [](Market& m) -> Task& { return m.jobs[0].tasks[2]; };
  ExpectFaults({
      {"none", [](Market& m) { m.jobs[0].tasks.clear(); }, "jobs[0].tasks", "0 entries, allowed are 1..64 (job 'porter')"},
      {"too many",
       [](Market& m) {
         for (int i = 0; i < 62; ++i) {
           m.jobs[0].tasks.push_back(TaskOf("t" + std::to_string(i), 1));
         }
       },
       "jobs[0].tasks", "65 entries, allowed are 1..64 (job 'porter')"},
      {"too long a week", [](Market& m) { m.jobs[0].tasks.push_back(TaskOf("watch", 10080)); }, "jobs[0].tasks",
       "weekly_minutes together are 11220, above the 10080 of a week (job 'porter')"},
      {"repeated", [=](Market& m) { task(m).id = "fetch"; }, "jobs[0].tasks[2].id",
       "'fetch' is already the id of tasks[0] (job 'porter', task 'fetch')"},
      {"no title", [=](Market& m) { task(m).title = ""; }, "jobs[0].tasks[2].title", "is missing (job 'porter', task 'tea')"},
      {"no minutes", [=](Market& m) { task(m).weekly_minutes = Minutes{0}; }, "jobs[0].tasks[2].weekly_minutes",
       "0 is outside 1..10080 (job 'porter', task 'tea')"},
      {"unknown source", [=](Market& m) { task(m).minutes_source = static_cast<Source>(5); }, "jobs[0].tasks[2].minutes_source",
       "5 is not one of the numbers 0..4 that have a meaning (job 'porter', task 'tea')"},
      {"pleasant", [=](Market& m) { task(m).pleasant_minutes = Minutes{241}; }, "jobs[0].tasks[2].pleasant_minutes",
       "241 is outside 0..240 (job 'porter', task 'tea')"},
      {"pleasant and unpleasant",
       [=](Market& m) {
         task(m).pleasant_minutes = Minutes{200};
         task(m).unpleasant_minutes = Minutes{41};
       },
       "jobs[0].tasks[2].unpleasant_minutes", "41 is outside 0..40 (job 'porter', task 'tea')"},
      {"essential by control", [=](Market& m) { task(m).essential_by = "a\nb"; }, "jobs[0].tasks[2].essential_by",
       "'a\\nb' has a control character (job 'porter', task 'tea')"},
      {"too many tags",
       [=](Market& m) {
         for (int i = 0; i < 33; ++i) {
           task(m).tags.push_back("tag" + std::to_string(i));
         }
       },
       "jobs[0].tasks[2].tags", "33 entries, allowed are 0..32 (job 'porter', task 'tea')"},
  });
  ExpectSound({
      {"64 that fill the week",
       [](Market& m) {
         m.jobs[0].tasks.clear();
         for (int i = 0; i < 64; ++i) {
           m.jobs[0].tasks.push_back(TaskOf("t" + std::to_string(i), i == 0 ? 10080 - 63 : 1));
         }
       }},
      {"pleasant and unpleasant",
       [=](Market& m) {
         task(m).pleasant_minutes = Minutes{200};
         task(m).unpleasant_minutes = Minutes{40};
       }},
  });
}

TEST(ValidateJobTest, Demands) {
  const auto demands = [](Market& m) -> std::vector<Demand>& { return m.jobs[0].tasks[0].demands; };
  ExpectFaults({
      {"unknown", [=](Market& m) { demands(m)[0].dimension_id = "flying"; }, "jobs[0].tasks[0].demands[0].dimension_id",
       "there is no dimension 'flying' (job 'porter', task 'fetch')"},
      {"above the scale", [=](Market& m) { demands(m)[0].level = Level{6}; }, "jobs[0].tasks[0].demands[0].level",
       "6 is outside 0..5 (job 'porter', task 'fetch')"},
      {"below the scale", [=](Market& m) { demands(m)[0].level = Level{-1}; }, "jobs[0].tasks[0].demands[0].level",
       "-1 is outside 0..5 (job 'porter', task 'fetch')"},
      {"twice", [=](Market& m) { demands(m).push_back(demands(m)[0]); }, "jobs[0].tasks[0].demands[1].dimension_id",
       "'lifting' already has a level in demands[0] (job 'porter', task 'fetch')"},
      {"unknown source", [=](Market& m) { demands(m)[0].source = static_cast<Source>(9); }, "jobs[0].tasks[0].demands[0].source",
       "9 is not one of the numbers 0..4 that have a meaning (job 'porter', task 'fetch')"},
      {"condition", [](Market& m) { m.jobs[0].conditions[0].level = Level{6}; }, "jobs[0].conditions[0].level",
       "6 is outside 0..5 (job 'porter')"},
      {"condition twice", [](Market& m) { m.jobs[0].conditions.push_back(m.jobs[0].conditions[0]); },
       "jobs[0].conditions[1].dimension_id", "'noise' already has a level in conditions[0] (job 'porter')"},
  });
  ExpectSound({{"nothing asked", [=](Market& m) { demands(m)[0].level = Level{0}; }},
               {"everything asked", [=](Market& m) { demands(m)[0].level = Level{5}; }}});
}

TEST(ValidateJobTest, Windows) {
  const auto set = [](Market& m, std::vector<std::pair<int, int>> pairs) {
    for (const auto& [start, end] : pairs) {
      m.jobs[0].windows.push_back({Minutes{start}, Minutes{end}});
    }
  };
  ExpectFaults({
      {"before Monday",
       [=](Market& m) {
         set(m, {{-1, 60}});
       },
       "jobs[0].windows[0].start_minute", "-1 is outside 0..10079 (job 'porter')"},
      {"after Sunday",
       [=](Market& m) {
         set(m, {{0, 10081}});
       },
       "jobs[0].windows[0].end_minute", "10081 is outside 1..10080 (job 'porter')"},
      {"empty",
       [=](Market& m) {
         set(m, {{60, 60}});
       },
       "jobs[0].windows[0]", "ends at 60, not after its start at 60 (job 'porter')"},
      {"overlapping",
       [=](Market& m) {
         set(m, {{60, 120}, {0, 61}});
       },
       "jobs[0].windows[1]", "overlaps windows[0] (job 'porter')"},
      {"within",
       [=](Market& m) {
         set(m, {{0, 1000}, {2000, 3000}, {10, 20}});
       },
       "jobs[0].windows[2]", "overlaps windows[0] (job 'porter')"},
      {"of a task",
       [](Market& m) {
         m.jobs[0].tasks[0].windows = {{Minutes{5}, Minutes{4}}};
       },
       "jobs[0].tasks[0].windows[0]", "ends at 4, not after its start at 5 (job 'porter', task 'fetch')"},
  });
  ExpectSound({{"whole week",
                [=](Market& m) {
                  set(m, {{0, 10080}});
                }},
               {"touching", [=](Market& m) {
                  set(m, {{60, 120}, {0, 60}});
                }}});
}

TEST(ValidateJobTest, Dates) {
  ExpectFaults({
      {"earliest", [](Market& m) { m.jobs[0].earliest_start = "tomorrow"; }, "jobs[0].earliest_start",
       "'tomorrow' is not a date of the form YYYY-MM-DD (job 'porter')"},
      {"latest", [](Market& m) { m.jobs[0].latest_start = "2026-13-01"; }, "jobs[0].latest_start",
       "'2026-13-01': there is no such day (job 'porter')"},
      {"order",
       [](Market& m) {
         m.jobs[0].earliest_start = "2026-12-02";
         m.jobs[0].latest_start = "2026-12-01";
       },
       "jobs[0].latest_start", "'2026-12-01' is before earliest_start '2026-12-02' (job 'porter')"},
  });
  ExpectSound({{"one day",
                [](Market& m) {
                  m.jobs[0].earliest_start = "2026-12-01";
                  m.jobs[0].latest_start = "2026-12-01";
                }},
               {"a stale vacancy", [](Market& m) { m.jobs[0].latest_start = "2020-01-01"; }}});
}

TEST(ValidateJobTest, CarvingPolicy) {
  const auto policy = [](Market& m) -> CarvingPolicy& { return m.jobs[0].carving; };
  ExpectFaults({
      {"no form", [=](Market& m) { policy(m).forms = {Form::kUnspecified}; }, "jobs[0].carving.forms[0]",
       "is missing (job 'porter')"},
      {"unknown form", [=](Market& m) { policy(m).forms = {static_cast<Form>(6)}; }, "jobs[0].carving.forms[0]",
       "6 is not one of the numbers 1..5 that have a meaning (job 'porter')"},
      {"form twice",
       [=](Market& m) {
         policy(m).forms = {Form::kWhole, Form::kWhole};
       },
       "jobs[0].carving.forms[1]", "the form with number 1 is listed twice (job 'porter')"},
      {"smallest role", [=](Market& m) { policy(m).min_role_minutes = Minutes{10081}; }, "jobs[0].carving.min_role_minutes",
       "10081 is outside 0..10080 (job 'porter')"},
      {"must stay", [=](Market& m) { policy(m).must_stay_task_ids = {"dusting"}; }, "jobs[0].carving.must_stay_task_ids[0]",
       "there is no task 'dusting' (job 'porter')"},
      {"must stay twice",
       [=](Market& m) {
         policy(m).must_stay_task_ids = {"tea", "tea"};
       },
       "jobs[0].carving.must_stay_task_ids[1]", "'tea' repeats must_stay_task_ids[0] (job 'porter')"},
      {"carved pay", [=](Market& m) { policy(m).carved_pay_per_hour = Pence{1'000'001}; },
       "jobs[0].carving.carved_pay_pence_per_hour", "1000001 is outside 0..1000000 (job 'porter')"},
      {"hours floor", [=](Market& m) { policy(m).residual.min_weekly_minutes = Minutes{10081}; },
       "jobs[0].carving.residual.min_weekly_minutes", "10081 is outside 0..10080 (job 'porter')"},
      {"variety", [=](Market& m) { policy(m).residual.min_task_count = 65; }, "jobs[0].carving.residual.min_task_count",
       "65 is outside 0..64 (job 'porter')"},
      {"respite", [=](Market& m) { policy(m).residual.min_pleasant_minutes = Minutes{-1}; },
       "jobs[0].carving.residual.min_pleasant_minutes", "-1 is outside 0..10080 (job 'porter')"},
      {"unpleasant share", [=](Market& m) { policy(m).residual.max_unpleasant = Permille{1001}; },
       "jobs[0].carving.residual.max_unpleasant_permille", "1001 is outside 0..1000 (job 'porter')"},
  });
  ExpectSound({{"every limit at its top", [=](Market& m) {
                  policy(m).forms = {Form::kCarved, Form::kWhole, Form::kStripped};
                  policy(m).min_role_minutes = Minutes{10080};
                  policy(m).must_stay_task_ids = {"tea", "fetch"};
                  policy(m).carved_pay_per_hour = Pence{0};
                  policy(m).residual = {.min_weekly_minutes = Minutes{10080},
                                        .min_task_count = 64,
                                        .min_pleasant_minutes = Minutes{10080},
                                        .max_unpleasant = Permille{1000}};
                }}});
}

TEST(ValidateJobTest, CoWorkers) {
  ExpectFaults({
      {"no id",
       [](Market& m) {
         m.jobs[0].co_workers = {{"", Minutes{1}}};
       },
       "jobs[0].co_workers[0].id", "is missing (job 'porter')"},
      {"repeated",
       [](Market& m) {
         m.jobs[0].co_workers = {{"bo", Minutes{1}}, {"bo", Minutes{2}}};
       },
       "jobs[0].co_workers[1].id", "'bo' is already the id of co_workers[0] (job 'porter', co-worker 'bo')"},
      {"no room",
       [](Market& m) {
         m.jobs[0].co_workers = {{"bo", Minutes{0}}};
       },
       "jobs[0].co_workers[0].spare_minutes", "0 is outside 1..10080 (job 'porter', co-worker 'bo')"},
  });
  ExpectSound({{"all week", [](Market& m) { m.jobs[0].co_workers = {{"bo", Minutes{10080}}, {"cy", Minutes{1}}}; }}});
}

}  // namespace
}  // namespace jobcarve
