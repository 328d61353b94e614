// A task goes to the one or to the other, so the value of a task to the first person is what it is worth to them less what it is
// worth to the second, and a role of the first says what both do. Whatever is tied goes together, to whomever.
// Tested by tests/carve/couple_test.cc.
#include "jobcarve/carve/couple.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/parallel.h"
#include "carve/adjustment_sets.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "carve/search.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/carve/ledger.h"

namespace jobcarve {
namespace {

constexpr int64_t kMostSetVisits = 4'000'000;

// A job in which every link ties both ways: what needs a task goes where the task goes.
LinkForest TiesOf(CompiledJob job) {
  for (CompiledLink& link : job.links) {
    link.kind = LinkKind::kBond;
  }
  return LinkForestOf(job);
}

// One person who could share an opening.
struct Sharer {
  PairQuestion question;
  PairProblem problem;
  AdjustmentSets sets;  // Those that could matter.

  Sharer(const PairQuestion& asked, const LinkForest& ties) : question(asked), problem(SharedProblemOf(asked, ties)) {
    if (problem.forms.empty() || problem.gaps.closable == 0) {
      return;
    }
    const RolePrices alone;
    sets = EnumerateSets(question.market, problem.gaps, problem.limits, kMostSetVisits,
                         {.bound_of = [](const Doable&, Score) { return std::make_optional(int64_t{0}); },
                          .can_matter = [](int64_t) { return true; },
                          .try_first = [](const AdjustmentSet&) {},
                          .worth_of = [&](AdjustmentIndex adjustment) { return WorthOf(question, alone, adjustment); }});
    KeepFrontier(sets.sets);
  }

  bool is_possible() const { return !sets.sets.empty(); }
  const FormProblem& form() const { return problem.forms.front(); }
};

// Kinks of both, in the first person's units.
std::vector<int64_t> KinksOf(const FormProblem& a, const FormProblem& b, int64_t all, int64_t low, int64_t high) {
  std::vector<int64_t> kinks = {low, high};
  kinks.insert(kinks.end(), a.kinks.begin(), a.kinks.end());
  for (int64_t units : b.kinks) {
    kinks.push_back(all - units);
  }
  std::erase_if(kinks, [=](int64_t units) { return units < low || units > high; });
  std::sort(kinks.begin(), kinks.end());
  kinks.erase(std::unique(kinks.begin(), kinks.end()), kinks.end());
  return kinks;
}

// A rule on what the second has, as one on what the first has.
SideRule OfTheRest(SideRule rule) {
  for (int64_t& amount : rule.amount) {
    rule.at_most -= amount;
    amount = -amount;
  }
  return rule;
}

// What the first person does, when the second has these adjustments; nullopt when the hours do not go together.
std::optional<FormProblem> Together(const Sharer& first, const Sharer& second, const AdjustmentSet& set, int64_t all) {
  const FormProblem& b = second.form();
  FormProblem joint = first.form();
  joint.low = std::max(joint.low, all - b.high);
  joint.high = std::min(joint.high, all - b.low);
  if (joint.low > joint.high) {
    return std::nullopt;
  }
  joint.kinks = KinksOf(first.form(), b, all, joint.low, joint.high);
  joint.must_have = second.question.post().AllTasks() & ~set.doable.tasks;
  int64_t rest = 0;
  for (size_t task = 0; task < b.value.size(); ++task) {
    const int64_t value = (set.doable.holding >> task & 1) != 0 ? b.value[task] : b.reduced_value[task];
    joint.value[task] -= value;
    joint.reduced_value[task] -= value;
    rest += value;
  }
  joint.by_units.clear();
  for (int64_t units = joint.low; units <= joint.high; ++units) {
    joint.by_units.push_back(first.form().by_units[static_cast<size_t>(units - first.form().low)] +
                             b.by_units[static_cast<size_t>(all - units - b.low)] + rest);
  }
  for (const SideRule& rule : b.rules) {
    joint.rules.push_back(OfTheRest(rule));
  }
  return joint;
}

// Of two sets of tasks, the one with the first task in which they differ.
bool ComesFirst(TaskSet a, TaskSet b) {
  const TaskSet differs = a ^ b;
  return (differs & -differs & a) != 0;
}

struct Found {
  Role first;
  const AdjustmentSet* second = nullptr;
  Score sum;

  bool IsBetterThan(const Found& other) const {
    if (other.second == nullptr || sum != other.sum) {
      return other.second == nullptr || sum > other.sum;
    }
    if (const auto order = CompareSets(first.adjustments, other.first.adjustments); order != 0) {
      return order < 0;
    }
    if (first.tasks != other.first.tasks) {
      return ComesFirst(first.tasks, other.first.tasks);
    }
    return CompareSets(second->ids, other.second->ids) < 0;
  }
};

Role RoleOf(const Sharer& sharer, TaskSet tasks, std::vector<AdjustmentIndex> adjustments, CandidateIndex other, bool is_proven) {
  Role role;
  role.form = Form::kShared;
  role.tasks = tasks;
  role.adjustments = std::move(adjustments);
  role.is_proven = is_proven;
  role.shares_purchases = true;
  role.shared_with = other;
  const PairQuestion& q = sharer.question;
  role.score = SumOf(LedgerOf(q.market, q.candidate, q.job, role, q.options));
  return role;
}

struct Answer {
  std::optional<Couple> couple;
  bool is_proven = true;
};

Answer BestCouple(const Sharer& first, const Sharer& second, const LinkForest& ties, Knapsack& knapsack) {
  const RolePrices alone;
  const CompiledJob& job = first.question.post();
  Answer answer{.couple = std::nullopt, .is_proven = first.sets.is_complete && second.sets.is_complete};
  Found best;
  for (const AdjustmentSet& set : second.sets.sets) {
    const std::optional<FormProblem> joint = Together(first, second, set, job.total_minutes.count() / ties.unit);
    if (!joint.has_value()) {
      break;  // The hours are the same with every set.
    }
    const std::vector<FormProblem> forms = {*joint};
    PairSearch search(first.question, ties, first.problem, forms, alone, knapsack);
    std::optional<Role> role = search.RunOver(first.sets.sets);
    answer.is_proven = answer.is_proven && search.is_proven();
    if (role.has_value()) {
      Found found{.first = *std::move(role), .second = &set, .sum = Score{}};
      found.sum = found.first.score + set.worth;
      if (found.IsBetterThan(best)) {
        best = std::move(found);
      }
    }
  }
  if (best.second != nullptr) {
    const CandidateIndex a = first.question.candidate;
    const CandidateIndex b = second.question.candidate;
    answer.couple =
        Couple{.first = a,
               .second = b,
               .job = first.question.job,
               .first_role = RoleOf(first, best.first.tasks, best.first.adjustments, b, answer.is_proven),
               .second_role = RoleOf(second, job.AllTasks() & ~best.first.tasks, best.second->ids, a, answer.is_proven)};
  }
  return answer;
}

// All good couples of one job.
absl::Status AddCouples(const CompiledMarket& market, JobIndex job, const SolveOptions& options, const RunControl& run,
                        Couples& couples) {
  const LinkForest ties = TiesOf(market.jobs[job]);
  const Waiver nothing;
  std::vector<std::unique_ptr<Sharer>> sharers(market.candidates.size());
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(sharers.size()), "carve", run, [&](int64_t i) {
    const PairQuestion question = {
        .market = market, .candidate = CandidateIndex(static_cast<size_t>(i)), .job = job, .options = options, .waived = nothing};
    sharers[static_cast<size_t>(i)] = std::make_unique<Sharer>(question, ties);
  }));
  std::erase_if(sharers, [](const std::unique_ptr<Sharer>& sharer) { return !sharer->is_possible(); });
  std::vector<Couples> found(sharers.size());
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(sharers.size()), "carve", run, [&](int64_t i) {
    Knapsack knapsack;
    const size_t first = static_cast<size_t>(i);
    for (size_t second = first + 1; second < sharers.size(); ++second) {
      Answer answer = BestCouple(*sharers[first], *sharers[second], ties, knapsack);
      found[first].unproven_count += answer.is_proven ? 0 : 1;
      if (answer.couple.has_value() && answer.couple->first_role.score > Score{0} &&
          answer.couple->second_role.score > Score{0}) {
        found[first].good.push_back(*std::move(answer.couple));
      }
    }
  }));
  for (Couples& of_first : found) {
    couples.unproven_count += of_first.unproven_count;
    couples.good.insert(couples.good.end(), std::make_move_iterator(of_first.good.begin()),
                        std::make_move_iterator(of_first.good.end()));
  }
  return absl::OkStatus();
}

}  // namespace

std::optional<Couple> CarveCouple(const CompiledMarket& market, CandidateIndex first, CandidateIndex second, JobIndex job,
                                  const SolveOptions& options) {
  const CompiledJob& post = market.jobs[job];
  if (!post.allows_shared || post.openings == 0) {
    return std::nullopt;
  }
  const LinkForest ties = TiesOf(post);
  const Waiver nothing;
  const auto sharer = [&](CandidateIndex candidate) {
    return Sharer({.market = market, .candidate = candidate, .job = job, .options = options, .waived = nothing}, ties);
  };
  const Sharer a = sharer(std::min(first, second));
  const Sharer b = sharer(std::max(first, second));
  Knapsack knapsack;
  return a.is_possible() && b.is_possible() ? BestCouple(a, b, ties, knapsack).couple : std::nullopt;
}

absl::StatusOr<Couples> CarveCouples(const CompiledMarket& market, const SolveOptions& options, const RunControl& run) {
  Couples couples;
  for (JobIndex job : market.jobs.Indices()) {
    if (market.jobs[job].allows_shared && market.jobs[job].openings > 0) {
      JOBCARVE_RETURN_IF_ERROR(AddCouples(market, job, options, run, couples));
    }
  }
  return couples;
}

}  // namespace jobcarve
