// How people are chosen for a job: what the usual way asks for, and what each other way takes away of it.
// Tested by tests/model/validate_selection_test.cc.
#include <cstddef>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "model/validating.h"

namespace jobcarve::internal {
namespace {

// Kinds that take away the demands they list; the others take none or all.
bool ListsDemands(RouteKind kind) {
  return kind >= RouteKind::kQuestionsInAdvance && kind <= RouteKind::kOneToOne;
}

void CheckRemoved(const Selection& selection, const Path& path, const SelectionRoute& route, Faults& faults) {
  const std::vector<std::string>& removed = route.removes_dimension_ids;
  if (ListsDemands(route.kind)) {
    faults.CheckSize(path / "removes_dimension_ids", removed.size(), 1, selection.demands.size());
  } else if (!removed.empty()) {
    faults.Add(path / "removes_dimension_ids", "only QUESTIONS_IN_ADVANCE to ONE_TO_ONE list what they take away");
  }
  Repeats repeats;
  for (size_t i = 0; i < removed.size(); ++i) {
    const Path dimension = path.At("removes_dimension_ids", i);
    if (absl::c_none_of(selection.demands, [&](const Demand& demand) { return demand.dimension_id == removed[i]; })) {
      faults.Add(dimension, absl::StrCat("the selection has no demand on ", Quoted(removed[i])));
    }
    if (const std::optional<size_t> first = repeats.Note(removed[i], i)) {
      faults.Add(dimension, absl::StrCat(Quoted(removed[i]), " is already in removes_dimension_ids[", *first, "]"));
    }
  }
}

}  // namespace

void CheckSelection(const Context& context, const Path& path, const Selection& selection, Faults& faults) {
  if (selection.demands.empty()) {
    faults.Add(path / "demands", "is empty: a selection asks for something");
  }
  CheckDemands(context, path, "demands", selection.demands, faults);
  for (size_t i = 0; i < selection.routes.size(); ++i) {
    const Path route = path.At("routes", i);
    const RouteKind kind = selection.routes[i].kind;
    faults.CheckEnum(route / "kind", kind, RouteKind::kWorkTrial, true);
    for (size_t j = 0; j < i; ++j) {
      if (selection.routes[j].kind == kind) {
        faults.Add(route / "kind", absl::StrCat("routes[", j, "] is of the same kind"));
        break;
      }
    }
    CheckRemoved(selection, route, selection.routes[i], faults);
  }
}

}  // namespace jobcarve::internal
