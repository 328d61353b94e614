// Every cell is read and every fault kept, so that whoever keeps the list can mend it in one go. Tested by
// tests/io/job_posts_test.cc.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "io/sheet.h"
#include "jobcarve/base/date.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {
namespace {

constexpr double kMaxWeeklyHours = 168;
constexpr double kMaxOpenings = 1'000'000;
constexpr double kMaxPay = 1'000'000;
constexpr size_t kMaxFaultsShown = 20;

constexpr absl::string_view kKnownColumns[] = {
    "occupation",     "employer",    "site",      "openings", "weekly_hours",   "pay_pence_per_hour",        "job",
    "title",          "latitude",    "longitude", "forms",    "min_role_hours", "carved_pay_pence_per_hour", "co_workers",
    "earliest_start", "latest_start"};
const std::vector<ColumnNames> kRequiredColumns = {{"occupation"}, {"employer"},     {"site"},
                                                   {"openings"},   {"weekly_hours"}, {"pay_pence_per_hour"}};

// One line, cell by cell; keeps what is wrong with it.
class LineParser {
 public:
  LineParser(const Sheet& sheet, const SheetLine& line, std::vector<std::string>& faults)
      : sheet_(sheet), line_(line), faults_(faults) {}

  std::string Text(absl::string_view column) const {
    const std::optional<size_t> place = FindColumn(sheet_, {column});
    return place ? std::string(absl::StripAsciiWhitespace(line_.cells[*place])) : "";
  }

  std::string RequiredText(absl::string_view column) {
    std::string text = Text(column);
    if (text.empty()) {
      Fault(absl::StrCat(column, " is missing"));
    }
    return text;
  }

  std::optional<double> Number(absl::string_view column, double low, double high) {
    const std::string text = Text(column);
    double number = 0;
    if (text.empty()) {
      return std::nullopt;
    }
    if (!absl::SimpleAtod(text, &number) || !std::isfinite(number) || number < low || number > high) {
      Fault(absl::StrCat(column, " '", text, "' is not a number in [", low, ", ", high, "]"));
      return std::nullopt;
    }
    return number;
  }

  std::optional<int64_t> Whole(absl::string_view column, double high) {
    const std::optional<double> number = Number(column, 0, high);
    if (number && *number != std::floor(*number)) {
      Fault(absl::StrCat(column, " '", Text(column), "' is not a whole number"));
    }
    return number ? std::optional<int64_t>(static_cast<int64_t>(*number)) : std::nullopt;
  }

  int64_t RequiredWhole(absl::string_view column, double high) {
    RequiredText(column);
    return Whole(column, high).value_or(0);
  }

  Minutes Hours(absl::string_view column) {
    const double quarters = Number(column, 0, kMaxWeeklyHours).value_or(0) * 4;
    if (quarters != std::floor(quarters)) {
      Fault(absl::StrCat(column, " '", Text(column), "' is not in quarters of an hour"));
    }
    return Minutes{static_cast<int64_t>(quarters) * 15};
  }

  std::string Day(absl::string_view column) {
    std::string text = Text(column);
    if (const absl::StatusOr<Date> date = ParseDate(text); !text.empty() && !date.ok()) {
      Fault(absl::StrCat(column, ": ", date.status().message()));
    }
    return text;
  }

  void Fault(absl::string_view message) { faults_.push_back(absl::StrCat(PlaceOf(sheet_, line_), ": ", message)); }

 private:
  const Sheet& sheet_;
  const SheetLine& line_;
  std::vector<std::string>& faults_;
};

std::vector<Form> FormsOf(LineParser& line) {
  std::vector<Form> forms;
  const std::pair<absl::string_view, Form> kWords[] = {
      {"whole", Form::kWhole}, {"stripped", Form::kStripped}, {"carved", Form::kCarved}};
  const std::vector<std::string> words = absl::StrSplit(line.Text("forms"), ';', absl::SkipWhitespace());
  for (const std::string& word : words) {
    const auto is_word = [&](const auto& known) { return known.first == absl::StripAsciiWhitespace(word); };
    const auto found = absl::c_find_if(kWords, is_word);
    if (found == std::end(kWords)) {
      line.Fault(absl::StrCat("forms: '", word, "' is none of whole, stripped, carved"));
    } else {
      forms.push_back(found->second);
    }
  }
  return forms;
}

std::vector<CoWorker> CoWorkersOf(LineParser& line) {
  std::vector<CoWorker> co_workers;
  const std::vector<std::string> entries = absl::StrSplit(line.Text("co_workers"), ';', absl::SkipWhitespace());
  for (const std::string& entry : entries) {
    const std::vector<std::string> parts = absl::StrSplit(entry, ':');
    int64_t minutes = 0;
    if (parts.size() != 2 || !absl::SimpleAtoi(parts[1], &minutes) || minutes < 1 || minutes > kMinutesPerWeek.count()) {
      line.Fault(absl::StrCat("co_workers: '", entry, "' is not NAME:MINUTES with 1 to ", kMinutesPerWeek.count(), " minutes"));
      continue;
    }
    co_workers.push_back(
        {.id = std::string(absl::StripAsciiWhitespace(parts[0])), .spare_minutes = Minutes{minutes}, .capabilities = {}});
  }
  return co_workers;
}

std::optional<Location> LocationOf(LineParser& line) {
  const std::optional<double> latitude = line.Number("latitude", -90, 90);
  const std::optional<double> longitude = line.Number("longitude", -180, 180);
  if (line.Text("latitude").empty() != line.Text("longitude").empty()) {
    line.Fault("latitude and longitude: give both or neither");
  }
  return latitude && longitude ? std::optional<Location>({.latitude = *latitude, .longitude = *longitude}) : std::nullopt;
}

JobPost PostOf(const std::string& where, LineParser line) {
  JobPost post;
  post.where = where;
  post.occupation = line.RequiredText("occupation");
  post.id = line.Text("job");
  post.title = line.Text("title");
  post.employer = line.RequiredText("employer");
  post.site = line.RequiredText("site");
  post.location = LocationOf(line);
  post.openings = line.RequiredWhole("openings", kMaxOpenings);
  line.RequiredText("weekly_hours");
  post.weekly_minutes = line.Hours("weekly_hours");
  post.pay_per_hour = Pence{line.RequiredWhole("pay_pence_per_hour", kMaxPay)};
  if (const std::optional<int64_t> pay = line.Whole("carved_pay_pence_per_hour", kMaxPay)) {
    post.carved_pay_per_hour = Pence{*pay};
  }
  post.min_role_minutes = line.Hours("min_role_hours");
  post.forms = FormsOf(line);
  post.co_workers = CoWorkersOf(line);
  post.earliest_start = line.Day("earliest_start");
  post.latest_start = line.Day("latest_start");
  return post;
}

absl::Status FaultsOf(const std::vector<std::string>& faults) {
  if (faults.empty()) {
    return absl::OkStatus();
  }
  const size_t shown = std::min(faults.size(), kMaxFaultsShown);
  const std::string more = faults.size() > shown ? absl::StrCat("\n... and ", faults.size() - shown, " more faults") : "";
  return absl::InvalidArgumentError(
      absl::StrCat(absl::StrJoin(faults.begin(), faults.begin() + static_cast<int64_t>(shown), "\n"), more));
}

}  // namespace

absl::StatusOr<std::vector<JobPost>> ReadJobPosts(const std::string& path) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, ReadSheet(path));
  JOBCARVE_RETURN_IF_ERROR(RequireColumns(sheet, kRequiredColumns).status());
  std::vector<std::string> faults;
  for (const std::string& column : sheet.header) {
    if (absl::c_find(kKnownColumns, column) == std::end(kKnownColumns)) {
      faults.push_back(absl::StrCat(sheet.name, ": the column '", column, "' is none of ", absl::StrJoin(kKnownColumns, ", ")));
    }
  }
  std::vector<JobPost> posts;
  for (const SheetLine& line : sheet.lines) {
    posts.push_back(PostOf(PlaceOf(sheet, line), LineParser(sheet, line, faults)));
  }
  JOBCARVE_RETURN_IF_ERROR(FaultsOf(faults));
  return posts;
}

}  // namespace jobcarve::io
