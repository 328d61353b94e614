// 03_explain MARKET: why this role, why no other, and what to ask first. The texts are those of `jobcarve report`.
#include <iostream>

#include "jobcarve/jobcarve.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: 03_explain MARKET\n";
    return 2;
  }
  const absl::StatusOr<jobcarve::Market> market = jobcarve::io::ReadMarket(argv[1]);
  if (!market.ok()) {
    std::cerr << market.status().message() << "\n";
    return 2;
  }
  const absl::StatusOr<jobcarve::Plan> plan = jobcarve::Solve(*market);
  if (!plan.ok()) {
    std::cerr << plan.status().message() << "\n";
    return 2;
  }
  // The ledger is the score: its lines sum to it, to the last millionth.
  for (const jobcarve::Proposal& proposal : plan->proposals) {
    jobcarve::Score sum;
    for (const jobcarve::LedgerLine& line : proposal.ledger) {
      sum = sum + line.amount;
    }
    std::cout << proposal.candidate_id << ": " << proposal.ledger.size() << " lines sum to " << sum.count()
              << " micro-points, the score is " << proposal.score.count() << "; " << proposal.questions.size()
              << " question(s) to ask first\n";
  }
  // Reasons are data; text is made last. The person with most to be asked, in full.
  const jobcarve::Proposal* most_asked = nullptr;
  for (const jobcarve::Proposal& proposal : plan->proposals) {
    if (most_asked == nullptr || proposal.questions.size() > most_asked->questions.size()) {
      most_asked = &proposal;
    }
  }
  if (most_asked != nullptr) {
    std::cout << "\n" << *jobcarve::ProposalText(*market, *plan, most_asked->candidate_id);
  }
  for (const jobcarve::Unplaced& unplaced : plan->unplaced) {
    std::cout << "\n" << *jobcarve::ProposalText(*market, *plan, unplaced.candidate_id);
  }
}
