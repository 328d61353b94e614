// Jobs as the wire has them, as plain values; see market_from_proto.cc. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
Task FromProto(const pb::Task& proto) {
  return {.id = proto.id(),
          .title = proto.title(),
          .weekly_minutes = Minutes{proto.weekly_minutes()},
          .minutes_source = static_cast<Source>(proto.minutes_source()),
          .demands = AllFromProto(proto.demands()),
          .is_essential = proto.essential(),
          .essential_by = proto.essential_by(),
          .tags = TextsOf(proto.tags()),
          .pleasant_minutes = Minutes{proto.pleasant_minutes()},
          .unpleasant_minutes = Minutes{proto.unpleasant_minutes()},
          .windows = AllFromProto(proto.windows()),
          .heavy_minutes = Minutes{proto.heavy_minutes()},
          .hazardous_minutes = Minutes{proto.hazardous_minutes()},
          .isolated_minutes = Minutes{proto.isolated_minutes()},
          .beside_minutes = Minutes{proto.beside_minutes()},
          .unmet_minutes = Minutes{proto.unmet_minutes()},
          .chunk_minutes = Minutes{proto.chunk_minutes()},
          .is_deferrable = proto.deferrable()};
}

Link FromProto(const pb::Link& proto) {
  return {.kind = static_cast<LinkKind>(proto.kind()), .task_id = proto.task_id(), .other_task_id = proto.other_task_id()};
}

ResidualRules FromProto(const pb::ResidualRules& proto) {
  ResidualRules rules{.min_weekly_minutes = Minutes{proto.min_weekly_minutes()},
                      .min_task_count = proto.min_task_count(),
                      .min_pleasant_minutes = Minutes{proto.min_pleasant_minutes()},
                      .max_unpleasant = std::nullopt,
                      .max_heavy = std::nullopt};
  if (proto.has_max_unpleasant_permille()) {
    rules.max_unpleasant = Permille{proto.max_unpleasant_permille()};
  }
  if (proto.has_max_heavy_permille()) {
    rules.max_heavy = Permille{proto.max_heavy_permille()};
  }
  return rules;
}

RoleRules FromProto(const pb::RoleRules& proto) {
  const auto share = [](bool is_there, int64_t permille) { return is_there ? std::optional(Permille{permille}) : std::nullopt; };
  return {.max_unpleasant = share(proto.has_max_unpleasant_permille(), proto.max_unpleasant_permille()),
          .max_heavy = share(proto.has_max_heavy_permille(), proto.max_heavy_permille()),
          .max_hazardous = share(proto.has_max_hazardous_permille(), proto.max_hazardous_permille()),
          .max_isolated = share(proto.has_max_isolated_permille(), proto.max_isolated_permille()),
          .min_beside_minutes = Minutes{proto.min_beside_minutes()},
          .min_task_count = proto.min_task_count(),
          .is_hard = proto.hard()};
}

CarvingPolicy FromProto(const pb::CarvingPolicy& proto) {
  CarvingPolicy policy;
  for (const int form : proto.forms()) {
    policy.forms.push_back(static_cast<Form>(form));
  }
  policy.min_role_minutes = Minutes{proto.min_role_minutes()};
  policy.must_stay_task_ids = TextsOf(proto.must_stay_task_ids());
  if (proto.has_carved_pay_pence_per_hour()) {
    policy.carved_pay_per_hour = Pence{proto.carved_pay_pence_per_hour()};
  }
  policy.residual = FromProto(proto.residual());
  policy.role = FromProto(proto.role());
  return policy;
}

CoWorker FromProto(const pb::CoWorker& proto) {
  return {.id = proto.id(), .spare_minutes = Minutes{proto.spare_minutes()}, .capabilities = AllFromProto(proto.capabilities())};
}

SelectionRoute FromProto(const pb::SelectionRoute& proto) {
  return {.kind = static_cast<RouteKind>(proto.kind()), .removes_dimension_ids = TextsOf(proto.removes_dimension_ids())};
}

Selection FromProto(const pb::Selection& proto) {
  return {.demands = AllFromProto(proto.demands()), .routes = AllFromProto(proto.routes())};
}

Job FromProto(const pb::Job& proto) {
  Job job{.id = proto.id(),
          .title = proto.title(),
          .employer_id = proto.employer_id(),
          .site_id = proto.site_id(),
          .openings = proto.openings(),
          .pay_per_hour = Pence{proto.pay_pence_per_hour()},
          .tasks = AllFromProto(proto.tasks()),
          .links = AllFromProto(proto.links()),
          .conditions = AllFromProto(proto.conditions()),
          .windows = AllFromProto(proto.windows()),
          .earliest_start = proto.earliest_start(),
          .latest_start = proto.latest_start(),
          .carving = FromProto(proto.carving()),
          .co_workers = AllFromProto(proto.co_workers()),
          .max_coworker_minutes = std::nullopt,
          .tags = TextsOf(proto.tags()),
          .ruled_out_adjustment_ids = TextsOf(proto.ruled_out_adjustment_ids()),
          .selection = std::nullopt,
          .sharing = std::nullopt,
          .essential_must_hold = proto.essential_must_hold()};
  if (proto.has_max_coworker_minutes()) {
    job.max_coworker_minutes = Minutes{proto.max_coworker_minutes()};
  }
  if (proto.has_selection()) {
    job.selection = FromProto(proto.selection());
  }
  if (proto.has_sharing()) {
    job.sharing = Sharing{.handover_minutes = Minutes{proto.sharing().handover_minutes()}};
  }
  return job;
}

}  // namespace jobcarve::io
