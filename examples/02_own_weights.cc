// 02_own_weights MARKET: what counts is stated, and can be stated otherwise. Here: a person's own wishes count five times as
// much as by default, and nobody gets more than one adjustment.
#include <iostream>

#include "jobcarve/jobcarve.h"

namespace {

void Print(const char* title, const jobcarve::Plan& plan) {
  std::cout << title << "\n";
  for (const jobcarve::Proposal& proposal : plan.proposals) {
    jobcarve::Score wishes;
    for (const jobcarve::LedgerLine& line : proposal.ledger) {
      if (line.kind == jobcarve::LineKind::kPreference) {
        wishes = wishes + line.amount;
      }
    }
    std::cout << "  " << proposal.candidate_id << ": " << proposal.job_id << ", " << proposal.weekly_minutes.count() / 60
              << " hours a week, " << proposal.adjustments.size() << " adjustment(s); own wishes add "
              << static_cast<double>(wishes.count()) / 1e6 << " points\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: 02_own_weights MARKET\n";
    return 2;
  }
  const absl::StatusOr<jobcarve::Market> market = jobcarve::io::ReadMarket(argv[1]);
  if (!market.ok()) {
    std::cerr << market.status().message() << "\n";
    return 2;
  }
  jobcarve::SolveOptions options;
  options.scoring.preference_hour = jobcarve::Score{1'500'000};  // Micro-points for an hour: the default is 300,000.
  options.max_adjustments = 1;
  const absl::StatusOr<jobcarve::Plan> usual = jobcarve::Solve(*market);
  const absl::StatusOr<jobcarve::Plan> own = jobcarve::Solve(*market, options);
  if (!usual.ok() || !own.ok()) {
    std::cerr << usual.status().message() << own.status().message() << "\n";
    return 2;
  }
  Print("With the default weights:", *usual);
  Print("With our own:", *own);
}
