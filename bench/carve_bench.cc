// What one pair costs, by family and size: microseconds, median and 99th percentile over the instances of a family. Every answer
// is checked before the clock starts: it is feasible, its ledger sums to its score, and all answers of a family together have
// the fingerprint that they had when an earlier engine found them with 128-bit values throughout.
//
//   carve_bench [INSTANCES [FAMILY]]        FAMILY: part of the names to run
//
// Fingerprints are those of 400 instances; with another number only the other checks are made.
#include <time.h>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/numbers.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "carve/priced_pair.h"
#include "carve/search.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"
#include "support/random_market.h"

namespace jobcarve::test {
namespace {

constexpr int kRounds = 5;
constexpr uint64_t kInstances = 400;
constexpr CandidateIndex kPerson(0);
constexpr JobIndex kPost(0);
const SolveOptions kOptions;
const Waiver kNothing;

// A full-time week at most, in steps of five minutes.
constexpr PairWeek kPartTime = {.step = Minutes{5}, .fewest = Minutes{480}, .preferred = Minutes{1'200}, .most = Minutes{2'400}};
constexpr PairWeek kNearlyAll = {.step = Minutes{5}, .fewest = Minutes{960}, .preferred = Minutes{2'100}, .most = Minutes{2'400}};

struct Family {
  const char* name;
  PairFamily shape;
  int64_t task_count;
  const PairWeek& week;
  uint64_t fingerprint;  // Of the answers to seeds 1..kInstances.
};

constexpr Family kFamilies[] = {
    {"nothing blocks 12", PairFamily::kNothingBlocks, 12, kPartTime, 0x787E0568188D408D},
    {"nothing blocks 30", PairFamily::kNothingBlocks, 30, kPartTime, 0x85ED6B9169399159},
    {"nothing blocks 64", PairFamily::kNothingBlocks, 64, kPartTime, 0xC522C6DE0F4698F4},
    {"few gaps 12", PairFamily::kFewGaps, 12, kPartTime, 0x201531D70618F0EF},
    {"few gaps 30", PairFamily::kFewGaps, 30, kPartTime, 0x08B5C09E69BAD844},
    {"few gaps 64", PairFamily::kFewGaps, 64, kPartTime, 0x1D56BF384FD3A01E},
    {"many alternatives 30", PairFamily::kManyAlternatives, 30, kPartTime, 0x774DD9223DE0085F},
    {"many alternatives 64", PairFamily::kManyAlternatives, 64, kPartTime, 0x1B3F1010AD1E7B17},
    {"correlated 30", PairFamily::kCorrelated, 30, kPartTime, 0x8B901EB78E575F94},
    {"correlated 64", PairFamily::kCorrelated, 64, kPartTime, 0x4A50868E50AA02A4},
    {"needs forest 30", PairFamily::kNeedsForest, 30, kPartTime, 0xA27E9C7EBE4A6A1A},
    {"needs forest 64", PairFamily::kNeedsForest, 64, kPartTime, 0xAC885D467B055D66},
    {"needs DAG 30", PairFamily::kNeedsDag, 30, kPartTime, 0x3AE9D57F82AEADA0},
    {"needs DAG 64", PairFamily::kNeedsDag, 64, kPartTime, 0xD62DF1D2196726A9},
    {"handovers 30", PairFamily::kNothingBlocks, 30, kNearlyAll, 0xBD5D7DD617D4DF60},
    {"correlated DAG 30", PairFamily::kCorrelatedDag, 30, kPartTime, 0x555DFB298F39F240},
    {"correlated DAG 64", PairFamily::kCorrelatedDag, 64, kPartTime, 0xE716FAED55C0FA82},
};

class Fingerprint {  // FNV-1a over 64-bit numbers.
 public:
  void Add(uint64_t number) {
    for (int byte = 0; byte < 8; ++byte) {
      hash_ = (hash_ ^ (number >> 8 * byte & 0xFF)) * 0x100000001B3;
    }
  }
  void Add(const std::optional<Role>& role) {
    Add(static_cast<uint64_t>(role.has_value() ? role->form : Form::kUnspecified));
    if (role.has_value()) {
      Add(role->tasks);
      Add(static_cast<uint64_t>(role->score.count()));
      for (AdjustmentIndex adjustment : role->adjustments) {
        Add(adjustment.value());
      }
    }
  }
  uint64_t hash() const { return hash_; }

 private:
  uint64_t hash_ = 0xCBF29CE484222325;
};

// Processor time of this thread, in microseconds: other people's programs do not count.
double Now() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e6 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_nsec);
}

// Times of each instance, the median of kRounds, less `clock`, what reading it takes. Rounds go over all instances, so that none
// is warm. Returns the median.
double Print(const char* name, const char* what, size_t count, double clock, absl::FunctionRef<void(size_t)> run) {
  std::vector<std::vector<double>> times(count);
  for (int round = 0; round < kRounds; ++round) {
    for (size_t i = 0; i < count; ++i) {
      const double start = Now();
      run(i);
      times[i].push_back(Now() - start - clock);
    }
  }
  std::vector<double> medians;
  for (std::vector<double>& of_instance : times) {
    std::sort(of_instance.begin(), of_instance.end());
    medians.push_back(of_instance[kRounds / 2]);
  }
  std::sort(medians.begin(), medians.end());
  std::printf("%-22s %-10s %9.2f %9.2f %9.2f\n", name, what, medians[count / 2], medians[count * 99 / 100], medians.back());
  return medians[count / 2];
}

// A pair with what is shared by all pairs of its job.
struct Subject {
  CompiledMarket market;
  LinkForest links;
  RolePrices prices;

  PairQuestion Question() const { return {market, kPerson, kPost, kOptions, kNothing}; }
};

std::vector<Subject> SubjectsOf(const Family& family, uint64_t instances) {
  std::vector<Subject> subjects;
  for (uint64_t seed = 1; seed <= instances; ++seed) {
    Subject& subject = subjects.emplace_back();
    subject.market = CompileOrDie(LargePair(seed, family.task_count, 16, family.shape, family.week));
    subject.links = LinkForestOf(subject.market.jobs[kPost]);
    Rng rng(seed);
    for (int64_t task = 0; task < family.task_count; ++task) {
      subject.prices.task.push_back(Score{rng.Between(0, 1'000'000)});  // An hour is worth about 1,000,000.
    }
  }
  return subjects;
}

// The same role by every way there is to ask for it.
void Check(const Subject& subject, const std::optional<Role>& role) {
  if (role.has_value()) {
    JOBCARVE_CHECK(role->is_proven && CheckFeasible(subject.market, kPerson, kPost, *role).ok());
    JOBCARVE_CHECK(SumOf(LedgerOf(subject.market, kPerson, kPost, *role)) == role->score);
  }
  Knapsack knapsack;
  const PricedPair pair(subject.Question(), subject.links);
  JOBCARVE_CHECK(pair.BestRole({}, knapsack) == role);
  JOBCARVE_CHECK(pair.BestRole(subject.prices, knapsack) ==
                 CarvePair(subject.market, kPerson, kPost, kOptions, kNothing, subject.prices));
}

void Run(const Family& family, uint64_t instances, double clock) {
  const std::vector<Subject> subjects = SubjectsOf(family, instances);
  Fingerprint fingerprint;
  for (const Subject& subject : subjects) {
    const std::optional<Role> role = CarvePair(subject.market, kPerson, kPost);
    fingerprint.Add(role);
    Check(subject, role);
  }
  if (instances == kInstances && fingerprint.hash() != family.fingerprint) {
    std::fprintf(stderr, "%s: the answers have fingerprint 0x%016" PRIX64 "\n", family.name, fingerprint.hash());
    std::exit(1);
  }
  const size_t count = subjects.size();
  Knapsack knapsack;
  std::vector<PairProblem> problems;
  const RolePrices free_of_charge;
  std::deque<PricedPair> pairs;
  for (const Subject& subject : subjects) {
    problems.push_back(PairProblemOf(subject.Question(), subject.links));
    pairs.emplace_back(subject.Question(), subject.links);
  }
  Print(family.name, "compile", count, clock, [&](size_t i) { PairProblemOf(subjects[i].Question(), subjects[i].links); });
  Print(family.name, "search", count, clock, [&](size_t i) {
    const PairQuestion question = subjects[i].Question();
    PairSearch(question, subjects[i].links, problems[i], problems[i].forms, free_of_charge, knapsack).Run();
  });
  Print(family.name, "frontier", count, clock, [&](size_t i) { PricedPair(subjects[i].Question(), subjects[i].links); });
  Print(family.name, "reprice", count, clock, [&](size_t i) { pairs[i].BestRole(subjects[i].prices, knapsack); });
}

}  // namespace
}  // namespace jobcarve::test

int main(int argc, char** argv) {
  using namespace jobcarve::test;  // NOLINT(google-build-using-namespace): this is the whole program.
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  uint64_t instances = kInstances;
  if (argc > 1 && (!absl::SimpleAtoi(argv[1], &instances) || instances == 0)) {
    std::fprintf(stderr, "usage: carve_bench [INSTANCES [FAMILY]]\n");
    return 2;
  }
  const double clock = Print("nothing", "clock", instances, 0, [](size_t) {});
  for (const Family& family : kFamilies) {
    if (argc < 3 || std::strstr(family.name, argv[2]) != nullptr) {
      Run(family, instances, clock);
    }
  }
  return 0;
}
