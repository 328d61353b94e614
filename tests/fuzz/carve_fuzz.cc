// Bytes become one job and one candidate. The carver's role must pass the plain check, its ledger must sum to its score, and
// where screening proves that there is no role, there must be none.
//
// Byte 0: number of tasks; byte 1: of adjustments; byte 2: of links; then a few bytes for the policy, the candidate, each
// task, adjustment and link, in this order. Markets with faults are left alone.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "fuzz/bytes.h"
#include "jobcarve/base/check.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/screen/screen.h"
#include "support/builders.h"

namespace jobcarve::test {
namespace {

constexpr int64_t kMaxTasks = 16;
constexpr int64_t kMaxAdjustments = 10;
constexpr int64_t kMaxLinks = 12;
const char* const kDimensions[] = {"lifting", "reading", "noise", "driving"};

std::string TaskId(int64_t task) {
  return absl::StrCat("t", task);
}

std::string DimensionFrom(Bytes& bytes) {
  return kDimensions[bytes.Below(4)];
}

Job JobFrom(Bytes& bytes, int64_t task_count, int64_t link_count) {
  Job job = JobOf("job", {});
  job.openings = bytes.Below(2);
  job.carving.min_role_minutes = Minutes{bytes.Below(256)};
  job.carving.residual.min_task_count = bytes.Below(4);
  job.carving.residual.min_pleasant_minutes = Minutes{bytes.Below(100)};
  if (const int64_t share = bytes.Below(256); share > 0) {
    job.carving.residual.max_unpleasant = Permille{share * 3};
  }
  for (int64_t i = bytes.Below(4); i > 0; --i) {
    job.co_workers.push_back({.id = absl::StrCat("x", i), .spare_minutes = Minutes{1 + bytes.Below(256)}});
  }
  for (int64_t i = 0; i < task_count; ++i) {
    Task task = TaskOf(TaskId(i), 5 + 5 * bytes.Below(100), {{DimensionFrom(bytes), bytes.Below(6)}});
    task.is_essential = bytes.Below(4) == 0;
    task.pleasant_minutes = Minutes{bytes.Below(6)};
    task.unpleasant_minutes = Minutes{bytes.Below(task.weekly_minutes.count() - task.pleasant_minutes.count() + 1)};
    job.tasks.push_back(task);
  }
  for (int64_t i = 0; i < link_count; ++i) {
    const int64_t kind = bytes.Below(3);
    const std::string task = TaskId(bytes.Below(task_count));
    const std::string other = TaskId(bytes.Below(task_count));
    job.links.push_back(kind == 0 ? BondOf(task, other) : NeedsOf(task, other));
  }
  return job;
}

Market MarketFrom(Bytes bytes) {
  Market market = EmptyMarket();
  const int64_t task_count = 1 + bytes.Below(kMaxTasks);
  const int64_t adjustment_count = bytes.Below(kMaxAdjustments + 1);
  const int64_t link_count = bytes.Below(kMaxLinks + 1);
  Candidate candidate = CandidateOf("c", 60 + 20 * bytes.Below(256));
  candidate.min_weekly_minutes = Minutes{bytes.Below(60)};
  candidate.reduced_weeks = Permille{bytes.Below(2) * 300};
  for (const char* dimension : kDimensions) {
    if (const int64_t level = bytes.Below(7); level < 6) {  // 6: unknown.
      candidate.capabilities.push_back({.dimension_id = dimension, .level = Level{level}, .reduced_level = Level{level / 2}});
    }
  }
  market.candidates.push_back(candidate);
  market.jobs.push_back(JobFrom(bytes, task_count, link_count));
  for (int64_t i = 0; i < adjustment_count; ++i) {
    Adjustment adjustment = AdjustmentOf(absl::StrCat("a", i), DimensionFrom(bytes), 1 + bytes.Below(3));
    adjustment.coworker_minutes = Minutes{bytes.Below(30)};
    if (const int64_t other = bytes.Below(2 * kMaxAdjustments); other < i) {
      (bytes.Below(2) == 0 ? adjustment.requires_ids : adjustment.excludes_ids).push_back(absl::StrCat("a", other));
    }
    market.adjustments.push_back(adjustment);
  }
  return market;
}

}  // namespace
}  // namespace jobcarve::test

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace jobcarve;  // NOLINT(google-build-using-namespace): this is the whole program.
  const absl::StatusOr<CompiledMarket> market = Compile(test::MarketFrom(test::Bytes({bytes, size})));
  if (!market.ok()) {
    return 0;
  }
  const CandidateIndex candidate(0);
  const JobIndex job(0);
  const std::optional<Role> role = CarvePair(*market, candidate, job);
  if (role.has_value()) {
    JOBCARVE_CHECK(CheckFeasible(*market, candidate, job, *role).ok());
    JOBCARVE_CHECK(SumOf(LedgerOf(*market, candidate, job, *role)) == role->score);
    JOBCARVE_CHECK(ScreenPair(*market, candidate, job).empty());
  }
  return 0;
}
