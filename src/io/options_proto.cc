// Options between the wire and plain values. Reading keeps the default of every absent field; writing writes every field, so
// that a plan says what was in force. Tested by tests/io/round_trip_test.cc and market_io_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
namespace {

ScoringPolicy FromProto(const pb::ScoringPolicy& proto) {
  const ScoringPolicy defaults;
  const auto weight = [](bool is_present, int64_t value, Score otherwise) { return is_present ? Score{value} : otherwise; };
  ScoringPolicy policy;
#define JOBCARVE_WEIGHT(name) policy.name = weight(proto.has_##name(), proto.name(), defaults.name)
  JOBCARVE_WEIGHT(filled_hour);
  JOBCARVE_WEIGHT(under_use_hour);
  JOBCARVE_WEIGHT(unknown_hour);
  JOBCARVE_WEIGHT(unknown_conditions);
  JOBCARVE_WEIGHT(preference_hour);
  JOBCARVE_WEIGHT(below_preferred_hour);
  JOBCARVE_WEIGHT(above_preferred_hour);
  JOBCARVE_WEIGHT(travel_minute);
  JOBCARVE_WEIGHT(pay_pound);
  JOBCARVE_WEIGHT(employer_pound);
  JOBCARVE_WEIGHT(access_to_work_pound);
  JOBCARVE_WEIGHT(provider_pound);
  JOBCARVE_WEIGHT(adjustment_disruption);
  JOBCARVE_WEIGHT(coworker_minute);
  JOBCARVE_WEIGHT(handover);
  JOBCARVE_WEIGHT(carving);
  JOBCARVE_WEIGHT(creation);
  JOBCARVE_WEIGHT(employer_gain_pound);
  JOBCARVE_WEIGHT(keeps_job);
  JOBCARVE_WEIGHT(unmet_hour);
  JOBCARVE_WEIGHT(stays_with_employer);
#undef JOBCARVE_WEIGHT
  return policy;
}

void ToProto(const ScoringPolicy& policy, pb::ScoringPolicy* proto) {
  proto->set_filled_hour(policy.filled_hour.count());
  proto->set_under_use_hour(policy.under_use_hour.count());
  proto->set_unknown_hour(policy.unknown_hour.count());
  proto->set_unknown_conditions(policy.unknown_conditions.count());
  proto->set_preference_hour(policy.preference_hour.count());
  proto->set_below_preferred_hour(policy.below_preferred_hour.count());
  proto->set_above_preferred_hour(policy.above_preferred_hour.count());
  proto->set_travel_minute(policy.travel_minute.count());
  proto->set_pay_pound(policy.pay_pound.count());
  proto->set_employer_pound(policy.employer_pound.count());
  proto->set_access_to_work_pound(policy.access_to_work_pound.count());
  proto->set_provider_pound(policy.provider_pound.count());
  proto->set_adjustment_disruption(policy.adjustment_disruption.count());
  proto->set_coworker_minute(policy.coworker_minute.count());
  proto->set_handover(policy.handover.count());
  proto->set_carving(policy.carving.count());
  proto->set_creation(policy.creation.count());
  proto->set_employer_gain_pound(policy.employer_gain_pound.count());
  proto->set_keeps_job(policy.keeps_job.count());
  proto->set_unmet_hour(policy.unmet_hour.count());
  proto->set_stays_with_employer(policy.stays_with_employer.count());
}

}  // namespace

SolveOptions FromProto(const pb::SolveOptions& proto) {
  SolveOptions options;
  options.scoring = FromProto(proto.scoring());
  if (proto.has_max_adjustments()) {
    options.max_adjustments = proto.max_adjustments();
  }
  if (proto.has_max_access_to_work_pence()) {
    options.max_access_to_work_cost = Pence{proto.max_access_to_work_pence()};
  }
  if (proto.has_max_provider_pence()) {
    options.max_provider_cost = Pence{proto.max_provider_pence()};
  }
  if (proto.has_travel_detour_permille()) {
    options.travel_detour = Permille{proto.travel_detour_permille()};
  }
  if (proto.has_search_node_limit()) {
    options.search_node_limit = proto.search_node_limit();
  }
  return options;
}

void ToProto(const SolveOptions& options, Narrowing& narrow, pb::SolveOptions* proto) {
  ToProto(options.scoring, proto->mutable_scoring());
  proto->set_max_adjustments(narrow(options.max_adjustments, "SolveOptions.max_adjustments"));
  if (options.max_access_to_work_cost.has_value()) {
    proto->set_max_access_to_work_pence(options.max_access_to_work_cost->count());
  }
  if (options.max_provider_cost.has_value()) {
    proto->set_max_provider_pence(options.max_provider_cost->count());
  }
  proto->set_travel_detour_permille(narrow(options.travel_detour, "SolveOptions.travel_detour_permille"));
  proto->set_search_node_limit(narrow(options.search_node_limit, "SolveOptions.search_node_limit"));
}

}  // namespace jobcarve::io
