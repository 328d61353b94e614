// Pages are lists of lines; each section is a function that appends its own.
// Tested by tests/report/text_test.cc, which also searches the employer's page for anything private.
#include "jobcarve/report/text.h"

#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "jobcarve/base/status_macros.h"
#include "report/names.h"
#include "report/totals.h"
#include "report/way_in.h"
#include "report/weighing.h"
#include "report/words.h"

namespace jobcarve {
namespace {

using internal::AdjustmentKindWord;
using internal::AdjustmentNames;
using internal::AdjustmentTerms;
using internal::AppendEmployersMeans;
using internal::AppendInterim;
using internal::AppendProposalTable;
using internal::AppendTotals;
using internal::AppendWayIn;
using internal::AppendWayInToEmployer;
using internal::AppendWayInToPerson;
using internal::AppendWeighing;
using internal::BarrierKindWord;
using internal::BarrierSentence;
using internal::BarrierToPerson;
using internal::Counted;
using internal::FormWord;
using internal::Hours;
using internal::HoursAndPay;
using internal::LimbWord;
using internal::LineWord;
using internal::Names;
using internal::Points;
using internal::Pounds;
using internal::QuestionSentence;
using internal::QuestionToPerson;
using internal::ReasonWord;
using internal::RightAligned;
using internal::RoleWords;
using internal::TaskTitles;
using internal::WarningSentence;

constexpr absl::string_view kHumanRequired =
    "This is a proposal, not a decision. The person, the adviser and the employer decide together.\n";

void AppendTasks(const Names& names, const std::string& job_id, const std::vector<std::string>& task_ids, std::string& page) {
  for (const std::string& id : task_ids) {
    const Task& task = names.task(job_id, id);
    absl::StrAppend(&page, "  - ", task.title, " (", Hours(task.weekly_minutes), " a week)\n");
  }
}

void AppendHandovers(const Names& names, const Proposal& proposal, std::string& page) {
  if (proposal.handed_over.empty()) {
    return;
  }
  absl::StrAppend(&page, "Handed to co-workers\n");
  for (const Handover& handover : proposal.handed_over) {
    const Task& task = names.task(proposal.job_id, handover.task_id);
    absl::StrAppend(&page, "  - ", task.title, " (", Hours(task.weekly_minutes), " a week): ", handover.co_worker_id, "\n");
  }
}

// That another person has the rest of the opening; `who` is that person, for this reader.
void AppendSharing(const Names& names, const Proposal& proposal, absl::string_view who, std::string& page) {
  const std::optional<Sharing>& sharing = names.job(proposal.job_id).sharing;
  if (proposal.form != Form::kShared || !sharing.has_value()) {
    return;
  }
  absl::StrAppend(&page, "The rest of the job is done by ", who);
  if (sharing->handover_minutes > Minutes{0}) {
    absl::StrAppend(&page, "; ", Hours(sharing->handover_minutes), " of the hours are for telling each other");
  }
  absl::StrAppend(&page, "\n");
}

void AppendResidual(const Names& names, const Proposal& proposal, std::string& page) {
  if (!proposal.residual.has_value()) {
    return;
  }
  const bool is_held = proposal.residual->covered_by == ResidualCover::kPostHolder;
  absl::StrAppend(&page, "Stays with the post (", Hours(proposal.residual->weekly_minutes), " a week, ",
                  is_held ? "done by the person in the post" : "to be filled by the employer", ")\n");
  AppendTasks(names, proposal.job_id, proposal.residual->task_ids, page);
}

std::string PhaseWords(const Names& names, const Proposal& proposal, const ProposedPhase& phase) {
  if (phase.task_ids.empty()) {
    return "no task fits yet";
  }
  return absl::StrCat(Hours(phase.weekly_minutes), " a week: ",
                      phase.task_ids == proposal.task_ids ? "all tasks" : TaskTitles(names, proposal.job_id, phase.task_ids));
}

void AppendPhases(const Names& names, const Proposal& proposal, std::string& page) {
  if (proposal.phases.empty()) {
    return;
  }
  absl::StrAppend(&page, "How the hours build up\n");
  for (const ProposedPhase& phase : proposal.phases) {
    absl::StrAppend(&page, "  - from week ", phase.from_week, ": ", PhaseWords(names, proposal, phase), "\n");
  }
}

std::string AdjustmentLine(const Names& names, const ProposedAdjustment& proposed) {
  const Adjustment& adjustment = names.adjustment(proposed.adjustment_id);
  return absl::StrCat("  - ", adjustment.name, " (", AdjustmentKindWord(adjustment.kind), "): ", AdjustmentTerms(proposed), "\n");
}

// Whom else one purchase serves.
void AppendScope(const Adjustment& adjustment, std::string& page) {
  if (adjustment.scope == Scope::kSite || adjustment.scope == Scope::kJob) {
    absl::StrAppend(&page, "    once bought, it serves everybody ",
                    adjustment.scope == Scope::kSite ? "at the site" : "in the job", "\n");
  }
}

// Each with what there is to weigh about it.
void AppendAdjustments(const Names& names, const Proposal& proposal, std::string& page) {
  absl::StrAppend(&page, "Adjustments\n", proposal.adjustments.empty() ? "  none needed\n" : "");
  for (const ProposedAdjustment& proposed : proposal.adjustments) {
    absl::StrAppend(&page, AdjustmentLine(names, proposed));
    AppendScope(names.adjustment(proposed.adjustment_id), page);
    AppendWeighing(names, proposal, proposed, page);
  }
  AppendEmployersMeans(names, proposal, page);
}

// Each with the duty it may fall under.
void AppendAdjustmentsWithDuty(const Names& names, const Proposal& proposal, std::string& page) {
  absl::StrAppend(&page, "Adjustments\n", proposal.adjustments.empty() ? "  none needed\n" : "");
  for (const ProposedAdjustment& proposed : proposal.adjustments) {
    const Adjustment& adjustment = names.adjustment(proposed.adjustment_id);
    absl::StrAppend(&page, AdjustmentLine(names, proposed));
    AppendScope(adjustment, page);
    AppendInterim(adjustment, page);
    if (adjustment.legal_limb != LegalLimb::kUnspecified) {
      absl::StrAppend(&page, "    ", LimbWord(adjustment.legal_limb), "\n");
    }
  }
}

// "start from 2026-11-30, 2027-01-11 if lead times run late"
std::string StartWords(const Proposal& proposal) {
  return absl::StrCat("start from ", FormatDate(proposal.earliest_start),
                      proposal.late_start > proposal.earliest_start
                          ? absl::StrCat(", ", FormatDate(proposal.late_start), " if lead times run late")
                          : "");
}

void AppendQuestions(const Names& names, const Proposal& proposal, std::string& page) {
  if (proposal.questions.empty()) {
    return;
  }
  absl::StrAppend(&page, "Ask first\n");
  for (const Question& question : proposal.questions) {
    absl::StrAppend(&page, "  - ", QuestionSentence(names, question), "\n");
  }
}

void AppendWarnings(const Names& names, const Proposal& proposal, std::string& page) {
  for (const Warning& warning : proposal.warnings) {
    absl::StrAppend(&page, "Note: ", WarningSentence(names, proposal, warning), ".\n");
  }
}

void AppendLedger(const Names& names, const Proposal& proposal, std::string& page) {
  absl::StrAppend(&page, "Why this role: score ", Points(proposal.score), " (from ", Points(proposal.low), " to ",
                  Points(proposal.high), " once all is known)\n");
  for (const LedgerLine& line : proposal.ledger) {
    std::string about;
    if (!line.task_id.empty()) {
      about = names.task(proposal.job_id, line.task_id).title;
    } else if (!line.adjustment_id.empty()) {
      about = names.adjustment(line.adjustment_id).name;
    }
    if (!line.tag.empty()) {
      absl::StrAppend(&about, " [", line.tag, "]");
    }
    absl::StrAppend(&page, "  ", RightAligned(Points(line.amount), 8), "  ", LineWord(line.kind), about.empty() ? "" : ": ",
                    about, "\n");
  }
}

std::string Where(const Names& names, const Job& job) {
  return absl::StrCat(job.title, ", ", names.employer(job.employer_id).name, ", ", names.site(job.site_id).name);
}

enum class Reader { kAdviser, kPerson };

void AppendNearest(const Names& names, const Nearest& nearest, Reader reader, std::string& page) {
  absl::StrAppend(&page, "  * ", Where(names, names.job(nearest.job_id)), " (",
                  reader == Reader::kPerson ? RoleWords(nearest.form) : std::string(FormWord(nearest.form)), ")\n");
  for (const NamedBarrier& barrier : nearest.barriers) {
    absl::StrAppend(
        &page, "      ",
        reader == Reader::kPerson ? BarrierToPerson(names, nearest, barrier) : BarrierSentence(names, nearest, barrier), ".\n");
  }
  if (!nearest.adjustment_ids.empty()) {
    absl::StrAppend(&page, "      It would come with: ", AdjustmentNames(names, nearest.adjustment_ids), ".\n");
  }
}

std::string ProposalPage(const Names& names, const Proposal& proposal) {
  const Job& job = names.job(proposal.job_id);
  std::string page =
      absl::StrCat(proposal.candidate_id, ": ", Where(names, job), "\n",
                   names.candidate(proposal.candidate_id).holds_job_id == job.id ? "Keeps the job held: " : "",
                   FormWord(proposal.form), ", ", HoursAndPay(proposal), ", ", StartWords(proposal),
                   proposal.travel.has_value() ? absl::StrCat(", journey ", Hours(*proposal.travel)) : "", "\n", "Tasks\n");
  AppendTasks(names, proposal.job_id, proposal.task_ids, page);
  AppendSharing(names, proposal, proposal.shared_with_candidate_id, page);
  AppendPhases(names, proposal, page);
  AppendHandovers(names, proposal, page);
  AppendResidual(names, proposal, page);
  AppendAdjustments(names, proposal, page);
  AppendWayIn(names, proposal, page);
  AppendQuestions(names, proposal, page);
  AppendWarnings(names, proposal, page);
  AppendLedger(names, proposal, page);
  absl::StrAppend(&page, kHumanRequired);
  return page;
}

std::string UnplacedPage(const Names& names, const Unplaced& unplaced) {
  std::string page = absl::StrCat(unplaced.candidate_id, ": no proposal in this plan\n", ReasonWord(unplaced.reason), "\n");
  if (!unplaced.nearest.empty()) {
    absl::StrAppend(&page, "Nearest roles, and what stands in the way\n");
  }
  for (const Nearest& nearest : unplaced.nearest) {
    AppendNearest(names, nearest, Reader::kAdviser, page);
  }
  return page;
}

// What the employer may see of one proposal: the job's own facts, and adjustments.
std::string EmployerPage(const Names& names, const Proposal& proposal) {
  const Job& job = names.job(proposal.job_id);
  std::string page = absl::StrCat(Where(names, job), "\nProposed: ", RoleWords(proposal.form), "\n", HoursAndPay(proposal), ", ",
                                  StartWords(proposal), "\nTasks of the role\n");
  AppendTasks(names, proposal.job_id, proposal.task_ids, page);
  AppendSharing(names, proposal, "another person", page);
  AppendPhases(names, proposal, page);
  AppendHandovers(names, proposal, page);
  AppendResidual(names, proposal, page);
  AppendAdjustmentsWithDuty(names, proposal, page);
  AppendWayInToEmployer(names, proposal, page);
  absl::StrAppend(&page, kHumanRequired);
  return page;
}

absl::Status CheckPlan(const Names& names, const Plan& plan) {
  for (const Proposal& proposal : plan.proposals) {
    JOBCARVE_RETURN_IF_ERROR(names.Check(proposal));
  }
  for (const Unplaced& unplaced : plan.unplaced) {
    for (const Nearest& nearest : unplaced.nearest) {
      JOBCARVE_RETURN_IF_ERROR(names.Check(nearest));
    }
  }
  for (const Purchase& purchase : plan.purchases) {
    const bool has_place = purchase.site_id.empty() ? names.FindJob(purchase.job_id) != nullptr : names.HasSite(purchase.site_id);
    if (!has_place || !names.HasAdjustment(purchase.adjustment_id)) {
      return absl::InvalidArgumentError(absl::StrCat("the plan buys adjustment '", purchase.adjustment_id,
                                                     "' for a place that the market does not have, or has none such"));
    }
  }
  for (const Unfilled& unfilled : plan.unfilled) {
    if (names.FindJob(unfilled.job_id) == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat("the plan names job '", unfilled.job_id, "', which the market does not have"));
    }
  }
  return absl::OkStatus();
}

template <typename T>
const T* FindPerson(const std::vector<T>& items, const std::string& candidate_id) {
  const auto found = absl::c_find_if(items, [&](const T& item) { return item.candidate_id == candidate_id; });
  return found == items.end() ? nullptr : &*found;
}

absl::Status NoSuchPerson(const std::string& candidate_id) {
  return absl::InvalidArgumentError(absl::StrCat("the plan has no candidate '", candidate_id, "'"));
}

std::string PersonPage(const Names& names, const Proposal& proposal) {
  const Job& job = names.job(proposal.job_id);
  std::string page =
      absl::StrCat(names.candidate(proposal.candidate_id).holds_job_id == job.id ? "Your job, and how you could keep it\n"
                                                                                 : "A role we would like to talk to you about\n",
                   Where(names, job), "\n", HoursAndPay(proposal), ", ", StartWords(proposal), "\n");
  if (proposal.travel.has_value()) {
    absl::StrAppend(&page, "The journey takes about ", Hours(*proposal.travel), " each way\n");
  }
  absl::StrAppend(&page, "What you would do\n");
  AppendTasks(names, proposal.job_id, proposal.task_ids, page);
  AppendSharing(names, proposal, "another person", page);
  AppendPhases(names, proposal, page);
  if (!proposal.handed_over.empty()) {
    std::vector<std::string> ids;
    for (const Handover& handover : proposal.handed_over) {
      ids.push_back(handover.task_id);
    }
    absl::StrAppend(&page, "What others in the team would do instead of you\n");
    AppendTasks(names, proposal.job_id, ids, page);
  }
  absl::StrAppend(&page, "What would be put in place for you\n");
  if (proposal.adjustments.empty()) {
    absl::StrAppend(&page, "  nothing that we know of; tell us if there is something\n");
  }
  for (const ProposedAdjustment& proposed : proposal.adjustments) {
    absl::StrAppend(&page, "  - ", names.adjustment(proposed.adjustment_id).name, "\n");
    AppendInterim(names.adjustment(proposed.adjustment_id), page);
  }
  AppendWayInToPerson(proposal, page);
  if (!proposal.questions.empty()) {
    absl::StrAppend(&page, "What we would like to ask you\n");
    for (const Question& question : proposal.questions) {
      absl::StrAppend(&page, "  - ", QuestionToPerson(names, question), "\n");
    }
  }
  absl::StrAppend(&page, "Nothing is decided. You can say yes, say no, or ask for something else.\n");
  return page;
}

}  // namespace

absl::StatusOr<std::string> OverviewText(const Market& market, const Plan& plan) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(CheckPlan(names, plan));
  std::string page = absl::StrCat(market.title.empty() ? "Plan" : market.title, ", ", market.as_of, "\n\n");
  AppendProposalTable(names, plan, page);
  for (const Unplaced& unplaced : plan.unplaced) {
    absl::StrAppend(&page, "\n", UnplacedPage(names, unplaced));
  }
  for (const Unfilled& unfilled : plan.unfilled) {
    const int64_t elsewhere = unfilled.good_role_count;
    absl::StrAppend(&page, "\n", names.job(unfilled.job_id).title, " (", unfilled.job_id,
                    "): ", Counted(unfilled.openings_left, "opening"), " left; ",
                    elsewhere == 0 ? "nobody else has a good role here"
                                   : absl::StrCat(Counted(elsewhere, "person"), " placed elsewhere would have a good role here"),
                    "\n", unfilled.barriers.empty() ? "" : "  What stands in the way, and for how many people\n");
    for (const BarrierCount& barrier : unfilled.barriers) {
      absl::StrAppend(&page, "  ", RightAligned(absl::StrCat(barrier.candidate_count), 5), "  ", BarrierKindWord(barrier.kind),
                      "\n");
    }
  }
  AppendTotals(names, plan, page);
  absl::StrAppend(&page, kHumanRequired);
  return page;
}

absl::StatusOr<std::string> ProposalText(const Market& market, const Plan& plan, const std::string& candidate_id) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(CheckPlan(names, plan));
  if (const Proposal* proposal = FindPerson(plan.proposals, candidate_id)) {
    return ProposalPage(names, *proposal);
  }
  if (const Unplaced* unplaced = FindPerson(plan.unplaced, candidate_id)) {
    return UnplacedPage(names, *unplaced);
  }
  return NoSuchPerson(candidate_id);
}

absl::StatusOr<std::string> PairText(const Market& market, const Proposal& proposal) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(names.Check(proposal));
  return ProposalPage(names, proposal);
}

absl::StatusOr<std::string> PairText(const Market& market, const Nearest& nearest) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(names.Check(nearest));
  std::string page = "Nothing to propose as things are. The nearest role, and what stands in the way:\n";
  AppendNearest(names, nearest, Reader::kAdviser, page);
  absl::StrAppend(&page, "Tasks of that role\n");
  AppendTasks(names, nearest.job_id, nearest.task_ids, page);
  return page;
}

absl::StatusOr<std::string> PersonText(const Market& market, const Plan& plan, const std::string& candidate_id) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(CheckPlan(names, plan));
  if (const Proposal* proposal = FindPerson(plan.proposals, candidate_id)) {
    return PersonPage(names, *proposal);
  }
  const Unplaced* unplaced = FindPerson(plan.unplaced, candidate_id);
  if (unplaced == nullptr) {
    return NoSuchPerson(candidate_id);
  }
  std::string page = "We have no role to propose to you today. That is about the jobs we know of, not about you.\n";
  if (unplaced->reason == UnplacedReason::kOpeningsTaken) {
    absl::StrAppend(&page, "There are roles that would suit you; all their openings are taken for now.\n");
  } else if (!unplaced->nearest.empty()) {
    absl::StrAppend(&page, "What comes nearest, and what would have to change\n");
    for (const Nearest& nearest : unplaced->nearest) {
      AppendNearest(names, nearest, Reader::kPerson, page);
    }
  }
  absl::StrAppend(&page, "We go on looking with you.\n");
  return page;
}

absl::StatusOr<std::string> EmployerText(const Market& market, const Plan& plan, const std::string& employer_id) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(CheckPlan(names, plan));
  if (names.FindEmployer(employer_id) == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat("the market has no employer '", employer_id, "'"));
  }
  std::string pages;
  for (const Proposal& proposal : plan.proposals) {
    if (names.job(proposal.job_id).employer_id == employer_id) {
      absl::StrAppend(&pages, pages.empty() ? "" : "\f", EmployerPage(names, proposal));
    }
  }
  return pages.empty() ? std::string("No proposal for this employer in this plan.\n") : pages;
}

}  // namespace jobcarve
