// Every word that a page says about a figure or a kind is made here, so that all pages say it alike and with dignity.
// Tested by tests/report/text_test.cc.
#include "report/words.h"

#include <cstdlib>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace jobcarve::internal {
namespace {

std::string DevaluedSentence(absl::string_view work, int64_t permille) {
  return absl::StrCat(work, " makes up ", permille / 10,
                      " % of this role, more than the employer's rule: guard against a devalued role");
}

std::string Grouped(int64_t number) {
  std::string digits = absl::StrCat(number);
  for (size_t from_end = 3; digits.size() > from_end; from_end += 4) {
    digits.insert(digits.size() - from_end, 1, ',');
  }
  return digits;
}

// The word of a kind; "?" for a number that has no meaning, which a plan read from a file may hold.
template <size_t kCount, typename Kind>
absl::string_view WordAt(const absl::string_view (&words)[kCount], Kind kind) {
  const size_t number = static_cast<size_t>(kind);
  return words[number < kCount ? number : 0];
}

std::string TwoDigits(int64_t number) {
  return absl::StrCat(number < 10 ? "0" : "", number);
}

// "Lifting: "Unpack deliveries" asks for level 3 of 3 (up to 20 kg)"
std::string AskedFor(const Names& names, const Nearest& nearest, const NamedBarrier& barrier) {
  const Dimension& dimension = names.dimension(barrier.dimension_id);
  const std::string asker = barrier.kind == BarrierKind::kCondition
                                ? "the job as a whole asks"
                                : absl::StrCat("\"", TaskTitles(names, nearest.job_id, barrier.task_ids), "\"",
                                               barrier.task_ids.size() == 1 ? " asks" : " ask");
  return absl::StrCat(dimension.name, ": ", asker, " for ", LevelInWords(dimension, Level{barrier.needed}));
}

// "; "Unpack deliveries" is essential, says the store manager": whom to ask whether it must be so.
std::string EssentialTasks(const Names& names, const Nearest& nearest, const NamedBarrier& barrier) {
  std::string words;
  for (const std::string& id : barrier.task_ids) {
    const Task& task = names.task(nearest.job_id, id);
    if (task.is_essential && !task.essential_by.empty()) {
      absl::StrAppend(&words, "; \"", task.title, "\" is essential, says ", task.essential_by);
    }
  }
  return words;
}

absl::string_view PossibleWord(DimensionKind kind) {
  switch (kind) {
    case DimensionKind::kCredential:
      return "there, or how could it be had?";
    case DimensionKind::kTolerance:
      return "all right, or with what help?";
    default:
      return "possible, or with what help?";
  }
}

}  // namespace

std::string Counted(int64_t count, absl::string_view noun) {
  if (noun == "person") {
    return absl::StrCat(Grouped(count), count == 1 ? " person" : " people");
  }
  return absl::StrCat(Grouped(count), " ", noun, count == 1 ? "" : "s");
}

std::string Hours(Minutes minutes) {
  const int64_t count = minutes.count();
  if (count < 60) {
    return absl::StrCat(count, " min");
  }
  return count % 60 == 0 ? absl::StrCat(count / 60, " h") : absl::StrCat(count / 60, " h ", TwoDigits(count % 60));
}

std::string Pounds(Pence pence) {
  const int64_t count = std::abs(pence.count());
  const std::string tail = count % 100 == 0 ? "" : absl::StrCat(".", TwoDigits(count % 100));
  return absl::StrCat(pence < Pence{0} ? "-" : "", "£", Grouped(count / 100), tail);
}

std::string Points(Score score) {
  const int64_t hundredths = RoundDiv(std::abs(score.count()), 10'000);
  return absl::StrCat(score < Score{0} && hundredths > 0 ? "-" : "", hundredths / 100, ".", TwoDigits(hundredths % 100));
}

absl::string_view FormWord(Form form) {
  switch (form) {
    case Form::kWhole:
      return "whole job";
    case Form::kStripped:
      return "job stripping";
    case Form::kCarved:
      return "carved role";
    case Form::kCreated:
      return "created role";
    case Form::kShared:
      return "job share";
    case Form::kUnspecified:
      break;
  }
  return "unknown form";
}

absl::string_view FunderWord(Funder funder) {
  switch (funder) {
    case Funder::kEmployer:
      return "the employer";
    case Funder::kAccessToWork:
      return "Access to Work";
    case Funder::kProvider:
      return "the provider";
    case Funder::kUnspecified:
      break;
  }
  return "nobody";
}

absl::string_view LineWord(LineKind kind) {
  static constexpr absl::string_view kWords[] = {"?",
                                                 "hours of work",
                                                 "ability left unused",
                                                 "not yet known",
                                                 "own wishes",
                                                 "hours at risk on reduced days",
                                                 "distance from the hours wanted",
                                                 "pay",
                                                 "journey",
                                                 "conditions not yet known",
                                                 "cost of an adjustment",
                                                 "change that an adjustment means",
                                                 "co-workers' time",
                                                 "task handed to a co-worker",
                                                 "making a role of its own",
                                                 "the employer's gain",
                                                 "keeping the job held",
                                                 "making a new role",
                                                 "work that nobody does today",
                                                 "another job with the same employer"};
  return WordAt(kWords, kind);
}

absl::string_view AdjustmentKindWord(AdjustmentKind kind) {
  switch (kind) {
    case AdjustmentKind::kOrganisational:
      return "how the work is arranged";
    case AdjustmentKind::kTechnical:
      return "equipment or premises";
    case AdjustmentKind::kSupport:
      return "somebody helps";
    case AdjustmentKind::kUnspecified:
      break;
  }
  return "adjustment";
}

absl::string_view LimbWord(LegalLimb limb) {
  switch (limb) {
    case LegalLimb::kProvisionCriterionPractice:
      return "a change to how things are done (Equality Act 2010, s. 20(3))";
    case LegalLimb::kPhysicalFeature:
      return "a change to premises (Equality Act 2010, s. 20(4))";
    case LegalLimb::kAuxiliaryAid:
      return "an aid or service (Equality Act 2010, s. 20(5))";
    case LegalLimb::kUnspecified:
      break;
  }
  return "";
}

absl::string_view ReasonWord(UnplacedReason reason) {
  switch (reason) {
    case UnplacedReason::kOpeningsTaken:
      return "There are good roles, but in this plan all their openings are taken.";
    case UnplacedReason::kNoGoodRole:
      return "Roles are possible, but none is good enough yet to be proposed.";
    case UnplacedReason::kBarriers:
      return "The jobs in this market have barriers that keep them out of reach.";
    case UnplacedReason::kNoJobs:
      return "This market has no jobs.";
    case UnplacedReason::kUnspecified:
      break;
  }
  return "";
}

absl::string_view BarrierKindWord(BarrierKind kind) {
  static constexpr absl::string_view kWords[] = {"?",
                                                 "what the tasks ask",
                                                 "the job's conditions",
                                                 "too few hours",
                                                 "too many hours",
                                                 "working times",
                                                 "the journey",
                                                 "pay",
                                                 "an earnings cap",
                                                 "the starting date",
                                                 "the post is held",
                                                 "work ruled out by the person",
                                                 "the employer's rules",
                                                 "limits on adjustments",
                                                 "openings taken",
                                                 "a score of 0 or less"};
  return WordAt(kWords, kind);
}

std::string RightAligned(absl::string_view text, size_t width) {
  return absl::StrCat(std::string(text.size() < width ? width - text.size() : 0, ' '), text);
}

std::string HoursAndPay(const Proposal& proposal) {
  return absl::StrCat(Hours(proposal.weekly_minutes), " a week, ", Pounds(proposal.pay_per_hour), " an hour (",
                      Pounds(proposal.weekly_pay), " a week)");
}

std::string RoleWords(Form form) {
  switch (form) {
    case Form::kWhole:
      return "the whole job";
    case Form::kStripped:
      return "the job, with some of its tasks handed to co-workers";
    case Form::kCarved:
      return "a role made of some of the job's tasks";
    case Form::kCreated:
      return "a new role made of tasks of several jobs";
    case Form::kShared:
      return "a part of the job, which another person shares";
    case Form::kUnspecified:
      break;
  }
  return "a role";
}

std::string LevelInWords(const Dimension& dimension, Level level) {
  std::string words = absl::StrCat("level ", level.count(), " of ", dimension.max_level.count());
  for (const Anchor& anchor : dimension.anchors) {
    if (anchor.level == level) {
      absl::StrAppend(&words, " (", anchor.text, ")");
    }
  }
  return words;
}

std::string TaskTitles(const Names& names, const std::string& job_id, const std::vector<std::string>& task_ids) {
  std::vector<std::string> titles;
  for (const std::string& id : task_ids) {
    titles.push_back(names.task(job_id, id).title);
  }
  return absl::StrJoin(titles, "; ");
}

std::string AdjustmentNames(const Names& names, const std::vector<std::string>& adjustment_ids) {
  std::vector<std::string> words;
  for (const std::string& id : adjustment_ids) {
    words.push_back(names.adjustment(id).name);
  }
  return absl::StrJoin(words, "; ");
}

std::string BarrierSentence(const Names& names, const Nearest& nearest, const NamedBarrier& barrier) {
  const Minutes found{barrier.found};
  const Minutes needed{barrier.needed};
  switch (barrier.kind) {
    case BarrierKind::kCapability:
    case BarrierKind::kCondition:
      return absl::StrCat(AskedFor(names, nearest, barrier),
                          nearest.adjustment_ids.empty() ? "; as things are, level " : "; with what can be put in place, level ",
                          barrier.found, " is reached", EssentialTasks(names, nearest, barrier));
    case BarrierKind::kFewestHours:
      return absl::StrCat("Hours: it comes to ", Hours(found), " a week, the person needs at least ", Hours(needed));
    case BarrierKind::kMostHours:
      return absl::StrCat("Hours: it needs ", Hours(needed), " a week, more than the ", Hours(found), " wanted");
    case BarrierKind::kAvailability:
      return absl::StrCat("Working times: the job's and the person's share ", Hours(found), " a week, the role needs ",
                          Hours(needed));
    case BarrierKind::kJourney:
      return absl::StrCat("Journey: ", Hours(found), " one way, the limit is ", Hours(needed));
    case BarrierKind::kPay:
      return absl::StrCat("Pay: ", Pounds(Pence{barrier.found}), " an hour, the floor is ", Pounds(Pence{barrier.needed}));
    case BarrierKind::kEarningsCap:
      return absl::StrCat("Earnings: the cap allows ", Hours(found), " a week, the role needs ", Hours(needed));
    case BarrierKind::kStart:
      return absl::StrCat("Start: possible in ", Counted(barrier.found, "day"), ", the employer needs somebody within ",
                          Counted(barrier.needed, "day"));
    case BarrierKind::kHeld:
      return "Somebody else holds this post";
    case BarrierKind::kNonNegotiable:
      return absl::StrCat("Ruled out by the person's own words: ", TaskTitles(names, nearest.job_id, barrier.task_ids));
    case BarrierKind::kEmployerRules:
      return "The employer's rules: allowed forms, what must stay in the post, or the co-workers' room";
    case BarrierKind::kAdjustmentLimits:
      return "Limits on the number, cost or time of adjustments";
    case BarrierKind::kOpeningTaken:
      return absl::StrCat("Openings: all are taken in this plan; this role scores ", Points(Score{barrier.found}), ", more than ",
                          Points(Score{barrier.needed}), " would change the plan");
    case BarrierKind::kLowScore:
      return absl::StrCat("Its score is ", Points(Score{barrier.found}), "; only scores above 0 are proposed");
    case BarrierKind::kUnspecified:
      break;
  }
  return "An unknown barrier";
}

std::string BarrierToPerson(const Names& names, const Nearest& nearest, const NamedBarrier& barrier) {
  const Minutes found{barrier.found};
  const Minutes needed{barrier.needed};
  switch (barrier.kind) {
    case BarrierKind::kCapability:
    case BarrierKind::kCondition:
      return AskedFor(names, nearest, barrier);
    case BarrierKind::kFewestHours:
      return absl::StrCat("Hours: it comes to ", Hours(found), " a week; you asked for at least ", Hours(needed));
    case BarrierKind::kMostHours:
      return absl::StrCat("Hours: it needs ", Hours(needed), " a week; you asked for at most ", Hours(found));
    case BarrierKind::kAvailability:
      return absl::StrCat("Working times: the job's and yours share ", Hours(found), " a week; the role needs ", Hours(needed));
    case BarrierKind::kJourney:
      return absl::StrCat("Journey: ", Hours(found), " one way; you asked for at most ", Hours(needed));
    case BarrierKind::kPay:
      return absl::StrCat("Pay: ", Pounds(Pence{barrier.found}), " an hour; you asked for at least ",
                          Pounds(Pence{barrier.needed}));
    case BarrierKind::kEarningsCap:
      return absl::StrCat("Earnings: what you may earn allows ", Hours(found), " a week; the role needs ", Hours(needed));
    case BarrierKind::kNonNegotiable:
      return absl::StrCat("You told us that you do not want this work: ", TaskTitles(names, nearest.job_id, barrier.task_ids));
    case BarrierKind::kLowScore:
      return "It is possible, but not yet close enough to what you asked for";
    default:
      return BarrierSentence(names, nearest, barrier);
  }
}

std::string QuestionSentence(const Names& names, const Question& question) {
  if (question.kind == QuestionKind::kJourney) {
    return "How long is the journey, door to door?";
  }
  const Dimension& dimension = names.dimension(question.dimension_id);
  const std::string heading = dimension.group.empty() ? "" : absl::StrCat(dimension.group, " / ");
  return absl::StrCat(heading, dimension.name, ": is ", LevelInWords(dimension, question.needed_level), " ",
                      PossibleWord(dimension.kind));
}

std::string QuestionToPerson(const Names& names, const Question& question) {
  if (question.kind == QuestionKind::kJourney) {
    return "How long would the journey be for you, door to door?";
  }
  const Dimension& dimension = names.dimension(question.dimension_id);
  for (const Anchor& anchor : dimension.anchors) {
    if (anchor.level == question.needed_level) {
      return absl::StrCat(dimension.name, ": is \"", anchor.text, "\" ", PossibleWord(dimension.kind));
    }
  }
  return QuestionSentence(names, question);
}

std::string WarningSentence(const Names& names, const Proposal& proposal, const Warning& warning) {
  const std::string tasks = TaskTitles(names, proposal.job_id, warning.task_ids);
  switch (warning.kind) {
    case WarningKind::kEssentialOnReducedDays:
      return absl::StrCat("Agree who covers on reduced days: ", tasks);
    case WarningKind::kUnsureFigures:
      return absl::StrCat("Figures that nobody has measured yet; confirm with the employer",
                          warning.task_ids == proposal.task_ids ? ": all tasks"
                          : tasks.empty()                       ? ""
                                                                : absl::StrCat(": ", tasks));
    case WarningKind::kMayNotHold:
      if (warning.amount == 0) {
        return "Nothing is certain before the open questions are answered: ask first";
      }
      return absl::StrCat("Ask first: if all open questions were answered at their worst, ", Hours(Minutes{warning.amount}),
                          " of work a week would be certain");
    case WarningKind::kMoreUnpleasant:
      return absl::StrCat("Unpleasant work makes up ", warning.amount / 10,
                          " % of this role, more than of the whole post: guard against a devalued role");
    case WarningKind::kWait:
      return absl::StrCat("The adjustments delay the start by ", Counted(warning.amount, "day"), ": agree what bridges the wait");
    case WarningKind::kNotProven:
      return "The search was cut short: a better role may exist";
    case WarningKind::kLateStart:
      return absl::StrCat("If lead times run late, the start comes ", Counted(warning.amount, "day"),
                          " after the last one that the employer can wait for: agree what happens then");
    case WarningKind::kSelectionAsksMore:
      return absl::StrCat("The selection asks for more than the work in ", Counted(warning.amount, "point"),
                          " that no route on offer takes away: ask the employer for another route");
    case WarningKind::kMuchUnpleasant:
      return DevaluedSentence("Unpleasant work", warning.amount);
    case WarningKind::kMuchHeavy:
      return DevaluedSentence("Heavy work", warning.amount);
    case WarningKind::kMuchHazardous:
      return DevaluedSentence("Work with a hazard", warning.amount);
    case WarningKind::kMuchIsolated:
      return DevaluedSentence("Work alone", warning.amount);
    case WarningKind::kLittleBeside:
      return absl::StrCat("Only ", Hours(Minutes{warning.amount}),
                          " a week are beside co-workers, less than the employer's rule: plan how people meet");
    case WarningKind::kFewTasks:
      return absl::StrCat("Only ", Counted(warning.amount, "task"), ": less variety than the employer's rule");
    case WarningKind::kUnspecified:
      break;
  }
  return "";
}

std::string AdjustmentTerms(const ProposedAdjustment& adjustment) {
  std::string terms =
      adjustment.first_year_cost == Pence{0}
          ? std::string("free")
          : absl::StrCat(Pounds(adjustment.first_year_cost), " in the first year from ", FunderWord(adjustment.funder));
  absl::StrAppend(&terms, adjustment.lead_time == Days{0}
                              ? std::string(", at once")
                              : absl::StrCat(", ", Counted(adjustment.lead_time.count(), "day"), " to arrange"));
  if (adjustment.coworker_minutes > Minutes{0}) {
    absl::StrAppend(&terms, ", ", Hours(adjustment.coworker_minutes), " of co-workers' time a week");
  }
  if (adjustment.support_minutes > Minutes{0}) {
    absl::StrAppend(&terms, ", ", Hours(adjustment.support_minutes), " of a job coach a week");
  }
  return terms;
}

}  // namespace jobcarve::internal
