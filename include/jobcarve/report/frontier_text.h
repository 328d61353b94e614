// frontier_text.h: what could be taken out of a post, for the employer.
//
//   std::cout << *FrontierText(market, frontier);
//
// A table with a line for each number of tasks, then what each line of the frontier means: tasks, adjustments, what stays. Made
// of the job's own facts, adjustments and numbers of people: no capability, no score and nobody's id. Deterministic; UTF-8.
// Errors: InvalidArgument when the frontier names ids that the market has not.
#ifndef JOBCARVE_REPORT_FRONTIER_TEXT_H_
#define JOBCARVE_REPORT_FRONTIER_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "jobcarve/model/market.h"
#include "jobcarve/plan/frontier.h"

namespace jobcarve {

absl::StatusOr<std::string> FrontierText(const Market& market, const Frontier& frontier);

}  // namespace jobcarve

#endif  // JOBCARVE_REPORT_FRONTIER_TEXT_H_
