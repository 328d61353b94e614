// plan.h: what one run proposes, why, and the proof, as plain values by id. Field by field this is proto/jobcarve/v1/plan.proto,
// where meaning, unit, order and presence of every field stand.
#ifndef JOBCARVE_PLAN_PLAN_H_
#define JOBCARVE_PLAN_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "jobcarve/base/date.h"
#include "jobcarve/base/units.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/carve/prices.h"
#include "jobcarve/explain/explain.h"
#include "jobcarve/explain/questions.h"
#include "jobcarve/explain/selection.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

enum class Decision { kUnspecified = 0, kHumanRequired = 1 };
enum class ResidualCover { kUnspecified = 0, kPostHolder = 1, kVacancy = 2 };

struct Provenance {
  std::string engine_version;
  std::string market_sha256;
  std::string market_title;
  Date as_of;
  SolveOptions options;

  bool operator==(const Provenance&) const = default;
};

struct Totals {
  int64_t candidate_count = 0;
  int64_t proposal_count = 0;
  int64_t opening_count = 0;
  int64_t openings_filled = 0;
  Score score;
  Minutes weekly_minutes;
  Pence employer_cost;
  Pence access_to_work_cost;
  Pence provider_cost;

  bool operator==(const Totals&) const = default;
};

struct Handover {
  std::string task_id;
  std::string co_worker_id;

  bool operator==(const Handover&) const = default;
};

struct Residual {
  std::string job_id;
  std::vector<std::string> task_ids;
  Minutes weekly_minutes;
  Minutes pleasant_minutes;
  Minutes unpleasant_minutes;
  Minutes heavy_minutes{};
  ResidualCover covered_by = ResidualCover::kUnspecified;

  bool operator==(const Residual&) const = default;
};

// The widest gap that an adjustment helps to close on one dimension.
struct ClosedGap {
  Level needed;
  Level before;
  Level after;

  bool operator==(const ClosedGap&) const = default;
};

struct ProposedAdjustment {
  std::string adjustment_id;
  Pence first_year_cost;
  Funder funder = Funder::kUnspecified;
  Days lead_time;
  Minutes coworker_minutes;
  Minutes support_minutes;
  std::vector<std::string> closes_dimension_ids;
  std::vector<ClosedGap> gaps;
  std::vector<std::string> opens_task_ids;
  Days late_lead_time;
  std::optional<Days> interim_lead_time;
  std::optional<Permille> employer_limit_share;

  bool operator==(const ProposedAdjustment&) const = default;
};

struct LedgerLine {
  LineKind kind = LineKind::kUnspecified;
  std::string task_id;
  std::string adjustment_id;
  std::string tag;
  Score amount;

  bool operator==(const LedgerLine&) const = default;
};

// What is done of a role from some week on; the first is 1.
struct ProposedPhase {
  int64_t from_week = 0;
  std::vector<std::string> task_ids;
  Minutes weekly_minutes;

  bool operator==(const ProposedPhase&) const = default;
};

struct Proposal {
  std::string candidate_id;
  std::string job_id;
  Form form = Form::kUnspecified;
  std::vector<std::string> task_ids;
  std::vector<Handover> handed_over;
  std::optional<Residual> residual;
  std::vector<ProposedAdjustment> adjustments;
  Minutes weekly_minutes;
  Pence pay_per_hour;
  Pence weekly_pay;
  std::optional<Minutes> travel;
  Date earliest_start;
  Score score;
  Score low;
  Score high;
  std::vector<LedgerLine> ledger;
  std::vector<Question> questions;
  std::vector<Warning> warnings;
  Decision decision = Decision::kUnspecified;
  Date late_start;
  std::optional<Pence> access_to_work_share;
  std::vector<ProposedRoute> routes;
  std::string shared_with_candidate_id = {};
  std::vector<ProposedPhase> phases = {};

  bool operator==(const Proposal&) const = default;
};

struct Price {
  std::string id;
  Score amount;

  bool operator==(const Price&) const = default;
};

struct TaskPrice {
  std::string job_id;
  std::string task_id;
  Score amount;

  bool operator==(const TaskPrice&) const = default;
};

struct RulePrice {
  std::string job_id;
  ResidualRule rule = ResidualRule::kUnspecified;
  Score amount;

  bool operator==(const RulePrice&) const = default;
};

struct SharePrice {
  std::string candidate_id;
  std::string adjustment_id;
  std::string site_id;
  std::string job_id;
  Score amount;

  bool operator==(const SharePrice&) const = default;
};

struct Losses {
  Score roles;
  Score unplaced;
  Score openings;
  Score tasks;
  Score rules;
  Score purchases{};

  Score Sum() const { return roles + unplaced + openings + tasks + rules + purchases; }
  bool operator==(const Losses&) const = default;
};

struct Certificate {
  Score dual_total;
  std::vector<Price> candidate_prices;
  std::vector<Price> job_prices;
  int64_t unproven_pair_count = 0;
  std::vector<TaskPrice> task_prices;
  std::vector<RulePrice> rule_prices;
  Losses losses;
  std::vector<SharePrice> share_prices = {};

  bool operator==(const Certificate&) const = default;
};

struct Purchase {
  std::string adjustment_id;
  std::string site_id;
  std::string job_id;
  std::vector<std::string> candidate_ids;
  Score amount;

  bool operator==(const Purchase&) const = default;
};

struct Plan {
  Provenance provenance;
  Totals totals;
  std::vector<Proposal> proposals;
  std::vector<Unplaced> unplaced;
  std::vector<Unfilled> unfilled;
  Certificate certificate;
  std::vector<Residual> residuals;
  std::vector<Purchase> purchases = {};

  bool operator==(const Plan&) const = default;
};

// What SolvePair (solve.h) says of one candidate and one job.
struct PairAnswer {
  std::optional<Proposal> proposal;
  std::optional<Nearest> nearest;

  bool operator==(const PairAnswer&) const = default;
};

}  // namespace jobcarve

#endif  // JOBCARVE_PLAN_PLAN_H_
