// side_rules.h: the rules on what stays behind and on what makes a good role, as rules on what goes into it.
#ifndef JOBCARVE_SRC_CARVE_SIDE_RULES_H_
#define JOBCARVE_SRC_CARVE_SIDE_RULES_H_

#include <cstdint>
#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve {

// A rule on a role S: sum of amount over S <= at_most.
struct SideRule {
  std::vector<int64_t> amount;  // By task.
  int64_t at_most = 0;
};

// The residual rules of a CARVED role that neither its minutes nor must_stay say already; of a CREATED role, those of each post,
// where "at least one task stays" is one. And the hard rules against devaluation of both. None for other forms. With `is_free`,
// the employer's rules are waived.
std::vector<SideRule> SideRulesOf(const CompiledJob& job, Form form, bool is_free);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_SIDE_RULES_H_
