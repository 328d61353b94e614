// Today first: everybody's roles and the plan. Then, for each person asked about, what the others reach around them; then every
// question on its own, in any order. Tested by tests/plan/inquiry_test.cc and, by brute force, by inquiry_random_test.cc.
#include "jobcarve/plan/inquiry.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "base/parallel.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/match/incremental.h"
#include "jobcarve/match/match.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/screen/screen.h"
#include "plan/assign.h"
#include "plan/find.h"
#include "plan/question.h"
#include "plan/rest_of_plan.h"

namespace jobcarve {
namespace {

using internal::AnsweredQuestion;
using internal::Today;

absl::StatusOr<std::vector<CandidateIndex>> PeopleOf(const CompiledMarket& market, const std::vector<std::string>& ids) {
  std::vector<CandidateIndex> people;
  for (const std::string& id : ids) {
    const std::optional<CandidateIndex> person = internal::FindById(market.candidates, id);
    if (!person.has_value()) {
      return absl::InvalidArgumentError(absl::StrCat("the market has no candidate '", id, "'"));
    }
    people.push_back(*person);
  }
  if (ids.empty()) {
    for (CandidateIndex person : market.candidates.Indices()) {
      people.push_back(person);
    }
  }
  absl::c_sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

// The best role of every job within reach, whatever its score.
std::vector<CarvedRole> RolesWithinReach(const CompiledMarket& market, const Screening& screening, const Carvings& carvings,
                                         CandidateIndex candidate, const SolveOptions& options) {
  std::vector<CarvedRole> roles;
  const std::vector<CarvedRole>& good = carvings.roles[candidate];
  auto next = good.begin();
  for (JobIndex job : screening.possible[candidate]) {
    const bool is_good = next != good.end() && next->job == job;
    const CarvedRole* carved = is_good ? &*next++ : nullptr;
    if (carved != nullptr && carved->bought_once.empty()) {
      roles.push_back(*carved);
    } else if (std::optional<Role> role = CarvePair(market, candidate, job, options)) {
      roles.push_back({.job = job, .role = *std::move(role)});
    }
  }
  return roles;
}

// What the jobs within reach ask for, in all and of what is known.
struct Reach {
  ProfileCoverage coverage;
  std::vector<DimensionIndex> unknown;  // Ascending.
};

class ReachOfPerson {
 public:
  explicit ReachOfPerson(const CompiledCandidate& person, size_t dimension_count) : person_(person), asked_(dimension_count) {}

  void Add(const CompiledJob& job) {
    NoteAll(job.conditions);
    for (const CompiledTask& task : job.tasks) {
      const bool is_known = NoteAll(task.demands);
      reach_.coverage.task_minutes += task.minutes;
      reach_.coverage.known_task_minutes += is_known ? task.minutes : Minutes{0};
    }
  }

  Reach Take() {
    for (DimensionIndex dimension : asked_.Indices()) {
      if (!asked_[dimension]) {
        continue;
      }
      ++reach_.coverage.dimension_count;
      if (person_.Find(dimension) != nullptr) {
        ++reach_.coverage.known_dimension_count;
      } else {
        reach_.unknown.push_back(dimension);
      }
    }
    return std::move(reach_);
  }

 private:
  bool NoteAll(const std::vector<CompiledDemand>& demands) {  // True when all are known.
    bool is_known = true;
    for (const CompiledDemand& demand : demands) {
      asked_[demand.dimension] = true;
      is_known = is_known && person_.Find(demand.dimension) != nullptr;
    }
    return is_known;
  }

  const CompiledCandidate& person_;
  IndexedVector<DimensionIndex, char> asked_;
  Reach reach_;
};

// Everybody asked about: their roles and reach, then how today's plan stands around them.
class AllToday {
 public:
  AllToday(const CompiledMarket& market, std::vector<CandidateIndex> people, const SolveOptions& options, const RunControl& run)
      : market_(market), people_(std::move(people)), options_(options), run_(run) {}

  absl::Status Find() {
    JOBCARVE_ASSIGN_OR_RETURN(const Screening screening, Screen(market_, options_, run_));
    JOBCARVE_ASSIGN_OR_RETURN(const Carvings carvings, Carve(market_, screening, options_, run_));
    today_.resize(people_.size());
    reach_.resize(people_.size());
    JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(people_.size()), "carve", run_,
                                         [&](int64_t i) { FindReach(screening, carvings, static_cast<size_t>(i)); }));
    return FindPlan(carvings);
  }

  const std::vector<Today>& today() const { return today_; }
  const std::vector<Reach>& reach() const { return reach_; }
  Score total() const { return total_; }

 private:
  void FindReach(const Screening& screening, const Carvings& carvings, size_t i) {
    Today& today = today_[i];
    today.candidate = people_[i];
    today.roles = RolesWithinReach(market_, screening, carvings, people_[i], options_);
    today.best = internal::BestOf(today.roles);
    ReachOfPerson reach(market_.candidates[people_[i]], market_.dimensions.size());
    for (const CarvedRole& carved : today.roles) {
      reach.Add(market_.jobs[carved.job]);
    }
    reach_[i] = reach.Take();
  }

  absl::Status FindPlan(const Carvings& carvings) {
    const auto is_bought_once = [](const CompiledAdjustment& adjustment) { return adjustment.is_bought_once(); };
    if (absl::c_any_of(market_.jobs, internal::IsShared) || absl::c_any_of(market_.adjustments, is_bought_once) ||
        absl::c_any_of(market_.jobs, [](const CompiledJob& job) { return job.allows_shared; })) {
      return absl::OkStatus();
    }
    JOBCARVE_RETURN_IF_ERROR(CheckMayGoOn(run_, "match"));
    ReportProgress(run_, "match", 0, 1);
    std::vector<const CarvedRole*> role_of_edge;
    const auto everybody = [](CandidateIndex) { return true; };
    JOBCARVE_ASSIGN_OR_RETURN(const BipartiteGraph graph, internal::GraphOf(market_, carvings, everybody, role_of_edge));
    JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, Match(graph, {.threads = run_.threads}));
    JOBCARVE_ASSIGN_OR_RETURN(IncrementalMatching others, IncrementalMatching::Create(graph, matching));
    IndexedVector<CandidateIndex, std::optional<JobIndex>> job_of(market_.candidates.size());
    for (EdgeIndex edge : matching.edges) {
      job_of[CandidateIndex(graph.left(edge).value())] = role_of_edge[edge.value()]->job;
    }
    total_ = Score{matching.total};
    for (Today& today : today_) {
      JOBCARVE_RETURN_IF_ERROR(CheckMayGoOn(run_, "match"));
      today.total = total_;
      JOBCARVE_ASSIGN_OR_RETURN(today.rest, internal::RestOf(others, today.candidate, today.roles));
      for (size_t i = 0; i < today.roles.size(); ++i) {
        if (job_of[today.candidate] == today.roles[i].job) {
          today.placed = i;
        }
      }
    }
    return absl::OkStatus();
  }

  const CompiledMarket& market_;
  const std::vector<CandidateIndex> people_;
  const SolveOptions& options_;
  const RunControl& run_;
  std::vector<Today> today_;
  std::vector<Reach> reach_;
  Score total_;
};

Inquiry InquiryOf(const CompiledMarket& market, const Today& today, const Reach& reach) {
  Inquiry inquiry;
  inquiry.candidate_id = market.candidates[today.candidate].id;
  if (today.best.has_value()) {
    inquiry.best = internal::BriefOf(market, today.roles[*today.best]);
  }
  inquiry.coverage = reach.coverage;
  inquiry.unproven_count = absl::c_count_if(today.roles, [](const CarvedRole& carved) { return !carved.role.is_proven; });
  return inquiry;
}

void AddQuestion(AnsweredQuestion answered, Inquiry& inquiry) {
  inquiry.unproven_count += answered.unproven_count;
  if (answered.is_idle) {
    ++inquiry.idle_question_count;
  } else {
    inquiry.questions.push_back(std::move(answered.question));
  }
}

}  // namespace

absl::StatusOr<Inquiries> Inquire(const Market& input, const std::vector<std::string>& candidate_ids, const SolveOptions& options,
                                  const RunControl& run) {
  JOBCARVE_RETURN_IF_ERROR(Validate(options));
  JOBCARVE_ASSIGN_OR_RETURN(const CompiledMarket market, Compile(input));
  JOBCARVE_ASSIGN_OR_RETURN(std::vector<CandidateIndex> people, PeopleOf(market, candidate_ids));
  AllToday all(market, std::move(people), options, run);
  JOBCARVE_RETURN_IF_ERROR(all.Find());

  std::vector<std::pair<size_t, DimensionIndex>> asked;  // Person, unknown.
  for (size_t person = 0; person < all.reach().size(); ++person) {
    for (DimensionIndex dimension : all.reach()[person].unknown) {
      asked.emplace_back(person, dimension);
    }
  }
  std::vector<AnsweredQuestion> answered(asked.size());
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(asked.size()), "ask", run, [&](int64_t index) {
    const auto& [person, dimension] = asked[static_cast<size_t>(index)];
    answered[static_cast<size_t>(index)] = internal::AnswerInEveryWay(market, all.today()[person], dimension, options);
  }));

  Inquiries inquiries = {.total = all.total(), .people = {}};
  for (size_t person = 0; person < all.today().size(); ++person) {
    inquiries.people.push_back(InquiryOf(market, all.today()[person], all.reach()[person]));
  }
  for (size_t i = 0; i < asked.size(); ++i) {
    AddQuestion(std::move(answered[i]), inquiries.people[asked[i].first]);
  }
  for (Inquiry& inquiry : inquiries.people) {  // Those of equal value stay in the order of their ids.
    absl::c_stable_sort(inquiry.questions, [](const OpenQuestion& a, const OpenQuestion& b) { return a.value > b.value; });
  }
  return inquiries;
}

}  // namespace jobcarve
