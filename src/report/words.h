// words.h: figures and kinds as a person would say them.
#ifndef JOBCARVE_SRC_REPORT_WORDS_H_
#define JOBCARVE_SRC_REPORT_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "jobcarve/base/units.h"
#include "jobcarve/plan/plan.h"
#include "report/names.h"

namespace jobcarve::internal {

std::string Hours(Minutes minutes);           // "12 h", "12 h 30", "45 min"
std::string Pounds(Pence pence);              // "£1,260.50", "£300"
std::string Points(Score score);              // "8.45", "-0.30": rounded to hundredths for reading only.
absl::string_view FormWord(Form form);        // "whole job", "job stripping", "carved role"
std::string RoleWords(Form form);             // The same for people outside the field: "the whole job", ...
absl::string_view FunderWord(Funder funder);  // "the employer", "Access to Work", ...
absl::string_view LineWord(LineKind kind);    // "hours of work", ...
absl::string_view AdjustmentKindWord(AdjustmentKind kind);
absl::string_view LimbWord(LegalLimb limb);  // "" when unspecified
absl::string_view ReasonWord(UnplacedReason reason);
absl::string_view BarrierKindWord(BarrierKind kind);  // Plural topic, for counts: "journey", "pay", ...

// "12 h a week, £12.60 an hour (£151.20 a week)"
std::string HoursAndPay(const Proposal& proposal);

// One sentence. Barriers are the job's.
std::string BarrierSentence(const Names& names, const Nearest& nearest, const NamedBarrier& barrier);
// The same, spoken to the person it is about.
std::string BarrierToPerson(const Names& names, const Nearest& nearest, const NamedBarrier& barrier);
std::string QuestionSentence(const Names& names, const Question& question);
std::string QuestionToPerson(const Names& names, const Question& question);
std::string WarningSentence(const Names& names, const Proposal& proposal, const Warning& warning);

// "free, at once", "£300 in the first year from Access to Work, 150 days to arrange, 30 min of co-workers' time a week"
std::string AdjustmentTerms(const ProposedAdjustment& adjustment);

// Names of adjustments, joined by "; ".
std::string AdjustmentNames(const Names& names, const std::vector<std::string>& adjustment_ids);

// Titles of tasks, joined by "; ".
std::string TaskTitles(const Names& names, const std::string& job_id, const std::vector<std::string>& task_ids);

// "level 3 of 5 (lifts a full crate)", the words when there is an anchor at the level.
std::string LevelInWords(const Dimension& dimension, Level level);

// `count` with its noun: "1 day", "12 days", "2 people".
std::string Counted(int64_t count, absl::string_view noun);

// The text behind blanks, `width` bytes wide; longer text is kept whole.
std::string RightAligned(absl::string_view text, size_t width);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_REPORT_WORDS_H_
