// The market as the wire has it, as plain values. Copies; judges nothing: that is Validate's part. Unknown enum numbers are
// kept, for Validate to find. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"
#include "jobcarve/io/starter_catalogue.h"
#include "jobcarve/model/divide.h"

namespace jobcarve::io {
Anchor FromProto(const pb::Anchor& proto) {
  return {.level = Level{proto.level()}, .text = proto.text()};
}

Dimension FromProto(const pb::Dimension& proto) {
  return {.id = proto.id(),
          .name = proto.name(),
          .kind = static_cast<DimensionKind>(proto.kind()),
          .max_level = Level{proto.max_level()},
          .anchors = AllFromProto(proto.anchors()),
          .group = proto.group()};
}

Effect FromProto(const pb::Effect& proto) {
  return {.dimension_id = proto.dimension_id(),
          .raise = Level{proto.raise()},
          .ease = Level{proto.ease()},
          .only_tag = proto.only_tag(),
          .reduced_raise = Level{proto.reduced_raise()}};
}

InterimMeasure FromProto(const pb::InterimMeasure& proto) {
  return {.text = proto.text(), .lead_time = Days{proto.lead_time_days()}};
}

Adjustment FromProto(const pb::Adjustment& proto) {
  Adjustment adjustment{.id = proto.id(),
                        .name = proto.name(),
                        .kind = static_cast<AdjustmentKind>(proto.kind()),
                        .effects = AllFromProto(proto.effects()),
                        .one_off = Pence{proto.one_off_pence()},
                        .weekly = Pence{proto.weekly_pence()},
                        .funder = static_cast<Funder>(proto.funder()),
                        .lead_time = Days{proto.lead_time_days()},
                        .coworker_minutes = Minutes{proto.coworker_minutes()},
                        .support_minutes = Minutes{proto.support_minutes()},
                        .requires_ids = TextsOf(proto.requires_ids()),
                        .excludes_ids = TextsOf(proto.excludes_ids()),
                        .legal_limb = static_cast<LegalLimb>(proto.legal_limb()),
                        .late_lead_time = std::nullopt,
                        .interim = std::nullopt,
                        .scope = static_cast<Scope>(proto.scope()),
                        .covers_reduced_days = proto.covers_reduced_days()};
  if (proto.has_lead_time_p90_days()) {
    adjustment.late_lead_time = Days{proto.lead_time_p90_days()};
  }
  if (proto.has_interim()) {
    adjustment.interim = FromProto(proto.interim());
  }
  return adjustment;
}

Employer FromProto(const pb::Employer& proto) {
  Employer employer{.id = proto.id(), .name = proto.name(), .max_adjustment_cost = std::nullopt, .headcount = std::nullopt};
  if (proto.has_max_adjustment_pence()) {
    employer.max_adjustment_cost = Pence{proto.max_adjustment_pence()};
  }
  if (proto.has_headcount()) {
    employer.headcount = proto.headcount();
  }
  return employer;
}

Site FromProto(const pb::Site& proto) {
  Site site{.id = proto.id(), .name = proto.name(), .location = std::nullopt};
  if (proto.has_location()) {
    site.location = FromProto(proto.location());
  }
  return site;
}

TravelTime FromProto(const pb::TravelTime& proto) {
  return {.candidate_id = proto.candidate_id(), .site_id = proto.site_id(), .minutes = Minutes{proto.minutes()}};
}

Pool FromProto(const pb::Pool& proto) {
  Pool pool{.id = proto.id(),
            .name = proto.name(),
            .job_ids = TextsOf(proto.job_ids()),
            .pay_per_hour = Pence{proto.pay_pence_per_hour()},
            .min_role_minutes = Minutes{proto.min_role_minutes()},
            .earliest_start = proto.earliest_start(),
            .latest_start = proto.latest_start(),
            .max_coworker_minutes = std::nullopt,
            .role = FromProto(proto.role())};
  if (proto.has_max_coworker_minutes()) {
    pool.max_coworker_minutes = Minutes{proto.max_coworker_minutes()};
  }
  return pool;
}

Demand FromProto(const pb::Demand& proto) {
  return {.dimension_id = proto.dimension_id(), .level = Level{proto.level()}, .source = static_cast<Source>(proto.source())};
}

Window FromProto(const pb::Window& proto) {
  return {.start = Minutes{proto.start_minute()}, .end = Minutes{proto.end_minute()}};
}

Location FromProto(const pb::Location& proto) {
  // A negative zero becomes zero: it is the same place, and JSON would lose the sign.
  return {.latitude = proto.latitude() + 0.0, .longitude = proto.longitude() + 0.0};
}

// Without the catalogue that it may ask for, tasks undivided.
static Market AsWritten(const pb::Market& proto) {
  return {.title = proto.title(),
          .as_of = proto.as_of(),
          .dimensions = AllFromProto(proto.dimensions()),
          .adjustments = AllFromProto(proto.adjustments()),
          .employers = AllFromProto(proto.employers()),
          .sites = AllFromProto(proto.sites()),
          .jobs = AllFromProto(proto.jobs()),
          .candidates = AllFromProto(proto.candidates()),
          .travel_times = AllFromProto(proto.travel_times()),
          .pools = AllFromProto(proto.pools())};
}

Market FromProto(const pb::Market& proto) {
  Market market = AsWritten(proto);
  DivideTasks(market);
  if (proto.use_starter_catalogue()) {
    AddStarterCatalogue(market);
  }
  return market;
}

}  // namespace jobcarve::io
