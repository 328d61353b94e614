// oracle.h: the contract of proto/README.md, once more, written to be read and not to be fast. The engine is tested against it.
//
//   const std::optional<OracleRole> best = BestRole(market, "ann", "porter", options);   // tries every role there is
//   EXPECT_TRUE(IsFeasible(market, "ann", "porter", *best, options));
//
// Only market.h and options.h are used, and everything goes by id: no code is shared with the engine, so a mistake would have to
// be made twice to pass. Input: a market without faults; an id that does not resolve aborts. BestRole is for jobs of at most 12
// tasks and markets of at most 10 adjustments that are not the person's own; the rest takes jobs of any size.
#ifndef JOBCARVE_TESTS_SUPPORT_ORACLE_H_
#define JOBCARVE_TESTS_SUPPORT_ORACLE_H_

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"

namespace jobcarve::test {

// A line of the ledger; `kind` is the number of LedgerLine.Kind in plan.proto. The order is the ledger's.
struct OracleLine {
  int kind = 0;
  std::string task_id;
  std::string adjustment_id;
  std::string tag;
  int64_t amount = 0;  // Micro-points.

  auto operator<=>(const OracleLine&) const = default;
};

// A role. Form, tasks and adjustments decide everything; the rest follows from them.
struct OracleRole {
  Form form = Form::kUnspecified;
  std::vector<std::string> task_ids;        // Sorted.
  std::vector<std::string> adjustment_ids;  // Sorted; own ones not included.
  int64_t score = 0;                        // Micro-points.
  std::vector<OracleLine> ledger;
  std::vector<std::pair<std::string, std::string>> handed_over;  // Task and co-worker, by task.

  bool operator==(const OracleRole&) const = default;
};

// Section "When a role is feasible", all of it, with "Which adjustments are in force". Looks at form, tasks and adjustments.
bool IsFeasible(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
                const SolveOptions& options = {});

// What an infeasible role breaks, one line for each rule; empty for a feasible one.
std::vector<std::string> BrokenRules(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                     const OracleRole& role, const SolveOptions& options = {});

// The table of "The score", sorted by kind, task, adjustment, tag, without zeros.
std::vector<OracleLine> Ledger(const Market& market, const std::string& candidate_id, const std::string& job_id,
                               const OracleRole& role, const SolveOptions& options = {});
int64_t SumOf(const std::vector<OracleLine>& ledger);

// The same role with every unknown at its worst, and at its best.
int64_t Low(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
            const SolveOptions& options = {});
int64_t High(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
             const SolveOptions& options = {});

// Days from 1970-01-01 to a date "YYYY-MM-DD".
int64_t DayNumber(const std::string& date);

// Day number on which the role can start.
int64_t EarliestStart(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role);

// Minutes one way; nullopt when not known.
std::optional<int64_t> JourneyMinutes(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                      const SolveOptions& options = {});

// Pence per hour of a role of this form, and its weekly minutes.
int64_t PayOf(const Market& market, const std::string& job_id, Form form);
int64_t MinutesOf(const Market& market, const std::string& job_id, const OracleRole& role);

// Who takes which task of a STRIPPED role, as the contract picks them; nullopt when they cannot all be handed over.
std::optional<std::vector<std::pair<std::string, std::string>>> Handovers(const Market& market, const std::string& job_id,
                                                                          const OracleRole& role);

// True if role `a` comes before role `b` by "Best role": score, adjustments, tasks, form.
bool ComesFirst(const OracleRole& a, const OracleRole& b);

// What a role pays: WHOLE and STRIPPED for every task of the job, CARVED for its own, and each for its form. Micro-points.
struct OraclePrices {
  std::map<std::string, int64_t> by_task_id;  // Absent: 0.
  int64_t whole = 0;
  int64_t carved = 0;
};
int64_t PaidBy(const Market& market, const std::string& job_id, const OracleRole& role, const OraclePrices& prices);

// The best role of a pair by trying all of them; nullopt when none is feasible. At prices, what it pays comes off when roles are
// compared.
std::optional<OracleRole> BestRole(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                   const SolveOptions& options = {}, const OraclePrices& prices = {});

// Every role of a pair, with the adjustments that suit it best, in no particular order. Of a market read by InPlan, one for each
// choice of what is bought once.
std::vector<OracleRole> AllRoles(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                 const SolveOptions& options = {});

// The same, of the forms given; and every part that the person could have of a shared opening, whoever has the rest.
std::vector<OracleRole> RolesOfForms(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                     const SolveOptions& options, const std::vector<Form>& forms);
std::vector<OracleRole> SharedRoles(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                    const SolveOptions& options = {});

// The best couple of two people, by trying all; nullopt when none is feasible.
struct OracleCouple {
  OracleRole first;
  OracleRole second;
};
std::optional<OracleCouple> BestCouple(const Market& market, const std::string& first_id, const std::string& second_id,
                                       const std::string& job_id, const SolveOptions& options = {});

// The highest total score of a plan, by trying every assignment. For at most 8 candidates and
// no pools.
int64_t BestTotal(const Market& market, const SolveOptions& options = {});

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ORACLE_H_
