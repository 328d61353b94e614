// 01_first_match MARKET: the main job in one call, and what came of it. Try examples/data/first.json.
#include <iostream>

#include "jobcarve/jobcarve.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: 01_first_match MARKET\n";
    return 2;
  }
  const absl::StatusOr<jobcarve::Market> market = jobcarve::io::ReadMarket(argv[1]);
  if (!market.ok()) {
    std::cerr << market.status().message() << "\n";  // Where in the file, what is wrong, what is allowed.
    return 2;
  }
  const absl::StatusOr<jobcarve::Plan> plan = jobcarve::Solve(*market);
  if (!plan.ok()) {
    std::cerr << plan.status().message() << "\n";
    return 2;
  }
  for (const jobcarve::Proposal& proposal : plan->proposals) {
    std::cout << proposal.candidate_id << " could take on " << proposal.task_ids.size() << " tasks of " << proposal.job_id << ", "
              << proposal.weekly_minutes.count() / 60 << " hours a week, with " << proposal.adjustments.size()
              << " adjustment(s)\n";
  }
  for (const jobcarve::Unplaced& unplaced : plan->unplaced) {
    std::cout << unplaced.candidate_id << " has no proposal yet; " << unplaced.nearest.size() << " roles come near\n";
  }

  // Nobody has to trust this: a checker that carves every pair anew either agrees or says what is wrong.
  jobcarve::Plan checked = *plan;
  checked.provenance.market_sha256 = jobcarve::io::Fingerprint(*market);
  const auto complaints = jobcarve::Verify(*market, checked.provenance.market_sha256, checked);
  std::cout << (complaints.ok() && complaints->empty() ? "The plan holds.\n" : "The plan does not hold!\n");
}
