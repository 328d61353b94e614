// Bytes become a sequence of changes to an empty IncrementalMatching. After each batch the certificate must hold, and small
// graphs are enumerated: the total and the number of pairs kept must be the greatest.
//
// Byte 0: how searches are met, and which weights there are; then one byte for each choice that support/incremental_model.cc
// makes: the kind of change, then its numbers. Before each change, a byte below 64 ends the batch.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "fuzz/bytes.h"
#include "jobcarve/base/check.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/incremental.h"
#include "match/incremental_tuning.h"
#include "support/incremental_model.h"

namespace jobcarve {
namespace {

using test::Bytes;

constexpr double kMaxEnumerated = 5e3;

void CheckBatch(test::IncrementalModel& model, IncrementalMatching& subject) {
  const std::vector<LeftIndex> moved = subject.Optimise();
  const IncrementalMatching::Snapshot shown = subject.Show();
  JOBCARVE_CHECK(VerifyOptimal(shown.graph, shown.matching).ok());
  JOBCARVE_CHECK(moved == model.MovedIn(subject));
  const test::IncrementalModel::Optimum found = model.Of(subject);
  JOBCARVE_CHECK(found.total == subject.total());
  if (model.CanEnumerate(kMaxEnumerated)) {
    JOBCARVE_CHECK(found == model.Best());
  }
  model.KeepWhatIsHeld(subject);
  for (size_t left = 0; left < model.lefts.size(); ++left) {
    const std::optional<EdgeIndex> held = subject.EdgeHeldBy(LeftIndex(left));
    const bool has_alternatives = model.lefts[left] && !(held.has_value() && subject.IsPinned(*held));
    const absl::StatusOr<std::vector<Alternative>> alternatives = subject.Alternatives(LeftIndex(left), 1);
    JOBCARVE_CHECK(alternatives.ok() == has_alternatives);
    if (has_alternatives && !alternatives->empty() && model.CanEnumerate(kMaxEnumerated)) {
      const Alternative& first = alternatives->front();
      const std::optional<size_t> edge = first.edge.has_value() ? std::optional(first.edge->value()) : std::nullopt;
      JOBCARVE_CHECK(model.BestWith(left, edge)->total == subject.total() - first.loss);
    }
  }
}

void Run(Bytes bytes) {
  const uint8_t mode = bytes.Next();
  test::ChangeRanges ranges = {.max_lefts = 8, .max_rights = 5, .max_capacity = 3, .max_edges = 24};
  if (mode & 1) {
    ranges.weights = {5, 5, 6};
  } else if (mode & 2) {
    ranges.weights = {-kMaxWeight, 0, 1, kMaxWeight - 1, kMaxWeight};
  }
  IncrementalMatching subject;
  incremental::Tuning::SetPatience(subject, mode & 4 ? 1000 : 0);
  test::IncrementalModel model;
  while (!bytes.empty()) {
    if (bytes.Next() < 64) {
      CheckBatch(model, subject);
    }
    JOBCARVE_CHECK(ChangeBoth(model, subject, ranges, [&](size_t n) { return bytes.Next() % n; }).empty());
  }
  CheckBatch(model, subject);
}

}  // namespace
}  // namespace jobcarve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  jobcarve::Run(jobcarve::test::Bytes(std::span(bytes, size)));
  return 0;
}
