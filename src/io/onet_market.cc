// A job is its occupation's tasks with the post's hours shared out among them. Demands of a task come through the published
// links from its work activities to abilities; abilities that matter and that no task is linked to are asked of the whole job.
// Tested by tests/io/onet_market_test.cc.
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "io/onet_context.h"
#include "io/onet_mapping.h"
#include "io/onet_preparation.h"
#include "io/onet_tags.h"
#include "jobcarve/io/onet.h"
#include "jobcarve/model/validate.h"

namespace jobcarve::io {
namespace {

bool IsContextElement(const OnetElement& element) {
  return absl::StartsWith(element.id, "4.C.");
}

Dimension DimensionOf(const OnetElement& element) {
  const bool is_context = IsContextElement(element);
  Dimension dimension;
  dimension.id = absl::StrCat("onet:", element.id);
  dimension.name = element.name;
  dimension.kind = is_context ? DimensionKind::kTolerance : DimensionKind::kAbility;
  dimension.max_level = is_context ? kMaxContextLevel : kMaxAbilityLevel;
  dimension.group = element.group;
  for (const auto& [value, text] : element.anchors) {
    const Level level = is_context ? ContextLevel(value) : AbilityLevel(value);
    const bool is_free = dimension.anchors.empty() || dimension.anchors.back().level < level;
    if (is_free && !text.empty()) {
      dimension.anchors.push_back({.level = level, .text = text});
    }
  }
  return dimension;
}

// "Southampton General" to "southampton-general".
std::string Slug(absl::string_view name) {
  std::string slug;
  for (const char letter : name) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(letter)) || letter == '.') {
      slug.push_back(absl::ascii_tolower(static_cast<unsigned char>(letter)));
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  return slug.substr(0, slug.find_last_not_of('-') + 1);
}

// A task whose work activities nobody has published: without them it would ask for nothing, and anybody could be proposed to
// monitor patients. It is taken to ask for all that is important to the occupation.
std::vector<Demand> DemandsWithoutActivities(const OnetOccupation& occupation) {
  std::vector<Demand> demands;
  for (const auto& [ability, importance] : occupation.ability_importance) {
    if (std::optional<Demand> demand = AbilityDemand(occupation, ability, kMinAmbientImportance)) {
      demand->source = Source::kPrior;
      demands.push_back(*std::move(demand));
    }
  }
  return demands;
}

// Builds one market; what cannot be built is kept as faults.
class MarketBuilder {
 public:
  explicit MarketBuilder(const OnetTables& tables) : tables_(tables) {
    for (const OnetElement& element : tables.elements) {
      import_.market.dimensions.push_back(DimensionOf(element));
      known_.insert(import_.market.dimensions.back().id);
    }
    if (absl::c_any_of(tables.occupations, [](const auto& occupation) { return occupation.second.job_zone.has_value(); })) {
      import_.market.dimensions.push_back(PreparationDimension());
    }
  }

  void Add(const JobPost& post);
  absl::StatusOr<OnetImport> Finish(const OnetImportOptions& options) &&;

 private:
  std::string EmployerFor(const JobPost& post);
  std::string SiteFor(const JobPost& post);
  Job JobOf(const JobPost& post, const OnetOccupation& occupation);
  Task TaskOf(const OnetOccupation& occupation, const OnetTask& task, std::set<std::string>& linked);
  std::vector<Demand> ConditionsOf(const OnetOccupation& occupation, const std::set<std::string>& linked);
  void AddMinutes(const JobPost& post, const OnetOccupation& occupation, Job& job);
  void Note(const JobPost& post, const OnetOccupation& occupation);
  void Keep(std::vector<Demand> demands, std::vector<Demand>& into) const;
  void Fault(const JobPost& post, absl::string_view message) { faults_.push_back(absl::StrCat(post.where, ": ", message)); }

  const OnetTables& tables_;
  OnetImport import_;
  std::set<std::string> known_;                      // Dimensions of the market.
  std::map<std::string, std::string> employer_ids_;  // Names by id; two names with one id are a fault.
  std::map<std::string, Site> sites_;
  std::set<std::string> job_ids_;
  std::set<std::string> noted_;  // Occupations.
  std::vector<std::string> faults_;
};

void MarketBuilder::Keep(std::vector<Demand> demands, std::vector<Demand>& into) const {
  for (Demand& demand : demands) {
    if (known_.count(demand.dimension_id) > 0) {
      into.push_back(std::move(demand));
    }
  }
}

std::string MarketBuilder::EmployerFor(const JobPost& post) {
  const std::string id = Slug(post.employer);
  const auto [place, is_new] = employer_ids_.insert({id, post.employer});
  if (is_new) {
    Employer employer;
    employer.id = id;
    employer.name = post.employer;
    import_.market.employers.push_back(std::move(employer));
  } else if (place->second != post.employer) {
    Fault(post, absl::StrCat("employers '", place->second, "' and '", post.employer, "' are spelt too alike to tell apart"));
  }
  return id;
}

std::string MarketBuilder::SiteFor(const JobPost& post) {
  const std::string id = Slug(post.site);
  const auto [place, is_new] = sites_.insert({id, {.id = id, .name = post.site, .location = post.location}});
  const Site& site = place->second;
  if (is_new) {
    import_.market.sites.push_back(site);
    return id;
  }
  const bool is_same_place = site.location.has_value() == post.location.has_value() &&
                             (!site.location || (site.location->latitude == post.location->latitude &&
                                                 site.location->longitude == post.location->longitude));
  if (site.name != post.site) {
    Fault(post, absl::StrCat("sites '", site.name, "' and '", post.site, "' are spelt too alike to tell apart"));
  } else if (!is_same_place) {
    Fault(post, absl::StrCat("site '", post.site, "' has other coordinates than on an earlier line"));
  }
  return id;
}

Task MarketBuilder::TaskOf(const OnetOccupation& occupation, const OnetTask& task, std::set<std::string>& linked) {
  Task result;
  result.id = task.id;
  result.title = task.text;
  result.tags = TagsOf(task);
  result.is_essential = task.is_core;
  result.essential_by = task.is_core ? "O*NET Core task" : "";
  std::set<std::string> abilities;
  for (const std::string& activity : task.activity_ids) {
    const auto links = tables_.abilities_by_activity.find(activity);
    if (links != tables_.abilities_by_activity.end()) {
      abilities.insert(links->second.begin(), links->second.end());
    }
  }
  linked.insert(abilities.begin(), abilities.end());
  std::vector<Demand> demands = task.activity_ids.empty() ? DemandsWithoutActivities(occupation) : std::vector<Demand>();
  for (const std::string& ability : abilities) {
    if (std::optional<Demand> demand = AbilityDemand(occupation, ability, kMinTaskImportance)) {
      demands.push_back(*std::move(demand));
    }
  }
  Keep(std::move(demands), result.demands);
  Keep(TaskContext(occupation, result.tags), result.demands);
  if (std::optional<Demand> preparation = PreparationDemand(occupation, task, result.tags)) {
    result.demands.push_back(*std::move(preparation));
  }
  return result;
}

std::vector<Demand> MarketBuilder::ConditionsOf(const OnetOccupation& occupation, const std::set<std::string>& linked) {
  std::vector<Demand> demands;
  for (const auto& [ability, importance] : occupation.ability_importance) {
    std::optional<Demand> demand = AbilityDemand(occupation, ability, kMinAmbientImportance);
    if (demand && linked.count(ability) == 0) {
      demands.push_back(*std::move(demand));
    }
  }
  std::vector<Demand> conditions;
  Keep(std::move(demands), conditions);
  Keep(JobContext(occupation), conditions);
  return conditions;
}

void MarketBuilder::AddMinutes(const JobPost& post, const OnetOccupation& occupation, Job& job) {
  const std::vector<TimeWeight> weights = TimeWeights(occupation);
  const absl::StatusOr<std::vector<Minutes>> minutes = Apportion(post.weekly_minutes, weights);
  if (!minutes.ok()) {
    Fault(post, minutes.status().message());
    return;
  }
  for (size_t i = 0; i < weights.size(); ++i) {
    job.tasks[i].weekly_minutes = (*minutes)[i];
    job.tasks[i].minutes_source = weights[i].source;
  }
}

Job MarketBuilder::JobOf(const JobPost& post, const OnetOccupation& occupation) {
  Job job;
  job.id = post.id.empty() ? absl::StrCat(Slug(post.site), "-", post.occupation) : post.id;
  job.title = post.title.empty() ? occupation.title : post.title;
  job.employer_id = EmployerFor(post);
  job.site_id = SiteFor(post);
  job.openings = post.openings;
  job.pay_per_hour = post.pay_per_hour;
  job.earliest_start = post.earliest_start;
  job.latest_start = post.latest_start;
  job.co_workers = post.co_workers;
  std::set<std::string> linked;
  for (const OnetTask& task : occupation.tasks) {
    job.tasks.push_back(TaskOf(occupation, task, linked));
  }
  job.conditions = ConditionsOf(occupation, linked);
  job.carving.forms = post.forms;
  job.carving.min_role_minutes = post.min_role_minutes;
  job.carving.carved_pay_per_hour = post.carved_pay_per_hour;
  if (std::string setting = SettingOf(post.occupation); !setting.empty()) {
    job.tags.push_back(std::move(setting));
  }
  AddMinutes(post, occupation, job);
  return job;
}

void MarketBuilder::Note(const JobPost& post, const OnetOccupation& occupation) {
  if (!noted_.insert(post.occupation).second) {
    return;
  }
  const auto is_unlinked = [](const OnetTask& task) { return task.activity_ids.empty(); };
  const int64_t unlinked = absl::c_count_if(occupation.tasks, is_unlinked);
  std::vector<std::string> lacks;
  if (occupation.ability_importance.empty()) {
    lacks.push_back("no ability ratings: its tasks ask for nothing");
  }
  if (occupation.context.empty()) {
    lacks.push_back("no work context: its conditions are unknown");
  }
  if (occupation.activity_importance.empty() && !occupation.tasks.front().rating) {
    lacks.push_back("no task or activity ratings: hours follow Core and Supplemental alone");
  }
  if (unlinked > 0) {
    lacks.push_back(absl::StrCat(unlinked, " of ", occupation.tasks.size(),
                                 " tasks without work activities: they are taken to ask for all that is important"));
  }
  if (!lacks.empty()) {
    import_.notes.push_back(absl::StrCat(post.occupation, " ", occupation.title, ": ", absl::StrJoin(lacks, "; ")));
  }
}

void MarketBuilder::Add(const JobPost& post) {
  const auto occupation = tables_.occupations.find(post.occupation);
  if (occupation == tables_.occupations.end() || occupation->second.tasks.empty()) {
    const absl::string_view lack =
        occupation == tables_.occupations.end() ? "is not in the tables" : "has no tasks in the tables";
    Fault(post, absl::StrCat("occupation '", post.occupation, "' ", lack));
    return;
  }
  if (occupation->second.tasks.size() > kMaxTasksPerJob) {
    Fault(post, absl::StrCat("occupation '", post.occupation, "' has ", occupation->second.tasks.size(),
                             " tasks; a job may have ", kMaxTasksPerJob));
    return;
  }
  Note(post, occupation->second);
  Job job = JobOf(post, occupation->second);
  if (!job_ids_.insert(job.id).second) {
    Fault(post, absl::StrCat("job '", job.id, "' is there twice; give the lines ids in the column 'job'"));
  }
  import_.market.jobs.push_back(std::move(job));
}

absl::StatusOr<OnetImport> MarketBuilder::Finish(const OnetImportOptions& options) && {
  if (!faults_.empty()) {
    return absl::InvalidArgumentError(absl::StrJoin(faults_, "\n"));
  }
  import_.market.title = options.title;
  import_.market.as_of = options.as_of;
  return std::move(import_);
}

}  // namespace

absl::StatusOr<OnetImport> ImportOnet(const OnetTables& tables, const std::vector<JobPost>& posts,
                                      const OnetImportOptions& options) {
  MarketBuilder builder(tables);
  for (const JobPost& post : posts) {
    builder.Add(post);
  }
  return std::move(builder).Finish(options);
}

}  // namespace jobcarve::io
