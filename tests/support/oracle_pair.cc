// Look-ups by walking lists, and the small words of the contract: tags, adjustments in force, "met", pay, start.
// Tested by tests/support/oracle_test.cc.
#include "support/oracle_pair.h"

#include <algorithm>

#include "jobcarve/base/check.h"
#include "support/oracle.h"
#include "support/pool_reading.h"

namespace jobcarve::test {
namespace {

template <typename T>
const T& FindById(const std::vector<T>& items, const std::string& id) {
  for (const T& item : items) {
    if (item.id == id) {
      return item;
    }
  }
  JOBCARVE_CHECK(false && "an id that does not resolve");
  return items.front();
}

bool Contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool ActsOn(const Effect& effect, const std::string& dimension_id, const Ids* tags) {
  if (effect.dimension_id != dimension_id) {
    return false;
  }
  return effect.only_tag.empty() || (tags != nullptr && tags->count(effect.only_tag) > 0);
}

bool LacksPrerequisite(const Adjustment& adjustment, const Ids& in_force) {
  for (const std::string& id : adjustment.requires_ids) {
    if (in_force.count(id) == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

const Job& FindJob(const Market& market, const std::string& id) {
  return FindById(market.jobs, id);
}
const Candidate& FindCandidate(const Market& market, const std::string& id) {
  return FindById(market.candidates, id);
}
const Dimension& FindDimension(const Market& market, const std::string& id) {
  return FindById(market.dimensions, id);
}
const Adjustment& FindAdjustment(const Market& market, const std::string& id) {
  return FindById(market.adjustments, id);
}
const Employer& FindEmployer(const Market& market, const std::string& id) {
  return FindById(market.employers, id);
}
const Site& FindSite(const Market& market, const std::string& id) {
  return FindById(market.sites, id);
}
const Task& FindTask(const Job& job, const std::string& id) {
  return FindById(job.tasks, id);
}

OraclePair PairOf(const Market& market, const std::string& candidate_id, const std::string& job_id, const SolveOptions& options) {
  return {market, FindCandidate(market, candidate_id), FindJob(market, job_id), options};
}

const Capability* FindCapability(const Candidate& candidate, const std::string& dimension_id) {
  for (const Capability& capability : candidate.capabilities) {
    if (capability.dimension_id == dimension_id) {
      return &capability;
    }
  }
  return nullptr;
}

Ids TagsOf(const OraclePair& pair, const Task& task) {
  Ids tags(task.tags.begin(), task.tags.end());
  tags.insert(pair.job.tags.begin(), pair.job.tags.end());
  return tags;
}

Ids AllTasks(const Job& job) {
  Ids ids;
  for (const Task& task : job.tasks) {
    ids.insert(task.id);
  }
  return ids;
}

int64_t WeeklyMinutes(const Job& job, Form form, const Ids& task_ids) {
  const bool is_shared = form == Form::kShared && job.sharing.has_value();
  return SumOfMinutes(job, task_ids) + (is_shared ? job.sharing->handover_minutes.count() : 0);
}

int64_t SumOfMinutes(const Job& job, const Ids& task_ids) {
  int64_t sum = 0;
  for (const std::string& id : task_ids) {
    sum += FindTask(job, id).weekly_minutes.count();
  }
  return sum;
}

// Starts with all that are not ruled out and drops those that lack a prerequisite until nothing changes.
Ids OwnInForce(const OraclePair& pair) {
  Ids in_force;
  for (const std::string& id : pair.candidate.own_adjustment_ids) {
    if (!Contains(pair.job.ruled_out_adjustment_ids, id)) {
      in_force.insert(id);
    }
  }
  for (size_t before = in_force.size() + 1; before != in_force.size();) {
    before = in_force.size();
    for (const std::string& id : pair.candidate.own_adjustment_ids) {
      if (LacksPrerequisite(FindAdjustment(pair.market, id), in_force)) {
        in_force.erase(id);
      }
    }
  }
  return in_force;
}

Ids InForce(const OraclePair& pair, const Ids& chosen) {
  Ids in_force = OwnInForce(pair);
  in_force.insert(chosen.begin(), chosen.end());
  return in_force;
}

bool IsMet(const OraclePair& pair, const Ids& in_force, const Demand& demand, const Ids* tags, DayKind day) {
  const Capability* capability = FindCapability(pair.candidate, demand.dimension_id);
  if (demand.level == Level{0} || capability == nullptr) {
    return true;
  }
  int64_t raises = 0;
  int64_t eases = 0;
  for (const std::string& id : in_force) {
    for (const Effect& effect : FindAdjustment(pair.market, id).effects) {
      if (ActsOn(effect, demand.dimension_id, tags)) {
        raises += effect.raise.count() + (day == DayKind::kReduced ? effect.reduced_raise.count() : 0);
        eases += effect.ease.count();
      }
    }
  }
  const Level level = day == DayKind::kReduced ? capability->reduced_level.value_or(capability->level) : capability->level;
  const int64_t top = FindDimension(pair.market, demand.dimension_id).max_level.count();
  return std::min(level.count() + raises, top) >= std::max<int64_t>(demand.level.count() - eases, 0);
}

bool DemandsMet(const OraclePair& pair, const Ids& in_force, const Task& task, DayKind day) {
  const Ids tags = TagsOf(pair, task);
  for (const Demand& demand : task.demands) {
    if (!IsMet(pair, in_force, demand, &tags, day)) {
      return false;
    }
  }
  return true;
}

bool ConditionsMet(const OraclePair& pair, const Ids& in_force, DayKind day) {
  for (const Demand& condition : pair.job.conditions) {
    if (!IsMet(pair, in_force, condition, nullptr, day)) {
      return false;
    }
  }
  return true;
}

bool Holds(const OraclePair& pair, const Ids& in_force, const Task& task) {
  return DemandsMet(pair, in_force, task, DayKind::kReduced) && ConditionsMet(pair, in_force, DayKind::kReduced);
}

const Job& PostOf(const OraclePair& pair, const Task& task) {
  if (const Pool* pool = FindPool(pair.market, pair.job.id)) {
    for (const Job* post : PostsOf(pair.market, *pool)) {
      if (AllTasks(*post).count(task.id) > 0) {
        return *post;
      }
    }
  }
  return pair.job;
}

bool MustHold(const OraclePair& pair, const Task& task) {
  return pair.candidate.reduced_weeks > Permille{0} && task.is_essential && !task.is_deferrable &&
         PostOf(pair, task).essential_must_hold;
}

bool AreCovered(const OraclePair& pair, const Ids& in_force) {
  return std::any_of(in_force.begin(), in_force.end(),
                     [&](const std::string& id) { return FindAdjustment(pair.market, id).covers_reduced_days; });
}

// Dates "YYYY-MM-DD" order as text.
int64_t GrantLimit(const OraclePair& pair) {
  if (pair.options.max_access_to_work_cost) {
    return pair.options.max_access_to_work_cost->count();
  }
  return pair.market.as_of < "2023-04-01" ? 6'518'000 : pair.market.as_of < "2024-04-01" ? 6'600'000 : 6'926'000;
}

int64_t FirstYearCost(const Adjustment& adjustment) {
  return adjustment.one_off.count() + 52 * adjustment.weekly.count();
}

int64_t PayOfForm(const Job& job, Form form) {
  if (form == Form::kCarved) {
    return job.carving.carved_pay_per_hour.value_or(job.pay_per_hour).count();
  }
  return job.pay_per_hour.count();
}

bool IsHolder(const OraclePair& pair) {
  return pair.candidate.holds_job_id == pair.job.id;
}

namespace {

// With the days from the decision until work that needs an adjustment can start.
int64_t StartDayWith(const OraclePair& pair, const Ids& chosen, int64_t (*days_of)(const Adjustment&)) {
  const int64_t as_of = DayNumber(pair.market.as_of);
  int64_t start = as_of;
  for (const std::string& date : {pair.job.earliest_start, pair.candidate.available_from}) {
    if (!date.empty()) {
      start = std::max(start, DayNumber(date));
    }
  }
  for (const std::string& id : chosen) {
    start = std::max(start, as_of + days_of(FindAdjustment(pair.market, id)));
  }
  return start;
}

int64_t UsualDays(const Adjustment& adjustment) {
  return adjustment.interim ? adjustment.interim->lead_time.count() : adjustment.lead_time.count();
}

int64_t LateDays(const Adjustment& adjustment) {
  return adjustment.interim          ? adjustment.interim->lead_time.count()
         : adjustment.late_lead_time ? adjustment.late_lead_time->count()
                                     : adjustment.lead_time.count();
}

}  // namespace

int64_t StartDay(const OraclePair& pair, const Ids& chosen) {
  return StartDayWith(pair, chosen, UsualDays);
}

int64_t LateStartDay(const OraclePair& pair, const Ids& chosen) {
  return StartDayWith(pair, chosen, LateDays);
}

}  // namespace jobcarve::test
