// The jobs that ask for the dimension are carved again for each stretch of levels that makes a difference to them, in a market
// that the person has to themselves; all else of a person's roles stays as it is today. Tested by tests/plan/inquiry_test.cc and,
// by brute force, by tests/plan/inquiry_random_test.cc.
#include "plan/question.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/explain/explain.h"
#include "plan/answer_levels.h"

namespace jobcarve::internal {
namespace {

constexpr CandidateIndex kAlone{0};

// What one answer makes of one job.
struct Outcome {
  std::optional<Role> role;  // The best one.
  Score kept;                // Today's best role of the job, as it is worth then.
};

// A job that asks, in all stretches of levels.
struct AskingJob {
  std::vector<Level> first_levels;
  std::vector<Outcome> outcomes;

  const Outcome& At(Level level) const {
    const auto next = absl::c_upper_bound(first_levels, level);
    return outcomes[static_cast<size_t>(next - first_levels.begin()) - 1];
  }
};

// The person alone, and of the jobs those that ask; every other index means what it means in `market`.
CompiledMarket AloneWithThoseWhoAsk(const CompiledMarket& market, const Today& today, DimensionIndex dimension) {
  CompiledMarket alone;
  alone.as_of = market.as_of;
  alone.dimensions = market.dimensions;
  alone.adjustments = market.adjustments;
  alone.employers = market.employers;
  alone.sites = market.sites;
  alone.tags = market.tags;
  alone.candidates.push_back(market.candidates[today.candidate]);
  alone.jobs = IndexedVector<JobIndex, CompiledJob>(market.jobs.size());
  for (const CarvedRole& carved : today.roles) {
    if (AsksFor(market.jobs[carved.job], dimension)) {
      alone.jobs[carved.job] = market.jobs[carved.job];
      if (alone.jobs[carved.job].holder.has_value()) {
        alone.jobs[carved.job].holder = kAlone;  // Within reach of nobody else.
      }
    }
  }
  return alone;
}

void WriteIn(CompiledCandidate& person, DimensionIndex dimension, Level level) {
  std::vector<CompiledCapability>& profile = person.capabilities;
  auto place = absl::c_find_if(profile, [&](const CompiledCapability& known) { return !(known.dimension < dimension); });
  if (place == profile.end() || place->dimension != dimension) {
    place = profile.insert(place, {.dimension = dimension, .level = level, .reduced_level = level});
  }
  place->level = level;
  place->reduced_level = level;
}

// Today's role competes with what the search finds, so that a search cut short never looks worse than no search.
Outcome OutcomeOf(const CompiledMarket& alone, const CarvedRole& today, const SolveOptions& options) {
  Outcome outcome = {.role = CarvePair(alone, kAlone, today.job, options), .kept = Score{0}};
  if (CheckFeasible(alone, kAlone, today.job, today.role, options).ok()) {
    outcome.kept = SumOf(LedgerOf(alone, kAlone, today.job, today.role, options));
    if (!outcome.role.has_value() || outcome.role->score < outcome.kept) {
      outcome.role = today.role;
      outcome.role->score = outcome.kept;
      outcome.role->is_proven = false;
    }
  }
  return outcome;
}

bool IsSameRole(const RoleInBrief& a, const RoleInBrief& b) {
  return a.job_id == b.job_id && a.form == b.form && a.task_ids == b.task_ids && a.adjustment_ids == b.adjustment_ids;
}

bool IsSameRole(const std::optional<RoleInBrief>& a, const std::optional<RoleInBrief>& b) {
  return a.has_value() == b.has_value() && (!a.has_value() || IsSameRole(*a, *b));
}

bool HaveSameConsequences(const PossibleAnswer& a, PossibleAnswer b) {
  b.from_level = a.from_level;
  b.to_level = a.to_level;
  return a == b;
}

class EveryAnswer {
 public:
  EveryAnswer(const CompiledMarket& market, const Today& today, DimensionIndex dimension, const SolveOptions& options)
      : market_(market), today_(today), dimension_(dimension), asking_(today.roles.size()) {
    if (today.best.has_value()) {
      best_today_ = BriefOf(market, today.roles[*today.best]);
    }
    CarveAll(options);
  }

  AnsweredQuestion Run() {
    AnsweredQuestion answered;
    OpenQuestion& question = answered.question;
    question.dimension_id = market_.dimensions[dimension_].id;
    answered.unproven_count = unproven_count_;
    const Level max_level = market_.dimensions[dimension_].max_level;
    Score value;
    Score plan_value;
    for (Level level; level <= max_level; level += Level{1}) {
      const PossibleAnswer answer = AnswerAt(level);
      value += (answer.best.has_value() ? answer.best->score : Score{0}) - answer.kept_score;
      plan_value += answer.plan_gain;
      answered.is_idle = answered.is_idle && !answer.changes_best && answer.plan_gain == Score{0};
      if (!question.answers.empty() && HaveSameConsequences(question.answers.back(), answer)) {
        question.answers.back().to_level = level;
      } else {
        question.answers.push_back(answer);
      }
    }
    question.value = Score{RoundDiv(value.count(), max_level.count() + 1)};
    question.plan_value = Score{RoundDiv(plan_value.count(), max_level.count() + 1)};
    return answered;
  }

 private:
  void CarveAll(const SolveOptions& options) {
    CompiledMarket alone = AloneWithThoseWhoAsk(market_, today_, dimension_);
    for (size_t i = 0; i < asking_.size(); ++i) {
      const CarvedRole& carved = today_.roles[i];
      if (!AsksFor(market_.jobs[carved.job], dimension_)) {
        continue;
      }
      asking_[i].first_levels = FirstLevels(alone, alone.jobs[carved.job], dimension_);
      for (Level level : asking_[i].first_levels) {
        WriteIn(alone.candidates[kAlone], dimension_, level);
        asking_[i].outcomes.push_back(OutcomeOf(alone, carved, options));
        const std::optional<Role>& role = asking_[i].outcomes.back().role;
        unproven_count_ += role.has_value() && !role->is_proven ? 1 : 0;
      }
    }
  }

  // The best roles of all jobs within reach when the person has this level, by job.
  std::vector<CarvedRole> RolesAt(Level level) const {
    std::vector<CarvedRole> roles;
    for (size_t i = 0; i < asking_.size(); ++i) {
      roles.push_back(today_.roles[i]);
      if (asking_[i].outcomes.empty()) {
        continue;
      }
      if (const std::optional<Role>& role = asking_[i].At(level).role) {
        roles.back().role = *role;
      } else {
        roles.back().role.score = Score{0};  // Out of reach: as good as none.
      }
    }
    return roles;
  }

  Score KeptAt(Level level, std::optional<size_t> kept) const {
    if (!kept.has_value()) {
      return Score{0};
    }
    return asking_[*kept].outcomes.empty() ? today_.roles[*kept].role.score : asking_[*kept].At(level).kept;
  }

  PossibleAnswer AnswerAt(Level level) const {
    const std::vector<CarvedRole> roles = RolesAt(level);
    PossibleAnswer answer = {.from_level = level, .to_level = level};
    if (const std::optional<size_t> best = BestOf(roles)) {
      answer.best = BriefOf(market_, roles[*best]);
    }
    answer.changes_best = !IsSameRole(answer.best, best_today_);
    answer.kept_score = KeptAt(level, today_.best);
    if (today_.rest.has_value()) {
      const Score total = TotalWith(*today_.rest, roles);
      const Score rest = today_.placed.has_value() ? today_.rest->placed[*today_.placed] : today_.rest->unplaced;
      answer.total_change = total - today_.total;
      answer.plan_gain = total - (rest + KeptAt(level, today_.placed));
    }
    return answer;
  }

  static Score TotalWith(const RestOfPlan& rest, const std::vector<CarvedRole>& roles) {
    Score total = rest.unplaced;
    for (size_t i = 0; i < roles.size(); ++i) {
      if (roles[i].role.score > Score{0}) {
        total = std::max(total, rest.placed[i] + roles[i].role.score);
      }
    }
    return total;
  }

  const CompiledMarket& market_;
  const Today& today_;
  const DimensionIndex dimension_;
  std::optional<RoleInBrief> best_today_;
  std::vector<AskingJob> asking_;  // As today's roles; empty for a job that does not ask.
  int64_t unproven_count_ = 0;
};

}  // namespace

std::optional<size_t> BestOf(const std::vector<CarvedRole>& roles) {
  std::optional<size_t> best;
  for (size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].role.score > (best.has_value() ? roles[*best].role.score : Score{0})) {
      best = i;
    }
  }
  return best;
}

RoleInBrief BriefOf(const CompiledMarket& market, const CarvedRole& carved) {
  return {.job_id = market.jobs[carved.job].id,
          .form = carved.role.form,
          .task_ids = TaskIds(market.jobs[carved.job], carved.role.tasks),
          .adjustment_ids = AdjustmentIds(market, carved.role.adjustments),
          .score = carved.role.score};
}

AnsweredQuestion AnswerInEveryWay(const CompiledMarket& market, const Today& today, DimensionIndex dimension,
                                  const SolveOptions& options) {
  return EveryAnswer(market, today, dimension, options).Run();
}

}  // namespace jobcarve::internal
