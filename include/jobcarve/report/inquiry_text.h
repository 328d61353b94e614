// inquiry_text.h: what to ask next, in plain words, for the adviser who asks.
//
//   std::cout << *InquiryText(market, inquiries);
//
// For each person: today's best role, how much of what jobs ask for is known, and the questions, most telling first, each with
// the anchors of its levels and what every answer would lead to. Answers with the same role stand on one line. Deterministic;
// UTF-8. Errors: InvalidArgument when the inquiries name ids that the market has not.
#ifndef JOBCARVE_REPORT_INQUIRY_TEXT_H_
#define JOBCARVE_REPORT_INQUIRY_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "jobcarve/model/market.h"
#include "jobcarve/plan/inquiry.h"

namespace jobcarve {

absl::StatusOr<std::string> InquiryText(const Market& market, const Inquiries& inquiries);

}  // namespace jobcarve

#endif  // JOBCARVE_REPORT_INQUIRY_TEXT_H_
