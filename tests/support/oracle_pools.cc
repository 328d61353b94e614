// Every role of every pair, and every way to give each candidate one of them or none; ways that cannot reach the best so far are
// left. Tested by tests/support/oracle_test.cc and by the plans of tests/plan/pools_test.cc, whose bounds it must not exceed.
#include "support/oracle_pools.h"

#include <algorithm>
#include <set>

#include "jobcarve/base/check.h"
#include "support/oracle_feasible.h"
#include "support/oracle_pair.h"
#include "support/oracle_purchases.h"
#include "support/pool_reading.h"

namespace jobcarve::test {
namespace {

bool TakesAll(const OracleRole& role) {
  return role.form == Form::kWhole || role.form == Form::kStripped;
}

const Pool* PoolOfPost(const Market& market, const std::string& job_id) {
  for (const Pool& pool : market.pools) {
    for (const Job* post : PostsOf(market, pool)) {
      if (post->id == job_id) {
        return &pool;
      }
    }
  }
  return nullptr;
}

// The tasks, by post, that a role uses up.
std::map<std::string, Ids> Used(const Market& market, const PlacedRole& placed) {
  std::map<std::string, Ids> used;
  if (PoolOfPost(market, placed.job_id) != nullptr && TakesAll(placed.role)) {
    used[placed.job_id] = AllTasks(FindJob(market, placed.job_id));
  } else if (IsSharing(market, placed.job_id)) {
    for (const std::string& task : placed.role.task_ids) {
      used[PostOfTask(market, placed.job_id, task).id].insert(task);
    }
  }
  return used;
}

class Search {
 public:
  Search(const Market& market, const SolveOptions& options) : market_(market), options_(options) {
    for (const Candidate& candidate : market.candidates) {
      choices_.emplace_back();
      for (const Job& job : market.jobs) {
        AddRoles(candidate, job, options);
      }
      std::sort(choices_.back().begin(), choices_.back().end(),
                [](const PlacedRole& a, const PlacedRole& b) { return a.role.score > b.role.score; });
    }
    AddCouples(options);
    most_after_.assign(choices_.size() + 1, 0);
    for (size_t i = choices_.size(); i-- > 0;) {
      int64_t most = choices_[i].empty() ? 0 : choices_[i].front().role.score;
      for (const Two& two : couples_) {
        most = two.first == i ? std::max(most, two.roles[0].role.score) : most;
        most = two.second == i ? std::max(most, two.roles[1].role.score) : most;
      }
      most_after_[i] = most_after_[i + 1] + most;
    }
    is_taken_.assign(choices_.size(), false);
  }

  int64_t Best() {
    Try(0, 0);
    return best_;
  }

 private:
  // Two people who share an opening, by position.
  struct Two {
    size_t first = 0;
    size_t second = 0;
    PlacedRole roles[2];
  };

  void AddCouples(const SolveOptions& options) {
    for (size_t first = 0; first < choices_.size(); ++first) {
      for (size_t second = first + 1; second < choices_.size(); ++second) {
        for (const Job& job : market_.jobs) {
          AddCouple(first, second, job, options);
        }
      }
    }
  }

  void AddCouple(size_t first, size_t second, const Job& job, const SolveOptions& options) {
    const std::string& a = std::min(market_.candidates[first].id, market_.candidates[second].id);
    const std::string& b = std::max(market_.candidates[first].id, market_.candidates[second].id);
    const std::optional<OracleCouple> best = job.sharing ? BestCouple(market_, a, b, job.id, options) : std::nullopt;
    if (best && best->first.score > 0 && best->second.score > 0) {
      const bool is_in_order = a == market_.candidates[first].id;
      couples_.push_back({first,
                          second,
                          {{job.id, is_in_order ? best->first : best->second, false},
                           {job.id, is_in_order ? best->second : best->first, true}}});
    }
  }

  void AddRoles(const Candidate& candidate, const Job& job, const SolveOptions& options) {
    if (!IsSharing(market_, job.id) && !HasPurchases(market_)) {
      const std::optional<OracleRole> best = BestRole(market_, candidate.id, job.id, options);
      if (best && best->score > 0) {
        choices_.back().push_back({job.id, *best});
      }
      return;
    }
    for (const OracleRole& role : AllRoles(market_, candidate.id, job.id, options)) {
      if (role.score > 0) {
        choices_.back().push_back({job.id, role});
      }
    }
  }

  void Try(size_t next, int64_t score) {
    if (score + most_after_[next] <= best_) {
      return;
    }
    if (next == choices_.size()) {
      best_ = std::max(
          best_, score - CostOfPurchases(market_, chosen_, options_));  // What is broken together may be mended by a later role:
                                                                        // only complete ways are judged on rules of shares.
      return;
    }
    if (is_taken_[next]) {
      if (next + 1 < choices_.size() || BrokenTogether(market_, chosen_).empty()) {
        Try(next + 1, score);
      }
      return;
    }
    for (const Two& two : couples_) {
      if (two.first == next && !is_taken_[two.second]) {
        chosen_.push_back(two.roles[0]);
        chosen_.push_back(two.roles[1]);
        is_taken_[two.second] = true;
        if (!SharesATask()) {
          Try(next + 1, score + two.roles[0].role.score + two.roles[1].role.score);
        }
        is_taken_[two.second] = false;
        chosen_.resize(chosen_.size() - 2);
      }
    }
    for (const PlacedRole& placed : choices_[next]) {
      if (score + placed.role.score + most_after_[next + 1] <= best_) {
        break;
      }
      chosen_.push_back(placed);
      if (IsLastToChoose(next) ? BrokenTogether(market_, chosen_).empty() : !SharesATask()) {
        Try(next + 1, score + placed.role.score);
      }
      chosen_.pop_back();
    }
    if (next + 1 < choices_.size() || BrokenTogether(market_, chosen_).empty()) {
      Try(next + 1, score);
    }
  }

  bool IsLastToChoose(size_t next) const { return next + 1 == choices_.size(); }

  bool SharesATask() const {
    for (const std::string& broken : BrokenTogether(market_, chosen_)) {
      if (broken.rfind("twice", 0) == 0) {
        return true;
      }
    }
    return false;
  }

  const Market& market_;
  const SolveOptions& options_;
  std::vector<std::vector<PlacedRole>> choices_;  // By candidate, best first.
  std::vector<int64_t> most_after_;
  std::vector<Two> couples_;
  std::vector<bool> is_taken_;  // As the second of two.
  std::vector<PlacedRole> chosen_;
  int64_t best_ = 0;
};

}  // namespace

const Job& PostOfTask(const Market& market, const std::string& job_id, const std::string& task_id) {
  const Pool* pool = FindPool(market, job_id);
  if (pool == nullptr) {
    return FindJob(market, job_id);
  }
  for (const Job* post : PostsOf(market, *pool)) {
    if (AllTasks(*post).count(task_id) > 0) {
      return *post;
    }
  }
  JOBCARVE_CHECK(false && "a task of no post");
  return market.jobs.front();
}

bool IsSharing(const Market& market, const std::string& job_id) {
  return FindPool(market, job_id) != nullptr || PoolOfPost(market, job_id) != nullptr;
}

std::map<std::string, Ids> TakenOut(const Market& market, const std::vector<PlacedRole>& roles) {
  std::map<std::string, Ids> taken;
  for (const PlacedRole& placed : roles) {
    if (!TakesAll(placed.role) && placed.role.form != Form::kShared) {
      for (const auto& [post, tasks] : Used(market, placed)) {
        taken[post].insert(tasks.begin(), tasks.end());
      }
    }
  }
  return taken;
}

std::vector<std::string> BrokenTogether(const Market& market, const std::vector<PlacedRole>& roles) {
  std::vector<std::string> broken;
  std::map<std::string, int64_t> openings;
  std::set<std::pair<std::string, std::string>> given;
  for (const PlacedRole& placed : roles) {
    const bool is_pool = FindPool(market, placed.job_id) != nullptr;
    if (!is_pool && !placed.is_second &&
        ++openings[placed.job_id] > std::max<int64_t>(FindJob(market, placed.job_id).openings, 1)) {
      broken.push_back("twice: opening of " + placed.job_id);
    }
    for (const auto& [post, tasks] : Used(market, placed)) {
      for (const std::string& task : tasks) {
        if (!given.emplace(post, task).second) {
          broken.push_back("twice: task " + task + " of " + post);
        }
      }
    }
  }
  for (const auto& [post, tasks] : TakenOut(market, roles)) {
    for (const std::string& rule : BrokenByTaking(FindJob(market, post), tasks)) {
      broken.push_back(rule);
    }
  }
  return broken;
}

int64_t BestTotalWithPools(const Market& market, const SolveOptions& options) {
  return Search(market, options).Best();
}

}  // namespace jobcarve::test
