#include <string>

#include "support/fault_cases.h"

namespace jobcarve {
namespace {

using test::ExpectFaults;
using test::ExpectSound;

// A second job at the same site, and a pool of both.
void AddPool(Market& market) {
  Job clerk = market.jobs[0];
  clerk.id = "clerk";
  for (Task& task : clerk.tasks) {
    task.id = "clerk-" + task.id;
  }
  market.jobs.push_back(clerk);
  Pool pool;
  pool.id = "helper";
  pool.name = "Helper";
  pool.job_ids = {"porter", "clerk"};
  market.pools = {pool};
}

// A change to a market with a pool.
std::function<void(Market&)> WithPool(const std::function<void(Market&)>& change) {
  return [change](Market& market) {
    AddPool(market);
    change(market);
  };
}

TEST(ValidatePoolTest, OwnFields) {
  ExpectFaults({
      {"no id", WithPool([](Market& m) { m.pools[0].id = ""; }), "pools[0].id", "is missing"},
      {"the id of a job", WithPool([](Market& m) { m.pools[0].id = "clerk"; }), "pools[0].id",
       "'clerk' is the id of jobs[1] (pool 'clerk')"},
      {"no name", WithPool([](Market& m) { m.pools[0].name = ""; }), "pools[0].name", "is missing (pool 'helper')"},
      {"pay", WithPool([](Market& m) { m.pools[0].pay_per_hour = Pence{-1}; }), "pools[0].pay_pence_per_hour",
       "-1 is outside 0..1000000 (pool 'helper')"},
      {"smallest role", WithPool([](Market& m) { m.pools[0].min_role_minutes = Minutes{10'081}; }), "pools[0].min_role_minutes",
       "10081 is outside 0..10080 (pool 'helper')"},
      {"co-workers' minutes", WithPool([](Market& m) { m.pools[0].max_coworker_minutes = Minutes{-1}; }),
       "pools[0].max_coworker_minutes", "-1 is outside 0..2147483647 (pool 'helper')"},
      {"late before early", WithPool([](Market& m) {
         m.pools[0].earliest_start = "2026-12-02";
         m.pools[0].latest_start = "2026-12-01";
       }),
       "pools[0].latest_start", "'2026-12-01' is before earliest_start '2026-12-02' (pool 'helper')"},
  });
}

TEST(ValidatePoolTest, Jobs) {
  ExpectFaults({
      {"none", WithPool([](Market& m) { m.pools[0].job_ids.clear(); }), "pools[0].job_ids",
       "0 entries, allowed are 1..64 (pool 'helper')"},
      {"unknown", WithPool([](Market& m) { m.pools[0].job_ids[1] = "cook"; }), "pools[0].job_ids[1]",
       "there is no job 'cook' (pool 'helper')"},
      {"twice", WithPool([](Market& m) { m.pools[0].job_ids[1] = "porter"; }), "pools[0].job_ids[1]",
       "'porter' repeats job_ids[0] (pool 'helper')"},
      {"in two pools", WithPool([](Market& m) {
         m.pools.push_back(m.pools[0]);
         m.pools[1].id = "other";
         m.pools[1].job_ids = {"clerk"};
       }),
       "pools[1].job_ids[0]", "'clerk' is in pools[0] already (pool 'other')"},
      {"another site", WithPool([](Market& m) {
         Site site = m.sites[0];
         site.id = "annexe";
         m.sites.push_back(site);
         m.jobs[1].site_id = "annexe";
       }),
       "pools[0].job_ids[1]",
       "'clerk' has another employer or site than 'porter': the jobs of a pool share both (pool 'helper')"},
      {"two openings", WithPool([](Market& m) { m.jobs[1].openings = 2; }), "pools[0].job_ids[1]",
       "'clerk' has 2 openings: a job of a pool has 0 or 1 (pool 'helper')"},
      {"the same id of a task", WithPool([](Market& m) { m.jobs[1].tasks[2].id = "tea"; }), "pools[0].job_ids[1]",
       "its task 'tea' has the id of a task of 'porter': ids of tasks differ within a pool (pool 'helper')"},
      {"too many tasks", WithPool([](Market& m) {
         for (int i = 0; i < 60; ++i) {
           m.jobs[1].tasks.push_back(test::TaskOf("more-" + std::to_string(i), 1));
         }
       }),
       "pools[0].job_ids", "the jobs have 66 tasks together, more than 64 (pool 'helper')"},
  });
}

TEST(ValidatePoolTest, Sound) {
  ExpectSound({
      {"two jobs", AddPool},
      {"one job", WithPool([](Market& m) { m.pools[0].job_ids = {"clerk"}; })},
      {"a held job", WithPool([](Market& m) {
         m.jobs[1].openings = 0;
         m.candidates[0].holds_job_id = "clerk";
       })},
  });
}

}  // namespace
}  // namespace jobcarve
