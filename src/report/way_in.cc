// Tested by tests/report/way_in_test.cc.
#include "report/way_in.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/words.h"

namespace jobcarve::internal {
namespace {

absl::string_view RouteWords(RouteKind kind) {
  switch (kind) {
    case RouteKind::kPanelInterview:
      return "the usual interview";
    case RouteKind::kQuestionsInAdvance:
      return "what will be talked about, some days before";
    case RouteKind::kExtraTime:
      return "more time";
    case RouteKind::kSupporterPresent:
      return "a supporter in the room";
    case RouteKind::kWrittenAnswers:
      return "answers in writing or in the person's own way";
    case RouteKind::kOneToOne:
      return "a talk with one person at the place of work";
    case RouteKind::kWorkingInterview:
      return "a working interview: some of the tasks are done instead of talked about";
    case RouteKind::kWorkTrial:
      return "a work trial: the work is done for some days instead of an interview";
    case RouteKind::kUnspecified:
      break;
  }
  return "an unknown way";
}

// The routes that take something away, each once.
std::vector<std::string> RoutesInWords(const Proposal& proposal) {
  std::set<RouteKind> kinds;
  for (const ProposedRoute& route : proposal.routes) {
    kinds.insert(route.kind);
  }
  kinds.erase(RouteKind::kPanelInterview);
  std::vector<std::string> words;
  for (const RouteKind kind : kinds) {
    words.emplace_back(RouteWords(kind));
  }
  return words;
}

// The most that the role's tasks and the job's conditions ask for on a dimension.
Level AskedByWork(const Names& names, const Proposal& proposal, const std::string& dimension_id) {
  Level most;
  const auto note = [&](const std::vector<Demand>& demands) {
    for (const Demand& demand : demands) {
      most = demand.dimension_id == dimension_id ? std::max(most, demand.level) : most;
    }
  };
  note(names.job(proposal.job_id).conditions);
  for (const std::string& id : proposal.task_ids) {
    note(names.task(proposal.job_id, id).demands);
  }
  return most;
}

}  // namespace

void AppendWayIn(const Names& names, const Proposal& proposal, std::string& page) {
  if (proposal.routes.empty()) {
    return;
  }
  absl::StrAppend(&page, "Way in: the selection asks for more than the work\n");
  for (const ProposedRoute& route : proposal.routes) {
    const Dimension& dimension = names.dimension(route.dimension_id);
    absl::StrAppend(
        &page, "  - ", dimension.name, ": ", LevelInWords(dimension, route.selection_level), ", the work ",
        route.role_level.count(), "; ",
        route.kind == RouteKind::kPanelInterview ? absl::string_view("no route on offer takes it away") : RouteWords(route.kind),
        "\n");
  }
}

void AppendWayInToPerson(const Proposal& proposal, std::string& page) {
  const std::vector<std::string> routes = RoutesInWords(proposal);
  if (!routes.empty()) {
    absl::StrAppend(&page, "How you could show what you can do\n  - ", absl::StrJoin(routes, "\n  - "), "\n");
  }
}

void AppendWayInToEmployer(const Names& names, const Proposal& proposal, std::string& page) {
  const std::vector<std::string> routes = RoutesInWords(proposal);
  const Job& job = names.job(proposal.job_id);
  if (routes.empty() || !job.selection.has_value()) {
    return;
  }
  absl::StrAppend(&page, "How to choose\n  - ", absl::StrJoin(routes, "\n  - "), "\n");
  std::vector<std::string> beyond;
  for (const Demand& demand : job.selection->demands) {
    const Level by_work = AskedByWork(names, proposal, demand.dimension_id);
    if (demand.level > by_work) {
      beyond.push_back(absl::StrCat(names.dimension(demand.dimension_id).name, " (", demand.level.count(), ", the work ",
                                    by_work.count(), ")"));
    }
  }
  absl::StrAppend(&page, "  The usual interview goes beyond the work in: ", absl::StrJoin(beyond, "; "), "\n");
}

}  // namespace jobcarve::internal
