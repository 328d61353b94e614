// inquiry.h: what to ask next: the unknowns of a profile whose answer would change this person's best role or the plan, most
// telling first, found by carving and matching again with every answer there is.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Inquiries inquiries, Inquire(market, {"ann"}));
//   for (const OpenQuestion& question : inquiries.people[0].questions) ...      // ask the first one
//
// A job is within reach of a person when some role of it is feasible as things are. What is unknown blocks nothing, so an answer
// can take a job out of reach and never bring one into it. Every dimension that a job within reach asks for (in any task or
// condition) and that the profile does not have is a possible question; its answers are the levels 0..max_level, each on ordinary
// and reduced days alike. For each answer all pairs of the person are carved again and the market is matched again.
//
// The value of a question, with each level as likely as any other (a uniform prior: an assumption, made where nothing is known):
//
//   value = mean over the levels of (score of the best role then - worth of today's best role kept)
//
// where the best role is the one of highest score of all jobs (of equals the first job by id; one of a score of 0 or less is none
// and worth 0), and a role kept is worth its score then, or 0 when it is no longer feasible. plan_value is the same for the plan:
//
//   plan_value = mean over the levels of (total of the best plan then - total of today's plan kept)
//
// where today's plan is Solve's. Neither is ever below 0, since what is kept can be chosen again. Both are rounded once.
//
// Method. f(j), the most that all others reach together when the person has a place at job j, does not depend on the person's
// profile; one search gives it for every j (match/alternatives.h). With w(j) the person's scores under an answer, the total is
// max(f(nothing), max over j of f(j) + w(j)): exact, without matching anew. Levels between two thresholds that demands and
// adjustments make have the same roles and scores and are carved once.
//
// Errors. As Solve, and InvalidArgument when the market has no such candidate. Deterministic for any number of threads.
// Cost. Solve without Explain; then for each person one search in the matching, and for each question one carving for each
//   job that asks for its dimension and each of its thresholds (where unused ability counts: for each level).
#ifndef JOBCARVE_PLAN_INQUIRY_H_
#define JOBCARVE_PLAN_INQUIRY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/base/units.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

// Field by field these are the messages of the same names in plan.proto, where meaning, unit and order stand.
struct RoleInBrief {
  std::string job_id;
  Form form = Form::kUnspecified;
  std::vector<std::string> task_ids;
  std::vector<std::string> adjustment_ids;
  Score score;

  bool operator==(const RoleInBrief&) const = default;
};

struct PossibleAnswer {
  Level from_level;
  Level to_level;
  std::optional<RoleInBrief> best = std::nullopt;
  bool changes_best = false;
  Score kept_score{};
  Score total_change{};
  Score plan_gain{};

  bool operator==(const PossibleAnswer&) const = default;
};

struct OpenQuestion {
  std::string dimension_id;
  Score value{};
  Score plan_value{};
  std::vector<PossibleAnswer> answers = {};

  bool operator==(const OpenQuestion&) const = default;
};

struct ProfileCoverage {
  int64_t dimension_count = 0;
  int64_t known_dimension_count = 0;
  Minutes task_minutes;
  Minutes known_task_minutes;

  bool operator==(const ProfileCoverage&) const = default;
};

struct Inquiry {
  std::string candidate_id;
  std::optional<RoleInBrief> best;
  ProfileCoverage coverage;
  std::vector<OpenQuestion> questions;
  int64_t idle_question_count = 0;
  int64_t unproven_count = 0;

  bool operator==(const Inquiry&) const = default;
};

struct Inquiries {
  Score total;
  std::vector<Inquiry> people;

  bool operator==(const Inquiries&) const = default;
};

// For the candidates with these ids, or for all when there are none. `run.progress` hears "screen", "carve", "match", "ask".
absl::StatusOr<Inquiries> Inquire(const Market& market, const std::vector<std::string>& candidate_ids = {},
                                  const SolveOptions& options = {}, const RunControl& run = {});

}  // namespace jobcarve

#endif  // JOBCARVE_PLAN_INQUIRY_H_
