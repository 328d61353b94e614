// Compile: check everything once, sort every list by id, and replace every reference by an index. The parts of jobs and
// candidates are in their own files. Tested by tests/model/compile_test.cc.
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/validate.h"
#include "model/compiling.h"

namespace jobcarve {
namespace internal {

TagIndex Tables::FindTag(absl::string_view tag) const {
  const auto found = tags.find(tag);
  JOBCARVE_CHECK(found != tags.end());
  return found->second;
}

Date Tables::DateOr(absl::string_view text) const {
  if (text.empty()) {
    return as_of;
  }
  const absl::StatusOr<Date> date = ParseDate(text);
  JOBCARVE_CHECK(date.ok());
  return *date;
}

namespace {

// Every tag anywhere, sorted, once.
std::vector<std::string> TagsOf(const Market& market) {
  std::vector<std::string> tags;
  const auto add = [&tags](const std::vector<std::string>& more) { tags.insert(tags.end(), more.begin(), more.end()); };
  for (const Adjustment& adjustment : market.adjustments) {
    for (const Effect& effect : adjustment.effects) {
      if (!effect.only_tag.empty()) {
        tags.push_back(effect.only_tag);
      }
    }
  }
  for (const Job& job : market.jobs) {
    add(job.tags);
    for (const Task& task : job.tasks) {
      add(task.tags);
    }
  }
  for (const Candidate& candidate : market.candidates) {
    for (const Preference& preference : candidate.preferences) {
      tags.push_back(preference.tag);
    }
  }
  absl::c_sort(tags);
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return tags;
}

// Jobs and pools have one numbering, by id.
struct Workplace {
  absl::string_view id;
  const Job* job = nullptr;  // Of these two one is there.
  const Pool* pool = nullptr;
};

// Every job, and every pool with a job that nobody holds.
std::vector<Workplace> WorkplacesOf(const Market& market) {
  absl::flat_hash_set<absl::string_view> held;
  for (const Candidate& candidate : market.candidates) {
    held.insert(candidate.holds_job_id);
  }
  std::vector<Workplace> workplaces;
  for (const Job& job : market.jobs) {
    workplaces.push_back({.id = job.id, .job = &job});
  }
  for (const Pool& pool : market.pools) {
    if (absl::c_any_of(pool.job_ids, [&held](const std::string& id) { return !held.contains(id); })) {
      workplaces.push_back({.id = pool.id, .pool = &pool});
    }
  }
  return workplaces;
}

Tables TablesOf(const Market& market, const std::vector<Workplace>& workplaces,
                const IndexedVector<TagIndex, std::string>& tags) {
  Tables tables;
  tables.as_of = *ParseDate(market.as_of);
  tables.dimensions = IdTable<DimensionIndex>(market.dimensions);
  tables.adjustments = IdTable<AdjustmentIndex>(market.adjustments);
  tables.employers = IdTable<EmployerIndex>(market.employers);
  tables.sites = IdTable<SiteIndex>(market.sites);
  tables.jobs = IdTable<JobIndex>(workplaces);
  tables.candidates = IdTable<CandidateIndex>(market.candidates);
  tables.tags.reserve(tags.size());
  for (TagIndex tag : tags.Indices()) {
    tables.tags.emplace(tags[tag], tag);
  }
  return tables;
}

CompiledDimension CompileDimension(const Dimension& dimension) {
  return {.id = dimension.id,
          .name = dimension.name,
          .kind = dimension.kind,
          .max_level = dimension.max_level,
          .anchors = dimension.anchors,
          .group = dimension.group};
}

CompiledEmployer CompileEmployer(const Employer& employer) {
  return {.id = employer.id,
          .name = employer.name,
          .max_adjustment_cost = employer.max_adjustment_cost,
          .headcount = employer.headcount};
}

CompiledSite CompileSite(const Site& site) {
  return {.id = site.id, .name = site.name, .location = site.location};
}

// compile(items[i]) for every i in `order`.
template <typename I, typename T, typename Function>
auto CompileAll(const std::vector<T>& items, const std::vector<size_t>& order, Function compile) {
  IndexedVector<I, decltype(compile(items[0]))> compiled;
  compiled.reserve(items.size());
  for (const size_t position : order) {
    compiled.push_back(compile(items[position]));
  }
  return compiled;
}

// Who is excluded by whom holds in both directions, whoever says it.
void MakeExclusionsSymmetric(IndexedVector<AdjustmentIndex, CompiledAdjustment>& adjustments) {
  std::vector<std::pair<AdjustmentIndex, AdjustmentIndex>> said;
  for (AdjustmentIndex adjustment : adjustments.Indices()) {
    for (AdjustmentIndex other : adjustments[adjustment].excluded) {
      said.emplace_back(other, adjustment);
    }
  }
  for (const auto& [adjustment, other] : said) {
    adjustments[adjustment].excluded.push_back(other);
  }
  for (CompiledAdjustment& adjustment : adjustments) {
    absl::c_sort(adjustment.excluded);
    adjustment.excluded.erase(std::unique(adjustment.excluded.begin(), adjustment.excluded.end()), adjustment.excluded.end());
  }
}

void EnterJourneys(const std::vector<TravelTime>& travel_times, const Tables& tables,
                   IndexedVector<CandidateIndex, CompiledCandidate>& candidates) {
  for (const TravelTime& journey : travel_times) {
    candidates[tables.candidates.Find(journey.candidate_id)].known_journeys.emplace_back(tables.sites.Find(journey.site_id),
                                                                                         journey.minutes);
  }
  for (CompiledCandidate& candidate : candidates) {
    absl::c_sort(candidate.known_journeys);
  }
}

void EnterHolders(CompiledMarket& compiled) {
  for (CandidateIndex candidate : compiled.candidates.Indices()) {
    if (const std::optional<JobIndex> job = compiled.candidates[candidate].holds_job) {
      compiled.jobs[*job].holder = candidate;
      compiled.candidates[candidate].employer = compiled.jobs[*job].employer;
    }
  }
}

// Fills the places that were kept for pools.
void EnterPools(const std::vector<Workplace>& workplaces, const Tables& tables, IndexedVector<JobIndex, CompiledJob>& jobs) {
  for (const Workplace& workplace : workplaces) {
    if (workplace.pool == nullptr) {
      continue;
    }
    std::vector<JobIndex> members = tables.jobs.FindAll(workplace.pool->job_ids);
    std::erase_if(members, [&jobs](JobIndex job) { return jobs[job].holder.has_value(); });
    const JobIndex pool = tables.jobs.Find(workplace.id);
    jobs[pool] = CompilePool(*workplace.pool, members, jobs, tables);
    for (JobIndex job : members) {
      jobs[job].pool = pool;
    }
  }
}

}  // namespace
}  // namespace internal

absl::StatusOr<CompiledMarket> Compile(const Market& market) {
  using namespace internal;  // NOLINT: the parts of this one function.
  JOBCARVE_RETURN_IF_ERROR(Validate(market));
  CompiledMarket compiled;
  compiled.title = market.title;
  compiled.tags = IndexedVector<TagIndex, std::string>(TagsOf(market));
  const std::vector<Workplace> workplaces = WorkplacesOf(market);
  const Tables tables = TablesOf(market, workplaces, compiled.tags);
  compiled.as_of = tables.as_of;
  compiled.dimensions = CompileAll<DimensionIndex>(market.dimensions, tables.dimensions.order(), CompileDimension);
  compiled.adjustments =
      CompileAll<AdjustmentIndex>(market.adjustments, tables.adjustments.order(),
                                  [&tables](const Adjustment& adjustment) { return CompileAdjustment(adjustment, tables); });
  MakeExclusionsSymmetric(compiled.adjustments);
  compiled.employers = CompileAll<EmployerIndex>(market.employers, tables.employers.order(), CompileEmployer);
  compiled.sites = CompileAll<SiteIndex>(market.sites, tables.sites.order(), CompileSite);
  compiled.jobs = CompileAll<JobIndex>(workplaces, tables.jobs.order(), [&tables](const Workplace& workplace) {
    return workplace.job != nullptr ? CompileJob(*workplace.job, tables) : CompiledJob();
  });
  compiled.candidates =
      CompileAll<CandidateIndex>(market.candidates, tables.candidates.order(),
                                 [&tables](const Candidate& candidate) { return CompileCandidate(candidate, tables); });
  EnterJourneys(market.travel_times, tables, compiled.candidates);
  EnterHolders(compiled);
  EnterPools(workplaces, tables, compiled.jobs);
  return compiled;
}

}  // namespace jobcarve
