// wire.h: between our structs and the messages of proto/jobcarve/v1. Private to io.
//
// FromProto copies what a message says. ToProto narrows: our numbers have 64 bits, many of the wire's have 32, and Narrowing
// remembers the first number that does not fit, so that nothing wraps unseen.
#ifndef JOBCARVE_IO_WIRE_H_
#define JOBCARVE_IO_WIRE_H_

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/units.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"
#include "jobcarve/plan/frontier.h"
#include "jobcarve/plan/inquiry.h"
#include "jobcarve/plan/plan.h"
#include "jobcarve/v1/market.pb.h"
#include "jobcarve/v1/plan.pb.h"

namespace jobcarve::io {

namespace pb = ::jobcarve::v1;

class Narrowing {
 public:
  // `value` if 32 bits hold it, else the nearest that they hold. `field` is named in the error: "Job.openings".
  int32_t operator()(int64_t value, absl::string_view field) {
    constexpr int64_t kLow = std::numeric_limits<int32_t>::min();
    constexpr int64_t kHigh = std::numeric_limits<int32_t>::max();
    if (status_.ok() && (value < kLow || value > kHigh)) {
      status_ = absl::InvalidArgumentError(absl::StrCat(field, ": ", value, " is outside ", kLow, "..", kHigh));
    }
    return static_cast<int32_t>(std::clamp(value, kLow, kHigh));
  }
  template <typename Tag>
  int32_t operator()(Quantity<Tag> quantity, absl::string_view field) {
    return (*this)(quantity.count(), field);
  }

  // InvalidArgument with the first number that did not fit.
  const absl::Status& status() const { return status_; }

 private:
  absl::Status status_;
};

// market.proto. Declared here, before the templates below, so that those find them.
Anchor FromProto(const pb::Anchor& proto);
Dimension FromProto(const pb::Dimension& proto);
Demand FromProto(const pb::Demand& proto);
Window FromProto(const pb::Window& proto);
Effect FromProto(const pb::Effect& proto);
InterimMeasure FromProto(const pb::InterimMeasure& proto);
Adjustment FromProto(const pb::Adjustment& proto);
Employer FromProto(const pb::Employer& proto);
Site FromProto(const pb::Site& proto);
Task FromProto(const pb::Task& proto);
Link FromProto(const pb::Link& proto);
ResidualRules FromProto(const pb::ResidualRules& proto);
RoleRules FromProto(const pb::RoleRules& proto);
CarvingPolicy FromProto(const pb::CarvingPolicy& proto);
CoWorker FromProto(const pb::CoWorker& proto);
SelectionRoute FromProto(const pb::SelectionRoute& proto);
Selection FromProto(const pb::Selection& proto);
Job FromProto(const pb::Job& proto);
Capability FromProto(const pb::Capability& proto);
Preference FromProto(const pb::Preference& proto);
TravelMode FromProto(const pb::TravelMode& proto);
Phase FromProto(const pb::Phase& proto);
Candidate FromProto(const pb::Candidate& proto);
TravelTime FromProto(const pb::TravelTime& proto);
Pool FromProto(const pb::Pool& proto);
Market FromProto(const pb::Market& proto);
Location FromProto(const pb::Location& proto);
void ToProto(const Anchor& value, Narrowing& narrow, pb::Anchor* proto);
void ToProto(const Dimension& value, Narrowing& narrow, pb::Dimension* proto);
void ToProto(const Demand& value, Narrowing& narrow, pb::Demand* proto);
void ToProto(const Window& value, Narrowing& narrow, pb::Window* proto);
void ToProto(const Effect& value, Narrowing& narrow, pb::Effect* proto);
void ToProto(const InterimMeasure& value, Narrowing& narrow, pb::InterimMeasure* proto);
void ToProto(const Adjustment& value, Narrowing& narrow, pb::Adjustment* proto);
void ToProto(const Employer& value, Narrowing& narrow, pb::Employer* proto);
void ToProto(const Site& value, Narrowing& narrow, pb::Site* proto);
void ToProto(const Task& value, Narrowing& narrow, pb::Task* proto);
void ToProto(const Link& value, Narrowing& narrow, pb::Link* proto);
void ToProto(const ResidualRules& value, Narrowing& narrow, pb::ResidualRules* proto);
void ToProto(const RoleRules& value, Narrowing& narrow, pb::RoleRules* proto);
void ToProto(const CarvingPolicy& value, Narrowing& narrow, pb::CarvingPolicy* proto);
void ToProto(const CoWorker& value, Narrowing& narrow, pb::CoWorker* proto);
void ToProto(const SelectionRoute& value, Narrowing& narrow, pb::SelectionRoute* proto);
void ToProto(const Selection& value, Narrowing& narrow, pb::Selection* proto);
void ToProto(const Job& value, Narrowing& narrow, pb::Job* proto);
void ToProto(const Capability& value, Narrowing& narrow, pb::Capability* proto);
void ToProto(const Preference& value, Narrowing& narrow, pb::Preference* proto);
void ToProto(const TravelMode& value, Narrowing& narrow, pb::TravelMode* proto);
void ToProto(const Phase& value, Narrowing& narrow, pb::Phase* proto);
void ToProto(const Candidate& value, Narrowing& narrow, pb::Candidate* proto);
void ToProto(const TravelTime& value, Narrowing& narrow, pb::TravelTime* proto);
void ToProto(const Pool& value, Narrowing& narrow, pb::Pool* proto);
void ToProto(const Market& value, Narrowing& narrow, pb::Market* proto);
void ToProto(const Location& location, pb::Location* proto);

// Options.
SolveOptions FromProto(const pb::SolveOptions& proto);
void ToProto(const SolveOptions& value, Narrowing& narrow, pb::SolveOptions* proto);

// plan.proto. Errors: InvalidArgument naming the first date that is none.
absl::StatusOr<Plan> FromProto(const pb::Plan& proto);
absl::StatusOr<Provenance> FromProto(const pb::Provenance& proto);
Proposal ProposalOf(const pb::Proposal& proto);  // All but its dates.
Totals FromProto(const pb::Totals& proto);
Handover FromProto(const pb::Handover& proto);
Residual FromProto(const pb::Residual& proto);
ClosedGap FromProto(const pb::ClosedGap& proto);
ProposedAdjustment FromProto(const pb::ProposedAdjustment& proto);
ProposedRoute FromProto(const pb::ProposedRoute& proto);
ProposedPhase FromProto(const pb::ProposedPhase& proto);
LedgerLine FromProto(const pb::LedgerLine& proto);
Question FromProto(const pb::Question& proto);
Warning FromProto(const pb::Warning& proto);
NamedBarrier FromProto(const pb::Barrier& proto);
Nearest FromProto(const pb::Nearest& proto);
Unplaced FromProto(const pb::Unplaced& proto);
BarrierCount FromProto(const pb::BarrierCount& proto);
Unfilled FromProto(const pb::Unfilled& proto);
Price FromProto(const pb::Price& proto);
TaskPrice FromProto(const pb::TaskPrice& proto);
RulePrice FromProto(const pb::RulePrice& proto);
Losses FromProto(const pb::Losses& proto);
SharePrice FromProto(const pb::SharePrice& proto);
Purchase FromProto(const pb::Purchase& proto);
Certificate FromProto(const pb::Certificate& proto);
void ToProto(const Provenance& value, Narrowing& narrow, pb::Provenance* proto);
void ToProto(const Proposal& value, Narrowing& narrow, pb::Proposal* proto);
void ToProto(const Plan& value, Narrowing& narrow, pb::Plan* proto);
void ToProto(const PairAnswer& value, Narrowing& narrow, pb::PairAnswer* proto);
void ToProto(const Totals& value, Narrowing& narrow, pb::Totals* proto);
void ToProto(const Handover& value, Narrowing& narrow, pb::Handover* proto);
void ToProto(const Residual& value, Narrowing& narrow, pb::Residual* proto);
void ToProto(const ClosedGap& value, Narrowing& narrow, pb::ClosedGap* proto);
void ToProto(const ProposedAdjustment& value, Narrowing& narrow, pb::ProposedAdjustment* proto);
void ToProto(const ProposedRoute& value, Narrowing& narrow, pb::ProposedRoute* proto);
void ToProto(const ProposedPhase& value, Narrowing& narrow, pb::ProposedPhase* proto);
void ToProto(const LedgerLine& value, Narrowing& narrow, pb::LedgerLine* proto);
void ToProto(const Question& value, Narrowing& narrow, pb::Question* proto);
void ToProto(const Warning& value, Narrowing& narrow, pb::Warning* proto);
void ToProto(const NamedBarrier& value, Narrowing& narrow, pb::Barrier* proto);
void ToProto(const Nearest& value, Narrowing& narrow, pb::Nearest* proto);
void ToProto(const Unplaced& value, Narrowing& narrow, pb::Unplaced* proto);
void ToProto(const BarrierCount& value, Narrowing& narrow, pb::BarrierCount* proto);
void ToProto(const Unfilled& value, Narrowing& narrow, pb::Unfilled* proto);
void ToProto(const Price& value, Narrowing& narrow, pb::Price* proto);
void ToProto(const TaskPrice& value, Narrowing& narrow, pb::TaskPrice* proto);
void ToProto(const RulePrice& value, Narrowing& narrow, pb::RulePrice* proto);
void ToProto(const Losses& value, Narrowing& narrow, pb::Losses* proto);
void ToProto(const SharePrice& value, Narrowing& narrow, pb::SharePrice* proto);
void ToProto(const Purchase& value, Narrowing& narrow, pb::Purchase* proto);
void ToProto(const Certificate& value, Narrowing& narrow, pb::Certificate* proto);

// plan.proto: what to ask next. Only written.
void ToProto(const RoleInBrief& value, Narrowing& narrow, pb::RoleInBrief* proto);
void ToProto(const PossibleAnswer& value, Narrowing& narrow, pb::PossibleAnswer* proto);
void ToProto(const OpenQuestion& value, Narrowing& narrow, pb::OpenQuestion* proto);
void ToProto(const ProfileCoverage& value, Narrowing& narrow, pb::ProfileCoverage* proto);
void ToProto(const Inquiry& value, Narrowing& narrow, pb::Inquiry* proto);
void ToProto(const Inquiries& value, Narrowing& narrow, pb::Inquiries* proto);

// plan.proto: what could be taken out of a post. Only written.
void ToProto(const Door& value, Narrowing& narrow, pb::Door* proto);
void ToProto(const FrontierEntry& value, Narrowing& narrow, pb::FrontierEntry* proto);
void ToProto(const Frontier& value, Narrowing& narrow, pb::Frontier* proto);

// All items of a repeated field.
template <typename Repeated>
auto AllFromProto(const Repeated& repeated) {
  std::vector<decltype(FromProto(repeated[0]))> items;
  items.reserve(static_cast<size_t>(repeated.size()));
  for (const auto& proto : repeated) {
    items.push_back(FromProto(proto));
  }
  return items;
}
template <typename Items, typename Repeated>
void AllToProto(const Items& items, Narrowing& narrow, Repeated* repeated) {
  repeated->Reserve(static_cast<int>(items.size()));
  for (const auto& item : items) {
    ToProto(item, narrow, repeated->Add());
  }
}

// Repeated strings.
template <typename Repeated>
std::vector<std::string> TextsOf(const Repeated& repeated) {
  return std::vector<std::string>(repeated.begin(), repeated.end());
}
template <typename Repeated>
void SetTexts(const std::vector<std::string>& texts, Repeated* repeated) {
  repeated->Assign(texts.begin(), texts.end());
}

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_WIRE_H_
