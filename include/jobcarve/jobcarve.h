// jobcarve.h: everything, in the order in which to read it.
//
//   absl::StatusOr<Market> market = io::ReadMarket("market.json");      // or fill a Market yourself (model/market.h)
//   absl::StatusOr<Plan> plan = Solve(*market);                         // the main job
//   std::cout << *OverviewText(*market, *plan);                         // for people
//
// A tour of the house, from the input to the page:
//   model/market.h       the input: dimensions, adjustments, employers, sites, jobs made of tasks, candidates
//   model/divide.h       DivideTasks: a task that several people can share out, as its parts
//   model/validate.h     every fault of it, by path, and what would be allowed
//   model/options.h      the weights and limits of a run, all with defaults
//   plan/solve.h         Solve, the front door; SolvePair, one candidate and one job
//   plan/plan.h          the output: proposals, who and what is left and why, the proof
//   plan/verify.h        Verify, the stranger who checks all of it anew
//   plan/inquiry.h       Inquire: what to ask next, and what the answers are worth
//   plan/frontier.h      TraceFrontier: for each number of tasks taken out of a post, the best role and whom it is open to
//   report/text.h        pages for adviser, person and employer; report/inquiry_text.h and frontier_text.h for the two above
//   io/market_io.h       files and formats; io/onet.h: occupations become a market;
//                        io/starter_catalogue.h: adjustments to begin with
//
// Behind the front door, one stage and one verb each:
//   model/compiled.h     Compile: the sound market, by dense index
//   screen/screen.h      Screen: which pairs are possible, or which barriers stand (screen/barrier.h)
//   carve/carve.h        Carve: the best role of a pair (carve/feasible.h: what may be; carve/ledger.h: what counts)
//   carve/carve_tasks.h  CarveCount, CarveTasks: the best role with so many tasks, or with given ones
//   carve/couple.h       CarveCouple: two people who share an opening
//   match/match.h        Match: who gets which, in a bare graph (match/bipartite.h), and match/certificate.h the proof;
//                        match/stable.h: by both sides' scores instead, so that no two would rather have each other;
//                        match/boost_graph.h: for Boost.Graph graphs (not included here: it includes Boost)
//                        match/objectives.h: most placements, by priority, the worst off first
//   match/incremental.h  the same, kept optimal while the graph changes; match/alternatives.h: what another place would cost all
//   compete/compete.h    Compete: who takes which bundle when bundles need the same resources (compete/source.h)
//   explain/explain.h    Explain: why not; explain/open.h: what would open it; explain/questions.h: what to ask;
//                        explain/selection.h: which way in; model/access_to_work.h: what the grant pays
//
// Below all of it: base/units.h (minutes, pence and points are types), base/run_control.h (threads, deadline, cancelling).
// Errors are absl::Status and say where, what and what is allowed; "no role" is a result. Same input, same bytes. What the
// fields mean together: proto/README.md.
#ifndef JOBCARVE_JOBCARVE_H_
#define JOBCARVE_JOBCARVE_H_

// IWYU pragma: begin_exports
#include "jobcarve/base/run_control.h"
#include "jobcarve/base/units.h"
#include "jobcarve/base/version.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/carve_tasks.h"
#include "jobcarve/carve/couple.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/compete/compete.h"
#include "jobcarve/compete/source.h"
#include "jobcarve/compete/verify_competition.h"
#include "jobcarve/explain/explain.h"
#include "jobcarve/explain/open.h"
#include "jobcarve/explain/questions.h"
#include "jobcarve/explain/selection.h"
#include "jobcarve/io/assignment_format.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/io/onet.h"
#include "jobcarve/io/starter_catalogue.h"
#include "jobcarve/match/alternatives.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/incremental.h"
#include "jobcarve/match/match.h"
#include "jobcarve/match/objectives.h"
#include "jobcarve/match/objectives_certificate.h"
#include "jobcarve/match/stable.h"
#include "jobcarve/match/verify_stable.h"
#include "jobcarve/model/access_to_work.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/divide.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"
#include "jobcarve/model/validate.h"
#include "jobcarve/plan/frontier.h"
#include "jobcarve/plan/inquiry.h"
#include "jobcarve/plan/plan.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "jobcarve/report/frontier_text.h"
#include "jobcarve/report/inquiry_text.h"
#include "jobcarve/report/text.h"
#include "jobcarve/screen/barrier.h"
#include "jobcarve/screen/screen.h"
// IWYU pragma: end_exports

#endif  // JOBCARVE_JOBCARVE_H_
