// One proposal against the contract: first that its ids resolve, then each field from its form, tasks and adjustments.
// Tested by tests/support/contract_checker_test.cc.
#include <algorithm>
#include <map>
#include <tuple>

#include "support/complaint_list.h"
#include "support/contract_checker.h"
#include "support/oracle.h"
#include "support/oracle_feasible.h"
#include "support/oracle_pair.h"
#include "support/oracle_score.h"
#include "support/phase_oracle.h"
#include "support/weighing.h"

namespace jobcarve::test {
namespace {

// What the functions below share.
struct Checked {
  const Market& market;
  const Proposal& proposal;
  const SolveOptions& options;
  const std::string where;
  ComplaintList list;
};

template <typename T>
bool Has(const std::vector<T>& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
}

bool IdsResolve(Checked& checked) {
  const Proposal& proposal = checked.proposal;
  bool all_resolve = Has(checked.market.candidates, proposal.candidate_id) && Has(checked.market.jobs, proposal.job_id);
  if (all_resolve) {
    for (const std::string& id : proposal.task_ids) {
      all_resolve = all_resolve && Has(FindJob(checked.market, proposal.job_id).tasks, id);
    }
  }
  for (const ProposedAdjustment& adjustment : proposal.adjustments) {
    all_resolve = all_resolve && Has(checked.market.adjustments, adjustment.adjustment_id);
  }
  checked.list.Expect(all_resolve, checked.where, "an id does not resolve");
  return all_resolve;
}

OracleRole RoleOf(const Proposal& proposal) {
  OracleRole role;
  role.form = proposal.form;
  role.task_ids = proposal.task_ids;
  role.adjustment_ids = IdsOfAll(proposal.adjustments, &ProposedAdjustment::adjustment_id);
  return role;
}

void CheckLedger(Checked& checked, const OracleRole& role) {
  const Proposal& proposal = checked.proposal;
  const std::vector<OracleLine> expected = Ledger(checked.market, proposal.candidate_id, proposal.job_id, role, checked.options);
  std::vector<OracleLine> found;
  for (const LedgerLine& line : proposal.ledger) {
    found.push_back({static_cast<int>(line.kind), line.task_id, line.adjustment_id, line.tag, line.amount.count()});
  }
  checked.list.ExpectEqual(static_cast<int64_t>(found.size()), static_cast<int64_t>(expected.size()), checked.where + " lines");
  for (size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
    const std::string words = absl::StrCat("found kind ", found[i].kind, " ", found[i].task_id, found[i].adjustment_id, " ",
                                           found[i].amount, ", the contract says kind ", expected[i].kind, " ",
                                           expected[i].task_id, expected[i].adjustment_id, " ", expected[i].amount);
    checked.list.Expect(found[i] == expected[i], absl::StrCat(checked.where, " ledger[", i, "]"), words);
  }
  checked.list.ExpectEqual(proposal.score.count(), SumOf(expected), checked.where + " score");
  checked.list.Expect(proposal.score > Score{0}, checked.where, "score is not above 0");
  const int64_t low = Low(checked.market, proposal.candidate_id, proposal.job_id, role, checked.options);
  const int64_t high = High(checked.market, proposal.candidate_id, proposal.job_id, role, checked.options);
  checked.list.ExpectEqual(proposal.low.count(), low, checked.where + " low");
  checked.list.ExpectEqual(proposal.high.count(), high, checked.where + " high");
}

void CheckTerms(Checked& checked, const OracleRole& role) {
  const Proposal& proposal = checked.proposal;
  const int64_t minutes =
      WeeklyMinutes(FindJob(checked.market, proposal.job_id), role.form, {role.task_ids.begin(), role.task_ids.end()});
  const int64_t pay = PayOf(checked.market, proposal.job_id, proposal.form);
  checked.list.ExpectEqual(proposal.weekly_minutes.count(), minutes, checked.where + " weekly_minutes");
  checked.list.ExpectEqual(proposal.pay_per_hour.count(), pay, checked.where + " pay_pence_per_hour");
  checked.list.ExpectEqual(proposal.weekly_pay.count(), (2 * minutes * pay + 60) / 120, checked.where + " weekly_pay_pence");
  const int64_t start = EarliestStart(checked.market, proposal.candidate_id, proposal.job_id, role);
  checked.list.ExpectEqual(proposal.earliest_start.since_epoch().count(), start, checked.where + " earliest_start");
  const OraclePair pair = PairOf(checked.market, proposal.candidate_id, proposal.job_id, checked.options);
  const int64_t late = LateStartDay(pair, Ids(role.adjustment_ids.begin(), role.adjustment_ids.end()));
  checked.list.ExpectEqual(proposal.late_start.since_epoch().count(), late, checked.where + " late_start");
  checked.list.Expect(proposal.access_to_work_share == ExpectedShare(pair, role), checked.where, "access_to_work_share_pence");
  checked.list.Expect(proposal.routes == ExpectedRoutes(pair, role), checked.where, "routes");
  checked.list.Expect(proposal.phases == ExpectedPhases(pair, role.task_ids), checked.where, "phases");
  const std::optional<int64_t> journey = JourneyMinutes(checked.market, proposal.candidate_id, proposal.job_id, checked.options);
  checked.list.Expect(journey.has_value() == proposal.travel.has_value(), checked.where + " travel", "known or not known?");
  if (journey && proposal.travel) {
    checked.list.ExpectEqual(proposal.travel->count(), *journey, checked.where + " travel_minutes");
  }
  checked.list.Expect(proposal.decision == Decision::kHumanRequired, checked.where, "decision is not HUMAN_REQUIRED");
}

void CheckHandovers(Checked& checked, const OracleRole& role) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const Handover& handover : checked.proposal.handed_over) {
    found.push_back({handover.task_id, handover.co_worker_id});
  }
  std::optional<std::vector<std::pair<std::string, std::string>>> expected;
  if (role.form == Form::kStripped) {
    expected = Handovers(checked.market, checked.proposal.job_id, role);
  } else {
    expected.emplace();
  }
  checked.list.Expect(expected == found, checked.where + " handed_over", "not the handovers of the contract");
}

void CheckResidual(Checked& checked, const OracleRole& role) {
  const std::optional<Residual>& residual = checked.proposal.residual;
  const std::string where = checked.where + " residual";
  checked.list.Expect(residual.has_value() == (role.form == Form::kCarved), where, "there for CARVED and only then");
  if (!residual || role.form != Form::kCarved) {
    return;
  }
  const Job& job = FindJob(checked.market, checked.proposal.job_id);
  Ids rest = AllTasks(job);
  for (const std::string& id : role.task_ids) {
    rest.erase(id);
  }
  int64_t pleasant = 0;
  int64_t unpleasant = 0;
  int64_t heavy = 0;
  for (const std::string& id : rest) {
    pleasant += FindTask(job, id).pleasant_minutes.count();
    unpleasant += FindTask(job, id).unpleasant_minutes.count();
    heavy += FindTask(job, id).heavy_minutes.count();
  }
  checked.list.Expect(residual->task_ids == std::vector<std::string>(rest.begin(), rest.end()), where, "wrong tasks");
  checked.list.ExpectEqual(residual->weekly_minutes.count(), SumOfMinutes(job, rest), where + " weekly_minutes");
  checked.list.ExpectEqual(residual->pleasant_minutes.count(), pleasant, where + " pleasant_minutes");
  checked.list.ExpectEqual(residual->unpleasant_minutes.count(), unpleasant, where + " unpleasant_minutes");
  checked.list.ExpectEqual(residual->heavy_minutes.count(), heavy, where + " heavy_minutes");
  const ResidualCover cover = job.openings == 0 ? ResidualCover::kPostHolder : ResidualCover::kVacancy;
  checked.list.Expect(residual->covered_by == cover, where, "wrong cover");
}

void CheckAdjustments(Checked& checked, const OracleRole& role) {
  const OraclePair pair = PairOf(checked.market, checked.proposal.candidate_id, checked.proposal.job_id, checked.options);
  checked.list.ExpectAscending(role.adjustment_ids, checked.where + " adjustments");
  for (const ProposedAdjustment& found : checked.proposal.adjustments) {
    const ProposedAdjustment expected = ExpectedAdjustment(pair, role, found.adjustment_id);
    const std::string where = checked.where + " adjustment " + found.adjustment_id;
    checked.list.ExpectEqual(found.first_year_cost.count(), expected.first_year_cost.count(), where + " first_year_pence");
    checked.list.Expect(found.closes_dimension_ids == expected.closes_dimension_ids, where, "closes_dimension_ids");
    checked.list.Expect(found.gaps == expected.gaps, where, "gaps");
    checked.list.Expect(found.opens_task_ids == expected.opens_task_ids, where, "opens_task_ids");
    checked.list.Expect(found == expected, where, "not what the contract says of it");
  }
}

// What a CAPABILITY question on one dimension must say.
struct Asked {
  int64_t needed_level = 0;
  Ids task_ids;
};

std::map<std::string, Asked> UnknownDimensions(const Candidate& candidate, const Job& job, const OracleRole& role) {
  std::map<std::string, Asked> unknown;
  const auto add = [&](const Demand& demand, const std::string& task_id) {
    if (demand.level == Level{0} || FindCapability(candidate, demand.dimension_id) != nullptr) {
      return;
    }
    Asked& asked = unknown[demand.dimension_id];
    asked.needed_level = std::max(asked.needed_level, demand.level.count());
    if (!task_id.empty()) {
      asked.task_ids.insert(task_id);
    }
  };
  for (const std::string& id : role.task_ids) {
    for (const Demand& demand : FindTask(job, id).demands) {
      add(demand, id);
    }
  }
  for (const Demand& demand : job.conditions) {
    add(demand, "");
  }
  return unknown;
}

bool QuestionsAreSorted(const std::vector<Question>& questions) {
  return std::is_sorted(questions.begin(), questions.end(), [](const Question& a, const Question& b) {
    return std::tuple(b.at_stake, a.kind, a.dimension_id) < std::tuple(a.at_stake, b.kind, b.dimension_id);
  });
}

// The score with one dimension at its worst and every other unknown as it is: the tasks that ask for it count nothing, all of
// them when a condition asks for it, which is then unknown no longer.
int64_t ScoreAtWorst(const Checked& checked, const OracleRole& role, const std::string& dimension_id) {
  const OraclePair pair = PairOf(checked.market, checked.proposal.candidate_id, checked.proposal.job_id, checked.options);
  const auto asks = [&](const std::vector<Demand>& demands) {
    return std::any_of(demands.begin(), demands.end(),
                       [&](const Demand& demand) { return demand.level > Level{0} && demand.dimension_id == dimension_id; });
  };
  OracleRole left = role;
  std::erase_if(left.task_ids,
                [&](const std::string& id) { return asks(FindTask(pair.job, id).demands) || asks(pair.job.conditions); });
  const Ids counted(left.task_ids.begin(), left.task_ids.end());
  constexpr int kHours = 6;
  constexpr int kPay = 7;
  constexpr int kUnknownConditions = 9;
  constexpr int kEmployerGain = 15;
  constexpr int kUnmetWork = 18;
  int64_t score = 0;
  for (const OracleLine& line :
       Ledger(checked.market, checked.proposal.candidate_id, checked.proposal.job_id, role, checked.options)) {
    const bool is_of_role = line.kind < kHours || line.kind == kEmployerGain || line.kind == kUnmetWork;
    const bool is_of_lost_task = is_of_role && counted.count(line.task_id) == 0;
    const bool depends_on_minutes = line.kind == kHours || line.kind == kPay;
    score += is_of_lost_task || depends_on_minutes || line.kind == kUnknownConditions ? 0 : line.amount;
  }
  int64_t condition_count = 0;
  int64_t unknown_count = asks(pair.job.conditions) ? -1 : 0;
  for (const Demand& demand : pair.job.conditions) {
    condition_count += demand.level > Level{0} ? 1 : 0;
    unknown_count += demand.level > Level{0} && FindCapability(pair.candidate, demand.dimension_id) == nullptr ? 1 : 0;
  }
  if (unknown_count > 0) {
    const int64_t weight = checked.options.scoring.unknown_conditions.count();
    score -= (2 * weight * unknown_count + condition_count) / (2 * condition_count);
  }
  return score + AmountOfMinutes(pair, role.form, WeeklyMinutes(pair.job, role.form, counted));
}

void CheckQuestions(Checked& checked, const OracleRole& role) {
  const Proposal& proposal = checked.proposal;
  std::map<std::string, Asked> unknown =
      UnknownDimensions(FindCandidate(checked.market, proposal.candidate_id), FindJob(checked.market, proposal.job_id), role);
  const std::string where = checked.where + " questions";
  checked.list.Expect(QuestionsAreSorted(proposal.questions), where, "wrong order");
  int64_t journey_count = 0;
  for (const Question& question : proposal.questions) {
    if (question.kind == QuestionKind::kJourney) {
      ++journey_count;
      checked.list.ExpectEqual(question.at_stake.count(), proposal.score.count(), where + " JOURNEY at_stake");
      continue;
    }
    const auto found = unknown.find(question.dimension_id);
    checked.list.Expect(found != unknown.end(), where, "asked without need, or twice: " + question.dimension_id);
    if (found != unknown.end()) {
      const Ids& tasks = found->second.task_ids;
      checked.list.ExpectEqual(question.needed_level.count(), found->second.needed_level, where + " needed_level");
      checked.list.Expect(question.task_ids == std::vector<std::string>(tasks.begin(), tasks.end()), where, "wrong tasks");
      checked.list.ExpectEqual(question.at_stake.count(),
                               proposal.score.count() - ScoreAtWorst(checked, role, question.dimension_id),
                               where + " at_stake of " + question.dimension_id);
      unknown.erase(found);
    }
  }
  checked.list.Expect(unknown.empty(), where, "an unknown dimension is not asked about");
  checked.list.ExpectEqual(journey_count, proposal.travel ? 0 : 1, where + " JOURNEY");
}

std::vector<std::string> EssentialAtRisk(const OraclePair& pair, const OracleRole& role) {
  std::vector<std::string> at_risk;
  const Ids in_force = InForce(pair, Ids(role.adjustment_ids.begin(), role.adjustment_ids.end()));
  for (const std::string& id : role.task_ids) {
    const Task& task = FindTask(pair.job, id);
    const bool can_wait = !task.is_essential || task.is_deferrable || AreCovered(pair, in_force);
    if (pair.candidate.reduced_weeks > Permille{0} && !can_wait && !Holds(pair, in_force, task)) {
      at_risk.push_back(id);
    }
  }
  return at_risk;
}

bool IsUnsure(Source source) {
  return source == Source::kImputed || source == Source::kPrior;
}

bool AnyUnsure(const std::vector<Demand>& demands) {
  return std::any_of(demands.begin(), demands.end(),
                     [](const Demand& demand) { return demand.level > Level{0} && IsUnsure(demand.source); });
}

bool AnyUnknown(const Candidate& candidate, const std::vector<Demand>& demands) {
  return std::any_of(demands.begin(), demands.end(), [&](const Demand& demand) {
    return demand.level > Level{0} && FindCapability(candidate, demand.dimension_id) == nullptr;
  });
}

// The warnings that the role must have up to NOT_PROVEN, which is the search's to say.
std::vector<Warning> ExpectedWarnings(const OraclePair& pair, const OracleRole& role) {
  std::vector<Warning> warnings;
  const auto add = [&](bool is_due, WarningKind kind, const std::vector<std::string>& task_ids, int64_t amount) {
    if (is_due) {
      warnings.push_back({.kind = kind, .task_ids = task_ids, .amount = amount});
    }
  };
  const std::vector<std::string> at_risk = EssentialAtRisk(pair, role);
  add(!at_risk.empty(), WarningKind::kEssentialOnReducedDays, at_risk, 0);
  std::vector<std::string> unsure;
  int64_t certain = 0;
  int64_t minutes = 0;
  int64_t unpleasant = 0;
  for (const std::string& id : role.task_ids) {
    const Task& task = FindTask(pair.job, id);
    if (IsUnsure(task.minutes_source) || AnyUnsure(task.demands)) {
      unsure.push_back(id);
    }
    const bool is_certain = !AnyUnknown(pair.candidate, task.demands) && !AnyUnknown(pair.candidate, pair.job.conditions);
    certain += is_certain ? task.weekly_minutes.count() : 0;
    minutes += task.weekly_minutes.count();
    unpleasant += task.unpleasant_minutes.count();
  }
  add(!unsure.empty() || AnyUnsure(pair.job.conditions), WarningKind::kUnsureFigures, unsure, 0);
  const int64_t fewest = std::max<int64_t>(pair.candidate.min_weekly_minutes.count(), 1);
  add(certain < fewest, WarningKind::kMayNotHold, {}, certain);
  int64_t job_unpleasant = 0;
  for (const Task& task : pair.job.tasks) {
    job_unpleasant += task.unpleasant_minutes.count();
  }
  const int64_t job_minutes = SumOfMinutes(pair.job, AllTasks(pair.job));
  add((role.form == Form::kCarved || role.form == Form::kCreated) && unpleasant * job_minutes > job_unpleasant * minutes,
      WarningKind::kMoreUnpleasant, {}, (2 * 1000 * unpleasant + minutes) / (2 * minutes));
  const Ids chosen(role.adjustment_ids.begin(), role.adjustment_ids.end());
  const int64_t days = StartDay(pair, chosen) - StartDay(pair, {});
  add(days > 0, WarningKind::kWait, {}, days);
  return warnings;
}

// Those that come after NOT_PROVEN.
void AddLaterWarnings(const OraclePair& pair, const OracleRole& role, std::vector<Warning>& warnings) {
  const int64_t late = LateStartDay(pair, Ids(role.adjustment_ids.begin(), role.adjustment_ids.end()));
  if (!pair.job.latest_start.empty() && late > DayNumber(pair.job.latest_start)) {
    warnings.push_back({.kind = WarningKind::kLateStart, .task_ids = {}, .amount = late - DayNumber(pair.job.latest_start)});
  }
  int64_t left = 0;
  for (const ProposedRoute& route : ExpectedRoutes(pair, role)) {
    left += route.kind == RouteKind::kPanelInterview ? 1 : 0;
  }
  if (left > 0) {
    warnings.push_back({.kind = WarningKind::kSelectionAsksMore, .task_ids = {}, .amount = left});
  }
}

// A rule against devaluation that is not hard, and broken.
void AddRoleRuleWarnings(const OraclePair& pair, const OracleRole& role, std::vector<Warning>& warnings) {
  if (role.form != Form::kCarved && role.form != Form::kCreated && role.form != Form::kShared) {
    return;
  }
  int64_t minutes = 0, unpleasant = 0, heavy = 0, hazardous = 0, isolated = 0, beside = 0;
  for (const std::string& id : role.task_ids) {
    const Task& task = FindTask(pair.job, id);
    minutes += task.weekly_minutes.count();
    unpleasant += task.unpleasant_minutes.count();
    heavy += task.heavy_minutes.count();
    hazardous += task.hazardous_minutes.count();
    isolated += task.isolated_minutes.count();
    beside += task.beside_minutes.count();
  }
  const RoleRules& rules = pair.job.carving.role;
  const auto share = [&](WarningKind kind, int64_t found, const std::optional<Permille>& most) {
    if (most && 1000 * found > most->count() * minutes) {
      warnings.push_back({.kind = kind, .task_ids = {}, .amount = (2 * 1000 * found + minutes) / (2 * minutes)});
    }
  };
  share(WarningKind::kMuchUnpleasant, unpleasant, rules.max_unpleasant);
  share(WarningKind::kMuchHeavy, heavy, rules.max_heavy);
  share(WarningKind::kMuchHazardous, hazardous, rules.max_hazardous);
  share(WarningKind::kMuchIsolated, isolated, rules.max_isolated);
  if (beside < rules.min_beside_minutes.count()) {
    warnings.push_back({.kind = WarningKind::kLittleBeside, .task_ids = {}, .amount = beside});
  }
  const int64_t count = static_cast<int64_t>(role.task_ids.size());
  if (count < rules.min_task_count) {
    warnings.push_back({.kind = WarningKind::kFewTasks, .task_ids = {}, .amount = count});
  }
}

void CheckWarnings(Checked& checked, const OracleRole& role) {
  const Proposal& proposal = checked.proposal;
  const OraclePair pair = PairOf(checked.market, proposal.candidate_id, proposal.job_id, checked.options);
  std::vector<Warning> expected = ExpectedWarnings(pair, role);
  const bool is_cut_short = std::any_of(proposal.warnings.begin(), proposal.warnings.end(),
                                        [](const Warning& warning) { return warning.kind == WarningKind::kNotProven; });
  if (is_cut_short) {
    expected.push_back({.kind = WarningKind::kNotProven, .task_ids = {}, .amount = 0});
  }
  AddLaterWarnings(pair, role, expected);
  AddRoleRuleWarnings(pair, role, expected);
  checked.list.Expect(proposal.warnings == expected, checked.where + " warnings", "not those of the contract, or not in order");
}

}  // namespace

std::vector<std::string> ProposalComplaints(const Market& market, const Proposal& proposal, const SolveOptions& options) {
  Checked checked{market, proposal, options, "proposal of " + proposal.candidate_id, {}};
  if (!IdsResolve(checked)) {
    return checked.list.complaints();
  }
  const OracleRole role = RoleOf(proposal);
  checked.list.ExpectAscending(proposal.task_ids, checked.where + " task_ids");
  for (const std::string& rule : BrokenRules(market, proposal.candidate_id, proposal.job_id, role, options)) {
    checked.list.Expect(false, checked.where, "not feasible: " + rule);
  }
  CheckLedger(checked, role);
  CheckTerms(checked, role);
  CheckHandovers(checked, role);
  CheckResidual(checked, role);
  CheckAdjustments(checked, role);
  CheckQuestions(checked, role);
  CheckWarnings(checked, role);
  return checked.list.complaints();
}

}  // namespace jobcarve::test
