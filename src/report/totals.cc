// Tested by tests/report/text_test.cc.
#include "report/totals.h"

#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "report/words.h"

namespace jobcarve::internal {
namespace {

// `text` padded with blanks to `width` columns, UTF-8 continuation bytes not counted; longer text is kept whole.
std::string Padded(absl::string_view text, size_t width) {
  const size_t columns = static_cast<size_t>(absl::c_count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
  return absl::StrCat(text, std::string(columns < width ? width - columns : 0, ' '));
}

// Where the bound and the plan part.
std::string GapWords(const Plan& plan) {
  const Losses& losses = plan.certificate.losses;
  const struct {
    Score amount;
    absl::string_view where;
  } parts[] = {{losses.roles, "in proposals that are not the best at the prices"},
               {losses.unplaced, "with people who have none"},
               {losses.openings, "in openings left"},
               {losses.tasks, "in tasks that nobody takes"},
               {losses.rules, "in what the rules on residuals would still allow"},
               {losses.purchases, "in what is or could be bought once"}};
  std::vector<std::string> words;
  for (const auto& part : parts) {
    if (part.amount > Score{}) {
      words.push_back(absl::StrCat(Points(part.amount), " ", part.where));
    }
  }
  const int64_t gap = losses.Sum().count();
  const double percent = 100.0 * static_cast<double>(gap) / static_cast<double>(plan.certificate.dual_total.count());
  return absl::StrCat("the prices in the plan prove that no plan scores more than ", Points(plan.certificate.dual_total),
                      "; gap ", absl::StrFormat("%.2f", percent), " %: ", absl::StrJoin(words, ", "));
}

std::string ProofWords(const Plan& plan) {
  if (plan.certificate.unproven_pair_count > 0) {
    return absl::StrCat("best of the roles found; ", Counted(plan.certificate.unproven_pair_count, "pair"),
                        " could not be searched to the end");
  }
  return plan.certificate.losses == Losses() ? "the prices in the plan prove that no other plan scores higher" : GapWords(plan);
}

void AppendPurchases(const Names& names, const Plan& plan, std::string& page) {
  for (const Purchase& purchase : plan.purchases) {
    const Adjustment& adjustment = names.adjustment(purchase.adjustment_id);
    absl::StrAppend(&page, "Bought once for ",
                    purchase.site_id.empty() ? names.job(purchase.job_id).title : names.site(purchase.site_id).name, ": ",
                    adjustment.name, ", ", Pounds(adjustment.one_off + adjustment.weekly * 52), " in the first year, used by ",
                    Counted(static_cast<int64_t>(purchase.candidate_ids.size()), "person"), "\n");
  }
}

}  // namespace

void AppendProposalTable(const Names& names, const Plan& plan, std::string& page) {
  size_t id_width = 9;
  size_t job_width = 4;
  for (const Proposal& proposal : plan.proposals) {
    id_width = std::max(id_width, proposal.candidate_id.size());
    job_width = std::max(job_width, names.job(proposal.job_id).title.size());
  }
  absl::StrAppend(&page, Padded("candidate", id_width), "  ", Padded("job", job_width), "  ", Padded("form", 13), "  ",
                  RightAligned("hours", 7), "  ", RightAligned("score", 7), "  adjustments\n");
  for (const Proposal& proposal : plan.proposals) {
    std::vector<std::string> adjustments;
    for (const ProposedAdjustment& adjustment : proposal.adjustments) {
      adjustments.push_back(adjustment.adjustment_id);
    }
    absl::StrAppend(&page, Padded(proposal.candidate_id, id_width), "  ", Padded(names.job(proposal.job_id).title, job_width),
                    "  ", Padded(FormWord(proposal.form), 13), "  ", RightAligned(Hours(proposal.weekly_minutes), 7), "  ",
                    RightAligned(Points(proposal.score), 7), "  ", absl::StrJoin(adjustments, ", "), "\n");
  }
}

void AppendTotals(const Names& names, const Plan& plan, std::string& page) {
  AppendPurchases(names, plan, page);
  const Totals& totals = plan.totals;
  absl::StrAppend(&page, "\n", totals.proposal_count, " of ", Counted(totals.candidate_count, "person"), " with a proposal, ",
                  totals.openings_filled, " of ", Counted(totals.opening_count, "opening"), " filled, ",
                  Hours(totals.weekly_minutes), " a week in all\n", "Adjustments in the first year: employers ",
                  Pounds(totals.employer_cost), ", Access to Work ", Pounds(totals.access_to_work_cost), ", provider ",
                  Pounds(totals.provider_cost), "\n", "Total score ", Points(totals.score), "; ", ProofWords(plan), "\n");
}

}  // namespace jobcarve::internal
