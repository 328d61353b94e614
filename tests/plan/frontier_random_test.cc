// Frontiers by trying every role there is: every set of tasks with every set of adjustments for everybody, on small random
// markets. A failure names the seed.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/frontier.h"
#include "support/oracle.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

std::vector<std::vector<std::string>> AllSubsets(std::vector<std::string> ids) {
  absl::c_sort(ids);
  std::vector<std::vector<std::string>> subsets = {{}};
  for (const std::string& id : ids) {
    const size_t count = subsets.size();
    for (size_t i = 0; i < count; ++i) {
      subsets.push_back(subsets[i]);
      subsets.back().push_back(id);
    }
  }
  return subsets;
}

template <typename T>
std::vector<std::string> IdsOf(const std::vector<T>& items) {
  std::vector<std::string> ids;
  for (const T& item : items) {
    ids.push_back(item.id);
  }
  return ids;
}

// The best role of each set of tasks, by those tasks.
using RolesBySet = std::map<std::vector<std::string>, OracleRole>;

class SlowFrontier {
 public:
  SlowFrontier(const Market& market, const Job& job, const SolveOptions& options)
      : market_(market), job_(job), options_(options), adjustment_sets_(AllSubsets(IdsOf(market.adjustments))) {
    for (const Candidate& candidate : market.candidates) {
      for (const std::vector<std::string>& tasks : AllSubsets(IdsOf(job.tasks))) {
        if (!tasks.empty()) {
          Note(candidate, tasks);
        }
      }
    }
  }

  Frontier Run() const {
    Frontier frontier = {.job_id = job_.id, .entries = {}};
    for (size_t count = 1; count <= job_.tasks.size(); ++count) {
      FrontierEntry entry = {.task_count = static_cast<int64_t>(count)};
      if (const OracleRole* best = BestOf(count, entry.candidate_id)) {
        Fill(*best, entry);
        entry.is_dominated = absl::c_any_of(frontier.entries, [&](const FrontierEntry& fewer) {
          return fewer.score >= entry.score && fewer.doors.size() >= entry.doors.size();
        });
        frontier.entries.push_back(entry);
      }
    }
    return frontier;
  }

 private:
  void Note(const Candidate& candidate, const std::vector<std::string>& tasks) {
    for (const std::vector<std::string>& adjustments : adjustment_sets_) {
      const bool has_own = absl::c_any_of(
          adjustments, [&](const std::string& id) { return absl::c_linear_search(candidate.own_adjustment_ids, id); });
      OracleRole role;
      role.form = tasks.size() == job_.tasks.size() ? Form::kWhole : Form::kCarved;
      role.task_ids = tasks;
      role.adjustment_ids = adjustments;
      if (has_own || !IsFeasible(market_, candidate.id, job_.id, role, options_)) {
        continue;
      }
      role.score = SumOf(Ledger(market_, candidate.id, job_.id, role, options_));
      RolesBySet& roles = roles_[candidate.id];
      const auto known = roles.find(tasks);
      if (known == roles.end() || ComesFirst(role, known->second)) {
        roles[tasks] = role;
      }
    }
  }

  const OracleRole* BestOf(size_t count, std::string& candidate_id) const {
    const OracleRole* best = nullptr;
    for (const auto& [id, roles] : roles_) {
      for (const auto& [tasks, role] : roles) {
        const bool is_first = best == nullptr || role.score > best->score || (id == candidate_id && ComesFirst(role, *best));
        if (tasks.size() == count && is_first) {
          best = &role;
          candidate_id = id;
        }
      }
    }
    return best;
  }

  void Fill(const OracleRole& role, FrontierEntry& entry) const {
    entry.form = role.form;
    entry.task_ids = role.task_ids;
    entry.adjustment_ids = role.adjustment_ids;
    entry.score = Score{role.score};
    entry.weekly_minutes = Minutes{MinutesOf(market_, job_.id, role)};
    entry.pay_per_hour = Pence{PayOf(market_, job_.id, role.form)};
    const int64_t saved = std::max<int64_t>(job_.pay_per_hour.count() - entry.pay_per_hour.count(), 0);
    int64_t released = entry.weekly_minutes.count();
    for (const Task& task : job_.tasks) {
      released -= absl::c_linear_search(entry.task_ids, task.id) ? task.unmet_minutes.count() : 0;
    }
    entry.weekly_gain = Pence{RoundDiv(released * saved, 60)};
    for (const Adjustment& adjustment : market_.adjustments) {
      if (absl::c_linear_search(role.adjustment_ids, adjustment.id) && adjustment.funder == Funder::kEmployer) {
        entry.employer_cost += adjustment.one_off + adjustment.weekly * 52;
      }
    }
    if (role.form == Form::kCarved) {
      entry.residual = ResidualOf(role);
    }
    for (const auto& [id, roles] : roles_) {
      if (const auto door = roles.find(role.task_ids); door != roles.end()) {
        entry.doors.push_back({.candidate_id = id, .score = Score{door->second.score}});
      }
    }
  }

  Residual ResidualOf(const OracleRole& role) const {
    Residual residual;
    for (const Task& task : job_.tasks) {
      if (!absl::c_linear_search(role.task_ids, task.id)) {
        residual.task_ids.push_back(task.id);
        residual.weekly_minutes += task.weekly_minutes;
        residual.pleasant_minutes += task.pleasant_minutes;
        residual.unpleasant_minutes += task.unpleasant_minutes;
        residual.heavy_minutes += task.heavy_minutes;
      }
    }
    absl::c_sort(residual.task_ids);
    residual.covered_by = job_.openings > 0 ? ResidualCover::kVacancy : ResidualCover::kPostHolder;
    return residual;
  }

  const Market& market_;
  const Job& job_;
  const SolveOptions& options_;
  const std::vector<std::vector<std::string>> adjustment_sets_;
  std::map<std::string, RolesBySet> roles_;  // By candidate.
};

TEST(FrontierRandomTest, EveryFigureIsThatOfTryingEveryRole) {
  size_t entries = 0;
  size_t dominated = 0;
  size_t shared_doors = 0;
  for (uint64_t seed = 1; seed <= 250 && !HasFailure(); ++seed) {
    const Market market =
        RandomMarket(seed, {.candidate_count = 4, .job_count = 1, .max_tasks = 5, .adjustment_count = 4, .intensity = 150});
    const SolveOptions options = RandomOptions(seed);
    if (!Compile(market).ok()) {
      continue;
    }
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    ASSERT_OK_AND_ASSIGN(const Frontier frontier, TraceFrontier(market, market.jobs[0].id, options));
    EXPECT_EQ(frontier, SlowFrontier(market, market.jobs[0], options).Run());
    entries += frontier.entries.size();
    for (const FrontierEntry& entry : frontier.entries) {
      dominated += entry.is_dominated ? 1U : 0U;
      shared_doors += entry.doors.size() > 1 ? 1U : 0U;
    }
  }
  EXPECT_GT(entries, 200U);
  EXPECT_GT(dominated, 20U);
  EXPECT_GT(shared_doors, 100U);
}

}  // namespace
}  // namespace jobcarve::test
