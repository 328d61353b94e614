// Candidates as the wire has them, as plain values; see market_from_proto.cc. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
Capability FromProto(const pb::Capability& proto) {
  Capability capability{.dimension_id = proto.dimension_id(), .level = Level{proto.level()}, .reduced_level = std::nullopt};
  if (proto.has_reduced_level()) {
    capability.reduced_level = Level{proto.reduced_level()};
  }
  return capability;
}

Preference FromProto(const pb::Preference& proto) {
  return {.tag = proto.tag(), .strength = Permille{proto.strength()}, .is_non_negotiable = proto.non_negotiable()};
}

TravelMode FromProto(const pb::TravelMode& proto) {
  return {.name = proto.name(), .metres_per_minute = proto.metres_per_minute(), .fixed = Minutes{proto.fixed_minutes()}};
}

Phase FromProto(const pb::Phase& proto) {
  return {.weeks = proto.weeks(), .max_weekly_minutes = Minutes{proto.max_weekly_minutes()}};
}

Candidate FromProto(const pb::Candidate& proto) {
  Candidate candidate;
  candidate.id = proto.id();
  candidate.capabilities = AllFromProto(proto.capabilities());
  candidate.reduced_weeks = Permille{proto.reduced_weeks_permille()};
  candidate.preferences = AllFromProto(proto.preferences());
  candidate.min_weekly_minutes = Minutes{proto.min_weekly_minutes()};
  candidate.preferred_weekly_minutes = Minutes{proto.preferred_weekly_minutes()};
  candidate.max_weekly_minutes = Minutes{proto.max_weekly_minutes()};
  candidate.availability = AllFromProto(proto.availability());
  if (proto.has_home()) {
    candidate.home = FromProto(proto.home());
  }
  candidate.travel_modes = AllFromProto(proto.travel_modes());
  if (proto.has_max_travel_minutes()) {
    candidate.max_travel = Minutes{proto.max_travel_minutes()};
  }
  candidate.min_pay_per_hour = Pence{proto.min_pay_pence_per_hour()};
  if (proto.has_max_weekly_earnings_pence()) {
    candidate.max_weekly_earnings = Pence{proto.max_weekly_earnings_pence()};
  }
  candidate.available_from = proto.available_from();
  candidate.own_adjustment_ids = TextsOf(proto.own_adjustment_ids());
  if (proto.has_max_support_minutes()) {
    candidate.max_support_minutes = Minutes{proto.max_support_minutes()};
  }
  candidate.holds_job_id = proto.holds_job_id();
  candidate.phases = AllFromProto(proto.phases());
  return candidate;
}

}  // namespace jobcarve::io
