// 04_what_if MARKET: change one thing, see the proposals move. For each adjustment of the market: what if it could not be had?
// Who would lose what is what the adjustment is good for. Try examples/data/first.json.
#include <iostream>
#include <map>
#include <string>

#include "jobcarve/jobcarve.h"

namespace {

// Each person's role in words.
std::map<std::string, std::string> Roles(const jobcarve::Plan& plan) {
  std::map<std::string, std::string> roles;
  for (const jobcarve::Unplaced& unplaced : plan.unplaced) {
    roles[unplaced.candidate_id] = "no proposal";
  }
  for (const jobcarve::Proposal& proposal : plan.proposals) {
    std::string& words = roles[proposal.candidate_id];
    words = proposal.job_id + " (";
    for (const std::string& task : proposal.task_ids) {
      words += (task == proposal.task_ids.front() ? "" : ", ") + task;
    }
    words += ")";
  }
  return roles;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: 04_what_if MARKET\n";
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
  const std::map<std::string, std::string> before = Roles(*plan);
  for (const jobcarve::Adjustment& adjustment : market->adjustments) {
    jobcarve::Market changed = *market;
    for (jobcarve::Job& job : changed.jobs) {
      job.ruled_out_adjustment_ids.push_back(adjustment.id);  // What if it could not be had?
    }
    const absl::StatusOr<jobcarve::Plan> without = jobcarve::Solve(changed);
    if (!without.ok()) {
      continue;  // Ruled out somewhere already: said twice is a fault.
    }
    std::cout << "Without \"" << adjustment.name << "\" the plan loses "
              << static_cast<double>((plan->totals.score - without->totals.score).count()) / 1e6 << " points\n";
    for (const auto& [person, role] : Roles(*without)) {
      if (role != before.at(person)) {
        std::cout << "  " << person << ": " << before.at(person) << " -> " << role << "\n";
      }
    }
  }
}
