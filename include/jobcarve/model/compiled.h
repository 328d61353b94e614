// compiled.h: a market that is known to be sound, as dense arrays that later stages can run over.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const CompiledMarket market, Compile(input));
//   for (JobIndex job : market.jobs.Indices()) ...
//
// Every list is sorted by id (bytewise) and every reference is an index, so no result can depend on the order of the input.
// Demands of level 0 are gone (they ask nothing), effects are summed per dimension and tag, windows are merged, dates are days,
// absent limits have their widest value. Tasks of a job and members of sets are numbered in order of id: bit t of a TaskSet is
// the job's task t.
#ifndef JOBCARVE_MODEL_COMPILED_H_
#define JOBCARVE_MODEL_COMPILED_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/date.h"
#include "jobcarve/base/index.h"
#include "jobcarve/base/units.h"
#include "jobcarve/model/market.h"

namespace jobcarve {

using DimensionIndex = Index<struct DimensionIndexTag>;
using AdjustmentIndex = Index<struct AdjustmentIndexTag>;
using EmployerIndex = Index<struct EmployerIndexTag>;
using SiteIndex = Index<struct SiteIndexTag>;
using JobIndex = Index<struct JobIndexTag>;
using CandidateIndex = Index<struct CandidateIndexTag>;
using TaskIndex = Index<struct TaskIndexTag>;          // Within one job, below 64.
using CoWorkerIndex = Index<struct CoWorkerIndexTag>;  // Within one job.
using TagIndex = Index<struct TagIndexTag>;

// Tasks of one job; bit t is task t.
using TaskSet = uint64_t;
constexpr TaskSet SetOf(TaskIndex task) {
  return TaskSet{1} << task.value();
}
constexpr bool Contains(TaskSet set, TaskIndex task) {
  return (set >> task.value() & 1) != 0;
}

struct CompiledDimension {
  std::string id;
  std::string name;
  DimensionKind kind = DimensionKind::kUnspecified;
  Level max_level;
  std::vector<Anchor> anchors;
  std::string group;
};

struct CompiledDemand {
  DimensionIndex dimension;
  Level level;  // >= 1
  Source source = Source::kUnspecified;
};

struct CompiledEffect {
  DimensionIndex dimension;
  Level amount;                      // raise + ease: both close a gap level for level.
  std::optional<TagIndex> only_tag;  // Absent: every task, and the conditions.
  Level reduced_amount;              // The same on a reduced day, >= amount.
};

struct CompiledAdjustment {
  std::string id;
  std::string name;
  AdjustmentKind kind = AdjustmentKind::kUnspecified;
  std::vector<CompiledEffect> effects;  // By dimension, untagged first, then tag.
  Pence first_year_cost;                // One-off + 52 x weekly.
  Pence one_off;
  Pence weekly;
  Funder funder = Funder::kUnspecified;
  Days lead_time;       // The median.
  Days late_lead_time;  // Nine in ten work by then.
  std::optional<Days> interim_lead_time;
  Minutes coworker_minutes;
  Minutes support_minutes;
  std::vector<AdjustmentIndex> required;  // Direct prerequisites, ascending.
  std::vector<AdjustmentIndex> excluded;  // Both directions, ascending.
  LegalLimb legal_limb = LegalLimb::kUnspecified;
  Scope scope = Scope::kPerson;
  bool covers_reduced_days = false;

  // Bought once for several roles: no role's ledger has its cost.
  bool is_bought_once() const { return scope != Scope::kPerson && first_year_cost > Pence{0}; }
  // Until work that needs it can start: as a rule, and if lead times run late. An interim measure bridges both.
  Days wait() const { return interim_lead_time.value_or(lead_time); }
  Days late_wait() const { return interim_lead_time.value_or(late_lead_time); }
};

struct CompiledEmployer {
  std::string id;
  std::string name;
  std::optional<Pence> max_adjustment_cost;
  std::optional<int64_t> headcount;
};

struct CompiledSite {
  std::string id;
  std::string name;
  std::optional<Location> location;
};

struct CompiledTask {
  std::string id;
  std::string title;
  Minutes minutes;
  Source minutes_source = Source::kUnspecified;
  std::vector<CompiledDemand> demands;  // By dimension.
  bool is_essential = false;
  std::string essential_by;
  std::vector<TagIndex> tags;  // Its own and its job's, ascending.
  Minutes pleasant_minutes;
  Minutes unpleasant_minutes;
  std::vector<Window> windows;  // Already within the job's; disjoint, ascending. Never empty unless nothing is left.
  Pence released_pay;  // By how much its post pays more an hour than a CARVED role, or in a pool a CREATED one; at least 0.
  Minutes heavy_minutes;
  Minutes hazardous_minutes;
  Minutes isolated_minutes;
  Minutes beside_minutes;
  Minutes unmet_minutes;  // What nobody does today.
  bool is_deferrable = false;
  bool must_hold = false;  // On reduced days, unless they are covered: essential, not deferrable, and its job says so.
};

struct CompiledLink {
  LinkKind kind = LinkKind::kUnspecified;
  TaskIndex task;
  TaskIndex other;
};

struct CompiledCoWorker {
  std::string id;
  Minutes spare_minutes;
  TaskSet can_take = 0;  // Tasks of the job for which nothing that is known of them is too little.
};

// A job of a pool, as the pool's own tasks.
struct PoolPost {
  JobIndex job;
  TaskSet tasks = 0;
  IndexedVector<TaskIndex, TaskIndex> place;  // Of each of the job's own tasks, among the pool's.
  ResidualRules residual;
};

// A way through the selection beside the usual one.
struct CompiledRoute {
  RouteKind kind = RouteKind::kUnspecified;
  std::vector<DimensionIndex> removes;  // Of the selection's demands, ascending.
};

// A job, or a pool read as a job: its tasks are those of its posts, whose conditions count as demands of each of their tasks.
struct CompiledJob {
  std::string id;
  std::string title;
  EmployerIndex employer;
  SiteIndex site;
  int64_t openings = 0;
  Pence pay_per_hour;
  Pence carved_pay_per_hour;
  IndexedVector<TaskIndex, CompiledTask> tasks;
  Minutes total_minutes;  // Of all tasks.
  std::vector<CompiledLink> links;
  std::vector<CompiledDemand> conditions;  // By dimension.
  std::vector<Window> windows;             // Disjoint, ascending; the whole week when the input has none.
  Date earliest_start;
  std::optional<Date> latest_start;
  bool allows_whole = true;
  bool allows_stripped = true;
  bool allows_carved = true;
  bool allows_created = true;  // A role of the pool may take tasks; of a pool itself: always.
  bool allows_shared = false;
  Minutes min_role_minutes;
  TaskSet must_stay = 0;
  TaskSet essential = 0;
  ResidualRules residual;
  RoleRules role;
  Minutes handover_minutes;  // Of each of two who share an opening.
  IndexedVector<CoWorkerIndex, CompiledCoWorker> co_workers;
  std::optional<Minutes> max_coworker_minutes;
  std::vector<AdjustmentIndex> ruled_out;  // Ascending.
  std::optional<CandidateIndex> holder;    // Who has this job now.
  std::optional<JobIndex> pool;            // The pool that shares its tasks.
  std::vector<PoolPost> posts;             // Of a pool: its jobs that nobody holds, ascending. Otherwise empty.
  std::vector<CompiledDemand> selection;   // What the usual way of choosing somebody asks for, by dimension.
  std::vector<CompiledRoute> routes;       // By kind, the least change first; PANEL_INTERVIEW is not among them.

  TaskSet AllTasks() const { return tasks.size() == 64 ? ~TaskSet{0} : (TaskSet{1} << tasks.size()) - 1; }
  bool is_pool() const { return !posts.empty(); }
  // How many roles may be matched here: openings, or 1 where openings is 0.
  int64_t capacity() const { return openings > 0 ? openings : 1; }
};

struct CompiledCapability {
  DimensionIndex dimension;
  Level level;
  Level reduced_level;  // = level where the input has none.
};

struct CompiledPreference {
  TagIndex tag;
  Permille strength;
  bool is_non_negotiable = false;
};

struct CompiledCandidate {
  std::string id;
  std::vector<CompiledCapability> capabilities;  // By dimension.
  Permille reduced_weeks;
  std::vector<CompiledPreference> preferences;  // By tag.
  Minutes min_minutes;
  Minutes preferred_minutes;
  Minutes max_minutes;
  std::vector<Window> availability;  // Disjoint, ascending; the whole week when the input has none.
  std::optional<Location> home;
  std::vector<TravelMode> travel_modes;
  std::optional<Minutes> max_travel;
  Pence min_pay_per_hour;
  std::optional<Pence> max_weekly_earnings;
  Date available_from;
  std::vector<AdjustmentIndex> own_adjustments;  // Ascending.
  std::optional<Minutes> max_support_minutes;
  std::optional<JobIndex> holds_job;
  std::optional<EmployerIndex> employer;                      // Of the job they hold.
  std::vector<Phase> phases;                                  // From the first week on; ascending minutes.
  std::vector<std::pair<SiteIndex, Minutes>> known_journeys;  // By site.

  // This person's capability on a dimension; nullptr when unknown. O(log n).
  const CompiledCapability* Find(DimensionIndex dimension) const;
};

struct CompiledMarket {
  std::string title;
  Date as_of;
  IndexedVector<DimensionIndex, CompiledDimension> dimensions;
  IndexedVector<AdjustmentIndex, CompiledAdjustment> adjustments;
  IndexedVector<EmployerIndex, CompiledEmployer> employers;
  IndexedVector<SiteIndex, CompiledSite> sites;
  IndexedVector<JobIndex, CompiledJob>
      jobs;  // And pools, each in its place by id. A pool all of whose jobs are held is left out.
  IndexedVector<CandidateIndex, CompiledCandidate> candidates;
  IndexedVector<TagIndex, std::string> tags;  // Every tag anywhere, by name.
};

// Validates, sorts, resolves. InvalidArgument as by Validate. O(n log n) in the size of the market.
absl::StatusOr<CompiledMarket> Compile(const Market& market);

}  // namespace jobcarve

#endif  // JOBCARVE_MODEL_COMPILED_H_
