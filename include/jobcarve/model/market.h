// market.h: the whole input as plain values, by id, as people write it.
//
//   Market market;
//   market.as_of = "2026-11-02";
//   market.dimensions.push_back({.id = "lifting", .name = "Lifting", .kind = DimensionKind::kAbility, .max_level = Level{5}});
//   market.jobs.push_back({.id = "porter", .title = "Porter", ...});
//   absl::StatusOr<CompiledMarket> compiled = Compile(market);        // model/compiled.h; names every fault
//
// Field by field this is proto/jobcarve/v1/market.proto; meaning, unit, range and presence of a field stand there, once.
// proto/README.md says what the fields mean together. Absent optional fields are std::nullopt; dates are text here, as there,
// so that a wrong one is a fault among the others.
#ifndef JOBCARVE_MODEL_MARKET_H_
#define JOBCARVE_MODEL_MARKET_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "jobcarve/base/units.h"

namespace jobcarve {

enum class DimensionKind { kUnspecified = 0, kAbility = 1, kSkill = 2, kKnowledge = 3, kTolerance = 4, kCredential = 5 };
enum class Source { kUnspecified = 0, kObserved = 1, kStated = 2, kImputed = 3, kPrior = 4 };
enum class AdjustmentKind { kUnspecified = 0, kOrganisational = 1, kTechnical = 2, kSupport = 3 };
enum class Funder { kUnspecified = 0, kEmployer = 1, kAccessToWork = 2, kProvider = 3 };
enum class LegalLimb { kUnspecified = 0, kProvisionCriterionPractice = 1, kPhysicalFeature = 2, kAuxiliaryAid = 3 };
enum class Scope { kUnspecified = 0, kPerson = 1, kJob = 2, kSite = 3 };
enum class LinkKind { kUnspecified = 0, kBond = 1, kNeeds = 2 };
enum class RouteKind {
  kUnspecified = 0,
  kPanelInterview = 1,
  kQuestionsInAdvance = 2,
  kExtraTime = 3,
  kSupporterPresent = 4,
  kWrittenAnswers = 5,
  kOneToOne = 6,
  kWorkingInterview = 7,
  kWorkTrial = 8,
};
enum class Form { kUnspecified = 0, kWhole = 1, kStripped = 2, kCarved = 3, kCreated = 4, kShared = 5 };

// What one level of a dimension means in words.
struct Anchor {
  Level level;
  std::string text;
};

// One thing that work demands and people have.
struct Dimension {
  std::string id;
  std::string name;
  DimensionKind kind = DimensionKind::kUnspecified;
  Level max_level;
  std::vector<Anchor> anchors;
  std::string group;
};

// A level that a task, or the conditions of a whole job, asks for.
struct Demand {
  std::string dimension_id;
  Level level;
  Source source = Source::kUnspecified;
};

// A stretch of the week, [start, end) since Monday 00:00.
struct Window {
  Minutes start;
  Minutes end;
};

// What an adjustment does on one dimension.
struct Effect {
  std::string dimension_id;
  Level raise;
  Level ease;
  std::string only_tag;
  Level reduced_raise{};
};

// What is done until an adjustment works.
struct InterimMeasure {
  std::string text;
  Days lead_time;
};

// Something that closes a gap between a capability and a demand.
struct Adjustment {
  std::string id;
  std::string name;
  AdjustmentKind kind = AdjustmentKind::kUnspecified;
  std::vector<Effect> effects;
  Pence one_off;
  Pence weekly;
  Funder funder = Funder::kUnspecified;
  Days lead_time;
  Minutes coworker_minutes;
  Minutes support_minutes;
  std::vector<std::string> requires_ids;
  std::vector<std::string> excludes_ids;
  LegalLimb legal_limb = LegalLimb::kUnspecified;
  std::optional<Days> late_lead_time;
  std::optional<InterimMeasure> interim;
  Scope scope = Scope::kUnspecified;
  bool covers_reduced_days = false;
};

// WGS 84, decimal degrees.
struct Location {
  double latitude = 0;
  double longitude = 0;
};

struct Employer {
  std::string id;
  std::string name;
  std::optional<Pence> max_adjustment_cost;
  std::optional<int64_t> headcount;
};

struct Site {
  std::string id;
  std::string name;
  std::optional<Location> location;
};

// A piece of work with weekly minutes and demands: the unit of carving.
struct Task {
  std::string id;
  std::string title;
  Minutes weekly_minutes;
  Source minutes_source = Source::kUnspecified;
  std::vector<Demand> demands;
  bool is_essential = false;
  std::string essential_by;
  std::vector<std::string> tags;
  Minutes pleasant_minutes;
  Minutes unpleasant_minutes;
  std::vector<Window> windows;
  Minutes heavy_minutes{};
  Minutes hazardous_minutes{};
  Minutes isolated_minutes{};
  Minutes beside_minutes{};
  Minutes unmet_minutes{};
  Minutes chunk_minutes{};  // Not 0: DivideTasks (model/divide.h) has not been here yet, and Validate says so.
  bool is_deferrable = false;
};

// A tie between two tasks of one job.
struct Link {
  LinkKind kind = LinkKind::kUnspecified;
  std::string task_id;
  std::string other_task_id;
};

// What must be true of the tasks that stay when a role is carved.
struct ResidualRules {
  Minutes min_weekly_minutes;
  int64_t min_task_count = 0;
  Minutes min_pleasant_minutes;
  std::optional<Permille> max_unpleasant;
  std::optional<Permille> max_heavy = std::nullopt;
};

// What must be true of the tasks of a role that is carved, shared or created.
struct RoleRules {
  std::optional<Permille> max_unpleasant;
  std::optional<Permille> max_heavy;
  std::optional<Permille> max_hazardous;
  std::optional<Permille> max_isolated;
  Minutes min_beside_minutes;
  int64_t min_task_count = 0;
  bool is_hard = false;
};

// What the employer allows.
struct CarvingPolicy {
  std::vector<Form> forms;
  Minutes min_role_minutes;
  std::vector<std::string> must_stay_task_ids;
  std::optional<Pence> carved_pay_per_hour;
  ResidualRules residual;
  RoleRules role = {};
};

// A level that a person has.
struct Capability {
  std::string dimension_id;
  Level level;
  std::optional<Level> reduced_level;
};

// Somebody in the team who has room for a task.
struct CoWorker {
  std::string id;
  Minutes spare_minutes;
  std::vector<Capability> capabilities = {};
};

// How two people share an opening.
struct Sharing {
  Minutes handover_minutes;
};

// Another way through the selection.
struct SelectionRoute {
  RouteKind kind = RouteKind::kUnspecified;
  std::vector<std::string> removes_dimension_ids;
};

// What the usual way of choosing somebody asks for, and which other ways there are.
struct Selection {
  std::vector<Demand> demands;
  std::vector<SelectionRoute> routes;
};

// A post at a site.
struct Job {
  std::string id;
  std::string title;
  std::string employer_id;
  std::string site_id;
  int64_t openings = 0;
  Pence pay_per_hour;
  std::vector<Task> tasks;
  std::vector<Link> links;
  std::vector<Demand> conditions;
  std::vector<Window> windows;
  std::string earliest_start;
  std::string latest_start;
  CarvingPolicy carving;
  std::vector<CoWorker> co_workers;
  std::optional<Minutes> max_coworker_minutes;
  std::vector<std::string> tags;
  std::vector<std::string> ruled_out_adjustment_ids;
  std::optional<Selection> selection;
  std::optional<Sharing> sharing = std::nullopt;
  bool essential_must_hold = false;
};

// Posts of one site whose tasks may be put together into new roles.
struct Pool {
  std::string id;
  std::string name;
  std::vector<std::string> job_ids;
  Pence pay_per_hour;
  Minutes min_role_minutes;
  std::string earliest_start;
  std::string latest_start;
  std::optional<Minutes> max_coworker_minutes;
  RoleRules role = {};
};

// The person's own words about a tag.
struct Preference {
  std::string tag;
  Permille strength;
  bool is_non_negotiable = false;
};

struct TravelMode {
  std::string name;
  int64_t metres_per_minute = 0;
  Minutes fixed;
};

// Weeks in which a person works at most so much.
struct Phase {
  int64_t weeks = 0;
  Minutes max_weekly_minutes;
};

// Somebody who wants to work.
struct Candidate {
  std::string id;
  std::vector<Capability> capabilities;
  Permille reduced_weeks;
  std::vector<Preference> preferences;
  Minutes min_weekly_minutes;
  Minutes preferred_weekly_minutes;
  Minutes max_weekly_minutes;
  std::vector<Window> availability;
  std::optional<Location> home;
  std::vector<TravelMode> travel_modes;
  std::optional<Minutes> max_travel;
  Pence min_pay_per_hour;
  std::optional<Pence> max_weekly_earnings;
  std::string available_from;
  std::vector<std::string> own_adjustment_ids;
  std::optional<Minutes> max_support_minutes;
  std::string holds_job_id;
  std::vector<Phase> phases = {};
};

// A known journey.
struct TravelTime {
  std::string candidate_id;
  std::string site_id;
  Minutes minutes;
};

// Everything that one run looks at.
struct Market {
  std::string title;
  std::string as_of;
  std::vector<Dimension> dimensions;
  std::vector<Adjustment> adjustments;
  std::vector<Employer> employers;
  std::vector<Site> sites;
  std::vector<Job> jobs;
  std::vector<Candidate> candidates;
  std::vector<TravelTime> travel_times;
  std::vector<Pool> pools;
};

}  // namespace jobcarve

#endif  // JOBCARVE_MODEL_MARKET_H_
