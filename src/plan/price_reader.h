// price_reader.h: a certificate's prices back to those of the market.
#ifndef JOBCARVE_SRC_PLAN_PRICE_READER_H_
#define JOBCARVE_SRC_PLAN_PRICE_READER_H_

#include "jobcarve/plan/plan.h"
#include "plan/assign.h"

namespace jobcarve::internal {

// Enters the prices that resolve and are no larger than one can be; the others stay 0, so that a certificate told anew differs.
void ReadPrices(const CompiledMarket& market, const Certificate& certificate, Assignment& assignment);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_PRICE_READER_H_
