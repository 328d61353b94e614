// Candidates as the wire wants them; candidate_from_proto.cc reads them back. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
void ToProto(const Capability& capability, Narrowing& narrow, pb::Capability* proto) {
  proto->set_dimension_id(capability.dimension_id);
  proto->set_level(narrow(capability.level, "Capability.level"));
  if (capability.reduced_level.has_value()) {
    proto->set_reduced_level(narrow(*capability.reduced_level, "Capability.reduced_level"));
  }
}

void ToProto(const Preference& preference, Narrowing& narrow, pb::Preference* proto) {
  proto->set_tag(preference.tag);
  proto->set_strength(narrow(preference.strength, "Preference.strength"));
  proto->set_non_negotiable(preference.is_non_negotiable);
}

void ToProto(const TravelMode& mode, Narrowing& narrow, pb::TravelMode* proto) {
  proto->set_name(mode.name);
  proto->set_metres_per_minute(narrow(mode.metres_per_minute, "TravelMode.metres_per_minute"));
  proto->set_fixed_minutes(narrow(mode.fixed, "TravelMode.fixed_minutes"));
}

void ToProto(const Phase& phase, Narrowing& narrow, pb::Phase* proto) {
  proto->set_weeks(narrow(phase.weeks, "Phase.weeks"));
  proto->set_max_weekly_minutes(narrow(phase.max_weekly_minutes, "Phase.max_weekly_minutes"));
}

void ToProto(const Candidate& candidate, Narrowing& narrow, pb::Candidate* proto) {
  proto->set_id(candidate.id);
  AllToProto(candidate.capabilities, narrow, proto->mutable_capabilities());
  proto->set_reduced_weeks_permille(narrow(candidate.reduced_weeks, "Candidate.reduced_weeks_permille"));
  AllToProto(candidate.preferences, narrow, proto->mutable_preferences());
  proto->set_min_weekly_minutes(narrow(candidate.min_weekly_minutes, "Candidate.min_weekly_minutes"));
  proto->set_preferred_weekly_minutes(narrow(candidate.preferred_weekly_minutes, "Candidate.preferred_weekly_minutes"));
  proto->set_max_weekly_minutes(narrow(candidate.max_weekly_minutes, "Candidate.max_weekly_minutes"));
  AllToProto(candidate.availability, narrow, proto->mutable_availability());
  if (candidate.home.has_value()) {
    ToProto(*candidate.home, proto->mutable_home());
  }
  AllToProto(candidate.travel_modes, narrow, proto->mutable_travel_modes());
  if (candidate.max_travel.has_value()) {
    proto->set_max_travel_minutes(narrow(*candidate.max_travel, "Candidate.max_travel_minutes"));
  }
  proto->set_min_pay_pence_per_hour(narrow(candidate.min_pay_per_hour, "Candidate.min_pay_pence_per_hour"));
  if (candidate.max_weekly_earnings.has_value()) {
    proto->set_max_weekly_earnings_pence(narrow(*candidate.max_weekly_earnings, "Candidate.max_weekly_earnings_pence"));
  }
  proto->set_available_from(candidate.available_from);
  SetTexts(candidate.own_adjustment_ids, proto->mutable_own_adjustment_ids());
  if (candidate.max_support_minutes.has_value()) {
    proto->set_max_support_minutes(narrow(*candidate.max_support_minutes, "Candidate.max_support_minutes"));
  }
  proto->set_holds_job_id(candidate.holds_job_id);
  AllToProto(candidate.phases, narrow, proto->mutable_phases());
}

}  // namespace jobcarve::io
