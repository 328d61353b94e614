// The market as the wire wants it; market_from_proto.cc reads it back. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
void ToProto(const Anchor& anchor, Narrowing& narrow, pb::Anchor* proto) {
  proto->set_level(narrow(anchor.level, "Anchor.level"));
  proto->set_text(anchor.text);
}

void ToProto(const Dimension& dimension, Narrowing& narrow, pb::Dimension* proto) {
  proto->set_id(dimension.id);
  proto->set_name(dimension.name);
  proto->set_kind(static_cast<pb::Dimension::Kind>(dimension.kind));
  proto->set_max_level(narrow(dimension.max_level, "Dimension.max_level"));
  AllToProto(dimension.anchors, narrow, proto->mutable_anchors());
  proto->set_group(dimension.group);
}

void ToProto(const Effect& effect, Narrowing& narrow, pb::Effect* proto) {
  proto->set_dimension_id(effect.dimension_id);
  proto->set_raise(narrow(effect.raise, "Effect.raise"));
  proto->set_ease(narrow(effect.ease, "Effect.ease"));
  proto->set_only_tag(effect.only_tag);
  proto->set_reduced_raise(narrow(effect.reduced_raise, "Effect.reduced_raise"));
}

void ToProto(const InterimMeasure& interim, Narrowing& narrow, pb::InterimMeasure* proto) {
  proto->set_text(interim.text);
  proto->set_lead_time_days(narrow(interim.lead_time, "InterimMeasure.lead_time_days"));
}

void ToProto(const Adjustment& adjustment, Narrowing& narrow, pb::Adjustment* proto) {
  proto->set_id(adjustment.id);
  proto->set_name(adjustment.name);
  proto->set_kind(static_cast<pb::Adjustment::Kind>(adjustment.kind));
  AllToProto(adjustment.effects, narrow, proto->mutable_effects());
  proto->set_one_off_pence(narrow(adjustment.one_off, "Adjustment.one_off_pence"));
  proto->set_weekly_pence(narrow(adjustment.weekly, "Adjustment.weekly_pence"));
  proto->set_funder(static_cast<pb::Funder>(adjustment.funder));
  proto->set_lead_time_days(narrow(adjustment.lead_time, "Adjustment.lead_time_days"));
  proto->set_coworker_minutes(narrow(adjustment.coworker_minutes, "Adjustment.coworker_minutes"));
  proto->set_support_minutes(narrow(adjustment.support_minutes, "Adjustment.support_minutes"));
  SetTexts(adjustment.requires_ids, proto->mutable_requires_ids());
  SetTexts(adjustment.excludes_ids, proto->mutable_excludes_ids());
  proto->set_legal_limb(static_cast<pb::LegalLimb>(adjustment.legal_limb));
  if (adjustment.late_lead_time.has_value()) {
    proto->set_lead_time_p90_days(narrow(*adjustment.late_lead_time, "Adjustment.lead_time_p90_days"));
  }
  if (adjustment.interim.has_value()) {
    ToProto(*adjustment.interim, narrow, proto->mutable_interim());
  }
  proto->set_scope(static_cast<pb::Scope>(adjustment.scope));
  proto->set_covers_reduced_days(adjustment.covers_reduced_days);
}

void ToProto(const Employer& employer, Narrowing& narrow, pb::Employer* proto) {
  proto->set_id(employer.id);
  proto->set_name(employer.name);
  if (employer.max_adjustment_cost.has_value()) {
    proto->set_max_adjustment_pence(narrow(*employer.max_adjustment_cost, "Employer.max_adjustment_pence"));
  }
  if (employer.headcount.has_value()) {
    proto->set_headcount(narrow(*employer.headcount, "Employer.headcount"));
  }
}

void ToProto(const Site& site, Narrowing&, pb::Site* proto) {
  proto->set_id(site.id);
  proto->set_name(site.name);
  if (site.location.has_value()) {
    ToProto(*site.location, proto->mutable_location());
  }
}

void ToProto(const TravelTime& journey, Narrowing& narrow, pb::TravelTime* proto) {
  proto->set_candidate_id(journey.candidate_id);
  proto->set_site_id(journey.site_id);
  proto->set_minutes(narrow(journey.minutes, "TravelTime.minutes"));
}

void ToProto(const Pool& pool, Narrowing& narrow, pb::Pool* proto) {
  proto->set_id(pool.id);
  proto->set_name(pool.name);
  SetTexts(pool.job_ids, proto->mutable_job_ids());
  proto->set_pay_pence_per_hour(narrow(pool.pay_per_hour, "Pool.pay_pence_per_hour"));
  proto->set_min_role_minutes(narrow(pool.min_role_minutes, "Pool.min_role_minutes"));
  proto->set_earliest_start(pool.earliest_start);
  proto->set_latest_start(pool.latest_start);
  if (pool.max_coworker_minutes.has_value()) {
    proto->set_max_coworker_minutes(narrow(*pool.max_coworker_minutes, "Pool.max_coworker_minutes"));
  }
  ToProto(pool.role, narrow, proto->mutable_role());
  if (proto->role().ByteSizeLong() == 0) {
    proto->clear_role();
  }
}

void ToProto(const Demand& demand, Narrowing& narrow, pb::Demand* proto) {
  proto->set_dimension_id(demand.dimension_id);
  proto->set_level(narrow(demand.level, "Demand.level"));
  proto->set_source(static_cast<pb::Source>(demand.source));
}

void ToProto(const Window& window, Narrowing& narrow, pb::Window* proto) {
  proto->set_start_minute(narrow(window.start, "Window.start_minute"));
  proto->set_end_minute(narrow(window.end, "Window.end_minute"));
}

void ToProto(const Location& location, pb::Location* proto) {
  proto->set_latitude(location.latitude);
  proto->set_longitude(location.longitude);
}

void ToProto(const Market& market, Narrowing& narrow, pb::Market* proto) {
  proto->set_title(market.title);
  proto->set_as_of(market.as_of);
  AllToProto(market.dimensions, narrow, proto->mutable_dimensions());
  AllToProto(market.adjustments, narrow, proto->mutable_adjustments());
  AllToProto(market.employers, narrow, proto->mutable_employers());
  AllToProto(market.sites, narrow, proto->mutable_sites());
  AllToProto(market.jobs, narrow, proto->mutable_jobs());
  AllToProto(market.candidates, narrow, proto->mutable_candidates());
  AllToProto(market.travel_times, narrow, proto->mutable_travel_times());
  AllToProto(market.pools, narrow, proto->mutable_pools());
}

}  // namespace jobcarve::io
