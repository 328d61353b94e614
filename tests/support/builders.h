// builders.h: small sound markets for tests, to be changed where a test needs it.
//
//   Market market = SmallMarket();                          // one ward, one candidate who can do most of it
//   market.candidates[0].capabilities[0].level = Level{1};
//
//   Market own = EmptyMarket();                             // dimensions, one employer and one site, nobody yet
//   own.jobs.push_back(JobOf("porter", {TaskOf("fetch", 300, {{"lifting", 3}})}));
//   own.candidates.push_back(CandidateOf("ada", 1200, {{"lifting", 2}}));
#ifndef JOBCARVE_TESTS_SUPPORT_BUILDERS_H_
#define JOBCARVE_TESTS_SUPPORT_BUILDERS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "jobcarve/model/compiled.h"
#include "jobcarve/model/market.h"

namespace jobcarve::test {

// A dimension and a level on it.
using LevelAt = std::pair<std::string, int64_t>;

// Scale 0..5; the name is the id.
Dimension DimensionOf(const std::string& id, DimensionKind kind = DimensionKind::kAbility);

// Titles are the ids.
Task TaskOf(const std::string& id, int64_t weekly_minutes, const std::vector<LevelAt>& demands = {});
// At employer "employer", site "site", one opening, 12.60 an hour, every form allowed.
Job JobOf(const std::string& id, std::vector<Task> tasks);
Link BondOf(const std::string& task, const std::string& other);
Link NeedsOf(const std::string& task, const std::string& other);

// Up to `max_weekly_minutes`, which are also the preferred ones.
Candidate CandidateOf(const std::string& id, int64_t max_weekly_minutes, const std::vector<LevelAt>& capabilities = {});

// Free, technical, raises one dimension everywhere.
Adjustment AdjustmentOf(const std::string& id, const std::string& dimension, int64_t raise);

// As of 2026-11-02: dimensions "lifting", "reading" (abilities), "noise" (tolerance) and "driving" (credential), employer
// "employer", site "site". No adjustments, jobs or candidates.
Market EmptyMarket();

// EmptyMarket with
//   adjustments "trolley" (lifting +2, 120.00 once, paid by the employer) and "reader" (reading +3);
//   job "porter" with tasks "fetch" (600 min, lifting 4), "letters" (300 min, reading 3), "tea" (240 min), condition noise 2;
//   candidate "ada": up to 1,200 minutes a week, lifting 2, reading 4, noise unknown.
Market SmallMarket();

// The market compiled; the test ends when it is not sound.
CompiledMarket CompileOrDie(const Market& market);

// Positions by id; the test ends when there is none.
DimensionIndex DimensionAt(const CompiledMarket& market, const std::string& id);
AdjustmentIndex AdjustmentAt(const CompiledMarket& market, const std::string& id);
JobIndex JobAt(const CompiledMarket& market, const std::string& id);
CandidateIndex CandidateAt(const CompiledMarket& market, const std::string& id);
TaskIndex TaskAt(const CompiledJob& job, const std::string& id);
// The set of the job's tasks with these ids.
TaskSet TasksAt(const CompiledJob& job, const std::vector<std::string>& ids);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_BUILDERS_H_
