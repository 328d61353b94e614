// Tested by tests/report/weighing_test.cc.
#include "report/weighing.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/words.h"

namespace jobcarve::internal {
namespace {

// "12 %", "2.5 %"
std::string Percent(Permille share) {
  const int64_t tenths = share.count() % 10;
  return absl::StrCat(share.count() / 10, tenths == 0 ? "" : absl::StrCat(".", tenths), " %");
}

// "Lifting from 1 to 3, where 3 is asked for"
std::string GapWords(const Names& names, const std::string& dimension_id, const ClosedGap& gap) {
  return absl::StrCat(names.dimension(dimension_id).name, " from ", gap.before.count(), " to ", gap.after.count(), ", where ",
                      gap.needed.count(), " is asked for");
}

}  // namespace

void AppendWeighing(const Names& names, const Proposal& proposal, const ProposedAdjustment& proposed, std::string& page) {
  std::vector<std::string> gaps;
  for (size_t i = 0; i < proposed.gaps.size(); ++i) {
    gaps.push_back(GapWords(names, proposed.closes_dimension_ids[i], proposed.gaps[i]));
  }
  if (!gaps.empty()) {
    absl::StrAppend(&page, "    closes: ", absl::StrJoin(gaps, "; "), "\n");
  }
  if (!proposed.opens_task_ids.empty()) {
    const bool opens_all = proposed.opens_task_ids == proposal.task_ids;
    absl::StrAppend(&page, "    opens: ", opens_all ? "all tasks" : TaskTitles(names, proposal.job_id, proposed.opens_task_ids),
                    "\n");
  }
  if (proposed.late_lead_time > proposed.lead_time) {
    absl::StrAppend(&page, "    nine in ten work within ", Counted(proposed.late_lead_time.count(), "day"), "\n");
  }
  AppendInterim(names.adjustment(proposed.adjustment_id), page);
  if (proposed.employer_limit_share.has_value()) {
    absl::StrAppend(&page, "    ", Percent(*proposed.employer_limit_share), " of what the employer can spend\n");
  }
}

void AppendEmployersMeans(const Names& names, const Proposal& proposal, std::string& page) {
  const Employer& employer = names.employer(names.job(proposal.job_id).employer_id);
  std::vector<std::string> means;
  if (employer.headcount.has_value()) {
    means.push_back(Counted(*employer.headcount, "person"));
  }
  if (employer.max_adjustment_cost.has_value()) {
    means.push_back(absl::StrCat("at most ", Pounds(*employer.max_adjustment_cost), " on adjustments for one role"));
  }
  if (proposal.access_to_work_share.has_value()) {
    means.push_back(absl::StrCat("pays ", Pounds(*proposal.access_to_work_share), " of the Access to Work grant"));
  }
  if (!proposal.adjustments.empty() && !means.empty()) {
    absl::StrAppend(&page, "  The employer: ", absl::StrJoin(means, ", "), "\n");
  }
}

void AppendInterim(const Adjustment& adjustment, std::string& page) {
  if (adjustment.interim.has_value()) {
    const int64_t days = adjustment.interim->lead_time.count();
    absl::StrAppend(&page, "    until then: ", adjustment.interim->text,
                    days == 0 ? ", at once" : absl::StrCat(", after ", Counted(days, "day")), "\n");
  }
}

}  // namespace jobcarve::internal
