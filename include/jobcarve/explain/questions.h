// questions.h: what to ask before relying on a role, most telling first, and what to look out for.
//
//   for (const Question& question : QuestionsOf(market, candidate, job, role, options)) ...
//
// An unknown never counts as "cannot": it is asked about. Meaning and order of the fields: Question and Warning in plan.proto.
// Deterministic; O(u x L) for u unknown dimensions in the role and a ledger of L lines.
#ifndef JOBCARVE_EXPLAIN_QUESTIONS_H_
#define JOBCARVE_EXPLAIN_QUESTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "jobcarve/base/units.h"
#include "jobcarve/carve/carve.h"

namespace jobcarve {

enum class QuestionKind { kUnspecified = 0, kCapability = 1, kJourney = 2 };

struct Question {
  QuestionKind kind = QuestionKind::kUnspecified;
  std::string dimension_id;
  Level needed_level;
  std::vector<std::string> task_ids;
  Score at_stake;

  bool operator==(const Question&) const = default;
};

std::vector<Question> QuestionsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                                  const SolveOptions& options = {});

enum class WarningKind {
  kUnspecified = 0,
  kEssentialOnReducedDays = 1,
  kUnsureFigures = 2,
  kMayNotHold = 3,
  kMoreUnpleasant = 4,
  kWait = 5,
  kNotProven = 6,
  kLateStart = 7,
  kSelectionAsksMore = 8,
  kMuchUnpleasant = 9,
  kMuchHeavy = 10,
  kMuchHazardous = 11,
  kMuchIsolated = 12,
  kLittleBeside = 13,
  kFewTasks = 14,
};

struct Warning {
  WarningKind kind = WarningKind::kUnspecified;
  std::vector<std::string> task_ids;
  int64_t amount = 0;

  bool operator==(const Warning&) const = default;
};

std::vector<Warning> WarningsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                                const SolveOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_EXPLAIN_QUESTIONS_H_
