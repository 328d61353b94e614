// Writes down, kind by kind, the lines that carve/amounts.h gives. What unknowns could do to a role is the same ledger with some
// tasks left out: those that would fail. Tested by tests/carve/ledger_test.cc.
#include "jobcarve/carve/ledger.h"

#include <algorithm>

#include "carve/amounts.h"
#include "jobcarve/carve/feasible.h"
#include "screen/form_limits.h"

namespace jobcarve {
namespace {

// What is put down of a role: all of it, or what is left after some answers.
struct View {
  TaskSet counted = 0;  // Tasks of the role that count.
  bool shows_unknown = true;
  int64_t unknown_conditions = 0;
};

class Bookkeeper {
 public:
  Bookkeeper(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role, const SolveOptions& options)
      : market_(market),
        candidate_(candidate),
        job_index_(job),
        person_(market.candidates[candidate]),
        job_(market.jobs[job]),
        role_(role),
        options_(options),
        policy_(options.scoring) {}

  std::vector<Line> Write(const View& view) && {
    WriteTasks(view);
    WriteMinutes(MinutesOf(job_, view.counted) + (role_.form == Form::kShared ? job_.handover_minutes : Minutes{0}));
    if (const auto journey = JourneyMinutes(market_, candidate_, job_.site, options_); journey.has_value()) {
      Add({.kind = LineKind::kTravel, .amount = -(policy_.travel_minute * journey->count())});
    }
    Add({.kind = LineKind::kUnknownConditions, .amount = UnknownConditionsAmount(view.unknown_conditions, job_, policy_)});
    WriteAdjustments();
    WriteForm();
    const auto by_kind_and_subject = [](const Line& a, const Line& b) {
      return std::tie(a.kind, a.task, a.adjustment, a.tag) < std::tie(b.kind, b.task, b.adjustment, b.tag);
    };
    std::sort(lines_.begin(), lines_.end(), by_kind_and_subject);
    return std::move(lines_);
  }

 private:
  void Add(const Line& line) {
    if (line.amount != Score{}) {
      lines_.push_back(line);
    }
  }

  void WriteTasks(const View& view) {
    for (TaskIndex index : job_.tasks.Indices()) {
      if (!Contains(view.counted, index)) {
        continue;
      }
      const CompiledTask& task = job_.tasks[index];
      Add({.kind = LineKind::kFilled, .task = index, .amount = FilledAmount(task, policy_)});
      Add({.kind = LineKind::kUnderUse, .task = index, .amount = UnderUseAmount(market_, person_, task, policy_)});
      if (view.shows_unknown) {
        Add({.kind = LineKind::kUnknown, .task = index, .amount = UnknownAmount(person_, task, policy_)});
      }
      if (role_.form == Form::kCarved || role_.form == Form::kCreated) {
        Add({.kind = LineKind::kEmployerGain, .task = index, .amount = ReleasedAmount(task, policy_)});
        Add({.kind = LineKind::kUnmetWork, .task = index, .amount = UnmetAmount(task, policy_)});
      }
      for (TagIndex tag : task.tags) {
        if (const CompiledPreference* preference = FindPreference(person_, tag); preference != nullptr) {
          Add({.kind = LineKind::kPreference, .task = index, .tag = tag, .amount = PreferenceAmount(task, *preference, policy_)});
        }
      }
      if (person_.reduced_weeks > Permille{0} && !HoldsOnReducedDays(market_, candidate_, job_index_, index, role_.adjustments)) {
        Add({.kind = LineKind::kReducedDays, .task = index, .amount = ReducedDaysAmount(person_, task, policy_)});
      }
    }
  }

  void WriteMinutes(Minutes weekly) {
    Add({.kind = LineKind::kHours, .amount = HoursAmount(person_, weekly, policy_)});
    Add({.kind = LineKind::kPay, .amount = PayAmount(weekly, PayOf(job_, role_.form), policy_)});
  }

  void WriteAdjustments() {
    for (AdjustmentIndex index : role_.adjustments) {
      const CompiledAdjustment& adjustment = market_.adjustments[index];
      if (!role_.shares_purchases || !adjustment.is_bought_once()) {
        Add({.kind = LineKind::kAdjustmentCost, .adjustment = index, .amount = CostAmount(adjustment, policy_)});
      }
      Add({.kind = LineKind::kAdjustmentDisruption, .adjustment = index, .amount = -policy_.adjustment_disruption});
      Add({.kind = LineKind::kCoworkerTime, .adjustment = index, .amount = CoworkerTimeAmount(adjustment, policy_)});
    }
  }

  void WriteForm() {
    for (TaskIndex task : job_.tasks.Indices()) {
      if (role_.form == Form::kStripped && !Contains(role_.tasks, task)) {
        Add({.kind = LineKind::kHandover, .task = task, .amount = -policy_.handover});
      }
    }
    if (role_.form == Form::kCarved) {
      Add({.kind = LineKind::kCarving, .amount = -policy_.carving});
    }
    if (role_.form == Form::kShared) {
      Add({.kind = LineKind::kCoworkerTime, .amount = -(policy_.coworker_minute * job_.handover_minutes.count())});
    }
    if (role_.form == Form::kCreated) {
      Add({.kind = LineKind::kCreation, .amount = -policy_.creation});
    }
    if (job_.holder == candidate_) {
      Add({.kind = LineKind::kKeepsJob, .amount = policy_.keeps_job});
    } else if (person_.employer == job_.employer) {
      Add({.kind = LineKind::kStaysWithEmployer, .amount = policy_.stays_with_employer});
    }
  }

  const CompiledMarket& market_;
  const CandidateIndex candidate_;
  const JobIndex job_index_;
  const CompiledCandidate& person_;
  const CompiledJob& job_;
  const Role& role_;
  const SolveOptions& options_;
  const ScoringPolicy& policy_;
  std::vector<Line> lines_;
};

// Does `is_asked` hold for the dimension of some demand?
template <typename Predicate>
bool Asks(const std::vector<CompiledDemand>& demands, Predicate is_asked) {
  return std::any_of(demands.begin(), demands.end(), [&](const CompiledDemand& demand) { return is_asked(demand.dimension); });
}

// The tasks of the role that are left when every dimension for which `fails` holds turns out too low.
template <typename Predicate>
TaskSet TasksWithout(const CompiledJob& job, TaskSet tasks, Predicate fails) {
  if (Asks(job.conditions, fails)) {
    return 0;
  }
  for (TaskIndex task : job.tasks.Indices()) {
    if (Asks(job.tasks[task].demands, fails)) {
      tasks &= ~SetOf(task);
    }
  }
  return tasks;
}

}  // namespace

std::vector<Line> LedgerOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                           const SolveOptions& options) {
  const int64_t unknown_conditions = UnknownConditionCount(market.candidates[candidate], market.jobs[job]);
  return Bookkeeper(market, candidate, job, role, options)
      .Write({.counted = role.tasks, .shows_unknown = true, .unknown_conditions = unknown_conditions});
}

Score SumOf(const std::vector<Line>& ledger) {
  Score sum;
  for (const Line& line : ledger) {
    sum += line.amount;
  }
  return sum;
}

ScoreRange RangeOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                   const SolveOptions& options) {
  const CompiledCandidate& person = market.candidates[candidate];
  const auto is_unknown = [&](DimensionIndex dimension) { return person.Find(dimension) == nullptr; };
  const View best = {.counted = role.tasks, .shows_unknown = false};
  // Tasks that hold for certain have no unknown demand, so they have no UNKNOWN line either.
  const View worst = {.counted = TasksWithout(market.jobs[job], role.tasks, is_unknown), .shows_unknown = false};
  return {.low = SumOf(Bookkeeper(market, candidate, job, role, options).Write(worst)),
          .high = SumOf(Bookkeeper(market, candidate, job, role, options).Write(best)),
          .certain_minutes = MinutesOf(market.jobs[job], worst.counted)};
}

Score ScoreWithoutDimension(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                            DimensionIndex dimension, const SolveOptions& options) {
  const CompiledCandidate& person = market.candidates[candidate];
  const CompiledJob& post = market.jobs[job];
  if (person.Find(dimension) != nullptr) {
    return SumOf(LedgerOf(market, candidate, job, role, options));
  }
  const auto is_it = [&](DimensionIndex asked) { return asked == dimension; };
  const int64_t answered = Asks(post.conditions, is_it) ? 1 : 0;  // That condition is unknown no longer.
  return SumOf(Bookkeeper(market, candidate, job, role, options)
                   .Write({.counted = TasksWithout(post, role.tasks, is_it),
                           .shows_unknown = true,
                           .unknown_conditions = UnknownConditionCount(person, post) - answered}));
}

}  // namespace jobcarve
