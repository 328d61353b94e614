// Windows are minutes of the week, one by one: slow, and nothing to get wrong. Tested by tests/support/oracle_test.cc.
#include "support/pool_reading.h"

#include <algorithm>
#include <map>

#include "support/oracle_pair.h"

namespace jobcarve::test {
namespace {

using Week = std::vector<bool>;  // By minute.

Week WeekOf(const std::vector<Window>& windows) {
  Week week(10'080, windows.empty());
  for (const Window& window : windows) {
    std::fill(week.begin() + window.start.count(), week.begin() + window.end.count(), true);
  }
  return week;
}

// A window of no length where the week is empty: no windows would mean the whole week.
std::vector<Window> WindowsOf(const Week& week) {
  std::vector<Window> windows;
  for (size_t minute = 0; minute < week.size(); ++minute) {
    if (week[minute] && (minute == 0 || !week[minute - 1])) {
      windows.push_back({Minutes{static_cast<int64_t>(minute)}, Minutes{static_cast<int64_t>(minute)}});
    }
    if (week[minute]) {
      windows.back().end = Minutes{static_cast<int64_t>(minute) + 1};
    }
  }
  return windows.empty() ? std::vector<Window>{{Minutes{0}, Minutes{0}}} : windows;
}

std::vector<Window> Both(const std::vector<Window>& a, const std::vector<Window>& b) {
  Week week = WeekOf(a);
  const Week other = WeekOf(b);
  for (size_t minute = 0; minute < week.size(); ++minute) {
    week[minute] = week[minute] && other[minute];
  }
  return WindowsOf(week);
}

// Of two demands on one dimension the higher; the task's own where they are equal.
std::vector<Demand> WithConditions(const Task& task, const Job& job) {
  std::vector<Demand> demands = task.demands;
  for (const Demand& condition : job.conditions) {
    const auto own = std::find_if(demands.begin(), demands.end(),
                                  [&](const Demand& demand) { return demand.dimension_id == condition.dimension_id; });
    if (own == demands.end()) {
      demands.push_back(condition);
    } else if (own->level < condition.level) {
      *own = condition;
    }
  }
  return demands;
}

void AddPost(const Job& post, Job& read) {
  const std::vector<Form>& forms = post.carving.forms;
  const bool gives_tasks = forms.empty() || std::find(forms.begin(), forms.end(), Form::kCreated) != forms.end();
  const std::vector<std::string>& must_stay = post.carving.must_stay_task_ids;
  for (Task task : post.tasks) {
    task.demands = WithConditions(task, post);
    for (const std::string& tag : post.tags) {
      if (std::find(task.tags.begin(), task.tags.end(), tag) == task.tags.end()) {
        task.tags.push_back(tag);
      }
    }
    task.windows = Both(task.windows, post.windows);
    if (!gives_tasks || std::find(must_stay.begin(), must_stay.end(), task.id) != must_stay.end()) {
      read.carving.must_stay_task_ids.push_back(task.id);
    }
    read.tasks.push_back(task);
  }
  read.links.insert(read.links.end(), post.links.begin(), post.links.end());
  read.ruled_out_adjustment_ids.insert(read.ruled_out_adjustment_ids.end(), post.ruled_out_adjustment_ids.begin(),
                                       post.ruled_out_adjustment_ids.end());
}

Job JobOf(const Pool& pool, const std::vector<const Job*>& posts) {
  Job read;
  read.id = pool.id;
  read.title = pool.name;
  read.employer_id = posts.front()->employer_id;
  read.site_id = posts.front()->site_id;
  read.pay_per_hour = pool.pay_per_hour;
  read.earliest_start = pool.earliest_start;
  read.latest_start = pool.latest_start;
  read.carving.forms = {Form::kCreated};
  read.carving.min_role_minutes = pool.min_role_minutes;
  read.carving.role = pool.role;
  read.max_coworker_minutes = pool.max_coworker_minutes;
  Week open(10'080, false);
  for (const Job* post : posts) {
    AddPost(*post, read);
    const Week week = WeekOf(post->windows);
    for (size_t minute = 0; minute < open.size(); ++minute) {
      open[minute] = open[minute] || week[minute];
    }
  }
  read.windows = WindowsOf(open);
  return read;
}

}  // namespace

Market WithPoolsRead(const Market& market) {
  Market read = market;
  for (const Pool& pool : market.pools) {
    const std::vector<const Job*> posts = PostsOf(market, pool);
    if (!posts.empty()) {
      read.jobs.push_back(JobOf(pool, posts));
    }
  }
  return read;
}

const Pool* FindPool(const Market& market, const std::string& id) {
  const auto found = std::find_if(market.pools.begin(), market.pools.end(), [&](const Pool& pool) { return pool.id == id; });
  return found == market.pools.end() ? nullptr : &*found;
}

std::vector<const Job*> PostsOf(const Market& market, const Pool& pool) {
  std::vector<const Job*> posts;
  for (const std::string& id : pool.job_ids) {
    const bool is_held = std::any_of(market.candidates.begin(), market.candidates.end(),
                                     [&](const Candidate& candidate) { return candidate.holds_job_id == id; });
    if (!is_held) {
      posts.push_back(&FindJob(market, id));
    }
  }
  return posts;
}

}  // namespace jobcarve::test
