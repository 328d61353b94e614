// The table first, then the roles on the frontier. Tested by tests/report/frontier_text_test.cc; tests/report/privacy_test.cc
// searches the page for anything private.
#include "jobcarve/report/frontier_text.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "report/names.h"
#include "report/words.h"

namespace jobcarve {
namespace {

using internal::Counted;
using internal::Hours;
using internal::Names;
using internal::Pounds;

// "£" is two bytes wide and one column.
std::string RightAligned(absl::string_view text, size_t width) {
  const size_t columns = static_cast<size_t>(absl::c_count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
  return absl::StrCat(std::string(columns < width ? width - columns : 0, ' '), text);
}

void AppendRow(absl::string_view count, absl::string_view hours, absl::string_view people, absl::string_view gain,
               absl::string_view cost, absl::string_view stays, absl::string_view note, std::string& page) {
  absl::StrAppend(&page, RightAligned(count, 5), "  ", RightAligned(hours, 7), "  ", RightAligned(people, 6), "  ",
                  RightAligned(gain, 13), "  ", RightAligned(cost, 16), "  ", RightAligned(stays, 7), note, "\n");
}

void AppendTable(const Job& job, const Frontier& frontier, std::string& page) {
  AppendRow("tasks", "hours", "people", "saved in pay", "adjustments cost", "stays", "", page);
  size_t next = 0;
  for (size_t count = 1; count <= job.tasks.size(); ++count) {
    if (next == frontier.entries.size() || static_cast<size_t>(frontier.entries[next].task_count) != count) {
      AppendRow(absl::StrCat(count), "-", "-", "-", "-", "-", "   no role", page);
      continue;
    }
    const FrontierEntry& entry = frontier.entries[next++];
    AppendRow(absl::StrCat(count), Hours(entry.weekly_minutes), absl::StrCat(entry.doors.size()),
              absl::StrCat(Pounds(entry.weekly_gain), " a week"), Pounds(entry.employer_cost),
              Hours(entry.residual.has_value() ? entry.residual->weekly_minutes : Minutes{0}),
              entry.is_dominated ? "   fewer tasks do as well" : "", page);
  }
}

void AppendTasks(const Names& names, const std::string& job_id, const std::vector<std::string>& task_ids, std::string& page) {
  for (const std::string& id : task_ids) {
    const Task& task = names.task(job_id, id);
    absl::StrAppend(&page, "  - ", task.title, " (", Hours(task.weekly_minutes), " a week)\n");
  }
}

void AppendRole(const Names& names, const std::string& job_id, const FrontierEntry& entry, std::string& page) {
  absl::StrAppend(&page, "\n", entry.form == Form::kWhole ? "The whole job" : Counted(entry.task_count, "task"), ", ",
                  Hours(entry.weekly_minutes), " a week at ", Pounds(entry.pay_per_hour), " an hour, open to ",
                  Counted(static_cast<int64_t>(entry.doors.size()), "person"), "\n");
  AppendTasks(names, job_id, entry.task_ids, page);
  absl::StrAppend(&page, "Adjustments\n", entry.adjustment_ids.empty() ? "  none needed\n" : "");
  for (const std::string& id : entry.adjustment_ids) {
    const Adjustment& adjustment = names.adjustment(id);
    absl::StrAppend(&page, "  - ", adjustment.name, " (", internal::AdjustmentKindWord(adjustment.kind), ")\n");
  }
  if (entry.residual.has_value()) {
    const bool is_held = entry.residual->covered_by == ResidualCover::kPostHolder;
    absl::StrAppend(&page, "Stays with the post (", Hours(entry.residual->weekly_minutes), " a week, ",
                    is_held ? "done by the person in the post" : "to be filled by the employer", ")\n");
    AppendTasks(names, job_id, entry.residual->task_ids, page);
  }
  if (!entry.is_proven) {
    absl::StrAppend(&page, "Note: The search was cut short: a better role may exist.\n");
  }
}

}  // namespace

absl::StatusOr<std::string> FrontierText(const Market& market, const Frontier& frontier) {
  const Names names(market);
  JOBCARVE_RETURN_IF_ERROR(names.Check(frontier));
  const Job& job = names.job(frontier.job_id);
  std::string page = absl::StrCat(job.title, ", ", names.employer(job.employer_id).name, ", ", names.site(job.site_id).name,
                                  "\nWhat could be taken out of the post, and how many people it would be open to\n\n");
  AppendTable(job, frontier, page);
  for (const FrontierEntry& entry : frontier.entries) {
    if (!entry.is_dominated) {
      AppendRole(names, frontier.job_id, entry, page);
    }
  }
  absl::StrAppend(&page, "\nThis is a proposal, not a decision. The person, the adviser and the employer decide together.\n");
  return page;
}

}  // namespace jobcarve
