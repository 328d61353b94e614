// Each part has its share of every figure that the task has in minutes. Tested by tests/model/divide_test.cc.
#include "jobcarve/model/divide.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace jobcarve {
namespace {

bool IsDivided(const Task& task) {
  return task.chunk_minutes > Minutes{0} && task.chunk_minutes <= task.weekly_minutes && task.weekly_minutes <= kMinutesPerWeek;
}

// Minutes laid out along a task: a share of them for each part, in proportion to other minutes of the parts.
class Shares {
 public:
  Shares(Minutes shared, Minutes over) : shared_(shared.count()), over_(over.count()) {}

  // What a part with the next `minutes` of those others gets: never more than these, and all parts together get all.
  Minutes Next(Minutes minutes) {
    const int64_t before = Upto();
    laid_ += minutes.count();
    return Minutes{Upto() - before};
  }

 private:
  int64_t Upto() const { return over_ == 0 ? 0 : shared_ * laid_ / over_; }

  const int64_t shared_;
  const int64_t over_;
  int64_t laid_ = 0;
};

std::vector<Task> PartsOf(const Task& task) {
  const Minutes all = task.weekly_minutes;
  Shares pleasant(task.pleasant_minutes, all), heavy(task.heavy_minutes, all), hazardous(task.hazardous_minutes, all),
      isolated(task.isolated_minutes, all), unmet(task.unmet_minutes, all);
  Shares unpleasant(task.unpleasant_minutes, all - task.pleasant_minutes);
  Shares beside(task.beside_minutes, all - task.isolated_minutes);
  const int64_t n = all.count() / task.chunk_minutes.count();
  std::vector<Task> parts;
  for (int64_t i = 0; i < n; ++i) {
    Task part = task;
    part.id = absl::StrCat(task.id, "/", i + 1);
    part.title = n > 1 ? absl::StrCat(task.title, " (part ", i + 1, " of ", n, ")") : task.title;
    part.chunk_minutes = Minutes{0};
    part.weekly_minutes = i + 1 < n ? task.chunk_minutes : all - task.chunk_minutes * (n - 1);
    part.pleasant_minutes = pleasant.Next(part.weekly_minutes);
    part.unpleasant_minutes = unpleasant.Next(part.weekly_minutes - part.pleasant_minutes);
    part.heavy_minutes = heavy.Next(part.weekly_minutes);
    part.hazardous_minutes = hazardous.Next(part.weekly_minutes);
    part.isolated_minutes = isolated.Next(part.weekly_minutes);
    part.beside_minutes = beside.Next(part.weekly_minutes - part.isolated_minutes);
    part.unmet_minutes = unmet.Next(part.weekly_minutes);
    parts.push_back(std::move(part));
  }
  return parts;
}

void DivideTasksOf(Job& job) {
  std::map<std::string, std::vector<std::string>> part_ids;
  std::vector<Task> tasks;
  for (Task& task : job.tasks) {
    if (!IsDivided(task)) {
      tasks.push_back(std::move(task));
      continue;
    }
    std::vector<std::string>& ids = part_ids[task.id];
    for (Task& part : PartsOf(task)) {
      ids.push_back(part.id);
      tasks.push_back(std::move(part));
    }
  }
  job.tasks = std::move(tasks);
  std::vector<std::string> must_stay;
  for (std::string& id : job.carving.must_stay_task_ids) {
    if (const auto found = part_ids.find(id); found != part_ids.end()) {
      must_stay.insert(must_stay.end(), found->second.begin(), found->second.end());
    } else {
      must_stay.push_back(std::move(id));
    }
  }
  job.carving.must_stay_task_ids = std::move(must_stay);
}

}  // namespace

void DivideTasks(Market& market) {
  for (Job& job : market.jobs) {
    DivideTasksOf(job);
  }
}

}  // namespace jobcarve
